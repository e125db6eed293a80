"""Markdown read as the site reads it, and what of an HTML tree a reader would see."""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString
from markdown import Markdown

UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "title", "head", "iframe", "object", "embed", "select", "textarea", "input", "svg"}
)
CONFIGS: dict[str, Any] = {"markdown.extensions.codehilite": {"css_class": "highlight", "guess_lang": False}}
EXTENSIONS = [f"markdown.extensions.{name}" for name in ("extra", "codehilite", "meta", "smarty", "sane_lists")]

_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---", "…": "..."})


def rendered(markdown: str) -> Tag:
    """The site's HTML of a text that stands behind its front matter, as `pelicanconf.py` sets it up."""
    reader = Markdown(extensions=[*EXTENSIONS, "reading_aids.markup"], extension_configs=CONFIGS, output_format="html")
    return BeautifulSoup(reader.convert("Title: T\n\n" + markdown), "lxml")


def words(tree: Tag) -> list[str]:
    """The visible words in order, quotation marks and dashes as they are typed."""
    parts = []
    for node in tree.descendants:
        if isinstance(node, Tag):
            parts.append(
                " " if node.name not in ("strong", "em", "a", "code", "sub", "sup", "b", "i", "del", "ins", "mark", "abbr", "kbd") else ""
            )
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            parts.append(str(node) if not any(parent.name in UNSEEN for parent in node.parents) else "")
    return re.sub("[\u200b\u2060\ufeff\u00ad]", "", "".join(parts)).translate(_QUOTES).split()


def letters(tree: Tag) -> str:
    """The visible letters and digits in order, however they are spaced."""
    return re.sub(r"[\W_]+", "", "".join(words(tree)))


def outline(tree: Tag) -> list[str]:
    """The elements in order, without those that stand for nothing by themselves."""
    kept = {
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "code",
        "table",
        "tr",
        "td",
        "th",
        "a",
        "img",
        "strong",
        "em",
        "br",
        "hr",
        "dl",
        "dt",
        "dd",
    }
    kept |= {"sub", "sup", "ins", "del", "mark", "abbr", "h2", "h3", "h4", "h5", "h6", "details", "video"}
    return [tag.name for tag in tree.find_all(kept)]
