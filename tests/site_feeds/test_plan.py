"""Each article once, in documents that change as little as they can."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from site_feeds.config import FeedsConfig
from site_feeds.model import Document, Entry, Person
from site_feeds.plan import Window, documents, groups, outputs, windows

from .samples import ONE

if TYPE_CHECKING:
    from collections.abc import Mapping

SITE = FeedsConfig(
    site_name="Letters", public_url="https://example.com", authority="example.org,2026", language="en-gb", entries=3, archive_entries=2
)
TOTALS = st.integers(0, 200)
SIZES = st.integers(1, 30)


# Windows


@given(TOTALS, SIZES, SIZES)
def test_every_entry_is_in_one_window(total: int, newest: int, size: int) -> None:
    found = windows(total, newest, size)
    assert sorted(number for window in found for number in range(window.first, window.last)) == list(range(total))


@given(TOTALS, SIZES, SIZES)
def test_the_newest_document_has_enough_and_no_more_than_one_archive_too_many(total: int, newest: int, size: int) -> None:
    first = windows(total, newest, size)[0]
    assert (first.number, first.last) == (0, total)
    assert min(total, newest) <= first.last - first.first < newest + size


@given(TOTALS, SIZES, SIZES)
def test_archives_are_full_numbered_from_the_oldest_and_know_their_neighbours(total: int, newest: int, size: int) -> None:
    first, *archives = windows(total, newest, size)
    assert [(window.number, window.first, window.last) for window in archives] == [
        (number, (number - 1) * size, number * size) for number in range(1, len(archives) + 1)
    ]
    assert [window.older for window in (*archives, first)] == list(range(len(archives) + 1))
    assert first.newer == 0
    assert all(window.newer in {0, window.number + 1} for window in archives)
    assert [window.newer for window in archives[:-2]] == [window.number + 1 for window in archives[:-2]]
    assert all(window.newer <= len(archives) for window in archives)


def changed(before: tuple[Window, ...], after: tuple[Window, ...]) -> list[int]:
    """Numbers of the documents that are new or not the same."""
    known = {window.number: window for window in before}
    return [window.number for window in after if known.get(window.number) != window]


@given(TOTALS, SIZES, st.integers(2, 30))
@example(22, 20, 2)
def test_a_new_article_changes_two_documents_at_most(total: int, newest: int, size: int) -> None:
    numbers = changed(windows(total, newest, size), windows(total + 1, newest, size))
    assert 0 in numbers
    assert len(numbers) <= 2


@given(TOTALS, SIZES, SIZES)
def test_what_is_in_an_archive_never_changes(total: int, newest: int, size: int) -> None:
    before, after = windows(total, newest, size)[1:], windows(total + 1, newest, size)[1:]
    assert [(window.first, window.last, window.older) for window in after[: len(before)]] == [
        (window.first, window.last, window.older) for window in before
    ]
    for old, new in zip(before, after, strict=False):
        assert old.newer in {0, new.newer}


@given(SIZES, SIZES, st.data())
def test_a_small_site_has_no_archive(newest: int, size: int, data: st.DataObject) -> None:
    total = data.draw(st.integers(0, newest + size - 1))
    assert windows(total, newest, size) == (Window(0, 0, total),)


def test_the_article_that_fills_an_archive() -> None:
    assert windows(40, 20, 20) == (Window(0, 20, 40, older=1), Window(1, 0, 20))
    assert len(windows(39, 20, 20)) == 1


# Groups and their documents


@dataclass
class Named:
    slug: str
    name: str
    url: str = ""
    save_as: str = "x"
    info: Any = None


@dataclass
class Text:
    """An article as far as planning looks at it."""

    slug: str
    days: int = 0
    lang: str = "en-gb"
    translations: list[Any] = field(default_factory=list)
    metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def date(self) -> Any:
        return ONE.published + timedelta(days=self.days)


class Entries:
    """An entry is its slug and the format."""

    def entry(self, article: Text) -> Entry:
        return replace(ONE, published=article.date, updated=article.date)

    def text(self, article: Text, name: str, *, is_archive: bool) -> str:
        return f"{article.slug}.{name}{' in archive' if is_archive else ''}"


def texts(total: int) -> list[Text]:
    """The newest first, as Pelican has them."""
    return [Text(f"a{number}", number) for number in reversed(range(total))]


def made(context: Mapping[str, Any], config: FeedsConfig = SITE) -> dict[str, Document]:
    """All documents by path."""
    everything = [article for article in context["articles"] for article in (article, *article.translations)]
    found = groups(context, everything, config)
    return {document.path: document for group in found for document in documents(group, Entries(), Person("Letters"), config)}


def planned(context: Mapping[str, Any], config: FeedsConfig = SITE) -> dict[str, str]:
    everything = [article for article in context["articles"] for article in (article, *article.translations)]
    return dict(outputs(groups(context, everything, config), config))


def test_a_feed_and_its_archives() -> None:
    found = made({"articles": texts(8)})
    assert {path: document.entries for path, document in found.items() if path.endswith(".atom.xml")} == {
        "feeds/all.atom.xml": ("a7.atom", "a6.atom", "a5.atom", "a4.atom"),
        "feeds/all/archive-2.atom.xml": ("a3.atom in archive", "a2.atom in archive"),
        "feeds/all/archive-1.atom.xml": ("a1.atom in archive", "a0.atom in archive"),
    }
    assert {path for path in found if path.endswith(".json")} == {"feeds/all.json", "feeds/all/archive-1.json", "feeds/all/archive-2.json"}
    assert found["feeds/all.rss.xml"].entries == ("a7.rss", "a6.rss", "a5.rss", "a4.rss")


def test_documents_lead_to_their_neighbours() -> None:
    found = made({"articles": texts(8)})
    newest, second, first = (found[f"feeds/all{name}.json"] for name in ("", "/archive-2", "/archive-1"))
    assert newest.url == newest.current == second.current == first.current == "https://example.com/feeds/all.json"
    assert (newest.older, newest.newer, newest.is_archive) == (second.url, "", False)
    assert (second.older, second.newer, second.is_archive) == (first.url, "", True)
    assert (first.older, first.newer, first.is_archive) == ("", second.url, True)


def test_a_document_is_as_new_as_its_newest_entry() -> None:
    found = made({"articles": texts(8)})
    assert found["feeds/all/archive-1.atom.xml"].updated == ONE.published + timedelta(days=1)
    assert found["feeds/all.atom.xml"].updated == ONE.published + timedelta(days=7)


@given(st.integers(0, 40), st.integers(1, 5), st.integers(2, 5))
def test_a_new_article_changes_two_files_of_a_format_at_most(total: int, newest: int, size: int) -> None:
    config = replace(SITE, entries=newest, archive_entries=size)
    before, after = made({"articles": texts(total)}, config), made({"articles": texts(total + 1)}, config)
    for suffix in (".atom.xml", ".rss.xml", ".json"):
        assert 1 <= len([path for path, document in after.items() if path.endswith(suffix) and before.get(path) != document]) <= 2
    assert before.keys() <= after.keys()


def test_what_is_planned_is_what_is_written() -> None:
    tag = Named("trust", "Trust")
    context = {"articles": texts(8), "tags": [(tag, texts(4))], "categories": [(Named("misc", "misc", save_as=""), texts(4))]}
    assert planned(context).keys() == made(context).keys() | {"feeds/all.opml"}
    assert planned(context)["feeds/tags/trust.atom.xml"] == "the feed of Trust · Letters"
    assert planned(context)["feeds/all.opml"] == "the list of all feeds"


@pytest.mark.parametrize("config", [replace(SITE, public_url=""), replace(SITE, formats=tuple((scope, ()) for scope, _ in SITE.formats))])
def test_without_an_address_or_a_format_nothing_is_planned(config: FeedsConfig) -> None:
    assert not planned({"articles": texts(3)}, config)
    assert not made({"articles": texts(3)}, config)


def test_without_articles_nothing_is_planned() -> None:
    assert planned({"articles": []}) == {}


def test_feeds_of_tags_have_the_newest_articles_and_no_archives() -> None:
    found = made({"articles": texts(9), "tags": [(Named("trust", "Trust", "tags/trust/"), texts(9))]})
    assert [path for path in found if "/tags/" in path] == ["feeds/tags/trust.atom.xml"]
    document = found["feeds/tags/trust.atom.xml"]
    assert document.entries == ("a8.atom", "a7.atom", "a6.atom")
    assert document.older == ""


def test_every_scope_has_its_folder() -> None:
    context = {"articles": texts(1)} | {
        name: [(Named("x", "X", info=SimpleNamespace(summary=None)), texts(1))] for name in ("categories", "authors")
    }
    found = made(context)
    assert {path for path in found if path.endswith("x.atom.xml")} == {"feeds/categories/x.atom.xml", "feeds/authors/x.atom.xml"}
    assert found["feeds/authors/x.atom.xml"].channel.subtitle == ""


def test_what_a_feed_says_of_itself() -> None:
    tag = Named("trust", " Trust\n& more ", "tags/trust/", info=SimpleNamespace(summary="All\nof it"))
    category = Named("misc", "misc", "category/misc.html", save_as="")
    found = made({"articles": texts(1), "tags": [(tag, texts(1))], "categories": [(category, texts(1))]}, replace(SITE, subtitle="A line"))
    site, trust, misc = (found[f"feeds/{name}.atom.xml"].channel for name in ("all", "tags/trust", "categories/misc"))
    assert (site.id, site.title, site.page_url, site.subtitle) == (
        "tag:example.org,2026:feeds/all",
        "Letters",
        "https://example.com/",
        "A line",
    )
    assert (trust.title, trust.page_url, trust.subtitle) == ("Trust & more · Letters", "https://example.com/tags/trust/", "All of it")
    assert trust.id == "tag:example.org,2026:feeds/tags/trust"
    assert misc.page_url == "https://example.com/"  # it has no page of its own
    assert {site.language, trust.language} == {"en-GB"}


def test_the_folder_is_no_part_of_a_feeds_name() -> None:
    found = made({"articles": texts(1)}, replace(SITE, path="a/b"))
    assert found["a/b/all.atom.xml"].channel.id == "tag:example.org,2026:feeds/all"


def test_addresses_and_ids_are_in_ascii() -> None:
    found = made({"articles": texts(1), "tags": [(Named("日 本", "日本", "tags/日 本/"), texts(1))]})
    document = found["feeds/tags/日 本.atom.xml"]
    assert document.url == document.current == "https://example.com/feeds/tags/%E6%97%A5%20%E6%9C%AC.atom.xml"
    assert document.channel.id == "tag:example.org,2026:feeds/tags/%E6%97%A5%20%E6%9C%AC"
    assert document.channel.page_url == "https://example.com/tags/%E6%97%A5%20%E6%9C%AC/"


def translated(one: Text, other: Text) -> Text:
    """The first of the two, each with the other as its translation."""
    one.translations, other.translations = [other], [one]
    return one


def test_translations_have_feeds_of_their_own() -> None:
    one = translated(Text("one", 1), Text("eins", 1, "DE"))
    found = made({"articles": [Text("two", 2, "fr"), one, Text("zero")]})
    assert found["feeds/de/all.atom.xml"].entries == ("eins.atom",)
    channel = found["feeds/de/all.atom.xml"].channel
    assert (channel.id, channel.title, channel.language) == ("tag:example.org,2026:feeds/de/all", "Letters (de)", "de")
    assert found["feeds/all.atom.xml"].entries == ("two.atom", "one.atom", "zero.atom")
    assert not [path for path in found if path.startswith("feeds/fr/")]  # nothing is translated into French


def test_the_feed_of_a_language_has_its_untranslated_articles_too() -> None:
    found = made({"articles": [Text("zwei", 2, "de"), translated(Text("one", 1), Text("eins", 1, "de"))]})
    assert found["feeds/de/all.atom.xml"].entries == ("zwei.atom", "eins.atom")


def test_feeds_of_series() -> None:
    series = [
        SimpleNamespace(slug="book", name="The book", url="series/book/", lang="en-GB", parts=texts(2)),
        SimpleNamespace(slug="buch", name="Das Buch", url="series/de/buch/", lang="de", parts=texts(1)),
    ]
    found = made({"articles": texts(2), "series": series})
    english, german = found["feeds/series/book.atom.xml"], found["feeds/series/de/buch.atom.xml"]
    assert english.entries == ("a1.atom", "a0.atom")
    assert (german.channel.language, german.channel.page_url) == ("de", "https://example.com/series/de/buch/")


def test_articles_of_one_moment_stand_in_an_order_that_no_new_title_changes() -> None:
    same = [Text("b", metadata={"id": "111111"}), Text("a", metadata={"id": "222222"}), Text("c", metadata={"id": ["000000"]})]
    orders = {made({"articles": order})["feeds/all.atom.xml"].entries for order in (same, same[::-1], same[1:] + same[:1])}
    assert len(orders) == 1
