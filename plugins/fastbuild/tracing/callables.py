"""Which functions look at their arguments alone, and at nothing that a build may change."""

from __future__ import annotations

from collections import namedtuple
from functools import partial
from inspect import getattr_static
from types import FunctionType, GetSetDescriptorType, MemberDescriptorType, MethodType
from typing import Any

PURE = frozenset(
    [
        *("builtins", "_operator", "operator", "itertools", "functools", "math", "random", "datetime", "re", "json", "html", "string"),
        *("urllib", "posixpath", "unicodedata", "decimal", "fractions", "zoneinfo", "contextlib", "collections", "gettext", "textwrap"),
        *("jinja2", "markupsafe", "babel", "pelican", "markdown", "pygments", "dateutil", "fastbuild"),
        *("theme_assets", "reading_aids", "tag_pages", "contact_cta", "site_feeds", "site_files"),
    ]
)
"""First parts of modules. What functions of ours read besides their arguments are settings and files of the theme, which a build compares
as a whole. `FASTBUILD_PURE` names others."""


STORED = (MemberDescriptorType, GetSetDescriptorType, type(namedtuple("_One", ["field"]).field))  # type: ignore[attr-defined]
"""What a class has in the place of attributes that only hold a value."""


def is_computed(cls: type, attribute: str) -> bool:
    """Whether reading the attribute of an object runs code of its class, or gives a method that does when it is called."""
    key = (cls, attribute)
    if key not in _COMPUTED:
        _COMPUTED[key] = _runs_code(cls, attribute)
    return _COMPUTED[key]


_COMPUTED: dict[tuple[type, str], bool] = {}


def _runs_code(cls: type, attribute: str) -> bool:
    gives = next(base for base in cls.__mro__ if "__getattribute__" in vars(base))
    if hasattr(cls, "__getattr__") or gives.__module__ != "builtins":
        return True
    found = getattr_static(cls, attribute, None)
    return hasattr(type(found), "__get__") and not isinstance(found, STORED)


def is_pure(function: Any, named: frozenset[str]) -> bool:
    """Whether a page that calls `function` may be kept as long as nothing else that it has read has changed."""
    while isinstance(function, partial) or hasattr(function, "__wrapped__"):
        if not _is_of(function, named):
            return False
        function = function.func if isinstance(function, partial) else function.__wrapped__
    return _is_of(function, named)


def _is_of(function: Any, named: frozenset[str]) -> bool:
    """Whether the code of a function, or of what is wrapped around one, is of a module with such a name."""
    owner = type(function.__self__) if isinstance(function, MethodType) and not isinstance(function.__self__, type) else function
    code = function.__func__ if isinstance(function, MethodType) else function
    module = getattr(owner, "__module__", None) or type(function).__module__
    if isinstance(code, FunctionType) and owner is function:  # a decorator gives its function the name of the module of another
        module = code.__globals__.get("__name__", module)
    return str(module).partition(".")[0] in named


def bound_to(function: Any) -> tuple[Any, ...]:
    """The arguments that a function already has."""
    return (*function.args, *function.keywords.values()) if isinstance(function, partial) else ()
