"""Text with emphasis, links, pictures and code in it, as Markdown of one line; a line break is two blanks at a line's end."""

from __future__ import annotations

import re
from typing import Any

from bs4 import Tag
from markdownify import MarkdownConverter

from .elements import classes_of, elements_in
from .escaping import address_of, escaped, escaped_starts, strictly_escaped, title_of
from .keeping import DECORATIVE
from .raw_html import as_html, start_tag

_TICKS = re.compile("`+")
_AUTOLINK = re.compile(r"[a-z]+://[^\s<>`\\*_\[\]]+", re.IGNORECASE)
_MAIL = re.compile(r"[^\s<>!:`\\]+@[^\s<>`\\]+")

_OURS = frozenset({"strong", "em", "a", "img", "code", "br", "sup", "audio"})
"""All others are HTML in Markdown too."""


class Inline(MarkdownConverter):
    """Markdownify's walk through the tree, with this site's Markdown at each element.

    `is_careful` writes emphasis as HTML and escapes whatever could be escaped, for lines that otherwise would not be read as they are.
    """

    def __init__(self, *, is_careful: bool = False) -> None:
        super().__init__()
        self._is_careful = is_careful

    def line(self, tag: Tag) -> str:
        """The Markdown of what is in `tag`, in a place where no block can begin."""
        return "".join(self._node(child, {"p"}) for child in tag.contents)

    def paragraph(self, tag: Tag) -> str:
        return escaped_starts(self.line(tag))

    def escape(self, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002  (markdownify's signature)
        return strictly_escaped(text) if self._is_careful else escaped(text)

    def _node(self, node: Any, parent_tags: set[str]) -> str:
        return self.process_tag(node, parent_tags) if isinstance(node, Tag) else self.process_text(node, parent_tags)

    def process_text(self, el: Any, parent_tags: set[str] | None = None) -> str:
        return self.escape(str(el), parent_tags or set())

    def process_tag(self, node: Any, parent_tags: set[str] | None = None) -> str:
        inside = "".join(self._node(child, parent_tags or set()) for child in node.contents)
        convert = getattr(self, f"convert_{node.name}") if node.name in _OURS else None
        return str(convert(node, inside, parent_tags or set())) if convert else f"{start_tag(node)}{inside}</{node.name}>"

    def convert_strong(self, el: Any, text: str, _: set[str]) -> str:
        return self._marked(el, text, "**")

    def convert_em(self, el: Any, text: str, _: set[str]) -> str:
        return self._marked(el, text, "*")

    def _marked(self, el: Any, text: str, mark: str) -> str:
        if not text.strip():
            return text
        return f"<{el.name}>{text}</{el.name}>" if self._is_careful else f"{mark}{text}{mark}"

    def convert_a(self, el: Any, text: str, _: set[str]) -> str:
        if "href" not in el.attrs:
            return as_html(el)
        address, title = str(el["href"]), str(el.get("title", ""))
        words = el.get_text()
        if not title and not elements_in(el):
            if words == address and _AUTOLINK.fullmatch(address):
                return f"<{address}>"
            if f"mailto:{words}" == address and _MAIL.fullmatch(words):
                return f"<{words}>"
        if not text.strip():
            return text
        return f"[{_within_brackets(text)}]({address_of(address)}{_titled(title)})"

    def convert_img(self, el: Any, _: str, __: set[str]) -> str:
        source = address_of(str(el.get("src", "")))
        if not source:
            return escaped(str(el.get("alt", "")))
        mark = f"{{: .{DECORATIVE} }}" if DECORATIVE in classes_of(el) else ""
        return f"![{_within_brackets(escaped(str(el.get('alt', ''))))}]({source}{_titled(str(el.get('title', '')))}){mark}"

    def convert_code(self, el: Any, _: str, __: set[str]) -> str:
        text = el.get_text().strip()
        fence = "`" * (max((len(run) for run in _TICKS.findall(text)), default=0) + 1)
        if not text:
            return ""
        edge = " " if text[0] == "`" or text[-1] == "`" else ""
        return f"{fence}{edge}{text}{edge}{fence}"

    def convert_br(self, el: Any, _: str, __: set[str]) -> str:
        return "<br>" if el.find_parent(["h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "summary"]) else "  \n"

    def convert_sup(self, el: Any, text: str, _: set[str]) -> str:
        return f"[^{el['data-footnote']}]" if "data-footnote" in el.attrs else f"<sup>{text}</sup>"

    def convert_audio(self, el: Any, _: str, __: set[str]) -> str:
        return as_html(el)


def _within_brackets(text: str) -> str:
    """Brackets in a link's text are escaped unless they are a picture's."""
    if text.count("[") == text.count("]") and "![" in text:
        return text
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", text)


def _titled(title: str) -> str:
    return f' "{title_of(title)}"' if title else ""
