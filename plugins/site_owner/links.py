"""The menus of `site.toml` as pairs of label and address, which is what a template needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .menu_words import HOME_LIST, WORDS, label_of
from .pages import Page, read_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from .model import MenuEntry, Site

Links = tuple[tuple[str, str], ...]


def menu_links(site: Site, pages_folder: Path) -> Links:
    """The entries of `menu`: (label, address).

    Addresses of the site's own pages are relative to its root, without a slash before (`archive/`; the page that is the home page
    is the empty string), foreign ones are complete. An empty label means that the theme says it in the site's language.
    Pages are those of `pages_folder`; an entry whose page is not there is left out (`read_site` has reported it, unless it looked
    into another folder).
    """
    return _links(site.menu, site, pages_folder)


def footer_links(site: Site, pages_folder: Path) -> Links:
    """The entries of `footer`, like `menu_links`."""
    return _links(site.footer, site, pages_folder)


def _links(entries: Iterable[MenuEntry], site: Site, pages_folder: Path) -> Links:
    pages = read_pages(pages_folder)
    links = (_link(entry, site, pages) for entry in entries)
    return tuple(link for link in links if link is not None)


def _link(entry: MenuEntry, site: Site, pages: Mapping[str, Page]) -> tuple[str, str] | None:
    if entry.label is not None:
        return entry.label, entry.target
    if entry.target in WORDS:
        return label_of(entry.target, site.labels), _list_address(entry.target, site.home)
    page = pages.get(entry.target)
    return (page.title, "" if page.name == site.home else f"{page.slug}/") if page else None


def _list_address(word: str, home: str) -> str:
    return "letters/" if word == HOME_LIST and home != HOME_LIST else WORDS[word]
