"""After any sequence of edits, with one process or two, the site is what stock Pelican makes of it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from fastbuild.pages import rendering
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from .pictures import png
from .sites import full_site, plain_site

NAMES = ("ash", "birch", "cedar", "dogwood", "elm", "fir")
TAGS = ("wood", "glue", "slow", "timber", "Wood", "rain")
AUTHORS = ("Ada Example", "Bo Example", "Gus Guest")
STATUS = ("published", "published", "published", "draft", "hidden")
WORDS = st.sampled_from(["one", "two", "three & four", "<b>five</b>", "«six»"])
LINKS = (
    "",
    "[there]({filename}NAME.md)",
    "[there]({filename}/articles/NAME.md#x)",
    "[a page]({filename}/pages/shed.md)",
    "![plan]({attach}sketch.png)",
    "![plan]({static}sketch.png)",
    "![dot]({static}/images/dot.png)",
    "[tag]({tag}wood)",
    "[nowhere]({filename}nothing.md)",
)
TEMPLATE = '{% extends "!theme/article.html" %}{% block content %}{{ super() }}TEXT{% endblock %}'
TEXTS = st.sampled_from(
    [
        *("<hr>", "{{ articles[:2]|map(attribute='title')|join }}", "{{ articles|length }}"),
        "{{ article.tags|default([])|length }}",
    ]
)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, str]:
    """Path and text of an article; every name has one address, whatever is drawn."""
    number = draw(st.integers(0, len(NAMES) - 1))
    name, is_german = NAMES[number], draw(st.integers(0, 5)) == 0
    status, author = draw(st.sampled_from(STATUS)), draw(st.sampled_from(AUTHORS))
    lines = [
        f"Title: {name} {draw(WORDS)}",
        f"Date: {draw(st.sampled_from(['2024-05-06 07:08', '2024-05-07', '2023-01-02', '2124-01-01']))}",
        f"Category: {draw(st.sampled_from(['Material', 'Method']))}",
        f"Author: {author}",
        f"Id: {number}{'D' if is_german else 'E'}0000",
        f"Status: {status}",
        *([f"Tags: {', '.join(tags)}"] if (tags := draw(st.lists(st.sampled_from(TAGS), max_size=3, unique=True))) else []),
        *([f"Summary: On {draw(WORDS)}"] if draw(st.booleans()) else []),
        *(["Lang: de"] if is_german else []),
        f"Slug: {name}{'' if is_german else draw(st.sampled_from(['', '', '-too']))}",
        *(["Series: Trees"] if draw(st.booleans()) else []),
    ]
    links = draw(st.lists(st.sampled_from(LINKS), max_size=2))
    body = "\n\n".join([draw(WORDS), *(link.replace("NAME", draw(st.sampled_from(NAMES))) for link in links)])
    return f"content/articles/{name}{'-de' if is_german else ''}.md", "\n".join(lines) + f"\n\n{body}\n"


PLACES = st.integers(0, 999)
"""Thousandths: what is drawn must not depend on what a build has left."""


def chosen(folder: Path, place: int) -> Path:
    """One of the files below `folder`."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return files[place * len(files) // 1000]


