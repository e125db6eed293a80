"""The plugin's own words in the site's language."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import translation
from pathlib import Path

DOMAIN = "site_feeds"
FOLDER = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Words:
    """What a closed feed says; `{name}` is the site's."""

    closed_title: str
    closed_text: str
    write: str


def words_in(language: str) -> Words:
    """The words for a BCP 47 tag: for `de-AT` those of `de_AT`, else of `de`, else as they stand here."""
    parts = language.replace("-", "_").split("_")
    names = ["_".join(parts), parts[0].lower()]
    _ = translation(DOMAIN, FOLDER, names, fallback=True).gettext
    return Words(
        closed_title=_("There are no comments at {name} any more"),
        closed_text=_("This feed brought the comments, which are closed now. Readers write to us instead, and get an answer."),
        write=_("Write to us"),  # a link
    )
