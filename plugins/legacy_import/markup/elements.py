"""What elements are, for this plugin: tables that the other modules read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import Tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DEAD = frozenset(
    {
        *(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "meta",
            "link",
            "base",
            "object",
            "embed",
            "applet",
            "iframe",
            "frame",
        ),
        *("frameset", "noframes", "input", "select", "textarea", "svg", "math", "canvas", "param", "map", "bgsound"),
    }
)
"""Never written, whatever is in them; `tidied` has said so of those that show something."""

FLOW = frozenset(
    {
        *("p", "div", "section", "article", "main", "aside", "header", "footer", "nav", "center", "address", "hgroup", "form", "fieldset"),
        *(
            "body",
            "html",
            "tbody",
            "thead",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "figcaption",
            "summary",
            "legend",
            "dt",
            "dd",
            "li",
            "menu",
        ),
    }
)
"""Elements that begin a new paragraph and say nothing else, and parts of others that lost their whole."""
BLOCKS = FLOW | {*HEADINGS, "ul", "ol", "dl", "blockquote", "pre", "table", "figure", "hr", "details", "video"}

SAME_AS = {
    "b": "strong",
    "i": "em",
    "strike": "del",
    "s": "del",
    "tt": "code",
    "cite": "em",
    "dfn": "em",
    "var": "em",
    "acronym": "abbr",
    "xmp": "pre",
    "listing": "pre",
    "plaintext": "pre",
    "dir": "ul",
}
FORMATS = frozenset({"strong", "em", "a", "sub", "sup", "ins", "del", "mark", "abbr", "kbd", "samp", "q", "ruby", "rt", "rp"})
LEAVES = frozenset({"img", "br", "code", "audio"})

ATTRIBUTES = {
    "a": ("href", "title"),
    "img": ("src", "alt"),
    "abbr": ("title",),
    "ol": ("start",),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"),
    "video": ("src", "controls", "poster", "width", "height"),
    "audio": ("src", "controls"),
    "source": ("src", "type"),
    "track": ("src", "kind", "srclang", "label"),
    "details": ("open",),
}
"""What is kept of an element's attributes."""
ADDRESSES = ("href", "src", "poster")


def name_of(tag: Tag) -> str:
    """The element's name, of old names that of today."""
    return SAME_AS.get(tag.name, tag.name)


def classes_of(tag: Tag) -> list[str]:
    return attribute(tag, "class").split()


def elements_in(tag: Tag) -> list[Tag]:
    """The elements directly in `tag`."""
    return [node for node in tag.contents if isinstance(node, Tag)]


def living(tags: Iterable[Tag]) -> Iterator[Tag]:
    """Those that are still there when their turn comes; others went with an element around them."""
    return (tag for tag in tags if not tag.decomposed)


def attribute(tag: Tag, name: str) -> str:
    """An attribute as one text, empty if there is none."""
    value = tag.get(name)
    return value if isinstance(value, str) else " ".join(value or [])
