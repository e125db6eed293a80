"""Which functions look at their arguments alone, and at nothing that a build may change."""

from __future__ import annotations

from collections import namedtuple
from functools import partial
from inspect import getattr_static
from types import GetSetDescriptorType, MemberDescriptorType, MethodType
from typing import Any

PURE = frozenset(
    [
        *("builtins", "_operator", "operator", "itertools", "functools", "math", "random", "datetime", "re", "json", "html", "string"),
        *("urllib", "posixpath", "unicodedata", "decimal", "fractions", "zoneinfo", "collections", "gettext", "textwrap"),
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


def _runs_code(cls: Any, attribute: str) -> bool:
    if hasattr(cls, "__getattr__") or cls.__getattribute__ is not object.__getattribute__:
        return True
    found = getattr_static(cls, attribute, None)
    return hasattr(type(found), "__get__") and not isinstance(found, STORED)


def is_pure(function: Any, named: frozenset[str]) -> bool:
    """Whether a page that calls `function` may be kept as long as nothing else that it has read has changed."""
    while True:
        if isinstance(function, partial):
            function = function.func
        elif hasattr(function, "__wrapped__"):
            function = function.__wrapped__
        else:
            break
    owner = type(function.__self__) if isinstance(function, MethodType) and not isinstance(function.__self__, type) else function
    module = getattr(owner, "__module__", None) or type(function).__module__
    return module.partition(".")[0] in named
