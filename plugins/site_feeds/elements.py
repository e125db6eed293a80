"""What becomes of an article's elements and attributes in a feed: data, and nothing that is done with it."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DROPPED = _words("script style template svg canvas form input button select textarea dialog link meta base title map area param")
"""Elements that go with all that they contain."""

UNWRAPPED = _words(
    "span section article main header footer aside nav hgroup font center big search noscript body html menu details source track"
)
"""Elements that go and leave their content."""

FRAMES = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
"""Elements that show something else, and the attribute that says what."""

BLOCKS = _words(
    "p div ul ol dl table pre blockquote figure h1 h2 h3 h4 h5 h6 hr details section article aside header footer nav address iframe"
)
"""Elements that begin a line, and cannot be in a paragraph."""

HEADINGS = _words("h1 h2 h3 h4 h5 h6")

KEPT_ATTRIBUTES = _words(
    "href src alt title width height lang dir cite datetime colspan rowspan scope abbr start reversed value poster controls hreflang"
)
"""Attributes that mean something in a reader."""

LINKS = ("href", "src", "cite", "poster")
"""Attributes that hold an address."""

PERMALINK_CLASSES = _words("headerlink permalink anchor heading-anchor anchor-link header-anchor")
PERMALINK_SIGNS = frozenset({"", "#", "¶", "§", "🔗", "∞"})
"""A link in a heading to itself, by its class or by what can be seen of it."""

VOID_TO_LIBXML = ("source", "track", "wbr")
"""Void elements of HTML that libxml2 takes for others and fills with what follows."""
