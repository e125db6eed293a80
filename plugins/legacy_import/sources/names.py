"""Names of elements, each with the prefix that it usually has, whatever prefix a file gives it or forgets to declare.

`content:encoded` is WordPress's text of a post in every file that names its namespace, and also where `content` is not declared at all.
RSS of all versions has no prefix, Atom of both has `atom`.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .repairs import Repairs

_PREFIXES = {
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.w3.org/2007/app": "app",
    "http://purl.org/atom/app#": "app",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://schemas.google.com/blogger/2018": "blogger",
    "http://schemas.google.com/g/2005": "gd",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
}
_WORDPRESS = re.compile(r"https?://(?:www\.)?wordpress\.org/export/[\d.]+/(excerpt/)?")
_USUAL = frozenset({*_PREFIXES.values(), "wp", "excerpt", "wfw", "georss", "itunes", "slash", "sy"})
_MANY = 1000
_DECLARATION = re.compile(r"""\bxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ATTRIBUTE = re.compile(r"""(?<![^\s/"'])([^\s=/"'<>]++)\s*+=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")


class Scope:
    """What prefixes mean within an element."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self._prefixes = prefixes
        self._names: dict[str, str] = {}

    def within(self, attributes: str) -> Scope:
        """The scope inside a start tag with these attributes."""
        declared = {prefix: prefix_of(double or single, prefix) for prefix, double, single in _DECLARATION.findall(attributes)}
        return Scope(self._prefixes | declared) if declared else self

    def or_default(self, prefix: str) -> Scope:
        """The same, with a meaning for names without a prefix if nobody declared one."""
        return self if "" in self._prefixes else Scope({**self._prefixes, "": prefix})

    def name(self, given: str, repairs: Repairs, line: int) -> str:
        known = self._names.get(given)
        if known is None:
            if len(self._names) > _MANY:
                self._names.clear()
            known = self._names[given] = self._resolved(given, repairs, line)
        return known

    def _resolved(self, given: str, repairs: Repairs, line: int) -> str:
        prefix, _, local = given.rpartition(":")
        meant = self._prefixes.get(prefix)
        if meant is None:
            meant = prefix.lower()
            if prefix:
                repairs.saw("undeclared-prefix", line, detail=prefix)
            elif local in {"feed", "entry"}:  # an Atom feed that forgot to say so
                meant = "atom"
        return f"{meant}:{local}" if meant else local


def prefix_of(namespace: str, given: str) -> str:
    """The usual prefix of a namespace; that of an unknown one is never taken for a usual one."""
    namespace = html.unescape(namespace).strip()
    if found := _WORDPRESS.fullmatch(namespace):
        return "excerpt" if found[1] else "wp"
    if namespace in _PREFIXES:
        return _PREFIXES[namespace]
    if not given:
        return ""
    return f"other-{given}" if given in _USUAL - {"wfw", "georss", "itunes", "slash", "sy"} else given


def attributes_of(source: str) -> dict[str, str]:
    """The attributes of a tag by the names that they have there; of two with one name the first."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        found.setdefault(name, html.unescape(double or single or bare.removesuffix("/")))
    return found
