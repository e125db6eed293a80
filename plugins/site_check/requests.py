"""What a page makes a browser ask for, and whom. After the HTML standard: which attribute of which element is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .pages import Element, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .config import CheckConfig

FETCHED = {
    ("img", "src"): "image",
    ("input", "src"): "image",
    ("image", "href"): "image",
    ("image", "xlink:href"): "image",
    ("feimage", "href"): "image",
    ("feimage", "xlink:href"): "image",
    ("use", "href"): "image",
    ("use", "xlink:href"): "image",
    ("body", "background"): "image",
    ("table", "background"): "image",
    ("td", "background"): "image",
    ("video", "poster"): "image",
    ("video", "src"): "media",
    ("audio", "src"): "media",
    ("source", "src"): "media",
    ("track", "src"): "media",
    ("iframe", "src"): "frame",
    ("frame", "src"): "frame",
    ("fencedframe", "src"): "frame",
    ("portal", "src"): "frame",
    ("embed", "src"): "object",
    ("object", "data"): "object",
    ("applet", "archive"): "object",
    ("script", "src"): "script",
    ("script", "href"): "script",
    ("script", "xlink:href"): "script",
    ("form", "action"): "form",
    ("button", "formaction"): "form",
    ("input", "formaction"): "form",
}
"""Which attributes are fetched or sent to, and the kind of request, as `doors` calls it."""

SETS = frozenset({("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset")})
"""Attributes that list several images."""

LINKS = {
    "stylesheet": "style",
    "icon": "image",
    "apple-touch-icon": "image",
    "apple-touch-icon-precomposed": "image",
    "mask-icon": "image",
    "modulepreload": "script",
    "manifest": "connect",
    "preconnect": "connect",
    "dns-prefetch": "connect",
    "prefetch": "connect",
    "prerender": "connect",
}
"""Relations of `<link>` that make a browser speak to the host; `preload` says itself what for."""

PRELOADED = {"image": "image", "font": "font", "style": "style", "script": "script", "audio": "media", "video": "media", "track": "media"}

_CSS_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"')\s]*))\s*\)", re.IGNORECASE)
_CSS_IMPORT = re.compile(r"@import\s+(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FONT = re.compile(r"\.(?:woff2?|ttf|otf|eot)(?:[?#]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that a browser is told to ask for. `host` is empty for the site's own, and for what needs no request."""

    kind: str
    url: str
    host: str
    line: int
    element: str
    scheme: str = ""


def requests_of(page: Page, config: CheckConfig) -> Iterator[Request]:
    """All requests of a page, its inline style and what stands in `srcdoc` among them."""
    for element in page.elements:
        for kind, url in _urls(element):
            yield _request(kind, url, config, element=element)
        if element.get("srcdoc"):
            yield from requests_of(Page.parse(page.path, element.get("srcdoc"), line=element.line), config)
    for code in page.code:
        if code.element.name == "style":
            yield from (replace(found, line=code.line + found.line - 1) for found in requests_of_style(code.text, config))


def requests_of_style(css: str, config: CheckConfig) -> Iterator[Request]:
    """All requests of a style sheet."""
    text = _CSS_COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), css)
    element = Element("style", {}, 0)
    for match in [*_CSS_IMPORT.finditer(text), *_CSS_URL.finditer(text)]:
        url = next((group for group in match.groups() if group), "")
        kind = "style" if _is_import(text, match) else "font" if _FONT.search(url) else "image"
        yield replace(_request(kind, url, config, element=element), line=text.count("\n", 0, match.start()) + 1)


def _is_import(css: str, match: re.Match[str]) -> bool:
    return match[0].startswith("@") or css[: match.start()].rstrip().lower().endswith("@import")


def _urls(element: Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attributes.items():
        kind = FETCHED.get((element.name, name))
        if kind:
            yield kind, value
        if (element.name, name) in SETS:
            yield from (("image", part.split()[0]) for part in re.split(r",\s+|,$", value) if part.split())
        if name == "ping":
            yield from (("connect", part) for part in value.split())
        if name == "style":
            yield from (("image", next((group for group in match.groups() if group), "")) for match in _CSS_URL.finditer(value))
    if element.name == "link":
        yield from _link(element)


def _link(element: Element) -> Iterator[tuple[str, str]]:
    for relation in element.get("rel").lower().split():
        kind = PRELOADED.get(element.get("as").lower(), "connect") if relation == "preload" else LINKS.get(relation)
        if kind:
            yield kind, element.get("href")


def _request(kind: str, url: str, config: CheckConfig, *, element: Element) -> Request:
    scheme, host = address(url)
    own = not host or host in config.own_hosts
    return Request(kind, url.strip(), "" if own else host, element.line, element.name, scheme)


def address(url: str) -> tuple[str, str]:
    r"""Scheme and host (with an unusual port) as a browser would read them: blanks and control characters do not count, `\\` is `/`."""
    text = url.strip("".join(map(chr, range(0x21)))).replace("\\", "/")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return "", text  # what cannot be read is surely not the site's own
    default = 80 if parts.scheme == "http" else 443
    host = (parts.hostname or "").rstrip(".")
    return parts.scheme, f"{host}:{port}" if port and port != default else host
