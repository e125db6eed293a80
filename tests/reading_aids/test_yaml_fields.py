"""Front matter in YAML: what Pelican is given for it, what stays plain style, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from reading_aids.yaml_fields import YamlError, plain_style

if TYPE_CHECKING:
    from tests.conftest import Site


def read(text: str) -> tuple[dict[str, list[str]], str]:
    """The fields and the HTML that Pelican's reader would get."""
    reader = markdown.Markdown(extensions=["meta", "reading_aids.markup"])
    html = reader.convert(text)
    return vars(reader)["Meta"], html


@pytest.mark.parametrize(
    ("fields", "meta"),
    [
        ("Title: Trust", {"title": ["Trust"]}),
        ('title: "Trust: a beginning"', {"title": ["Trust: a beginning"]}),
        ("title: 'It''s here'", {"title": ["It's here"]}),
        ("title: >\n  One\n  two", {"title": ["One two"]}),
        ("ask: |\n  One\n\n  two", {"ask": ["One", "two"]}),
        ("tags: [Trust, 'a, b']", {"tags": ["Trust", "a, b"]}),
        ("tags:\n- Trust\n- Faith", {"tags": ["Trust", "Faith"]}),
        ("tags:\n  - Trust\n\n  - ''\n  - Faith", {"tags": ["Trust", "Faith"]}),
        ("tags: []\nsummary:", {"tags": [""], "summary": [""]}),
        ("# a remark\ndate: 2026-03-04  # another", {"date": ["2026-03-04"]}),
        ("draft: yes\nnumber: 010\nnothing: null", {"draft": ["yes"], "number": ["010"], "nothing": ["null"]}),
        ("Tags: a\ntags: b", {"tags": ["a", "b"]}),
        ("{title: Trust, tags: [a]}", {"title": ["Trust"], "tags": ["a"]}),
    ],
)
@pytest.mark.parametrize("close", ["---", "..."])
def test_what_stands_between_fences_is_read_as_yaml(fields: str, meta: dict[str, list[str]], close: str) -> None:
    assert read(f"---\n{fields}\n{close}\n\nA *word*.\n") == (meta, "<p>A <em>word</em>.</p>")


@pytest.mark.parametrize(
    ("text", "meta", "html"),
    [
        ("---\nTitle: One: the first\n---\n\nText", {"title": ["One: the first"]}, "<p>Text</p>"),
        ("---\nTitle: 'tis here\n    and there\n---\nText", {"title": ["'tis here", "and there"]}, "<p>Text</p>"),
        ("---\nTitle: A\n\nText\n\n---\n\nMore", {"title": ["A"]}, "<p>Text</p>\n<hr />\n<p>More</p>"),
        ("Title: A\ntags:\n  - a\n", {"title": ["A"], "tags": [""]}, "<ul>\n<li>a</li>\n</ul>"),
        ("---\n---\n\nText", {}, "<p>Text</p>"),
        ("---\nTitle: A", {"title": ["A"]}, ""),
        ("", {}, ""),
    ],
)
def test_what_is_no_yaml_is_read_as_ever(text: str, meta: dict[str, list[str]], html: str) -> None:
    assert read(text) == (meta, html)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ntitle: A\nauthor:\n  name: Ann\n---\n", "line 3: author holds fields or lists of its own"),
        ("---\ntags: [[a]]\n---\n", "line 2: tags holds fields or lists of its own"),
        ("---\npublish date: 2026-01-01\n---\n", "line 2: 'publish date' is no name of a field"),
        ("---\ntitle: 'A\ntags:\n- b\n---\n", "no YAML: found unexpected end of stream"),
        ("---\nbase: &a [b]\ntags: [*a]\n---\n", "line 3: tags holds fields or lists of its own"),
    ],
)
def test_what_has_no_meaning_here_is_refused_with_its_line(text: str, told: str) -> None:
    with pytest.raises(YamlError, match="line ") as caught:
        plain_style(text.split("\n"))
    assert told in str(caught.value)


def test_a_field_that_pelican_formats_is_left_alone() -> None:
    lines = ["---", "a: [b]", "---"]
    reader = markdown.Markdown(extensions=["reading_aids.markup"])
    assert reader.preprocessors["reading_aids_yaml"].run(list(lines)) == lines


NAMES = st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@given(st.dictionaries(NAMES, st.one_of(TEXTS, st.lists(TEXTS, min_size=1, max_size=4)), min_size=1, max_size=5))
def test_whatever_a_yaml_writer_writes_comes_back(fields: dict[str, str | list[str]]) -> None:
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
    meta, html = read(f"---\n{text}---\nText")
    assert meta == {name: [value] if isinstance(value, str) else value for name, value in fields.items()}
    assert html == "<p>Text</p>"


YAML = """
---
title: "Trust: a beginning"
date: 2026-03-04
tags:
  - Trust
  - Keeping faith
authors: [Ann Lee, Bo Moss]
---

Text.
"""
PLAIN = """
Title: Trust: a beginning
Date: 2026-03-04
Tags: Trust, Keeping faith
Authors: Ann Lee, Bo Moss

Text.
"""


def test_a_site_is_the_same_in_both_styles(site: Site) -> None:
    site.settings["PLUGINS"] = ["reading_aids"]
    site.write("articles/a.md", YAML)
    yaml_site = site.build()
    files = {name: yaml_site.read(name) for name in yaml_site.files() if name.endswith(".html")}
    assert not yaml_site.problems
    assert {"tag/trust.html", "tag/keeping-faith.html", "author/bo-moss.html"} <= files.keys()
    site.write("articles/a.md", PLAIN)
    plain_site = site.build()
    assert {name: plain_site.read(name) for name in plain_site.files() if name.endswith(".html")} == files
