"""HTML, made Markdown, and read again by the site, says what it said."""

from __future__ import annotations

import re
from html import escape

from bs4 import BeautifulSoup
from hypothesis import assume, example, given
from hypothesis import strategies as st
from legacy_import.markup import parsed, tidied, to_markdown

from .reading import letters, outline, rendered, words

TRICKY = [
    *(
        "*",
        "_",
        "`",
        "``",
        "#",
        "1.",
        "+",
        "-",
        ">",
        "[",
        "]",
        "(",
        ")",
        "<",
        "&",
        "|",
        "---",
        "===",
        "\\",
        "!",
        "~~~",
        "```",
        "{",
        "}",
        ":",
        "a_b_c",
    ),
    *(
        "*a*",
        "_b_",
        "[x](y)",
        "[x]: http://e.example",
        "[^1]",
        "&amp;",
        "&lt;b&gt;",
        "<b>",
        "1986.",
        "2) x",
        "* * *",
        "Key: value",
        "{: .a }",
        "<!-- x -->",
    ),
    *(
        "snake_case_name",
        "5*4*3",
        "a|b",
        "http://e.example/a_b_c",
        "me@example.com",
        "*[HTML]: x",
        "C#",
        "!",
        "\\*",
        "a<b",
        "R&D",
        "&copy;",
        "½",
        "É",
    ),
]
WORDS = st.sampled_from(["word", "Two", "three,", "four.", "10", *TRICKY])
TEXT = st.deferred(lambda: st.lists(WORDS, min_size=1, max_size=6).map(" ".join).map(escape))


def tag(name: str, inside: st.SearchStrategy[str], attributes: str = "") -> st.SearchStrategy[str]:
    return inside.map(lambda html: f"<{name}{attributes}>{html}</{name}>")


ADDRESS = st.sampled_from(
    ["http://e.example/", "/a b", "http://e.example/(x)", "/a)b", "/a_b*c?x=1&amp;y=2&amp;copy=3", "/x&quot;y", "mailto:me@example.com"]
)
LINK = st.tuples(ADDRESS, TEXT).map(lambda parts: f'<a href="{parts[0]}">{parts[1]}</a>')
PICTURE = st.tuples(ADDRESS, TEXT).map(lambda parts: f'<img src="{parts[0]}" alt="{parts[1]}">')
INLINE_CODE = tag("code", TEXT)
PLAIN_INLINE = st.deferred(
    lambda: st.one_of(TEXT, LINK, INLINE_CODE, *(tag(name, TEXT) for name in ("strong", "em", "sub", "sup", "del", "ins", "mark")))
)
INLINE = st.deferred(
    lambda: PLAIN_INLINE | tag("strong", TEXT | LINK | tag("em", TEXT)) | tag("em", TEXT | LINK | tag("strong", TEXT)) | PICTURE
)
JOINED = st.sampled_from(["", " ", "<br>", ", ", "("])
LINE = st.deferred(
    lambda: st.lists(st.tuples(INLINE, JOINED), min_size=1, max_size=4).map(lambda parts: "w" + "".join(a + b for a, b in parts) + "w")
)
PARAGRAPH = st.deferred(lambda: tag("p", LINE))
CODE = st.deferred(
    lambda: st.tuples(
        st.sampled_from(["", ' class="language-python"', ' class="language-c++"']),
        st.lists(
            st.sampled_from(
                ["x = 1", "  y", "", "```", "~~~~", "# no heading", "* no *", "<b>", "&amp;", "    deep", ":::php", "#!python"]
            ),
            min_size=1,
        ),
    ).map(lambda parts: f"<pre><code{parts[0]}>{escape('start' + chr(10) + chr(10).join(parts[1]) + chr(10) + 'end')}</code></pre>")
)


