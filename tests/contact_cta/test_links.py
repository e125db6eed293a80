"""Links say what was meant, and nothing more, whatever stands in a title, a name or a field."""

from __future__ import annotations

import unicodedata
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from contact_cta.links import UnsafeUrlError, mailto, pass_on, safe_url, sms, subject_line, tel, webmail_links
from contact_cta.model import Link, Phone
from contact_cta.plain_text import one_line, several_lines
from contact_cta.web_address import LONGEST
from contact_cta.webmail import SERVICES, Webmail, webmail_problem
from hypothesis import example, given
from hypothesis import strategies as st

ANN = "ann@example.com"
ANY_TEXT = st.text(max_size=400)
SHORT_TEXT = st.text(max_size=25)  # fits into a link, whatever it is made of
WITHOUT_SURROGATES = st.text(st.characters(exclude_categories=["Cs"]), max_size=25)
NASTY = ["\r\nBcc: all@example.com", "a\u2028Bcc: b", "%0ABcc:b", "&#10;Bcc: b", "?bcc=b&cc=c#d", "\x85x\x0b\x0c\x1cy\x00", "a&amp;b+c d"]


def letter(url: str) -> tuple[str, dict[str, str]]:
    """Recipient and header fields of a mail link, each taken apart as RFC 6068 says: a plus is a plus."""
    scheme, _, rest = url.partition(":")
    assert scheme == "mailto"
    recipient, _, query = rest.partition("?")
    pairs = [field.split("=") for field in query.split("&")] if query else []
    fields = {name: unquote(value, errors="strict") for name, value in pairs}
    assert len(fields) == len(pairs)
    return unquote(recipient, errors="strict"), fields


def test_a_letter_to_ann() -> None:
    assert mailto(ANN, subject="Re: Five questions") == "mailto:ann@example.com?subject=Re%3A%20Five%20questions"


def test_a_body_keeps_its_lines() -> None:
    assert mailto(ANN, body="Dear Ann,\n\nthank you") == "mailto:ann@example.com?body=Dear%20Ann%2C%0D%0A%0D%0Athank%20you"


def test_a_letter_to_nobody_yet() -> None:
    assert mailto("", subject="Hello") == "mailto:?subject=Hello"
    assert mailto("") == "mailto:"


@pytest.mark.parametrize(
    ("address", "escaped"),
    [
        ("ann+letters@example.com", "ann%2Bletters@example.com"),
        ("ann?bcc=b@example.com", "ann%3Fbcc%3Db@example.com"),
        ("ann%0Abcc@example.com", "ann%250Abcc@example.com"),
        ('"a@b,c"@example.com', "%22a%40b%2Cc%22@example.com"),
        ("ann@Bücher.example", "ann@xn--bcher-kva.example"),
        ("ann@straße.example", "ann@xn--strae-oqa.example"),  # IDNA 2003 would write to strasse.example
        ("ünn@example.com", "%C3%BCnn@example.com"),
    ],
)
def test_addresses(address: str, escaped: str) -> None:
    assert mailto(address) == f"mailto:{escaped}"


@pytest.mark.parametrize(
    "address",
    [
        "ann",
        "@example.com",
        "ann@",
        "ann@example.com\r\nbcc:b@c.example",
        "a b@example.com",
        "ann@exa mple.com",
        "ann@a/b?c",
        f"{'ü' * 200}@a.example",
    ],
)
def test_what_is_not_an_address_is_no_link(address: str) -> None:
    with pytest.raises(UnsafeUrlError, match=r"ann@example\.com|www\.example\.com"):
        mailto(address)


@given(SHORT_TEXT, SHORT_TEXT)
@example(NASTY[0], NASTY[1])
@example(NASTY[2], NASTY[3])
@example(NASTY[4], NASTY[5])
@example(NASTY[6], "\ud800")
def test_a_letter_says_what_was_meant(subject: str, body: str) -> None:
    recipient, fields = letter(mailto(ANN, subject=subject, body=body))
    meant = {"subject": one_line(subject), "body": several_lines(body).replace("\n", "\r\n")}
    assert (recipient, fields) == (ANN, {name: text for name, text in meant.items() if text})


@given(ANY_TEXT, ANY_TEXT)
@example("日本語" * 300, "\U0001f469\u200d\U0001f467" * 300)
@example("a" * 5000, "\n" * 5000 + "x")
def test_a_letter_is_one_line_of_ascii_that_fits(subject: str, body: str) -> None:
    url = mailto(ANN, subject=subject, body=body)
    assert len(url) <= LONGEST
    assert url.isascii()
    assert url.isprintable()
    assert not set(url) & set(" +<>\"'\\")
    _, fields = letter(url)  # no escape was cut: each decodes strictly
    assert len(fields.get("subject", "").splitlines()) <= 1
    assert fields.get("body", "").count("\n") == fields.get("body", "").count("\r\n") == fields.get("body", "").count("\r")


