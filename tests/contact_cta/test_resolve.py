"""One finished invitation: whose kind, whose card, which links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from contact_cta.cloak import cloak
from contact_cta.model import Cta, Phone
from contact_cta.resolve import Wish, invitation
from hypothesis import given
from hypothesis import strategies as st

from .books import ANN, read

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "authors/ann-lee.md": f"{ANN}Cta: story\nReply_promise: on Sundays\nBooking: https://example.com/ann\nSms: +1 202 555 0144\n",
    "authors/bea-moss.md": "Name: Bea Moss\nEmail: bea@example.com\n",
}


def invite(folder: Path, wish: dict[str, Any], **settings: Any) -> Cta:
    book, findings, config = read(folder, FILES, **settings)
    assert findings == []
    cta = invitation(Wish(**({"title": "Oak & ash", "url": "https://example.com/oak/", "language": "en"} | wish)), book, config)
    assert cta
    return cta


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ({"kinds": ("meeting", "thanks"), "author_slugs": ("ann-lee",)}, "meeting"),
        ({"kinds": ("unheard-of", "thanks"), "author_slugs": ("ann-lee",)}, "thanks"),
        ({"author_slugs": ("ann-lee",)}, "story"),
        ({"author_slugs": ("bea-moss",)}, "referral"),
    ],
)
def test_the_first_kind_counts_then_the_authors_then_the_sites(tmp_path: Path, wish: dict[str, Any], kind: str) -> None:
    assert invite(tmp_path, wish, CONTACT_DEFAULT_KIND="referral").kind == kind


@pytest.mark.parametrize(
    ("slugs", "email"),
    [
        (("bea-moss", "ann-lee"), "bea@example.com"),
        (("guest",), "ann@example.com"),
        ((), "ann@example.com"),
        (("guest", "bea-moss"), "ann@example.com"),
    ],
)
def test_the_first_authors_card_counts_and_a_guest_gets_the_sites(tmp_path: Path, slugs: tuple[str, ...], email: str) -> None:
    assert invite(tmp_path, {"author_slugs": slugs}).card.email == email


def test_all_texts_and_links(tmp_path: Path) -> None:
    cta = invite(tmp_path, {"kinds": ("question",), "ask": "Which wood?"})
    assert (cta.heading, cta.button) == ("Which wood?", "Email me your question")
    assert cta.promise == "Tell me in two or three sentences. I answer every letter myself, on Sundays."
    assert cta.email_url == "mailto:ann@example.com?subject=Re%3A%20Oak%20%26%20ash"
    assert (cta.phone_url, cta.sms_url) == ("tel:+12025550143", "sms:+12025550144")
    assert (cta.booking_url, cta.page_url) == ("https://example.com/ann", "https://example.com/oak/#write")
    assert unquote(cta.pass_on_url).startswith("mailto:?subject=Oak & ash&body=https://example.com/oak/")
    assert len(cta.webmail) == 3


def test_a_channel_that_there_is_not_has_no_link(tmp_path: Path) -> None:
    cta = invite(tmp_path, {"author_slugs": ("bea-moss",)})
    assert (cta.phone_url, cta.sms_url, cta.booking_url) == ("", "", "")


def test_an_article_may_have_its_own_address_and_number(tmp_path: Path) -> None:
    cta = invite(tmp_path, {"email": "fair@example.com", "phone": Phone("+12025550145", "x")})
    assert cta.email_url.startswith("mailto:fair@example.com?")
    assert (cta.card.email, cta.phone_url, cta.sms_url) == ("fair@example.com", "tel:+12025550145", "sms:+12025550144")
    assert all("fair" in link.url for link in cta.webmail)


@pytest.mark.parametrize(
    ("code", "entry_id", "end"),
    [
        (True, "BRF4PY", "ash [BRF4PY]"),
        (False, "BRF4PY", "ash"),
        (True, "tag:example.org,2019:1", "ash"),
        (True, "BRF4PU", "ash"),
        (True, "", "ash"),
    ],
)
def test_a_reply_code_is_an_id_of_ours_if_wanted(tmp_path: Path, code: bool, entry_id: str, end: str) -> None:  # noqa: FBT001
    cta = invite(tmp_path, {"entry_id": entry_id}, CONTACT_REPLY_CODE=code)
    assert unquote(cta.email_url).endswith(end)


def test_a_reply_code_survives_a_long_title(tmp_path: Path) -> None:
    cta = invite(tmp_path, {"title": "ð" * 3000, "entry_id": "BRF4PY"}, CONTACT_REPLY_CODE=True)
    assert unquote(cta.email_url).endswith("… [BRF4PY]")
    assert max(len(cta.email_url), len(cta.pass_on_url), *(len(link.url) for link in cta.webmail)) <= 2000


@given(title=st.text(), ask=st.text())
def test_no_title_adds_a_header_or_a_recipient(tmp_path_factory: pytest.TempPathFactory, title: str, ask: str) -> None:
    cta = invite(tmp_path_factory.mktemp("content"), {"title": title, "ask": ask})
    parts = urlsplit(cta.email_url)
    assert (parts.scheme, parts.path) == ("mailto", "ann@example.com")
    assert parse_qs(parts.query, strict_parsing=True).keys() == {"subject"}
    assert not {"\r", "\n", "\u2028"} & set(unquote(parts.query))


def test_without_any_card_there_is_no_invitation(tmp_path: Path) -> None:
    book, _, config = read(tmp_path, {})
    assert invitation(Wish("T", "https://example.com/t/", "en"), book, config) is None


def test_a_cloak_hides_the_address_only_from_those_who_do_not_read_html() -> None:
    hidden = cloak("mailto:ann@example.com?subject=A%20b&body=<")
    assert "ann" not in hidden
    assert "@" not in hidden
    assert hidden.endswith("?subject=A%20b&amp;body=&lt;")
    assert hidden.unescape() == "mailto:ann@example.com?subject=A%20b&body=<"


@given(text=st.text())
def test_a_cloak_is_safe_in_html_whatever_it_hides(text: str) -> None:
    assert not set("<>\"'") & set(cloak(text))
    assert not set("<>\"'") & set(cloak(f"mailto:{text}"))
