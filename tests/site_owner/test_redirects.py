"""`[redirects]` and `ai_crawlers` of site.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from site_owner import pelican_settings
from site_owner.problems import SiteError
from site_owner.redirects import lines_of_keys, redirect_problems

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

LEAST = 'name = "N"\nurl = "https://n.example"\n'


def settings(folder: Path, text: str) -> dict[str, Any]:
    (folder / "site.toml").write_text(LEAST + text, encoding="utf-8")
    return pelican_settings(folder / "site.toml")


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(SiteError) as caught:
        settings(folder, text)
    return str(caught.value).splitlines()


def test_redirects_come_in_the_order_of_the_file_with_their_lines(tmp_path: Path) -> None:
    text = """
        [redirects]
        '/z.html' = '/new/'
        # a note
        "/a b/\\u00fc" = " https://shop.example/ "

        '/?p=1' = '/its/'
    """
    assert settings(tmp_path, text)["SITE_FILES_REDIRECTS"] == (
        ("/z.html", "/new/", 5),
        ("/a b/ü", "https://shop.example/", 7),
        ("/?p=1", "/its/", 9),
    )


def test_redirects_on_one_line(tmp_path: Path) -> None:
    assert settings(tmp_path, "redirects = {'/a' = '/b/'}")["SITE_FILES_REDIRECTS"] == (("/a", "/b/", 0),)


def test_a_site_has_none_at_first(tmp_path: Path) -> None:
    found = settings(tmp_path, "[redirects]\n# '/a' = '/b/'\n")
    assert found["SITE_FILES_REDIRECTS"] == ()
    assert found["SITE_FILES_AI_CRAWLERS"] == "allow"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            "old.html = '/new/'",
            "site.toml:4: `redirects`: the old address that begins with `old` needs quotation marks. ",
        ),
        (
            "'old.html' = '/new/'",
            "site.toml:4: `redirects`: the old address `old.html` must begin with a slash, ",
        ),
        ("'https://n.example/a?b' = '/new/'", "site.toml:4: `redirects`: the old address `https://n.example/a?b` must begin with a slash,"),
        ("'/old' = 3", "site.toml:4: `redirects`: where `/old` leads must be an address between quotation marks. "),
        ("'/old' = ['/new/']", "site.toml:4: `redirects`: where `/old` leads must be an address between quotation marks. "),
        ("'/old' = ' '", "site.toml:4: `redirects`: it is not said where `/old` leads. Write it as in "),
        ("'' = '/new/'", "site.toml:4: `redirects`: the old address `` must begin with a slash"),
        ("/old.html = '/new/'", "site.toml:4: an address on the left needs quotation marks, too. Write it as in '/old.html' = '/new/'."),
        ("'/old' = '/new/'\n'/old' = '/other/'", "site.toml:5: this stands in the file twice."),
    ],
)
def test_mistakes_are_told_with_line_and_what_to_write(tmp_path: Path, line: str, says: str) -> None:
    (found,) = problems(tmp_path, f"[redirects]\n{line}\n")
    assert found.startswith(says), found


def test_what_was_meant_is_suggested() -> None:
    table = {"old.html": "/new/", "https://n.example/a/": "/new/"}
    assert [message.partition("Did you mean ")[2] for _, message in redirect_problems(table)] == ["'/old.html'?", "'/a/'?"]


def test_redirects_that_are_no_table(tmp_path: Path) -> None:
    assert problems(tmp_path, "redirects = '/old'")[0].startswith("site.toml:3: `redirects` must be a table. Write a line [redirects] ")


def test_all_mistakes_are_told_together(tmp_path: Path) -> None:
    found = problems(tmp_path, "[redirects]\n'a' = '/b/'\n'/c' = ''\n'd' = 1\n")
    assert [line.split(":")[1] for line in found] == ["4", "5", "6"]


def test_lines_of_keys_in_either_quotation_marks() -> None:
    lines = ["", "'/a' = 'x'", "name = 'x'", ' "/\\u00e4" ="x"', "# '/b' = 'x'", "'/a' = 'again'", '"\\q" = "x"']
    assert lines_of_keys(lines) == {"/a": 2, "/ä": 4}


@pytest.mark.parametrize("word", ["allow", "no-training", "refuse"])
def test_crawlers_for_language_models(tmp_path: Path, word: str) -> None:
    assert settings(tmp_path, f'ai_crawlers = "{word}"')["SITE_FILES_AI_CRAWLERS"] == word


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ('"no-trainig"', "site.toml:3: `ai_crawlers`: `no-trainig` is not understood. Did you mean `no-training`?"),
        ('"never"', "site.toml:3: `ai_crawlers`: `never` is not understood. Use `allow`, `no-training` or `refuse`."),
        ('""', "site.toml:3: `ai_crawlers`: this is empty. "),
        ("false", "site.toml:3: `ai_crawlers`: this must be text, not true or false. "),
    ],
)
def test_words_for_crawlers_that_nobody_knows(tmp_path: Path, value: str, says: str) -> None:
    (found,) = problems(tmp_path, f"ai_crawlers = {value}")
    assert found.startswith(says), found
