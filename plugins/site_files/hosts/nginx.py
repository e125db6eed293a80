r"""`_nginx.conf`, to be included within `server { }`, or within `location /blog/ { }` for a site below a path.

`add_header` within a location hides those around it, so each location repeats them; `types` replaces all that were known, so the list is
whole. What is quoted knows `\"` and `\\`; a `$` is a variable's beginning but in names of locations, and nothing of ours has one elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..headers import REVALIDATE, Fields
from .told import HIDDEN, NOT_FOUND, Told, groups, quoted, spellings
from .types import TEXT_TYPES, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OFTEN = {"Cache-Control", "Access-Control-Allow-Origin"}
"""Fields for what is there; the others are sent with errors, too."""

BEGINNING = """\
# Include this within `server { }` behind its `root`. After a change: nginx -s reload
index index.html;
absolute_redirect off;
charset utf-8;
"""


def files(told: Told) -> Mapping[str, str]:
    return {"_nginx.conf": "".join(_lines(told))}


def _lines(told: Told) -> Iterator[str]:
    yield BEGINNING
    yield f"charset_types {' '.join(sorted(TEXT_TYPES - {'text/html'}))};\n"  # HTML has one without being named
    if told.has_not_found:
        yield f"error_page 404 {quoted(told.prefix + NOT_FOUND)};\n"
    yield "types {\n"
    yield from (f"    {kind} {' '.join(endings)};\n" for kind, endings in TYPES.items())
    yield "}\n\n"
    yield from _fields((*told.everywhere, ("Cache-Control", REVALIDATE)), always=True)
    yield from (f"\nlocation = {quoted(told.prefix + path)} {{ return 404; }}" for path in HIDDEN)
    yield "\n\n"
    for patterns, kind, fields in groups(told.special):
        yield f"location ~ {quoted(told.regex(patterns))} {{\n"
        yield f"    types {{ }}\n    default_type {kind};\n" if kind else ""
        yield from (f"    {line}" for line in _fields((*told.everywhere, *fields), always=False))
        yield "}\n"
    for redirect in told.redirects:
        target = quoted(told.url(redirect.target))
        for path in spellings(redirect.origin):
            yield f"location = {quoted(told.prefix + path)} {{ return 301 {target}; }}\n"


def _fields(fields: Fields, *, always: bool) -> Iterator[str]:
    for name, value in fields:
        yield f"add_header {name} {quoted(value)}{' always' if always or name not in OFTEN else ''};\n"
