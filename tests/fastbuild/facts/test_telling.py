"""A value is told by the same text in every process, and another value by another."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import sys
from collections import deque
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from fastbuild.facts.telling import UntoldError, shape, told
from hypothesis import assume, given
from hypothesis import strategies as st
from markupsafe import Markup
from pelican.settings import DEFAULT_CONFIG
from pelican.urlwrappers import Tag

ROOT = Path(__file__).resolve().parents[3]

PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
    st.binary(),
    st.dates(),
    st.timedeltas(),
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(st.lists(inner), st.lists(inner).map(tuple), st.dictionaries(st.text(), inner), st.sets(st.text())),
    max_leaves=12,
)


def is_equal(one: Any, other: Any) -> bool:
    """Equal and of the same types, all the way down; 1, 1.0 and True are three values in a template."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(is_equal(*pair) for pair in zip(one, other, strict=True))
    if isinstance(one, dict):
        return is_equal(list(one), list(other)) and is_equal(list(one.values()), list(other.values()))
    if isinstance(one, float):
        return repr(one) == repr(other)
    return bool(one == other)


@given(VALUES, VALUES)
def test_different_values_are_told_differently(one: Any, other: Any) -> None:
    assert (repr(told(one)) == repr(told(other))) == is_equal(one, other)


@given(VALUES)
def test_a_copy_is_told_alike(value: Any) -> None:
    copied = eval(repr(value), {"datetime": datetime})  # noqa: S307  (our own values)
    assume(is_equal(value, copied))
    assert repr(told(value)) == repr(told(copied))


@dataclass(frozen=True)
class Point:
    x: int
    y: Any = None


class Plain:
    def __init__(self, **members: Any) -> None:
        vars(self).update(members)


class Queue(deque[int]):
    """What it holds is hidden in its base."""


class Slotted:
    __slots__ = ("a", "b")


def slotted(**members: Any) -> Slotted:
    made = Slotted()
    for name, value in members.items():
        setattr(made, name, value)
    return made


SETTINGS = dict(DEFAULT_CONFIG)

PAIRS = [
    (Point(1), Point(2)),
    (Point(1), (1, None)),
    (Point(1, [1]), Point(1, (1,))),
    (Plain(a=1), Plain(a=2)),
    (Plain(a=1), Plain(b=1)),
    (slotted(a=1), slotted(a=2)),
    (slotted(a=1), slotted(b=1)),
    (Markup("a"), "a"),
    (re.compile("a"), re.compile("b")),
    (1, True),
    (1, "1"),
    (b"a", "a"),
    ([], ()),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (partial(int, base=2), partial(int, base=8)),
    (partial(max, 1), partial(max, 2)),
    (min, max),
    (Tag("a", SETTINGS), Tag("b", SETTINGS)),
    (Tag("A b", SETTINGS), Tag("a b", SETTINGS)),
    (
        datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC),
        datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=1))),
    ),
    (PurePosixPath("a"), PurePosixPath("b")),
    (frozenset("ab"), frozenset("ac")),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_what_differs_is_told_differently(one: Any, other: Any) -> None:
    assert repr(told(one)) != repr(told(other))


def test_what_cannot_be_told_says_so() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with Path(os.devnull).open(encoding="utf-8") as file:
        for value in (endless, iter([1]), deque([1]), Queue([1]), file):
            with pytest.raises(UntoldError):
                told(value)


def test_the_shape_of_a_list_is_its_members_and_not_what_they_hold() -> None:
    assert shape([("a", ["x"])]) == shape([("a", ["y", "z"])])
    assert shape([("a", ["x"])]) != shape([("b", ["x"])])
    assert shape([1, 2]) != shape([2, 1])


PROGRAM = """
import sys
sys.path[:0] = sys.argv[1:]
from tests.fastbuild.facts.test_telling import PAIRS
from fastbuild.facts.telling import told
print([(told(one), told(other)) for one, other in PAIRS])
"""


def test_other_processes_tell_the_same() -> None:
    answers = set()
    for seed in ("1", "2", "3"):
        command = [sys.executable, "-c", PROGRAM, str(ROOT), str(ROOT / "plugins")]
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"}
        answers.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(answers) == 1
    assert " at 0x" not in answers.pop()
