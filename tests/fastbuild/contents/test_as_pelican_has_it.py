"""What is written anew, without loops over all articles for each, finds what Pelican's own code finds."""

from __future__ import annotations

import copy
import datetime
import logging
from collections import defaultdict
from operator import attrgetter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fastbuild.contents.articles import ArticlesGenerator as Ours
from fastbuild.contents.periods import period_archives
from fastbuild.contents.translations import process_translations
from hypothesis import given
from hypothesis import strategies as st
from pelican import utils
from pelican.generators import ArticlesGenerator as Theirs
from pelican.settings import DEFAULT_CONFIG

THEIR_TRANSLATIONS: Any = vars(utils)["process_translations"]
THEIR_PERIODS: Any = vars(Theirs)["_build_period_archives"]

CONTENTS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["en", "de", "fr"]), st.booleans(), st.sampled_from("xy")), max_size=8
)


def contents_of(drawn: list[tuple[str, str, bool, str]]) -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            slug=slug, lang=lang, in_default_lang=is_default, category=kind, metadata={}, source_path=f"{number}.md", translations=[]
        )
        for number, (slug, lang, is_default, kind) in enumerate(drawn)
    ]


def outcome(function: Any, contents: list[SimpleNamespace], by: Any) -> Any:
    """What comes of it, by the places of the contents in the list."""
    place = {id(content): content.source_path for content in contents}
    originals, translations = function(contents, by)
    relations = [(content.source_path, [place[id(other)] for other in content.translations]) for content in contents]
    return [place[id(content)] for content in originals], [place[id(content)] for content in translations], relations


@given(CONTENTS, st.sampled_from(["slug", ["slug"], {"slug", "category"}, None, []]))
def test_translations(drawn: list[tuple[str, str, bool, str]], by: Any) -> None:
    logging.disable(logging.CRITICAL)
    try:
        assert outcome(process_translations, contents_of(drawn), by) == outcome(THEIR_TRANSLATIONS, contents_of(drawn), by)
    finally:
        logging.disable(logging.NOTSET)


def test_contents_that_lack_the_field_are_told_of_in_the_same_words() -> None:
    said = []
    for function in (process_translations, THEIR_TRANSLATIONS):
        with pytest.raises(AttributeError) as raised:
            function(contents_of([("a", "en", True, "x")]), "isbn")
        said.append(str(raised.value))
    assert said[0] == said[1]


DATES = st.datetimes(datetime.datetime(1999, 12, 1), datetime.datetime(2001, 2, 1))  # noqa: DTZ001  (Pelican's may be of any zone)


@given(st.lists(DATES, max_size=12), st.sets(st.sampled_from(["YEAR", "MONTH", "DAY"])), st.booleans())
def test_periods(dates: list[datetime.datetime], granularities: set[str], newest_first: bool) -> None:  # noqa: FBT001
    settings = copy.copy(DEFAULT_CONFIG)
    for name in granularities:
        settings |= {f"{name}_ARCHIVE_SAVE_AS": "{date:%Y/%m/%d}/index.html", f"{name}_ARCHIVE_URL": "{date:%Y/%m/%d}/"}
    articles: list[Any] = [SimpleNamespace(date=date, number=number) for number, date in enumerate(dates)]
    by_date = sorted(articles, key=attrgetter("date"), reverse=newest_first)
    theirs = THEIR_PERIODS(None, by_date, articles, settings)
    assert dict(period_archives(by_date, articles, settings)) == dict(theirs)


NAMES = ("a.md", "b.markdown", "c.txt", ".hidden.md", "d.md~", "e.html")


@given(
    st.sets(st.tuples(st.sampled_from(["", "one", "one/two", "three"]), st.sampled_from(NAMES)), max_size=10),
    st.lists(st.sampled_from(["", "one", "three", "one/two", "one/a.md", "nothing"]), min_size=1, max_size=3),
    st.lists(st.sampled_from(["one", "one/two", "three"]), max_size=2),
    st.lists(st.sampled_from([".*", "*~", "tw*"]), max_size=2),
)
def test_files(
    tmp_path_factory: pytest.TempPathFactory,
    files: set[tuple[str, str]],
    paths: list[str],
    exclude: list[str],
    ignored: list[str],
) -> None:
    folder = tmp_path_factory.mktemp("files")
    for where, name in files:
        (folder / where).mkdir(parents=True, exist_ok=True)
        (folder / where / name).write_text("", encoding="utf-8")
    found = []
    for cls in (Ours, Theirs):
        generator: Any = object.__new__(cls)
        generator.path, generator.settings = str(folder), {"IGNORE_FILES": ignored}
        generator.readers = SimpleNamespace(extensions=["md", "html"])
        found.append({Path(file).as_posix() for file in generator.get_files(paths, exclude=exclude)})
    assert found[0] == found[1]


def test_counters_are_as_they_were() -> None:
    """`defaultdict` in the context is what templates and plugins are used to."""
    assert isinstance(period_archives([], [], DEFAULT_CONFIG), defaultdict)
