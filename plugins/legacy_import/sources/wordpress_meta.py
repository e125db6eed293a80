"""What plugins of WordPress keep beside a post: a description for search engines, and which of its categories is the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .texts import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DESCRIPTIONS = (
    *("_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_aioseop_description", "advanced_seo_description"),
    *("_seopress_titles_desc", "_genesis_description", "_su_description", "_headspace_description", "thesis_description"),
)
_PRIMARY = ("_yoast_wpseo_primary_category", "rank_math_primary_category", "_seopress_robots_primary_cat")
_VARIABLE = re.compile(r"%%?\w+%|(?<!\w)#\w+_\w+")
"""`%%excerpt%%`, `%title%`, `#post_title`: filled in when the page is shown."""


def description(meta: Mapping[str, str]) -> str:
    """The description that somebody wrote, as text; empty if there is none or a program was to make it."""
    found = (plain(meta.get(key, "")) for key in _DESCRIPTIONS)
    return next((text for text in found if text and not _VARIABLE.search(text)), "")


def primary_first(categories: Sequence[str], meta: Mapping[str, str], names: Mapping[str, str]) -> tuple[str, ...]:
    """The categories, the one that a plugin calls primary before the others; `names` are those of categories by their numbers."""
    primary = next((names[number] for key in _PRIMARY if (number := meta.get(key, "")) in names), "")
    return tuple(sorted(categories, key=lambda name: name != primary))
