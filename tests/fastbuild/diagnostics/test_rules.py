"""What a site's settings allow in front matter."""

from __future__ import annotations

from typing import Any

import pytest
from fastbuild.diagnostics.examining import examine
from fastbuild.diagnostics.rules import ARTICLE, PAGE, for_file, rules_of
from pelican.settings import DEFAULT_CONFIG


def settings(**given: Any) -> dict[str, Any]:
    return DEFAULT_CONFIG | {"PLUGINS": []} | given


def test_plugins_bring_their_fields() -> None:
    text = b"Title: A\nDate: 2026-01-02\nSeries: B\nCta: none\n\nText."
    alone, with_plugins = (rules_of(settings(PLUGINS=names), ARTICLE) for names in ([], ["reading_aids", "contact_cta"]))
    assert [finding.line for finding in examine(text, alone)] == [3, 4]
    assert examine(text, with_plugins) == ()


@pytest.mark.parametrize("name", ["tag_pages", "reading_aids", "pelican.plugins.tag_pages"])
def test_some_plugins_read_tags_of_several_lines(name: str) -> None:
    text = b"Title: A\nDate: 2026-01-02\nTags: a\n    b\n\nText."
    assert examine(text, rules_of(settings(PLUGINS=[name]), ARTICLE)) == ()
    assert [finding.line for finding in examine(text, rules_of(settings(), ARTICLE))] == [4]


def test_a_page_needs_no_date() -> None:
    assert examine(b"Title: A\n\nText.", rules_of(settings(), PAGE)) == ()


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({}, "articles/2026-01-02-a.md"),
        ({"PATH_METADATA": r"(?P<date>\d{4}-\d\d-\d\d)/.*"}, "2026-01-02/a.md"),
        ({"DEFAULT_METADATA": {"date": "2026-01-02"}}, "a.md"),
        ({"DEFAULT_DATE": "fs"}, "a.md"),
    ],
)
def test_a_date_may_stand_elsewhere(given: dict[str, Any], path: str) -> None:
    chosen = settings(**given)
    rules = rules_of(chosen, ARTICLE)
    assert examine(b"Title: A\n\nText.", for_file(rules, path, chosen)) == ()
    (finding,) = examine(b"Title: A\n\nText.", for_file(rules_of(settings(), ARTICLE), "a.md", settings()))
    assert finding.rule == "front-missing"


def test_of_other_kinds_of_files_nothing_is_said() -> None:
    rules = rules_of(settings(), ARTICLE)
    assert examine(b"<title>A</title>", for_file(rules, "a.html", settings())) == ()
    assert examine(b"<title>A</title>", for_file(rules, "a.md", settings())) != ()


def test_slugs_of_folders_are_reserved_where_articles_stand_beside_them() -> None:
    beside = rules_of(settings(ARTICLE_SAVE_AS="{slug}/index.html", FASTBUILD_RESERVED_SLUGS=["Letters"]), ARTICLE)
    assert {"tag", "author", "category", "drafts", "pages", "theme", "letters"} <= beside.reserved
    assert rules_of(settings(), ARTICLE).reserved == frozenset()
    assert rules_of(settings(ARTICLE_SAVE_AS="blog/{slug}/index.html"), ARTICLE).reserved == frozenset()
    assert rules_of(settings(ARTICLE_SAVE_AS="{slug}/index.html"), PAGE).reserved == frozenset()


def test_rules_can_be_a_key_and_be_sent() -> None:
    import pickle

    rules = rules_of(settings(), ARTICLE)
    assert {rules: 1}[rules_of(settings(), ARTICLE)] == 1
    assert pickle.loads(pickle.dumps(rules)) == rules  # noqa: S301
