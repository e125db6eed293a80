"""What hosts are told in a built site, as the preview's server follows it: `_headers` and `_redirects`, in the form that Netlify gave them.

Of what an owner may have written there, patterns with `:name` and targets with `:splat` are not followed; they are for the real host.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

HEADERS, REDIRECTS = "_headers", "_redirects"
HOST_FILES = frozenset({HEADERS, REDIRECTS, "_nginx.conf", ".htaccess"})
"""What is for hosts, at a site's root, and not for visitors."""

_LEADING_ON = re.compile(r"(?:301|302|303|307|308)!?")
_NOTHING = (0, 0)

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HostRules:
    """Header fields by pattern, and targets by decoded path."""

    headers: tuple[tuple[re.Pattern[str], Fields], ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)

    def fields(self, path: str) -> dict[str, str]:
        """The fields for a decoded path; what comes from several rules is joined, as hosts do."""
        found: dict[str, str] = {}
        for pattern, fields in self.headers:
            for name, value in fields if pattern.fullmatch(path) else ():
                found[name] = f"{found[name]}, {value}" if name in found else value
        return found

    def target(self, path: str) -> str:
        """Where an old address leads; empty for one that does not."""
        return self.redirects.get(path, "")


class RulesOf:
    """The rules in a folder, read again when the files have changed; what is unreadable for a moment leaves the last ones."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamp: tuple[tuple[int, int], ...] = ()
        self._rules = HostRules()

    def now(self) -> HostRules:
        stamp = (_stamp(self._folder / HEADERS), _stamp(self._folder / REDIRECTS))
        if stamp != self._stamp:
            headers, redirects = (_text(self._folder / name) for name in (HEADERS, REDIRECTS))
            self._rules, self._stamp = parsed(headers, redirects), stamp
        return self._rules


def parsed(headers: str, redirects: str) -> HostRules:
    """Both files; a line that says nothing is passed over, as hosts do."""
    return HostRules(tuple(_header_rules(headers)), dict(_redirects(redirects)))


def _header_rules(text: str) -> Iterator[tuple[re.Pattern[str], Fields]]:
    blocks: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        name, colon, value = line.strip().partition(":")
        if line.startswith("/"):
            blocks.append((unquote(line.strip()), []))
        elif colon and blocks and not line.startswith("#"):
            blocks[-1][1].append((name.strip(), value.strip()))
    for pattern, fields in blocks:
        yield re.compile(".*".join(map(re.escape, pattern.split("*"))), re.DOTALL), tuple(fields)


def _redirects(text: str) -> Iterator[tuple[str, str]]:
    """Each path that asks for an old address, those of a folder in three spellings; the first line that names one counts."""
    known: set[str] = set()
    for line in text.splitlines():
        origin, target, status = (*line.split(), "", "", "")[:3]
        if not origin.startswith("/") or not re.match(r"/|https?://", target) or not _LEADING_ON.fullmatch(status or "301"):
            continue
        path = unquote(origin)
        folder = path.rstrip("/")
        for spelling in (folder, f"{folder}/", f"{folder}/index.html") if path.endswith("/") else (path,):
            if spelling not in known:
                known.add(spelling)
                yield spelling, target


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return _NOTHING
    return found.st_mtime_ns, found.st_size


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
