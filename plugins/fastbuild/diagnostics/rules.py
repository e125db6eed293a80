"""What a site allows in its front matter, made of Pelican's settings once for each kind of content."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
"""Endings of the files that are examined."""
ARTICLE, PAGE = "article", "page"
PELICANS_OWN = Path("themes", "simple", "templates")


@dataclass(frozen=True, slots=True)
class Rules:
    """Frozen, so that it can be part of the key under which findings are kept; plain values, so that it can be sent to a worker."""

    fields: frozenset[str] = names.PELICAN
    """Names in lower case."""
    kind: str = ARTICLE
    several: frozenset[str] = frozenset()
    """Of `tags` and `authors` those that may have one member a line."""
    given: frozenset[str] = frozenset()
    """What the file need not say, since its name or the settings do."""
    reserved: frozenset[str] = frozenset()
    """Slugs that an article cannot have."""
    templates: frozenset[str] | None = None
    """Names without ending; None if they are not known."""
    time_zone: str = "UTC"
    reads_yaml: bool = False
    is_markdown: bool = True
    """Of other files nothing is said: their fields stand elsewhere."""

    @property
    def required(self) -> tuple[str, ...]:
        return ("title", "date") if self.kind == ARTICLE else ("title",)


def rules_of(settings: Mapping[str, Any], kind: str) -> Rules:
    """The rules for articles or pages of a site with these settings, once its plugins are registered."""
    plugins = [str(name).rpartition(".")[2] for name in settings.get("PLUGINS") or ()]
    own = (str(name).lower() for name in settings.get("FASTBUILD_FIELDS", ()))
    return Rules(
        fields=names.PELICAN.union(*(names.BY_PLUGIN.get(plugin, ()) for plugin in plugins), own),
        kind=kind,
        several=names.LISTS if {"tag_pages", "reading_aids"} & {*plugins} else frozenset(),
        given=frozenset(_given(settings)),
        reserved=_reserved(settings) if kind == ARTICLE else frozenset(),
        templates=_templates(settings),
        time_zone=str(settings.get("TIMEZONE", "UTC")),
        reads_yaml="reading_aids" in plugins,
    )


def is_examined(path: str) -> bool:
    return path.endswith(MARKDOWN)


def for_file(rules: Rules, path: str, settings: Mapping[str, Any]) -> Rules:
    """The same for the file `path` below the content folder, whose name may say something of it, such as 2026-03-04-hello.md."""
    if not is_examined(path):
        return replace(rules, is_markdown=False)
    name = path.rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    found: set[str] = set()
    for setting, text in (("FILENAME_METADATA", stem), ("PATH_METADATA", path)):
        pattern = settings.get(setting)
        if pattern and (match := re.match(str(pattern), text)):
            found.update(name.lower() for name, value in match.groupdict().items() if value is not None)
    if not found or found <= rules.given:
        return rules
    return replace(rules, given=rules.given | found)


def _given(settings: Mapping[str, Any]) -> Iterator[str]:
    yield from (str(name).lower() for name in settings.get("DEFAULT_METADATA") or ())
    if settings.get("DEFAULT_DATE"):
        yield "date"


def _reserved(settings: Mapping[str, Any]) -> frozenset[str]:
    """Slugs that would lead into the site's own folders, where the slug is the first part of an article's address."""
    own = frozenset(str(slug).lower() for slug in settings.get("FASTBUILD_RESERVED_SLUGS", ()))
    begin, slug, rest = str(settings.get("ARTICLE_SAVE_AS", "")).partition("{slug}")
    if begin or not slug or not rest.startswith("/"):
        return own
    patterns = (str(value) for name, value in settings.items() if name.endswith("_SAVE_AS") and isinstance(value, str))
    folders = (pattern.partition("/")[0] for pattern in patterns if "/" in pattern)
    return own.union(folder for folder in folders if folder and "{" not in folder) | {str(settings.get("THEME_STATIC_DIR", "theme"))}


def _templates(settings: Mapping[str, Any]) -> frozenset[str]:
    theme = Path(str(settings.get("THEME", "")))
    folders = [*map(Path, settings.get("THEME_TEMPLATES_OVERRIDES", ())), theme / "templates", _simple_theme()]
    endings = tuple(str(ending) for ending in settings.get("TEMPLATE_EXTENSIONS", [".html"]))
    return frozenset(
        name.removesuffix(ending) for folder in folders for name in _files(folder) for ending in endings if name.endswith(ending)
    )


def _simple_theme() -> Path:
    import pelican  # noqa: PLC0415  (whoever has settings has imported it; whoever only examines a file need not)

    return Path(pelican.__file__).parent / PELICANS_OWN


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*") if folder.is_dir() else ():
        yield path.relative_to(folder).as_posix()
