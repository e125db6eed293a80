"""One image for each picture, with an address that needs no script."""

from __future__ import annotations

import pytest

from .html import simplified

DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
BASE = "https://example.com/letters"


@pytest.mark.parametrize(
    ("html", "source"),
    [
        ('<img src="a.png">', "a.png"),
        ('<img src=" a.png\n">', "a.png"),
        ('<img src="a.png" srcset="b.png 2x" sizes="100vw" loading="lazy" decoding="async">', "a.png"),
        ('<img srcset="a.png 1x, b.png 2x">', "b.png"),
        ('<img srcset="a.png 1x,b.png 2x,">', "b.png"),
        ('<img srcset="\n a.png 1600w,\n b.png 800w\n">', "a.png"),
        ('<img srcset="a.png, b.png 1.5x">', "b.png"),
        ('<img srcset="a,b.png 2x, c.png 1x">', "a,b.png"),
        ('<img srcset="a.png 9..9x, b.png 1x">', "b.png"),
        ('<img srcset="a.png">', "a.png"),
        (f'<img src="{DOT}" data-src="a.png">', "a.png"),
        ('<img src="/blank.gif" data-src="a.png">', "a.png"),
        ('<img src="" data-lazy-src="a.png">', "a.png"),
        ('<img src="/blank.gif" data-original="a.png">', "a.png"),
        (f'<img src="{DOT}" data-srcset="a.png 1x, b.png 2x">', "b.png"),
        (f'<img src=" {DOT.replace("data", "DATA")}" srcset="a.png 1x, b.png 2x">', "b.png"),
        ("<image src=a.png>", "a.png"),
        ('<picture><source srcset="a.avif"><source srcset="b.webp"><img src="c.png"></picture>', "c.png"),
        ('<picture><source srcset="a.avif"><source data-srcset="b.png 1x, c.png 2x"></picture>', "c.png"),
        (f'<picture><source srcset="a.png"><img src="{DOT}"></picture>', "a.png"),
        ('<picture><source srcset="a.png"><img srcset="b.png"></picture>', "b.png"),
        (f'<img src="{DOT}" data-lazy-srcset="a.png">', "a.png"),
        (f'<picture><source data-srcset="a.webp"><img data-src="b.png" src="{DOT}"></picture>', "b.png"),
    ],
)
def test_a_picture_is_one_image(html: str, source: str) -> None:
    assert simplified(f"<p>a {html} b</p>") == f'<p>a <img src="{BASE}/{source}" alt=""> b</p>'


def test_a_small_image_may_be_in_the_feed_itself() -> None:
    html = f'<p><img src="{DOT}" alt="A dot"></p>'
    assert simplified(html) == html


def test_an_image_keeps_what_tells_of_it() -> None:
    html = f'<img src="{BASE}/a.png" alt="A &lt; &amp; B" title="T" width="3" height="2">'
    assert simplified(f'<picture><source srcset="x" width="9">{html.replace(">", " class=x sizes=y>", 1)}</picture>') == html


@pytest.mark.parametrize("html", ["<img>", '<img src=" ">', "<picture></picture>", '<picture><source srcset=" , "></picture>'])
def test_a_picture_of_nothing_is_nothing(html: str) -> None:
    assert simplified(f"a{html}b") == "ab"


@pytest.mark.parametrize(
    ("html", "source"),
    [
        ('<img data-src="a.png"><noscript><img src="a.png"></noscript>', "a.png"),
        (f'<img src="{DOT}"> <noscript><img src="a.png"></noscript>', "a.png"),
        ('<picture><img data-src="a.png"></picture>\n<noscript><picture><img src="a.png"></picture></noscript>', "a.png"),
        ('<noscript><img src="a.png"></noscript>', "a.png"),
    ],
)
def test_an_image_for_browsers_without_scripts_is_not_shown_twice(html: str, source: str) -> None:
    assert simplified(html).strip() == f'<img src="{BASE}/{source}" alt="">'


def test_words_for_browsers_without_scripts_are_for_readers_too() -> None:
    assert simplified('<img src="a.png"><noscript>words</noscript>').endswith('alt="">words')


@pytest.mark.parametrize("between", ["words", "<b>words</b>"])
def test_another_image_for_browsers_without_scripts_stays(between: str) -> None:
    assert simplified(f'<img src="a.png">{between}<noscript><img src="b.png"></noscript>').count("<img") == 2


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ('<video src="a.mp4"></video>', f'<video src="{BASE}/a.mp4" controls=""></video>'),
        (
            '<video autoplay muted width="3"><source src="a.webm"><source src="a.mp4"><track src="t.vtt">Take <a href="/a">it</a>.</video>',
            f'<video width="3" src="{BASE}/a.webm" controls="">Take <a href="https://example.com/a">it</a>.</video>',
        ),
        ('<audio><source data-src="a.mp3"></audio>', f'<audio src="{BASE}/a.mp3" controls=""></audio>'),
        ('<video data-src="a.mp4"></video>', f'<video src="{BASE}/a.mp4" controls=""></video>'),
        ("<video>Nothing to see.</video>", "Nothing to see."),
        ('<video src="javascript:x">Nothing to see.</video>', "Nothing to see."),
    ],
)
def test_a_film_has_one_source(html: str, plain: str) -> None:
    assert simplified(html) == plain


def test_sources_that_a_browser_would_not_nest_are_not_nested() -> None:
    """libxml2 takes `source` for an element with content, and puts all that follows into it."""
    html = '<audio><source src="a.mp3"><source src="b.mp3"><p>words</p></audio><p>more</p>'
    assert simplified(html) == f'<audio src="{BASE}/a.mp3" controls=""><p>words</p></audio><p>more</p>'
    assert simplified("<p>a<wbr>b<i>c</i>d<wbr>e<b>f</b>g</p>h<wbr>") == "<p>a<wbr>b<i>c</i>d<wbr>e<b>f</b>g</p>h<wbr>"
    assert simplified("<p>a<wbr>b<i>c</i></wbr>d<wbr>e</wbr>f</p>") == "<p>a<wbr>b<i>c</i>d<wbr>ef</p>"
