"""Addresses as character references: browsers, screen readers and copying see the address, simple harvesters do not."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape


def cloak(text: object) -> Markup:
    """`text` for HTML, safe in content and in quoted attributes; the subject of a `mailto:` stays readable, since it is no address."""
    plain = str(text)
    hidden, mark, rest = plain.partition("?") if plain.startswith("mailto:") else (plain, "", "")
    return Markup("".join((_references(hidden), escape(mark + rest))))  # noqa: S704  (every character is escaped)


@lru_cache(maxsize=256)  # a site has few addresses, and shows each on every page
def _references(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)
