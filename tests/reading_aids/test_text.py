"""Text, tags, length, lede and contents, all from strings of HTML."""

from __future__ import annotations

import pytest
from reading_aids.html_text import plain_text, tags_of
from reading_aids.lede import cut, lede_of
from reading_aids.model import Heading
from reading_aids.reading_time import Length, length_of, minutes_of
from reading_aids.toc import headings_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <em>t</em>wo</p><p>three</p>", "One two three"),
        ("a<br>b", "a b"),
        ("Q&amp;A &lt;b&gt;", "Q&A <b>"),
        ("<!-- <p>no</p> -->yes<script>no()</script><style>no{}</style>", "yes"),
        ('said<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>.', "said."),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
    ],
)
def test_plain_text(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_tags_have_their_attributes_as_a_browser_reads_them() -> None:
    (tag,) = tags_of("""<!-- <b> --><IMG src=a/b.png ALT='x > y' title="&quot;q&quot;" hidden class="one"class="two" />""")
    assert (tag.name, tag.get("src"), tag.get("alt"), tag.get("title"), tag.get("class")) == ("img", "a/b.png", "x > y", '"q"', "one")
    assert tag.has("hidden")
    assert tag.get("hidden") is None


def test_words_and_characters_are_counted_apart_and_code_not_at_all() -> None:
    html = "<p>Two words</p><p>日本語</p><pre><code>not these words</code></pre><p>nor <code>this</code></p>"
    assert length_of(html) == Length(words=3, characters=3)


@pytest.mark.parametrize(
    ("length", "minutes"),
    [(Length(0, 0), 1), (Length(344, 0), 1), (Length(345, 0), 2), (Length(0, 1000), 2), (Length(230, 500), 2)],
)
def test_minutes(length: Length, minutes: int) -> None:
    assert minutes_of(length, 230) == minutes


def test_the_lede_is_the_summary_as_typed() -> None:
    assert lede_of("Less < more & <b>", "<p>Body</p>", is_html=False) == "Less < more & <b>"
    assert lede_of(["two", "lines"], "", is_html=False) == "two lines"


def test_a_summary_that_pelican_made_html_of_becomes_text() -> None:
    assert lede_of("<p>Less &lt; <em>more</em></p>", "", is_html=True) == "Less < more"


def test_without_a_summary_the_first_paragraph_with_text_counts() -> None:
    body = '<figure><img src="a.png"></figure><p> </p><p class="x">The <em>first</em> one.</p><p>The second.</p>'
    assert lede_of("", body, is_html=True) == "The first one."
    assert lede_of(None, "<ul><li>no paragraph</li></ul>", is_html=True) == ""


def test_a_long_paragraph_is_cut_at_a_word() -> None:
    text = cut("word, " * 40)
    assert text.endswith("word…")
    assert len(text) <= 160


@pytest.mark.parametrize("text", ["x" * 160, "a" * 80 + " " + "b" * 79])
def test_what_fits_is_not_cut(text: str) -> None:
    assert cut(text) == text


def test_a_word_that_just_fits_beside_the_ellipsis_is_kept() -> None:
    assert cut("a" * 100 + " " + "b" * 58 + " cc") == "a" * 100 + " " + "b" * 58 + "…"


def test_a_script_without_spaces_is_cut_anywhere() -> None:
    assert cut("日 " + "本" * 300) == "日 " + "本" * 157 + "…"


def test_contents_are_the_headings_that_have_ids() -> None:
    html = (
        '<h2 id="a">A &amp; <em>b</em></h2><h3 class="x" id="c">C</h3><h4 id="d">D</h4><h2>none</h2><h2 id="e">E</h2><h2 id=\'f"\'>F</h2>'
    )
    assert headings_of(html) == (Heading(2, "a", "A & b"), Heading(3, "c", "C"), Heading(2, "e", "E"), Heading(2, 'f"', "F"))


def test_two_sections_need_no_contents() -> None:
    assert headings_of('<h2 id="a">A</h2><h3 id="b">B</h3><h2 id="c">C</h2>') == ()
