"""Pictures that a card or the business names, by their files in the content folder."""

from __future__ import annotations

from math import ceil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import imagesize

from .checks import UnfitError
from .model import Photo

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST_IN_VCARD = 256 * 1024
"""Bytes of a photo that a vCard may hold: address books refuse cards of some megabytes, and the reader would have to fetch them."""

TYPES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
"""Kinds of pictures that vCard 3.0's readers show."""


def photo_below(content: Path) -> Callable[[str], Photo]:
    """A check that finds a picture by its path below `content`, and measures it."""

    def photo(text: str) -> Photo:
        path = PurePosixPath(text.removeprefix("{static}").lstrip("/"))
        file = content / path
        if ".." in path.parts or not file.is_file():
            fix = f"Put it into {content.name}/images and write images/NAME.png"
            raise UnfitError("contact-photo", f"there is no picture '{text}'", fix)
        width, height = imagesize.get(file)
        if width <= 0 or height <= 0:
            raise UnfitError("contact-photo", f"'{text}' cannot be read as a picture", "Save it as PNG or JPEG")
        return Photo(path.as_posix(), width, height)

    return photo


def unfit_for_vcard(photo: Photo, content: Path) -> UnfitError | None:
    """Why a vCard goes without the picture, if it does for its size."""
    size = (content / photo.path).stat().st_size
    if size <= LARGEST_IN_VCARD:
        return None
    what = f"'{photo.path}' has {ceil(size / 1024)} KiB, so the vCard and the address books of readers go without it"
    fix = f"Make the picture smaller, or save it as JPEG, until it has at most {LARGEST_IN_VCARD // 1024} KiB"
    return UnfitError("contact-photo", what, fix, is_advice=True)


def for_vcard(photo: Photo | None, content: Path) -> tuple[bytes | None, str]:
    """The picture's bytes and its type, if a vCard may hold it; else nothing."""
    kind = TYPES.get(PurePosixPath(photo.path).suffix.lower(), "") if photo else ""
    if not photo or not kind or (content / photo.path).stat().st_size > LARGEST_IN_VCARD:
        return None, ""
    return (content / photo.path).read_bytes(), kind