def lists(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tight = st.lists(st.tuples(LINE, st.just("") | inside).map("".join), min_size=1, max_size=3)
    loose = st.lists(st.lists(PARAGRAPH | CODE, min_size=1, max_size=2), min_size=2, max_size=3).map(
        lambda items: ["<p>first</p>" + "".join(x) for x in items]
    )
    items = (tight | loose).map(lambda items: "".join(f"<li>{item}</li>" for item in items))
    return st.tuples(st.sampled_from(["ul", "ol"]), items).map(lambda parts: f"<{parts[0]}>{parts[1]}</{parts[0]}>")


LISTS = st.deferred(lambda: lists(st.just("")) | lists(lists(st.just(""))))
TABLE = st.deferred(
    lambda: st.integers(1, 3).flatmap(
        lambda width: st.lists(st.lists(LINE, min_size=width, max_size=width), min_size=2, max_size=3).map(
            lambda rows: (
                "<table><tr>"
                + "".join(f"<th>{cell}</th>" for cell in rows[0])
                + "</tr>"
                + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
                + "</table>"
            )
        )
    )
)
DEFINITIONS = st.deferred(
    lambda: st.lists(st.tuples(TEXT, LINE), min_size=1, max_size=2).map(
        lambda pairs: "<dl>" + "".join(f"<dt>w{term}</dt><dd>{text}</dd>" for term, text in pairs) + "</dl>"
    )
)
BLOCK = st.deferred(
    lambda: st.one_of(
        PARAGRAPH, LISTS, CODE, TABLE, DEFINITIONS, tag("h2", LINE), tag("blockquote", PARAGRAPH | LISTS | CODE), st.just("<hr>")
    )
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    return "".join(draw(BLOCK) for _ in range(draw(st.integers(1, 4))))


def one_of_a_kind(html: str) -> str:
    """Neighbours that say the same, such as two bold words, are one element."""
    for _ in range(3):
        html = re.sub(r"</(strong|em|sub|sup|ins|del|mark)>( ?)<\1>", r"\2", html)
        html = re.sub(r'(<a href="[^"]*">)([^<]*)</a>( ?)\1', r"\1\2\3", html)
    return html


@given(documents())
@example("<ul><li>w<br>---</li></ul>")
def test_words_and_elements_come_back(html: str) -> None:
    tree = parsed(html)
    markdown, _ = to_markdown(tree)
    again = rendered(markdown)
    assert letters(again) == letters(tree), markdown
    joined = parsed(one_of_a_kind(html))
    expected = [name for name in outline(joined) if name != "br"]
    assert [name for name in outline(again) if name != "br"] == expected, markdown


@given(documents())
def test_what_is_markdown_already_stays(html: str) -> None:
    assume(not re.search(r"&amp;\w+;", html))  # which is taken for escaped twice, and read once more
    markdown, _ = to_markdown(parsed(html))
    again, _ = to_markdown(tidied(str(rendered(markdown).body))[0])
    assert letters(rendered(again)) == letters(rendered(markdown))


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Cf"))))
def test_any_text_comes_back(text: str) -> None:
    tree = parsed(f"<p>{escape(text)}</p>")
    markdown, _ = to_markdown(tree)
    assert words(rendered(markdown)) == words(tree), markdown


LAYERS = [
    *(
        "<template>",
        "</template>",
        "<form>",
        "</form>",
        "<object>",
        "</object>",
        "<iframe>",
        "</iframe>",
        "<script>",
        "</script>",
        "<noscript>",
    ),
    *(
        '<div class="wp-caption">',
        '<div class="gallery-item">',
        "<p class=wp-caption-text>",
        "<div style='display:none'>",
        "<table class=tr-caption-container>",
    ),
    *(
        "<td class=tr-caption>",
        "<div class=separator>",
        "<div class=wp-block-embed>",
        "http://x.example/y",
        "<xml>",
        "</xml>",
        "<o:p>",
        "[^1]:",
        "- a<br>- b",
        "<wbr>",
    ),
    *(
        "<ul class=gallery>",
        "<a href='#m' id=n>2</a>",
        "<div id=m><a href='#n'>2</a>",
        "<pre class=wp-block-verse>",
        "</form></div></pre>",
        "<!-- wp:block /-->",
    ),
]

SOUP = st.lists(
    st.sampled_from(
        [
            *(
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<i>",
                "</i>",
                "<ul>",
                "<li>",
                "</ul>",
                "<ol>",
                "<table>",
                "<tr>",
                "<td>",
                "</table>",
                "<br>",
                "<div>",
            ),
            *(
                "</div>",
                "<a href=x>",
                "<a name=more>",
                "</a>",
                "<pre>",
                "</pre>",
                "<code>",
                "</code>",
                "<blockquote>",
                "</blockquote>",
                "<h3>",
                "</h3>",
            ),
            *(
                "<img src=x>",
                "<img src=y width=1>",
                "<figure>",
                "<figcaption>",
                "</figure>",
                "<dl>",
                "<dt>",
                "<dd>",
                "<!-- wp:paragraph -->",
                "<!--",
                "-->",
            ),
            *(
                '<span style="font-weight:bold">',
                "</span>",
                "<hr>",
                "<details>",
                "<summary>",
                "<sup>",
                "\n",
                "\n\n",
                "&nbsp;",
                "&lt;",
                "word",
                "two words",
            ),
            *(
                "<a href='#n'>1</a>",
                "<li id=n>",
                "[caption]",
                "[/caption]",
                "[code]",
                "[/code]",
                "[ref]",
                "[/ref]",
                "((a b))",
                "[x y=1]",
                "[[",
                "]",
                "[^1]",
            ),
        ]
    )
    | st.sampled_from(LAYERS)
    | TEXT,
    max_size=25,
).map("".join)


@given(SOUP)
def test_no_visible_word_of_a_tree_is_lost(html: str) -> None:
    tree = parsed(html)
    markdown, _ = to_markdown(tree)
    assert letters(rendered(markdown)) == letters(tree), markdown


@given(SOUP, st.booleans())
def test_nothing_is_too_broken_to_be_tidied(html: str, needs_paragraphs: bool) -> None:  # noqa: FBT001
    tree, _ = tidied(html, needs_paragraphs=needs_paragraphs)
    markdown, _ = to_markdown(tree)
    seen = BeautifulSoup(str(tree), "lxml")
    for notes in seen.select("[data-footnotes]"):
        notes.decompose()
    assert set(letters(seen)) <= set(letters(rendered(markdown)))
