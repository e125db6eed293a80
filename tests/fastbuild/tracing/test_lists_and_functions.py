"""A traced list is a list; functions are known by the module that they come from."""

from __future__ import annotations

import functools
import operator
import pickle
from collections import deque, namedtuple
from dataclasses import dataclass
from typing import Any

import pytest
from fastbuild.tracing.callables import PURE, is_computed, is_pure
from fastbuild.tracing.lists import TracedList
from fastbuild.tracing.trace import Current, Trace
from hypothesis import given
from hypothesis import strategies as st

LISTS = st.lists(st.integers(0, 3), max_size=5)
DONE: list[Any] = [
    list,
    len,
    bool,
    repr,
    str,
    sorted,
    lambda values: list(reversed(values)),
    lambda values: [*values],
    lambda values: values[1:],
    lambda values: values[::-1],
    lambda values: values[0] if values else None,
    lambda values: 2 in values,
    lambda values: values.count(1),
    lambda values: values.index(1) if 1 in values else -1,
    lambda values: values.copy(),
    lambda values: values * 2,
    lambda values: 2 * values,
    tuple,
    lambda values: max(values, default=None),
    dict.fromkeys,
    lambda values: pickle.loads(pickle.dumps(values)),  # noqa: S301  (our own list)
]
PAIRED: list[Any] = [operator.eq, operator.ne, operator.lt, operator.gt, operator.le, operator.ge, operator.add]


def traced(values: list[Any]) -> tuple[TracedList, Trace]:
    Current.trace = trace = Trace({})
    return TracedList(values, ("values",)), trace


@pytest.fixture(autouse=True)
def nothing_traced() -> Any:
    yield
    Current.trace = None


@given(LISTS, st.sampled_from(DONE))
def test_a_traced_list_does_what_a_list_does_and_says_so(values: list[int], do: Any) -> None:
    list_, trace = traced(values)
    assert do(list_) == do(values)
    assert trace.shared_asked


@given(LISTS, LISTS, st.sampled_from(PAIRED))
def test_with_another_list_too(values: list[int], others: list[int], do: Any) -> None:
    list_, trace = traced(values)
    assert do(list_, others) == do(values, others)
    assert trace.shared_asked
    list_, trace = traced(values)
    assert do(others, list_) == do(others, values)
    assert trace.shared_asked


def test_lists_in_tuples_are_asked_on_their_own() -> None:
    list_, trace = traced([("a", [1, 2]), ("b", [])])
    assert [(name, len(found)) for name, found in list_] == [("a", 2), ("b", 0)]
    assert trace.shared_asked == {(("values",), "shape"), (("values", 0, 1), "len"), (("values", 1, 1), "len")}


class Foreign:
    def method(self) -> None: ...

    @functools.cached_property
    def cached(self) -> int:
        return 1

    @property
    def own(self) -> int:
        return 1

    constant = 1


class Asked:
    def __getattr__(self, name: str) -> int:
        return 1


@dataclass(slots=True)
class Slots:
    value: int = 1


@functools.wraps(len)
def disguised(_values: Any) -> int:
    """A decorator's function, which may look anywhere, under the name of a function that does not."""
    return 1


def as_one_of_ours() -> None:
    """Only by its name."""


as_one_of_ours.__module__ = "reading_aids"

Pair = namedtuple("Pair", ["first"])


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        *((function, True) for function in (len, sorted, str.upper, "a".upper, operator.itemgetter(1), functools.partial(len), dict)),
        *((function, False) for function in (traced, Foreign().method, functools.partial(traced), Foreign, lambda: 1)),
        (functools.lru_cache(traced), False),
        (functools.lru_cache(len), True),
        (disguised, False),
        (as_one_of_ours, False),
    ],
)
def test_functions_are_known_by_their_modules(function: Any, expected: bool) -> None:  # noqa: FBT001
    assert is_pure(function, PURE) is expected


@pytest.mark.parametrize(
    ("cls", "attribute", "expected"),
    [
        (Foreign, "own", True),
        (Foreign, "cached", True),
        (Foreign, "method", True),
        (Foreign, "constant", False),
        (Foreign, "nothing", False),
        (Asked, "anything", True),
        (Slots, "value", False),
        (Pair, "first", False),
        (Pair, "index", True),
        (deque, "append", True),
    ],
)
def test_code_that_runs_when_an_attribute_is_read(cls: type, attribute: str, expected: bool) -> None:  # noqa: FBT001
    assert is_computed(cls, attribute) is expected
