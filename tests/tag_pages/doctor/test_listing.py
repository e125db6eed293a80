"""The list of tags, and what it says could be put in order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.tag_pages.doctor.sites import Site


def listed(a_site: Site) -> str:
    code, out, err = a_site.call()
    assert (code, err) == (0, "")
    return out


def report(a_site: Site) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(a_site.call(as_json=True)[1])
    return told


def found(a_site: Site, rule: str) -> list[tuple[str, int, str, str]]:
    findings = report(a_site)["findings"]
    return [(it["path"], it["line"], it["message"], it["fix"]) for it in findings if it["rule"] == rule]


def numbers(a_site: Site) -> dict[str, tuple[int, int]]:
    return {tag["name"]: (tag["published"], tag["unpublished"]) for tag in report(a_site)["tags"]}


def test_the_whole_list(a_site: Site) -> None:
    a_site.article("one", "Trust, Tea")
    a_site.article("two", "trust, Teas", "Status: draft\n")
    a_site.article("three", "")
    a_site.write("tags/trust.md", "Title: Trust\n\nWhat it is.\n")
    a_site.write("tags/milk.md", "Title: Milk\n")
    assert listed(a_site) == (
        "Tag                                Articles  File\n"
        "Milk                                 0       content/tags/milk.md\n"
        "Tea                                  1\n"
        "Teas                                 0  (1)\n"
        "Trust                                1  (1)  content/tags/trust.md\n"
        "\n"
        "Perhaps one tag:\n"
        "  content/articles/two.md:3: 'Teas' (0 (1)) and 'Tea' (1): one and many\n"
        "    tasks.py tags merge Teas Tea\n"
        "\n"
        "Other spellings:\n"
        "  content/articles/two.md:3: 'trust' for 'Trust', 1 time\n"
        "    tasks.py tags rename trust Trust\n"
        "\n"
        "Thin: few published articles, no introduction:\n"
        "  content/articles/one.md:3: 'Tea' (1)\n"
        "    Write an introduction in content/tags/tea.md, or: tasks.py tags merge Tea Trust\n"
        "\n"
        "Files of tags that no published article has:\n"
        "  content/tags/milk.md:1: 'Milk' (0)\n"
        "    Use the tag, remove the file, or: tasks.py tags merge Milk OTHER\n"
        "\n"
        "Articles without tags:\n"
        "  content/articles/three.md:3: no tags\n"
        "    Add a line 'Tags: …' to it\n"
        "\n"
        "4 tags in 3 articles: 1 pair that may be one tag, 1 other spelling, 1 thin tag, 1 unused file, 1 article without tags.\n"
    )


def test_the_json_has_the_form_of_all_reports(a_site: Site) -> None:
    a_site.article("one", "Faith")
    a_site.article("two", "trust")
    a_site.write("tags/trust.md", "Title: Trust\nAliases: Faith\n\nText\n")
    assert report(a_site) == {
        "version": 1,
        "findings": [
            {
                "rule": "tag-spelling",
                "severity": "info",
                "path": "content/articles/two.md",
                "line": 3,
                "message": "'trust' for 'Trust', 1 time",
                "fix": "tasks.py tags rename trust Trust",
            },
        ],
        "counts": {
            "tags": 1,
            "articles": 2,
            "tag-unreadable": 0,
            "tag-encoding": 0,
            "tag-yaml": 0,
            "tag-alike": 0,
            "tag-spelling": 1,
            "tag-thin": 0,
            "tag-unused": 0,
            "tag-none": 0,
        },
        "tags": [
            {
                "name": "Trust",
                "slug": "trust",
                "published": 2,
                "unpublished": 0,
                "file": "content/tags/trust.md",
                "aliases": ["Faith"],
                "spellings": {"Faith": 1, "trust": 1},
            },
        ],
    }


def test_a_site_in_order_is_told_so(a_site: Site) -> None:
    a_site.article("one", "Tea")
    a_site.article("two", "Tea")
    assert listed(a_site).endswith("1 tag in 2 articles, all in order.\n")


def test_a_site_without_anything_has_no_tags(a_site: Site) -> None:
    assert listed(a_site) == "0 tags in 0 articles, all in order.\n"


def test_what_is_not_out_does_not_count(a_site: Site) -> None:
    for name, more in (("out", ""), ("draft", "Status: draft\n"), ("hidden", "Status: Hidden\n"), ("out-too", "Status: published\n")):
        a_site.article(name, "Tea", more)
    a_site.write("articles/later.md", "Title: x\nDate: 2026-07-01\nTags: Tea\n\nText")
    a_site.write("articles/never.md", "Title: x\nDate: never\nTags: Tea\n\nText")
    assert numbers(a_site) == {"Tea": (3, 3)}


def test_a_translation_is_no_second_article(a_site: Site) -> None:
    a_site.article("tea", "Tea")
    a_site.article("tee", "Tea", "Slug: tea\nLang: de\n")
    assert numbers(a_site) == {"Tea": (1, 0)}


def test_the_most_used_spelling_is_the_name_else_the_first(a_site: Site) -> None:
    a_site.article("one", "tea, Milk")
    a_site.article("two", "tea, milk")
    a_site.article("three", "TEA")
    assert list(numbers(a_site)) == ["Milk", "tea"]


def test_files_claim_titles_then_aliases_then_their_own_names(a_site: Site) -> None:
    a_site.article("one", "tea, chai, oolong, green-tea, Thé")
    a_site.write("tags/green-tea.md", "Title: Tea\nAliases: Chai\n    oolong\n")
    a_site.write("tags/chai.md", "Title: Thé\n")
    a_site.write("tags/oolong.md", "No fields.\n")
    assert numbers(a_site) == {"oolong": (1, 0), "Tea": (1, 0), "Thé": (1, 0)}


def test_ignored_files_are_no_articles_and_links_count_once(a_site: Site) -> None:
    real = a_site.article("one", "Tea")
    for name in (".hidden", "README", "LICENSE", ".git/x"):
        a_site.article(name, "Milk")
    (real.parent / "again.md").symlink_to(real)
    assert numbers(a_site) == {"Tea": (1, 0)}


def test_tags_on_several_lines_are_counted(a_site: Site) -> None:
    a_site.write("articles/one.md", "Title: x\nTags: Tea\n    Milk, warm\n    Trust\n\nText")
    assert numbers(a_site) == {"Tea": (1, 0), "Milk, warm": (1, 0), "Trust": (1, 0)}


def test_files_that_cannot_be_read_are_errors(a_site: Site) -> None:
    a_site.article("one", "Tea")
    a_site.write("articles/old.md", b"Title: x\nTags: Tea\n\n\xe9")
    (a_site.root / "content/articles/gone.md").symlink_to("nowhere.md")
    code, out, err = a_site.call()
    assert (code, err) == (1, "")
    assert "content/articles/old.md:4: the file is not UTF-8" in out
    assert "content/articles/gone.md: it cannot be read" in out
    assert "2 files that could not be read" in out


def test_commands_can_be_copied_whatever_the_names(a_site: Site) -> None:
    a_site.article("one", 'Small shops, "Q" & $A')
    fixes = [fix for *_, fix in found(a_site, "tag-thin")]
    assert any(fix.endswith("""tags merge "Small shops" '"Q" & $A'""") for fix in fixes)


def test_a_long_name_leaves_the_columns_where_they_are(a_site: Site) -> None:
    a_site.article("one", "x" * 100)
    assert max(map(len, listed(a_site).split("\n")[:2])) <= 80
