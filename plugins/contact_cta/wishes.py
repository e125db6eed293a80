"""What the front matter of articles and pages says about their invitations."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from .checks import UnfitError, email_address, phone_number
from .front_matter import read_front_matter
from .kinds import known_kind
from .plain_text import one_line
from .resolve import Wish

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .book import Book
    from .config import ContactConfig
    from .report import Finding

T = TypeVar("T")

NONE = "none"
"""`Cta: none` is a text without an invitation."""


def is_exempt(metadata: Mapping[str, Any]) -> bool:
    return text_of(metadata.get("cta")).lower() == NONE


def text_of(value: object) -> str:
    """A field as Pelican hands it over, text or a list of its lines, on one line."""
    return one_line(" ".join(map(str, value)) if isinstance(value, list) else str(value)) if value else ""


def wish_of(content: Any, address: str, book: Book, config: ContactConfig) -> tuple[Wish, list[Finding]]:
    """The wish of one of Pelican's articles or pages, whose public address is `address`, and what is wrong with its fields."""
    fields = _Fields(content.metadata, str(content.source_path or ""))
    kind = "" if is_exempt(content.metadata) else fields.take("cta", known_kind(book.kinds.names), "")
    wish = Wish(
        title=one_line(content.title),
        url=address,
        language=content.lang,
        author_slugs=tuple(author.slug for author in getattr(content, "authors", ())),
        kinds=tuple(filter(None, (kind, *kinds_of_tags(getattr(content, "tags", ()))))),
        ask=text_of(content.metadata.get("ask")),
        email=fields.take("contact_email", email_address, ""),
        phone=fields.take("contact_phone", partial(phone_number, region=config.region), None),
        entry_id=text_of(content.metadata.get("id")),
    )
    return wish, fields.findings


def wish_of_tag(tag: Any, info: Any, address: str, book: Book, config: ContactConfig) -> tuple[Wish, list[Finding]]:
    """The wish of a tag, and what is wrong with the fields of its file; `info` is what a plugin has attached of it, if one has."""
    given = {"cta": getattr(info, "cta", ""), "ask": getattr(info, "ask", "")}
    fields = _Fields(given, str(getattr(info, "source_path", "")))
    kind = "" if is_exempt(given) else fields.take("cta", known_kind(book.kinds.names), "")
    return Wish(tag.name, address, config.language, kinds=(kind,) if kind else (), ask=text_of(given["ask"])), fields.findings


def kinds_of_tags(tags: Any) -> tuple[str, ...]:
    """Kinds that the tags' own files name, if a plugin has attached them as `tag.info`."""
    return tuple(kind for tag in tags if (kind := text_of(getattr(getattr(tag, "info", None), "cta", ""))))


class _Fields:
    """Fields of one text; the file is read again only to find the line of a mistake."""

    def __init__(self, metadata: Mapping[str, Any], path: str) -> None:
        self._metadata, self._path = metadata, path
        self.findings: list[Finding] = []

    def take(self, name: str, check: Callable[[str], T], empty: T) -> T:
        text = text_of(self._metadata.get(name))
        try:
            return check(text) if text else empty
        except UnfitError as error:
            line = read_front_matter(Path(self._path)).line(name) if self._path else 1
            self.findings.append(error.at(self._path, line))
            return empty
