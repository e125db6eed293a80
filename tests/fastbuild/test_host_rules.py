"""`_headers` and `_redirects` as the preview's server follows them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from fastbuild.host_rules import RulesOf, parsed
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from pathlib import Path

HEADERS = """\
# a note
/*
  X-A: one: two
  X-B: b

/feeds/*.xml
  X-B: c
/my%20blog/a.html
  X-C: d
"""


def test_fields_are_those_of_all_patterns_that_match() -> None:
    rules = parsed(HEADERS, "")
    assert rules.fields("/") == {"X-A": "one: two", "X-B": "b"}
    assert rules.fields("/feeds/tags/a.xml") == {"X-A": "one: two", "X-B": "b, c"}
    assert rules.fields("/my blog/a.html") == {"X-A": "one: two", "X-B": "b", "X-C": "d"}


def test_a_pattern_is_no_regular_expression() -> None:
    assert parsed("/a.b\n  X: y\n", "").fields("/aXb") == {}


@pytest.mark.parametrize(
    ("line", "path", "target"),
    [
        ("/old/ /new/ 301", "/old", "/new/"),
        ("/old/ /new/ 301", "/old/", "/new/"),
        ("/old/ /new/ 301", "/old/index.html", "/new/"),
        ("/old.html /new/ 301!", "/old.html", "/new/"),
        ("/old.html /new/", "/old.html", "/new/"),
        ("/a%20b.html https://elsewhere.example/ 302", "/a b.html", "https://elsewhere.example/"),
        ("/old.html /new/ 301", "/old.html/", ""),
        ("/old.html /new/ 301", "/old", ""),
        ("/app/* /index.html 200", "/app/*", ""),
        ("/old /new 404", "/old", ""),
        ("/old javascript:alert(1) 301", "/old", ""),
        ("/old", "/old", ""),
        ("# /old /new", "/old", ""),
    ],
)
def test_redirects_lead_from_each_spelling(line: str, path: str, target: str) -> None:
    assert parsed("", f"{line}\n").target(path) == target


def test_of_two_redirects_the_first_counts() -> None:
    assert parsed("", "/a/ /one/ 301\n/a /two/ 301\n/a/ /three/ 301\n").target("/a") == "/one/"


def test_rules_are_read_again_when_they_change(tmp_path: Path) -> None:
    rules = RulesOf(tmp_path)
    assert rules.now().target("/a/") == ""
    (tmp_path / "_redirects").write_text("/a/ /b/ 301\n", encoding="utf-8")
    first = rules.now()
    assert first.target("/a/") == "/b/"
    assert rules.now() is first
    (tmp_path / "_redirects").write_text("/a/ /c/ 301\n", encoding="utf-8")
    os.utime(tmp_path / "_redirects", ns=(1, 1))
    assert rules.now().target("/a/") == "/c/"
    (tmp_path / "_redirects").unlink()
    assert rules.now().target("/a/") == ""


@given(st.text(), st.text(), st.text())
def test_whatever_an_owner_writes_can_be_read(headers: str, redirects: str, path: str) -> None:
    rules = parsed(headers, redirects)
    assert isinstance(rules.fields(path), dict)
    assert isinstance(rules.target(path), str)
