"""Email addresses and phone numbers that work, and links that cannot be broken out of."""

from __future__ import annotations

import pytest
from site_owner.contact import check_email, check_phone, check_region
from site_owner.problems import UnfitError


@pytest.mark.parametrize(("text", "address"), [("a@Example.COM", "a@example.com"), (" a+b@example.com ", "a+b@example.com")])
def test_email(text: str, address: str) -> None:
    assert check_email(text) == address


@pytest.mark.parametrize(
    "text", ["", "a", "a@", "a@localhost", "Ann <a@example.com>", "ä@example.com", "a@example.com, b@example.com", "a b@example.com"]
)
def test_no_email(text: str) -> None:
    with pytest.raises(UnfitError, match=r"is not an email address \(.*\)\. Write it as in"):
        check_email(text)


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("+44 20 7946 0123", None, "+44 20 7946 0123"),
        ("(020) 7946-0123", "GB", "+44 20 7946 0123"),
        ("0491 570 156", "AU", "+61 491 570 156"),
        ("202 555 0123", "US", "+1 202-555-0123"),
    ],
)
def test_phone(text: str, region: str | None, number: str) -> None:
    assert check_phone(text, region) == number


@pytest.mark.parametrize(
    ("text", "region"), [("020 7946 0123", None), ("123", "GB"), ("hello", "GB"), ("+44 20", None), ("+1 555 123 4567", None)]
)
def test_no_phone(text: str, region: str | None) -> None:
    with pytest.raises(UnfitError, match=r"Write it with \+ and the country code"):
        check_phone(text, region)


@pytest.mark.parametrize(("text", "region"), [("GB", "GB"), (" us ", "US")])
def test_region(text: str, region: str) -> None:
    assert check_region(text) == region


def test_no_region() -> None:
    with pytest.raises(UnfitError, match="is not the two-letter code of a country"):
        check_region("UK1")
