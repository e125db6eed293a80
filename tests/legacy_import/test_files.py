"""A post as the file that an author goes on writing in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from legacy_import.files import Style, text_of
from legacy_import.model import Action, Contacts, Item, Kind, Note, Post, Status

from .items import DAY, index_of, post


def fields_of(item: Item, style: Style | None = None, site_url: str = "", **more: Any) -> dict[str, str]:
    """The front matter of the file that the item becomes."""
    (known,) = index_of(item, site_url=site_url).texts()
    text = text_of(Post(item, "Text.", **more), known, style or Style("en"))
    head, _, body = text.partition("\n\n")
    assert body == "Text.\n"
    return dict(line.split(": ", 1) for line in head.splitlines())


def test_everything_that_is_known_stands_there_in_the_sites_order() -> None:
    item = post(1, slug="first", url="https://blog.example/2009/05/first.html", author="Ann Lee", summary="What it is.")
    item = replace(item, categories=("Notes", "Life"), tags=("Café, cake", "Bees"), updated=DAY.replace(year=2010), language="fr")
    fields = fields_of(item, ask="And you?", cover="images/a.png")
    assert list(fields.items()) == [
        ("Title", "Number 1"),
        ("Date", "2009-05-04 17:17+00:00"),
        ("Modified", "2010-05-04 17:17+00:00"),
        ("Author", "Ann Lee"),
        ("Category", "Notes"),
        ("Tags", "Life; Café, cake; Bees"),
        ("Summary", "What it is."),
        ("Image", "images/a.png"),
        ("Ask", "And you?"),
        ("Lang", "fr"),
        ("Redirect_from", "/2009/05/first.html"),
        ("Id", "tag:blog.example,2009:1"),
    ]


def test_a_draft_whose_dates_are_not_of_one_kind_has_both() -> None:
    """WordPress gives no universal time to a draft, but does to its last change."""
    item = replace(post(1), published=DAY.replace(tzinfo=None), status=Status.DRAFT)
    assert fields_of(replace(item, updated=DAY.replace(year=2010)))["Modified"] == "2010-05-04 17:17+00:00"
    assert "Modified" not in fields_of(replace(item, updated=DAY))


@pytest.mark.parametrize("status", [status for status in Status if status not in {Status.PUBLISHED, Status.TRASHED}])
def test_what_was_not_public_is_a_draft(status: Status) -> None:
    assert fields_of(post(1, status=status))["Status"] == "draft"
    assert "Status" not in fields_of(post(1))


def test_a_post_without_a_date_is_a_draft_with_a_date_that_nobody_believes() -> None:
    fields = fields_of(post(1, published=None))
    assert (fields["Date"], fields["Date_missing"], fields["Status"]) == ("1970-01-01", "yes", "draft")


def test_a_page_has_no_date_and_no_author() -> None:
    fields = fields_of(post(1, kind=Kind.PAGE, author="Ann"))
    assert list(fields) == ["Title", "Id"]


def test_a_proposed_title_says_so() -> None:
    note = Note(Action.DOUBTFUL, "title-proposed", "x")
    assert fields_of(post(1), notes=(note,))["Title_proposed"] == "yes"


@pytest.mark.parametrize(
    ("url", "fields"),
    [
        ("https://blog.example/2009/05/first.html", {"Url": "2009/05/first.html", "Save_as": "2009/05/first.html"}),
        ("https://blog.example/2009/05/first/", {"Url": "2009/05/first/", "Save_as": "2009/05/first/index.html"}),
        ("https://blog.example/?p=12", {}),
    ],
)
def test_old_addresses_can_stay(url: str, fields: dict[str, str]) -> None:
    found = fields_of(post(1, url=url, slug="now"), Style("en", keep_addresses=True))
    assert {name: found[name] for name in ("Url", "Save_as", "Redirect_from") if name in found} == fields


def test_an_address_that_stays_the_same_needs_no_redirect() -> None:
    assert "Redirect_from" not in fields_of(post(1, url="https://blog.example/first/", slug="first"))


def test_the_path_of_the_site_itself_is_cut_off() -> None:
    item = post(1, url="https://blog.example/blog/2009/first.html")
    assert fields_of(item, site_url="https://blog.example/blog")["Redirect_from"] == "/2009/first.html"
    assert fields_of(item, site_url="https://other.example/blog")["Redirect_from"] == "/blog/2009/first.html"


def test_old_contacts_stay_only_where_that_is_wanted() -> None:
    contacts = Contacts(emails=("old@example.com",), phones=("+1 202 555 0143",))
    assert "Contact_email" not in fields_of(post(1), contacts=contacts)
    assert fields_of(post(1), Style("en", keep_contacts=True), contacts=contacts)["Contact_email"] == "old@example.com"
