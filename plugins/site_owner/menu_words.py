"""The words that stand for the site's own lists in `menu`, `footer` and `home`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .model import Labels

HOME_LIST = "letters"
# word -> address below the site's root; `letters` moves to /letters/ where a page is the home page
WORDS: Mapping[str, str] = {
    HOME_LIST: "archive/",
    "topics": "tags/",
    "archive": "archive/",
    "categories": "categories/",
    "authors": "authors/",
}


def label_of(word: str, labels: Labels) -> str:
    """What the owner calls this list, empty if the theme is to say it."""
    return {HOME_LIST: labels.articles, "topics": labels.tags}.get(word, "")
