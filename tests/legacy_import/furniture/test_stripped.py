"""What is furniture goes, with a note; what is the author's stays, word for word."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.furniture import stripped
from legacy_import.model import Action

from .trees import left, lines_of, notes, said, tree_of

TEXT = "<p>We bought two chairs, and nobody asked.</p><p>That is the point of them.</p>"

BELOW = lines_of("below.txt")


@pytest.mark.parametrize(("language", "line"), BELOW)
def test_a_line_of_furniture_below_goes_with_a_note(language: str, line: str) -> None:
    html = f"{TEXT}<p>{line}</p>"
    assert left(html) == TEXT
    assert [words for _, words in notes(html)][:1] == [line]


OWN = [line for _, line in lines_of("own.txt")]


@pytest.mark.parametrize("sentence", OWN)
@pytest.mark.parametrize("frame", ["<p>{}</p>" + TEXT, TEXT + "<p>{}</p>", "<p>Before.</p><p>{}</p><p>After.</p>", "<h2>{}</h2>" + TEXT])
def test_what_an_author_says_stays_wherever_it_stands(sentence: str, frame: str) -> None:
    html = frame.format(sentence)
    assert left(html) == html
    assert notes(html) == []


def test_what_an_author_might_say_too_stays_in_the_middle() -> None:
    html = "<p>The sign read:</p><p>3 comments</p><p>Leave a Reply</p><p>Nobody knew whose they were, nor do I.</p><p>So it stayed.</p>"
    assert left(html) == html


def test_what_is_quoted_is_the_authors() -> None:
    html = TEXT + "<blockquote><p>Your email address will not be published.</p></blockquote>"
    assert left(html) == html


@pytest.mark.parametrize(
    "html",
    [
        TEXT + '<p><a href="https://twitter.com/ann">Twitter</a> | <a href="https://www.facebook.com/ann.lee">Facebook</a></p>',
        TEXT + '<p><a href="http://www.linkedin.com/in/ann">LinkedIn</a></p>',
        TEXT
        + '<p>Related articles:</p><ul><li><a href="http://a.example/1">One</a></li><li><a href="http://b.example/2">Two</a></li></ul>',
        "<p>Monday, May 4, 2009</p><p>I woke early.</p><p>Tuesday, May 5, 2009</p><p>I slept.</p>",
        TEXT + "<p>May 4, 2009</p>",
    ],
    ids=["profiles", "a profile", "a list of the author's", "a diary", "a letter"],
)
def test_what_resembles_furniture_but_is_the_authors_stays(html: str) -> None:
    assert left(html) == html


def test_buttons_that_share_and_lists_of_own_posts_go() -> None:
    share = '<p><a href="https://twitter.com/intent/tweet?url=x">Twitter</a> | <a href="https://www.facebook.com/sharer.php?u=x">Facebook</a></p>'
    own = '<p>Related articles:</p><ul><li><a href="http://a.example/1">One</a></li><li><a href="http://a.example/2">Two</a></li></ul>'
    assert left(TEXT + share) == TEXT
    assert left(TEXT + own) == TEXT


def test_a_dateline_above_tells_date_category_and_title() -> None:
    html = "<p>May 4th, 2009 on 5:17 pm | In Sales | Comments Off</p><h2>Two chairs</h2>" + TEXT
    found = said(html)
    assert (found.published, found.has_time, found.categories, found.title) == (
        datetime.fromisoformat("2009-05-04T17:17"),
        True,
        ("Sales",),
        "Two chairs",
    )
    assert left(html) == TEXT


@pytest.mark.parametrize(
    ("line", "author", "when"),
    [
        ("Posted by Ann Lee on Monday, May 4, 2009", "Ann Lee", "2009-05-04"),
        ("Posted on May 4, 2009 by Ann Lee", "Ann Lee", "2009-05-04"),
        ("by Ann Lee | May 4, 2009 | Sales | 3 comments", "Ann Lee", "2009-05-04"),
        ("Eingestellt von Änne Groß am 4. Mai 2009 um 17:17", "Änne Groß", "2009-05-04T17:17"),
        ("Publié par Élodie Martin le 4 mai 2009 à 17 h 17", "Élodie Martin", "2009-05-04T17:17"),
        ("Publicado por Íñigo Vega el 4 de mayo de 2009 a las 17:17", "Íñigo Vega", "2009-05-04T17:17"),
        ("Postado por João Prado em 4 de maio de 2009 às 17:17", "João Prado", "2009-05-04T17:17"),
    ],
)
def test_a_byline_tells_author_and_date(line: str, author: str, when: str) -> None:
    for html in (f"<p>{line}</p>{TEXT}", f"{TEXT}<p>{line}</p>"):
        found = said(html)
        assert (found.author, found.published, found.has_time) == (author, datetime.fromisoformat(when), "T" in when)
        assert left(html) == TEXT


def test_a_time_below_belongs_to_the_date_above() -> None:
    found = said(f"<p>Monday, May 4, 2009</p>{TEXT}<p>Posted by Ann at 5:17 PM<br/>Labels: trust, meetings</p>")
    assert (found.published, found.author, found.tags) == (datetime.fromisoformat("2009-05-04T17:17"), "Ann", ("trust", "meetings"))


def test_an_ambiguous_date_is_doubtful_until_the_language_decides() -> None:
    html = f"<p>Posted on 04/05/2009</p>{TEXT}"
    found, doubts = stripped(tree_of(html))
    assert found.published == datetime.fromisoformat("2009-04-05")
    assert [note.text for note in doubts if note.action is Action.DOUBTFUL] == ["2009-04-05"]
    found, doubts = stripped(tree_of(html, "en-GB"))
    assert found.published == datetime.fromisoformat("2009-05-04")
    assert not [note for note in doubts if note.action is Action.DOUBTFUL]


def test_comments_below_go_and_tell_nothing_of_the_post() -> None:
    lines = ["Bob said...", "What a fine chair, I must say.", "May 9, 2009 at 3:14 PM", "Cleo said...", "It creaks.", "Post a Comment"]
    html = f"{TEXT}<h3>2 comments:</h3>" + "".join(f"<p>{line}</p>" for line in lines)
    assert left(html) == TEXT
    assert said(html).published is None
    assert {*lines} <= {words for _, words in notes(html)}


def test_a_sponsor_is_noted_by_name() -> None:
    assert notes(TEXT + "<p>Offered by Acme Webhosting</p>") == [("furniture-sponsor", "Offered by Acme Webhosting")]
    assert ("furniture-sponsor", "Offered by Acme Webhosting") in notes(
        TEXT + "<p>Powered by WordPress. Offered by Acme Webhosting. 42 queries.</p>"
    )


def test_elements_that_show_nothing_or_count_readers_go() -> None:
    html = (
        TEXT + "<script>alert(1)</script><style>p{}</style><img src='x.gif' width='1' height='1'/><form><input/><p>Name</p></form>"
        "<iframe src='https://www.facebook.com/plugins/like.php'></iframe><ins class='adsbygoogle'>Ad</ins><!-- a remark -->"
        "<div class='sharedaddy'><h3>Share this:</h3></div><div class='jp-relatedposts'>Others</div><div id='disqus_thread'></div>"
    )
    assert left(html) == TEXT
    assert left("<p>A film:</p><iframe src='https://www.youtube.com/embed/x'></iframe>").count("iframe") == 2


def test_a_form_or_a_name_around_the_whole_post_takes_nothing_with_it() -> None:
    assert "two chairs" in left(f"<form>{TEXT}</form>")
    assert "two chairs" in left(f"<div class='comments'>{TEXT}</div>")


def test_a_lazy_image_is_the_one_that_stood_for_want_of_scripts() -> None:
    html = '<p><img src="data:image/gif;base64,R0" data-src="a.jpg"/><noscript><img src="a.jpg" alt="A chair"/></noscript></p>'
    assert left(html) == '<p><img alt="A chair" src="a.jpg"/></p>'


WORDS = st.sampled_from(
    [
        "chair",
        "table",
        "door",
        "window",
        "rain",
        "street",
        "dog",
        "lathe",
        "bread",
        "river",
        "quietly",
        "slowly",
        "walked",
        "sat",
        "stood",
        "under",
        "above",
        "green",
        "old",
    ]
)  # none of a table
SENTENCE = st.lists(WORDS, min_size=2, max_size=12).map(lambda words: " ".join(words).capitalize() + ".")
BLOCK = st.sampled_from(
    [
        "<p>{}</p>",
        "<ul><li>{}</li></ul>",
        "<blockquote><p>{}</p></blockquote>",
        "<p><em>{}</em></p>",
        "<div>{}<br/>{}</div>",
        "<pre>{}</pre>",
    ]
)
POST = st.lists(st.tuples(BLOCK, SENTENCE).map(lambda pair: pair[0].replace("{}", pair[1])), min_size=1, max_size=8).map("".join)


@given(POST)
def test_a_post_without_furniture_is_never_changed(html: str) -> None:
    assert left(html) == html
    assert notes(html) == []


@given(POST, st.lists(st.sampled_from([line for _, line in BELOW]), max_size=6))
def test_no_word_of_a_post_goes_with_the_furniture_below(html: str, lines: list[str]) -> None:
    assert left(html + "".join(f"<p>{line}</p>" for line in lines)).startswith(html)


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    name = st.sampled_from(["p", "div", "a", "b", "form", "li", "noscript", "h2"])
    return st.builds(lambda name, parts: f"<{name} class='comments'>{''.join(parts)}</{name}>", name, st.lists(inner, max_size=4))


@given(st.recursive(st.text(max_size=30), nested, max_leaves=12))
def test_no_tree_makes_it_fail(html: str) -> None:
    left(html)
