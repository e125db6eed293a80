"""What hosts are told, and what all of their files need: patterns as regular expressions, addresses with what stands before them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..addresses import in_ascii, is_elsewhere
from ..headers import EVERYWHERE, Fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import HeaderRule, Redirect

NOT_FOUND = "404.html"
HIDDEN = ("_headers", "_redirects", "_nginx.conf", ".htaccess")


@dataclass(frozen=True, slots=True)
class Told:
    """Redirects and rules; `prefix` is the path before all addresses, `/` or `/blog/`; `has_not_found` if there is a page for it."""

    redirects: tuple[Redirect, ...]
    rules: tuple[HeaderRule, ...]
    prefix: str = "/"
    has_not_found: bool = True

    @property
    def everywhere(self) -> Fields:
        return tuple(field for rule in self.rules if rule.pattern == EVERYWHERE for field in rule.fields)

    @property
    def special(self) -> tuple[HeaderRule, ...]:
        return tuple(rule for rule in self.rules if rule.pattern != EVERYWHERE)

    def url(self, address: str) -> str:
        """An address of the site or elsewhere, in ASCII, as it goes into `Location`."""
        return address if is_elsewhere(address) else in_ascii(f"{self.prefix}{address}")

    def regex(self, patterns: Iterable[str]) -> str:
        """Matches the decoded paths that any of the patterns does."""
        parts = [re.escape(pattern).replace(r"\*", ".*") for pattern in patterns]
        return f"^{re.escape(self.prefix)}{parts[0] if len(parts) == 1 else '(?:' + '|'.join(parts) + ')'}$"


def spellings(origin: str) -> tuple[str, ...]:
    """The decoded paths that ask for an old address: those of a folder are three."""
    if not origin or origin.endswith("/"):
        return tuple(dict.fromkeys((origin.removesuffix("/"), origin, f"{origin}index.html")))
    return (origin,)


def decoded(url: str) -> str | None:
    """A whole or local address with its path decoded, for hosts that escape it themselves; None if it would not be the same again."""
    parts = urlsplit(url)
    try:
        path = unquote(parts.path, errors="strict")
    except UnicodeDecodeError:
        return None
    is_other = re.search(r"[\x00-\x1f\x7f?#\\]", path) or path.count("/") != parts.path.count("/")
    return None if is_other else parts._replace(path=path).geturl()


def groups(rules: tuple[HeaderRule, ...]) -> Iterator[tuple[list[str], str, Fields]]:
    """Patterns with equal fields, and the content type of those that an ending does not give; a type alone needs no location."""
    found: dict[tuple[str, Fields], list[str]] = defaultdict(list)
    for rule in rules:
        fields = tuple(field for field in rule.fields if field[0] != "Content-Type")
        kind = dict(rule.fields).get("Content-Type", "").partition(";")[0]
        if fields or not is_by_ending(rule):
            found["" if is_by_ending(rule) else kind, fields].append(rule.pattern)
    yield from ((patterns, kind, fields) for (kind, fields), patterns in found.items())


def is_by_ending(rule: HeaderRule) -> bool:
    """Whether a rule is about one ending, as `*.png` is; the ending of `*.atom.xml` says less than the name."""
    return rule.pattern.startswith("*.") and rule.pattern.count(".") == 1


def quoted(text: str) -> str:
    """As nginx and Apache read it again."""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
