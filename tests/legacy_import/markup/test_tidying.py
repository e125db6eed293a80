"""What is taken out, kept although somebody should look at it, or left for later stages; and that nothing takes for ever."""

from __future__ import annotations

import time

import pytest
from legacy_import.markup import parsed, tidied, to_markdown
from legacy_import.model import Action

from .reading import rendered


def notes_of(html: str) -> list[tuple[Action, str, str]]:
    tree, notes = tidied(html)
    return [(note.action, note.rule, note.text) for note in (*notes, *to_markdown(tree)[1])]


@pytest.mark.parametrize(
    ("html", "note"),
    [
        ('[my_table id="3"]', (Action.DOUBTFUL, "markup-shortcode", '[my_table id="3"]')),
        ('[contact-form-7 id="3"]', (Action.DROPPED, "markup-shortcode", '[contact-form-7 id="3"]')),
        ('<!-- wp:block {"ref":4} /-->', (Action.DOUBTFUL, "markup-block", '<!-- wp:block {"ref":4} /-->')),
        ("<p>So.((As I wrote.))</p>", (Action.CHANGED, "markup-footnote", "((As I wrote.))")),
        ("<!-- wp:latest-posts /-->", (Action.DROPPED, "markup-block", "<!-- wp:latest-posts /-->")),
        ('<p>x<sup data-fn="a">1</sup></p>', (Action.DOUBTFUL, "markup-footnote", "1")),
        ('<iframe src="https://maps.example/?x"></iframe>', (Action.DROPPED, "markup-embed", "https://maps.example/?x")),
        ('<form action="/search"><input></form>', (Action.DROPPED, "markup-form", "/search")),
        ('<script src="https://x.example/a.js"></script>', (Action.DROPPED, "markup-script", "https://x.example/a.js")),
        ('<img src="https://pixel.wp.com/b.gif?x">', (Action.DROPPED, "markup-tracker", "https://pixel.wp.com/b.gif?x")),
        ('<p style="display: none">spam</p>', (Action.DROPPED, "markup-hidden", "spam")),
        ('<a href="javascript:x()">word</a>', (Action.DROPPED, "markup-address", "javascript:x()")),
        ('[gallery ids="1,2"]', (Action.DROPPED, "markup-gallery", "1,2")),
    ],
)
def test_what_goes_or_is_doubtful_is_told(html: str, note: tuple[Action, str, str]) -> None:
    assert note in notes_of(html)


@pytest.mark.parametrize(
    "html", ["He wrote [sic] and [1] and [...].", "<pre>[x y=1]</pre>", "<p>a<br><br>b</p>", "[[gallery]]", "<b>x</b>"]
)
def test_nothing_is_told_of_what_is_sound(html: str) -> None:
    assert notes_of(html) == []


def test_a_gallery_is_left_for_whoever_knows_the_pictures() -> None:
    tree, _ = tidied('Before\n\n[gallery ids="4, 5"]', needs_paragraphs=True)
    assert [tag["data-gallery"] for tag in tree.select("div[data-gallery]")] == ["4,5"]


def test_classes_that_later_stages_need_stay() -> None:
    tree, _ = tidied('<div class="comments" id="c"><p class="post-footer">Posted by Ann</p></div>')
    assert tree.select_one("div#c.comments > p.post-footer")


