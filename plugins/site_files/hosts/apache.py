r"""`.htaccess`, with no more than `AllowOverride FileInfo` permits; each part within a question for the module that it needs.

`Redirect` takes whatever begins with its address, `RedirectMatch` a regular expression over the decoded path; its target is escaped by the
server, so it is written decoded, with `\` before what would mean something to it. `${…}` would be a variable: nothing is written like it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..headers import REVALIDATE, Fields
from .told import HIDDEN, NOT_FOUND, Told, decoded, groups, is_by_ending, quoted, spellings
from .types import TEXT_TYPES, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..model import Redirect


def files(told: Told) -> Mapping[str, str]:
    return {".htaccess": "".join(f"{line}\n" for line in _lines(told))}


def _lines(told: Told) -> Iterator[str]:
    if told.has_not_found:
        yield f"ErrorDocument 404 {quoted(told.url(NOT_FOUND))}"
    texts = [ending for kind in sorted(TEXT_TYPES & TYPES.keys()) for ending in TYPES[kind]]
    types = [f"AddType {kind} {_dotted(endings)}" for kind, endings in TYPES.items()]
    yield from _within("mod_mime.c", [*types, f"AddCharset utf-8 {_dotted(texts)}"])
    for rule in told.special:
        kind = dict(rule.fields).get("Content-Type")
        if kind and not is_by_ending(rule):
            yield from _matching(told, [rule.pattern], [f"ForceType {quoted(kind)}"])
    yield from _within("mod_headers.c", _headers(told))
    yield from _within("mod_alias.c", [*_hidden(told), *(line for redirect in told.redirects for line in _redirect(told, redirect))])


def _headers(told: Told) -> Iterator[str]:
    yield from _fields("always set", told.everywhere)
    yield from _fields("set", (("Cache-Control", REVALIDATE),))
    for patterns, _, fields in groups(told.special):
        yield from _matching(told, patterns, _fields("set", fields)) if fields else ()


def _hidden(told: Told) -> list[str]:
    names = "|".join(re.escape(path) for path in HIDDEN)
    return [f"RedirectMatch 404 {quoted(f'^{re.escape(told.prefix)}(?:{names})$')}"]


def _redirect(told: Told, redirect: Redirect) -> Iterator[str]:
    """One line for all spellings; none for a target elsewhere that the server would escape to something else: its page leads there."""
    target = decoded(told.url(redirect.target))
    if target is None:
        return
    *_, longest = spellings(redirect.origin)
    pattern = re.escape(told.prefix + longest)
    if redirect.origin.endswith("/"):
        pattern = re.escape(told.prefix + redirect.origin.removesuffix("/")) + r"(?:/(?:index\.html)?)?"
    escaped = re.sub(r"([\\$&{])", r"\\\1", target)
    yield f"RedirectMatch 301 {quoted(f'^{pattern}$')} {quoted(escaped)}"


def _matching(told: Told, patterns: list[str], lines: Iterable[str]) -> Iterator[str]:
    """Lines for what any of the patterns matches; the plain question is for names of files only, and cheaper."""
    if all(pattern.startswith("*") and "/" not in pattern for pattern in patterns):
        names = "|".join(re.escape(pattern[1:]) for pattern in patterns)
        yield from (f"<FilesMatch {quoted(f'(?:{names})$')}>", *(f"  {line}" for line in lines), "</FilesMatch>")
    else:
        condition = quoted(f"%{{REQUEST_URI}} =~ m#{told.regex(patterns)}#")
        yield from (f"<If {condition}>", *(f"  {line}" for line in lines), "</If>")


def _fields(how: str, fields: Fields) -> Iterator[str]:
    return (f"Header {how} {name} {quoted(value.replace('%', '%%'))}" for name, value in fields)


def _within(module: str, lines: Iterable[str]) -> Iterator[str]:
    yield from (f"<IfModule {module}>", *(f"  {line}" for line in lines), "</IfModule>")


def _dotted(endings: Iterable[str]) -> str:
    return " ".join(f".{ending}" for ending in endings)