@given(WITHOUT_SURROGATES)
@example(NASTY[0])
@example(NASTY[1])
def test_a_mail_program_finds_a_single_header(subject: str) -> None:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = letter(mailto(ANN, subject=f"x {subject}"))[1]["subject"]
    assert message.keys() == ["Subject"]
    assert not any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in str(message["Subject"]))


def test_a_long_subject_leaves_room_for_the_body_and_says_that_it_was_cut() -> None:
    _, fields = letter(mailto(ANN, subject="é" * 3000, body="I wonder"))
    assert fields["body"] == "I wonder"
    assert fields["subject"] == "é" * 165 + "…"


@pytest.mark.parametrize("whole", ["e\u0301", "\U0001f469\u200d\U0001f467", "\U0001f44d\U0001f3fd", "❤\ufe0f"])
def test_what_is_seen_as_one_character_is_not_cut(whole: str) -> None:
    for offset in range(len(whole) * 12):
        subject = letter(mailto(ANN, subject="x" * offset + whole * 200))[1]["subject"]
        assert subject.removesuffix("…").lstrip("x").replace(whole, "") == ""


@given(ANY_TEXT)
@example("ü" * 2000)
def test_the_reply_code_survives_any_title(title: str) -> None:
    _, fields = letter(mailto(ANN, subject=subject_line(title, code="K3M9QZ")))
    assert fields["subject"].endswith("[K3M9QZ]")


def test_a_subject_without_a_code() -> None:
    assert subject_line("  Five\nquestions ") == "Five questions"


@given(ANY_TEXT)
@example("é" * 3000)
def test_passing_on_keeps_the_address_whole(title: str) -> None:
    url = "https://example.com/five-questions/?a=b&c=%C3%BC#write"
    recipient, fields = letter(pass_on(title, url))
    assert (recipient, fields["body"]) == ("", url)
    assert len(pass_on(title, url)) <= LONGEST


def test_passing_on_cuts_the_title_before_the_address() -> None:
    url = "https://example.com/" + "a" * 1900
    assert letter(pass_on("A title that is much too long for what is left of the room" * 3, url))[1]["body"] == url
    assert letter(pass_on("Title", url + "a" * 200)) == ("", {"subject": "Title"})


def test_telephone_and_text_message() -> None:
    phone = Phone("+12025550143", "(202) 555-0143")
    assert (tel(phone), sms(phone)) == ("tel:+12025550143", "sms:+12025550143")


@given(st.text(max_size=20) | st.from_regex(r"\+?[0-9;=?&, ]{1,20}"))
@example("+12025550143;postd=*31")
@example("+12025550143?body=x")
@example("+1202555014\n")
@example("+١٢٠٢٥٥٥")
def test_a_number_is_digits_or_no_link(e164: str) -> None:
    try:
        links = tel(Phone(e164, e164)), sms(Phone(e164, e164))
    except UnsafeUrlError:
        assert not (e164.isascii() and e164[1:].isdigit() and e164[0] == "+" and e164[1] != "0" and 3 <= len(e164) <= 16)
    else:
        assert links == (f"tel:{e164}", f"sms:{e164}")
        assert e164[1:].isdigit()


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.com/in/ann", "https://example.com/in/ann"),
        ("  HTTPS://Example.COM:443\n", "https://example.com/"),
        ("https://example.com:8443/?", "https://example.com:8443/"),
        ("https://bücher.example/Büro?q=ü#ß", "https://xn--bcher-kva.example/B%C3%BCro?q=%C3%BC#%C3%9F"),
        ("https://ｅxample。com/", "https://example.com/"),
        ("https://example.com/100%/%20/%c3%bc", "https://example.com/100%25/%20/%c3%bc"),
        ("https://example.com/it's(1)[2]?a=b&c=d+e", "https://example.com/it%27s(1)%5B2%5D?a=b&c=d+e"),
        ("https://[2001:DB8::0:1]:444/", "https://[2001:db8::1]:444/"),
        ("https://example.com/@ann:x/~ann", "https://example.com/@ann:x/~ann"),
    ],
)
def test_web_addresses_are_normalised(text: str, url: str) -> None:
    assert safe_url(text).url == url
    assert safe_url(text).is_secure


