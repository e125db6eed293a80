"""The sites that the tests look at, as data: whose content, which settings, which address."""

from __future__ import annotations

import re
import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .sample_site import write, write_sample

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent.parent
OWNERS = ("site.toml", "content", "custom", "examples")
"""What belongs to the owner; a variant brings its own or takes the one that is here."""

BELOW_A_PATH = "https://me.example/blog/"


@dataclass(frozen=True, slots=True)
class Variant:
    """One build: `write` puts site.toml and content into a folder that holds the rest of the project."""

    write: Callable[[Path], None]
    publish: bool = False
    environment: tuple[tuple[str, str], ...] = ()
    folder_name: str = "site"
    overrides: tuple[str, ...] = ()
    """Further settings, as `pelican -e` takes them."""


def write_yours(folder: Path) -> None:
    """The site of whoever owns this repository, whatever it is."""
    for name in OWNERS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.is_file():
            shutil.copy2(source, folder / name)


def write_sample_below_a_path(folder: Path) -> None:
    write_sample(folder)
    _set(folder, "url", BELOW_A_PATH)


def write_yours_below_a_path(folder: Path) -> None:
    write_yours(folder)
    _set(folder, "url", BELOW_A_PATH)


def write_sample_from_right_to_left(folder: Path) -> None:
    """The sample as if its language were Hebrew: its texts stay, the page turns round."""
    write_sample(folder)
    _set(folder, "language", "he")


def write_customised_sample(folder: Path) -> None:
    """The sample with everything that an owner can add without touching what is ours."""
    write_sample(folder)
    settings = (folder / "site.toml").read_text(encoding="utf-8")
    write(folder / "site.toml", f"{settings}\n[allow]\n'www.youtube-nocookie.com' = ['frame']\n")
    write(folder / "content/pages/privacy.md", "Title: Privacy\nTemplate: privacy\nSummary: What this site asks of others.\n\nNothing.\n")
    write(folder / "content/extra/CNAME", "rungs.example\n")
    write(folder / "content/extra/texts/about.txt", "Ladders.\n")
    write(folder / "custom/style.css", ".heading-title { text-transform: uppercase }\n")
    write(folder / "custom/templates/authors.html", '{% extends "base.html" %}{% block content %}<h1>Our own list</h1>{% endblock %}\n')
    write(folder / "custom/static/images/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>Ours</title></svg>\n')


def _set(folder: Path, key: str, value: str) -> None:
    """Give `key` in site.toml another text as its value."""
    file = folder / "site.toml"
    text, changes = re.subn(rf'(?m)^{key} *= *(["\']).*?\1', f'{key} = "{value}"', file.read_text(encoding="utf-8"))
    if changes != 1 or tomllib.loads(text)[key] != value:
        raise ValueError(f"{file}: no line `{key} = …` that could be changed")
    file.write_text(text, encoding="utf-8")


SMALL_SITE = """\
name = "Small"
url = "https://small.example"
feed_authority = "small.example,2026"
language = "en"
timezone = "Europe/London"
default_author = "Una Onely"
"""


def write_empty(folder: Path) -> None:
    """Nothing but a site.toml; git keeps no empty folder, so there is none."""
    write(folder / "site.toml", SMALL_SITE)
    (folder / "content").mkdir(parents=True)


def write_one_article(folder: Path) -> None:
    write(folder / "site.toml", SMALL_SITE)
    write(folder / "content/articles/first.md", "Title: First\nDate: 2026-01-02 10:00\nCategory: Notes\nTags: One\nId: F1RST0\n\nHello.\n")


def write_no_tags(folder: Path) -> None:
    """Three articles in two years, with categories and no tag."""
    write(folder / "site.toml", SMALL_SITE)
    for number in (1, 2, 3):
        front = f"Title: Number {number}\nDate: {2024 + number // 2}-01-0{number} 10:00\nCategory: Notes\nId: NVMB0{number}\n\n"
        write(folder / f"content/articles/number-{number}.md", front + "Hello.\n")


def write_no_author(folder: Path) -> None:
    """No default author, no author's card, and articles that name none; with a page, and that page as home."""
    write(
        folder / "site.toml", SMALL_SITE.replace('default_author = "Una Onely"\n', "") + 'home = "welcome"\nmenu = ["letters", "topics"]\n'
    )
    for number in (1, 2):
        front = f"Title: Number {number}\nDate: 2024-01-0{number} 10:00\nTags: Common\nId: NVMB0{number}\n\n"
        write(folder / f"content/articles/number-{number}.md", front + "Hello.\n")
    write(folder / "content/pages/welcome.md", "Title: Welcome\nSummary: A page as home.\nId: WELC0M\n\nHello.\n")


ANOTHER_MACHINE = (("PYTHONHASHSEED", "4242"), ("TZ", "Pacific/Kiritimati"), ("LANG", "C"), ("LC_ALL", "C"))

VARIANTS: dict[str, Variant] = {
    "sample": Variant(write_sample),
    "sample-published": Variant(write_sample, publish=True),
    "sample-below-a-path": Variant(write_sample_below_a_path, publish=True),
    "sample-on-another-machine": Variant(write_sample, publish=True, environment=ANOTHER_MACHINE, folder_name="a folder, très loin"),
    "sample-from-right-to-left": Variant(write_sample_from_right_to_left),
    "sample-customised": Variant(write_customised_sample, publish=True),
    "yours": Variant(write_yours),
    "yours-published": Variant(write_yours, publish=True),
    "yours-below-a-path": Variant(write_yours_below_a_path, publish=True),
    "empty": Variant(write_empty, publish=True),
    "one-article": Variant(write_one_article, publish=True),
    "no-tags": Variant(write_no_tags, publish=True),
    "no-author": Variant(write_no_author, publish=True),
}
SMALL_VARIANTS = ("empty", "one-article", "no-tags", "no-author")
