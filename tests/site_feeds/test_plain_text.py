"""An entry as plain text, and the words that stand for it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from site_feeds.fragments import parsed
from site_feeds.markup import simplify
from site_feeds.plain_text import LONGEST, first_words, one_paragraph, plain_text

from .html import BROKEN, CHARACTERS, PAGE, WRITTEN, as_text


def first_of(html: str) -> str:
    return first_words(parsed(html))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One\n  two.</p>\n<p>Three.</p>", "One two.\n\nThree."),
        ("<h2>A</h2><p>b</p><hr><p>c</p>", "A\n\nb\n\nc"),
        ("<p>a<br>b<br />\nc</p>", "a\nb\nc"),
        ("<ul>\n<li>a</li>\n<li>b <em>c</em></li>\n</ul>", "- a\n- b c"),
        ("<ol>\n<li><p>a</p></li>\n<li><p>b</p><p>c</p></li>\n</ol>", "1. a\n\n2. b\n\nc"),
        ('<ol start="9"><li>a</li><li>b</li></ol>', "9. a\n10. b"),
        ('<ol start="-1"><li>a</li></ol><ol start="x"><li>b</li></ol>', "-1. a\n\n1. b"),
        ("<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>", "- a\n\n1. b\n2. c\n\n- d"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b\n1 | 2"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\nb"),
        ("<p>a</p><pre>\n  if x:\n\n      y\n</pre><p>b</p>", "a\n\n  if x:\n\n      y\n\nb"),
        ('<pre><code>  a\n<a href="x">b</a></code></pre>c', "  a\nb\n\nc"),
        ("<blockquote><p>a</p></blockquote>b", "a\n\nb"),
        ('<figure><img src="i.png" alt="Two chairs"><figcaption>c</figcaption></figure>', "Two chairs\n\nc"),
        ("<p>«\u00a0a\u00a0» b\u00ad\u202e\u2028</p>", "«\u00a0a\u00a0» b\u00ad\u202e\u2028"),
        ("<p>a &lt;b&gt; &amp;amp; c</p>", "a <b> &amp; c"),
        ("<ul><li><b>a</b><p>b</p></li><li>c<p>d</p></li></ul>", "- a\n\nb\n\n- c\n\nd"),
        ("<table><tr><td><p>a</p></td></tr></table><dl><dt>b</dt><dd><p>c</p></dd></dl>", "a\n\nb\nc"),
        ("", ""),
    ],
)
def test_as_one_would_type_it(html: str, text: str) -> None:
    assert as_text(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<a href="/x">there</a>', "there (https://example.com/x)"),
        ('<a href="https://example.org/x">https://example.org/x</a>', "https://example.org/x"),
        ('<a href="mailto:ann@example.com">ann@example.com</a>', "ann@example.com"),
        ('<a href="mailto:ann@example.com?subject=x">Ann</a>', "Ann (mailto:ann@example.com?subject=x)"),
        ('<sup><a href="#fn:1">1</a></sup>', "1"),
        ('<a href="?q">a</a>', f"a ({PAGE}?q)"),
        ('<iframe src="https://video.example/x" title="A film"></iframe>', "A film (https://video.example/x)"),
        ('<video src="/v.mp4">A film</video>', "A film (https://example.com/v.mp4)"),
        ('<audio src="/a.mp3"></audio>', "(https://example.com/a.mp3)"),
        ('<a href="/x"><img src="i.png" alt="A map"></a>', "A map (https://example.com/x)"),
    ],
)
def test_what_is_linked_or_played_is_found(html: str, text: str) -> None:
    assert as_text(html).strip() == text


@pytest.mark.parametrize("name", "p div blockquote figure figcaption h1 h2 h3 h4 h5 h6 table ul ol dl pre".split())  # noqa: SIM905
def test_blocks_stand_apart(name: str) -> None:
    assert plain_text(parsed(f"x<{name}>a</{name}>y"), PAGE) == "x\n\na\n\ny"


@pytest.mark.parametrize("name", ["li", "tr", "dt", "dd", "caption"])
def test_lines_begin_anew(name: str) -> None:
    assert plain_text(parsed(f"x<{name}>a</{name}>"), PAGE).replace("- ", "") == "x\na"


@given(WRITTEN | BROKEN)
@example("<ul><pre>x</pre><li>a</ul><li>b")
def test_no_word_is_lost(html: str) -> None:
    root = parsed(html)
    simplify(root, PAGE)
    text = "".join(as_text(html).split())
    assert all(word in text for piece in root.itertext() for word in str(piece).split())


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<p><img src="i.png" alt="A"></p><p> One\n <em>two</em>. </p><p>Three</p>', "One two."),
        ("<p>one<br>two</p>", "one two"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>", "a b c d"),
        ("<h2>Only</h2>", "Only"),
        ("<p>«\u00a0a\u00a0»</p>", "«\u00a0a\u00a0»"),
        ("<p>a &amp;amp; b</p>", "a &amp; b"),
        ("<p>a<wbr>b<em>c</em></p>", "abc"),
        ("<p> </p>", ""),
        ("", ""),
    ],
)
def test_the_first_paragraph_that_says_something(html: str, words: str) -> None:
    assert first_of(html) == words


def test_a_paragraph_is_told_without_what_stands_behind_it() -> None:
    root = parsed("<p>a<em>b</em>c</p>d")
    assert [one_paragraph(element) for element in root.iter("p", "em")] == ["abc", "b"]


@pytest.mark.parametrize(("length", "is_cut"), [(LONGEST, False), (LONGEST + 1, True)])
def test_long_paragraphs_are_cut(length: int, *, is_cut: bool) -> None:
    text = ("word " * 100)[: length - 1] + "x"
    assert first_of(f"<p>{text}</p>") == (text[: text.rindex(" ", 0, LONGEST)] + "…" if is_cut else text)


@pytest.mark.parametrize("end", [",", " –", ".", ";"])
def test_no_punctuation_before_the_dots(end: str) -> None:
    assert first_of(f"<p>word{end} {'x' * LONGEST}</p>") == "word…"


@given(st.text(CHARACTERS, min_size=LONGEST - 20, max_size=LONGEST + 200))
def test_the_words_are_a_beginning_and_fit(text: str) -> None:
    words = first_of(f"<pre>{text.replace('&', '').replace('<', '')}</pre>")
    assert len(words) <= LONGEST
    assert first_of(f"<pre>{text.replace('&', '').replace('<', '')}</pre>").startswith(words.removesuffix("…"))


@pytest.mark.parametrize("whole", ["e\u0301", "\U0001f469\u200d\U0001f467", "\U0001f44d\U0001f3fd", "❤\ufe0f", "q\u0307\u0323", "ก\u0e34"])
def test_what_is_seen_as_one_character_is_not_cut(whole: str) -> None:
    for offset in range(len(whole)):
        words = first_of(f"<p>{'x' * offset}{whole * 200}</p>")
        assert words.endswith("…")
        assert words.removesuffix("…").lstrip("x").replace(whole, "") == ""
        assert len(words) > LONGEST - 2 * len(whole)


def test_accents_without_end_are_no_reason_to_stop() -> None:
    assert unicodedata.combining("\u0301")
    assert len(first_of(f"<p>e{chr(0x301) * 500}</p>")) <= LONGEST
    assert first_of(f"<p>{chr(0x301) * 500}</p>") == "…"
