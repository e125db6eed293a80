"""Old addresses, resolved: what leads where, and what is told instead."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_files.model import Asked, Finding, Redirect, Source, page_path
from site_files.redirects import pages, read, resolve

if TYPE_CHECKING:
    import random

A, B = Source("the article “A”", "a.md", 4), Source("the article “B”", "b.md", 5)
PAGE = Source("the article “Page”", "page.md")
TAKEN = {"page/index.html": PAGE, "other/index.html": PAGE, "sheet.html": PAGE, "robots.txt": Source("the plugin site_files")}


def rules(findings: list[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def test_a_redirect_to_a_page_is_kept() -> None:
    asked = (Redirect("old/", "page/", A), Redirect("old.html", "sheet.html", B), Redirect("gone/", "https://elsewhere.example/", A))
    assert resolve(asked, TAKEN) == (tuple(sorted(asked, key=lambda redirect: redirect.origin)), [])


def test_chains_lead_to_their_end() -> None:
    chain = [Redirect("1/", "2/", A), Redirect("2/", "3.php", B), Redirect("3.php", "page/", A)]
    kept, findings = resolve(chain, TAKEN)
    assert {redirect.origin: redirect.target for redirect in kept} == {"1/": "page/", "2/": "page/", "3.php": "page/"}
    assert findings == []


def test_two_targets_of_one_address_are_told_by_both_sides_and_left_out() -> None:
    kept, findings = resolve([Redirect("old/", "page/", A), Redirect("old/", "other/", B), Redirect("fine/", "page/", A)], TAKEN)
    assert [redirect.origin for redirect in kept] == ["fine/"]
    assert rules(findings) == ["redirect-double"] * 2
    by_file = {finding.source.path: finding.what for finding in findings}
    assert "the article “B” (b.md:5) one to '/other/'" in by_file["a.md"]
    assert "the article “A” (a.md:4) one to '/page/'" in by_file["b.md"]


def test_the_same_redirect_from_two_places_is_fine() -> None:
    kept, findings = resolve([Redirect("old/", "page/", A), Redirect("old/", "page/", B)], TAKEN)
    assert (len(kept), findings) == (1, [])


def test_addresses_that_some_file_systems_do_not_tell_apart_need_one_target() -> None:
    assert rules(resolve([Redirect("Old/", "page/", A), Redirect("old/", "other/", B)], TAKEN)[1]) == ["redirect-double"] * 2
    kept, findings = resolve([Redirect("Old/", "page/", A), Redirect("old/", "page/", B)], TAKEN)
    assert (len(kept), findings) == (2, [])


@pytest.mark.parametrize("origin", ["page/", "PAGE/", "sheet.html", "robots.txt", "sheet.html/", "sheet.html/below/", "page"])
def test_no_redirect_takes_the_place_of_a_page(origin: str) -> None:
    kept, (finding,) = resolve([Redirect(origin, "other/", A)], TAKEN)
    assert (kept, finding.rule, finding.source) == ((), "redirect-over-page", A)
    assert "the plugin site_files" in finding.what if origin == "robots.txt" else "the article “Page” (page.md:1)" in finding.what


def test_circles_are_told_and_left_out() -> None:
    kept, findings = resolve([Redirect("1/", "2/", A), Redirect("2/", "1/", B), Redirect("in/", "1/", A), Redirect("me/", "me/", B)], TAKEN)
    assert (kept, rules(findings)) == ((), ["redirect-loop"] * 4)
    assert "the article “B” (b.md:5) leads on" in next(finding.what for finding in findings if finding.source == A)
    assert "to itself" in findings[-1].what


def test_a_target_that_is_not_there_is_told_with_the_way_to_it() -> None:
    kept, findings = resolve([Redirect("old/", "nowhere/", A), Redirect("older/", "old/", B)], TAKEN)
    assert (kept, rules(findings)) == ((), ["redirect-target"] * 2)
    assert "by way of the article “A” (a.md:4), where there is no page" in findings[1].what


def test_a_way_over_what_is_left_out_is_told_too() -> None:
    wrong = [Redirect("old/", "page/", A), Redirect("old/", "other/", B)]
    kept, findings = resolve([*wrong, Redirect("older/", "old/", A)], TAKEN)
    assert (kept, sorted(set(rules(findings)))) == ((), ["redirect-double", "redirect-target"])


def test_an_unencrypted_target_is_kept_with_advice() -> None:
    kept, (finding,) = resolve([Redirect("old/", "http://elsewhere.example/", A)], TAKEN)
    assert len(kept) == 1
    assert (finding.rule, finding.is_advice) == ("redirect-insecure", True)


def test_what_is_no_address_is_told_by_who_asks() -> None:
    asked = [Asked("/?p=1", "page/", A), Asked("/old/", "javascript:alert(1)", B, is_typed=True), Asked("/good", "page/", A)]
    redirects, findings = read(asked, "https://me.example")
    assert redirects == (Redirect("good/", "page/", A),)
    assert [(finding.rule, finding.source) for finding in findings] == [("redirect-address", A), ("redirect-address", B)]


def test_pages_are_html_with_names_that_every_file_system_takes() -> None:
    origins = ("a/", "b.html", "c.php", "d.htm", "e?/", 'f"/', "con/", "b.html/x/", "g.jpg")
    assert [path for path, _ in pages(Redirect(origin, "page/", A) for origin in origins)] == ["a/index.html", "b.html", "d.htm"]


def test_no_page_stands_in_the_way_of_a_program_that_asks_for_a_feed() -> None:
    targets = ("feeds/all.rss.xml", "https://elsewhere.example/feed.json", "feeds/", "a.html")
    redirects = [Redirect(f"{number}/", target, A) for number, target in enumerate(targets)]
    assert [redirect.target for _, redirect in pages(redirects)] == ["feeds/", "a.html"]


NAMES = st.sampled_from(["a/", "b/", "c/", "A/", "d.html", "d.html/", "page/", "other/", "x/y/", "http://elsewhere.example/"])
REDIRECTS = st.lists(st.builds(Redirect, NAMES.filter(lambda name: ":" not in name), NAMES, st.sampled_from([A, B])), max_size=12)


@given(REDIRECTS, st.randoms())
def test_the_order_of_what_is_asked_makes_no_difference(asked: list[Redirect], chance: random.Random) -> None:
    mixed = list(asked)
    chance.shuffle(mixed)
    assert resolve(mixed, TAKEN) == resolve(asked, TAKEN)


@given(REDIRECTS)
def test_what_is_resolved_stays_so_and_has_no_chains(asked: list[Redirect]) -> None:
    kept, findings = resolve(asked, TAKEN)
    again, more = resolve(kept, TAKEN)
    assert again == kept
    assert all(finding.is_advice for finding in more)
    origins = {redirect.origin for redirect in kept}
    assert len(origins) == len(kept)
    assert not origins & {redirect.target for redirect in kept}
    assert not {page_path(origin) for origin in origins} & TAKEN.keys()
    left_out = {redirect.origin for redirect in asked} - origins
    assert bool(left_out) == any(not finding.is_advice for finding in findings)


@given(REDIRECTS)
def test_pages_can_be_written_together(tmp_path_factory: pytest.TempPathFactory, asked: list[Redirect]) -> None:
    folder = tmp_path_factory.mktemp("pages")
    kept, _ = resolve(asked, TAKEN)
    for path in (*TAKEN, *(path for path, _ in pages(kept))):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8"):
            assert target.is_relative_to(Path(folder))


def test_thousands_in_one_chain_and_thousands_apart_take_no_time() -> None:
    chain = [Redirect(f"{number}/", f"{number + 1}/", A) for number in range(20_000)]
    apart = [Redirect(f"old/{number}.html", "page/", B) for number in range(20_000)]
    began = time.process_time()
    kept, _ = resolve([*chain, *apart], TAKEN | {"20000/index.html": PAGE})
    assert {redirect.target for redirect in kept} == {"20000/", "page/"}
    assert len(kept) == 40_000
    assert time.process_time() - began < 6