class Edits(RuleBasedStateMachine):
    """One site, edited again and again. Builds may fail to find work; they may never make another site than stock Pelican."""

    make: Any = None
    processes = 1

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.site = self.make(self.folder)
        self.site.processes = self.processes

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def first(self) -> None:
        self._build()

    def _build(self) -> None:
        built = self.site.build()
        note(f"read {built.read}, rendered {built.rendered}, written {sorted(built.written)}, removed {sorted(built.removed)}")
        assert built.failures == ()
        assert self.site.differing(self.site.stock()) == []

    def _remove(self, path: str) -> None:
        if (self.folder / path).exists():
            self.site.remove(path)

    @rule(articles=st.lists(articles(), min_size=1, max_size=3))
    def write_articles(self, articles: list[tuple[str, str]]) -> None:
        for path, text in articles:
            self.site.write(path, text)
        self._build()

    @rule(name=st.sampled_from(NAMES), suffix=st.sampled_from(["", "-de"]))
    def remove_article(self, name: str, suffix: str) -> None:
        self._remove(f"content/articles/{name}{suffix}.md")
        self._build()

    @rule(old=st.sampled_from(NAMES), place=st.sampled_from(["", "deeper/"]))
    def rename_article(self, old: str, place: str) -> None:
        found = sorted((self.folder / "content/articles").rglob(f"{old}.md"))
        if found:
            self.site.rename(found[0].relative_to(self.folder).as_posix(), f"content/articles/{place}{old}.md")
        self._build()

    @rule(text=WORDS, status=st.sampled_from(["published", "hidden", "draft"]), slug=st.sampled_from(["shed", "hut"]))
    def write_page(self, text: str, status: str, slug: str) -> None:
        fields = f"Title: Shed {text}\nSummary: It leaks.\nStatus: {status}\nSlug: {slug}"
        self.site.write("content/pages/shed.md", f"{fields}\n\n{text}\n\n[fir]({{filename}}/articles/fir.md)\n")
        self._build()

    @rule(size=st.integers(1, 3), path=st.sampled_from(["content/articles/sketch.png", "content/images/dot.png", "content/images/new.png"]))
    def write_picture(self, size: int, path: str) -> None:
        self.site.write(path, png(size, size))
        self._build()

    @rule(path=st.sampled_from(["content/articles/sketch.png", "content/images/new.png"]))
    def remove_picture(self, path: str) -> None:
        self._remove(path)
        self._build()

    @rule(text=TEXTS)
    def write_template(self, text: str) -> None:
        self.site.write("custom/templates/article.html", TEMPLATE.replace("TEXT", text))
        self._build()

    @rule()
    def remove_template(self) -> None:
        self._remove("custom/templates/article.html")
        self._build()

    @rule(name=st.sampled_from(["A", "B"]), pages=st.sampled_from([2, 3, 0]))
    def change_settings(self, name: str, pages: int) -> None:
        self.site.settings |= {"SITENAME": name, "DEFAULT_PAGINATION": pages}
        self._build()

    @rule(place=PLACES, text=st.sampled_from([b"", b"Mine!", None]))
    def meddle_with_the_output(self, place: int, text: bytes | None) -> None:
        path = chosen(self.site.output, place).relative_to(self.folder).as_posix()
        if text is None:
            self.site.remove(path)
        else:
            self.site.write(path, text)
        self._build()

    @rule(place=PLACES, length=PLACES)
    def damage_the_cache(self, place: int, length: int) -> None:
        path = chosen(self.site.cache, place)
        whole = path.read_bytes()
        path.write_bytes(whole[: length * len(whole) // 1000])
        self._build()

    @rule()
    def change_nothing(self) -> None:
        built = self.site.build()
        assert (built.written, built.removed, built.rendered) == (frozenset(), frozenset(), 0)


class PlainEdits(Edits):
    """With Pelican's own theme and feeds."""

    @staticmethod
    def make(folder: Path) -> Any:
        site = plain_site(folder, THEME_TEMPLATES_OVERRIDES=[str(folder / "custom/templates")], PATH_METADATA="", OUTPUT_SOURCES=False)
        site.write("content/articles/sketch.png", png(4, 4))
        return site


class FullEdits(Edits):
    """With our theme and plugins, and the files that they know."""

    make = staticmethod(full_site)

    @rule(tag=st.sampled_from(["wood", "glue", "rain"]), aliases=st.sampled_from(["timber", "slow", "drizzle"]), text=WORDS)
    def write_tag(self, tag: str, aliases: str, text: str) -> None:
        self._remove("content/tags/rain.md")
        self.site.write(f"content/tags/{tag}.md", f"Title: {tag.title()}\nSummary: {text}\nAliases: {aliases}\n\n{text}\n")
        for other in ({"wood", "glue"} - {tag}) if tag != "rain" else ("wood", "glue"):
            self.site.write(f"content/tags/{other}.md", f"Title: {other.title()}\nSummary: {other}\n\n[shed]({{filename}}/pages/shed.md)\n")
        self._build()

    @rule(mail=st.sampled_from(["a", "b"]), text=WORDS, kind=st.sampled_from(["question", "story"]))
    def write_author(self, mail: str, text: str, kind: str) -> None:
        self.site.write("content/authors/bo-example.md", f"Name: Bo Example\nEmail: {mail}@example.com\nCta: {kind}\n\n{text}\n")
        self._build()

    @rule(text=WORDS)
    def write_invitation(self, text: str) -> None:
        self.site.write("content/ctas/question.md", f"Heading: {text}?\nButton: Write\nSubject: Re: {{title}}\n\n{text}\n")
        self._build()


def run(machine: type[Edits], *, examples: int, steps: int) -> None:
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    bounds = settings(max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=checks, print_blob=True)
    run_state_machine_as_test(machine, settings=bounds)


@pytest.mark.parametrize("machine", [PlainEdits, FullEdits])
@pytest.mark.parametrize("processes", [1, 2])
def test_after_some_edits(machine: type[Edits], processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "WORTH_A_PROCESS", 5)
    monkeypatch.setattr(machine, "processes", processes)
    run(machine, examples=6 if machine is PlainEdits else 3, steps=8)


@pytest.mark.long
@pytest.mark.parametrize(("machine", "examples"), [(PlainEdits, 8), (FullEdits, 4)])
def test_after_many_edits(machine: type[Edits], examples: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "WORTH_A_PROCESS", 5)
    monkeypatch.setattr(machine, "processes", 2)
    run(machine, examples=examples, steps=20)
