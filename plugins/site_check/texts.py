"""What authors and owners wrote, as a check sees it: lines, front matter, and prose without code, quotations and markup."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXES = frozenset({".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm", ".toml"})
"""Files with prose. Everything else in a content folder is carried along unread."""

_FIELD = re.compile(r" {0,3}:?([\w-]+):[ \t]*(.*)")
_CODE = re.compile(
    r"^[ >]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ >]*\1[^\n]*$|\Z)|(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)*?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_QUOTED = re.compile(r"^ {0,3}>[^\n]*$|<(blockquote|q|pre|code)\b.*?</\1>", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK = re.compile(r"\]\([^()\s]*(?:\s+[\"'][^\"'\n]*[\"'])?\)|\]\[[^\]\n]*\]")
_MARKS = re.compile(r"[*_\[\]#]+|\u00ad|[\u200b-\u200d\ufeff]")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the front matter."""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose that belongs together; it begins on `line`."""

    text: str
    line: int

    def line_at(self, position: int) -> int:
        return self.line + self.text.count("\n", 0, position)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file that somebody wrote. `path` is as one would type it; `place` is where it stands in the content folder, if it does."""

    path: str
    text: str
    place: str = ""

    @classmethod
    def read(cls, file: Path, path: str, *, place: str = "") -> SourceText:
        """Read `file`; what is not UTF-8 in it does no harm here, whoever builds the site complains of it."""
        text = file.read_text(encoding="utf-8-sig", errors="replace")
        return cls(path, unicodedata.normalize("NFC", text), place)

    @property
    def stem(self) -> str:
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def is_draft(self) -> bool:
        return self.value_of("status").lower() == "draft"

    @property
    def without_code(self) -> str:
        """As many characters and lines, with nothing where code and comments stood."""
        return _COMMENT.sub(_blank, _CODE.sub(_blank, self.text))

    def value_of(self, name: str) -> str:
        """The value of a field of the front matter, empty if there is none."""
        return next((field.value for field in self.fields() if field.name.lower() == name), "")

    def fields(self) -> Iterator[Field]:
        """The front matter, in Markdown's or reStructuredText's way, between dashes or not."""
        for number, line in enumerate(self.text.split("\n"), 1):
            match = _FIELD.fullmatch(line)
            if match:
                yield Field(match[1], match[2].strip(), number)
            elif not (line.startswith("---") and number == 1) and not line.startswith("    "):
                return

    def paragraphs(self) -> Iterator[Paragraph]:
        """Prose for a reader's eye, front matter included."""
        gathered: list[str] = []
        for number, line in enumerate([*_plain(self.without_code).split("\n"), ""], 1):
            if gathered and not line.strip():
                yield Paragraph("\n".join(gathered), number - len(gathered))
                gathered = []
            if line.strip():
                gathered.append(line)


def _plain(text: str) -> str:
    """Markdown and HTML without their marks, line by line the same."""
    for pattern in (_QUOTED, _LINK, _TAG):
        text = pattern.sub(_blank, text)
    return "\n".join(html.unescape(_MARKS.sub("", line)).replace("\n", " ") for line in text.split("\n"))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
