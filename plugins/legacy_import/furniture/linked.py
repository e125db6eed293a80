"""What the addresses of links tell of them: whose profile, a button for sharing, other posts, or the wide world."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from .share_addresses import ANSWERING, AUTHOR, FILED, SHARING

_NETWORKS = re.compile(
    r"(?:^|\.)(?:twitter\.com|x\.com|facebook\.com|linkedin\.com|plus\.google\.com|profiles\.google\.com|plaxo\.com|pinterest\.com|instagram\.com|"
    r"youtube\.com|tumblr\.com|flickr\.com|xing\.com|viadeo\.com|bsky\.app|threads\.net|reddit\.com|friendfeed\.com|delicious\.com|myspace\.com)$"
)
_SHARING = re.compile(r"share|intent|submit|bookmark|plugins/|/home\?|[?&](?:u|url|link|href|text|status|title|body)=", re.IGNORECASE)


def is_profile(address: str) -> bool:
    """`https://twitter.com/ann` and the like, which an author gives; not a button that shares the page."""
    host, path = _parts(address)
    return bool(_NETWORKS.search(host)) and len(path) > 1 and not _SHARING.search(address)


def is_sharing(address: str) -> bool:
    """A button that passes the page on to a network."""
    return bool(SHARING.search(address.lower()))


def is_answering(address: str) -> bool:
    """The comments of a post, the box for them, their feed or the address for trackbacks."""
    return bool(ANSWERING.search(address.lower()))


def is_author(address: str) -> bool:
    """The page on which a blog lists what one author wrote."""
    return bool(AUTHOR.search(address.lower()))


def is_filed(address: str) -> bool:
    """The page that lists what is filed under a category or a tag."""
    return bool(FILED.search(address.lower()))


def passes_on(address: str, picture: str) -> bool:
    """Is it the picture that the button around it passes on, and so the author's?"""
    return bool(picture) and picture.rpartition("/")[2] in unquote(address)


def are_elsewhere(addresses: list[str]) -> bool:
    """Do links lead to several sites? Then they are no list of a blog's own posts, but one that the author made."""
    return len({host for address in addresses if (host := _parts(address)[0])}) > 1


def _parts(address: str) -> tuple[str, str]:
    """Host and path; nothing of what is no address."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").removeprefix("www."), parts.path
    except ValueError:
        return "", ""
