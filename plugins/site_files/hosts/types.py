"""Content types by the ending of a file's name, for hosts that have to be told all of them."""

from __future__ import annotations

from collections import defaultdict

from ..headers import FEED_TYPES, JSON_FEED, PLAIN_TYPES, STILL_TYPES

OTHERS = {
    "aac": "audio/aac",
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
    "flac": "audio/flac",
    "gz": "application/gzip",
    "htm": "text/html",
    "html": "text/html",
    "ics": "text/calendar",
    "js": "text/javascript",
    "json": "application/json",
    "m4a": "audio/mp4",
    "md": "text/markdown",
    "mjs": "text/javascript",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "odt": "application/vnd.oasis.opendocument.text",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "pdf": "application/pdf",
    "rtf": "application/rtf",
    "vtt": "text/vtt",
    "wasm": "application/wasm",
    "wav": "audio/wav",
    "webm": "video/webm",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "xsl": "application/xslt+xml",
    "zip": "application/zip",
}


def _endings() -> dict[str, tuple[str, ...]]:
    endings: dict[str, list[str]] = defaultdict(list)
    for ending, kind in sorted((OTHERS | PLAIN_TYPES | STILL_TYPES).items()):
        endings[kind.partition(";")[0]].append(ending)
    return {kind: tuple(found) for kind, found in sorted(endings.items())}


TYPES = _endings()
"""Each content type with its endings."""

BARE = {kind.partition(";")[0] for kind in (*FEED_TYPES.values(), JSON_FEED)}
TEXT_TYPES = frozenset(kind for kind in (*TYPES, *BARE) if kind.startswith("text/") or kind.endswith(("xml", "json")))
"""Types of texts, all of which are UTF-8 here."""
