"""What the theme's templates may rely on: escaping, strictness, translation, and a few functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined

from . import language

if TYPE_CHECKING:
    from .config import ThemeConfig

Gettext = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words for an article and a tag, as the owner or the theme has them."""

    article: str
    articles: str
    tag: str
    tags: str


@dataclass(frozen=True, slots=True)
class ListPages:
    """Addresses of the pages that lead to all articles, tags, categories and authors; empty for one that the site does not make."""

    archives: str
    tags: str
    categories: str
    authors: str


class UnknownAssetError(Exception):
    """A template asks for a file that the theme does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the theme has no file '{name}' in its static folders")
        self.name = name


def labels(given: Mapping[str, str], gettext: Gettext) -> Labels:
    """The owner's labels where `given` has them, the theme's translated ones elsewhere."""
    _ = gettext
    own = {"article": _("Letter"), "articles": _("Letters"), "tag": _("Topic"), "tags": _("Topics")}
    return Labels(**{key: given.get(key) or word for key, word in own.items()})


def counted(number: int, *, words: Labels, site_language: str) -> str:
    """So many articles in the site's word for them; within a sentence, so small except where nouns are never small."""
    word = words.article if number == 1 else words.articles
    return f"{number} {word if language.writes_nouns_large(site_language) else word.lower()}"


def list_pages(settings: Mapping[str, Any]) -> ListPages:
    """Where Pelican's direct templates are, by the settings that they have."""
    return ListPages(**{name: _list_page(name, settings) for name in ("archives", "tags", "categories", "authors")})


def _list_page(name: str, settings: Mapping[str, Any]) -> str:
    saved_as = settings.get(f"{name.upper()}_SAVE_AS", f"{name}.html")
    is_made = name in settings.get("DIRECT_TEMPLATES", ()) and saved_as
    return str(settings.get(f"{name.upper()}_URL") or page_path(saved_as)) if is_made else ""


def join_url(base: str, path: str) -> str:
    """`path`, an address below the site's root, on `base` (empty in a preview)."""
    return f"{base.rstrip('/')}/{path.lstrip('/')}"


def page_path(output_file: str) -> str:
    """The address of an output file, without the `index.html` that servers add."""
    folder, _, name = output_file.rpartition("/")
    return f"{folder}/".lstrip("/") if name == "index.html" else output_file


def asset_url(config: ThemeConfig, site_url: str, stylesheet: str, name: str) -> str:
    """The address of the bundle (`style`) or of a file in one of the theme's static folders; raises UnknownAssetError."""
    path = f"css/{stylesheet}" if name == "style" else name
    if name != "style" and not any((folder / name).is_file() for folder in config.static_folders):
        raise UnknownAssetError(name)
    return join_url(site_url, f"{config.static_url}/{path}")


def prepare(environment: Environment, config: ThemeConfig, settings: Mapping[str, Any], *, stylesheet: str) -> None:
    """Make `environment`, from which no template has been loaded yet, ready for the theme."""
    site_language = str(settings.get("DEFAULT_LANG", language.FALLBACK))
    translations = language.catalogue(config.folder / "locale", "theme", site_language)
    environment.autoescape = True
    environment.undefined = StrictUndefined
    environment.add_extension("jinja2.ext.i18n")
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    site_url, words = str(settings.get("SITEURL", "")), labels(settings.get("SITE_LABELS", {}), translations.gettext)
    environment.globals |= {
        "asset_url": partial(asset_url, config, site_url, stylesheet),
        "site_url": partial(join_url, site_url),
        "public_url": partial(join_url, str(settings.get("SITE_PUBLIC_URL") or site_url)),
        "page_path": page_path,
        "list_pages": list_pages(settings),
        "labels": words,
        "text_direction": language.text_direction,
    }
    environment.filters["counted"] = partial(counted, words=words, site_language=site_language)
    environment.filters["long_date"] = partial(language.long_date, language=site_language)
    environment.filters["language_name"] = language.language_name
