"""What may be loaded from where: the site's policy (Content-Security-Policy Level 3), read as a browser reads it.

A *door* is what an owner may open for one other host in `[allow]` of `site.toml`. Scripts and plugins have none: what a script of
another host does is up to that host.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

DIRECTIVES = {
    "frame": "frame-src",
    "form": "form-action",
    "image": "img-src",
    "media": "media-src",
    "style": "style-src",
    "font": "font-src",
    "connect": "connect-src",
}
"""Doors, and the directive of the policy that each changes."""

CLOSED = {"script": "script-src", "object": "object-src"}
"""Kinds of requests that no owner can allow."""

WITHOUT_FALLBACK = frozenset({"form-action", "base-uri"})
"""Directives for which `default-src` does not speak; left out, they allow everything."""

STRICT: Mapping[str, str] = {
    "default-src": "'none'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""The policy of a site that allows nothing: its own pictures, fonts and style sheets, and nobody else's."""


@dataclass(frozen=True, slots=True)
class Doors:
    """A policy that can be asked."""

    policy: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, policy: Mapping[str, Any]) -> Doors:
        """`policy` has directives and their sources, as text or as a list."""
        return cls(tuple((name, tuple(value.split() if isinstance(value, str) else map(str, value))) for name, value in policy.items()))

    def sources(self, kind: str) -> tuple[str, ...]:
        """What the policy says about this kind of request."""
        directive = DIRECTIVES.get(kind) or CLOSED[kind]
        given = dict(self.policy)
        return given.get(directive, () if directive in WITHOUT_FALLBACK else given.get("default-src", ()))

    def allow(self, kind: str, host: str) -> bool:
        """Whether pages may ask `host` for something of this kind."""
        return any(_covers(source, host) for source in self.sources(kind))

    def allow_source(self, kind: str, source: str) -> bool:
        """Whether a source that is not a host is allowed, such as `data:`."""
        return source in self.sources(kind)


def _covers(source: str, host: str) -> bool:
    """Whether a source expression of a policy matches a host (with a port, if not the usual one)."""
    if source.startswith("'"):
        return False
    if source in {"*", "https:", "http:"}:
        return True
    name = source.partition("://")[2] or source
    name = name.partition("/")[0].lower()
    return host.endswith(name[1:]) if name.startswith("*.") else host == name
