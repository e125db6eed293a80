"""Contact cards and the business: what fields become, and that every mistake is told with its line, and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from contact_cta.checks import PLAIN_ADDRESS, UnfitError, email_address
from contact_cta.closed_services import CLOSED, closed_service
from contact_cta.model import Business, Card, Link, Phone, Photo
from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from .books import ANN, read

if TYPE_CHECKING:
    from pathlib import Path

    from contact_cta.report import Finding

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x03\x00\x00\x00\x02\x08\x02\x00\x00\x00\x12\x16\xf1M\x00\x00\x00\x00IEND\xaeB`\x82"


def card_of(folder: Path, text: str) -> tuple[Card, list[Finding]]:
    book, findings, _ = read(folder, {"authors/ann-lee.md": text})
    return book.cards[0], findings


def test_every_field_of_a_card(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images/ann.png").write_bytes(PNG)
    card, findings = card_of(
        tmp_path,
        ANN
        + "Role: Joiner\nPhoto: images/ann.png\nSms: (202) 555-0144\nBooking: https://Example.com/ann\nProfiles: https://www.example.com/@ann/\n"
        "Languages: en, pt-BR\nHours: Mondays\nTime_zone: Europe/London\nReply_promise: soon\nSignoff: Yours, Ann\nConfirmed: 2026-10\n"
        "Formerly: ann@example.org\nCta: story\nRedirect_from: /ann/\n\nMakes *stairs*.\n",
    )
    assert findings == []
    assert card == Card(
        slug="ann-lee",
        name="Ann Lee",
        role="Joiner",
        photo=Photo("images/ann.png", 3, 2),
        email="ann@example.com",
        phone=Phone("+12025550143", "+1 202-555-0143"),
        sms=Phone("+12025550144", "(202) 555-0144"),
        booking="https://example.com/ann",
        profiles=(Link("https://www.example.com/@ann/", "example.com/@ann"),),
        languages=("en", "pt-BR"),
        hours="Mondays",
        time_zone="Europe/London",
        reply_promise="soon",
        signoff="Yours, Ann",
        confirmed="2026-10",
        cta="story",
        redirect_from=("/ann/",),
        biography="<p>Makes <em>stairs</em>.</p>",
        vcard_path="authors/ann-lee.vcf",
        qr_path="authors/ann-lee-card.svg",
        source_path=str(tmp_path / "authors/ann-lee.md"),
    )


@pytest.mark.parametrize(
    ("field", "rule", "words"),
    [
        ("Email2: a@example.com", "contact-field", "Email"),
        ("Sms: +1 555 123 4567", "contact-phone", "+1 555 123 4567"),
        ("Sms: 12", "contact-phone", "'12'"),
        ("Sms: +1 202 555 0143 ext. 5", "contact-phone", "extension"),
        ("Photo: images/nobody.png", "contact-photo", "images/nobody.png"),
        ("Photo: ../secret.png", "contact-photo", "../secret.png"),
        ("Confirmed: October 2026", "contact-month", "2026-11"),
        ("Confirmed: 2026-13", "contact-month", "2026-13"),
        ("Time_zone: Europe/Atlantis", "contact-time-zone", "Europe/Atlantis"),
        ("Time_zone: ../../etc/passwd", "contact-time-zone", "no time zone"),
        ("Languages: English please", "contact-language", "English please"),
        ("Profiles: https://plus.google.com/+ann", "contact-closed-service", "Google+ has closed"),
        ("Booking: http://example.com/ann", "contact-url-insecure", "https://"),
        ("Cta: quesiton", "cta-kind", "Did you mean 'question'?"),
        ("Cta: none", "cta-kind", "no kind"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_rule(tmp_path: Path, field: str, rule: str, words: str) -> None:
    _, findings = card_of(tmp_path, f"{ANN}{field}\n")
    assert [(finding.rule, finding.line, finding.is_unsafe) for finding in findings] == [(rule, 4, False)]
    assert words in f"{findings[0].what} {findings[0].fix}"


@pytest.mark.parametrize("name", ["Booking", "Profiles"])
@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html<script>",
        'https://example.com/"><script>',
        "https://ann:secret@example.com/",
        "vbscript:x",
        "//example.com/",
        "mailto:ann@example.com",
        "https://exa mple.com",
        "https://",
    ],
)
def test_what_is_unsafe_never_becomes_a_link(tmp_path: Path, name: str, address: str) -> None:
    card, findings = card_of(tmp_path, f"{ANN}{name}: {address}\n")
    assert (card.booking, card.profiles) == ("", ())
    assert [(finding.rule, finding.line, finding.is_unsafe) for finding in findings] == [("contact-url", 4, True)]


@pytest.mark.parametrize(
    "address", ["ann", "ann@", "ann@example", "a b@example.com", "ann@example.com?cc=bob@example.com", "mailto:a@example.com"]
)
def test_what_is_no_email_address_is_left_out(tmp_path: Path, address: str) -> None:
    card, findings = card_of(tmp_path, f"Name: Ann\nEmail: {address}\n")
    assert card.email == ""
    assert [finding.rule for finding in findings if finding.line == 2] == ["contact-email"]


@given(st.from_regex(PLAIN_ADDRESS, fullmatch=True) | st.emails())
def test_an_address_that_looks_plain_is_what_the_library_makes_of_it(text: str) -> None:
    try:
        expected = validate_email(text, check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError:
        with pytest.raises(UnfitError):
            email_address(text)
    else:
        assert email_address(text) == expected


def test_letters_that_many_mail_programs_cannot_write_are_refused(tmp_path: Path) -> None:
    """But the domain may be international."""
    assert read(tmp_path / "a", {"authors/jo.md": "Name: Jo\nEmail: jörg@example.com\n"})[0].cards[0].email == ""
    assert read(tmp_path / "b", {"authors/jo.md": "Name: Jo\nEmail: jo@käse.example\n"})[0].cards[0].email == "jo@käse.example"


def test_a_photo_lies_in_the_content_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    book, findings, _ = read(tmp_path / "content", {"authors/ann-lee.md": f"{ANN}Photo: ../secret.png\n"})
    assert book.cards[0].photo is None
    assert [finding.rule for finding in findings] == ["contact-photo"]


@pytest.mark.parametrize(("size", "rules"), [(256 * 1024, []), (256 * 1024 + 1, ["contact-photo"])])
def test_a_photo_too_large_for_the_vcard_is_told_but_shown(tmp_path: Path, size: int, rules: list[str]) -> None:
    (tmp_path / "ann.png").write_bytes(PNG.ljust(size, b"x"))
    card, findings = card_of(tmp_path, f"{ANN}Photo: ann.png\n")
    assert card.photo == Photo("ann.png", 3, 2)
    assert [finding.rule for finding in findings] == rules
    for finding in findings:
        assert (finding.line, finding.is_advice) == (4, True)
        assert "'ann.png' has 257 KiB" in finding.what
        assert "at most 256 KiB" in finding.fix


def test_all_problems_of_all_files_come_together(tmp_path: Path) -> None:
    _, findings, _ = read(
        tmp_path,
        {
            "authors/ann-lee.md": "Name: Ann Lee\nEmail: nowhere\n",
            "authors/bea.md": "Email: bea@example.com\nBooking: javascript:x\n",
            "site.md": "Street: Long Lane 1\nVat: 12\n",
            "ctas/story.md": "Heading: Tell me\nButton: Write\n\n{titel}\n",
        },
    )
    found = {(finding.path.rpartition("/")[2], finding.line, finding.rule) for finding in findings}
    assert found == {
        ("ann-lee.md", 2, "contact-email"),
        ("bea.md", 1, "contact-field-missing"),
        ("bea.md", 2, "contact-url"),
        ("site.md", 1, "contact-field-missing"),
        ("site.md", 2, "contact-field"),
        ("story.md", 1, "contact-field-missing"),
        ("story.md", 1, "cta-place"),
    }


def test_nobody_is_left_without_a_channel(tmp_path: Path) -> None:
    _, findings = card_of(tmp_path, "Name: Ann Lee\nProfiles: https://example.com/@ann\n")
    assert [(finding.rule, finding.line) for finding in findings] == [("contact-channel", 1)]


def test_a_file_name_that_makes_no_good_address(tmp_path: Path) -> None:
    book, findings, _ = read(tmp_path, {"authors/Ann Lee's.md": ANN})
    assert book.cards[0].vcard_path == "authors/Ann-Lee-s.vcf"
    assert [(finding.rule, finding.fix) for finding in findings] == [("contact-card", "Rename the file to Ann-Lee-s.md")]


def test_without_a_public_address_there_is_no_qr_code(tmp_path: Path) -> None:
    book, _, _ = read(tmp_path, {"authors/ann-lee.md": ANN}, SITEURL="")
    assert book.cards[0].qr_path == ""


def test_numbers_are_read_in_the_region(tmp_path: Path) -> None:
    text = "Name: Ann Lee\nPhone: 020 7946 0114\n"
    assert [finding.rule for finding in read(tmp_path, {"authors/ann-lee.md": text})[1]] == ["contact-phone"]
    book, findings, _ = read(tmp_path, {"authors/ann-lee.md": text}, CONTACT_REGION="GB")
    assert (book.cards[0].phone, findings) == (Phone("+442079460114", "020 7946 0114"), [])


def test_a_biography_speaks_the_markdown_of_the_site(tmp_path: Path) -> None:
    markdown = {"extension_configs": {"markdown.extensions.smarty": {}, "markdown.extensions.meta": {}}, "output_format": "html5"}
    text = f'{ANN}\nMotto: "measure twice".\n'
    book, _, _ = read(tmp_path, {"authors/ann-lee.md": text}, MARKDOWN=markdown)
    assert book.cards[0].biography == "<p>Motto: &ldquo;measure twice&rdquo;.</p>"


def test_links_that_only_pelican_resolves_are_told_with_their_line(tmp_path: Path) -> None:
    _, findings = card_of(tmp_path, f"{ANN}\nMakes stairs.\n\nSee [here]({{filename}}/pages/a.md).\n")
    assert [(finding.rule, finding.line) for finding in findings] == [("contact-link", 7)]


def test_the_business(tmp_path: Path) -> None:
    texts = "Name: Stairs\nLegal_name: Stairs Ltd\n"
    texts += "Street: 1 Long Lane\nPostcode: ZZ9\nCity: Aldermere\nCountry: UK\nArea: near\nHours: always\n"
    book, findings, _ = read(tmp_path, {"authors/ann-lee.md": ANN, "site.md": f"{texts}Registration: none\n\nWe make stairs.\n"})
    assert findings == []
    assert book.business == Business(
        *("Stairs", "Stairs Ltd", "1 Long Lane", "ZZ9", "Aldermere", "UK", "near", "always", "none"), about="<p>We make stairs.</p>"
    )
    assert book.business.has_address


def test_the_default_author_answers_for_the_site(tmp_path: Path) -> None:
    files = {"authors/ann-lee.md": ANN, "authors/bea.md": "Name: Bea Moss\nEmail: bea@example.com\n"}
    for chosen in ("bea", "Bea Moss"):
        book, findings, _ = read(tmp_path, files, CONTACT_DEFAULT_AUTHOR=chosen)
        assert (book.site_card, findings) == (book.by_slug["bea-moss"], [])


@pytest.mark.parametrize(("author", "words"), [("Nobody", "'Nobody' has no contact card"), ("", "nobody is the default author")])
def test_a_default_that_was_left_to_chance_is_told(tmp_path: Path, author: str, words: str) -> None:
    files = {"authors/ann-lee.md": ANN, "authors/bea.md": "Name: Bea Moss\nEmail: bea@example.com\n"}
    book, findings, _ = read(tmp_path, files, AUTHOR=author)
    assert book.site_card == book.cards[0]
    assert [finding.rule for finding in findings] == ["contact-card"]
    assert words in findings[0].what


def test_nobody_at_all(tmp_path: Path) -> None:
    book, findings, _ = read(tmp_path, {})
    assert (book.cards, book.site_card, book.business) == ((), None, None)
    assert list(findings) == []


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://plus.google.com/1", "Google+"),
        ("https://www.plaxo.com/ann", "Plaxo"),
        ("https://profiles.google.com/ann", "Google Profiles"),
        ("https://google.com/ann", ""),
        ("https://notplaxo.com/", ""),
        ("https://example.com/plaxo.com", ""),
    ],
)
def test_closed_services_are_known_by_their_hosts(url: str, name: str) -> None:
    assert closed_service(url) == name
    assert all(CLOSED.values())
