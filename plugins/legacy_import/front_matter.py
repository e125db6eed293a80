"""Front matter in Pelican's plain style, as this site writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

ORDER = (
    *("Title", "Title_proposed", "Date", "Date_missing", "Modified", "Author", "Category", "Tags", "Summary", "Image", "Ask"),
    *("Contact_email", "Contact_phone", "Status", "Slug", "Lang", "Url", "Save_as", "Redirect_from", "Id"),
)


def front_matter(fields: Mapping[str, str]) -> str:
    """The lines of the fields that are not empty, in the site's order; whatever a value holds, it stays on its line."""
    return "".join(f"{name}: {one_line(fields[name])}\n" for name in ORDER if one_line(fields.get(name, "")))


def one_line(text: str) -> str:
    """Text without line breaks, control characters and blanks that nobody meant."""
    return " ".join("".join(letter if letter.isprintable() or letter in "\u200d\ufe0f" else " " for letter in text).split())


def listed(names: Iterable[str]) -> str:
    """Names as a list on one line: with commas, or with semicolons if a name has a comma. A semicolon in a name becomes a comma."""
    plain: Sequence[str] = tuple(dict.fromkeys(one_line(name.replace(";", ",")) for name in names if one_line(name)))
    if any("," in name for name in plain):
        return "; ".join(plain) + (";" if len(plain) == 1 else "")
    return ", ".join(plain)


def date_text(date: datetime) -> str:
    """`2009-05-04 17:17+02:00`, without the offset where the source has none; seconds only where there are some."""
    return date.replace(microsecond=0).isoformat(sep=" ", timespec="seconds" if date.second else "minutes")
