"""Header fields that hosts send, written once for all of them. No address gets one field from two rules: some hosts would join the two.

There is no Strict-Transport-Security: it promises something about a whole domain for a year, and only its owner can.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from .model import HeaderRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

EVERYWHERE = "*"
POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""What pages may load where nothing else is said: the site's own files."""

CLOSED_FEATURES = ("camera", "display-capture", "geolocation", "hid", "microphone", "midi", "payment", "serial", "usb")

REVALIDATE = "max-age=0, must-revalidate"
"""Pages, and whatever no rule names. Netlify and Cloudflare send it by themselves, and a rule for all would be joined with the others."""
HOUR, WEEK, FOREVER = "max-age=3600", "max-age=604800", "max-age=31536000, immutable"

PLAIN_TYPES = {
    "css": "text/css; charset=utf-8",
    "opml": "text/x-opml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "vcf": "text/vcard; charset=utf-8",
    "webmanifest": "application/manifest+json",
}
STILL_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "otf": "font/otf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
}
"""Pictures and fonts, which change seldom."""
FEED_TYPES = {"*.atom.xml": "application/atom+xml; charset=utf-8", "*.rss.xml": "application/rss+xml; charset=utf-8"}
JSON_FEED = "application/feed+json"

_FINGERPRINT = re.compile(r"(?<=\.)[0-9a-f]{8,64}(?=\.(?:css|js)\Z)")

Fields = tuple[tuple[str, str], ...]


def header_rules(policy: Mapping[str, str], paths: Iterable[str], json_feeds: Iterable[str]) -> tuple[HeaderRule, ...]:
    """All rules; `policy` maps directives to sources, `paths` are the site's files, `json_feeds` those of them that are such feeds."""
    rules = {EVERYWHERE: protection(policy)}
    rules |= {pattern: (*_typed(kind), *_feed()) for pattern, kind in _feed_types(json_feeds)}
    rules |= {f"*.{ending}": (*_typed(kind), *(_feed() if ending == "opml" else ())) for ending, kind in PLAIN_TYPES.items()}
    rules |= {f"*.{ending}": (*_typed(kind), ("Cache-Control", WEEK)) for ending, kind in STILL_TYPES.items()}
    rules |= dict.fromkeys(_fingerprinted(paths), (("Cache-Control", FOREVER),))
    return tuple(HeaderRule(pattern, fields) for pattern, fields in rules.items())


def protection(policy: Mapping[str, str]) -> Fields:
    """What every answer has. X-Frame-Options is for browsers that do not know `frame-ancestors`."""
    directives = {**policy, "frame-ancestors": policy.get("frame-ancestors", "'none'")}
    frames = (("X-Frame-Options", "DENY"),) if directives["frame-ancestors"] == "'none'" else ()
    return (
        ("Content-Security-Policy", "; ".join(f"{directive} {sources}".strip() for directive, sources in directives.items())),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in CLOSED_FEATURES)),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        *frames,
    )


def _typed(kind: str) -> Fields:
    return (("Content-Type", kind),)


def _feed() -> Fields:
    """Readers that run in a browser may fetch what is made for readers."""
    return (("Cache-Control", HOUR), ("Access-Control-Allow-Origin", "*"))


def _feed_types(json_feeds: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Not every JSON file is a feed: those are known by their folder."""
    yield from FEED_TYPES.items()
    folders = sorted({path.partition("/")[0] for path in json_feeds if "/" in path})
    yield from ((f"{folder}/*.json", JSON_FEED) for folder in folders)


def _fingerprinted(paths: Iterable[str]) -> list[str]:
    """`theme/css/site.*.css` for a file whose name says what is in it, unless others that do not would be meant as well."""
    every: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in paths:
        if path.endswith((".css", ".js")):
            folder, _, name = path.rpartition("/")
            every[folder, name.partition(".")[0]].append(path)
    groups = ([path for path in group if path.count(".") > 1] for group in every.values())
    return sorted({_FINGERPRINT.sub("*", group[0]) for group in groups if group and all(map(_FINGERPRINT.search, group))})
