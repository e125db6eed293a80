"""The proposed card and the proposed business: from what many posts say, for a person to take over."""

from __future__ import annotations

from dataclasses import replace

from contact_cta import front_matter
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.model import Action, Contacts, Note
from legacy_import.report import proposed_card, proposed_site

from .items import post

POSTS = [
    (post(2009), Contacts(emails=("old@example.com",), phones=("(202) 555-0143",), signoff="Best, Ann")),
    (
        post(2010),
        Contacts(emails=("old@example.com",), profiles=("http://twitter.com/ann", "http://ann.plaxo.com/"), signoff="Best to you, Ann"),
    ),
    (
        post(2012),
        Contacts(emails=("ann@example.com", "Old@example.com"), profiles=("http://www.twitter.com/ann/",), signoff="Best to you, Ann"),
    ),
    (post(2014), Contacts(profiles=("http://lee.example.com/a,b;c", "skype:ann.lee"), sponsor="Lee & Sons")),
    (post(2015), Contacts(sponsor="Lee & Sons")),
    (post(2016), Contacts(sponsor="Aldermere Cheese")),
]


def test_a_card_has_the_fields_of_a_card_in_their_order() -> None:
    assert proposed_card("Ann Lee", POSTS).splitlines() == [
        "Name: Ann Lee",
        "Profiles: http://lee.example.com/a%2Cb%3Bc",
        "    https://twitter.com/ann",
        "Signoff: Best to you, Ann",
        "Formerly: old@example.com (2009 to 2012)",
        "    ann@example.com (2012)",
        "    (202) 555-0143 (2009)",
        "    skype:ann.lee (2014)",
        "    http://ann.plaxo.com/ (2010)",
    ]


def test_who_reads_cards_can_read_it() -> None:
    card = front_matter.parse(proposed_card("Ann Lee", POSTS), "ann-lee.md")
    assert card.findings == ()
    assert card.text("name") == "Ann Lee"
    assert [text for _, text in card.parts("profiles")] == ["http://lee.example.com/a%2Cb%3Bc", "https://twitter.com/ann"]
    assert list(card.fields) == ["name", "profiles", "signoff", "formerly"]


def test_without_anything_there_is_a_name() -> None:
    assert proposed_card("Ann Lee", []) == "Name: Ann Lee\n"
    assert proposed_site([]) == proposed_site([(post(), Contacts())]) == ""


def test_the_most_named_sponsor_is_the_business_and_the_others_are_told() -> None:
    site = front_matter.parse(proposed_site(POSTS), "site.md")
    assert site.text("name") == "Lee & Sons"
    assert site.body == "Named in old posts as who offers them: Aldermere Cheese (2016), 1 post; Lee & Sons (2014 to 2015), 2 posts."


def test_a_sponsor_whose_line_stood_around_the_text_is_known_too() -> None:
    note = Note(Action.DROPPED, "furniture-sponsor", "a line that names a sponsor", "This post is offered by Lee & Sons.")
    other = Note(Action.DROPPED, "furniture-footer", "a footer", "This post is offered by Nobody.")
    assert front_matter.parse(proposed_site([(replace(post(), notes=(other, note)), Contacts())]), "site.md").text("name") == "Lee & Sons"


def test_the_order_of_posts_makes_no_difference() -> None:
    assert proposed_card("Ann Lee", POSTS[::-1]) == proposed_card("Ann Lee", POSTS)
    assert proposed_site(POSTS[::-1]) == proposed_site(POSTS)


@given(st.text(), st.lists(st.text(), max_size=4).map(tuple), st.text())
def test_nothing_in_a_post_can_make_a_field_of_its_own(author: str, values: tuple[str, ...], signoff: str) -> None:
    contacts = Contacts(emails=values, phones=values, profiles=values, signoff=signoff)
    card = front_matter.parse(proposed_card(f"Ann {author}", [(post(), contacts)]), "ann.md")
    assert set(card.fields) <= {"name", "profiles", "signoff", "formerly"}
    assert card.findings == ()
    assert card.body == ""
