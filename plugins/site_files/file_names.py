"""What a file system takes as a path, and Windows with it: a site may be built on one machine, kept on another and served by a third."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOWS, LONG = "output-windows", "output-long"
NAMELESS = ("output-empty", "a name is missing in it")

# Names of devices, whatever the ending, and characters that no name may have (Microsoft, "Naming Files, Paths, and Namespaces").
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_DRIVE = re.compile(r"[A-Za-z]:")
_LONGEST = 255  # bytes; most file systems have this limit for one name


def leaves_the_site(path: str) -> bool:
    """Whether the path is none below the site's folder, here or on Windows: absolute, with a drive, a backslash or `..` in it."""
    return path.startswith("/") or "\\" in path or bool(_DRIVE.match(path)) or ".." in path.split("/")


def parts_of(path: str) -> Iterator[tuple[str, str, bool]]:
    """Each folder of a path and then the file: the path up to it, its own name, and whether it is a folder."""
    names = path.split("/")
    for number, name in enumerate(names, start=1):
        yield "/".join(names[:number]), name, number < len(names)


def trouble_with(name: str) -> tuple[str, str] | None:
    """The rule and what is wrong with the name of one file or folder; None if it can be used anywhere."""
    if not name:
        return NAMELESS
    if _DEVICE.fullmatch(name):
        return WINDOWS, f"Windows keeps the name '{name}' for a device"
    if found := _FORBIDDEN.search(name):
        return WINDOWS, f"Windows has no {_shown(found[0])} in names"
    if name.endswith((".", " ")) and name != ".":
        return WINDOWS, f"Windows drops the {'dot' if name.endswith('.') else 'blank'} at the end of '{name}'"
    size = len(name.encode("utf-8", "surrogatepass"))
    if size > _LONGEST:
        return LONG, f"the name '{name[:20]}…' has {size} bytes, and file systems take no more than {_LONGEST}"
    return None


def _shown(character: str) -> str:
    return character if character.isprintable() else f"character {ord(character)}"