def test_without_encryption_an_address_is_flagged() -> None:
    assert not safe_url("http://example.com/").is_secure


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("javascript:alert(1)", "begin with https://"),
        ("JaVaScRiPt://example.com/%0Aalert(1)", "begin with https://"),
        ("java\tscript:alert(1)", "invisible"),
        ("\x01javascript:alert(1)", "invisible"),
        ("https:\t//example.com", "invisible"),
        ("ht\ntps://example.com", "invisible"),
        ("https://exam\u200bple.com/", "invisible"),
        ("https://example.com/\u202egpj.exe", "invisible"),
        ("data:text/html,x", "begin with https://"),
        ("vbscript:x", "begin with https://"),
        ("mailto:ann@example.com", "begin with https://"),
        ("file:///etc/hosts", "begin with https://"),
        ("https:example.com", "begin with https://"),
        ("//example.com", "begin with https://"),
        ("example.com/ann", "begin with https://"),
        ("", "begin with https://"),
        ("https://ann:secret@example.com/", "user name"),
        ("https://example.com@evil.example/", "user name"),
        ("https://example.com\\@evil.example/", "backslash"),
        ('https://example.com/"onclick="x', "quotation mark"),
        ("https://example.com/<script>", "angle bracket"),
        ("https:///path", "host name"),
        ("https://exa_mple..com/", "host name"),
        ("https://example.com%2f.evil.example/", "host name"),
        ("https://☃\u0301-.example/", "host name"),
        ("https://[::1", "taken apart"),
        ("https://[v1.x]/", "IPv6"),
        ("https://example.com:99999/", "port"),
        ("https://example.com:x/", "port"),
        (f"https://example.com/{'ü' * 400}", "longer"),
    ],
)
def test_unsafe_addresses_say_why(text: str, reason: str) -> None:
    with pytest.raises(UnsafeUrlError, match=reason) as caught:
        safe_url(text)
    assert caught.value.reason in str(caught.value)


URL_LIKE = st.lists(
    st.sampled_from([*":/?#[]@!$&'()*+,;=%\t\n\r\\<>\"` .", "https", "http", "javascript", "data", "example", "com", "ü", "\u202e"])
).map("".join)


@given(ANY_TEXT | URL_LIKE | URL_LIKE.map("https://example.com".__add__) | URL_LIKE.map("https://".__add__))
def test_no_text_becomes_another_kind_of_link(text: str) -> None:
    try:
        safe = safe_url(text)
    except UnsafeUrlError:
        return
    parts = urlsplit(safe.url)
    assert parts.scheme == ("https" if safe.is_secure else "http")
    assert parts.hostname
    assert "@" not in parts.netloc
    assert safe.url.isascii()
    assert safe.url.isprintable()
    assert not set(safe.url) & set(" <>\"'`\\")
    assert len(safe.url) <= LONGEST
    assert safe_url(safe.url) == safe


def test_web_mail_opens_a_letter() -> None:
    gmail, outlook, yahoo = webmail_links("ann+x@bücher.example", "Re: A & B", SERVICES)
    assert gmail == Link("https://mail.google.com/mail/?view=cm&fs=1&to=ann%2Bx%40xn--bcher-kva.example&su=Re%3A%20A%20%26%20B", "Gmail")
    assert dict(parse_qsl(urlsplit(outlook.url).query)) == {"to": "ann+x@xn--bcher-kva.example", "subject": "Re: A & B"}
    assert (yahoo.label, urlsplit(yahoo.url).hostname) == ("Yahoo Mail", "compose.mail.yahoo.com")


def test_without_an_address_there_is_no_web_mail() -> None:
    assert webmail_links("", "Hello", SERVICES) == ()


@given(ANY_TEXT)
@example("{address}{subject}")
@example("ü" * 3000)
@example(NASTY[0])
@example(NASTY[4])
def test_web_mail_takes_any_subject(subject: str) -> None:
    for link in webmail_links(ANN, subject, SERVICES):
        parts = urlsplit(link.url)
        fields = dict(parse_qsl(parts.query, strict_parsing=False, keep_blank_values=True))
        said = fields.get("su", fields.get("subject", ""))
        assert (parts.scheme, parts.fragment, fields["to"]) == ("https", "", ANN)
        assert set(fields) <= {"view", "fs", "to", "su", "subject"}
        assert said == one_line(subject) or (said.endswith("…") and one_line(subject).startswith(said[:-1]))
        assert len(link.url) <= LONGEST
        assert link.url.isascii()


@pytest.mark.parametrize(
    ("service", "problem"),
    [
        (Webmail(" ", "https://mail.example.com/?to={address}"), "has no name"),
        (Webmail("Mail", "https://mail.example.com/?su={subject}"), "where the recipient goes"),
        (Webmail("Mail", "https://{address}.example.com/"), "where the recipient goes"),
        (Webmail("Mail", "http://mail.example.com/?to={address}"), "not encrypted"),
        (Webmail("Mail", "javascript:x?to={address}"), "begin with https://"),
    ],
)
def test_services_that_an_owner_set_wrongly(service: Webmail, problem: str) -> None:
    assert problem in webmail_problem(service)


@pytest.mark.parametrize("service", [*SERVICES, Webmail("Mine", "https://mail.example.com/new?to={address}")])
def test_good_services_have_no_problem(service: Webmail) -> None:
    assert webmail_problem(service) == ""
