"""Pages and texts, which have readers of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Blog, Item, Place, Trouble


def read_page(data: bytes, place: Place) -> Iterator[Blog | Item | Trouble]:
    from .saved_pages import read_page as read  # noqa: PLC0415  (what exports do not need)

    return read(data, place)


def read_text(data: bytes, place: Place) -> Iterator[Blog | Item | Trouble]:
    from .plain_text import read_text as read  # noqa: PLC0415

    return read(data, place)
