"""Names of front matter fields: which there are, what others call them, and which would break Pelican's own objects."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

PELICAN = frozenset(
    """
    title date modified author authors category tags slug summary status lang translation template save_as url timezone date_format
    """.split()  # noqa: SIM905  (a list of words is easier to read and to extend than a list of strings)
)
BY_PLUGIN = {
    "reading_aids": ("series", "series_index", "image"),
    "contact_cta": ("cta", "ask", "contact_email", "contact_phone"),
    "site_feeds": ("id",),
    "site_files": ("redirect_from",),
}
"""Fields of plugins that cannot tell us themselves. Of others, FASTBUILD_FIELDS in the settings tells."""

ELSEWHERE = {
    "aliases": "redirect_from",
    "cover": "image",
    "created": "date",
    "description": "summary",
    "excerpt": "summary",
    "featured_image": "image",
    "keywords": "tags",
    "labels": "tags",
    "language": "lang",
    "lastmod": "modified",
    "layout": "template",
    "locale": "lang",
    "permalink": "slug",
    "pubdate": "date",
    "publishdate": "date",
    "publish_date": "date",
    "published_date": "date",
    "thumbnail": "image",
    "updated": "modified",
}
"""What other programs call a field; the one here."""

TAKEN = frozenset(
    """
    content settings url_format metadata translations source_path relative_source_path relative_dir locale_date locale_modified
    in_default_lang mandatory_properties allowed_statuses default_status default_template filename is_valid get_content get_summary
    get_siteurl get_static_links get_url_setting get_relative_source_path refresh_metadata_intersite_links override_save_as override_url
    """.split()  # noqa: SIM905
)
"""Attributes of Pelican 4.12's Content. A field of such a name replaces it, and the article falls over, or is overwritten in silence."""

LISTS = frozenset({"tags", "authors"})
SINGLE = frozenset(
    """
    title date modified author category slug status lang translation template save_as url timezone series series_index image id cta
    """.split()  # noqa: SIM905
)
"""Fields whose second line Pelican leaves out, or makes a list of that nobody expects."""

LEAST_LIKENESS = 0.77  # "titel" is 0.8 like "title", and "cat" 0.55 like "category"


def is_taken(name: str) -> bool:
    """Whether Pelican's objects have it as theirs."""
    return name in TAKEN or name.startswith("_")


def spelled(name: str) -> str:
    """As one writes it at the beginning of a line."""
    return name.capitalize()


def nearest(name: str, known: Collection[str]) -> str:
    """The one of `known` that was probably meant; empty if none is near."""
    plain = name.replace("-", "_").strip("_")
    if plain in known:
        return plain
    near = get_close_matches(plain, sorted(known), n=1, cutoff=LEAST_LIKENESS)
    return near[0] if near else ""
