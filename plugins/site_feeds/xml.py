"""The few words of XML that feeds are written in. Every text and every value is escaped; characters have been looked at before."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
_IN_ATTRIBUTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def attributes(given: Mapping[str, str]) -> str:
    """Attributes with the blank before each of them."""
    return "".join(f' {name}="{escape(value, _IN_ATTRIBUTES)}"' for name, value in given.items())


def element(name: str, text: str, **given: str) -> str:
    return f"<{name}{attributes(given)}>{escape(text)}</{name}>"


def empty(name: str, **given: str) -> str:
    return f"<{name}{attributes(given)}/>"
