"""Samples with something done to them: never an error, never a loss before the place where it was done."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.model import Item, Place
from legacy_import.sources.json_feed import read_json

from tests.legacy_import.sources.corpus import items, read_bytes, sample, troubles

NAMES = (
    "wordpress-1.0.xml",
    "wordpress-1.1.xml",
    "wordpress-1.2.xml",
    "blogger-backup.xml",
    "takeout.atom",
    "rss-2.0.xml",
    "rss-1.0.rdf",
    "rss-0.91.xml",
    "atom-1.0.xml",
    "atom-0.3.xml",
)
BITS = (
    *(
        b"<![CDATA[",
        b"]]>",
        b"]]",
        b"<",
        b">",
        b"</",
        b"/>",
        b"<!--",
        b"-->",
        b"<?",
        b"?>",
        b"<!",
        b"<!DOCTYPE x [",
        b"]>",
        b"&",
        b"&#0;",
        b'"',
        b"'",
    ),
    *(
        b"<item>",
        b"</item>",
        b"<entry>",
        b"</entry>",
        b"<rss>",
        b"</rss>",
        b"</channel>",
        b"</feed>",
        b"<title>",
        b"</title>",
        b"<wp:comment>",
    ),
    *(
        b"</content:encoded>",
        b"</content>",
        b"<b>",
        b' xmlns="x"',
        b' xml:base="//["',
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xc3",
        b"\r",
        b"\n",
    ),
)


@cache
def sound(name: str) -> list[Item]:
    return items(read_bytes(sample(name)))


def placeless(item: Item) -> Item:
    return replace(item, place=Place(""))


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_damage_takes_nothing_that_stands_before_it(name: str, data: st.DataObject) -> None:
    whole = sample(name)
    at = data.draw(st.integers(0, len(whole)), label="at")
    gone = data.draw(st.sampled_from([0, 0, 1, 7, 100, len(whole)]), label="gone")
    put = b"".join(data.draw(st.lists(st.sampled_from(BITS) | st.binary(min_size=1, max_size=3), max_size=6), label="put"))
    found = read_bytes(whole[:at] + put + whole[at + gone :], block=data.draw(st.sampled_from([7, 200, 1 << 16]), label="block"))
    end = max(whole.rfind(b"</item>", 0, at), whole.rfind(b"</entry>", 0, at))
    line = whole.count(b"\n", 0, end) + 1 if end >= 0 else 0
    before = [item for item in sound(name) if item.place.line < line]
    assert [placeless(item) for item in items(found)[: len(before)]] == [placeless(item) for item in before]


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_damage_in_one_place_is_damage_in_one_place(name: str, data: st.DataObject) -> None:
    """A byte that is gone or another costs at most the items next to it, and what is cut off is told."""
    whole = sample(name)
    head = max(whole.find(b"<item"), whole.find(b"<entry>"))
    at = data.draw(st.integers(head, len(whole) - 1), label="at")
    other = data.draw(st.sampled_from([b"", b"x", b" ", b"<", b"&"]), label="other")
    kept = {item.html for item in items(read_bytes(whole[:at] + other + whole[at + 1 :]))}
    lost = [item for item in sound(name) if item.html not in kept and "#comment-" not in item.id]  # those go with their post
    assert len(lost) <= 2


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_a_file_that_is_cut_off_says_so(name: str, data: st.DataObject) -> None:
    whole = sample(name).rstrip()
    head = max(whole.find(b"<item"), whole.find(b"<entry>"))
    cut = whole[: data.draw(st.integers(head + 1, len(whole) - len(b"</rdf:RDF>")))]
    assert "repaired-ends-early" in troubles(read_bytes(cut))


@given(st.binary(max_size=2000) | st.lists(st.sampled_from(BITS)).map(b"".join))
def test_no_bytes_are_an_error(data: bytes) -> None:
    assert read_bytes(data, block=11)


@pytest.mark.parametrize("name", NAMES)
@given(block=st.integers(1, 3000))
def test_how_a_file_is_cut_into_blocks_changes_nothing(name: str, block: int) -> None:
    assert read_bytes(sample(name), block=block) == read_bytes(sample(name))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=10,
)
FIELDS = [
    "id",
    "url",
    "title",
    "content_html",
    "content_text",
    "summary",
    "date_published",
    "authors",
    "author",
    "tags",
    "attachments",
    "image",
]
ENTRY = st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=5) | JSON


@given(st.fixed_dictionaries({"version": st.just("https://jsonfeed.org/version/1.1"), "items": st.lists(ENTRY, max_size=5)}))
def test_each_item_of_a_json_feed_is_accounted_for_whatever_it_is(feed: dict[str, object]) -> None:
    import json

    found = list(read_json(json.dumps(feed).encode(), "x"))
    assert len(items(found)) + sum(each.items for each in found if hasattr(each, "items")) == len(feed["items"])  # type: ignore[arg-type]
