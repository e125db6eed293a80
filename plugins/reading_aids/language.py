"""The plugin's own words in the site's language."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import translation
from pathlib import Path

DOMAIN = "reading_aids"
FOLDER = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns with `{number}` and `{cells}`."""

    table_named: str
    table_numbered: str
    table_both: str
    back_link: str


def words_in(language: str) -> Words:
    """The words for a BCP 47 tag: for `en-GB` those of `en_GB`, else of `en`, else as they stand here."""
    _ = translation(DOMAIN, FOLDER, [language.replace("-", "_")], fallback=True).gettext
    return Words(
        table_named=_("Table: {cells}"),  # {cells}: a table's first column headings
        table_numbered=_("Table {number}"),
        table_both=_("Table {number}: {cells}"),  # where two tables have the same headings
        back_link=_("Back to footnote {number} in the text"),
    )
