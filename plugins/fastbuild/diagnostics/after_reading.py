"""What can be seen when everything has been read and nothing is written: at `all_generators_finalized`.

Nothing here resolves a link or asks a static file for its address, since Pelican keeps what it answered first.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from fastbuild.locating import line_of_field, text_of
from fastbuild.problems import Problem

from . import links
from .model import ERROR, WARNING
from .records import FORBIDDEN, OUTPUT
from .rules import is_examined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .known_links import KnownLinks

NAME, TEMPLATE, FOLDER = "name-slug", "front-template", "file-folder"
_FIELDS = {"tag": ("Tags",), "category": ("Category",), "author": ("Author", "Authors")}


def after_reading(generators: Sequence[Any], known: KnownLinks | None = None) -> list[Problem]:
    """Everything that is wrong between contents: links, images, addresses, and names of which no address can be made.

    Texts whose links are `known` to be right are not looked through.
    """
    if not generators:
        return []
    context, settings = generators[0].context, generators[0].settings
    contents = [content for content in context["generated_content"].values() if content is not None]
    contents.sort(key=lambda content: str(content.source_path))
    site = _site(generators, context, settings)
    chosen = known.to_look_at(contents, site) if known else contents
    problems = [problem for content in chosen for problem in links.problems_of(content, site)]
    if known:
        known.looked_at(chosen, {str(problem.path) for problem in problems})
    problems += _doubles(contents, context)
    problems += _names(generators)
    return problems


def _site(generators: Sequence[Any], context: Mapping[str, Any], settings: Mapping[str, Any]) -> links.Site:
    theme, prefix = Path(settings["THEME"]), str(settings["THEME_STATIC_DIR"]).strip("/")
    return links.Site(
        folder=Path(settings["PATH"]),
        texts=context["generated_content"],
        files=context["static_content"],
        slugs={what: slugs for what in _FIELDS if (slugs := _slugs(generators, what)) is not None},
        outputs=frozenset(save_as(static) for static in context["static_content"].values() if static is not None),
        theme=tuple((prefix, theme / path) for path in settings["THEME_STATIC_PATHS"]),
        level=ERROR if settings.get("SITE_STRICT") else WARNING,
        site_path=urlsplit(str(settings.get("SITEURL", ""))).path.rstrip("/"),
    )


def _wrappers(generators: Sequence[Any], what: str) -> Iterator[tuple[Any, Sequence[Any]]]:
    """The tags, categories or authors of published articles, each with its articles."""
    name = "categories" if what == "category" else f"{what}s"
    for generator in generators:
        known = getattr(generator, name, None)
        if known is not None:
            yield from known.items() if hasattr(known, "items") else known


def _slugs(generators: Sequence[Any], what: str) -> frozenset[str] | None:
    return frozenset(wrapper.slug for wrapper, _ in _wrappers(generators, what))


def save_as(content: Any) -> str:
    """Where it is written. A static file must not notice: it would refuse to be moved to a page that it is attached to."""
    from pelican.contents import Content  # noqa: PLC0415

    return str(Content.save_as.fget(content))  # type: ignore[attr-defined]


def _doubles(contents: Iterable[Any], context: Mapping[str, Any]) -> Iterator[Problem]:
    """Two sources for one file, by the order of their names."""
    first: dict[str, Any] = {}
    statics = sorted((static for static in context["static_content"].values() if static is not None), key=lambda static: static.source_path)
    for content in (*contents, *statics):
        place = save_as(content)
        other = first.setdefault(place, content)
        if place and other is not content:
            yield _double(content, other, place)


def _double(content: Any, other: Any, place: str) -> Problem:
    if not _deciding(Path(content.source_path))[0]:  # then the other may have chosen it
        content, other = (other, content) if _deciding(Path(other.source_path))[0] else (content, other)
    names = [links.relative(each.source_path, Path(content.settings["PATH"])) for each in (content, other)]
    line, fix = _deciding(Path(content.source_path))
    return Problem("ERROR", f"{names[0]} and {names[1]} would both be written to '{place}'.", Path(content.source_path), line, OUTPUT, fix)


def _deciding(path: Path) -> tuple[int | None, str]:
    """The line that decides where a source is written, and what to do."""
    for field in ("Save_as", "Slug") if is_examined(path.name) else ():
        if line := line_of_field(path, [field]):
            return line, f"Change its line `{field}`, or the other's."
    return None, "Give one of them a line `Slug`." if is_examined(path.name) else "Rename one of the two files."


def _names(generators: Sequence[Any]) -> Iterator[Problem]:
    """`Tags: !!!` would be the page `tag/.html`."""
    for what, fields in _FIELDS.items():
        for wrapper, articles in _wrappers(generators, what):
            if wrapper.slug:
                continue
            for article in sorted(articles, key=lambda article: str(article.source_path)):
                path = Path(article.source_path)
                line = _line_of_name(wrapper.name, fields, text_of(path))
                message = f"no address can be made of the {what} '{wrapper.name}'."
                yield Problem("ERROR", message, path, line, NAME, "Write it with letters or digits.")


def _line_of_name(name: str, fields: Sequence[str], text: str) -> int | None:
    """The line of the field that holds the name; else the first that does."""
    lines = list(enumerate(text.splitlines(), 1))
    with_name = [(number, line) for number, line in lines if name in line]
    own = (number for number, line in with_name if line.partition(":")[0].strip().capitalize() in fields)
    return next(own, with_name[0][0] if with_name else None)


def spare_templates(generators: Sequence[Any]) -> None:
    """Contents that name a template which is not there get that of their kind: the build goes on, and has been told of it."""
    names = {name for generator in generators[:1] for name in generator.env.list_templates()}
    endings = generators[0].settings["TEMPLATE_EXTENSIONS"] if generators else ()
    for content in generators[0].context["generated_content"].values() if generators else ():
        template = getattr(content, "template", None)
        if template and not any(f"{template}{ending}" in names for ending in endings):
            content.template = content.default_template


def unreadable_folders(root: Path) -> list[Problem]:
    """Folders below `root` into which one may not look; Pelican passes over them in silence, with everything in them."""
    found: list[OSError] = []
    for _ in os.walk(root, onerror=found.append):
        pass
    return [_closed(error) for error in found]


def _closed(error: OSError) -> Problem:
    message = f"the folder cannot be opened ({error.strerror}), so that everything in it is left out."
    return Problem("ERROR", message, Path(error.filename), None, FOLDER, FORBIDDEN)
