"""The Markdown extension: front matter in YAML, figures, tables, heading ids, footnotes. The plugin adds it to MARKDOWN by its dotted name.

It can be used without Pelican too: `markdown.markdown(text, extensions=["extra", "reading_aids.markup"])`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from .figures import make_figures, mark_decorative
from .footnotes import translate_back_links
from .headings import RESERVED_IDS, lower_headings, number_headings
from .language import Words, words_in
from .tables import align_by_class, wrap_tables
from .yaml_fields import PlainFields

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

NAME = f"{__package__}.markup"
PRIORITY = 5.5
"""After attr_list (8), whose ids stay, and smarty (6); before toc (5), which then lists our ids."""
BEFORE_META = 28
"""After normalize_whitespace (30), which expands tabs; before meta (27)."""
AFTER_RAW_HTML = 5.0
"""Code that was coloured is put back by raw_html (30)."""


class ReadingMarkup(Extension):
    """Takes `language` (BCP 47) and `reserved_ids`, both plain values, so that settings that hold them can be pickled."""

    def __init__(self, **given: Any) -> None:
        self.config = {
            "language": ["en", "language of the names of tables and of the way back from footnotes"],
            "reserved_ids": [(), "ids that no heading may get, besides the usual ones"],
        }
        super().__init__(**given)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        md.preprocessors.register(PlainFields(md), "reading_aids_yaml", BEFORE_META)
        reserved = RESERVED_IDS.union(self.getConfig("reserved_ids"))
        md.treeprocessors.register(_Reshape(md, words_in(self.getConfig("language")), reserved), "reading_aids", PRIORITY)
        md.postprocessors.register(_FocusableCode(md), "reading_aids_code", AFTER_RAW_HTML)


class _Reshape(Treeprocessor):
    def __init__(self, md: Markdown, words: Words, reserved: frozenset[str]) -> None:
        super().__init__(md)
        self._words = words
        self._reserved = reserved

    def run(self, root: Element) -> None:
        lower_headings(root)
        number_headings(root, self.md, self._reserved)
        make_figures(root)
        mark_decorative(root)
        align_by_class(root)
        wrap_tables(root, self.md, self._words)
        translate_back_links(root, self._words.back_link)


class _FocusableCode(Postprocessor):
    """A wide block of code scrolls sideways; whoever has only a keyboard must be able to reach it (WCAG 2.1.1)."""

    def run(self, text: str) -> str:
        return text.replace("<pre>", '<pre tabindex="0">')


def makeExtension(**given: Any) -> ReadingMarkup:  # noqa: N802  (Python-Markdown calls it)
    return ReadingMarkup(**given)
