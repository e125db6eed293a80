"""Settings are read once, and all that is wrong with them is told at once."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from site_feeds.config import CHECKS, CONFIG_KEY, DEFAULT_FORMATS, FeedsConfig, FeedsConfigError, feeds_config

from .samples import ANY_TEXT

WHOLE = {"SITEURL": "https://example.com", "SITE_AUTHORITY": "example.org,2026", "SITENAME": "Letters"}


def problems(**settings: Any) -> tuple[str, ...]:
    with pytest.raises(FeedsConfigError) as caught:
        feeds_config(WHOLE | settings)
    return caught.value.problems


def test_nothing_has_to_be_set() -> None:
    config = feeds_config({})
    assert (config.public_url, config.entries, config.archive_entries, config.path) == ("", 20, 20, "feeds")
    assert (config.language, config.has_authority) == ("en", False)
    assert dict(config.formats) == DEFAULT_FORMATS
    assert config.formats_of("site") == ("atom", "rss", "json")
    assert {config.formats_of(scope) for scope in ("tag", "category", "author", "series", "language")} == {("atom",)}
    assert (config.titles_are_html, config.summaries_are_html, config.strict) == (False, True, False)


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ({"SITEURL": "https://example.com/"}, "https://example.com"),
        ({"SITEURL": "http://localhost:8000", "SITE_PUBLIC_URL": "https://example.com/blog/"}, "https://example.com/blog"),
        ({"SITEURL": "http://localhost:8000", "SITE_PUBLIC_URL": ""}, "http://localhost:8000"),
        ({"SITEURL": "https://Bücher.example/ü"}, "https://xn--bcher-kva.example/%C3%BC"),
        ({"SITEURL": "."}, ""),
        ({"SITEURL": "//example.com"}, ""),
        ({"SITEURL": "https://example.com:port"}, ""),
        ({"SITEURL": None}, ""),
    ],
)
def test_the_public_address(settings: dict[str, Any], url: str) -> None:
    assert feeds_config(settings).public_url == url


def test_addresses_and_names_of_what_is_below_the_root() -> None:
    config = feeds_config(WHOLE)
    assert config.url("") == "https://example.com/"
    assert config.url("/a b/ü") == "https://example.com/a%20b/%C3%BC"
    assert config.file_url("") == ""
    assert config.file_url("images/icon.png") == "https://example.com/images/icon.png"
    assert config.file_url("https://cdn.example/ü.png") == "https://cdn.example/%C3%BC.png"
    assert config.urn("feeds/all") == "tag:example.org,2026:feeds/all"


@pytest.mark.parametrize(
    ("settings", "authority", "is_set"),
    [
        ({"SITE_AUTHORITY": "example.org,2026"}, "example.org,2026", True),
        ({"SITE_AUTHORITY": "ann@example.org,2026-03-04"}, "ann@example.org,2026-03-04", True),
        ({"SITE_AUTHORITY": ""}, "example.com,2026", False),
        ({"SITE_AUTHORITY": None}, "example.com,2026", False),
        ({"SITE_AUTHORITY": None, "SITEURL": "https://Bücher.example:8000/x"}, "xn--bcher-kva.example,2026", False),
    ],
)
def test_the_authority_of_ids(settings: dict[str, Any], authority: str, *, is_set: bool) -> None:
    config = feeds_config(WHOLE | settings)
    assert (config.authority, config.has_authority) == (authority, is_set)


def test_formats_that_are_not_named_keep_their_default() -> None:
    config = feeds_config(WHOLE | {"FEEDS_FORMATS": {"site": ["json", "json"], "tag": []}})
    assert config.formats_of("site") == ("json",)
    assert config.formats_of("tag") == ()
    assert config.formats_of("author") == ("atom",)


def test_what_is_set_is_kept() -> None:
    given = {"FEEDS_ENTRIES": 1, "FEEDS_HUB": "https://hub.example/", "FEEDS_ICON": "icon.png", "FEEDS_STYLE": "http://x.example/f.css"}
    shared = {"SITESUBTITLE": "A line", "SITE_LICENCE": "© Ann", "DEFAULT_LANG": "de", "SITE_STRICT": True}
    config = feeds_config(WHOLE | given | shared)
    assert (config.entries, config.hub, config.icon, config.style) == tuple(given.values())
    assert (config.subtitle, config.rights, config.language, config.strict) == tuple(shared.values())
    assert feeds_config(WHOLE | {"FEEDS_HUB": ""}).hub == ""
    none = feeds_config(dict.fromkeys(shared))
    assert (none.subtitle, none.rights, none.language, none.site_name) == ("", "", "en", "")


@pytest.mark.parametrize(("path", "kept"), [("feeds", "feeds"), ("feeds/", "feeds"), ("a/b", "a/b"), ("a..b", "a..b")])
def test_the_folder(path: str, kept: str) -> None:
    assert feeds_config(WHOLE | {"FEEDS_PATH": path}).path == kept


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FEEDS_FORMATS", "atom"),
        ("FEEDS_FORMATS", ["atom"]),
        ("FEEDS_FORMATS", None),
        ("FEEDS_FORMATS", {"site": "atom"}),
        ("FEEDS_FORMATS", {"site": ""}),
        ("FEEDS_FORMATS", {"site": 1}),
        ("FEEDS_FORMATS", {"site": ["atom1"]}),
        ("FEEDS_FORMATS", {"site": [["atom"]]}),
        ("FEEDS_FORMATS", {"tags": ["atom"]}),
        ("FEEDS_FORMATS", {1: ["atom"]}),
        ("FEEDS_ENTRIES", 0),
        ("FEEDS_ENTRIES", -1),
        ("FEEDS_ENTRIES", "20"),
        ("FEEDS_ENTRIES", 2.0),
        ("FEEDS_ENTRIES", True),
        ("FEEDS_ARCHIVE_ENTRIES", None),
        ("FEEDS_ARCHIVE_ENTRIES", 1),
        ("FEEDS_PATH", ""),
        ("FEEDS_PATH", "/"),
        ("FEEDS_PATH", "/feeds"),
        ("FEEDS_PATH", "."),
        ("FEEDS_PATH", "../feeds"),
        ("FEEDS_PATH", "a/../b"),
        ("FEEDS_PATH", "a//b"),
        ("FEEDS_PATH", ["feeds"]),
        ("FEEDS_HUB", "hub.example"),
        ("FEEDS_HUB", None),
        ("FEEDS_ICON", None),
        ("FEEDS_STYLE", 1),
        ("SITE_AUTHORITY", "example.org"),
        ("SITE_AUTHORITY", "https://example.org"),
        ("SITE_AUTHORITY", "example.org, 2026"),
        ("SITE_AUTHORITY", "example.org,26"),
        ("SITE_AUTHORITY", 2026),
    ],
)
def test_a_wrong_value_is_told_with_what_would_be_right(name: str, value: object) -> None:
    (problem,) = problems(**{name: value})
    assert problem.startswith(f"{name} is {value!r}. Give a")
    assert problem.endswith(".")
    if name == "FEEDS_FORMATS":
        assert "with site, language, tag, category, author, series and the formats atom, rss, json" in problem


def test_all_mistakes_are_told_together() -> None:
    told = problems(FEEDS_ENTRIES=0, FEEDS_PATH="/", FEEDS_ENTRYS=3, FEEDS_MAXIMAL_NUMBER_OF_WORDS=1, SITE_AUTHORITY="x")
    assert len(told) == 5
    assert "unknown setting FEEDS_ENTRYS. Did you mean FEEDS_ENTRIES?" in told
    assert f"unknown setting FEEDS_MAXIMAL_NUMBER_OF_WORDS. Use {', '.join(CHECKS)}." in told
    with pytest.raises(FeedsConfigError, match=r"site_feeds: settings: FEEDS_ENTRIES is 0\. [^.]*\. FEEDS_PATH is '/'"):
        feeds_config({"FEEDS_ENTRIES": 0, "FEEDS_PATH": "/"})


def test_settings_of_others_are_none_of_ours() -> None:
    assert feeds_config({"FEED_ALL_ATOM": 1, "FEED_MAX_ITEMS": "x", "feeds_x": 1, CONFIG_KEY: object()}) == feeds_config({})


@pytest.mark.parametrize(
    ("settings", "title", "summary"),
    [
        ({}, False, True),
        ({"FORMATTED_FIELDS": []}, False, False),
        ({"FORMATTED_FIELDS": ["title", "summary"]}, True, True),
        ({"FORMATTED_FIELDS": [], "TYPOGRIFY": True}, True, True),
    ],
)
def test_which_fields_are_html(settings: dict[str, Any], *, title: bool, summary: bool) -> None:
    config = feeds_config(settings)
    assert (config.titles_are_html, config.summaries_are_html) == (title, summary)


@given(ANY_TEXT)
def test_names_are_lines_that_a_feed_can_hold(text: str) -> None:
    config = feeds_config(WHOLE | {"SITENAME": text, "SITESUBTITLE": text, "SITE_LICENCE": text})
    for line in (config.site_name, config.subtitle, config.rights):
        assert not set(line) & set("\n\r\t\x00\x0b\ufffe\ud800")
    assert config.site_name


def test_a_site_without_a_name_goes_by_its_address() -> None:
    assert feeds_config({"SITEURL": "https://example.com/"}).site_name == "https://example.com"


def test_the_configuration_can_be_pickled_and_compared() -> None:
    config = feeds_config(WHOLE | {"FEEDS_FORMATS": {"tag": ["rss"]}})
    copy: FeedsConfig = pickle.loads(pickle.dumps(config))  # noqa: S301  (our own bytes)
    assert copy == config
    assert hash(copy) == hash(config)
    assert copy.formats_of("tag") == ("rss",)
