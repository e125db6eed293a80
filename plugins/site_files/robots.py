"""`robots.txt` (RFC 9309): everyone is welcome, the sitemap is named, and crawlers for language models are treated as the owner says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .crawlers import CRAWLERS

if TYPE_CHECKING:
    from collections.abc import Mapping

REFUSED: Mapping[str, frozenset[str]] = {
    "allow": frozenset(),
    "no-training": frozenset(["training"]),
    "refuse": frozenset(["training", "search", "request"]),
}
"""What SITE_FILES_AI_CRAWLERS may say, and the purposes of crawlers that it refuses."""
NOTES: Mapping[str, str] = {
    "no-training": "# Not for the training of language models. Search, and whoever asks for a page, is welcome.",
    "refuse": "# Not for language models.",
}


def robots_txt(sitemap_url: str, crawlers: str = "allow") -> str:
    """The file's text. `crawlers` is a key of REFUSED, `sitemap_url` a whole address; empty if there is no sitemap.

    A crawler that finds itself named obeys that group alone (RFC 9309, 2.2.1), so those who are welcome are not named.
    """
    groups = [["User-agent: *", "Disallow:"]]
    refused = [crawler for crawler in CRAWLERS if crawler.purpose in REFUSED[crawlers]]
    if refused:
        groups.append([NOTES[crawlers], *(f"User-agent: {crawler.token}" for crawler in refused), "Disallow: /"])
    if sitemap_url:
        groups.append([f"Sitemap: {sitemap_url}"])
    return "\n\n".join("\n".join(group) for group in groups) + "\n"
