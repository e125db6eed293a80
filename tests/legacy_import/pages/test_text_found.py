"""Which part of a page is the text of its post, where themes name other parts as they name texts, or the text as they name margins."""

from __future__ import annotations

from bs4 import BeautifulSoup

from .test_page_kinds import items

TITLE = "The chairs that nobody bought"
FIRST = "We bought two chairs, and nobody asked what they cost, which is the point of the whole exercise, as it were."
SECOND = "The third chair came later, with a note, and the note said that a chair is only ever lent, never given, to anybody."
LONG = f"<p>{FIRST}</p><p>{SECOND}</p>" * 4
CARD = "A short card about something else, which is quite another text altogether."


def page(body: str, kinds: str = "single") -> str:
    return f"<html><head><title>{TITLE} | Ann's desk</title></head><body class='{kinds}'>{body}</body></html>"


def words(html: str) -> str:
    return " ".join(BeautifulSoup(html, "lxml").get_text(" ").split())


def text_of(body: str) -> str:
    """The words of the one post on a page with this body."""
    (post,) = items(page(body))
    assert post.title == TITLE
    return words(post.html)


def test_cards_of_other_posts_that_are_named_as_texts_are_do_not_win() -> None:
    cards = f"<div class='card'><h3>Other</h3><div itemprop='articleBody'>{CARD}</div></div>" * 3
    assert text_of(f"<h1>{TITLE}</h1><div class='m-post'>{LONG}</div><section>{cards}</section>") == words(LONG)


def test_a_short_text_with_a_name_or_a_title_wins_over_a_long_margin() -> None:
    margin = f"<div class='about'>{LONG}</div>"
    assert text_of(f"<h1>{TITLE}</h1><div class='entry-content'><p>{FIRST}</p></div>{margin}") == FIRST
    assert text_of(f"<div class='post'><h1>{TITLE}</h1><div class='entry'><p>{FIRST}</p></div></div>{margin}") == FIRST


def test_what_holds_the_text_stays_though_a_part_of_its_name_speaks_of_margins() -> None:
    topics = "<li><a href='/topic'>A topic of this site</a></li>" * 90
    for name in ("section--has-ads", "l-sidebar-fixed", "primary-and-secondary-columns"):
        assert text_of(f"<h1>{TITLE}</h1><div class='{name}'>{LONG}</div><ul>{topics}</ul>") == words(LONG)


def test_a_margin_that_is_called_one_and_nothing_else_goes_however_much_it_says() -> None:
    margin = f"<div class='sidebar'>{LONG}</div>"
    text = f"<h1>{TITLE}</h1><div class='entry'>{LONG}<p>{CARD}</p></div>"
    assert text_of(f"{text}{margin}").endswith(CARD)


def test_a_summary_in_a_box_of_its_own_is_the_beginning_of_the_text() -> None:
    body = f"<h1>{TITLE}</h1><div class='entry-content intro'><p>{CARD}</p></div><div class='entry-content'>{LONG}</div>"
    assert text_of(f"<div>{body}</div>") == f"{CARD} {words(LONG)}"


def built(text: str) -> str:
    """A box as builders of pages make them: rows of columns, with boxes for the space between."""
    column = f"<div class='column'><div class='text_block'><div class='wrap'>{text}</div></div><div class='space'></div></div>"
    return f"<div class='row'>{column}<div class='space'></div></div>"


def test_a_text_in_many_deep_boxes_is_one_text() -> None:
    rows = built(f"<p>{FIRST}</p>" * 5) + built(f"<h2>Later</h2><p>{SECOND}</p>") + built(f"<p>{CARD}</p><p>{SECOND}</p>" * 2)
    found = text_of(f"<h1>{TITLE}</h1><div class='container'>{rows}</div><div>An address</div>")
    assert all(part in found for part in (FIRST, "Later", SECOND, CARD))


def test_deep_boxes_with_a_dateline_each_are_not_one_text() -> None:
    rows = built(f"<p>{FIRST}</p>" * 5) + built(f"<h2>Another</h2><p>May 4, 2009</p><p>{SECOND}</p>" * 2)
    assert SECOND not in text_of(f"<h1>{TITLE}</h1><div class='container'>{rows}</div>")


def test_a_paragraph_in_a_box_between_heading_and_text_is_the_beginning_unless_it_only_repeats_it() -> None:
    def boxed(lead: str) -> str:
        box = f"<div class='intro'><p>{lead}</p></div><figure><img src='a.jpg'/></figure>"
        return text_of(f"<div class='x'><h1>{TITLE}</h1><div class='day'>May 4, 2009</div>{box}<div class='y'>{LONG}</div></div>")

    assert boxed(f"{CARD} It is said in one breath.") == f"{CARD} It is said in one breath. {words(LONG)}"
    assert boxed(f"{FIRST[:70]}…") == words(LONG)
