"""Front matter in YAML, between two lines of three hyphens, written again in the plain style that Python-Markdown's `meta` reads.

    ---
    title: "Trust: a beginning"        Title: Trust: a beginning
    tags:                              Tags: Trust
      - Trust                              Keeping faith
      - Keeping faith
    ---

Every value is text, as it stands there: nothing becomes a date, a number or a truth. A list becomes the lines that the plain style has for
it. Fields within fields say nothing to anybody and are an error. What is no YAML, but plain style between fences, is left as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown.preprocessors import Preprocessor

if TYPE_CHECKING:
    from collections.abc import Iterator

FENCE = "---"
CLOSES = (FENCE, "...")
_NAME = re.compile(r"(?!---)[A-Za-z0-9_-]+")
_OPENS = re.compile(r" {0,3}[A-Za-z0-9_-]+:")  # this and the next as in markdown.extensions.meta
_PLAIN = re.compile(r" {0,3}[A-Za-z0-9_-]+:| {4,}")


class YamlError(ValueError):
    """The fields cannot be read; `line` counts from the beginning of the file."""

    def __init__(self, line: int, what: str) -> None:
        self.line = line
        super().__init__(f"line {line}: {what}")


class PlainFields(Preprocessor):
    """Goes before `meta`, and does nothing where that is not there, as for a field that Pelican formats."""

    def run(self, lines: list[str]) -> list[str]:
        return plain_style(lines) if "meta" in self.md.preprocessors else lines


def plain_style(lines: list[str]) -> list[str]:
    """The lines of a file, tabs expanded, with fields in the plain style; the same lines if they have no YAML. Raises YamlError."""
    close = _closing_line(lines)
    if not close:
        return lines
    import yaml  # noqa: PLC0415  (few sites have a file that needs it)

    try:
        node = yaml.compose("\n".join(lines[1:close]), Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        if _is_plain(lines):
            return lines
        mark = getattr(error, "problem_mark", None)
        raise YamlError(mark.line + 2 if mark else 1, f"no YAML: {getattr(error, 'problem', error)}") from error
    if not isinstance(node, yaml.MappingNode):
        return lines
    return [line for key, value in node.value for line in _field(key, value)] + ["", *lines[close + 1 :]]


def _closing_line(lines: list[str]) -> int:
    """The index of the line below the fields; 0 if none opens or closes them."""
    if not lines or lines[0].rstrip() != FENCE:
        return 0
    return next((at for at, line in enumerate(lines) if at and line.rstrip() in CLOSES), 0)


def _is_plain(lines: list[str]) -> bool:
    """Whether `meta` can make something of all lines up to the first empty one or the fence."""
    for at, line in enumerate(lines[1:]):
        if not line.strip() or line.startswith(CLOSES):
            return at > 0
        if not (_PLAIN if at else _OPENS).match(line):
            return False
    return True


def _field(key: Any, value: Any) -> Iterator[str]:
    line = int(key.start_mark.line) + 2
    if key.id != "scalar" or not _NAME.fullmatch(key.value):
        raise YamlError(line, f"'{key.value}' is no name of a field. Use letters, digits, hyphens and underscores only.")
    texts = _texts(value)
    if texts is None:
        raise YamlError(line, f"{key.value} holds fields or lists of its own. Write a text, or a list with one member a line.")
    first, *more = texts or [""]
    yield f"{key.value}: {first}".rstrip()
    yield from (f"    {text}" for text in more)


def _texts(node: Any) -> list[str] | None:
    """The lines of a text, or the members of a list; empty ones are left out, since an empty line ends the plain style."""
    if node.id == "scalar":
        return [line.strip() for line in node.value.splitlines() if line.strip()]
    if node.id != "sequence" or any(member.id != "scalar" for member in node.value):
        return None
    return [" ".join(member.value.split()) for member in node.value if member.value.strip()]
