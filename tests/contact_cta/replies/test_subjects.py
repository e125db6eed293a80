from __future__ import annotations

import contextlib
from email.charset import QP, Charset
from email.header import Header

import pytest
from contact_cta.replies.subjects import UnreadableSubjectError, codes_in, decoded, key_of, readings, without_codes
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=80).map(lambda it: " ".join(it.split()))


@pytest.mark.parametrize(
    "prefix",
    [
        *("Re:", "RE :", "re: RE:", "Re[2]:", "Re(3):", "Re^2:", "AW:", "Antw:", "SV:", "VS:", "Odp:", "RIF:", "RES:", "YNT:", "Réf :"),
        *("Vá:", "回复：", "Отв:", "ΑΠ:", "Fwd:", "WG: AW:", "TR :", "[EXTERNAL] Re:", "Re: [friends] Re:"),
    ],
)
def test_what_mail_programs_put_before_a_subject_is_removed(prefix: str) -> None:
    assert [*readings(f"{prefix} The yellow light")][-1] == "The yellow light"


@pytest.mark.parametrize("subject", ["Rewards: a story", "Area: small", "The reply: short", "Reading", "Re The yellow light"])
def test_words_that_only_begin_like_a_prefix_stay(subject: str) -> None:
    assert [*readings(subject)] == [subject]


def test_every_stage_of_removing_is_a_reading() -> None:
    assert [*readings("AW: Re: cycling")] == ["AW: Re: cycling", "Re: cycling", "cycling"]


def test_case_punctuation_and_spaces_do_not_count() -> None:
    assert key_of("“They   said:” Tomas’s SHOP…") == key_of("'they said' Tomas's\u00a0Shop!")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Learning C", "Learning C++"), ("C++", "C#"), ("Cafe", "Café"), ("कि", "की"), ("???", "!!!"), ("Part 1", "Part 2"), ("", "???")],
)
def test_different_titles_stay_different(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert key_of("Cafe\u0301 Straße") == key_of("CAFÉ STRASSE")


def test_a_character_may_be_split_over_two_encoded_words() -> None:
    assert decoded(b"=?utf-8?B?w4PDg8M=?=\r\n =?UTF-8?Q?=84?=") == "ÃÃÄ"


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        (b"=?iso-8859-1?Q?Caf=E9_noir?=", "Café noir"),
        (b"=?windows-1252*fr?q?l=92ami?=", "l’ami"),
        (b"Re: =?utf-8?Q?=C3=A4?= b =?utf-8?Q?c?=", "Re: ä b c"),
        ("Grüße".encode(), "Grüße"),
        ("Grüße".encode("latin-1"), "Grüße"),
        (b"=?no-such-charset?Q?abc?=", "abc"),
        (b"=?hex?Q?abc?=", "abc"),
        (b"=?utf-8?B?YQ?=", "a"),
        (b"C:\\users =?utf-8?q?x?=", "C:\\users x"),
        (b"=?utf-8?Q?never closed", "=?utf-8?Q?never closed"),
        (b"=?\x00?Q?a?=", "a"),
    ],
)
def test_subjects_as_they_come(raw: bytes, meant: str) -> None:
    assert decoded(raw) == meant


def test_broken_base64_is_said() -> None:
    with pytest.raises(UnreadableSubjectError, match="base64"):
        decoded(b"=?utf-8?B?YWJjZ?=")


def test_a_subject_is_bounded() -> None:
    assert len(decoded(b"x" * 9000)) == 1000


@given(TEXTS, st.sampled_from(["utf-8", "quoted"]))
def test_what_python_encodes_is_decoded(text: str, how: str) -> None:
    charset = Charset("utf-8")
    if how == "quoted":
        charset.header_encoding = QP
    raw = Header(text, charset, maxlinelen=60).encode()
    assert decoded(raw.encode()) == text


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    with contextlib.suppress(UnreadableSubjectError):
        assert len(decoded(b"=?utf-8?B?" + raw + b"?= " + raw)) <= 1000


def test_codes_are_found_and_removed() -> None:
    assert codes_in("Re: Five [AAAAAA] questions [j0r6e2]") == ("J0R6E2", "AAAAAA")
    assert without_codes("Re: Five questions [J0R6E2]") == "Re: Five questions"
    assert codes_in("[NOTICE] [ABCDEFG] (J0R6E2)") == ()
