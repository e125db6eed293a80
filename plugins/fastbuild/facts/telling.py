"""Any value as text that is the same in every process.

Contents and tags are told by their names: what a page reads of them is a matter of its own. Nothing is told by its address in memory; what
cannot be told otherwise (`UntoldError`) counts as changed at every build.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import fields, is_dataclass
from functools import partial
from pathlib import PurePath
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, Template
from pelican.contents import Content
from pelican.paginator import Page, Paginator
from pelican.urlwrappers import URLWrapper

if TYPE_CHECKING:
    from collections.abc import Iterable

PLAIN = frozenset([str, int, float, bool, bytes, complex, type(None)])
DEEPEST = 12
HEAP_TYPE = 1 << 9
"""`Py_TPFLAGS_HEAPTYPE`: the class was made while the program ran."""


class UntoldError(Exception):
    """The value has no text of its own, such as an open file."""


def shape(value: Any) -> Any:
    """A content, a tag or a page of a list by its name, members of a list and a tuple likewise; other values as they are told."""
    return _told(value, 0, is_shallow=True)


def told(value: Any) -> Any:
    """The whole value in plain values; raises UntoldError."""
    return _told(value, 0, is_shallow=False)


def name_of(content: Content) -> tuple[str, str]:
    """By what a content is known: its kind and its file."""
    return type(content).__name__, str(content.source_path)


def _told(value: Any, depth: int, *, is_shallow: bool) -> Any:
    cls = type(value)
    if cls in PLAIN:
        return value
    if isinstance(value, Content):
        return "content", *name_of(value)
    if isinstance(value, URLWrapper):
        return cls.__name__, value.slug, value.name
    if depth > DEEPEST:
        raise UntoldError(f"{cls.__qualname__} holds itself")
    if isinstance(value, (list, tuple)):
        return cls.__name__, _members(value, cls, depth, is_shallow=is_shallow)
    return _other(value, cls, depth, is_shallow=is_shallow)


def _members(value: list[Any] | tuple[Any, ...], cls: type, depth: int, *, is_shallow: bool) -> Any:
    if is_shallow and depth and cls is not tuple:
        return ()  # lists in a list are asked on their own
    if value and isinstance(value[0], Content) and (paths := _paths(value)):
        return "contents", paths
    return tuple([_told(member, depth + 1, is_shallow=is_shallow) for member in value])


def _paths(members: list[Any] | tuple[Any, ...]) -> list[Any] | None:
    """Contents of one kind by their files alone, since lists of them are what pages ask for most; None if there is something else."""
    kinds = set(map(type, members))
    return [kinds.pop().__name__, *[member.source_path for member in members]] if len(kinds) == 1 else None


def _other(value: Any, cls: type, depth: int, *, is_shallow: bool) -> Any:
    for kinds, tell in _TELLERS:
        if isinstance(value, kinds):
            return tell(value, cls, depth)
    if isinstance(value, (Page, Paginator)):
        return (cls.__qualname__,) if is_shallow else (cls.__qualname__, value.name, _inner(list(value.object_list), depth))
    if is_dataclass(value) and not isinstance(value, type):
        return cls.__module__, cls.__qualname__, tuple(_inner(getattr(value, field.name), depth) for field in fields(value))
    return _object(value, cls, depth)


def _inner(value: Any, depth: int) -> Any:
    return _told(value, depth + 1, is_shallow=False)


def _mapping(value: Any, cls: type, depth: int) -> Any:
    if depth and "PELICAN_CLASS" in value:
        return ("settings",)  # they are compared as a whole
    return cls.__qualname__, tuple((_inner(key, depth), _inner(of, depth)) for key, of in value.items())


def _set(value: Any, cls: type, depth: int) -> Any:
    return cls.__qualname__, tuple(sorted(repr(_inner(member, depth)) for member in value))


def _function(value: Any, cls: type, depth: int) -> Any:
    """By name; what it does is a matter of the files that a build compares as a whole."""
    if isinstance(value, partial):
        given = (value.args, value.keywords)
        return "partial", _function(value.func, cls, depth + 1), _inner(given, depth)
    return "function", getattr(value, "__module__", ""), getattr(value, "__qualname__", None) or getattr(value, "__name__", "")


def _object(value: Any, cls: type, depth: int) -> Any:
    if not _is_open(value, cls):
        raise UntoldError(cls.__qualname__)
    state = list(_state(value, cls))
    return cls.__module__, cls.__qualname__, tuple((name, _inner(part, depth)) for name, part in state)


def _is_open(value: Any, cls: type) -> bool:
    """Whether all that makes the value what it is stands in its attributes; classes that are written in C keep it to themselves."""
    written_in_python = all(base is object or (base.__flags__ & HEAP_TYPE and "__module__" in vars(base)) for base in cls.__mro__)
    return written_in_python and (hasattr(value, "__dict__") or any("__slots__" in vars(base) for base in cls.__mro__))


def _state(value: Any, cls: type) -> Iterable[tuple[str, Any]]:
    yield from getattr(value, "__dict__", {}).items()
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if hasattr(value, name):
                yield name, getattr(value, name)


_TELLERS = (
    ((Environment, Template), lambda value, cls, _depth: (cls.__qualname__, getattr(value, "name", None))),  # files, compared as a whole
    (str, lambda value, cls, _depth: (cls.__qualname__, str(value))),
    ((int, float), lambda value, cls, _depth: (cls.__qualname__, repr(value))),
    (dict, _mapping),
    ((set, frozenset), _set),
    (
        (datetime.datetime, datetime.date, datetime.time, datetime.timedelta, ZoneInfo, PurePath),
        lambda value, cls, _depth: (cls.__qualname__, repr(value)),
    ),
    (re.Pattern, lambda value, cls, _depth: (cls.__qualname__, value.pattern, value.flags)),
    ((FunctionType, BuiltinFunctionType, MethodType, partial, type, ModuleType), _function),
)
