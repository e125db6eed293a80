"""Header fields: what every answer has, and that no answer gets a field twice."""

from __future__ import annotations

from fnmatch import fnmatchcase
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from site_files.headers import EVERYWHERE, POLICY, header_rules

if TYPE_CHECKING:
    from site_files.model import HeaderRule

FILES = ("theme/css/site.0123456789.css", "theme/css/plain.css", "feeds/all.json", "images/a.png")
RULES = header_rules(POLICY, FILES, ["feeds/all.json"])


def fields_of(path: str, rules: tuple[HeaderRule, ...] = RULES) -> list[tuple[str, str]]:
    return [field for rule in rules if fnmatchcase(path, rule.pattern) for field in rule.fields]


def test_the_policy_is_the_sites_and_closes_frames() -> None:
    (everywhere,) = (rule for rule in header_rules({"default-src": "'self'"}, (), ()) if rule.pattern == EVERYWHERE)
    fields = dict(everywhere.fields)
    assert fields["Content-Security-Policy"] == "default-src 'self'; frame-ancestors 'none'"
    assert fields["X-Frame-Options"] == "DENY"
    assert "Strict-Transport-Security" not in fields


def test_an_owner_may_let_the_site_into_frames() -> None:
    (everywhere,) = (rule for rule in header_rules({"frame-ancestors": "https://a.example"}, (), ()) if rule.pattern == EVERYWHERE)
    assert "X-Frame-Options" not in dict(everywhere.fields)


@pytest.mark.parametrize(
    "path",
    [
        *("", "index.html", "a/", "a.txt", "a.css", "theme/css/site.0123456789.css", "feeds/all.json", "feeds/tags/a.json", "a.json"),
        *("a.atom.xml", "feeds/a.rss.xml", "a.xml", "a.opml", "a.vcf", "a.png", "a.svg", "a.b.svg", "a.woff2", "feeds/all.json.png"),
        *("a.atom.xml.txt", "theme/css/site.css.png", "feeds/a.woff", "site.webmanifest"),
    ],
)
def test_no_address_gets_a_field_from_two_rules(path: str) -> None:
    names = [name for name, _ in fields_of(path)]
    assert len(names) == len(set(names))


def test_no_address_at_all_can_get_a_field_from_two_rules() -> None:
    """Of two patterns that set the same field, one would have to end or begin as the other does for an address to match both."""
    special = [rule for rule in RULES if rule.pattern != EVERYWHERE]
    for one, other in combinations(special, 2):
        shared = {name for name, _ in one.fields} & {name for name, _ in other.fields}
        ends = [rule.pattern.rpartition("*")[2] for rule in (one, other)]
        if shared:
            assert not ends[0].endswith(ends[1])
            assert not ends[1].endswith(ends[0])
    (everywhere,) = (rule for rule in RULES if rule.pattern == EVERYWHERE)
    assert not {name for name, _ in everywhere.fields} & {name for rule in special for name, _ in rule.fields}


def test_files_with_a_fingerprint_are_good_for_a_year() -> None:
    assert ("Cache-Control", "max-age=31536000, immutable") in fields_of("theme/css/site.ffffffffff.css")
    assert "Cache-Control" not in dict(fields_of("theme/css/plain.css"))


@pytest.mark.parametrize(
    "others", [("a/site.css",), ("a/site.print.css",), ("a/site.0123456789.css", "a/site.print.css"), ("a/site.abc.css",)]
)
def test_a_name_that_says_less_gives_no_promise(others: tuple[str, ...]) -> None:
    assert not [rule for rule in header_rules(POLICY, others, ()) if ("Cache-Control", "max-age=31536000, immutable") in rule.fields]


def test_only_feeds_among_json_files_are_feeds() -> None:
    assert ("Content-Type", "application/feed+json") in fields_of("feeds/tags/trust.json")
    assert "Content-Type" not in dict(fields_of("data/a.json"))
    assert "Content-Type" not in dict(fields_of("feeds/a.json", header_rules(POLICY, FILES, ())))


def test_there_are_fewer_rules_than_cloudflare_reads() -> None:
    assert len(RULES) <= 100
    assert all(rule.pattern.count("*") == 1 for rule in RULES)
