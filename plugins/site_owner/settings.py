"""`site.toml`, the file that an owner edits, read into a `Site`.

Keys: name and url must be there; tagline, introduction, language, timezone, default_author, default_cta, region, feed_authority, home,
menu, footer, licence, ai_crawlers and the tables labels, counts, allow and redirects may be left out. `menu` and `footer` are lists of
words (letters, topics, archive, categories, authors), of names of pages in `content/pages` without `.md`, and of
`{label = "…", url = "https://…"}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from datetime import date, time
from typing import TYPE_CHECKING, Any, TypeVar

from .contact import check_region
from .locales import check_language, check_timezone
from .menu_words import HOME_LIST, WORDS
from .model import Counts, Labels, MenuEntry, Site
from .pages import Page, read_pages
from .policy import allow_problems
from .problems import Problem, SiteError, UnfitError
from .redirects import EXAMPLE, lines_of_keys, redirect_problems
from .text import hint, one_line
from .toml_document import Document, read_document
from .web_address import check_authority, check_link, check_site_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

__all__ = ["Counts", "Labels", "MenuEntry", "Problem", "Site", "SiteError", "read_site"]

T = TypeVar("T")

_KEYS = tuple(key.name for key in fields(Site))
_LINK_KEYS = ("label", "url")
_AI_CRAWLERS = ("allow", "no-training", "refuse")
_LIMITS = {"list": (1, 100), "related": (0, 12), "home": (1, 100)}
_REQUIRED = {
    "name": 'Add a line such as name = "My letters".',
    "url": 'Add a line such as url = "https://www.example.com".',
}
_KINDS = (  # in this order: true is a number as well
    (bool, "true or false"),
    (str, "text"),
    (int, "a number"),
    (float, "a number"),
    (list, "a list"),
    (dict, "a table"),
    ((date, time), "a date or a time"),
)


def read_site(path: Path, *, pages_folder: Path | None = None) -> Site:
    """What this `site.toml` says. Entries of menus must be pages in `pages_folder`, `content/pages` beside the file by default.

    SiteError with every problem of the file, in the order of its lines.
    """
    document = read_document(path)
    reading = _Reading(document, read_pages(pages_folder or path.parent / "content" / "pages"))
    values = reading.values()
    if reading.problems:
        raise SiteError(sorted(reading.problems, key=lambda problem: problem.line))
    return Site(**values)


def _kind(value: object) -> str:
    return next(name for types, name in _KINDS if isinstance(value, types))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UnfitError(f'this must be text, not {_kind(value)}. Put it between quotation marks: "…".')
    return one_line(value)


def _some_text(value: object) -> str:
    if not (text := _text(value)):
        raise UnfitError("this is empty. Write something between the quotation marks.")
    return text


def _paragraphs(value: object) -> str:
    _text(value)
    lines = "\n".join(one_line(line) for line in str(value).splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _crawlers(word: str) -> str:
    if word not in _AI_CRAWLERS:
        raise UnfitError(f"`{word}` is not understood. {hint(word, _AI_CRAWLERS)}")
    return word


def _checked(check: Callable[[str], str]) -> Callable[[object], str]:
    return lambda value: check(_some_text(value))


_VALUES: Mapping[str, Callable[[object], str]] = {
    "name": _some_text,
    "url": _checked(check_site_url),
    "default_author": _text,
    "default_cta": _some_text,
    "region": _checked(check_region),
    "feed_authority": _checked(check_authority),
    "tagline": _text,
    "introduction": _paragraphs,
    "language": _checked(check_language),
    "timezone": _checked(check_timezone),
    "licence": _text,
    "ai_crawlers": _checked(_crawlers),
}


@dataclass(slots=True)
class _Reading:
    """One reading of a document; collects problems on the way."""

    document: Document
    pages: Mapping[str, Page]
    problems: list[Problem] = field(default_factory=list)

    def values(self) -> dict[str, Any]:
        """What the file gives; anything that has a problem is not among it."""
        self.problems.extend(self.document.problems)
        table = self.document.table
        self.refuse_unknown(table, _KEYS)
        self.demand(table)
        values: dict[str, Any] = {key: self.checked(check, table[key], (key,)) for key, check in _VALUES.items() if key in table}
        if "home" in table:
            values["home"] = self.checked(self.home, table["home"], ("home",))
        values |= {key: self.menu(key) for key in ("menu", "footer") if key in table}
        values["labels"] = Labels(**self.subtable("labels", dict.fromkeys([key.name for key in fields(Labels)], _text)))
        values["allow"] = self.allowed()
        values["redirects"] = self.redirected()
        values["counts"] = Counts(**self.subtable("counts", {key: _within(*limits) for key, limits in _LIMITS.items()}))
        return values

    def add(self, keys: tuple[str, ...], message: str, having: str = "") -> None:
        self.problems.append(Problem(self.document.name, self.document.line_of(*keys, having=having), message))

    def checked(self, check: Callable[[Any], T], value: object, keys: tuple[str, ...]) -> T | None:
        """The value that the check gives, None with a problem noted if it refuses."""
        try:
            return check(value)
        except UnfitError as error:
            self.add(keys, f"`{keys[-1]}`: {error}")
            return None

    def refuse_unknown(self, table: Mapping[str, object], known: Iterable[str], inside: tuple[str, ...] = ()) -> None:
        known = tuple(known)
        for key in table:
            if key not in known:
                self.add((*inside, key), f"`{key}` is not a setting{' of ' + inside[-1] if inside else ''}. {hint(key, known)}")

    def demand(self, table: Mapping[str, object]) -> None:
        """A key that is missing because its line could not be read is not worth a second message."""
        if not self.document.problems:
            for key in (key for key in _REQUIRED if key not in table):
                self.add((key,), f"`{key}` is missing. {_REQUIRED[key]}")

    def subtable(self, name: str, checks: Mapping[str, Callable[[object], T]]) -> dict[str, T]:
        table = self.document.table.get(name, {})
        if not isinstance(table, dict):
            self.add((name,), f"`{name}` must be a table, not {_kind(table)}. Write a line [{name}] and its settings below it.")
            return {}
        self.refuse_unknown(table, checks, (name,))
        values = {key: self.checked(check, table[key], (name, key)) for key, check in checks.items() if key in table}
        return {key: value for key, value in values.items() if value is not None}

    def allowed(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        table = self.document.table.get("allow", {})
        if not isinstance(table, dict):
            self.add(("allow",), "`allow` must be a table. Write a line [allow] and below it lines such as 'www.example.com' = ['frame'].")
            return ()
        problems = list(allow_problems(table))
        for host, message in problems:
            self.add(("allow", host), message)
        return () if problems else tuple((host, tuple(doors)) for host, doors in table.items())

    def redirected(self) -> tuple[tuple[str, str, int], ...]:
        table = self.document.table.get("redirects", {})
        if not isinstance(table, dict):
            self.add(("redirects",), f"`redirects` must be a table. Write a line [redirects] and below it a line for each. {EXAMPLE}")
            return ()
        lines, problems = lines_of_keys(self.document.lines), list(redirect_problems(table))
        for origin, message in problems:
            self.problems.append(Problem(self.document.name, lines.get(origin) or self.document.line_of("redirects", origin), message))
        return () if problems else tuple((origin, target.strip(), lines.get(origin, 0)) for origin, target in table.items())

    def home(self, value: object) -> str:
        word = _some_text(value)
        return word if word == HOME_LIST else self.page(word, (HOME_LIST, *self.pages))

    def page(self, word: str, known: Iterable[str]) -> str:
        """The name of a page that readers can open."""
        if word not in self.pages:
            raise UnfitError(f"there is no page content/pages/{word}.md, and `{word}` is no word for a list. {hint(word, known)}")
        if not self.pages[word].is_published:
            raise UnfitError(
                f"the page content/pages/{word}.md is not published, so readers would find nothing. Remove its line `Status:`."
            )
        return word

    def menu(self, key: str) -> tuple[MenuEntry, ...]:
        entries = self.document.table[key]
        if not isinstance(entries, list):
            self.add((key,), f'`{key}` must be a list, not {_kind(entries)}. Write it as in {key} = ["letters", "about"].')
            return ()
        return tuple(found for entry in entries for found in self.entry(key, entry))

    def entry(self, key: str, entry: object) -> tuple[MenuEntry, ...]:
        """The entry, or nothing and a problem."""
        try:
            return (self.link(entry),) if isinstance(entry, dict) else (MenuEntry(None, self.target(entry)),)
        except UnfitError as error:
            self.add((key,), f"`{key}`: {error}", having=_visible(entry))
            return ()

    def target(self, entry: object) -> str:
        word = _some_text(entry)
        return word if word in WORDS else self.page(word, (*WORDS, *self.pages))

    @staticmethod
    def link(entry: dict[str, object]) -> MenuEntry:
        for key in entry:
            if key not in _LINK_KEYS:
                raise UnfitError(f"`{key}` is not a part of a link. {hint(key, _LINK_KEYS)}")
        if missing := [key for key in _LINK_KEYS if key not in entry]:
            raise UnfitError(f'`{missing[0]}` is missing. Write a link as in {{label = "My shop", url = "https://…"}}.')
        return MenuEntry(_some_text(entry["label"]), check_link(_some_text(entry["url"])))


def _visible(entry: object) -> str:
    """What can be searched for in the file to find this entry's line."""
    texts = entry.values() if isinstance(entry, dict) else (entry,)
    return next((text for text in texts if isinstance(text, str)), "")


def _within(low: int, high: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise UnfitError(f"this must be a whole number from {low} to {high}, without quotation marks. Write it as in 10.")
        return value

    return check
