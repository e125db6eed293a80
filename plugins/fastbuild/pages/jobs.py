"""One output file: what makes it, and with which arguments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

MADE_OF = "\0made of"
"""The name under which what a document is made of stands among a page's own arguments."""


@dataclass(slots=True)
class Job:
    """`template` is anything with `render(context)`; `shared` the context that all pages have, `local` what is this page's alone.

    A template that is none of Jinja's can say by an attribute `made_of` what its text depends on, and is then asked to render only if some
    of that is another: contents (each with its text, its front matter, its tags, category and authors), tags, categories and authors, and
    plain values, in tuples, lists, dictionaries or dataclasses. Settings and code need not be named. What a plugin renders for it with a
    template of its own environment, giving it a content, is watched as pages are. Without `made_of` the text is made at every build, to
    see whether it is another.
    """

    name: str
    template: Any
    shared: Mapping[str, Any]
    local: dict[str, Any]
    override: bool = False

    def context(self) -> dict[str, Any]:
        """What Pelican's writer hands to a template, and to receivers of `content_written`."""
        return {**self.shared, "localsiteurl": self.shared.get("localsiteurl"), **self.local}

    def text(self) -> str:
        text: str = self.template.render(self.context())
        return text

    @property
    def made_of(self) -> Any:
        """What a document says that it is made of; None for pages, and where nothing is said."""
        return None if hasattr(self.template, "environment") else getattr(self.template, "made_of", None)

    @property
    def is_opaque(self) -> bool:
        """Whether nothing is known of what the text is made of, so that it must be made to see whether it is another."""
        return not hasattr(self.template, "environment") and self.made_of is None

    @property
    def maker(self) -> str:
        """By what a later build knows that the page is made in the same way."""
        return str(getattr(self.template, "name", None) or f"{type(self.template).__module__}.{type(self.template).__qualname__}")
