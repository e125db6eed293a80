"""What the markup around a post says of it: dates, author, categories, tags and numbers, by classes, `rel` and `datetime`."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ..folding import fold, squeezed
from ..furniture.calendar_words import MONTHS
from ..furniture.phrases import Kind
from ..furniture.reading import read
from ..furniture.segments import elements
from .saved_pages_addresses import urlsplit_path
from .saved_pages_body import names_of
from .saved_pages_facts import Facts, moment

if TYPE_CHECKING:
    from datetime import datetime

    from bs4 import Tag

_PUBLISHED = ("datepublished", "published", "dt-published", "entry-date", "post-date", "entry-time", "timestamp", "date")
_UPDATED = ("datemodified", "updated", "dt-updated", "modified")
_PART = re.compile(r"(?:^|[-_]|post|date|entry)(day|month|year)s?$")
_ABOUT = re.compile(r"meta|terms|categor|tag|label|topic|filed|posted|byline|post-?info")
_CATEGORY = re.compile(r"/(?:category|categoria|categorie|kategorie|rubrik)/")
_TAG = re.compile(r"/(?:tag|tags|schlagwort|etiqueta|search/label)/")
_AUTHORS = ("author", "p-author", "fn", "post-author", "byline", "entry-author", "author-name")


def put_marked(facts: Facts, container: Tag) -> None:
    marked: dict[str, list[Tag]] = {}
    for tag in elements(container):
        for name in names_of(tag):
            marked.setdefault(name, []).append(tag)
    times = container.find_all("time", attrs={"datetime": re.compile(".")})
    facts.put(
        published=_moment_of(marked, _PUBLISHED)
        or next((when for time in times if "updated" not in names_of(time) and (when := moment(time["datetime"]))), None)
    )
    facts.put(published=next((when for tag in container.find_all("abbr") if (when := moment(tag.get("title")))), None))
    facts.put(published=_day_in_parts(marked, facts.url))
    facts.put(updated=_moment_of(marked, _UPDATED), author=_author_of(marked, container))
    categories, tags = _terms(container, facts.system)
    facts.put(categories=categories, tags=tags)
    for name, pattern in (("post-body", r"post-body-(\d+)"), ("post", r"post-(\d+)"), ("hentry", r"post-(\d+)")):
        for tag in marked.get(name, ()):
            if found := re.fullmatch(pattern, str(tag.get("id", ""))):
                facts.put(post_number=found[1])
    if facts.system == "blogger" and (anchor := container.find("a", attrs={"name": re.compile(r"^\d{10,25}$")})):
        facts.put(post_number=str(anchor["name"]))


def _moment_of(marked: dict[str, list[Tag]], names: tuple[str, ...]) -> datetime | None:
    """Dates for machines only: `datetime`, `content` or `title`."""
    for name in names:
        for tag in marked.get(name, ()):
            for each in (tag, *tag.find_all(["time", "abbr"], limit=2)):
                for attribute in ("datetime", "content", "title"):
                    if when := moment(each.get(attribute)):
                        return when
    return None


def _day_in_parts(marked: dict[str, list[Tag]], url: str) -> datetime | None:
    """A date whose day, month and perhaps year are elements of their own, as on a leaf of a calendar; else the address has the year."""
    parts: dict[str, str] = {}
    for name, tags in marked.items():
        if found := _PART.search(name):
            parts.setdefault(found[1], fold(squeezed(tags[0].get_text())))
    in_path = re.search(r"/((?:19|20)\d\d)/\d\d?/", url)
    year = parts.get("year") or (in_path[1] if in_path else "")
    day = re.match(r"\d{1,2}", parts.get("day", ""))
    month = parts.get("month", "").strip(" .,")
    number = MONTHS.get(month) or (int(month) if re.fullmatch(r"\d{1,2}", month) else 0)
    return moment(f"{year}-{number}-{day[0]}") if day and re.fullmatch(r"\d{4}", year) else None


def _author_of(marked: dict[str, list[Tag]], container: Tag) -> str:
    link = container.find("a", rel="author")
    if link is not None and (name := _as_name(link.get_text(" "))):
        return name
    others = [name for name in marked if "author" in name and not re.search(r"comment|avatar|box|bio|info|desc|img|image|link", name)]
    for each in (*_AUTHORS, *others):
        for tag in marked.get(each, ()):
            inner = next((found for found in elements(tag) if {"name", "fn", "p-name"}.intersection(names_of(found))), tag)
            name = _as_name(str(inner.get("content") or inner.get_text(" ")))
            if name:
                return name
    titled = container.find("a", title=re.compile("^(?:Posts by|View all posts by) "))  # WordPress itself, until 4.0
    return _as_name(titled.get_text(" ")) if titled is not None else ""


def _as_name(text: str) -> str:
    text = squeezed(text)
    if reading := read(text):
        return next((piece.value for piece in reading.of(Kind.AUTHOR)), "")
    text = re.sub(r"^(?:posts by|by|von|par|por|di|door|av|autor|author|auteur)\b:? ", "", text, flags=re.IGNORECASE).strip(" -–—|,:·~")
    return text if 0 < len(text.split()) <= 6 and len(text) <= 60 and not re.search(r"\d{2}|[|/@:]", text) else ""


def _terms(container: Tag, system: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Categories and tags by `rel` and address: WordPress says `category tag` of categories, Blogger has labels only."""
    categories: list[str] = []
    tags: list[str] = []
    for link in container.find_all("a", attrs={"href": re.compile(".")}):
        rel = {*link["rel"]} if isinstance(link.get("rel"), list) else set(str(link.get("rel") or "").split())
        text, path = squeezed(link.get_text()), urlsplit_path(str(link["href"]))
        if not text or len(text) > 60 or not (rel.intersection({"tag", "category"}) or _is_named_term(link, path)):
            continue
        (categories if "category" in rel or _CATEGORY.search(path) else tags).append(text)
    if system == "blogger":
        categories, tags = [], [*categories, *tags]
    return tuple(dict.fromkeys(categories)), tuple(dict.fromkeys(tags))


def _is_named_term(link: Tag, path: str) -> bool:
    """A link without `rel` to a page of a category or a tag, in what is called the post's metadata."""
    if not _CATEGORY.search(path) and not _TAG.search(path):
        return False
    return any(_ABOUT.search(name) for each in (link, *islice(link.parents, 2)) for name in names_of(each))
