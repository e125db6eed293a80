"""Elements that Markdown cannot say, as HTML: one line a block, nothing in it that Markdown would read."""

from __future__ import annotations

import html

from bs4 import Tag
from bs4.element import NavigableString

from .elements import BLOCKS, attribute

_VOID = frozenset({"img", "br", "hr", "source", "track"})


def as_html(node: object) -> str:
    """The element and all in it; blank lines in code become references, since a blank line might end the block."""
    if isinstance(node, NavigableString):
        return html.escape(str(node), quote=False)
    if not isinstance(node, Tag):
        return ""
    if "data-footnote" in node.attrs:
        return f"[^{node['data-footnote']}]"
    start = start_tag(node)
    if node.name in _VOID:
        return start
    inside = "".join(as_html(child) for child in node.contents)
    if node.name == "pre":
        inside = inside.replace("\n", "&#10;")
    return f"{start}{inside}</{node.name}>"


def start_tag(tag: Tag) -> str:
    """`<name …>`, with attributes in the order in which they stand."""
    kept = {key: attribute(tag, key) for key in tag.attrs if not key.startswith("data-")}
    written = "".join(f' {key}="{html.escape(value)}"' if value or key == "alt" else f" {key}" for key, value in kept.items())
    return f"<{tag.name}{written}>"


def is_block(node: object) -> bool:
    return isinstance(node, Tag) and node.name in BLOCKS
