"""Languages and time zones, and what was meant by one that does not exist."""

from __future__ import annotations

import pytest
from site_owner.locales import canonical_tag, check_language, check_timezone, is_translation_slug, local_timezone, region_of
from site_owner.problems import UnfitError


@pytest.mark.parametrize("tag", ["en", "en-GB", "pt-BR", "zh-Hant-TW", "sr-Latn", "he"])
def test_languages(tag: str) -> None:
    assert check_language(tag) == tag
    assert canonical_tag(tag.lower().replace("-", "_")) == tag


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("en_GB", "en-GB"),
        ("EN-gb", "en-GB"),
        ("en-UK", "en-GB"),
        ("English", "en"),
        ("German", "de"),
        ("Deutsch", "de"),
        ("français", "fr"),
        ("en-XX", "en"),
        ("engb", "en-GB"),
    ],
)
def test_the_language_that_was_meant(text: str, meant: str) -> None:
    with pytest.raises(UnfitError) as caught:
        check_language(text)
    assert str(caught.value).endswith(f"Did you mean `{meant}`?")


@pytest.mark.parametrize("text", ["", "x", "-", "@@"])
def test_no_language_at_all(text: str) -> None:
    with pytest.raises(UnfitError, match="Write a tag such as"):
        check_language(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("Europe/Lonndon", "Europe/London"),
    ],
)
def test_the_time_zone_that_was_meant(text: str, meant: str) -> None:
    with pytest.raises(UnfitError) as caught:
        check_timezone(text)
    assert str(caught.value).endswith(f"Did you mean `{meant}`?")


@pytest.mark.parametrize("text", ["", "US", "../../etc/passwd", "xyz"])
def test_no_time_zone_at_all(text: str) -> None:
    with pytest.raises(UnfitError, match="Write the continent and a large city"):
        check_timezone(text)


def test_time_zones_have_names() -> None:
    assert check_timezone("Europe/London") == "Europe/London"
    assert check_timezone(local_timezone().key)


@pytest.mark.parametrize(("tag", "region"), [("de", "DE"), ("de-AT", "AT"), ("en", None), ("en-GB", "GB"), ("fr-CA", "CA")])
def test_the_country_of_a_phone_number(tag: str, region: str | None) -> None:
    assert region_of(tag) == region


@pytest.mark.parametrize(
    ("slug", "expected"), [("de", True), ("pt-br", True), ("kam", False), ("zz", False), ("hello", False), ("de-de-de", False)]
)
def test_folders_of_translations(slug: str, *, expected: bool) -> None:
    assert is_translation_slug(slug) is expected
