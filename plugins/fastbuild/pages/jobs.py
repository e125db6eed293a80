"""One output file: what makes it, and with which arguments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(slots=True)
class Job:
    """`template` is anything with `render(context)`; `shared` the context that all pages have, `local` what is this page's alone."""

    name: str
    template: Any
    shared: Mapping[str, Any]
    local: dict[str, Any]
    override: bool = False
    made: Callable[[], str] | None = None
    """Makes the text of a file that no template makes, as Pelican's feeds."""
    facts: frozenset[tuple[Any, ...]] | None = field(default=None)
    """What such a file is made of, where that is known beforehand."""

    def context(self) -> dict[str, Any]:
        """What Pelican's writer hands to a template, and to receivers of `content_written`."""
        return {**self.shared, "localsiteurl": self.shared.get("localsiteurl"), **self.local}

    def text(self) -> str:
        if self.made:
            return self.made()
        text: str = self.template.render(self.context())
        return text

    @property
    def is_opaque(self) -> bool:
        """Whether nothing is known of what the text is made of, so that it must be made to see whether it is another."""
        return self.facts is None and not hasattr(self.template, "environment")

    @property
    def maker(self) -> str:
        """By what a later build knows that the page is made in the same way."""
        return str(getattr(self.template, "name", None) or type(self.template).__qualname__) if self.template else "feed"
