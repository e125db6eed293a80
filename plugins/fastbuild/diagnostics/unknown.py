"""Fields that nobody reads, and names that Pelican needs for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import names
from .model import Finding, error, short, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .head import Head, Value
    from .rules import Rules

RULE, TAKEN = "front-field", "front-taken"
_YES = {"true", "yes", "1", "on"}


def check_names(head: Head, rules: Rules) -> Iterator[Finding]:
    """Each field whose name is not among the rules' fields."""
    for name, values in head.fields.items():
        if name not in rules.fields:
            yield _unknown(name, values[-1] if len(values) > 1 and name in rules.fields else values[0], head, rules)


def _unknown(name: str, value: Value, head: Head, rules: Rules) -> Finding:
    if names.is_taken(name):
        fix = "Give it another name."
        return error(value.line, TAKEN, f"Pelican needs the name {name} for itself, and would lose the text over it", fix)
    if name in {"draft", "published"}:
        return _publication(name, value)
    if _is_address(value):
        fix = "Put an empty line above the text."
        return error(value.line, RULE, f"the address {name}:{short(value.text, 30)} is read as a field", fix)
    near = names.nearest(name, rules.fields)
    if near and near not in head.fields:
        return error(value.line, RULE, f"unknown field {names.spelled(name)}", f"Did you mean {names.spelled(near)}?")
    meant = names.ELSEWHERE.get(name, "")
    if meant in rules.fields:
        return warning(value.line, RULE, f"unknown field {names.spelled(name)}", f"Here it is called {names.spelled(meant)}.")
    return warning(value.line, RULE, f"unknown field {names.spelled(name)}", _other_ways(name, value, head))


def _publication(name: str, value: Value) -> Finding:
    """`draft: true` is what many programs write, and Pelican would publish it."""
    is_draft = (value.text.lower() in _YES) is (name == "draft")
    what = f"Pelican does not know {names.spelled(name)}, and would publish this" if is_draft else f"unknown field {names.spelled(name)}"
    return (error if is_draft else warning)(value.line, RULE, what, "Write Status: draft." if is_draft else "Take the line out.")


def _is_address(value: Value) -> bool:
    return value.text.startswith("//")


def _other_ways(name: str, value: Value, head: Head) -> str:
    """What else it may be: the beginning of the text, if it is the last one, or a field of the owner's own."""
    own = f"If your templates use it, name it in the setting FASTBUILD_FIELDS: [{name!r}]."
    is_last = value.line == head.end and head.after.strip() == "" and not head.has_fence
    return f"If it begins the text, put an empty line above it. {own}" if is_last else f"Take it out. {own}"
