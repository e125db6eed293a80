"""From spellings to terms, whatever the order in which they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from pelican.utils import slugify
from tag_pages.model import Named, TagFile
from tag_pages.names import name_key, shown
from tag_pages.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

SPELLINGS = (
    "Trust",
    "trust",
    "TRUST",
    "Café",
    "Cafe\N{COMBINING ACUTE ACCENT}",
    "cafe",
    "C",
    "C++",
    "C#",
    "Notes",
    "notes ",
    "Note-taking",
    "!!!",
)


def slug_of(name: str) -> str:
    return slugify(name, regex_subs=[(r"[^\w\s-]", ""), (r"\s+", "-")])


def file(slug: str, name: str, *aliases: str) -> TagFile:
    return TagFile(f"{slug}.md", slug, name, aliases=tuple(Named(alias, 2) for alias in aliases))


def words(spellings: dict[str, int], *files: TagFile) -> Vocabulary:
    return vocabulary(spellings, files, slug_of)


def name_of(found: Vocabulary, spelling: str) -> str:
    return found.term(spelling).name


def test_without_a_file_most_articles_decide() -> None:
    found = words({"trust": 2, "Trust": 3, "TRUST": 1})
    assert {name_of(found, spelling) for spelling in ("trust", "Trust", "TRUST")} == {"Trust"}


def test_composed_and_decomposed_letters_are_counted_together() -> None:
    found = words({"Caf\N{LATIN SMALL LETTER E WITH ACUTE}": 2, "Cafe\N{COMBINING ACUTE ACCENT}": 2, "cafe": 3})
    assert name_of(found, "cafe") == "Café"


def test_a_file_names_its_tag_and_gives_it_an_address() -> None:
    found = words({"c": 9, "C": 1, "C++": 1}, file("c-plus-plus", "C++"))
    assert (found.term("C++").slug, found.term("c").slug) == ("c-plus-plus", "c")


def test_title_alias_and_file_name_lead_to_the_tag() -> None:
    found = words(
        {"Notes": 1, "NOTE-TAKING": 1, "notes-and-memory": 1, "Notes & memory": 1},
        file("notes-and-memory", "Notes & memory", "Notes", "Note-taking"),
    )
    assert {term.name for term in found.terms()} == {"Notes & memory"}


def test_a_title_counts_more_than_another_files_alias() -> None:
    found = words({"Notes": 1}, file("a", "Memory", "Notes"), file("notes", "Notes"))
    assert found.term("Notes").slug == "notes"


def files_from(names: Sequence[tuple[str, list[str]]]) -> list[TagFile]:
    return [file(f"file-{number}", name, *aliases) for number, (name, aliases) in enumerate(names)]


NAMES = st.one_of(st.sampled_from(SPELLINGS), st.text(st.characters(codec="utf-8"), min_size=1, max_size=6))
USES = st.dictionaries(NAMES.filter(lambda name: bool(shown(name))), st.integers(1, 5), max_size=12)
FILES = st.lists(st.tuples(NAMES.filter(lambda name: bool(name_key(name))), st.lists(NAMES, max_size=3)), max_size=4).map(files_from)


@given(USES, FILES)
def test_a_name_leads_to_a_term_whose_name_leads_to_the_same(uses: dict[str, int], files: list[TagFile]) -> None:
    found = words(uses, *files)
    for spelling in uses:
        term = found.term(spelling)
        assert found.term(term.name) == term


@given(USES, FILES, st.randoms(use_true_random=False))
def test_the_order_makes_no_difference(uses: dict[str, int], files: list[TagFile], random: object) -> None:
    shuffled, reversed_files = list(uses.items()), files[::-1]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = words(uses, *files), words(dict(shuffled), *reversed_files)
    assert dict(one.by_key) == dict(other.by_key)


@given(USES, FILES)
def test_spellings_of_one_name_have_one_term(uses: dict[str, int], files: list[TagFile]) -> None:
    found = words(uses, *files)
    for spelling in uses:
        assert found.term(spelling.upper().lower()) == found.term(spelling) or name_key(spelling.upper().lower()) != name_key(spelling)
        assert found.term(f" {spelling} ") == found.term(spelling)
