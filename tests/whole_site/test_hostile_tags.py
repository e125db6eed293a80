"""Names of tags that want to break something: each is built and shown as it was typed, or refused by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .sample_site import write
from .variants import SMALL_SITE, Variant

if TYPE_CHECKING:
    from pathlib import Path

    from .builds import Build, Builds

MANY = 500
BUILT = (
    *(
        '"quoted"',
        "<script>alert(1)</script>",
        "</title><b>bold",
        "a/b",
        "../../etc",
        "O'Neil",
        "{{ 7 * 7 }}",
        "{% raw %}",
        "{slug}",
        "%2e%2e",
    ),
    *("שלום", "日本語", "🪜 rungs", "a\\b c", "x" * 200, "C", "C++", "C#", "tag 1", "tag 12", "--", "_", "&lt;b&gt; x"),
)
REFUSED = ("🎉", "!!!", "..", "y" * 300, "con", "AUX", "日" * 90)
SAME = (("Café", "cafe\N{COMBINING ACUTE ACCENT}", "CAFE"), ("two words", "two  words ", "Two Words"))


def write_hostile_tags(folder: Path) -> None:
    write(folder / "site.toml", SMALL_SITE)
    names = (*BUILT, *REFUSED, *(name for names in SAME for name in names))
    for number, name in enumerate((*names, "\n    ".join(f"Number {one}" for one in range(MANY)))):
        front = f"Title: Letter {number}\nDate: 2026-01-{number % 28 + 1:02} 10:00\nTags: {name};\nId: TAGS{number:02}\n"
        front = front.replace(f"{name};", f"\n    {name}") if ";" in name or "\n" in name else front
        write(folder / f"content/articles/letter-{number}.md", f"{front}\nHello.\n")


@pytest.fixture(scope="module")
def built(builds: Builds) -> Build:
    return builds.make("hostile-tags", Variant(write_hostile_tags, publish=True))


def names_of_pages(built: Build) -> list[str]:
    pages = (page for page in built.pages.values() if re.fullmatch(r"tags/[^/]+/", page.address))
    return [page.one("h1").get_text() for page in pages]


@pytest.mark.parametrize("name", BUILT)
def test_a_name_is_shown_as_it_was_typed(built: Build, name: str) -> None:
    assert names_of_pages(built).count(name) == 1
    assert name in [link.get_text() for link in built.pages["tags/index.html"].soup.select(".list-link")]


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_that_cannot_be_built_is_refused_by_name(built: Build, name: str) -> None:
    assert [problem for problem in built.problems if f"the tag '{name[:40]}" in problem]


@pytest.mark.parametrize("names", SAME)
def test_spellings_of_one_name_are_one_tag(built: Build, names: tuple[str, ...]) -> None:
    assert len(set(names_of_pages(built)) & {" ".join(name.split()) for name in (*names, "Café")}) == 1


def test_nothing_is_merged_and_nothing_else_is_said(built: Build) -> None:
    pages = names_of_pages(built)
    assert len(pages) == len(set(pages))
    assert len([name for name in pages if name.startswith("Number ")]) == MANY
    told = [problem for problem in built.problems if not any(f"the tag '{name[:40]}" in problem for name in REFUSED)]
    assert told == []


def test_no_name_leaves_its_folder_or_becomes_markup(built: Build) -> None:
    assert all(
        re.fullmatch(r"tags/[\w-]+/(page/\d+/)?index\.html|tags/index\.html", path) for path in built.files if path.startswith("tags/")
    )
    assert [page.path for page in built.pages.values() if page.soup.select("script:not([type='application/ld+json']), title b, h1 b")] == []
