"""A small reader of `_headers` and `_redirects` after what Netlify and Cloudflare say of them, which knows nothing of how ours are made."""

from __future__ import annotations

import re


def redirect_lines(text: str) -> list[tuple[str, str, str]]:
    """Origin, target and status of each line; a comment begins with `#` wherever it stands."""
    parts = [line.partition("#")[0].split() if line.startswith("#") else line.split() for line in text.splitlines()]
    assert all(len(words) == 3 for words in parts if words), parts
    return [(origin, target, status) for origin, target, status in filter(None, parts)]


def header_blocks(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    blocks: list[tuple[str, list[tuple[str, str]]]] = []
    for line in filter(None, text.splitlines()):
        if line.startswith("/"):
            blocks.append((line, []))
        else:
            name, colon, value = line.partition(":")
            assert colon, line
            assert line.startswith("  "), line
            blocks[-1][1].append((name.strip().lower(), value.strip()))
    return blocks


def fields_for(path: str, text: str) -> dict[str, list[str]]:
    """What a visitor of `path` gets: the values of all blocks that match."""
    found: dict[str, list[str]] = {}
    for pattern, fields in header_blocks(text):
        regex = ".*".join(re.escape(part) for part in pattern.split("*"))
        if re.fullmatch(regex, path):
            for name, value in fields:
                found.setdefault(name, []).append(value)
    return found
