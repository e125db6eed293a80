"""The lines before a text in YAML, between two lines of three hyphens; what they say becomes what the plain style would have said.

What is no YAML but plain style between fences (`Title: One: the first`) is read as that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from . import names
from .head import CLOSES, FENCE, YAML, Head, Value
from .model import Finding, error, short, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = "front-yaml"
_NAME = re.compile(r"(?!---)[A-Za-z0-9_-]+")
_COMMENT = re.compile(r"\S #")  # with more blanks before it, somebody meant a comment
_QUOTE = "Put the value between quotation marks."
_UNCLOSED = "found unexpected end of stream"
_COLON = "mapping values are not allowed here"
_BRACKET = "expected ',' or"
_OPENED = (_UNCLOSED, _BRACKET)
_AT_THE_EDGE = "Begin the names of all fields at the edge."
_PROBLEMS = (
    (_UNCLOSED, "a quotation mark or bracket opens here and nothing closes it", "Close it, or take it out."),
    (_COLON, "the value has a colon in it", _QUOTE),
    ("could not find expected ':'", "the line above is no field", "Write it as Name: text, or indent it to go on with the line above."),
    ("found character", "the value begins with a character that means something else in YAML", _QUOTE),
    ("expected alphabetic or numeric character", "a value that begins with * or & means something else in YAML", _QUOTE),
    ("found undefined alias", "a value that begins with * means something else in YAML", _QUOTE),
    ("expected <block end>", "the line is indented otherwise than those above", _AT_THE_EDGE),
    (_BRACKET, "a bracket opens here and nothing closes it", "Close it, or write one member a line, each behind a hyphen."),
)
"""How PyYAML's problems begin, what they mean to an author, and what to do."""
_NEVER_CLOSED = error(1, RULE, "the fields begin with --- and nothing closes them", "Write --- on a line of its own below the last field.")
_AS_TEXT = "Write a text, or a list with one member a line, each behind a hyphen."


def closing_line(lines: list[str]) -> int:
    """The index of the line that closes the block of YAML which opens the file; 0 if there is no such block."""
    if lines[0].rstrip() != FENCE:
        return 0
    return next((at for at, line in enumerate(lines) if at and line.rstrip() in CLOSES), 0)


def yaml_head(plain: Head) -> tuple[Head, list[Finding]]:
    """What YAML makes of a file whose fields begin with a fence, and what is wrong with it. `plain` comes back where it is none."""
    import yaml  # noqa: PLC0415  (few files need it, and it takes its time to load)

    close = closing_line(plain.lines)
    is_plain = plain.is_closed and bool(plain.fields)
    if not close:
        return plain, [] if is_plain else [_NEVER_CLOSED]
    try:
        node = yaml.compose("\n".join(plain.lines[1:close]).expandtabs(4), Loader=yaml.BaseLoader)
    except yaml.YAMLError as wrong:
        return plain, [] if is_plain else [_no_yaml(wrong, plain.lines)]
    if not isinstance(node, yaml.MappingNode):
        return plain, []
    return _head_of(node, plain, close)


def _no_yaml(wrong: Any, lines: list[str]) -> Finding:
    """What PyYAML says, in words for people who do not know that they write YAML; its marks count lines from 0, below the fence."""
    problem = str(getattr(wrong, "problem", None) or getattr(wrong, "reason", None) or "")
    mark = getattr(wrong, "problem_mark", None)
    found = next((known for known in _PROBLEMS if problem.startswith(known[0])), None)
    if not found:
        what = f"the fields between --- are no YAML: {short(problem) or 'an unfit character'}"
        return error(mark.line + 2 if mark else 1, RULE, what, _QUOTE)
    begin, what, fix = found
    if begin in _OPENED:
        mark = getattr(wrong, "context_mark", None) or mark
    if begin == _COLON and mark and lines[mark.line + 1].startswith(" "):
        what, fix = "the line is indented, so that it goes on with the one above", _AT_THE_EDGE
    return error(mark.line + 2 if mark else 1, RULE, f"the fields between --- cannot be read: {what}", fix)


def _head_of(node: Any, plain: Head, close: int) -> tuple[Head, list[Finding]]:
    head = Head(plain.lines, has_fence=True, kind=YAML, end=close, is_closed=True)
    findings: list[Finding] = []
    for key, value in node.value:
        line = int(key.start_mark.line) + 2
        if not _is_name(key):
            findings.append(error(line, RULE, f"'{short(str(key.value))}' is no name of a field", _other_name(key)))
        elif (texts := texts_of(value)) is None:
            what = f"{str(key.value).capitalize()} holds fields or lists of its own, and nobody reads those"
            findings.append(error(line, RULE, what, _AS_TEXT))
        else:
            values = [Value(text, at, opens=not number) for number, (text, at) in enumerate(texts)]
            head.fields.setdefault(str(key.value).lower(), []).extend(values or [Value("", line, opens=True)])
            findings += _lost_in_comments(key, value, plain.lines)
    return head, findings


def _other_name(key: Any) -> str:
    name = names.ELSEWHERE.get(str(key.value).lower().replace(" ", "_"), "")
    return f"Write {names.spelled(name)}." if name else "Use letters, digits, hyphens and underscores only."


def _is_name(key: Any) -> bool:
    return key.id == "scalar" and bool(_NAME.fullmatch(key.value))


def texts_of(node: Any) -> list[tuple[str, int]] | None:
    """The lines that the plain style would have for this value, and where they stand; None if it has no way to say it."""
    if node.id == "scalar":
        lines = [line.strip() for line in node.value.splitlines()]
        return [(line, node.start_mark.line + 2) for line in lines if line]
    if node.id != "sequence" or any(member.id != "scalar" for member in node.value):
        return None
    return [(" ".join(member.value.split()), member.start_mark.line + 2) for member in node.value if member.value.strip()]


def _lost_in_comments(key: Any, value: Any, lines: list[str]) -> Iterator[Finding]:
    """Of `Title: Letter #3` YAML keeps `Letter`."""
    for node in value.value if value.id == "sequence" else [value]:
        end = node.end_mark
        rest = lines[end.line + 1][end.column - 1 :] if node.style is None and end.column and end.line + 1 < len(lines) else ""
        if _COMMENT.match(rest):
            what = f"{key.value.capitalize()} ends before '{short(rest[2:])}', since YAML takes that for a remark"
            yield warning(end.line + 2, RULE, what, "Put the whole value between quotation marks, or a second blank before the #.")
