"""An article's HTML as feed readers can use it: plain elements, whole addresses, one image for each picture, nothing that must be run.

What readers take out or misread is turned into something plainer before they see it: a frame becomes a link to what it shows, `details`
stand open, a `picture` is its image, a link at a heading goes. Footnotes lead to the page, since readers drop or rename ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html as lxml_html

from .addresses import UNSAFE, absolute, scheme_of
from .characters import allowed
from .elements import (
    BLOCKS,
    DROPPED,
    FRAMES,
    HEADINGS,
    KEPT_ATTRIBUTES,
    LINKS,
    PERMALINK_CLASSES,
    PERMALINK_SIGNS,
    UNWRAPPED,
    VOID_TO_LIBXML,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

_PARSER = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")


def parsed(html: str) -> HtmlElement:
    """`html` below an element of its own; what XML forbids is left out. No error: HTML has none."""
    text = allowed(html)
    return lxml_html.fragment_fromstring(f"<div>{text}</div>".encode(), create_parent=False, parser=_PARSER)


def simplify(root: HtmlElement, page_url: str) -> None:
    """Change all below `root` in place into what the manual page promises; addresses are seen from `page_url`."""
    _close_voids(root)
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str):
            _drop(element)
        elif element.getparent() is not None:
            change = _CHANGES.get(element.tag)
            if change:
                change(element)
    for element in list(root.iterdescendants()):
        _tidy(element, page_url)


def serialized(root: HtmlElement) -> str:
    """What is below `root`, as HTML that XML can hold."""
    inside = lxml_html.tostring(root, encoding="unicode", with_tail=False).removeprefix("<div>").removesuffix("</div>")
    for name in VOID_TO_LIBXML:
        inside = inside.replace(f"</{name}>", "")
    return allowed(inside).strip()


def _close_voids(root: HtmlElement) -> None:
    """What libxml2 put into a void element stands behind it."""
    for element in list(root.iter(*VOID_TO_LIBXML)):
        for child in reversed(list(element)):
            element.addnext(child)
        if element.text:
            element.tail, element.text = f"{element.text}{element.tail or ''}", None


def _drop(element: HtmlElement) -> None:
    element.drop_tree()


def _unwrap(element: HtmlElement) -> None:
    if element.tag == "noscript" and _repeats_an_image(element):
        element.drop_tree()
    elif not (element.tag == "span" and (element.get("lang") or element.get("dir"))):
        element.drop_tag()


def _division(element: HtmlElement) -> None:
    """Text that stands alone in its element is a paragraph, else it would run into its neighbours."""
    if any(child.tag in BLOCKS for child in element.iterdescendants()) or _is_in(element, "p") or not _has_content(element):
        element.drop_tag()
    else:
        element.tag = "p"


def _summary(element: HtmlElement) -> None:
    """The summary of `details` as a bold paragraph, or as the heading that it contains."""
    if any(child.tag in BLOCKS for child in element.iterdescendants()):
        element.drop_tag()
        return
    element.tag = "p"
    strong = element.makeelement("strong")
    strong.text, element.text = element.text, None
    strong.extend(list(element))
    element.append(strong)


def _picture(element: HtmlElement) -> None:
    """The image that browsers fall back to, or the last source where there is none."""
    sources = [source.get("srcset", "") for source in element.iter("source")]
    if next(element.iter("img"), None) is None and sources:
        image = element.makeelement("img", {"srcset": sources[-1]})
        element.append(image)
        _image(image)
    for source in list(element.iter("source")):
        source.drop_tree()
    element.drop_tag()


def _image(element: HtmlElement) -> None:
    """One address: what a script would have put in, and the largest of a set where there is no other."""
    lazy = element.get("data-src") or element.get("data-lazy-src") or ""
    source = element.get("src") or ""
    largest = _largest(element.get("srcset") or element.get("data-srcset") or "")
    if not source or source.startswith("data:"):
        source = lazy or largest or source
    if not source:
        element.drop_tree()
        return
    element.set("src", source)
    if element.get("alt") is None:
        element.set("alt", "")


def _largest(srcset: str) -> str:
    """The address with the greatest width or density: `a.png 1x, b.png 2x` gives `b.png`."""
    candidates = [candidate.split() for candidate in srcset.split(", ") if candidate.strip()]
    sized = [(_size(rest), url.rstrip(",")) for url, *rest in candidates]
    return max(sized, key=lambda it: it[0])[1] if sized else ""


def _size(descriptor: list[str]) -> float:
    number = descriptor[0].rstrip("wx,") if descriptor else "1"
    try:
        return float(number)
    except ValueError:
        return 0.0


def _frame(element: HtmlElement) -> None:
    """A link to what would be shown, named by its title or its address."""
    url = element.get(FRAMES[str(element.tag)], "")
    if not url or scheme_of(url) in UNSAFE:
        element.drop_tag()
        return
    link = element.makeelement("a", {"href": url})
    link.text = element.get("title") or url.partition("//")[2] or url
    parent = element.getparent()
    replacement = link
    if parent is not None and parent.tag in {"div", "body", "section", "figure", "blockquote", "article"}:
        replacement = element.makeelement("p")
        replacement.append(link)
    replacement.tail = element.tail
    if parent is not None:
        parent.replace(element, replacement)


def _media(element: HtmlElement) -> None:
    """A film or recording with one source in its own attribute, since `source` elements are often lost."""
    sources = [source.get("src", "") for source in element.iter("source")]
    if not element.get("src") and sources:
        element.set("src", sources[0])
    for source in list(element.iter("source", "track")):
        source.drop_tree()
    element.set("controls", "")


def _anchor(element: HtmlElement) -> None:
    classes = set(element.get("class", "").split())
    is_in_heading = _is_in(element, *HEADINGS)
    is_permalink = is_in_heading and element.get("href", "").startswith("#") and element.text_content().strip() in PERMALINK_SIGNS
    if classes & PERMALINK_CLASSES or is_permalink:
        element.drop_tree()
    elif "toclink" in classes or element.get("href") is None or scheme_of(element.get("href", "")) in UNSAFE:
        element.drop_tag()


_CHANGES: dict[str, Callable[[HtmlElement], None]] = {
    **dict.fromkeys(DROPPED - {"source", "track"}, _drop),
    **dict.fromkeys(UNWRAPPED, _unwrap),
    **dict.fromkeys(FRAMES, _frame),
    "div": _division,
    "address": _division,
    "summary": _summary,
    "picture": _picture,
    "img": _image,
    "audio": _media,
    "video": _media,
    "a": _anchor,
}
"""What becomes of elements, by name; all others stay."""


def _tidy(element: HtmlElement, page_url: str) -> None:
    """Attributes: those that mean something, addresses whole. What is hidden on the page is not in the feed."""
    if element.get("hidden") is not None:
        element.drop_tree()
        return
    for name in list(element.attrib):
        if name not in KEPT_ATTRIBUTES:
            del element.attrib[name]
    for name in LINKS:
        value = element.get(name)
        if value is not None:
            _set_address(element, name, "" if scheme_of(value) == "data" and name != "src" else absolute(value, page_url))


def _set_address(element: HtmlElement, name: str, url: str) -> None:
    if url:
        element.set(name, url)
    elif element.tag == "a":
        element.drop_tag()
    else:
        del element.attrib[name]


def _repeats_an_image(element: HtmlElement) -> bool:
    """Whether a `noscript` shows what a lazy image before it shows already."""
    before = element.getprevious()
    image = next(element.iter("img"), None)
    return image is not None and before is not None and before.tag == "img" and bool(before.get("src"))


def _is_in(element: HtmlElement, *names: str) -> bool:
    return next(element.iterancestors(*names), None) is not None


def _has_content(element: HtmlElement) -> bool:
    return bool(element.text_content().strip()) or next(element.iter("img", "video", "audio"), None) is not None
