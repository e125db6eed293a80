"""What tells hosts of old addresses and header fields: one module for each kind of host, all from the same rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import apache, netlify, nginx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .told import Told

HOSTS: Mapping[str, Callable[[Told], Mapping[str, str]]] = {"netlify": netlify.files, "nginx": nginx.files, "apache": apache.files}
"""By the name that the setting has: what makes the files, text by path."""
