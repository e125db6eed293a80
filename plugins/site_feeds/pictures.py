"""Images, films and recordings with one address each: scripts, sets and sources are things that readers know nothing of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .addresses import scheme_of
from .characters import BLANKS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LAZY = ("data-src", "data-lazy-src", "data-original")
"""Where scripts that load images late find them; what stands in `src` until then is a placeholder."""
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*?)(?:,+(?=\s|$)|\s+([^,]*)(?:,|$)|$)")
"""As HTML reads a `srcset`: an address may hold commas, only not at its end."""


def first_of(element: HtmlElement, *names: str) -> str:
    """The first of these attributes that says something."""
    return next((value for name in names if (value := element.get(name, "").strip())), "")


def simplify_picture(element: HtmlElement) -> None:
    """The image that browsers fall back to, or the last source where it has no address of its own."""
    sources = [first_of(source, *_SETS) for source in element.iter("source")]
    image = next(element.iter("img"), None)
    if image is None:
        image = element.makeelement("img")
        element.append(image)
    if sources and not first_of(image, *_SETS):
        image.set("srcset", sources[-1])
    simplify_image(image)
    element.drop_tag()


def simplify_image(element: HtmlElement) -> None:
    """One address: what a script would have put in, and the largest of a set where there is no other."""
    element.tag = "img"  # browsers take `image` for it
    shown = first_of(element, "src")
    stands_in = scheme_of(shown) == "data"
    source = first_of(element, *_LAZY) or ("" if stands_in else shown) or _largest(first_of(element, *_SETS)) or shown
    if not source:
        describe(element)
        return
    element.set("src", source)
    if element.get("alt") is None:
        element.set("alt", "")


def describe(element: HtmlElement) -> None:
    """What an image, a film or a link says in words, where there is nothing that it leads to."""
    if element.tag == "img":
        element.text = element.get("alt")
    element.drop_tag()


def simplify_noscript(element: HtmlElement) -> None:
    """What is there for browsers without scripts, unless a lazy image before it is there already."""
    before = element.getprevious()
    has_image = next(element.iter("img"), None) is not None
    if not has_image or before is None or before.tag != "img" or (before.tail or "").strip():
        element.drop_tag()
    elif scheme_of(before.get("src", "")) != "data":
        element.drop_tree()
    else:
        before.drop_tree()
        element.drop_tag()


def simplify_media(element: HtmlElement) -> None:
    """A film or recording with one source in its own attribute, since `source` elements are often lost."""
    sources = [first_of(source, "src", "data-src") for source in element.iter("source")]
    source = next(filter(None, [first_of(element, "src", "data-src"), *sources]), "")
    if not source:
        element.drop_tag()
        return
    element.set("src", source)
    element.set("controls", "")


def _largest(srcset: str) -> str:
    """The address with the greatest width or density: `a.png 1x, b.png 2x` gives `b.png`."""
    candidates = _CANDIDATE.findall(srcset.strip(f"{BLANKS},"))
    return max(candidates, key=lambda it: _size(it[1]))[0] if candidates else ""


def _size(descriptor: str) -> float:
    number = re.match(r"[\d.]+", descriptor)
    try:
        return float(number[0]) if number else 1.0
    except ValueError:
        return 0.0
