"""HTML for tests: what the plugin makes of a piece, and pieces that nobody has thought of."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup
from hypothesis import strategies as st
from site_feeds import plain_text
from site_feeds.fragments import parsed, serialized
from site_feeds.markup import simplify

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = "https://example.com/letters/one.html"


def simplified(html: str, page: str = PAGE) -> str:
    """What an entry would hold of `html`."""
    root = parsed(html)
    simplify(root, page)
    return serialized(root)


def as_text(html: str, page: str = PAGE) -> str:
    root = parsed(html)
    simplify(root, page)
    return plain_text.plain_text(root, page)


def in_browser(html: str) -> BeautifulSoup:
    """As the parser of browsers takes it, which is another one than the plugin's."""
    return BeautifulSoup(html, "html5lib")


def between_elements(root: ET.Element) -> str:
    """Text that stands where only elements may."""
    return "".join((element.tail or "") + ((element.text or "") if len(element) else "") for element in root.iter()).strip()


def xml(text: str) -> ET.Element:
    """Parsed by the strictest of Python's own parsers."""
    return ET.fromstring(text)  # noqa: S314  (the plugin wrote it)


CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXT = st.text(CHARACTERS, max_size=8).map(lambda text: escape(text, quote=False)) | st.sampled_from([" ", "\n", "x", "&nbsp;", "]]&gt;"])
ATTRIBUTES = ("", ' class="c"', ' id="i"', ' title="t"', ' lang="de"', " hidden", ' style="top:0"', ' onclick="x()"', ' data-x="1"')


def wrapped(starts: Sequence[str], inside: st.SearchStrategy[str], attributes: Sequence[str] = ATTRIBUTES) -> st.SearchStrategy[str]:
    """One of the elements with up to three pieces in it; `starts` are start tags without angle brackets."""
    return st.builds(
        lambda start, attribute, pieces: f"<{start}{attribute}>{''.join(pieces)}</{start.split()[0]}>",
        st.sampled_from(starts),
        st.sampled_from(attributes),
        st.lists(inside, max_size=3),
    )


def blocks(inline: st.SearchStrategy[str], attributes: Sequence[str] = ATTRIBUTES) -> st.SearchStrategy[str]:
    """Nested blocks as people write them."""

    def around(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        flow = inside | inline
        return st.one_of(
            wrapped(["div", "section", "article", "aside", "blockquote", "figure", "center", "details"], flow, attributes),
            wrapped(["ul", "ol"], wrapped(["li"], flow, attributes), attributes),
            wrapped(["table"], wrapped(["tr"], wrapped(["td", "th"], flow, attributes), attributes), attributes),
            wrapped(["dl"], wrapped(["dt"], inline, attributes) | wrapped(["dd"], flow, attributes), attributes),
            st.builds("<details><summary>{}</summary>{}</details>".format, inline, inside),
        )

    return st.recursive(wrapped(["p", "h2", "pre", "address"], inline, attributes) | st.just("<hr>"), around, max_leaves=6)


def inlines(leaves: st.SearchStrategy[str], attributes: Sequence[str] = ATTRIBUTES) -> st.SearchStrategy[str]:
    names = ["em", "strong", "span", "code", "sup", "q", "font", "x-note", "label"]
    return st.recursive(leaves, lambda inside: wrapped(names, inside, attributes), max_leaves=5)


def documents(leaves: st.SearchStrategy[str], attributes: Sequence[str] = ATTRIBUTES) -> st.SearchStrategy[str]:
    inline = inlines(leaves, attributes)
    return st.lists(blocks(inline, attributes) | inline, max_size=4).map("".join)


_SPECIAL = [
    "<br>",
    "<wbr>",
    '<img src="i.png" alt="A">',
    '<img data-src="j.png">',
    '<img alt="only">',
    '<picture><source srcset="a 1x, b 2x"><img src="i.png"></picture>',
    '<iframe src="//video.example/x"></iframe>',
    '<a id="n"></a>',
    '<a class="headerlink" href="#h">¶</a>',
    '<a href="/u">u</a>',
    '<a href="#f">f</a>',
    '<a href="javascript:x">j</a>',
    '<video src="v.mp4"></video>',
    "<svg><text>q</text></svg>",
    '<noscript><img src="i.png"></noscript>',
    '<embed src="e">',
]
WRITTEN = documents(TEXT | st.sampled_from(_SPECIAL))
"""HTML that is nested as it should be, with all that a feed changes."""

_NAMES = """
p div section span b em strong a ul ol li table caption tbody tr td th pre code h2 blockquote q figure img picture source video audio
iframe frameset frame embed object applet param noscript details summary wbr br hr dl dt dd address sup menu xmp plaintext math image col
script style svg template title base meta link body html form fieldset label input textarea select option noembed font center
x-y o:p p{x}
""".split()  # noqa: SIM905  (names in a row are easier to read)
_ODD_ATTRIBUTES = [
    *ATTRIBUTES,
    *(f' {name}="{url}"' for name in ("href", "src", "cite", "poster") for url in ("x", "#f", "java\nscript:x")),
]
_ODD_ATTRIBUTES += [
    ' srcset="a 1x, b 2x"',
    " data-src=z",
    ' {x}=1 {a}b="2" xml:lang=q',
    ' class="headerlink"',
    ' title="&#1;<"',
    ' href="//["',
    " y",
]
BROKEN = st.lists(
    st.one_of(
        st.builds("<{}{}>".format, st.sampled_from(_NAMES), st.sampled_from(_ODD_ATTRIBUTES)),
        st.builds("</{}>".format, st.sampled_from(_NAMES)),
        st.text(max_size=6),
        st.sampled_from(
            [" ", "\n", "a", "&amp;", "&#xfffe;", "&#1;", "&lt;", "<", "&", "]]>", "<!--", "-->", "<?x", "<![CDATA[", "\u00a0", '"', "'"]
        ),
    ),
    max_size=16,
).map("".join)
"""What nobody should write."""
