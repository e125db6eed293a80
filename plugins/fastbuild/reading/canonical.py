"""A settings value as text that is the same whenever the value means the same, in any process."""

from __future__ import annotations

import datetime
import decimal
import functools
import re
from enum import Enum
from hashlib import blake2b
from pathlib import PurePath
from types import BuiltinFunctionType, CodeType, FunctionType, MethodDescriptorType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MADE_IN_PYTHON = 1 << 9  # Py_TPFLAGS_HEAPTYPE
_PLAIN = (type(None), bool, int, float, complex, str, bytes, type(...), decimal.Decimal, datetime.date, datetime.time, datetime.timedelta)


class UntellableError(Exception):
    """The value may mean something else tomorrow and look the same."""


class Canonical:
    """Writes values down. `modules` are those whose program the values depend on.

    `is_configured` knows objects of which their `getConfigs` tells all.
    """

    def __init__(self, is_configured: Callable[[object], bool] = lambda _: False) -> None:
        self.modules: set[str] = set()
        self._is_configured = is_configured
        self._above: list[int] = []

    def text(self, value: Any) -> str:
        """Raises UntellableError for what has an identity of its own, such as an open file."""
        if id(value) in self._above:
            raise UntellableError(type(value).__name__)
        self._above.append(id(value))
        try:
            return self._text(value)
        finally:
            self._above.pop()

    def _text(self, value: Any) -> str:
        if type(value) in _PLAIN or isinstance(value, datetime.datetime):
            return f"{type(value).__name__} {value!r}"
        if isinstance(value, Enum):
            return f"{self._named(type(value))} {value.name}"
        for kinds, write in self._writers():
            if isinstance(value, kinds):
                return write(value)
        return self._object(value)

    def _writers(self) -> tuple[tuple[Any, Callable[[Any], str]], ...]:
        return (
            (dict, lambda value: f"{self._named(type(value))}{{{self._joined(part for item in value.items() for part in item)}}}"),
            ((list, tuple), lambda value: f"{self._named(type(value))}[{self._joined(value)}]"),
            ((set, frozenset), lambda value: f"{type(value).__name__}[{','.join(sorted(map(self.text, value)))}]"),
            (str, lambda value: f"{self._named(type(value))} {str.__repr__(value)}"),
            (PurePath, lambda value: f"path {value}"),
            (re.Pattern, lambda value: f"pattern {value.pattern!r} {value.flags}"),
            (functools.partial, lambda value: f"partial[{self._joined((value.func, value.args, value.keywords))}]"),
            (FunctionType, self._function),
            (MethodType, lambda value: f"method[{self._joined((value.__func__, value.__self__))}]"),
            ((type, BuiltinFunctionType, MethodDescriptorType), self._named),
            (ModuleType, lambda value: self._noted(value.__name__)),
        )

    def _joined(self, values: Iterable[Any]) -> str:
        return ",".join(map(self.text, values))

    def _function(self, function: FunctionType) -> str:
        closed = tuple(cell.cell_contents for cell in function.__closure__ or ())
        given = self._joined((function.__defaults__, function.__kwdefaults__, closed))
        return f"{self._named(function)} {code_digest(function.__code__)} {given}"

    def _object(self, value: Any) -> str:
        """An object by its class and what it holds."""
        kind = self._named(type(value))
        if self._is_configured(value):
            return f"{kind}({self.text(value.getConfigs())})"
        if type(value) is object or not all(class_.__flags__ & _MADE_IN_PYTHON for class_ in type(value).__mro__[:-1]):
            raise UntellableError(kind)  # it holds something that only its own program sees
        slots = [name for class_ in type(value).__mro__ for name in getattr(class_, "__slots__", ()) if hasattr(value, name)]
        return f"{kind}({self.text({name: getattr(value, name) for name in slots} | getattr(value, '__dict__', {}))})"

    def _named(self, value: Any) -> str:
        owner = getattr(value, "__self__", None)
        if owner is not None and not isinstance(owner, ModuleType):
            raise UntellableError(value.__qualname__)
        return f"{self._noted(getattr(value, '__module__', None) or '')}:{value.__qualname__}"

    def _noted(self, module: str) -> str:
        self.modules.add(module)
        return module


def code_digest(code: CodeType) -> str:
    """A digest of what a function does, without where it stands."""
    return blake2b(_code_text(code).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _code_text(code: CodeType) -> str:
    constants = [_code_text(value) if isinstance(value, CodeType) else _constant_text(value) for value in code.co_consts]
    names = (code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars, code.co_flags, code.co_argcount, code.co_kwonlyargcount)
    return f"{code.co_code.hex()} {names!r} {constants!r}"


def _constant_text(value: object) -> str:
    if isinstance(value, frozenset):
        return f"frozenset {sorted(map(repr, value))!r}"
    return f"{type(value).__name__} {value!r}"
