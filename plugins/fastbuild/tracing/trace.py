"""What one page has read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pelican.contents import Content
from pelican.urlwrappers import URLWrapper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pelican.paginator import Page, Paginator

Step = tuple[str | int, ...]
"""How one gets to a value from a name of the context: `("categories", 3, 1)`."""
Question = tuple[Step, Any]
"""A value, and what was asked of it: `shape`, `len`, `deep`, a slice's bounds."""

GLOBALS = "\0globals"
"""First step to what a plugin has put into the environment of a template."""

WHOLE = ""
"""In place of an attribute: all of them."""

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

    def handed_over(self, value: Any, depth: int = 0) -> None:
        """`value` is given to a function that may look at all of it."""
        if isinstance(value, Content):
            self.metas[id(value)] = self.bodies[id(value)] = value
        elif isinstance(value, URLWrapper):
            self.read_wrapper(value, WHOLE)
        elif isinstance(value, (list, tuple, set, frozenset)) and depth < 3:
            for member in value:
                self.handed_over(member, depth + 1)
        elif isinstance(value, dict) and depth < 3:
            for member in value.values():
                self.handed_over(member, depth + 1)


def paginator_question(found: Page | Paginator, attribute: str) -> tuple[str, ...]:
    """What a page must know to read `attribute` of one of Pelican's paginators or of their pages, as names of attributes."""
    if not hasattr(type(found), attribute) or isinstance(getattr(type(found), attribute), property):
        return (attribute,)
    return ("object_list", "per_page", "num_pages") if attribute == "page" else ("number", "num_pages", "count", "per_page")


class Current:
    """The trace of the page that is being rendered in this process; None between pages, and where nothing is traced."""

    trace: Trace | None = None
