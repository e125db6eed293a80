"""What WordPress calls the category of a post that has none, which is no category here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NO_CATEGORY = frozenset(
    """
    uncategorized uncategorised allgemein unkategorisiert non-classe non-classé sin-categoria sin-categoría sem-categoria uncategorized-en
    senza-categoria geen-categorie okategoriserade bez-kategorii ukategoriseret
    """.split()  # noqa: SIM905  (words in a row are easier to extend)
)


def real(categories: Iterable[str]) -> tuple[str, ...]:
    """The categories without those that stand for none."""
    return tuple(name for name in categories if "-".join(name.casefold().split()) not in NO_CATEGORY)
