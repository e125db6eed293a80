"""A plugin's own document says what it is made of: then it is made again if some of that is another, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.fastbuild.sites import plain_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.fastbuild.engine_site import EngineSite

OAK = "content/articles/wood/oak.md"
BONE = "content/articles/glue/bone.md"

SUMMING = '''
"""Sums articles up in documents whose parts are rendered once, whatever the number of documents."""
from dataclasses import dataclass

from pelican import signals
from pelican.generators import Generator


@dataclass(frozen=True)
class Part:
    articles: tuple
    word: str = "WORD"


class Document:
    def __init__(self, articles, parts):
        self.made_of = (Part(tuple(articles)), {"count": len(articles)})
        self._parts = parts

    def render(self, context):
        part, counted = self.made_of
        return f"{part.word} {counted['count']}\\\\n" + "".join(self._parts(article) for article in part.articles)


class Summing(Generator):
    def generate_output(self, writer):
        template, made = self.env.get_template("part.txt"), {}

        def part(article):
            if article not in made:
                made[article] = template.render(dict(self.context), article=article)
            return made[article]

        wood = [article for article in self.context["articles"] if article.category == "wood"]
        for name, articles in (("all", self.context["articles"]), ("wood", wood), ("wood-too", wood)):
            writer.write_file(f"{name}.txt", Document(articles, part), self.context)


def summing(pelican):
    return Summing


def register():
    signals.get_generators.connect(summing)
'''
PART = "{{ article.title }} by {{ article.author }} in {{ SITENAME }}: {{ article.content }} {% include 'end.txt' %}\n"
NAMES = frozenset(["all.txt", "wood.txt", "wood-too.txt"])


@pytest.fixture
def summed(tmp_path: Path) -> EngineSite:
    settings = {
        "PLUGIN_PATHS": [str(tmp_path / "strangers")],
        "PLUGINS": ["summing"],
        "OUTPUT_SOURCES": False,
        "FASTBUILD_PURE": ["summing"],
    }
    site = plain_site(tmp_path, THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "custom")], **settings)
    site.write("strangers/summing.py", SUMMING)
    site.write("custom/part.txt", PART)
    site.write("custom/end.txt", "The end. {% for one in article.related|default([]) %}{{ one.title }}{% endfor %}")
    site.build()
    assert site.differing(site.stock()) == []
    return site


CHANGES: list[tuple[str, Callable[[EngineSite], Any], frozenset[str]]] = [
    ("nothing", lambda _: None, frozenset()),
    ("a text in all of them", lambda site: site.edit(OAK, "Oak is slow", "Oak is fast"), NAMES),
    ("a text in one of them", lambda site: site.edit(BONE, "Boil it", "Cook it"), frozenset(["all.txt"])),
    ("a title", lambda site: site.edit(OAK, "Title: Oak & ash", "Title: Oak"), NAMES),
    ("an article more", lambda site: site.write("content/articles/wood/fir.md", "Title: Fir\nDate: 2024-05-06\n\nFir.\n"), NAMES),
    ("where a link leads", lambda site: site.edit(BONE, "Slug: bone-glue", "Slug: glue-of-bones"), NAMES),
    ("the template of a part", lambda site: site.edit("custom/part.txt", " by ", " of "), NAMES),
    ("what that includes", lambda site: site.edit("custom/end.txt", "The end", "No end"), NAMES),
    ("a page", lambda site: site.edit("content/pages/about.md", "Who we are", "Who we were"), frozenset()),
]


@pytest.mark.parametrize(("change", "expected"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_what_it_is_made_of_decides(change: Callable[[EngineSite], Any], expected: frozenset[str], summed: EngineSite) -> None:
    change(summed)
    built = summed.build()
    assert built.failures == ()
    assert summed.differing(summed.stock()) == []
    assert built.written & NAMES == expected
    again = summed.build()
    assert (again.rendered, again.written) == (0, frozenset())


def test_unchanged_documents_are_not_rendered(summed: EngineSite) -> None:
    summed.edit(BONE, "Boil it", "Cook it")
    with_bone = summed.build().rendered
    summed.edit("content/articles/wood/hidden.md", "Found by those", "Seen by those")
    assert summed.build().rendered < with_bone


def test_a_document_that_says_nothing_is_rendered_each_time_and_written_if_it_is_another(summed: EngineSite) -> None:
    summed.edit("strangers/summing.py", "self.made_of =", "self._made_of =")
    summed.edit("strangers/summing.py", "= self.made_of", "= self._made_of")
    summed.build()
    assert summed.differing(summed.stock()) == []
    summed.edit(BONE, "Boil it", "Cook it")
    assert summed.build().written & NAMES == {"all.txt"}
    assert summed.differing(summed.stock()) == []
