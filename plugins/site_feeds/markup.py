"""An article's HTML as feed readers can use it: plain elements, whole addresses, one image for each picture, nothing that must be run.

What readers take out or misread is turned into something plainer before they see it: a frame becomes a link to what it shows, `details`
stand open, a `picture` is its image, a link at a heading goes. Footnotes lead to the page, since readers drop or rename ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .addresses import UNSAFE, absolute, scheme_of
from .elements import (
    BLOCKS,
    DIVISIONS,
    DROPPED,
    FRAMES,
    HEADINGS,
    KEPT_ATTRIBUTES,
    LINKS,
    NEEDED,
    PERMALINK_CLASSES,
    PERMALINK_SIGNS,
    RENAMED,
    UNWRAPPED,
)
from .pictures import describe, first_of, simplify_image, simplify_media, simplify_noscript, simplify_picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from lxml.html import HtmlElement


def simplify(root: HtmlElement, page_url: str) -> None:
    """Change all below `root` in place into what the manual page promises; addresses are seen from `page_url`."""
    for element in list(root.iterdescendants()):
        if element.getparent() is not None:
            _change(element)
    for element in list(root.iterdescendants()):
        _tidy(element, page_url)
    for element in reversed(list(root.iterdescendants())):  # what is in a block decides what it becomes
        change = _BLOCK_CHANGES.get(str(element.tag))
        if change:
            change(element)


def _change(element: HtmlElement) -> None:
    """What is hidden on the page is not in the feed; elements that only a program knows, `x-gallery`, leave their content."""
    name = str(element.tag)
    if element.get("hidden") is not None:
        element.drop_tree()
    elif not (name.isascii() and name.isalnum()):
        element.drop_tag()
    elif change := _CHANGES.get(name):
        change(element)


def _drop(element: HtmlElement) -> None:
    element.drop_tree()


def _unwrap(element: HtmlElement) -> None:
    if _is_of_a_language(element):
        element.tag = "span"
    else:
        element.drop_tag()


def _rename(element: HtmlElement) -> None:
    element.tag = RENAMED[str(element.tag)]


def _frame(element: HtmlElement) -> None:
    """A link to what would be shown, named by its title or its address. What is in an `iframe` no browser shows."""
    url = first_of(element, FRAMES[str(element.tag)], "data-src")
    if not url or scheme_of(url) in UNSAFE:
        (element.drop_tag if element.tag == "object" else element.drop_tree)()
        return
    link = element.makeelement("a", {"href": url})
    link.text = element.get("title") or url.partition("//")[2] or url
    parent, replacement = element.getparent(), link
    if parent is not None and parent.tag in DIVISIONS | {"body", "figure", "blockquote"}:
        replacement = element.makeelement("p")
        replacement.append(link)
    replacement.tail = element.tail
    if parent is not None:
        parent.replace(element, replacement)


def _anchor(element: HtmlElement) -> None:
    if _is_permalink(element):
        element.drop_tree()
    elif element.get("href") is None or not _has_content(element) or _is_of_heading(element):
        element.drop_tag()


def _is_permalink(element: HtmlElement) -> bool:
    """A sign, or words beside a heading's own, that lead to where they stand."""
    text, is_by_class = element.text_content().strip(), _has_class(element, PERMALINK_CLASSES)
    if next(element.iter("img"), None) is not None:
        return False
    if text in PERMALINK_SIGNS:
        return is_by_class or (_is_in(element, *HEADINGS) and element.get("href", "").startswith("#"))
    return is_by_class and any(heading.text_content().strip() != text for heading in element.iterancestors(*HEADINGS))


def _is_of_heading(element: HtmlElement) -> bool:
    """A heading that is a link as a whole, to itself or to a table of contents."""
    return _has_class(element, {"toclink"}) or (_has_class(element, PERMALINK_CLASSES) and _is_in(element, *HEADINGS))


_CHANGES: dict[str, Callable[[HtmlElement], None]] = {
    **dict.fromkeys(DROPPED, _drop),
    **dict.fromkeys(UNWRAPPED, _unwrap),
    **dict.fromkeys(RENAMED, _rename),
    **dict.fromkeys(FRAMES, _frame),
    "noscript": simplify_noscript,
    "picture": simplify_picture,
    "img": simplify_image,
    "image": simplify_image,
    "audio": simplify_media,
    "video": simplify_media,
    "a": _anchor,
}
"""What becomes of elements, by name; all others stay."""


def _tidy(element: HtmlElement, page_url: str) -> None:
    """Attributes: those that mean something, addresses whole and harmless."""
    kept = {name: value for name, value in element.attrib.items() if name in KEPT_ATTRIBUTES}
    element.attrib.clear()  # one by one, lxml cannot take away `{x}`
    element.attrib.update(kept)
    for name in LINKS:
        if name in kept:
            _set_address(element, name, page_url)


def _set_address(element: HtmlElement, name: str, page_url: str) -> None:
    value = element.get(name, "")
    scheme = scheme_of(value)
    is_safe = scheme not in UNSAFE or (scheme == "data" and name == "src")
    url = absolute(value, page_url) if is_safe else ""
    if url:
        element.set(name, url)
    elif NEEDED.get(str(element.tag)) == name:
        describe(element)
    else:
        del element.attrib[name]


def _division(element: HtmlElement) -> None:
    """Text that stands alone in its element is a paragraph, and beside blocks it stays apart, else it would run into its neighbours."""
    has_blocks = next(element.iterdescendants(*BLOCKS), None) is not None
    is_something = _is_of_a_language(element) or _has_loose_text(element) if has_blocks else _has_content(element)
    if _is_in(element, "pre", "dt", *HEADINGS) or not is_something:
        element.drop_tag()
    else:
        element.tag = "div" if has_blocks else "p"


def _paragraph(element: HtmlElement) -> None:
    if next(element.iterdescendants(*BLOCKS), None) is not None:
        _division(element)


def _summary(element: HtmlElement) -> None:
    """The summary of `details` as a bold paragraph, or as the heading that it contains."""
    if next(element.iterdescendants(*BLOCKS), None) is not None or not _has_content(element):
        element.drop_tag()
        return
    element.tag = "p"
    strong = element.makeelement("strong")
    strong.text, element.text = element.text, None
    strong.extend(list(element))
    element.append(strong)


_BLOCK_CHANGES: dict[str, Callable[[HtmlElement], None]] = {
    **dict.fromkeys(DIVISIONS, _division),
    "p": _paragraph,
    "summary": _summary,
}


def _is_in(element: HtmlElement, *names: str) -> bool:
    return next(element.iterancestors(*names), None) is not None


def _is_of_a_language(element: HtmlElement) -> bool:
    return bool(element.get("lang") or element.get("dir"))


def _has_class(element: HtmlElement, names: AbstractSet[str]) -> bool:
    return not names.isdisjoint(element.get("class", "").split())


def _has_content(element: HtmlElement) -> bool:
    return bool(element.text_content().strip()) or next(element.iter("img", "video", "audio"), None) is not None


def _has_loose_text(element: HtmlElement) -> bool:
    """Whether there are words beside the blocks in it."""
    texts = [element.text, *(child.tail for child in element), *(child.text_content() for child in element if child.tag not in BLOCKS)]
    return any(text and text.strip() for text in texts)
