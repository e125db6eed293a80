"""The plugin's settings, read once."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

CONFIG_KEY = "TAG_PAGES_CONFIG"
"""Where `initialized` leaves the configuration among Pelican's settings."""

THIN_BELOW = 2
"""A tag with fewer articles says no more than its only article does, unless it has an introduction."""


class TagPagesConfigError(ValueError):
    """One or more settings are wrong; `problems` has a sentence for each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("tag_pages: settings: " + " ".join(self.problems))


@dataclass(frozen=True, slots=True)
class TagPagesConfig:
    """What the manual page calls the settings."""

    content: Path
    path: str = "tags"
    thin: int = THIN_BELOW
    related: int = 6
    support: int = 2
    vocabulary_is_closed: bool = False
    strict: bool = False
    ignored: tuple[str, ...] = ()
    """Patterns of file names that are no tag's."""

    @property
    def folder(self) -> Path:
        return self.content / self.path


def _path(value: object) -> str:
    inside = isinstance(value, str) and value.strip("/ ") and not value.startswith("/") and ".." not in Path(value).parts
    return "" if inside else "Give a path below the content folder, such as 'tags'."


def _number(value: object) -> str:
    return "" if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else "Give a whole number from 0 up."


def _support(value: object) -> str:
    return "" if not _number(value) and value else "Give a whole number from 1 up."


def _switch(value: object) -> str:
    return "" if isinstance(value, bool) else "Give True or False."


CHECKS: dict[str, tuple[str, Callable[[object], str]]] = {
    "TAG_PAGES_PATH": ("path", _path),
    "TAG_PAGES_THIN": ("thin", _number),
    "TAG_PAGES_RELATED": ("related", _number),
    "TAG_PAGES_SUPPORT": ("support", _support),
    "TAG_PAGES_STRICT": ("vocabulary_is_closed", _switch),
}
"""Each setting with its field, and the check that says how to mend it."""


def tag_pages_config(settings: Mapping[str, Any]) -> TagPagesConfig:
    """The configuration that `settings` hold; raises TagPagesConfigError with all that is wrong in them."""
    given = {name: value for name, value in settings.items() if name.startswith("TAG_PAGES_") and name != CONFIG_KEY}
    problems = [problem for name, value in given.items() if (problem := _problem(name, value))]
    if problems:
        raise TagPagesConfigError(problems)
    return TagPagesConfig(
        content=Path(str(settings.get("PATH", ""))),
        strict=bool(settings.get("SITE_STRICT", False)),
        ignored=tuple(settings.get("IGNORE_FILES") or ()),
        **{CHECKS[name][0]: value for name, value in given.items()},
    )


def _problem(name: str, value: object) -> str:
    """What is wrong with one setting and how to mend it, or nothing."""
    if name not in CHECKS:
        near = get_close_matches(name, CHECKS, n=1)
        return f"unknown setting {name}. " + (f"Did you mean {near[0]}?" if near else f"Use {', '.join(CHECKS)}.")
    mend = CHECKS[name][1](value)
    return f"{name} is {value!r}. {mend}" if mend else ""
