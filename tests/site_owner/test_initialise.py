"""Making the site one's own: what is there afterwards, what is refused, and that a failure leaves all as it was."""

from __future__ import annotations

import re
import shutil
import tomllib
from datetime import datetime
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pelican.settings import read_settings
from site_owner.initialise import Owner, SiteError, initialise
from site_owner.links import footer_links, menu_links
from site_owner.pages import front_matter
from site_owner.settings import read_site
from site_owner.slugs import SLUG_REGEX_SUBSTITUTIONS, slug_of
from site_owner.starting_content import STARTER, starter_language, starting_files
from site_owner.text import one_line

if TYPE_CHECKING:
    from tests.conftest import Site

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=ZoneInfo("Europe/London"))
OWNER = Owner("My <site>", 'Ann "A" Smith', "a_b@mine.example", "+44 20 7946 0123", "https://mine.example/blog", "en-GB")
GERMAN = Owner("Meine Seite", "Jürgen Groß", "", "", "http://localhost:8000", "de-AT")
OLD = {
    "site.toml": 'name = "Old name"\nurl = "https://old.example.com"\n',
    "content/articles/old.md": "Title: Old name\n\n",
    "content/authors/olga.md": "Name: Olga Old\n",
    "content/ctas/thanks.md": "Heading: Thanks\n",
    "content/images/old.png": "png",
    "content/site.md": "Name: Old name\n",
    "custom/style.css": "p {}",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with example content, with blanks and accents in its folder's name."""
    folder = tmp_path / "une maison à moi"
    for name, text in OLD.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def files(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in sorted(root.rglob("*")) if path.is_file()}


def test_what_is_there_afterwards(root: Path) -> None:
    initialise(root, OWNER, now=NOW)
    moved = {f"examples/{name}" for name in OLD if not name.startswith("custom")}
    assert set(files(root)) == moved | {
        "custom/style.css",
        "site.toml",
        "content/articles/welcome.md",
        "content/authors/ann-a-smith.md",
        "content/ctas/thanks.md",
        "content/extra/.gitkeep",
        "content/images/.gitkeep",
        *(f"content/pages/{name}.md" for name in ("about", "privacy", "subscribe", "write")),
    }
    assert [path.name for path in root.glob(".*")] == []


def test_nothing_of_the_example_is_left(root: Path) -> None:
    initialise(root, OWNER, now=NOW)
    left = {name: text for name, text in files(root).items() if not name.startswith("examples/")}
    assert [name for name, text in left.items() if re.search(r"old name|olga|example\.com|long handshake", text, re.IGNORECASE)] == []


@pytest.mark.parametrize("owner", [OWNER, GERMAN])
def test_the_new_settings_are_read_without_a_problem(root: Path, owner: Owner) -> None:
    initialise(root, owner, now=NOW)
    site, pages = read_site(root / "site.toml"), root / "content" / "pages"
    assert (site.name, site.default_author, site.url, site.language) == (owner.name, owner.author, owner.url, owner.language)
    assert [url for _, url in menu_links(site, pages)] == ["archive/", "tags/", "about/", "write/"]
    assert [url for _, url in footer_links(site, pages)] == ["subscribe/", "privacy/"]


def test_every_setting_is_explained(root: Path) -> None:
    for owner in (OWNER, GERMAN):
        lines = starting_files(owner, now=NOW, zone=ZoneInfo("UTC"))["site.toml"].split("\n")
        keys = [index for index, line in enumerate(lines) if re.match(r"(name|tagline|[a-z_]+ = |\[)", line)]
        assert len(keys) > 12
        assert [
            lines[index] for index in keys if not lines[index - 1].startswith("#") and not re.match("list|related|home = 10", lines[index])
        ] == []


def test_the_card_of_the_author(root: Path) -> None:
    initialise(root, OWNER, now=NOW)
    text = (root / "content/authors/ann-a-smith.md").read_text(encoding="utf-8")
    fields = front_matter(text)
    assert {key: fields[key] for key in ("name", "email", "phone", "languages", "confirmed")} == {
        "name": 'Ann "A" Smith',
        "email": "a_b@mine.example",
        "phone": "+44 20 7946 0123",
        "languages": "en-GB",
        "confirmed": "2026-03",
    }
    assert read_site(root / "site.toml").timezone == fields["time_zone"]


def test_what_is_not_known_is_left_out_of_the_card(root: Path) -> None:
    initialise(root, GERMAN, now=NOW)
    text = (root / f"content/authors/{slug_of('Jürgen Groß')}.md").read_text(encoding="utf-8")
    assert list(front_matter(text)) == ["name", "languages", "time_zone", "confirmed"]


@pytest.mark.parametrize(("owner", "is_missing"), [(OWNER, False), (GERMAN, True)])
def test_a_page_says_so_where_nobody_can_be_reached_yet(root: Path, owner: Owner, *, is_missing: bool) -> None:
    """The channels themselves are in the contact card, which the theme shows on that page."""
    initialise(root, owner, now=NOW)
    text = (root / "content/pages/write.md").read_text(encoding="utf-8")
    assert ("Hier steht bald meine Adresse." in text) is is_missing
    assert "@" not in text


def test_the_report_says_what_is_left_to_do(root: Path) -> None:
    report = "\n".join(initialise(root, GERMAN, now=NOW))
    assert "to examples/" in report
    assert "set `url` in site.toml" in report
    assert "Nobody can reach you yet" in report


def test_a_report_without_anything_missing(root: Path) -> None:
    report = "\n".join(initialise(root, OWNER, now=NOW))
    assert "set `url`" not in report
    assert "Nobody" not in report


def test_an_empty_project(tmp_path: Path) -> None:
    report = initialise(tmp_path, OWNER, now=NOW)
    assert not (tmp_path / "examples").exists()
    assert report[0].startswith("Wrote ")
    assert read_site(tmp_path / "site.toml").name == OWNER.name


def test_the_moment_is_that_of_the_machine(root: Path) -> None:
    initialise(root, OWNER)
    fields = front_matter((root / "content/articles/welcome.md").read_text(encoding="utf-8"))
    zone = ZoneInfo(read_site(root / "site.toml").timezone)
    age = datetime.now(zone) - datetime.strptime(fields["date"], "%Y-%m-%d %H:%M").replace(tzinfo=zone)
    assert 0 <= age.total_seconds() < 120


def refusal(root: Path) -> str:
    before = files(root)
    with pytest.raises(SiteError) as caught:
        initialise(root, OWNER, now=NOW)
    assert files(root) == before
    assert list(root.glob(".*")) == []
    return str(caught.value)


def test_not_twice(root: Path) -> None:
    initialise(root, OWNER, now=NOW)
    assert refusal(root).startswith("examples: this folder exists, so the site seems to be yours already.")


@pytest.mark.parametrize("url", ["https://me.example", "http://localhost:8000", "https://notexample.com", "https://example.com.evil.org"])
def test_not_over_somebodys_site(root: Path, url: str) -> None:
    (root / "site.toml").write_text(f'name = "N"\nurl = "{url}"\n# url = "https://www.example.com"\n', encoding="utf-8")
    assert refusal(root).startswith("site.toml: this site seems to be yours already.")


def test_not_over_content_of_which_nobody_knows_whose_it_is(root: Path) -> None:
    (root / "site.toml").unlink()
    assert refusal(root).startswith("site.toml: the file is missing, so content/ may be yours.")


@pytest.mark.parametrize("failing", [1, 2, 3, 4])
def test_a_failure_at_any_move_leaves_all_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    rename, count = Path.rename, 0

    def fail(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == failing:
            raise PermissionError(13, "in use", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    assert "nothing was changed (in use). Close programs" in refusal(root)
    assert not (root / "examples").exists()


def test_an_interrupt_leaves_all_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename, before = Path.rename, files(root)

    def interrupt(self: Path, target: Path) -> Path:
        if target == root / "content" and ".init-" in str(self):
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupt)
    with pytest.raises(KeyboardInterrupt):
        initialise(root, OWNER, now=NOW)
    assert files(root) == before
    assert not (root / "examples").exists()


def test_a_failure_while_preparing_leaves_all_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_paths: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copytree", fail)
    assert "No space left on device" in refusal(root)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(name=st.text(min_size=1).map(one_line).filter(bool), author=st.text(min_size=1).map(one_line).filter(slug_of))
def test_any_name_survives(name: str, author: str) -> None:
    owner = Owner(name, author, "", "", "https://mine.example", "en")
    made = starting_files(owner, now=NOW, zone=ZoneInfo("Europe/London"))
    settings = tomllib.loads(made["site.toml"])
    assert (settings["name"], settings["default_author"]) == (name, author)
    assert front_matter(made["content/articles/welcome.md"])["author"] == author
    assert front_matter(made[f"content/authors/{slug_of(author)}.md"])["name"] == author


@pytest.mark.parametrize(("owner", "title"), [(OWNER, "Five things to do first"), (GERMAN, "Fünf Dinge für den Anfang")])
def test_pelican_takes_the_texts_without_a_word(site: Site, owner: Owner, title: str) -> None:
    initialise(site.folder, owner)
    built = site.build(
        FORMATTED_FIELDS=[],
        SLUGIFY_SOURCE="basename",
        THEME_TEMPLATES_OVERRIDES=[str(_page_templates(site.folder))],
        MARKDOWN={"extensions": ["markdown.extensions.extra", "markdown.extensions.meta"], "output_format": "html5"},
    )
    assert built.problems == ()
    assert {"welcome.html", "pages/about.html", "pages/privacy.html", "pages/subscribe.html", "pages/write.html"} <= built.files()
    assert title in built.read("welcome.html")
    about = built.page("pages/about.html").get_text()
    assert owner.author in about
    assert owner.name in about


def _page_templates(folder: Path) -> Path:
    """The two templates that the pages ask for, as bare as possible."""
    templates = folder / "templates"
    templates.mkdir()
    for name in ("write", "subscribe", "privacy"):
        (templates / f"{name}.html").write_text("{{ page.content }}", encoding="utf-8")
    return templates


def test_every_language_has_the_same_texts_and_places() -> None:
    def places(language: str) -> dict[str, set[str]]:
        folder = STARTER / language
        return {path.name: set(Template(path.read_text(encoding="utf-8")).get_identifiers()) for path in folder.iterdir()}

    languages = sorted(path.name for path in STARTER.iterdir())
    assert languages == ["de", "en"]
    assert places("de") == places("en")


@pytest.mark.parametrize(("tag", "language"), [("de", "de"), ("de-AT", "de"), ("en-GB", "en"), ("fr", "en"), ("den", "en")])
def test_the_language_of_the_texts(tag: str, language: str) -> None:
    assert starter_language(tag) == language


def test_slugs_are_those_of_the_site() -> None:
    root = Path(__file__).resolve().parents[2]
    assert [tuple(pair) for pair in read_settings(str(root / "pelicanconf.py"))["SLUG_REGEX_SUBSTITUTIONS"]] == list(
        SLUG_REGEX_SUBSTITUTIONS
    )
