"""A TOML file as its owner sees it: values with the lines where they stand, and mistakes in plain words.

`tomllib` stops at the first mistake and knows no lines of values. Both come from one observation: a file can be cut after
a statement and still parses, and cannot be cut within one. So the statement that fails is the one after the longest part
that parses; it is blanked, and the rest is read.
"""

from __future__ import annotations

import contextlib
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .problems import Problem, only

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_MISSING = 'the file is missing. Put it back, or write it anew with at least name = "My letters" and url = "https://www.example.com".'
_HEADING = re.compile(r"\s*\[\[?[\w.\"' -]+\]\]?\s*(?:#.*)?$")
_STATEMENT = re.compile(rf"\s*[\w.\"'-]+\s*=|{_HEADING.pattern}")
_EMPTY = re.compile(r"[ \t]*(?:#[^\x00-\x08\x0b-\x1f\x7f]*)?")
_LINE = re.compile(r"\(at line (\d+), column \d+\)$")
# A TOMLDecodeError is a ValueError; so is a number of five thousand digits. A thousand brackets are too deep to read.
_UNREADABLE = (ValueError, RecursionError)
_UNQUOTED = "an address on the left needs quotation marks, too. Write it as in '/old.html' = '/new/'."
_PLAIN_WORDS = (  # the beginning of what tomllib says, and what to tell a person who does not program
    ("Cannot", "this stands in the file twice. Keep one of the two and remove the other."),
    ("Illegal character '\\n'", 'a quotation mark is missing at the end of this line. Write text as in name = "My letters".'),
    ("Unterminated string", 'the text that begins here has no end. Close it with the same quotation marks, " or """.'),
    ("Unclosed array", 'a comma or the closing ] of a list is missing here. Write lists as in menu = ["letters", "about"].'),
    ("Expected '='", 'the = after the key is missing. Write a line as in name = "My letters".'),
    ("Unescaped '\\'", "a \\ inside a text must be written twice. Write \\\\."),
    ("Expected newline", 'something follows the end of the value. Remove it; a quotation mark inside a text is written \\".'),
    ("Expected ']'", "the ] at the end of this heading is missing. Write it as in [labels]."),
    ("Invalid value", 'the value is not understood. Text stands between straight quotation marks, as in name = "My letters".'),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the name `name` and what could be read of it; `problems` are its mistakes in writing."""

    name: str
    lines: tuple[str, ...]
    table: dict[str, Any]
    problems: tuple[Problem, ...]

    def line_of(self, *keys: str, having: str = "") -> int:
        """The line where this key, inside these tables, gets its value; of several the one with the quoted text `having`. 1 if none."""
        for start, end, table in _statements(self.lines):
            if _holds(table, keys):
                return _line_having(self.lines, (start, end), having)
        return 1


def read_document(path: Path) -> Document:
    """What stands in this file. SiteError if it cannot be read at all; mistakes in writing are in the document's `problems`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise only(path.name, _MISSING) from error
    except UnicodeDecodeError as error:
        raise only(path.name, "the file is not saved as UTF-8. Save it again and choose UTF-8 as the encoding.") from error
    except OSError as error:
        raise only(path.name, f"the file cannot be read ({error.strerror}). Allow reading it.") from error
    return parse_document(path.name, text)


def parse_document(name: str, text: str) -> Document:
    """The document that a text is: as much of it as can be read, and all mistakes in writing."""
    lines = re.split(r"\r\n?|\n", text)
    problems: list[Problem] = []
    while (failed := _first_failure(lines)) is not None:
        (start, end), line, message = failed
        problems.append(Problem(name, line, message))
        lines[start:end] = [""] * (end - start)
    return Document(name, tuple(lines), tomllib.loads("\n".join(lines)), tuple(problems))


def _first_failure(lines: Sequence[str]) -> tuple[tuple[int, int], int, str] | None:
    """The statement that cannot be read, from line index to line index, the number of the line to name, and what is wrong."""
    try:
        tomllib.loads("\n".join(lines))
    except _UNREADABLE as error:
        found = _LINE.search(str(error))
        last_good = _last_good(lines, before=int(found[1]) if found else len(lines))
        start = next(index for index in range(last_good, len(lines)) if not _EMPTY.fullmatch(lines[index]))
        end = _end_of_failure(lines, start)
        line = int(found[1]) if found and start < int(found[1]) <= end else start + 1
        return (start, end), line, _UNQUOTED if lines[start].lstrip().startswith("/") else _in_plain_words(str(error))
    return None


def _last_good(lines: Sequence[str], *, before: int) -> int:
    """How many lines the longest part has that parses. A parser reads on from there, so it fails at once where it failed before."""
    for end in range(min(before, len(lines)), 0, -1):
        with contextlib.suppress(*_UNREADABLE):
            tomllib.loads("\n".join(lines[:end]))
            return end
    return 0


def _end_of_failure(lines: Sequence[str], start: int) -> int:
    """The next line that can be read again: the next statement; after a heading the next heading, since all below it lost its place."""
    again = _HEADING if lines[start].lstrip().startswith("[") else _STATEMENT
    return next((index for index in range(start + 1, len(lines)) if again.match(lines[index])), len(lines))


def _in_plain_words(message: str) -> str:
    plain = (words for beginning, words in _PLAIN_WORDS if message.startswith(beginning))
    return next(plain, f"this line is not understood ({message}). Compare it with the lines around it.")


def _statements(lines: Sequence[str]) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Every place where the file can be cut: indexes of the statement's first line and after its last, and the table up to there."""
    start = 0
    for end in range(1, len(lines) + 1):
        try:
            table = tomllib.loads("\n".join(lines[:end]))
        except _UNREADABLE:
            continue
        yield start, end, table
        start = end


def _holds(table: Any, keys: Sequence[str]) -> bool:
    for key in keys:
        if not isinstance(table, dict) or key not in table:
            return False
        table = table[key]
    return True


def _line_having(lines: Sequence[str], span: tuple[int, int], having: str) -> int:
    """The number of the first line in the span that holds the text, else of its first line that is not empty."""
    meaningful = [index for index in range(*span) if not _EMPTY.fullmatch(lines[index])]
    with_text = [index for index in meaningful if any(f"{quote}{having}{quote}" in lines[index] for quote in "\"'")]
    return 1 + next(iter([*with_text, *meaningful]), span[0])
