"""What visitors get from real hosts that read our files."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest
from site_files.headers import POLICY, protection

from .conftest import ELSEWHERE, ODD, Hosted
from .hosting import Answer, ask, plain

if TYPE_CHECKING:
    from pathlib import Path


def get(hosted: Hosted, path: str, **how: str) -> Answer:
    return ask(hosted.port, f"{hosted.prefix}{path}", **how)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("ending", ["", "/", "/index.html"])
def test_an_old_address_leads_to_the_new_one_whatever_is_in_it(hosted: Hosted, name: str, ending: str) -> None:
    answer = get(hosted, f"odd/{quote(name, safe='')}{ending}")
    assert (answer.status, answer.location) == (hosted.leads, f"{hosted.prefix}first/")


@pytest.mark.parametrize(
    ("old", "new"), [("old/path.html", "first/"), ("older", "first/"), ("2019/second/", "second/"), ("old.php", "second/")]
)
def test_addresses_of_files_and_folders_lead_on(hosted: Hosted, old: str, new: str) -> None:
    assert (get(hosted, old).status, get(hosted, old).location) == (hosted.leads, f"{hosted.prefix}{new}")


def test_a_chain_takes_one_step(hosted: Hosted) -> None:
    assert get(hosted, "chain/").location == f"{hosted.prefix}second/"


def test_an_address_is_no_prefix_and_no_pattern(hosted: Hosted) -> None:
    assert [get(hosted, path).status for path in ("older/x", "xolder", "oldxphp", "old.php/x", "odd/a", "odd/aXb")] == [404] * 6


def test_whole_addresses_elsewhere_arrive_as_they_are(hosted: Hosted) -> None:
    location = get(hosted, "elsewhere/").location
    assert unquote(location) == unquote(ELSEWHERE)
    assert location.isascii()
    assert " " not in location


def test_a_new_address_with_odd_characters_is_one_that_answers(hosted: Hosted) -> None:
    location = get(hosted, "to-odd.html").location
    assert unquote(location) == f"{hosted.prefix}ü & co $1 {{x}} 100%/"
    assert ask(hosted.port, location).status == 200


PROTECTED = [
    "",
    "first/",
    "feeds/all.atom.xml",
    "static/a.png",
    "static/a.vcf",
    "theme/css/site.0123456789.css",
    "nothing",
    "old.php",
    "nothing.png",
]


@pytest.mark.parametrize("path", PROTECTED)
def test_every_answer_protects_its_reader_once(hosted: Hosted, path: str) -> None:
    answer = get(hosted, path)
    for name, value in protection(POLICY):
        assert answer[name] == value, name


@pytest.mark.parametrize("path", ["nothing", "nothing/", "static/nothing.png", "feeds/nothing.json", "feeds/nothing.atom.xml"])
def test_what_there_is_not_is_told_in_the_sites_words_and_not_kept(hosted: Hosted, path: str) -> None:
    answer = get(hosted, path)
    assert (answer.status, answer["content-type"]) == (404, "text/html; charset=utf-8")
    assert "No such page" in answer.body
    assert answer["cache-control"] in {"", "max-age=0, must-revalidate", "no-store"}


@pytest.mark.parametrize("path", ["_headers", "_redirects", "_nginx.conf", ".htaccess"])
def test_what_is_for_hosts_is_not_for_visitors(hosted: Hosted, path: str, output: Path) -> None:
    assert (output / path).is_file()
    assert get(hosted, path).status in {403, 404}
    assert "first" not in get(hosted, path).body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("feeds/all.atom.xml", "application/atom+xml; charset=utf-8"),
        ("feeds/all.rss.xml", "application/rss+xml; charset=utf-8"),
        ("feeds/all.json", "application/feed+json"),
        ("feeds/all.opml", "text/x-opml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("static/a.vcf", "text/vcard; charset=utf-8"),
        ("static/a%20b.txt", "text/plain; charset=utf-8"),
        ("static/a.json", "application/json"),
        ("static/site.webmanifest", "application/manifest+json"),
        ("static/a.svg", "image/svg+xml"),
        ("static/a.avif", "image/avif"),
        ("static/a.woff2", "font/woff2"),
        ("theme/css/site.0123456789.css", "text/css; charset=utf-8"),
    ],
)
def test_files_say_what_they_are(hosted: Hosted, path: str, kind: str) -> None:
    answer = get(hosted, path)
    assert answer.status == 200
    assert kind in {answer["content-type"], answer["content-type"].removesuffix("; charset=utf-8")}


PAGE, FEED, STILL, FOREVER = "max-age=0, must-revalidate", "max-age=3600", "max-age=604800", "max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("path", "caching", "origins"),
    [
        ("", PAGE, ""),
        ("first/", PAGE, ""),
        ("sitemap.xml", PAGE, ""),
        ("static/a.json", PAGE, ""),
        ("static/plain.css", PAGE, ""),
        ("static/a.vcf", PAGE, ""),
        ("feeds/all.atom.xml", FEED, "*"),
        ("feeds/all.rss.xml", FEED, "*"),
        ("feeds/all.json", FEED, "*"),
        ("feeds/all.opml", FEED, "*"),
        ("static/a.png", STILL, ""),
        ("static/a.woff2", STILL, ""),
        ("theme/css/site.0123456789.css", FOREVER, ""),
    ],
)
def test_copies_are_good_for_as_long_as_they_can_be(hosted: Hosted, path: str, caching: str, origins: str) -> None:
    answer = get(hosted, path)
    assert answer.status == 200
    assert answer["cache-control"] == (caching if hosted.name != "serve" or caching == FOREVER else "no-store")
    assert answer["access-control-allow-origin"] == origins


def test_a_folder_without_its_slash_leads_to_the_one_with(hosted: Hosted) -> None:
    answer = get(hosted, "first")
    assert answer.status in {301, 302}
    assert answer.location == f"{hosted.prefix}first/"


def test_what_is_asked_again_is_not_sent_again(hosted: Hosted) -> None:
    first = get(hosted, "first/")
    again = ask(hosted.port, f"{hosted.prefix}first/", headers={"If-Modified-Since": first["last-modified"]})
    assert (again.status, again.body) == (304, "")


def test_a_host_of_plain_files_shows_pages_that_lead_on(output: Path) -> None:
    with plain(output) as port:
        for old in ("old/path.html", "older/", "2019/second/", "chain/", "odd/it%27s/", "odd/100%25/", "odd/%24%7BHOME%7D/"):
            page = ask(port, f"/{old}")
            assert page.status == 200
            assert 'content="0; url=https://me.example/' in page.body
        assert ask(port, "/old.php").status == 404
