"""Whatever a template reads, a page knows of: if it would become another page, one of its facts is another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from .worlds import Card, Text, World, rendered

if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[World], World]

WORLD = World(
    texts=(
        Text("one", "One", "<p>First</p>", ("wood", "glue"), "Ada", 1, "On one"),
        Text("two", "Two", "<p>Second</p>", ("wood",), "Bo", 2),
        Text("three", "Three", "<p>Third</p>", (), "Ada", 3, extra=Card("Cy", (0, 1))),
        Text("four", "Four", "<p>Fourth</p>", ("rain",), "Bo", 4, extra={"a": [1, 2]}),
    ),
    names=(("menu", [("Home", "/"), ("About", "/about/")]), ("labels", {"article": "Letter"}), ("words", ["a", "b"]), ("empty", [])),
    templates=(
        (
            "macros.html",
            "{% macro row(article) %}<li>{{ article.title }}</li>{% endmacro %}{% macro all() %}{{ articles|length }}{% endmacro %}",
        ),
        ("part.html", "{{ article.title }}/{{ articles|length }}/{{ SITENAME }}"),
        ("loop.html", "{{ one.title }}"),
        ("base.html", "<{% block head %}{{ SITENAME }}{% endblock %}>{% block body %}{% endblock %}"),
    ),
)


def title(number: int) -> Change:
    return lambda world: world.with_text(number, title="Changed")


def body(number: int) -> Change:
    return lambda world: world.with_text(number, body="<p>Changed</p>")


def author(number: int) -> Change:
    return lambda world: world.with_text(number, author="Dee")


def one_more(world: World) -> World:
    return replace(world, texts=(*world.texts, Text("five", "Five", day=5, tags=("wood",))))


def one_less(world: World) -> World:
    return replace(world, texts=world.texts[:-1])


def none_left(world: World) -> World:
    return world.with_names(articles=[])


def other_order(world: World) -> World:
    return replace(world, texts=(world.texts[1], world.texts[0], *world.texts[2:]), page=1)


def named(**names: object) -> Change:
    return lambda world: world.with_names(**names)


def tags(number: int, *new: str) -> Change:
    return lambda world: world.with_text(number, tags=new)


READS: list[tuple[str, Change]] = [
    ("{{ article.title }}", title(0)),
    ("{{ article['title'] }}", title(0)),
    ("{{ article.content }}", body(0)),
    ("{{ articles[1].summary }}", body(1)),
    ("{{ article.summary }}", lambda world: world.with_text(0, summary="Changed")),
    ("{{ article.metadata.summary }}", lambda world: world.with_text(0, summary="Changed")),
    ("{{ articles[3].extra.a[1] }}", lambda world: world.with_text(3, extra={"a": [1, 3]})),
    ("{{ articles[3].extra is defined }}", lambda world: world.with_text(3, extra=None)),
    ("{{ articles[2].card.name }}", lambda world: world.with_text(2, extra=Card("Dee", (0, 1)))),
    ("{{ articles[2].card.letters }}", title(1)),
    ("{{ articles[2].card.greeting('Hi') }}", lambda world: world.with_text(2, extra=Card("Dee", (0, 1)))),
    ("{{ articles[2].card.friends[1].title }}", title(1)),
    ("{% for one in articles %}{{ one.slug }}{% endfor %}", one_more),
    ("{% for one in articles %}{{ one.slug }}{% endfor %}", other_order),
    ("{% for one in articles[:2] %}{{ one.title }}{% endfor %}", title(1)),
    ("{% for one in articles[:2] %}{{ one.slug }}{% endfor %}", other_order),
    ("{{ articles[-1].slug }}", one_more),
    ("{{ articles[0].slug }}", other_order),
    ("{{ articles|length }}", one_more),
    ("{{ articles|count }}", one_less),
    ("{{ articles|last is defined and (articles|last).slug }}", one_more),
    ("{{ (articles|first).title }}", title(0)),
    ("{{ articles|reverse|map(attribute='slug')|join }}", one_more),
    ("{% if articles %}yes{% endif %}", none_left),
    ("{% if not articles %}no{% endif %}", none_left),
    ("{{ articles is iterable and (articles + [])|length }}", one_more),
    ("{{ ([] + words)|join }}", named(words=["a", "c"])),
    ("{{ words == ['a', 'b'] }}", named(words=["a"])),
    ("{{ words != ['a', 'b'] }}", named(words=["a"])),
    ("{{ words < ['a', 'c'] }}", named(words=["b"])),
    ("{{ (words * 2)|join }}", named(words=["b"])),
    ("{{ words|string }}", named(words=["b"])),
    ("{{ words }}", named(words=["b"])),
    ("{{ words ~ '' }}", named(words=["b"])),
    ("{{ words.copy()|length }}", named(words=["b"])),
    ("{{ words.index('b') }}", named(words=["b"])),
    ("{{ words.count('a') }}", named(words=["b"])),
    ("{{ 'b' in words }}", named(words=["a"])),
    ("{{ words|tojson }}", named(words=["b"])),
    ("{{ words|random if words|length == 1 else 'many' }}", named(words=["b"])),
    ("{{ words|slice(2)|list|length }}{{ words|batch(1)|list|length }}", named(words=["b"])),
    ("{{ (words|sort(reverse=true))[0] }}", named(words=["c"])),
    ("{{ words|max }}{{ words|min }}", named(words=["c"])),
    ("{{ words|unique|list|length }}", named(words=["a", "a"])),
    ("{% for word in words %}{{ loop.last }}{{ loop.length }}{{ loop.nextitem }}{% endfor %}", named(words=["a", "c"])),
    ("{% for word in words recursive %}{{ word }}{% endfor %}", named(words=["c"])),
    ("{% for word in empty %}{% else %}none{% endfor %}", named(empty=["a"])),
    ("{{ empty|default('x', true) }}", named(empty=["a"])),
    ("{% for name, url in menu %}{{ name }}{{ url }}{% endfor %}", named(menu=[("Home", "/"), ("About", "/us/")])),
    ("{{ menu[1][1] }}", named(menu=[("Home", "/"), ("About", "/us/")])),
    ("{{ labels.article }}", named(labels={"article": "Post"})),
    ("{{ labels['article'] }}{{ labels.get('article') }}", named(labels={"article": "Post"})),
    ("{% for key, label in labels.items() %}{{ label }}{% endfor %}", named(labels={"article": "Post"})),
    ("{{ labels|dictsort|length }}", named(labels={"article": "Letter", "tag": "Topic"})),
    ("{% for tag, found in tags %}{{ tag }}{{ found|length }}{% endfor %}", tags(2, "wood")),
    ("{% for tag, found in tags %}{{ found[0].title }}{% endfor %}", title(0)),
    ("{% for tag, found in tags %}{% for one in found %}{{ one.slug }}{% endfor %}{% endfor %}", tags(2, "wood")),
    ("{% for tag, found in tags[:1] %}{{ tag.slug }}{% endfor %}", tags(0, "wood")),
    ("{{ tags|length }}", tags(3)),
    ("{{ tags[0][1]|length }}", tags(1, "glue")),
    ("{% for tag in article.tags %}{{ tag.url }}{% endfor %}", tags(0, "glue")),
    ("{{ article.tags|join(', ') }}", tags(0, "glue")),
    ("{{ article.author.name }}", author(0)),
    (
        "{% for group in articles|groupby('author') %}{{ group.grouper }}{{ group.list|length }}{% endfor %}",
        author(0),
    ),
    ("{{ articles|map(attribute='title')|join(',') }}", title(2)),
    ("{{ articles|map(attribute='card.name', default='-')|join }}", lambda world: world.with_text(2, extra=Card("Dee", (0,)))),
    ("{{ articles|selectattr('summary')|list|length }}", lambda world: world.with_text(1, body="")),
    ("{{ articles|selectattr('title', 'equalto', 'Two')|map(attribute='slug')|join }}", title(1)),
    ("{{ articles|rejectattr('title', 'eq', 'Two')|list|length }}", title(1)),
    ("{{ (articles|sort(attribute='title'))[0].slug }}", lambda world: world.with_text(2, title="AAA")),
    ("{{ articles|sum(attribute='day', start=0) if false else articles|map('attr', 'title')|join }}", title(3)),
    ("{{ article|attr('title') }}", title(0)),
    ("{% from 'macros.html' import row %}{% for one in articles %}{{ row(one) }}{% endfor %}", title(3)),
    ("{% import 'macros.html' as m with context %}{{ m.all() }}", one_more),
    (
        "{% macro here(one) %}{{ one.title }}{{ caller() }}{% endmacro %}{% call here(articles[1]) %}{{ articles[2].title }}{% endcall %}",
        title(2),
    ),
    ("{% macro here(one) %}{{ one.title }}{% endmacro %}{{ here(one=articles[1]) }}", title(1)),
    ("{% include 'part.html' %}", title(0)),
    ("{% include 'part.html' %}", one_more),
    ("{% for one in articles %}{% include 'loop.html' %}{% endfor %}", title(3)),
    ("{% include ['nothing.html', 'part.html'] %}", one_more),
    ("{% extends 'base.html' %}{% block body %}{{ article.title }}{% endblock %}", title(0)),
    (
        "{% extends 'base.html' %}{% block head %}{{ super() }}{{ self.body() }}{% endblock %}{% block body %}{{ words[0] }}{% endblock %}",
        named(words=["c"]),
    ),
    ("{% extends 'base.html' %}", named(SITENAME="Other")),
    ("{% set found = articles %}{{ found|length }}", one_more),
    ("{% set found %}{{ article.title }}{% endset %}{{ found }}", title(0)),
    ("{% set ns = namespace(last='') %}{% for one in articles %}{% set ns.last = one.title %}{% endfor %}{{ ns.last }}", title(3)),
    ("{% with one = articles[1] %}{{ one.title }}{% endwith %}", title(1)),
    ("{% filter upper %}{{ article.title }}{% endfilter %}", title(0)),
    ("{{ article.title|shout }}", title(0)),
    ("{{ nothing is defined }}", named(nothing=1)),
    ("{{ nothing|default('none') }}", named(nothing=1)),
    ("{{ nothing }}", named(nothing=1)),
    ("{{ (nothing or article).title }}", title(0)),
    ("{{ articles_page.object_list|length }}", lambda world: replace(world, per_page=3)),
    ("{% for one in articles_page.object_list %}{{ one.title }}{% endfor %}", title(1)),
    ("{{ articles_page.has_next() }}", lambda world: replace(world, per_page=4)),
    ("{{ articles_paginator.num_pages }}", one_more),
    ("{{ articles_paginator.count }}", one_more),
    ("{{ articles_paginator.page_range|length }}", one_more),
    ("{{ articles_page.paginator.num_pages }}", one_more),
    ("{{ articles_paginator.page(articles_paginator.num_pages).number }}", one_more),
    ("{{ (articles_paginator.page(2).object_list|first).slug }}", lambda world: replace(world, per_page=3)),
    ("{{ articles_page.end_index() }}", lambda world: replace(world, per_page=3)),
    ("{{ articles_next_page is none }}", lambda world: replace(world, per_page=4)),
    ("{% if articles_next_page %}{{ articles_next_page.number }}{% endif %}", lambda world: replace(world, per_page=4)),
    ("{{ number }}", lambda world: replace(world, per_page=3)),
    ("{{ all_articles|length }}", one_more),
    ("{{ all_articles[0].title }}", title(0)),
    ("{{ article in articles[:1] }}", lambda world: replace(world, page=1)),
    ("{{ articles.index(article) }}", lambda world: replace(world, page=1)),
    ("{{ article == articles[0] }}", lambda world: replace(world, page=1)),
    ("{{ [article, articles[1]]|map(attribute='title')|join }}", title(1)),
    ("{{ dict(a=articles[1]).a.title }}", title(1)),
    ("{{ (articles|list)[1].title }}{{ articles[1:]|length }}", one_more),
    ("{{ articles|xmlattr if false else (articles[1].title ~ articles[2].title) }}", title(2)),
    ("{% for one in articles if one.title != 'Two' %}{{ loop.index }}{% endfor %}", title(1)),
    ("{% for one in dates %}{{ one.slug }}{% endfor %}", lambda world: world.with_text(0, day=9)),
    ("{{ article.date.strftime('%d') }}{{ article.date.day }}", lambda world: world.with_text(0, day=9)),
    ("{{ articles[1] }}", lambda world: world.with_text(1, slug="another")),
    ("{{ tags[0][0] }}", tags(0, "wood")),
    ("{% autoescape true %}{{ articles[1].title }}{% endautoescape %}", title(1)),
]


@pytest.mark.parametrize(("template", "change"), READS, ids=[f"{number}: {template}" for number, (template, _) in enumerate(READS)])
def test_what_is_read_is_known(template: str, change: Change) -> None:
    page, changed = rendered(template, WORLD), change(WORLD)
    assert rendered(template, changed).text != page.text, "the change must matter"
    assert page.is_current(WORLD)
    assert not page.is_current(changed)


UNREAD: list[tuple[str, Change]] = [
    ("{{ article.title }}", body(0)),
    ("{{ article.title }}", title(1)),
    ("{{ article.title }}", one_more),
    ("{{ articles[0].title }}", one_more),
    ("{% for one in articles[:2] %}{{ one.title }}{% endfor %}", one_more),
    ("{% for one in articles[:2] %}{{ one.title }}{% endfor %}", title(3)),
    ("{{ articles|length }}", other_order),
    ("{{ articles|length }}", title(1)),
    ("{% if articles %}yes{% endif %}", one_more),
    ("{{ (articles|first).slug }}", body(0)),
    ("{% for tag, found in tags %}{{ tag }}{% endfor %}", lambda world: world.with_text(2, tags=("wood",))),
    ("{{ article.summary }}", body(0)),
    ("{{ SITENAME }}", one_more),
    ("{{ words[0] }}", named(words=["a", "c"])),
    ("{{ articles_page.number }}", title(0)),
    ("{{ articles_page.object_list[0].slug }}", lambda world: world.with_text(3, title="Other")),
]


@pytest.mark.parametrize(("template", "change"), UNREAD, ids=[f"{number}: {template}" for number, (template, _) in enumerate(UNREAD)])
def test_what_is_not_read_does_not_matter(template: str, change: Change) -> None:
    assert rendered(template, WORLD).is_current(change(WORLD))


def latest() -> str:
    return "latest"


@pytest.mark.parametrize(
    "template", ["{{ latest() }}", "{{ articles[0].title|upper }}{{ latest() }}", "{% set f = latest %}{{ f() }}", "{{ (latest)() }}"]
)
def test_functions_that_nobody_knows_make_a_page_depend_on_everything(template: str) -> None:
    page = rendered(template, replace(WORLD, globals=(("latest", latest),)))
    assert page.trace.everything
    assert list(page.facts) == [("all",)]


class Foreign:
    """An object of somebody else's, which may look anywhere."""

    @property
    def newest(self) -> str:
        return "?"

    def method(self) -> str:
        return "?"

    stored = "fixed"


@pytest.mark.parametrize(("template", "is_everything"), [("newest", True), ("method()", True), ("own", False), ("stored", False)])
def test_code_of_foreign_objects_makes_a_page_depend_on_everything(template: str, *, is_everything: bool) -> None:
    foreign = Foreign()
    foreign.own = "own"  # type: ignore[attr-defined]
    page = rendered("{{ foreign." + template + " }}", WORLD.with_names(foreign=foreign))
    assert page.trace.everything is is_everything
