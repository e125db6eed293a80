"""Links of texts to other texts and files of the site that lead to nothing, each at its line in the author's file."""

from __future__ import annotations

import os
import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import get_close_matches
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlparse

from pelican.settings import DEFAULT_CONFIG

from fastbuild.locating import line_outside_code, text_of
from fastbuild.problems import Problem

from .model import WARNING
from .records import LINK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LINK_FILE, LINK_SOURCE, IMAGE = "link-file", "link-source", "image-local"
_IN_BRACES = re.compile(r"""=\s*["'][{|]""")
_LOCAL = r"""(?![a-zA-Z][\w+.-]*:|//|[{|#])"""
_IMAGE = re.compile(rf"""<img\b[^>]*?\ssrc\s*=\s*(["']){_LOCAL}(.*?)\1""", re.IGNORECASE | re.DOTALL)
_SOURCE = re.compile(
    rf"""<a\b[^>]*?\shref\s*=\s*(["']){_LOCAL}([^"']*?\.(?:md|markdown|mkd|mdown|rst)(?:[?#].*?)?)\1""", re.IGNORECASE | re.DOTALL
)
_ENDINGS = (".md", ".rst", ".mkd", ".mdown", ".markdown")
_USUAL = DEFAULT_CONFIG["INTRASITE_LINK_REGEX"]
_WRAPPED = frozenset({"tag", "category", "author"})
MOST_GUESSES = 50
"""So many mistakes of a build are compared with all names, which takes its time; the others do without a suggestion."""


@dataclass(slots=True)
class Site:
    """What links may lead to. All paths are below the content folder."""

    folder: Path
    texts: Mapping[str, Any]
    """By path; None for a file that is left out."""
    files: Mapping[str, Any]
    slugs: Mapping[str, frozenset[str]]
    """Of tags, categories and authors; nothing for what is not known."""
    outputs: frozenset[str] = frozenset()
    """Where files that are copied will be found."""
    theme: tuple[tuple[str, Path], ...] = ()
    """Folders that are copied whole, with where to."""
    site_path: str = ""
    level: str = WARNING
    """An error where the site is strict."""
    _there: dict[str, bool] = field(default_factory=dict)
    _names: dict[str, frozenset[str]] = field(default_factory=dict)
    _by_name: dict[str, list[str]] = field(default_factory=dict)
    _guesses: int = 0

    def has_file(self, path: str) -> bool:
        """Pelican takes a file for granted once somebody links to it, so the disk is asked, and minds capitals even where that does not."""
        if path not in self._there:
            self._there[path] = (self.folder / path).is_file() and self._is_spelt_so(path)
        return self._there[path]

    def _is_spelt_so(self, path: str) -> bool:
        folder, name = posixpath.split(path)
        if name == ".." or (folder and not self._is_spelt_so(folder)):
            return name == ".."
        if folder not in self._names:
            self._names[folder] = frozenset(os.listdir(self.folder / folder))
        return name in self._names[folder]

    def similar(self, path: str) -> str:
        """A file or text of another folder, other capitals, or nearly the same name; empty if there is none."""
        if not self._by_name:
            for known in sorted({*(path for path, text in self.texts.items() if text is not None), *self._files()}):
                self._by_name.setdefault(posixpath.basename(known).casefold(), []).append(known)
        name = posixpath.basename(path).casefold()
        if name not in self._by_name:
            self._guesses += 1
            near = get_close_matches(name, self._by_name, n=1, cutoff=0.75) if self._guesses <= MOST_GUESSES else []
            return self._by_name[near[0]][0] if near else ""
        return next((known for known in self._by_name[name] if known.casefold() == path.casefold()), self._by_name[name][0])

    def _files(self) -> Iterator[str]:
        return (path for path in self.files if self.has_file(path))


def problems_of(content: Any, site: Site) -> Iterator[Problem]:
    """What is wrong with the links of one article or page."""
    html = content._content  # noqa: SLF001  `content` would resolve the links, and keep them so
    source = _Source(content, site.level)
    for link in _in_braces(html, content):
        if found := _of_pelican(link, content, site):
            yield source.problem(link["path"], found)
    for _, address in _IMAGE.findall(html) if "<img" in html else ():
        if found := _of_image(unescape(address), content, site):
            yield source.problem(address, found)
    for _, address in _SOURCE.findall(html) if any(ending in html for ending in _ENDINGS) else ():
        if found := _of_source(unescape(address), content, site):
            yield source.problem(address, found)


def _in_braces(html: str, content: Any) -> Iterator[re.Match[str]]:
    """The links that Pelican replaces. Its pattern is slow, so it is tried only where a brace begins an attribute."""
    if content.settings["INTRASITE_LINK_REGEX"] != _USUAL:
        yield from content._get_intrasite_link_regex().finditer(html)  # noqa: SLF001
        return
    pattern, end = None, 0
    for brace in _IN_BRACES.finditer(html):
        pattern = pattern or content._get_intrasite_link_regex()  # noqa: SLF001
        link = pattern.match(html, max(html.rfind("<", 0, brace.start()), 0))
        if link and link.end() > end:
            end = link.end()
            yield link


