"""Pictures and other files of old posts: found in the folders that are given, named safely, each kept once."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from .addresses import parts_of, unwrapped
from .shelf import Shelf
from .walking import below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .shelf import Rows, Table

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


class Media:
    """Files below `roots`; what is asked for and found becomes part of the site. `fetch` gets an address from the network, if it may."""

    def __init__(self, roots: tuple[Path, ...], fetch: Callable[[str], Path | None] | None = None, shelf: Shelf | None = None) -> None:
        shelf = shelf or Shelf()
        self.roots, self.fetch = roots, fetch
        self.copies: Table[str, Path] = shelf.table("copies")
        """Files to be copied, by their path below the content folder."""
        self.missing: Table[str, str] = shelf.table("missing")
        """Addresses that are nowhere, with the text that shows them first."""
        self._by_name: Rows[Path] = shelf.rows("files", "name")
        self._places: Table[str, str] = shelf.table("places_of_files")
        self._numbers: Table[str, int] = shelf.table("numbers_of_files")
        self._is_read = False

    def place_of(self, url: str, *, shown_in: str, beside: Path | None = None) -> str | None:
        """Path below the content folder of the file at an old address; None, and remembered as missing, if there is none.

        `beside` is the folder of a saved page, whose pictures lie next to it.
        """
        found = self._found(url, beside) or (self.fetch(unwrapped(url)) if self.fetch else None)
        if found is None:
            self.missing.claim(url, shown_in)
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
            candidates = list(self._files().of(_folded(wanted)))
            if candidates:
                return max(candidates, key=lambda file: (_common_tail(file, names[:-1]), -len(str(file)), str(file)))
        return None

    def _files(self) -> Rows[Path]:
        if not self._is_read:
            self._is_read = True
            for file in (found for root in self.roots for found in _walk(root)):
                self._by_name.put(file, _folded(file.name))
        return self._by_name

    def _placed(self, file: Path) -> str:
        """The same bytes have one place, whatever their names; other bytes of the same name get a number."""
        digest = _digest(file)
        if digest not in self._places:
            self._places[digest] = self._free(file)
            self.copies[self._places[digest]] = file
        return self._places[digest]

    def _free(self, file: Path) -> str:
        stem, ending = _UNSAFE.sub("-", _ascii(file.stem).lower()).strip("-")[:80] or "picture", file.suffix.lower()
        wanted = f"{FOLDER}/{stem}{ending}"
        place, number = wanted, self._numbers.get(wanted, 1)
        while place in self.copies:
            number += 1
            place = f"{FOLDER}/{stem}-{number}{ending}"
        self._numbers[wanted] = number
        return place


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
    for file in below(root):
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
