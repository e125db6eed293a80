"""Whatever HTML it is given, the plugin makes something of it that a feed can hold, and loses no word."""

from __future__ import annotations

import re
import time
from functools import reduce
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from site_feeds import plain_text
from site_feeds.addresses import UNSAFE
from site_feeds.characters import allowed
from site_feeds.elements import DROPPED, FRAMES, KEPT_ATTRIBUTES, RENAMED, UNWRAPPED
from site_feeds.fragments import parsed

from .html import BROKEN, CHARACTERS, TEXT, WRITTEN, as_text, documents, in_browser, simplified, xml

if TYPE_CHECKING:
    from collections.abc import Callable

GONE = DROPPED | UNWRAPPED - {"span"} | set(RENAMED) | set(FRAMES) | {"picture", "details", "summary", "noscript", "section", "article"}
ALLOWED = re.compile("[\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
UNCHANGED = st.sampled_from(["<br>", "<wbr>", "</wbr>", "<track>", "</track>", '<a href="/x">x</a>', "&amp;lt;", "&copy;"])
HARMLESS = documents(TEXT | UNCHANGED, ("", ' class="c"', ' title="t"'))
ODD = [
    "<b><div><p>",
    "<p>a</p></div><p>b</p>",
    "</body></html><p>x",
    "<body class=x hidden>text",
    "<frameset><frame src=x></frameset>",
    "<table>loose<tr>x<td>y",
    '<p {x}=1 a"b=2><{x}>',
    '<img alt="&#1;&#xFFFE;&#12;&#13;" src="//[">',
    "<iframe title='&#31;' src=x></iframe>",
    "<a href=/x><a href=/y>z</a></a>",
    "<svg><foreignObject><p>x</p></foreignObject></svg>",
    "<select><option>x<div>y</select>z",
    "&#" + "9" * 5000 + ";<ol start=" + "9" * 5000 + "><li>x",
    "<plaintext></plaintext>",
    "<image><image href=x>y",
    "\x00\x0b\x0c\r\ud800\ufffe",
]


def with_odd(test: Callable[[str], None]) -> Callable[[str], None]:
    return reduce(lambda done, html: example(html)(done), ODD, test)


@with_odd
@given(BROKEN | WRITTEN)
def test_nothing_is_left_that_must_be_run_or_found_elsewhere(html: str) -> None:
    for element in in_browser(simplified(html)).body.select("*"):  # type: ignore[union-attr]
        assert element.name not in GONE
        assert set(element.attrs) <= KEPT_ATTRIBUTES
        for name in ("href", "src", "cite", "poster"):
            url = urlsplit(str(element.get(name, "https:")))
            assert url.scheme
            assert url.scheme not in UNSAFE
        if element.name in {"a", "img", "audio", "video"}:
            assert element.get("src") or element.get("href")
        if element.name == "img":
            assert element.get("alt") is not None


@with_odd
@given(BROKEN | WRITTEN)
def test_the_result_is_text_that_xml_can_hold(html: str) -> None:
    made = simplified(html)
    assert ALLOWED.fullmatch(made)
    assert xml(f"<x>{escape(made)}</x>").text in {made, None}
    assert "<!--" not in made


@given(HARMLESS)
@example("<p>a\u00a0b\u00ad\u200f\u202e\u2028\U0001f469\u200d\U0001f467 e\u0301 \xe9 \x7f \x85 ]]&gt; &amp;amp; &lt;b&gt;</p>")
@example("<pre>\n\n  a\n\tb  \n\n</pre>")
def test_text_stays_as_it_was(html: str) -> None:
    """Character for character, but for white space at the ends, and blanks between blocks that have become one."""
    before, after = parsed(html).text_content(), parsed(simplified(html)).text_content()
    assert after.strip(" \t\n") == before.strip(" \t\n")


@given(st.text(CHARACTERS | st.characters(categories=["Cs", "Cc"]), max_size=40))
def test_any_text_comes_through_escaping_and_parsing(text: str) -> None:
    made = parsed(simplified(f"<pre>x{escape(text)}x</pre>")).text_content()
    assert made == allowed(f"x{text}x")


@given(WRITTEN)
def test_simplifying_again_changes_nothing(html: str) -> None:
    made = simplified(html)
    assert simplified(made) == made


@with_odd
@given(BROKEN)
def test_broken_html_loses_no_more_words_the_second_time(html: str) -> None:
    made = simplified(html)
    assert "".join(as_text(simplified(made)).split()) == "".join(as_text(made).split())


@pytest.mark.parametrize(
    "start", ["div", "b", "span", "ul><li", "blockquote", "p", "em", "section", "details><summary", "table><tr><td", "x-y", "sub"]
)
@pytest.mark.parametrize("levels", [1_500, 3_000, 20_000])
def test_no_depth_of_elements_loses_the_text(start: str, levels: int) -> None:
    html = f"<p>first</p>{f'<{start}>' * levels}deep<script>x</script></b>, and more"
    made = simplified(html)
    text = as_text(html)
    for result in (made, text):
        assert result.count("first") == result.count("deep") == result.count("and more") == 1
        assert "script" not in result
    assert simplified(made).count("deep") == 1
    assert "deep" in plain_text.first_words(parsed(made.replace("first", "")))


MEGABYTE: dict[str, Callable[[int], str]] = {
    "one text": lambda size: "word " * (size // 5),
    "paragraphs": lambda size: '<p class="x">word <a href="x">y</a></p>\n' * (size // 40),
    "divisions": lambda size: "<div><div>a</div>b<p>c</p></div>" * (size // 32),
    "frames and pictures": lambda size: "<iframe src=x></iframe><img data-src=y><noscript><img src=z></noscript>" * (size // 72),
    "a set": lambda size: f"<img srcset='{'a.png 1x, ' * (size // 10)}{' ,' * (size // 10)}'>",
    "an address": lambda size: f"<a href='{'x:' * (size // 4)}{' ' * (size // 4)}'>x</a>",
    "less than": lambda size: "<" * size,
    "tags without an end": lambda size: '<p "' * (size // 4),
    "comments without an end": lambda size: "<!--" * (size // 4),
    "references": lambda size: "&#1;&" * (size // 5),
    "breaks": lambda size: "<pre>" + "\n " * (size // 2) + "</pre>" + "<br>\n " * (size // 12),
}


@pytest.mark.parametrize("kind", MEGABYTE)
def test_time_grows_with_the_length_and_not_faster(kind: str) -> None:
    """A megabyte is four hundred pages; what grows with the square of the length would take minutes."""
    html = MEGABYTE[kind](200_000)
    begin = time.perf_counter()
    as_text(html)
    simplified(html)
    assert time.perf_counter() - begin < 6


def test_words_of_a_megabyte_are_all_there() -> None:
    html = "".join(f"<p>word {number}</p>" for number in range(60_000))
    assert len(html) > 900_000
    assert simplified(html) == html
