"""The plugin's settings, read once."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from .image_files import Folders, folders_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONFIG_KEY = "READING_AIDS_CONFIG"
"""Where `initialized` leaves the configuration among Pelican's settings."""

COUNTS = {"READING_WORDS_PER_MINUTE": 1, "READING_TOC_WORDS": 0, "READING_RELATED": 0, "READING_RELATED_WINDOW": 1}
"""Settings that are whole numbers, and the least value of each."""

PATTERNS = ("READING_SERIES_URL", "READING_SERIES_SAVE_AS")
KNOWN = (*COUNTS, *PATTERNS, "READING_RESERVED_IDS")


class ReadingConfigError(ValueError):
    """One or more settings are wrong; `problems` has a sentence for each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("reading_aids: settings: " + " ".join(self.problems))


@dataclass(frozen=True, slots=True)
class ReadingConfig:
    """What the manual page calls the settings."""

    folders: Folders
    words_per_minute: int = 230
    toc_words: int = 700
    related: int = 3
    related_window: int = 20
    series_url: str = "series/{slug}/"
    series_save_as: str = "series/{slug}/index.html"
    reserved_ids: tuple[str, ...] = ()
    strict: bool = False
    language: str = "en"

    def series_address(self, pattern: str, slug: str, lang: str) -> str:
        """`pattern` filled in; below `LANG/` for another language than the site's, unless the pattern says where it goes."""
        prefix = "" if "{lang}" in pattern or lang == self.language.lower() else f"{lang}/"
        return prefix + pattern.format(slug=slug, lang=lang)


def reading_config(settings: Mapping[str, Any]) -> ReadingConfig:
    """The configuration that `settings` hold; raises ReadingConfigError with all that is wrong in them."""
    given = {name: value for name, value in settings.items() if name.startswith("READING_") and name != CONFIG_KEY}
    problems = [problem for name, value in given.items() if (problem := _problem(name, value))]
    if problems:
        raise ReadingConfigError(problems)
    fields: dict[str, Any] = {name.removeprefix("READING_").lower(): value for name, value in given.items()}
    fields["reserved_ids"] = tuple(fields.get("reserved_ids", ()))
    fields |= {"strict": bool(settings.get("SITE_STRICT", False)), "language": str(settings.get("DEFAULT_LANG", "en"))}
    return ReadingConfig(**fields, folders=folders_of(settings))


def _problem(name: str, value: object) -> str:
    """What is wrong with one setting and how to mend it, or nothing."""
    if name not in KNOWN:
        return f"unknown setting {name}.{_suggestion(name)}"
    if name in COUNTS and (not isinstance(value, int) or isinstance(value, bool) or value < COUNTS[name]):
        return f"{name} is {value!r}. Give a whole number from {COUNTS[name]} up."
    if name in PATTERNS and not _is_pattern(value):
        return f"{name} is {value!r}. Give an address with {{slug}} in it, such as 'series/{{slug}}/'."
    if name == "READING_RESERVED_IDS" and not _is_list_of_text(value):
        return f"{name} is {value!r}. Give a list of ids, such as ['main', 'write']."
    return ""


def _suggestion(name: str) -> str:
    close = get_close_matches(name, KNOWN, n=1)
    return f" Did you mean {close[0]}?" if close else f" Take it out, or use one of {', '.join(KNOWN)}."


def _is_pattern(value: object) -> bool:
    """Whether `value` has {slug}, and no field that we could not fill in."""
    if not isinstance(value, str) or "{slug}" not in value:
        return False
    try:
        value.format(slug="a", lang="a")
    except (KeyError, IndexError, ValueError):
        return False
    return True


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)
