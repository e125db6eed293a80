"""What is known of a blog while its items are read, and what an item that is not brought along is called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model import Action, Note, Place

if TYPE_CHECKING:
    from .elements import Element

_MOST = 100_000
"""How many authors, categories and files are remembered; who has more has sent no blog."""


@dataclass(frozen=True, slots=True)
class KeptOut:
    """An item of the source that never becomes anything; `what` names its kind in the plural."""

    what: str
    fix: str = ""


@dataclass(slots=True)
class Known:
    """The file that is read, what its head says, and what its items say of each other. Filled while it is read."""

    file: str
    base: str = ""
    is_wordpress: bool = False
    head: list[Element] = field(default_factory=list)
    authors: dict[str, str] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    """Names by numbers."""
    files: dict[str, str] = field(default_factory=dict)
    """Addresses of files by their numbers."""
    language: str = ""
    _ids: dict[int, int] = field(default_factory=dict)
    """Of each id what else told its item, both as hashes, since an export may be large."""

    def own_id(self, name: str, *told: str) -> str:
        """The id of an item; none if another item of this source, of which else is told, has it already, as copies of posts do."""
        if len(self._ids) < _MOST and self._ids.setdefault(hash(name), hash(told)) != hash(told):
            return ""
        return name

    def place(self, element: Element) -> Place:
        return Place(self.file, element.line)

    def remember_file(self, number: str, url: str) -> None:
        if number and len(self.files) < _MOST:
            self.files[number] = url

    def remember_author(self, login: str, name: str) -> None:
        if login and len(self.authors) < _MOST:
            self.authors[login] = name

    def remember_category(self, number: str, name: str) -> None:
        if number and name and len(self.categories) < _MOST:
            self.categories[number] = name

    def said(self, *names: str) -> str:
        """The first text of the head under one of the names."""
        return next((text for name in names for element in self.head if element.name == name and (text := element.text.strip())), "")


CUT = Note(Action.DOUBTFUL, "source-cut", "the source breaks off in the middle of this post, so it is a draft")
