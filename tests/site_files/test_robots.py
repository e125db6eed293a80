"""`robots.txt` as a crawler reads it."""

from __future__ import annotations

import re
from urllib.robotparser import RobotFileParser

import pytest
from site_files.crawlers import CRAWLERS
from site_files.robots import NOTES, REFUSED, robots_txt

SITEMAP = "https://letters.example.com/sitemap.xml"
SEARCH_ENGINES = ("Googlebot", "bingbot", "Applebot", "DuckDuckBot", "SomeBot/1.0")


def read(text: str) -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    return parser


def admitted(crawlers: str) -> set[str]:
    """Tokens of those that may fetch a page."""
    parser = read(robots_txt(SITEMAP, crawlers))
    return {crawler.token for crawler in CRAWLERS if parser.can_fetch(f"{crawler.token}/1.2", "https://letters.example.com/one/")}


def tokens(*purposes: str) -> set[str]:
    return {crawler.token for crawler in CRAWLERS if crawler.purpose in purposes}


def test_everyone_is_welcome_by_default() -> None:
    assert admitted("allow") == tokens("training", "search", "request")
    assert robots_txt(SITEMAP) == robots_txt(SITEMAP, "allow") == f"User-agent: *\nDisallow:\n\nSitemap: {SITEMAP}\n"


def test_those_that_train_can_be_refused_alone() -> None:
    assert admitted("no-training") == tokens("search", "request")


def test_all_of_them_can_be_refused() -> None:
    assert not admitted("refuse")


@pytest.mark.parametrize("crawlers", REFUSED)
def test_search_engines_are_always_welcome(crawlers: str) -> None:
    parser = read(robots_txt(SITEMAP, crawlers))
    assert all(parser.can_fetch(name, "https://letters.example.com/") for name in SEARCH_ENGINES)
    assert parser.site_maps() == [SITEMAP]


def test_without_a_sitemap_none_is_named() -> None:
    assert "Sitemap" not in robots_txt("", "refuse")


@pytest.mark.parametrize(
    ("token", "purpose"),
    [
        ("GPTBot", "training"),
        ("OAI-SearchBot", "search"),
        ("ChatGPT-User", "request"),
        ("ClaudeBot", "training"),
        ("Google-Extended", "training"),
        ("CCBot", "training"),
        ("PerplexityBot", "search"),
        ("Perplexity-User", "request"),
        ("Applebot-Extended", "training"),
    ],
)
def test_what_the_best_known_come_for(token: str, purpose: str) -> None:
    assert purpose in {crawler.purpose for crawler in CRAWLERS if crawler.token == token}


def test_each_crawler_is_in_the_table_once_by_a_name_that_robots_files_can_hold() -> None:
    names = [crawler.token.lower() for crawler in CRAWLERS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", crawler.token) and crawler.operator for crawler in CRAWLERS)
    assert not set(names) & {name.lower() for name in SEARCH_ENGINES}


def test_every_refusal_says_in_the_file_what_it_means() -> None:
    assert NOTES.keys() == {word for word, purposes in REFUSED.items() if purposes}
