"""Names of other modules, replaced for a while. The list of who does so is short: `one_file` and `markdown_reuse`."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def replaced(owner: Any, **values: Any) -> Iterator[None]:
    """In the block, `owner` has these values instead of its own."""
    former = {name: getattr(owner, name) for name in values}
    for name, value in values.items():
        setattr(owner, name, value)
    try:
        yield
    finally:
        for name, value in former.items():
            setattr(owner, name, value)
