"""Values as text: equal in another process when they mean the same, different when they do not, refused when there is no telling."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from collections import deque
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from fastbuild.reading.canonical import Canonical, UntellableError
from fastbuild.reading.markdown_reuse import is_resettable
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import TocExtension, slugify, slugify_unicode

PLUGINS = Path(__file__).resolve().parents[3] / "plugins"


@dataclass(frozen=True, slots=True)
class Slotted:
    name: str


class Plain:
    def __init__(self, value: object) -> None:
        self.value = value

    def method(self) -> None: ...


class Text(str):
    __slots__ = ()


class Queue(deque[int]):
    """What it holds is nowhere to be seen."""


class Colour(Enum):
    RED = 1
    BLUE = 2


def closed_over(value: object) -> Any:
    return lambda: value


def text(value: Any) -> str:
    return Canonical(is_resettable).text(value)


DIFFERENT: list[Any] = [
    *(None, True, False, 0, 1, 1.0, "1", b"1", "", (), [], {}, set(), frozenset(), ..., "None", [1], (1,), {1}, [[1], 2], [1, [2]]),
    *({1: 2}, {2: 1}, {"a": 1, "b": 2}, {"b": 2, "a": 1}, PurePosixPath("a"), PurePosixPath("b"), Text("a"), Text("b"), "a"),
    *(re.compile("a"), re.compile("a", re.IGNORECASE), Colour.RED, Colour.BLUE, Slotted("a"), Slotted("b")),
    *(Plain(1), Plain(2), Plain("1"), Plain(Plain(1)), Plain(1).method, Plain(2).method),
    *(slugify, slugify_unicode, partial(slugify, unicode=True), partial(slugify, unicode=False), len, str.lower, int, str, Plain, re, sys),
    *((lambda: 1), (lambda: 2), (lambda x=1: x), (lambda x=2: x), closed_over(1), closed_over(2), (lambda *, y=1: y), (lambda *, y=2: y)),
    *((lambda: {1, 2}), (lambda: {1, 3}), (lambda: (lambda: 1)), (lambda: (lambda: 2)), (lambda: abs), (lambda: all)),
    *(TocExtension(), TocExtension(permalink=True), TocExtension(slugify=slugify_unicode)),
    *(datetime.date(2024, 1, 2), datetime.timedelta(1), datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC)),
]  # fmt: skip


def test_what_is_different_looks_different() -> None:
    texts = [text(value) for value in DIFFERENT]
    assert [value for value, one in zip(DIFFERENT, texts, strict=True) if texts.count(one) > 1] == []


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_a_copy_looks_the_same(value: Any) -> None:
    import copy

    assert text(value) == text(copy.deepcopy(value))


def test_it_is_the_same_in_another_process() -> None:
    program = (
        "from fastbuild.reading.canonical import Canonical; import re\n"
        "def f(a={'x', 'y', 'z'}): return a in {'one', 'two', 'three'}\n"
        "print(Canonical().text([f, lambda: {'p', 'q', 'r'}, {'a', 'b', 'c'}, frozenset('xyz'), re.compile('a')]))\n"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONPATH": str(PLUGINS), "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(texts) == 1


def test_where_a_function_stands_does_not_count() -> None:
    one, two = {"__name__": "m"}, {"__name__": "m"}
    exec("def f(x):\n    return x + 1", one)  # noqa: S102
    exec("# a comment\n\ndef f(x):\n    # another\n    return x + 1", two)  # noqa: S102
    assert text(one["f"]) == text(two["f"])


def circle() -> list[Any]:
    value: list[Any] = []
    value.append(value)
    return value


@pytest.mark.parametrize(
    "value",
    [object(), iter([]), circle(), sys.stdout.write, Plain(object()), Queue([1]), deque([1]), {"a": [iter(())]}, [].append],
    ids=repr,
)
def test_what_cannot_be_told_is_refused(value: Any) -> None:
    with pytest.raises(UntellableError):
        text(value)


def test_the_modules_of_programs_are_noted() -> None:
    canonical = Canonical(is_resettable)
    canonical.text({"a": [slugify, Plain(1), TocExtension()]})
    assert {"markdown.extensions.toc", __name__} <= canonical.modules
