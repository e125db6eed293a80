"""Random templates over random worlds: if the page would be another, one of its facts is another."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from .worlds import Card, Text, World, rendered

SLUGS = ("one", "two", "three", "four", "five")
WORDS = st.sampled_from(["a", "b", "Ada", "Bo"])

LISTS = st.sampled_from(
    [
        "articles",
        "dates",
        "all_articles",
        "articles_page.object_list",
        "article.translations",
        "(articles + dates)",
        "tags[0][1]",
        "authors[0][1]",
    ]
)
CUTS = st.sampled_from(["", "[:1]", "[1:]", "[-1:]", "[::-1]", "|reverse|list", "|list", "[:2]|list", "|sort(attribute='title')"])
OF_ONE = st.sampled_from(
    [
        *(
            "title",
            "slug",
            "url",
            "content",
            "summary",
            "date.day",
            "author.name",
            "author.url",
            "tags|join('+')",
            "tags|length",
            "metadata.title",
        ),
        *("card is defined and one.card.name", "card is defined and one.card.letters", "extra|default('-')", "card is defined"),
        *("in_default_lang", "category.slug", "status", "source_path", "extra is defined"),
    ]
)
OF_LIST = st.sampled_from(
    [
        "|length",
        "|map(attribute='title')|join",
        "|selectattr('summary')|list|length",
        "|groupby('author')|length",
        "|first is defined",
        "|tojson|length",
    ]
)
PLAIN = st.sampled_from(
    [
        *("{{ article.title }}", "{{ words|join }}", "{{ words[-1:] }}", "{{ words|length }}", "{{ nothing is defined }}", "{{ nothing }}"),
        *(
            "{{ articles_page.has_next() }}",
            "{{ articles_paginator.num_pages }}",
            "{{ articles_next_page.number }}",
            "{{ words == ['a'] }}",
        ),
        *("{{ tags|length }}", "{% for tag, found in tags %}{{ tag }}{{ found|length }}{% endfor %}", "{{ article in dates[:1] }}"),
        *(
            "{% include 'part.html' %}",
            "{% from 'part.html' import line %}{{ line(article) }}",
            "{% import 'part.html' as p with context %}{{ p.all() }}",
        ),
        *(
            "{% for one, found in authors %}{{ one }}{{ found[0].slug }}{% endfor %}",
            "{{ words|string|shout }}",
            "{{ dates.index(article) }}",
        ),
    ]
)
FAULTS = (IndexError, ValueError, TypeError, UndefinedError)
"""What a template runs into where there is nothing at a place, in some worlds."""
PART = (
    "{% macro line(one) %}{{ one.title }}{% endmacro %}{% macro all() %}{{ articles|length }}{% endmacro %}"
    "{{ SITENAME }}{{ dates[0].slug }}"
)


@st.composite
def pieces(draw: st.DrawFn, depth: int = 2) -> str:
    """A piece of a template."""
    kind = draw(st.sampled_from(["plain", "one", "list", "loop", "if", "set", "nested"]))
    many = draw(LISTS) + draw(CUTS)
    if kind == "plain" or depth == 0:
        return draw(PLAIN)
    inner = draw(pieces(depth - 1)) if kind in {"if", "set", "nested"} else ""
    made = {
        "one": "{% set one = article %}{{ one.OF_ONE }}",
        "list": "{{ (MANY)OF_LIST }}",
        "loop": "{% for one in MANY %}{{ one.OF_ONE }}{{ loop.last }}{% endfor %}",
        "if": "{% if MANY %}INNER{% else %}none{% endif %}",
        "set": "{% set kept = MANY %}{{ kept|length }}INNER",
        "nested": "{% set text %}INNER{% endset %}{{ text|upper }}",
    }[kind]
    for name, value in (("OF_ONE", draw(OF_ONE)), ("OF_LIST", draw(OF_LIST)), ("MANY", many), ("INNER", inner)):
        made = made.replace(name, value)
    return made


@st.composite
def texts(draw: st.DrawFn, slug: str) -> Text:
    extra = draw(st.one_of(st.none(), WORDS, st.lists(WORDS, max_size=2), st.builds(Card, WORDS, st.just((0,)))))
    tags = tuple(draw(st.lists(st.sampled_from(["wood", "glue", "rain"]), unique=True, max_size=2)))
    summary = draw(st.one_of(st.none(), WORDS))
    return Text(
        slug, draw(WORDS), f"<p>{draw(WORDS)}</p>", tags, draw(st.sampled_from(["Ada", "Bo"])), draw(st.integers(1, 4)), summary, extra
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    count = draw(st.integers(1, len(SLUGS)))
    names = (("words", draw(st.lists(WORDS, max_size=3))),)
    chosen = tuple(draw(texts(slug)) for slug in SLUGS[:count])
    return World(chosen, 0, names, (), (("part.html", PART),), draw(st.integers(1, 3)))


@st.composite
def changes(draw: st.DrawFn, world: World) -> World:
    """A world that differs a little."""
    number = draw(st.integers(0, len(world.texts) - 1))
    kind = draw(st.sampled_from(["text", "less", "more", "order", "name", "page", "new name"]))
    fresh = draw(texts(world.texts[number].slug))
    field = draw(st.sampled_from(["title", "body", "tags", "author", "day", "summary", "extra"]))
    others = {
        "text": world.with_text(number, **{field: getattr(fresh, field)}),
        "less": replace(world, texts=world.texts[: max(1, len(world.texts) - 1)]),
        "more": replace(world, texts=(*world.texts, draw(texts("more")))),
        "order": replace(world, texts=tuple(draw(st.permutations(world.texts)))),
        "name": world.with_names(words=draw(st.lists(WORDS, max_size=3))),
        "page": replace(world, per_page=draw(st.integers(1, 3))),
        "new name": world.with_names(nothing=draw(WORDS)),
    }
    return others[kind]


@settings(max_examples=300)
@given(st.data())
def test_a_page_that_would_be_another_is_not_kept(data: st.DataObject) -> None:
    template = "".join(data.draw(st.lists(pieces(), min_size=1, max_size=4), label="template"))
    world = data.draw(worlds(), label="world")
    changed = data.draw(changes(world), label="changed")
    assume(changed != world)
    try:
        page = rendered(template, world)
    except FAULTS:
        assume(False)
    assert not page.trace.everything
    try:
        other: str | None = rendered(template, changed).text
    except FAULTS:
        other = None
    event("another page" if other != page.text else "the same page")
    assert page.is_current(world)
    if page.text != other:
        assert not page.is_current(changed)
