"""Rules on the HTML of entries, apart from readers: addresses, elements and attributes as the W3C feed validator and readers want them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..markup import Start
from ..model import Hit
from .site import needle_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..config import CheckConfig
    from .site import EntryContent

ADDRESSES = frozenset({"action", "background", "cite", "data", "href", "longdesc", "poster", "src"})
"""Attributes that hold one address; `srcset` holds several."""

FORBIDDEN = frozenset(
    {
        *("applet", "base", "button", "embed", "form", "frame", "iframe", "input", "link", "math", "meta", "object", "script"),
        *("select", "style", "svg", "textarea"),
    }
)
"""Elements that run, load, or ask for something, or that readers show wrongly. The validator names most of them SecurityRisk."""

UNSAFE = frozenset({"javascript", "vbscript"})

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_RAW_AMPERSAND = re.compile(r"&(?!(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)")
_SRCSET = re.compile(r",\s+|,$")
_MOST = 3  # examples in a message


def relative_address(content: EntryContent, config: CheckConfig) -> Iterator[Hit]:
    """An address that only makes sense on the page, `#fn` among them: a reader shows the entry elsewhere."""
    found = [(start, url) for start in _starts(content) for _, url in _addresses(start) if not _SCHEME.match(url)]
    needle = needle_of(found[0][1], config) if found else ""
    named = [(start, f"`{url}`") for start, url in found]
    yield from _told(content, named, "Relative addresses lead nowhere in a reader:", "Write it whole, with the site's name.", needle)


def insecure_picture(content: EntryContent, config: CheckConfig) -> Iterator[Hit]:
    """A picture without encryption, which readers in a browser block."""
    for start in _starts(content):
        pictures = [url for name, url in _addresses(start) if start.tag == "img" and name in {"src", "srcset"}]
        for url in pictures:
            if url.lower().startswith("http:"):
                fix = "Write https:// if its host can be reached so, or keep a copy in content/images."
                yield _hit(content, start, f"The picture {url} is not encrypted.", fix, needle_of(url, config))


def forbidden_markup(content: EntryContent, _config: CheckConfig) -> Iterator[Hit]:
    """Elements and attributes that run, load or decorate: scripts, frames, forms, `style`, `onclick`."""
    found = [(start, name) for start in _starts(content) for name in _forbidden(start)]
    yield from _told(content, found, "Readers take out", "Leave it out of the feed; a link to what it shows stays.")


def class_or_id(content: EntryContent, _config: CheckConfig) -> Iterator[Hit]:
    """Names for style sheets and fragments, which mean nothing in a reader."""
    found = [(start, f"`{name}`") for start in _starts(content) for name in ("class", "id") if start.has(name)]
    yield from _told(content, found, "Readers drop or rename", "Leave it out of the feed.")


def picture_without_alt(content: EntryContent, config: CheckConfig) -> Iterator[Hit]:
    """A picture that says nothing to those who cannot see it; an empty `alt` says that it is an ornament."""
    for start in _starts(content):
        if start.tag == "img" and not start.has("alt"):
            what = f"The picture {start.get('src')[:60]} has no alternative text."
            yield _hit(content, start, what, "Describe it: `![What can be seen](…)`.", needle_of(start.get("src"), config))


def raw_ampersand(content: EntryContent, config: CheckConfig) -> Iterator[Hit]:
    """An `&` in an attribute that begins no reference: the validator calls it NotHtml, and some readers misread what follows."""
    for start in _starts(content):
        found = _RAW_AMPERSAND.search(start.source) if "&" in start.source else None
        if found:
            needle = needle_of(start.get("href") or start.get("src"), config)
            what = f"An `&` in <{start.tag}> is not written as `&amp;`: …{start.source[max(0, found.start() - 20) : found.end() + 20]}…"
            yield _hit(content, start, what, "Write `&amp;`.", needle)


def plus_for_space(content: EntryContent, config: CheckConfig) -> Iterator[Hit]:
    """A mail link in which blanks are `+`: mail programs show the plus signs (RFC 6068)."""
    for start in _starts(content):
        url = start.get("href")
        query = url.partition("?")[2] if url.lower().startswith("mailto:") else ""
        fields = [part for part in query.split("&") if part.lower().startswith(("subject=", "body=")) and "+" in part]
        if fields:
            yield _hit(content, start, f"Mail programs show the plus signs in `{fields[0][:60]}`.", "Write %20.", needle_of(url, config))


def _starts(content: EntryContent) -> Iterator[Start]:
    return (event for event in content.events if isinstance(event, Start))


def _hit(content: EntryContent, start: Start, what: str, fix: str, needle: str) -> Hit:
    return Hit(content.html.line_at(start.line), what, fix, needle=needle)


def _addresses(start: Start) -> Iterator[tuple[str, str]]:
    for name, value in start.attributes:
        if name in ADDRESSES:
            yield name, value.strip()
        elif name == "srcset":
            yield from ((name, part.split()[0]) for part in _SRCSET.split(value) if part.split())


def _forbidden(start: Start) -> Iterator[str]:
    if start.tag in FORBIDDEN:
        yield f"<{start.tag}>"
    yield from (f"`{name}`" for name, _ in start.attributes if name == "style" or name.startswith("on"))
    for _, url in _addresses(start):
        scheme = _SCHEME.match(url)
        if scheme and scheme[1].lower() in UNSAFE:
            yield f"`{scheme[1]}:`"


def _told(content: EntryContent, found: list[tuple[Start, str]], what: str, fix: str, needle: str = "") -> Iterator[Hit]:
    """One hit for all of a kind in an entry, at the first of them."""
    if found:
        names = list(dict.fromkeys(name for _, name in found))
        more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
        yield _hit(content, found[0][0], f"{what} {', '.join(names[:_MOST])}{more}.", fix, needle or found[0][0].source)