def test_a_text_between_double_breaks_is_a_paragraph_for_later_stages() -> None:
    tree, _ = tidied("One.<br/><br/>Two.<div>Three.<br><br>Four.</div>")
    assert [paragraph.get_text() for paragraph in tree.find_all("p")] == ["One.", "Two.", "Three.", "Four."]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="JaVaScRiPt&colon;alert(1)">x</a>',
        '<a href="java\tscript:alert(1)">x</a>',
        '<a href="\x01javascript:alert(1)">x</a>',
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
        '<a href="vbscript:x">x</a>',
        '<img src="data:image/svg+xml;base64,PHN2Zz4=" alt="x">',
        '<img src=x onerror=alert(1) alt="x](y) <script>alert(1)</script>">',
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
        "<code>&lt;script&gt;alert(1)&lt;/script&gt;</code>",
        "<p>[x](javascript:alert(1)) &lt;javascript:alert(1)&gt;</p>",
        "<p>[x]: javascript:alert(1)</p><p>[x]</p>",
        "<p>text</p><p>{: onclick=alert(1) }</p>",
        "<p><em>x</em>{: onclick=alert(1) }</p>",
        "<h2>x {: onclick=alert(1) }</h2>",
        '<table><tr><td colspan="2" onclick="x()" style="x">a</td></tr><tr><td>b</td><td>c</td></tr></table>',
        '<details open ontoggle="x()"><summary onclick="x()">s</summary>t</details>',
        '<video src="javascript:x" poster="javascript:y" onplay="x()"></video>',
        '<abbr title="&quot; onclick=&quot;x()">x</abbr>',
        "<pre>```\n</code></pre><script>alert(1)</script></pre>",
        '<svg><a xlink:href="javascript:x"><text>t</text></a></svg>',
        "<math><mtext><script>x</script></mtext></math>",
        "<p>&lt;!-- --&gt;&lt;script&gt;x&lt;/script&gt;</p>",
        '<a id="x&quot; onclick=&quot;y" name="x"></a><a href="#x&quot; onclick=&quot;y">z</a>',
        "[code]</code></pre><script>alert(1)</script>[/code]",
        '[caption caption="<script>alert(1)</script>"]<img src="a.jpg">[/caption]',
        '[youtube javascript:alert(1)] [button url="javascript:alert(1)"]x[/button] [embed]javascript:alert(1)[/embed]',
    ],
)
def test_hostile_html_is_harmless_when_it_is_read_again(html: str) -> None:
    tree, _ = tidied(html, needs_paragraphs=True)
    read = rendered(to_markdown(tree)[0])
    assert not read.find(["script", "iframe", "svg", "math", "object", "form", "style"])
    for tag in read.find_all(name=lambda _: True):
        assert not [key for key in tag.attrs if key.startswith("on") or (key == "style" and not tag.find_parent("pre"))]
        addresses = [str(tag.get(key, "")) for key in ("href", "src", "poster")]
        assert not [
            address
            for address in addresses
            if address.replace("\t", "").strip("\x01 ").lower().startswith(("javascript:", "data:text", "vbscript:"))
        ]


LONG = [
    *(
        "<div>",
        "<b>",
        "<b>x<br><br>",
        "<ul><li>",
        "<blockquote>x",
        "<table><tr><td>",
        "<p>x",
        "<br>",
        "x<br>",
        "&nbsp;",
        " ",
        "*",
        "_",
        "`a",
        "[",
        "]",
        "[x](",
        "<",
    ),
    *(
        "![",
        "{:",
        "&amp;",
        "<a href=#x>1</a>",
        "<pre>",
        "<code>",
        "<!--",
        "<!-- wp:x {",
        "-->",
        "[caption]",
        "[code]",
        "[/code]",
        '[x y="',
        "[[",
        "((a b",
        "))",
    ),
    *(
        "[ref]a[/ref]",
        "[^1]",
        "<p>[^1]: x</p>",
        "<sup id=a><a href=#b>1</a></sup>",
        "<span style='font-weight:bold'>",
        "<img src=x>",
        "<figure>",
        "<dl><dt>x",
    ),
    *(
        "\n\n",
        "a\n",
        "<p>a</p>\n",
        "<li>a\n\n",
        "1. ",
        "# ",
        "- a\n",
        "a_b*c ",
        "http://x.example/ ",
        "<h2>x</h2>",
        "<hr>",
        "<details>",
        "'",
        '"',
    ),
]


@pytest.mark.parametrize("unit", LONG)
def test_no_input_takes_more_than_its_share_of_time(unit: str) -> None:
    def processor_time(count: int) -> float:
        began = time.process_time()
        tree, _ = tidied(unit * count, needs_paragraphs=True)
        to_markdown(tree)
        return time.process_time() - began

    assert processor_time(1500) < 5


def test_an_address_in_angle_brackets_is_no_element() -> None:
    tree, _ = tidied("<p>See <http://x.example/a?b=c> or write to Ann <ann@x.example>.</p>")
    assert to_markdown(tree)[0].strip() == "See <http://x.example/a?b=c> or write to Ann &lt;ann@x.example>."


def test_a_film_begins_where_it_was_to_begin() -> None:
    for address in ("youtube.com/embed/abcdef12?rel=0&amp;start=90", "youtube.com/watch?v=abcdef12&amp;t=90"):
        tree, _ = tidied(f'<iframe src="https://www.{address}"></iframe>')
        assert "https://www.youtube.com/watch?v=abcdef12&t=90" in to_markdown(tree)[0]


def test_the_tree_that_is_written_stays_as_it_is() -> None:
    tree = parsed("<figure><img src=a><figcaption>b</figcaption></figure><details><summary>c</summary>d</details><pre>e<br>f</pre>")
    before = str(tree)
    to_markdown(tree)
    assert str(tree) == before
