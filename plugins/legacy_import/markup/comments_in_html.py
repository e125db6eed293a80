"""HTML comments in a text that is not parsed yet, found in one pass whatever is left open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLOCK = re.compile(r"<!--\s*(?P<end>/?)wp:(?P<name>[a-z][\w/-]*)\s*(?P<json>\{.*\})?\s*(?P<alone>/?)-->", re.DOTALL)


def comments(html: str) -> Iterator[re.Match[str]]:
    """All comments; behind the last `-->` there can be none, and nobody looks for an end there."""
    return _COMMENT.finditer(html, 0, html.rfind("-->") + 3)


def block_comment(text: str) -> re.Match[str] | None:
    """What a comment of the block editor says: `end`, `name`, `json` and `alone`."""
    return _BLOCK.fullmatch(text)
