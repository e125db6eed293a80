"""Reading one file field by field: values on the one hand, all that is wrong on the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from .checks import UnfitError

if TYPE_CHECKING:
    from collections.abc import Callable

    from .front_matter import FrontMatter, Line
    from .report import Finding

T = TypeVar("T")


@dataclass(slots=True)
class Reading:
    """One file while it is read; `findings` grows."""

    front: FrontMatter
    findings: list[Finding] = field(default_factory=list)

    def text(self, name: str) -> str:
        return self.front.text(name)

    def take(self, name: str, check: Callable[[str], T], empty: T) -> T:
        """The field's value as `check` gives it; `empty` where the field is, or is wrong."""
        text = self.front.text(name)
        return self._checked((self.front.line(name), text), check, empty) if text else empty

    def take_all(self, name: str, check: Callable[[str], T]) -> tuple[T, ...]:
        """The members of a list, without those that are wrong."""
        found = (self._checked(part, check, None) for part in self.front.parts(name))
        return tuple(value for value in found if value is not None)

    def require(self, name: str, fix: str) -> None:
        """Note that the field is missing, if it is."""
        if not self.front.text(name):
            self.note(name, UnfitError("contact-field-missing", f"{name.capitalize()} is missing", fix))

    def note(self, name: str, error: UnfitError) -> None:
        self._note(self.front.line(name), error)

    def _checked(self, line: Line, check: Callable[[str], T], empty: T) -> T:
        number, text = line
        try:
            return check(text)
        except UnfitError as error:
            self._note(number, error)
            return empty

    def _note(self, line: int, error: UnfitError) -> None:
        self.findings.append(error.at(self.front.path, line))
