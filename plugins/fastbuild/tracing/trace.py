"""What one page has read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, is_dataclass
from types import FunctionType
from typing import TYPE_CHECKING, Any, ClassVar

from markupsafe import Markup
from pelican.contents import Content
from pelican.paginator import Page, Paginator
from pelican.urlwrappers import URLWrapper
from pelican.utils import SafeDatetime

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


Step = tuple[str | int, ...]
"""How one gets to a value from a name of the context: `("categories", 3, 1)`."""
Question = tuple[Step, Any]
"""A value, and what was asked of it: `shape`, `len`, `deep`, a slice's bounds."""

GLOBALS = "\0globals"
"""First step to what a plugin has put into the environment of a template."""

WHOLE = ""
"""In place of an attribute: all of them."""

LEAVES = frozenset([str, int, float, bool, bytes, type(None), datetime.datetime, datetime.date, Markup, SafeDatetime, type, FunctionType])
"""Types of values that hold no others."""
BODY = frozenset(["content", "_content", "get_content", "_get_content", "_update_content"])
SUMMARY = frozenset(["summary", "get_summary", "_get_summary"])


@dataclass(slots=True)
class Trace:
    """Collected while a page is rendered. Objects are known by their identity, since they all live as long as the build."""

    local: Mapping[str, Any]
    """The names that belong to the page alone."""
    metas: dict[int, Content] = field(default_factory=dict)
    bodies: dict[int, Content] = field(default_factory=dict)
    wrappers: dict[tuple[int, str], URLWrapper] = field(default_factory=dict)
    shared_asked: set[Question] = field(default_factory=set)
    local_asked: set[Question] = field(default_factory=set)
    templates: set[str] = field(default_factory=set)
    handed: dict[int, Any] = field(default_factory=dict)
    everything: bool = False
    parts: dict[int, list[Trace]] | None = None
    """For a document that is joined from texts made before: what each text has read, by the content that it was made of."""

    def absorb(self, other: Trace) -> None:
        """What `other` has read is read here, too, but for its own arguments."""
        self.metas |= other.metas
        self.bodies |= other.bodies
        self.wrappers |= other.wrappers
        self.shared_asked |= other.shared_asked
        self.templates |= other.templates
        self.handed |= other.handed
        self.everything = self.everything or other.everything

    def ask(self, path: Step, question: Any) -> None:
        """Note that `question` was asked of the value at `path`."""
        (self.local_asked if path[0] in self.local else self.shared_asked).add((path, question))

    def read_content(self, content: Content, attribute: str) -> None:
        self.metas[id(content)] = content
        if attribute in BODY or (attribute in SUMMARY and "summary" not in content.metadata):
            self.bodies[id(content)] = content

    def read_wrapper(self, wrapper: URLWrapper, attribute: str) -> None:
        self.wrappers[(id(wrapper), attribute)] = wrapper

    def handed_over(self, value: Any) -> bool:
        """`value` is given to code that may look at all of it, and at all that it holds. Whether there is a content or a tag among it."""
        if type(value) in LEAVES or id(value) in Barren.values:
            return False
        if id(value) in self.handed:
            return True
        self.handed[id(value)] = value
        if isinstance(value, Content):
            self.metas[id(value)] = self.bodies[id(value)] = value
            return True
        if isinstance(value, URLWrapper):
            self.read_wrapper(value, WHOLE)
            return True
        found = False
        for member in _held(value):
            found = self.handed_over(member) or found
        if not found and is_dataclass(value):
            Barren.values[id(value)] = value
        return found


def _held(value: Any) -> Iterator[Any]:
    """The members of a list and the like, or the values of an object's attributes."""
    if isinstance(value, (list, tuple, set, frozenset)):
        yield from value
    if isinstance(value, dict):
        yield from value.values()
    yield from getattr(value, "__dict__", {}).values()
    for base in type(value).__mro__:
        slots = base.__dict__.get("__slots__", ())
        yield from (getattr(value, name) for name in ([slots] if isinstance(slots, str) else slots) if hasattr(value, name))


def paginator_questions(found: Page | Paginator, attribute: str) -> Iterator[tuple[bool, str]]:
    """What a page must know to read `attribute` of a paginator or of one of its pages: attributes, each of the paginator or of the page."""
    is_page = isinstance(found, Page)
    if not hasattr(type(found), attribute) or isinstance(getattr(type(found), attribute), property):
        yield not is_page, attribute
    elif attribute == "page":
        yield from ((True, name) for name in ("object_list", "per_page", "num_pages"))
    else:
        yield from ((True, name) for name in ("num_pages", "count", "per_page"))
        yield from [(False, "number")] if is_page else ()


class Barren:
    """Frozen values that hold no content and no tag, such as an author's card: they are looked through once a build, not once a page."""

    values: ClassVar[dict[int, Any]] = {}


class Current:
    """The trace of the page that is being rendered in this process; None between pages, and where nothing is traced."""

    trace: Trace | None = None
