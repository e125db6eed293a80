"""What becomes of an article's elements and attributes in a feed: data, and nothing that is done with it."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DROPPED = _words(
    "script style template svg canvas form input button select option optgroup datalist textarea dialog link meta base title map area param"
    " noembed noframes keygen bgsound"
)
"""Elements that go with all that they contain: nothing, or nothing that a reader could show."""

UNWRAPPED = _words("span font big label output meter progress slot applet frameset marquee blink nobr source track")
"""Elements that go and leave their content."""

RENAMED = {"menu": "ul", "dir": "ul", "xmp": "pre", "listing": "pre", "plaintext": "pre"}
"""Elements that readers know by another name."""

FRAMES = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
"""Elements that show something else, and the attribute that says what."""

HEADINGS = _words("h1 h2 h3 h4 h5 h6")

DIVISIONS = _words("div address section article main header footer aside nav hgroup center search fieldset legend details")
"""Elements that stand apart from what is beside them, and mean nothing else to a reader."""

BLOCKS = DIVISIONS | HEADINGS | _words("p ul ol li dl dt dd table tr pre blockquote figure figcaption hr summary")
"""Elements that begin a line, and cannot be in a paragraph."""

KEPT_ATTRIBUTES = _words(
    "href src alt title width height lang dir cite datetime colspan rowspan scope abbr start reversed value poster controls hreflang"
)
"""Attributes that mean something in a reader."""

LINKS = ("href", "src", "cite", "poster")
"""Attributes that hold an address."""

NEEDED = {"a": "href", "img": "src", "audio": "src", "video": "src"}
"""Elements that are nothing without their address."""

PERMALINK_CLASSES = _words("headerlink permalink anchor heading-anchor anchor-link header-anchor")
PERMALINK_SIGNS = frozenset({"", "#", "¶", "§", "🔗", "∞"})
"""A link in a heading to itself, by its class or by what can be seen of it."""

VOID_TO_LIBXML = ("source", "track", "wbr", "embed", "keygen", "bgsound", "image")
"""Void elements of HTML that libxml2 takes for others and fills with what follows."""
