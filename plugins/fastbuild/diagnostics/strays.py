"""Where the fields end although there are more, and files that have none: all of it would be read as text, in silence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import names
from .head import FENCE, FIELD, PLAIN, fields_in
from .model import Finding, error, short, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .head import Head
    from .rules import Rules

FORM, NONE, MISSING = "front-form", "front-none", "front-missing"
_BEGIN = "Begin the file with lines such as Title: A good start"
_OTHER_COLONS = "：﹕꞉ː∶"
_LIKE_FIELD = re.compile(
    rf"\s{{0,3}}(?P<mark>[#>*_`\"'“„:-]*\s?)(?P<name>[^\W\d_][\w -]{{0,30}}?)(?P<end>[*_`\"'”“]*)\s*(?P<colon>[:={_OTHER_COLONS}])\s?"
)
MERGED = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_TOML, _JSON = "+++", "{"
_UNDATED = ("draft", "skip")
_LOST = ("title", "date", "modified", "status", "slug")
"""Fields whose loss shows at once; a text may well begin with `Summary: we went home.`"""


def check_end(head: Head, rules: Rules) -> Iterator[Finding]:
    """The line at which the fields end, and what stands behind it."""
    if not head.fields:
        yield from _none(head, rules)
        return
    if head.kind != PLAIN:
        return
    if not head.is_closed and head.after:
        yield from _stray(head, rules)
    elif not head.has_fence:
        yield from _behind_an_empty_line(head, rules)


def check_missing(head: Head, rules: Rules, reasons: list[Finding]) -> Iterator[Finding]:
    """What a content cannot do without, unless one of the `reasons` for that has been found. A draft needs no date."""
    for name in rules.required if head.fields and not head.after.startswith(MERGED) else ():
        if name in head.fields or name in rules.given or (name == "date" and head.text("status") in _UNDATED):
            continue
        if any(names.spelled(name) in f"{reason.message} {reason.fix}" for reason in reasons):
            continue
        example = "Title: A good start" if name == "title" else "Date: 2026-03-04"
        what = f"the {rules.kind} has no {name}, so that it would be left out"
        yield error(1, MISSING, what, f"Add a line such as {example}.")


def _none(head: Head, rules: Rules) -> Iterator[Finding]:
    """A file without any field: an empty one, or one whose first line is none."""
    text = [line for line in head.lines if line.strip()]
    first = head.lines[1 if head.has_fence and len(head.lines) > 1 else 0]
    if not text:
        yield error(1, NONE, "the file is empty", f"{_BEGIN}, or delete it.")
    elif first.startswith(_TOML) or first.lstrip().startswith(_JSON):
        kind = "TOML" if first.startswith(_TOML) else "JSON"
        yield error(1, NONE, f"the fields are written in {kind}, which is not read here", f"{_BEGIN}.")
    elif not first.strip():
        yield from _empty_line_first(head)
    elif broken := _broken_field(first, rules):
        yield error(2 if head.has_fence else 1, FORM, *broken)
    elif first.startswith("# "):
        what = f"the file begins with the heading '{short(first[2:], 40)}' and has no fields"
        yield error(1, NONE, what, f"Write Title: {short(first[2:], 40)} instead, and an empty line below the last field.")
    else:
        missing = " and no ".join(name for name in rules.required if name not in rules.given)
        yield error(
            1, NONE, f"the file has no fields, so no {missing}" if missing else "the file has no fields", f"{_BEGIN} and an empty line."
        )


def _empty_line_first(head: Head) -> Iterator[Finding]:
    start = next(at for at, line in enumerate(head.lines) if line.strip())
    below = dict(fields_in(head.lines, start + head.lines[start].startswith(FENCE)))
    if below:
        yield error(1, NONE, "the file begins with an empty line, so that its fields are read as text", "Take the empty line out.")
    else:
        yield error(1, NONE, "the file has no fields", f"{_BEGIN} and an empty line.")


def _stray(head: Head, rules: Rules) -> Iterator[Finding]:
    """The fields end at a line that is no field. A text may begin there, if it does not hide fields."""
    number = head.end + 1
    if head.after.startswith(MERGED):  # told as what it is
        return
    if broken := _broken_field(head.after, rules):
        yield error(number, FORM, *broken)
        return
    lost = [name for name, _ in fields_in(head.lines, head.end + 1) if name in rules.fields]
    if lost:
        what = f"the line '{short(head.after, 40)}' is no field, so that {names.spelled(lost[0])} below it is read as text"
        yield error(number, FORM, what, "Write it as Name: text, or indent it by four blanks if it goes on with the line above.")


def _behind_an_empty_line(head: Head, rules: Rules) -> Iterator[Finding]:
    start = next((at for at in range(head.end, len(head.lines)) if head.lines[at].strip()), len(head.lines))
    for name, number in fields_in(head.lines, start):
        if name in _LOST and name in rules.fields and name not in head.fields:
            what = f"{names.spelled(name)} stands below an empty line, so that it is read as text"
            yield error(number, FORM, what, "Take the empty line above it out.")


def _broken_field(line: str, rules: Rules) -> tuple[str, str] | None:
    """What is wrong with a line that was meant to be a field, and how to write it; None if it looks like text."""
    found = None if FIELD.match(line.expandtabs(4)) else _LIKE_FIELD.match(line)
    if not found:
        return _without_colon(line, rules)
    name, rest = found["name"].strip(), short(line[found.end() :].strip(" *_"), 40)
    known = names.nearest(name.lower().replace(" ", "_"), rules.fields)
    joined = names.ELSEWHERE.get(name.lower().replace(" ", "_"), known)
    if not joined:
        return None
    right = f"Write {names.spelled(joined)}: {rest}".rstrip() + "."
    if found["colon"] in _OTHER_COLONS:
        return f"the colon behind {name} is not the one of the keyboard, so that this is no field", right
    if found["colon"] == "=":
        return f"{name} has an equals sign where a colon belongs", right
    if found["mark"].strip() or found["end"]:
        return f"with {found['mark'].strip() or found['end']} at its name, {name} is text and no field", right
    return f"a field's name has no blanks or accents: {name}", right


def _without_colon(line: str, rules: Rules) -> tuple[str, str] | None:
    word, _, rest = line.strip().partition(" ")
    if word.lower() in rules.fields and (not rest or word.istitle()) and len(line) < 80:
        return f"{word} has no colon behind it, so that this is no field", f"Write {word}: {rest.strip()}".rstrip() + "."
    return None


def check_fence(head: Head) -> Iterator[Finding]:
    """A fence above the fields that none below them answers. Where an empty line ends them, it does no harm."""
    if (
        head.has_fence
        and head.fields
        and head.kind == PLAIN
        and head.is_closed
        and not any(line.startswith(FENCE) for line in head.lines[head.end :])
    ):
        yield warning(1, FORM, "the --- above the fields has no --- below them", "Write --- on a line of its own below the last field.")
