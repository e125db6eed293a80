"""Which functions look at their arguments alone, and at nothing that a build may change."""

from __future__ import annotations

from functools import partial
from types import MethodType
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