@dataclass(slots=True)
class _Found:
    rule: str
    message: str
    fix: str


@dataclass(slots=True)
class _Source:
    """The author's file, read when something in it is wrong."""

    content: Any
    level: str
    text: str | None = None
    seen: Counter[str] = field(default_factory=Counter)

    def problem(self, needle: str, found: _Found) -> Problem:
        path = Path(self.content.source_path)
        if self.text is None:
            self.text = text_of(path)
        line = line_outside_code(self.text, (unescape(needle), needle, unquote(unescape(needle))), self.seen[needle])
        self.seen[needle] += 1
        return Problem(self.level, found.message, path, line, found.rule, found.fix)


def _of_pelican(link: re.Match[str], content: Any, site: Site) -> _Found | None:
    """A link in braces. What Pelican finds in one of its three ways of reading it is right."""
    what, value = link["what"], link["value"]
    if what in _WRAPPED:
        return _of_name(what, urlparse(value).path, content, site)
    if what not in {"filename", "static", "attach"}:
        return None
    bare = urlparse(value).path
    paths = [_below_content(path, content, site) for path in dict.fromkeys((bare, unquote(bare), urlparse(unescape(value)).path))]
    if any((what == "filename" and site.texts.get(path)) or (path in site.files and site.has_file(path)) for path in paths):
        return None
    return _dead(link, paths[0], site)


def _dead(link: re.Match[str], path: str, site: Site) -> _Found:
    shown = f"{{{link['what']}}}{unescape(link['value'])}"
    if path in site.texts and site.texts[path] is None:
        return _Found(LINK, f"the link {shown} leads to a text that is left out.", "Mend that text first.")
    near = site.similar(path)
    kind = link["what"] if link["what"] == "attach" else "filename" if near in site.texts else "static"
    fix = f"Did you mean {{{kind}}}/{near}?" if near else "Put the file there, or mend the path."
    rule = LINK if link["what"] == "filename" else LINK_FILE
    return _Found(rule, f"the link {shown} leads to nothing.", fix)


def _of_name(what: str, name: str, content: Any, site: Site) -> _Found | None:
    """`{tag}Trust`, for which Pelican makes an address whether anybody has the tag or not."""
    known = site.slugs.get(what)
    if known is None:
        return None
    from pelican.urlwrappers import Author, Category, Tag  # noqa: PLC0415

    wrapped = {"tag": Tag, "category": Category, "author": Author}[what](unquote(name), content.settings)
    if wrapped.slug in known:
        return None
    near = get_close_matches(str(wrapped.slug), known, n=1)
    fix = f"Did you mean {{{what}}}{near[0]}?" if near else "Mind the spelling, or take the link out."
    return _Found(LINK, f"no published article has the {what} '{unescape(unquote(name))}', so that this link leads to nothing.", fix)


def _below_content(path: str, content: Any, site: Site) -> str:
    if path.startswith("/"):
        return posixpath.normpath(path[1:])
    inside = f"{site.folder}{os.sep}"
    source = str(content.source_path)
    folder = os.path.dirname(source[len(inside) :]).replace(os.sep, "/") if source.startswith(inside) else content.relative_dir
    return posixpath.normpath(posixpath.join(folder, path))


def _of_source(address: str, content: Any, site: Site) -> _Found | None:
    """A text's source in place of its page, as programs that show sources want it."""
    if _below_content(unquote(urlparse(address).path), content, site) not in site.texts:
        return None
    return _Found(LINK_SOURCE, f"the link {address} leads to the source and not to its page.", f"Write {{filename}}{address}.")


def _of_image(address: str, content: Any, site: Site) -> _Found | None:
    """An image that is nowhere, by its address as browsers read it."""
    path = unquote(urlparse(address).path)
    return None if not path or _is_there(path, content, site) else _lost_image(address, path, content, site)


def _is_there(path: str, content: Any, site: Site) -> bool:
    output = posixpath.normpath(urljoin(f"/{content.url}", path).removeprefix(site.site_path)).lstrip("/")
    if output in site.outputs:
        return True
    return any((folder / output.removeprefix(f"{prefix}/")).is_file() for prefix, folder in site.theme if output.startswith(f"{prefix}/"))


def _lost_image(address: str, path: str, content: Any, site: Site) -> _Found:
    own = _below_content(path, content, site)
    near = own if site.has_file(own) else site.similar(own)
    fix = f"Did you mean {{static}}/{near}?" if near else "Put the file into the content folder, and write {static} in front of its path."
    return _Found(IMAGE, f"there is no image {address}.", fix)


def relative(path: str, folder: Path) -> str:
    """As Pelican names a source: below the content folder, with slashes."""
    return os.path.relpath(path, folder).replace(os.sep, "/")
