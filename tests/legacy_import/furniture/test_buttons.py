"""Furniture that is known by where its links lead, in languages that no table has."""

from __future__ import annotations

import pytest

from .trees import left, notes, said

TEXT = "<p>We bought two chairs, and nobody asked.</p><p>That is the point of them.</p>"
PAGE = "https%3A%2F%2Fann.example%2Fchairs%2F"
TWEET = f"https://twitter.com/intent/tweet?url={PAGE}"
FACE = f"https://www.facebook.com/sharer/sharer.php?u={PAGE}"


def test_buttons_that_pass_the_page_on_go_in_any_language() -> None:
    bar = f'<ul><li><a href="{TWEET}">zwitschern</a></li><li><a href="{FACE}">herumreichen</a></li><li>weitersagen</li></ul>'
    assert left(TEXT + bar) == TEXT
    assert left(bar + TEXT) == TEXT
    assert notes(TEXT + bar) == [("furniture-share", "zwitschernherumreichenweitersagen")]


def test_one_button_goes_even_between_paragraphs() -> None:
    html = f'<p>Before.</p><p><a href="mailto:?subject=Chairs&amp;body={PAGE}">verschicken</a></p><p>After it came this.</p>'
    assert left(html) == "<p>Before.</p><p>After it came this.</p>"


def test_a_picture_on_a_button_goes_and_the_authors_own_picture_stays() -> None:
    def pin(image: str) -> str:
        link = f"http://www.pinterest.com/pin/create/button/?url={PAGE}&amp;media=http%3A%2F%2Fann.example%2Fup%2Fdesk.jpg"
        return f'{TEXT}<p><a href="{link}"><img src="{image}"/></a></p>'

    assert left(pin("http://ann.example/theme/pin_it.png")) == TEXT
    assert "desk.jpg" in left(pin("http://ann.example/up/desk.jpg"))


@pytest.mark.parametrize(
    "html",
    [
        f'{TEXT}<p>I wrote about <a href="{TWEET}">the button</a> that nobody presses, and why it is there at all, in May.</p>',
        f'<blockquote><p><a href="{TWEET}">A chair is lent</a></p></blockquote>{TEXT}',
        f'<p>Read <a href="http://bob.example/feed/">his feed</a>.</p>{TEXT}',
        f'{TEXT}<p>More: <a href="http://bob.example/tag/chairs/">Bob on chairs</a></p>',
    ],
    ids=["a sentence", "a quotation", "a feed", "somebody's tag"],
)
def test_a_link_within_the_authors_words_stays(html: str) -> None:
    assert left(html) == html


def test_links_to_answers_and_trackbacks_go_below_the_text() -> None:
    own = "http://www.ann.example/2012/05/11/chairs"
    line = f'<a href="{own}/feed/">Antwortenstrom</a> | Antworten zu | <a href="{own}/trackback/">Rückverweis</a>'
    assert left(f"{TEXT}<p>{line}</p>") == TEXT
    assert left(f'{TEXT}<p><a href="{own}/#comments">18</a></p>') == TEXT


def test_a_link_to_the_authors_page_says_who_wrote_the_post() -> None:
    html = f'<p>4. Mai 2009</p><p>-</p><p>verzapft von <a href="https://ann.example/author/ann-lee/">Ann Lee</a></p>{TEXT}'
    assert left(html, "de") == TEXT
    assert said(html, "de").author == "Ann Lee"


def test_a_picture_above_the_dateline_stays_and_the_dateline_goes() -> None:
    picture = '<p><img src="desk.jpg"/></p>'
    assert left(f"{picture}<p>May 4, 2009</p><p>By Ann Lee</p>{TEXT}") == picture + TEXT


def test_what_a_post_is_filed_under_is_known_by_its_links() -> None:
    links = '<a href="http://ann.example/category/sales/">Sales</a>, <a href="http://ann.example/tag/trust/">trust</a>'
    html = f"<div>08/08/2017 durch Ann Lee Keine Kommentare {links}</div>{TEXT}"
    assert left(html, "de") == TEXT
    found = said(html, "de")
    assert (str(found.published), found.author, found.categories) == ("2017-08-08 00:00:00", "Ann Lee", ("Sales", "trust"))


def test_a_date_with_its_time_says_enough_beside_a_name_that_is_none() -> None:
    html = f"<h1>The chairs</h1><div>Donnerstag, 15.2.2018, 19:51 > da]v[ax</div>{TEXT}"
    assert left(html, "de") == TEXT
    assert str(said(html, "de").published) == "2018-02-15 19:51:00"


def test_a_tool_for_comments_above_buttons_does_not_end_the_text() -> None:
    tools = f'<ul><li>Post a comment</li><li>Print</li></ul><p><a href="{TWEET}">Tweet</a></p>'
    assert left(f"<p>Before.</p>{tools}{TEXT}").endswith(TEXT)


def test_a_heading_below_which_only_furniture_stood_goes_and_the_authors_last_heading_stays() -> None:
    bar = f'<p><a href="{TWEET}">x</a> <a href="{FACE}">y</a></p>'
    assert left(f"{TEXT}<h3>Herumreichen, bitte!</h3>{bar}") == TEXT
    assert left(f"{TEXT}<h3>Fin</h3>") == f"{TEXT}<h3>Fin</h3>"
    assert left(f"{bar}{TEXT}<h3>Fin</h3>") == f"{TEXT}<h3>Fin</h3>"
