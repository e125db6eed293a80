"""The plugin's own words in the site's language."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import translation
from pathlib import Path

DOMAIN = "site_files"
FOLDER = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a redirect page; an address follows the second."""

    moved: str
    now_at: str


def words_in(language: str) -> Words:
    """The words for a BCP 47 tag: for `de-AT` those of `de_AT`, else of `de`, else as they stand here."""
    _ = translation(DOMAIN, FOLDER, [language.replace("-", "_")], fallback=True).gettext
    return Words(
        moved=_("This page has moved"),
        now_at=_("It is now here:"),  # an address follows
    )
