"""What all feeds have in common: links to files, summaries that are taken for texts, comments that are written as entries, and the blog."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..model import Action, Note
from .texts import joined, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

SUMMARY_ONLY = Note(Action.DOUBTFUL, "summary-only", "the feed has only a summary of this post; take its whole text from its page")
_COMMENT = re.compile(r"#comments?-(\d+)$|#c(\d+)$|[?&]showComment=")
_MORE = (
    "read more|read the rest|continue reading|weiterlesen|lire la suite|leer más|seguir leyendo|leia mais|continua a leggere|lees verder"
)
_GOES_ON = re.compile(rf"(?:…|\.\.\.)\]?\s*$|(?:{_MORE})\W*$")
_SHORT = 400
_FACES = ("gravatar.com", "blogger_logo", "img1.blogblog.com")
_BLOGGER = "tag:blogger.com,1999:"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that a feed says belongs to a post."""

    url: str
    type: str = ""

    @property
    def is_picture(self) -> bool:
        return self.type.startswith("image") or self.url.lower().partition("?")[0].endswith((".jpg", ".jpeg", ".png", ".gif", ".webp"))


def is_cut_short(markup: str) -> bool:
    """Whether a text without markup, or one that ends in dots or "read more", is only the beginning of a post."""
    text = plain(re.sub(r"<[^<>]*>", " ", markup)).lower()
    return bool(_GOES_ON.search(text[-60:])) or (len(text) < _SHORT and "<" not in markup)


def comment_of(*addresses: str) -> bool:
    """Whether an entry is a comment: its address or id leads into the comments of a post (WordPress, Blogger)."""
    return any(_COMMENT.search(address) for address in addresses)


def without_fragment(address: str) -> str:
    return address.partition("#")[0].partition("?showComment=")[0]


def with_files(markup: str, files: Iterable[Enclosure]) -> tuple[str, str, tuple[Note, ...]]:
    """The text with a link to each file that it does not show, and the first picture that it does not show, as cover."""
    cover, notes = "", []
    for file in files:
        if not file.url or file.url in markup or html.escape(file.url) in markup or any(face in file.url for face in _FACES):
            continue
        if file.is_picture:
            cover = cover or file.url
            continue
        name = html.escape(_file_name(file.url))
        markup += f'\n<p><a href="{html.escape(file.url)}">{name}</a></p>'
        notes.append(Note(Action.TAKEN, "enclosure-linked", "the feed has a file with it; a link to it ends the text", file.url))
    return markup, cover, tuple(notes)


def _file_name(url: str) -> str:
    try:
        return urlsplit(url).path.rpartition("/")[2] or url
    except ValueError:
        return url


def system_of(*words: str) -> str:
    """Which system made a feed, by its generator, ids and address."""
    text = " ".join(words).lower()
    if "wordpress.com" in text:
        return "wordpress.com"
    if "wordpress" in text:
        return "wordpress"
    return "blogger" if "blogger" in text or _BLOGGER in text or ".blogspot." in text else ""


def number_of(identity: str) -> str:
    """The system's own number of a post in its id: Blogger's `post-12`, WordPress's `?p=12`; empty in other ids."""
    found = re.search(r"\.(?:post|page)-(\d+)$|[?&](?:p|page_id)=(\d+)$", identity)
    return (found[1] or found[2]) if found else ""


def base_for(own: str, link: str, feed: str) -> str:
    """Relative addresses are seen from what the feed says, else from the post, else from the blog."""
    return joined(joined(feed, link), own) if own else joined(feed, link) or feed
