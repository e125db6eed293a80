"""Reading published.json: what it tells of an Id, and how it is said that it cannot be used."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from site_feeds.ids.published import Published, PublishedError, published_of, read_published

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site_feeds.ids.blogs import Blog

ARTICLE = "Title: A\n\nText\n"


def state(*feeds: dict[str, Any]) -> dict[str, Any]:
    return {"version": 1, "feeds": {f"feeds/{number}.xml": {"bytes": 1, "entries": entries} for number, entries in enumerate(feeds)}}


def test_the_file_is_optional(tmp_path: Path) -> None:
    assert read_published(tmp_path) == Published()


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://example.org/hello/", ("hello",)),
        ("https://example.org/blog/de/gr%C3%BC%C3%9Fe/?x=1#y", ("blog", "de", "grüße")),
        ("https://example.org/2026/hello.html", ("2026", "hello")),
        ("https://example.org/", ()),
        ("", ()),
        ("https://[/", ()),
    ],
)
def test_the_parts_of_an_address(url: str, parts: tuple[str, ...]) -> None:
    published = published_of(state({"tag:example.org,2026:RV6XFG": {"url": url, "title": "A"}}))
    assert published.addresses("RV6XFG") == (parts,)


def test_an_id_is_known_by_its_last_part_whatever_the_authority() -> None:
    published = published_of(
        state(
            {"tag:old.example,2020:RV6XFG": {"url": "/a/"}, "https://other.example/?p=7": {"url": "/b/"}},
            {"tag:example.org,2026:RV6XFG": {"url": "/c/"}, "tag:blogger.com,1999:blog-7.post-9": {}},
            {"tag:example.org,2026:RV6XFG": {"url": "/c/"}},
        )
    )
    assert published.addresses("RV6XFG") == (("a",), ("c",))
    assert published.addresses("https://other.example/?p=7") == (("b",),)
    assert published.addresses("tag:blogger.com,1999:blog-7.post-9") == ((),)
    assert published.addresses("AAAAAA") == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "published.json:1: this is no JSON ("),
        ('{"version": 1,\n "feeds": {},\n}', "published.json:3: this is no JSON ("),
        ("[" * 100_000, "published.json: this is no JSON in UTF-8 ("),
        (b'{"version": 1, "x": "\xff"}', "published.json: this is no JSON in UTF-8 ("),
        ("[]", "published.json: it should be a JSON object. Take published.json from your last backup"),
        ("{}", "published.json: its version is not 1. Use the Rapport that wrote it"),
        ('{"version": 2}', "published.json: its version is not 1. "),
        ('{"version": 1, "feeds": []}', "published.json: feeds should be a JSON object. "),
        (json.dumps(state([])), "published.json: the list of entries of feeds/0.xml should be a JSON object. "),  # type: ignore[arg-type]
        (json.dumps(state({"x:y": 1})), "published.json: x:y should be a JSON object. "),
        (json.dumps(state({"x:y": {"url": 1}})), "published.json: the url of x:y is no text. "),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_written(blog: Blog, content: str | bytes, told: str) -> None:
    blog.write("a.md", ARTICLE)
    (blog.root / "published.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    before = blog.content()
    code, out, errors = blog.ids(fix=True)
    assert (code, out, len(errors)) == (1, [], 1)
    assert errors[0].startswith(told)
    assert errors[0].endswith(" Nothing was written.")
    assert blog.content() == before


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "published.json").mkdir()
    with pytest.raises(PublishedError, match="it cannot be read"):
        read_published(tmp_path)
