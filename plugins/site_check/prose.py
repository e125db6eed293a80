"""Rules over what authors wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Hit, Severity
from .phrases import requests_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .config import CheckConfig
    from .texts import SourceText


def asks_for_comments(text: SourceText, _config: CheckConfig) -> Iterator[Hit]:
    """Each sentence that asks for comments, with a better one; in a draft it is only a warning."""
    for paragraph in text.paragraphs():
        for request in requests_in(paragraph.text):
            yield Hit(
                paragraph.line_at(request.start),
                f"“{request.words}” asks for comments, and there are none.",
                f"Ask for a letter instead, such as: “{request.better}”",
                severity=Severity.WARNING if text.is_draft else None,
                last_line=paragraph.line_at(request.end),
            )
