"""Pictures and other files of old posts: found in the folders that are given, named safely, each kept once."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from .addresses import parts_of, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDER = "images"
"""Where they go, below the content folder."""

PICTURES = frozenset([".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff", ".ico"])
_SOUND_AND_FILM = (".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm", ".mov")
_DOCUMENTS = (".pdf", ".zip", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx")
ENDINGS = PICTURES | frozenset([*_SOUND_AND_FILM, *_DOCUMENTS])
LARGEST = 64 * 1024 * 1024
"""Bytes; a larger file belongs on a server for films."""

_SIZE = re.compile(r"(?:-\d{1,4}x\d{1,4}|-scaled|-rotated|@2x)(?=\.\w+$)|(?:-e\d{10,})(?=(?:-\d+x\d+)?\.\w+$)")
"""WordPress's copies in other sizes: `a-300x200.jpg`, `a-scaled.jpg`, `a-e1546300800000.jpg`."""
_BLOGGER_SIZE = re.compile(r"^(?:[sw]\d+|w\d+-h\d+)(?:-[\w-]+)?$")
_UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Media:
    """Files below `roots`; what is asked for and found becomes part of the site. `fetch` gets an address from the network, if it may."""

    roots: tuple[Path, ...]
    fetch: Callable[[str], Path | None] | None = None
    copies: dict[str, Path] = field(default_factory=dict)
    """Files to be copied, by their path below the content folder."""
    missing: dict[str, str] = field(default_factory=dict)
    """Addresses that are nowhere, with the text that shows them first."""
    _by_name: dict[str, list[Path]] = field(default_factory=dict)
    _places: dict[str, str] = field(default_factory=dict)
    _is_read: bool = False

    def place_of(self, url: str, *, shown_in: str, beside: Path | None = None) -> str | None:
        """Path below the content folder of the file at an old address; None, and remembered as missing, if there is none.

        `beside` is the folder of a saved page, whose pictures lie next to it.
        """
        found = self._found(url, beside) or (self.fetch(unwrapped(url)) if self.fetch else None)
        if found is None:
            self.missing.setdefault(url, shown_in)
            return None
        return self._placed(found)

    def _found(self, url: str, beside: Path | None) -> Path | None:
        path = unquote(parts_of(unwrapped(url)).path)
        if beside and not parts_of(unwrapped(url)).netloc:
            near = _below(beside, path)
            if near:
                return near
        names = [part for part in PurePosixPath(path).parts if part != "/" and not _BLOGGER_SIZE.match(part)]
        for wanted in dict.fromkeys((_SIZE.sub("", names[-1]), names[-1])) if names else ():
            candidates = self._files().get(_folded(wanted), [])
            if candidates:
                return max(candidates, key=lambda file: (_common_tail(file, names[:-1]), -len(str(file)), str(file)))
        return None

    def _files(self) -> dict[str, list[Path]]:
        if not self._is_read:
            self._is_read = True
            for file in sorted(found for root in self.roots for found in _walk(root)):
                self._by_name.setdefault(_folded(file.name), []).append(file)
        return self._by_name

    def _placed(self, file: Path) -> str:
        """The same bytes have one place, whatever their names; other bytes of the same name get a number."""
        digest = _digest(file)
        if digest not in self._places:
            stem, ending = _UNSAFE.sub("-", _ascii(file.stem).lower()).strip("-")[:80] or "picture", file.suffix.lower()
            place, number = f"{FOLDER}/{stem}{ending}", 1
            while place in self.copies:
                number += 1
                place = f"{FOLDER}/{stem}-{number}{ending}"
            self.copies[place] = file
            self._places[digest] = place
        return self._places[digest]


def is_media(url: str) -> bool:
    return PurePosixPath(parts_of(unwrapped(url)).path).suffix.lower() in ENDINGS


def _below(folder: Path, path: str) -> Path | None:
    """A file of that relative path in the folder, and not outside of it."""
    try:
        file = (folder / path.lstrip("/")).resolve()
        inside = file.is_relative_to(folder.resolve()) and file.suffix.lower() in ENDINGS
        return file if inside and file.is_file() and file.stat().st_size <= LARGEST else None
    except (OSError, ValueError):  # no file system takes such a name
        return None


def _walk(root: Path) -> Iterator[Path]:
    """Files below the folder by their real endings; links are not followed, since they may lead anywhere."""
    for folder, _, names in os.walk(root):
        for name in names:
            file = Path(folder, name)
            if file.suffix.lower() in ENDINGS and not file.is_symlink() and file.stat().st_size <= LARGEST:
                yield file


def _folded(name: str) -> str:
    return unquote(name).casefold().replace("+", " ")


def _common_tail(file: Path, folders: list[str]) -> int:
    """How many folders above the file are those of the address: `2010/05` tells two `a.jpg` apart."""
    number = 0
    for mine, theirs in zip(reversed(file.parent.parts), reversed(folders), strict=False):
        if mine.casefold() != theirs.casefold():
            break
        number += 1
    return number


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _ascii(text: str) -> str:
    from unidecode import unidecode  # noqa: PLC0415  (Pelican brings it; its tables take a while to load)

    return str(unidecode(text))
