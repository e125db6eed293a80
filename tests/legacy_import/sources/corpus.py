"""The samples, and shortcuts to what is read from them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from legacy_import.model import Blog, Item, Kind, Trouble
from legacy_import.sources.encodings import decoded, encoding_of
from legacy_import.sources.repairs import Repairs
from legacy_import.sources.xml_files import read_xml

if TYPE_CHECKING:
    from collections.abc import Iterable

SAMPLES = Path(__file__).parent / "samples"
Read = Blog | Item | Trouble


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def read_bytes(data: bytes, block: int = 1 << 16) -> list[Read]:
    """What XML in these bytes holds, given in blocks of a size."""
    repairs = Repairs("x.xml")
    blocks = [data[at : at + block] for at in range(0, len(data), block)]
    return list(read_xml(decoded(blocks, encoding_of(data[: 1 << 16]), repairs), "x.xml", repairs))


def items(found: Iterable[Read]) -> list[Item]:
    return [each for each in found if isinstance(each, Item)]


def troubles(found: Iterable[Read]) -> dict[str, Trouble]:
    """By rule; of those with one rule the last."""
    return {each.rule: each for each in found if isinstance(each, Trouble)}


def blogs(found: Iterable[Read]) -> list[Blog]:
    return [each for each in found if isinstance(each, Blog)]


def by_number(found: Iterable[Read]) -> dict[str, Item]:
    """Posts, pages and files by the source's own number."""
    return {each.number: each for each in items(found) if each.kind is not Kind.COMMENT}


def accounted(found: list[Read]) -> int:
    """How many items of the source are told of; WordPress's comments lie in the items of their posts."""
    inner = [each for each in items(found) if each.kind is Kind.COMMENT and "#comment-" in each.id and each.parent]
    return len(items(found)) - len(inner) + sum(each.items for each in found if isinstance(each, Trouble))
