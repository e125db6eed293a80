"""Address books read back what a card says, whatever it says."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

import pytest
import vobject
from contact_cta.model import Business, Card, Link, Phone
from contact_cta.plain_text import one_line, several_lines
from contact_cta.vcard import permanent_uid, vcard
from hypothesis import example, given
from hypothesis import strategies as st

PHONE, MOBILE = Phone("+12025550143", "(202) 555-0143"), Phone("+442079460123", "020 7946 0123")
ANN = Card(
    "ann",
    "Ann Lee",
    role="Advisor; listener",
    email="ann@example.com",
    phone=PHONE,
    sms=MOBILE,
    booking="https://example.com/meet/?a=b;c,d",
    profiles=(Link("https://social.example/@ann", "Social, example"),),
    reply_promise="Within two days,\nSundays excepted.",
    confirmed="2026-11",
)
FIRM = Business("Lee & Daughters, Ltd.", street="1 Main St", postcode="20001", city="Springfield", country="USA")
ANY_TEXT = st.text(max_size=200)
NASTY = "x\r\nEND:VCARD\nBEGIN:VCARD\u2028TEL:1\x85a\\;b,c\\n\x00 \ud800"


def written(card: Card = ANN, business: Business | None = FIRM, *, photo: bytes | None = None, uid: str = "urn:x-ann") -> str:
    return vcard(card, business=business, site_url="https://example.com/authors/ann/", photo=photo, photo_type="image/jpeg", uid=uid)


def test_the_whole_card() -> None:
    assert written(photo=b"\xff\xd8").split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Ann Lee",
        "N:;Ann Lee;;;",
        "TITLE:Advisor\\; listener",
        "ORG:Lee & Daughters\\, Ltd.",
        "ADR;TYPE=WORK:;;1 Main St;Springfield;;20001;USA",
        "PHOTO;ENCODING=b;TYPE=JPEG:/9g=",
        "EMAIL;TYPE=INTERNET:ann@example.com",
        "TEL;TYPE=VOICE:+12025550143",
        "TEL;TYPE=CELL,MSG:+442079460123",
        "URL:https://example.com/authors/ann/",
        "URL:https://example.com/meet/?a=b;c,d",
        "item1.URL:https://social.example/@ann",
        "item1.X-ABLabel:Social\\, example",
        "NOTE:Within two days\\,\\nSundays excepted.",
        "UID:urn:x-ann",
        "REV:2026-11-01",
        "END:VCARD",
        "",
    ]


def test_a_card_with_a_name_alone() -> None:
    lines = written(Card("bo", "Bo"), None).split("\r\n")
    assert lines == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Bo",
        "N:;Bo;;;",
        "URL:https://example.com/authors/ann/",
        "UID:urn:x-ann",
        "END:VCARD",
        "",
    ]


def test_one_number_for_calls_and_messages_is_written_once() -> None:
    assert re.findall(r"TEL.*", written(replace(ANN, sms=PHONE))) == ["TEL;TYPE=CELL,VOICE,MSG:+12025550143\r"]


def test_a_business_without_a_street_has_no_address() -> None:
    assert "ADR" not in written(business=Business("Lee", city="Springfield"))


@pytest.mark.parametrize("confirmed", ["", "2026", "November", "2026-13", "2026-11\nX:1"])
def test_a_revision_is_a_month_or_absent(confirmed: str) -> None:
    assert "REV" not in written(replace(ANN, confirmed=confirmed))


def test_an_image_of_no_type_is_refused() -> None:
    with pytest.raises(ValueError, match="not a type of image"):
        vcard(ANN, business=None, site_url="", photo=b"x", photo_type="a:b\r\nX", uid="u")


@given(st.builds(Card, slug=st.just("ann"), name=ANY_TEXT, role=ANY_TEXT, email=ANY_TEXT, reply_promise=ANY_TEXT), ANY_TEXT, ANY_TEXT)
@example(Card("ann", NASTY, role=NASTY, email=NASTY, reply_promise=NASTY), NASTY, NASTY)
@example(Card("ann", "a " * 100, role="ü " * 90, email="\U0001f469" * 60, reply_promise="\r\r\n\n"), "\u2028", " ")
def test_a_program_reads_back_what_was_meant(card: Card, firm: str, street: str) -> None:
    text = written(card, Business(firm, street=street, city="Springfield"))
    book = list(vobject.readComponents(text))
    assert len(book) == 1
    read = {name: [str(line.value) for line in lines] for name, lines in book[0].contents.items() if name not in {"org", "adr", "n"}}
    meant = {
        "version": "3.0",
        "fn": one_line(card.name) or "ann",
        "title": one_line(card.role),
        "email": one_line(card.email),
        "url": "https://example.com/authors/ann/",
        "note": several_lines(card.reply_promise),
        "uid": "urn:x-ann",
    }
    assert read == {name: [value] for name, value in meant.items() if value}
    assert [line.value for line in book[0].contents.get("org", [])] == ([[one_line(firm)]] if one_line(firm) else [])
    assert [line.value.street for line in book[0].contents.get("adr", [])] == ([one_line(street)] if street else [])
    assert book[0].n.value.given == (one_line(card.name) or "ann")


@given(st.builds(Card, slug=st.just("ann"), name=ANY_TEXT, reply_promise=ANY_TEXT), ANY_TEXT, st.binary(max_size=300))
@example(Card("ann", NASTY), NASTY, b"x" * 400)
@example(Card("ann", "a b " * 90, reply_promise="日本語 " * 90), "\U0001f469" * 90, b"")
def test_lines_are_short_whole_and_ours(card: Card, uid: str, photo: bytes) -> None:
    text = written(card, None, uid=uid, photo=photo)
    octets = text.encode("utf-8")
    lines = octets.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert [line.decode("utf-8") for line in lines]  # no character is split between two of them
    assert octets.count(b"\n") == octets.count(b"\r") == len(lines)
    assert not set(text) & set("\x00\x0b\x0c\x1c\x85\u2028\u2029\t")
    names = [line.partition(":")[0].partition(";")[0] for line in text.replace("\r\n ", "").splitlines()]
    assert names == [
        name
        for name, is_there in [
            ("BEGIN", True),
            ("VERSION", True),
            ("FN", True),
            ("N", True),
            ("PHOTO", photo),
            ("URL", True),
            ("NOTE", several_lines(card.reply_promise)),
            ("UID", True),
            ("END", True),
        ]
        if is_there
    ]


@pytest.mark.parametrize("offset", range(4))
def test_no_continuation_begins_with_a_blank_of_the_text(offset: int) -> None:
    text = written(Card("ann", "x" * offset + "abc " * 60), None)
    assert text.count("\r\n ") > 4
    assert "\r\n  " not in text


@given(st.binary(min_size=1, max_size=500))
def test_the_photo_arrives(photo: bytes) -> None:
    unfolded = written(photo=photo).replace("\r\n ", "")
    assert f"PHOTO;ENCODING=b;TYPE=JPEG:{b64encode(photo).decode()}\r\n" in unfolded
    assert vobject.readOne(written(photo=photo)).photo.value == photo


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_permanent_uid_is_what_pythons_uuid_makes(name: str) -> None:
    assert permanent_uid(name) == f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"
