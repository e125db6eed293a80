"""The images of a text: sizes from the files, lazy loading, descriptions, and the cover."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .html_text import Tag, tags_of
from .image_files import Folders, Place, content_path, file_of, is_foreign, similar_files, size_of
from .model import Cover

if TYPE_CHECKING:
    from pathlib import Path

MISSING_RULE = "image-missing"
UNREADABLE_RULE = "image-unreadable"
ALT_RULE = "image-alt"
_BARE_ALT = re.compile(r"\salt(?=[\s/>])(?!\s*=)", re.IGNORECASE)
_END_OF_TAG = re.compile(r"\s*/?>$")


@dataclass(frozen=True, slots=True)
class ImageTrouble:
    """A mistake with an image; `needle` is how it is written in the author's file, for the n-th time."""

    rule: str
    what: str
    fix: str
    needle: str
    occurrence: int = 0


def with_sizes(html: str, place: Place, folders: Folders) -> tuple[str, list[ImageTrouble]]:
    """`html` with all its images completed, and what is wrong with them. What an author has set stays."""
    pieces, end = [], 0
    troubles: list[ImageTrouble] = []
    seen: Counter[str] = Counter()
    for tag in tags_of(html, only="img"):
        address = tag.get("src") or ""
        file = None if is_foreign(address) else file_of(address, place, folders)
        size = size_of(file) if file else None
        troubles += _troubles(tag, file, size, folders=folders, place=place, occurrence=seen[address])
        pieces += [html[end : tag.start], _completed(tag, size, is_first=not seen)]
        end = tag.start + len(tag.text)
        seen[address] += 1
    return "".join((*pieces, html[end:])), troubles


def _completed(tag: Tag, size: tuple[int, int] | None, *, is_first: bool) -> str:
    added = _missing_sizes(tag, size)
    if not is_first and not tag.has("loading"):
        added += ' loading="lazy"'
    if not tag.has("decoding"):
        added += ' decoding="async"'
    ending = " />" if tag.text.endswith("/>") else ">"
    return _BARE_ALT.sub(' alt=""', _END_OF_TAG.sub("", tag.text) + added + ending)


def _missing_sizes(tag: Tag, size: tuple[int, int] | None) -> str:
    """Both sizes, or the one that an author left out, in proportion."""
    if size is None or (tag.has("width") and tag.has("height")):
        return ""
    width, height = size
    given_width, given_height = tag.get("width") or "", tag.get("height") or ""
    if tag.has("width"):
        return f' height="{max(1, round(height * int(given_width) / width))}"' if given_width.isdecimal() else ""
    if tag.has("height"):
        return f' width="{max(1, round(width * int(given_height) / height))}"' if given_height.isdecimal() else ""
    return f' width="{width}" height="{height}"'


def _troubles(
    tag: Tag, file: Path | None, size: tuple[int, int] | None, *, folders: Folders, place: Place, occurrence: int
) -> list[ImageTrouble]:
    address = tag.get("src") or ""
    found = []
    if file is None and not is_foreign(address):
        found.append(_missing(address, place, folders, occurrence=occurrence))
    if file and size is None and file.suffix.lower() != ".svg":
        found.append(_unreadable(address, occurrence))
    if not (tag.get("alt") or "").strip() and "decorative" not in (tag.get("class") or "").split():
        what = f"the image {address} has no description"
        fix = "Say in the brackets what it shows: ![Two chairs at a table](…), or mark it {: .decorative } if it says nothing"
        found.append(ImageTrouble(ALT_RULE, what, fix, address, occurrence))
    return found


def _missing(address: str, place: Place, folders: Folders, *, occurrence: int = 0) -> ImageTrouble:
    path = content_path(re.sub(r"^[{|]\w+[|}]", "", address), place)
    close = similar_files(path, folders)
    fix = f"Did you mean {' or '.join(f'{{static}}/{name}' for name in close)}?" if close else "Put the file there, or mend the path"
    return ImageTrouble(MISSING_RULE, f"there is no image {address}", fix, address, occurrence)


def _unreadable(address: str, occurrence: int = 0) -> ImageTrouble:
    return ImageTrouble(
        UNREADABLE_RULE, f"{address} cannot be read as an image", "Save the picture again, as JPEG, PNG, WebP or SVG", address, occurrence
    )


def cover_of(value: object, place: Place, folders: Folders) -> Cover | ImageTrouble | None:
    """The cover that the front matter's `Image` names: `images/x.png`, relative to content, or `{static}/images/x.png`."""
    address = str(value[0] if isinstance(value, list) else value or "").strip()
    if not address:
        return None
    path = content_path(address.removeprefix("{static}"), place if address.startswith("{static}") else Place("", ""))
    file = None if is_foreign(address) else file_of(f"{{static}}/{path}", place, folders)
    if file is None:
        return _missing(f"{{static}}/{path}" if not is_foreign(address) else address, place, folders)
    size = size_of(file)
    if size is None:
        return _unreadable(address)
    output = {source: output for output, source in folders.renamed}.get(path, path)
    return Cover(output, *size)
