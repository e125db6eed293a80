"""site.toml: what it gives, and every mistake in it with line, value and fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from site_owner.settings import Counts, Labels, MenuEntry, Site, SiteError, read_site

if TYPE_CHECKING:
    from pathlib import Path

LEAST = 'name = "N"\nurl = "https://n.example"\n'


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "pages"
    folder.mkdir(parents=True)
    for name, status in (("about", ""), ("write", ""), ("unfinished", "Status: draft\n")):
        (folder / f"{name}.md").write_text(f"Title: {name.title()}\n{status}\nText.\n", encoding="utf-8")
    return folder


def read(folder: Path, text: str) -> Site:
    (folder / "site.toml").write_text(text, encoding="utf-8")
    return read_site(folder / "site.toml")


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(SiteError) as caught:
        read(folder, text)
    return str(caught.value).splitlines()


FULL = """
name = "The <Name> & 'more'"
tagline = "One line"
introduction = '''
First
line.


Second.
'''
url = "https://Me.example/blog/"
language = "pt-BR"
timezone = "America/Sao_Paulo"
default_author = "Ana"
home = "about"
menu = ["letters", "about", {label = "Shop", url = "https://shop.example"}]
footer = ["write", {url = "mailto:a@b.example", label = "Mail"}]
licence = "Mine"
labels = {articles = "Cartas", tag = "Tema"}
[counts]
list = 7
related = 0
"""


def test_everything_that_can_be_set(tmp_path: Path, pages: Path) -> None:
    assert read(tmp_path, FULL) == Site(
        name="The <Name> & 'more'",
        tagline="One line",
        introduction="First\nline.\n\nSecond.",
        url="https://me.example/blog",
        language="pt-BR",
        timezone="America/Sao_Paulo",
        default_author="Ana",
        home="about",
        menu=(MenuEntry(None, "letters"), MenuEntry(None, "about"), MenuEntry("Shop", "https://shop.example")),
        footer=(MenuEntry(None, "write"), MenuEntry("Mail", "mailto:a@b.example")),
        licence="Mine",
        labels=Labels(articles="Cartas", tag="Tema"),
        counts=Counts(list=7, related=0, home=10),
    )


def test_two_lines_are_enough(tmp_path: Path) -> None:
    site = read(tmp_path, LEAST)
    assert (site.language, site.timezone, site.home, site.default_author) == ("en", "UTC", "letters", "")
    assert [entry.target for entry in site.menu] == ["letters", "topics"]


def test_a_name_on_two_lines_becomes_one(tmp_path: Path) -> None:
    assert read(tmp_path, 'name = """A\nB"""\nurl = "https://n.example"').name == "A B"


def test_pages_of_another_folder(tmp_path: Path, pages: Path) -> None:
    (tmp_path / "site.toml").write_text(LEAST + 'home = "about"', encoding="utf-8")
    with pytest.raises(SiteError):
        read_site(tmp_path / "site.toml", pages_folder=tmp_path / "elsewhere")


MISTAKES = [
    ('naem = "x"', "site.toml:3: `naem` is not a setting. Did you mean `name`?"),
    ("colour = 1", "site.toml:3: `colour` is not a setting. Use `name`, `url`, `tagline`, "),
    ('[lables]\ntag = "x"', "site.toml:3: `lables` is not a setting. Did you mean `labels`?"),
    ('[labels]\nartcles = "x"', "site.toml:4: `artcles` is not a setting of labels. Did you mean `articles`?"),
    ("[labels]\ntag = 3", "site.toml:4: `tag`: this must be text, not a number. "),
    ('labels = "x"', "site.toml:3: `labels` must be a table, not text. Write a line [labels] "),
    ("tagline = true", "site.toml:3: `tagline`: this must be text, not true or false. Put it between"),
    ("tagline = 2026-01-01", "site.toml:3: `tagline`: this must be text, not a date or a time. "),
    ("tagline = 07:30:00", "site.toml:3: `tagline`: this must be text, not a date or a time. "),
    ('introduction = ["x"]', "site.toml:3: `introduction`: this must be text, not a list. "),
    ('language = "en_GB"', "site.toml:3: `language`: `en_GB` is not how a language is written. Did you mean `en-GB`?"),
    ('timezone = "Europe/Berln"', "site.toml:3: `timezone`: `Europe/Berln` is not a time zone. Did you mean `Europe/Berlin`?"),
    (
        'home = "abuot"',
        "site.toml:3: `home`: there is no page content/pages/abuot.md, and `abuot` is no word for a list. Did you mean `about`?",
    ),
    ('home = "topics"', "site.toml:3: `home`: there is no page content/pages/topics.md"),
    ('home = "unfinished"', "site.toml:3: `home`: the page content/pages/unfinished.md is not published, "),
    ('menu = "about"', "site.toml:3: `menu` must be a list, not text. Write it as in menu = "),
    (
        'menu = [\n"letters",\n"tpoics",\n]',
        "site.toml:5: `menu`: there is no page content/pages/tpoics.md, and `tpoics` is no word for a list. ",
    ),
    ('menu = ["../about"]', "site.toml:3: `menu`: there is no page content/pages/../about.md"),
    ("menu = [3]", "site.toml:3: `menu`: this must be text, not a number. "),
    ('menu = ["unfinished"]', "site.toml:3: `menu`: the page content/pages/unfinished.md is not published"),
    ('footer = [{label = "x"}]', "site.toml:3: `footer`: `url` is missing. Write a link as in "),
    ('footer = [{url = "https://x.example"}]', "site.toml:3: `footer`: `label` is missing. "),
    ('footer = [{label = "", url = "https://x.example"}]', "site.toml:3: `footer`: this is empty. "),
    ('footer = [{label = "x", ulr = "https://x.example"}]', "site.toml:3: `footer`: `ulr` is not a part of a link. Did you mean `url`?"),
    (
        'footer = [{label = "x", url = "javascript:alert(1)"}]',
        "site.toml:3: `footer`: `javascript:alert(1)` is not a link that a menu takes. ",
    ),
    ("[counts]\nlist = 0", "site.toml:4: `list`: this must be a whole number from 1 to 100, without quotation marks. Write it as in 10."),
    ("[counts]\nhome = true", "site.toml:4: `home`: this must be a whole number "),
    ('[counts]\nrelated = "3"', "site.toml:4: `related`: this must be a whole number from 0 to 12, "),
    ("[counts]\nrelated = 13", "site.toml:4: `related`: this must be a whole number from 0 to 12, "),
]


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_a_mistake_has_line_value_and_fix(tmp_path: Path, pages: Path, text: str, message: str) -> None:
    (found,) = problems(tmp_path, LEAST + text)
    assert found.startswith(message), found


def test_what_must_be_there(tmp_path: Path) -> None:
    assert [found.partition(" Add")[0] for found in problems(tmp_path, "")] == [
        "site.toml:1: `name` is missing.",
        "site.toml:1: `url` is missing.",
    ]


def test_an_empty_name(tmp_path: Path) -> None:
    assert problems(tmp_path, 'name = " "\nurl = "https://n.example"')[0].startswith("site.toml:1: `name`: this is empty. ")


def test_all_mistakes_at_once_in_the_order_of_the_lines(tmp_path: Path, pages: Path) -> None:
    text = (
        'menu = ["tpoics", "abuot"]\nname = My letters\ntagline = 3\nurl = "www.me.example"\n[labels]\ntgas = "x"\n[counts]\nlist = 1000\n'
    )
    found = problems(tmp_path, text)
    assert [int(line.split(":")[1]) for line in found] == [1, 1, 2, 3, 4, 6, 8]
    assert found[4].endswith("Did you mean `https://www.me.example`?")


def test_a_line_that_cannot_be_read_is_not_missing_as_well(tmp_path: Path) -> None:
    assert len(problems(tmp_path, 'name = My letters\nurl = "https://n.example"')) == 1


def test_each_problem_can_be_asked(tmp_path: Path) -> None:
    with pytest.raises(SiteError) as caught:
        read(tmp_path, LEAST + "tagline = 1")
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.message.partition(":")[0]) == ("site.toml", 3, "`tagline`")
