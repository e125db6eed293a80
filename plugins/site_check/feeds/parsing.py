"""From a file of the finished site to a feed, by what stands in it and not by its name."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from .json import is_json_feed, read_json
from .model import BrokenFeed
from .xml import read_xml

if TYPE_CHECKING:
    from .model import Feed

SUFFIXES = frozenset({".xml", ".atom", ".rss", ".json", ".opml"})
"""Files that may be feeds."""

_PROLOGUE = r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+"
_ROOT = re.compile(_PROLOGUE + r"<(?:[\w.-]+:)?(feed|rss|opml)\b", re.DOTALL | re.IGNORECASE)
_ENCODING = re.compile(r"""\s*<\?xml[^>]*\sencoding=["']([\w.-]+)["']""")


def read_feed(path: str, place: str, raw: bytes) -> Feed | None:
    """The feed in a file, None if it is none. `path` is as one would type it, `place` where it stands in the finished site."""
    text = raw.decode("utf-8-sig", errors="replace")
    found = _ROOT.match(text)
    if not found and not is_json_feed(text):
        return None
    wrong = _encoding_problem(raw, text)
    if wrong:
        return BrokenFeed(path, place, *wrong)
    digest = hashlib.blake2b(raw, digest_size=16).digest()
    return read_xml(path, place, text, digest) if found else read_json(path, place, text, digest)


def _encoding_problem(raw: bytes, text: str) -> tuple[int, str] | None:
    """Readers take UTF-8 for granted, and many believe no declaration."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return raw.count(b"\n", 0, error.start) + 1, f"the byte {raw[error.start]:#04x} is not UTF-8"
    declared = _ENCODING.match(text)
    if declared and declared[1].lower() not in {"utf-8", "utf8", "us-ascii"}:
        return 1, f"it is declared as {declared[1]}, not as UTF-8"
    return None
