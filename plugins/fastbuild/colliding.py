"""Files that get in each other's way, or would lie outside of the site: what Pelican 4.12 raises for them, as sentences for an author.

It raises where it writes, at the first of them and without a source. A plugin that compares all outputs before has said more by then;
what it has said is not said again.
"""

from __future__ import annotations

import errno
import re
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from pelican.writers import FileOverwriteFailedError

if TYPE_CHECKING:
    from collections.abc import Iterable

TOLD_BY = frozenset(["output-double", "output-folder", "output-long", "output-outside", "output-empty"])
"""Rules of problems that name the path, or a folder above it, between quotation marks."""
_OVERWRITTEN = re.compile(r'^Failed to overwrite "(.+)" (?:as Pelican has|a second time)', re.DOTALL)
_OUTSIDE = re.compile(r"^Attempted to break out of output directory to (.+)$", re.DOTALL)
_IN_THE_WAY = {errno.EEXIST, errno.EISDIR, errno.ENOTDIR}


@dataclass(frozen=True, slots=True)
class Collision:
    """The path below the output folder, whole if it is elsewhere, and what to tell the author."""

    path: str
    message: str


def collision(error: Exception, output: Path) -> Collision | None:
    """What stopped a build into `output`; None if it was something else."""
    if isinstance(error, FileOverwriteFailedError) and (found := _OVERWRITTEN.search(str(error))):
        fix = "Give one of them another `Slug`, or another `Save_as` if it has one."
        return Collision(_below(found[1], output), f"two sources are written to {found[1]}. {fix}")
    if isinstance(error, RuntimeError) and (found := _OUTSIDE.search(str(error))):
        fix = "Look for `..`, or a slash in front, in `Save_as` and `Slug` and in settings that end in _SAVE_AS."
        return Collision(_below(found[1], output), f"a file would be written to {found[1]}, which is outside of the site. {fix}")
    if isinstance(error, OSError) and isinstance(error.filename, str) and Path(error.filename).is_relative_to(output.absolute()):
        return _of_the_system(error, error.filename, _below(error.filename, output))
    return None


def is_named(met: Collision, messages: Iterable[str]) -> bool:
    """Whether one of the messages, of the rules in TOLD_BY, names this path, or the folder above it that is none."""
    names = [f"'{place}'" for place in (met.path, *map(str, PurePath(met.path).parents))]
    return any(name in message for message in messages for name in names)


def _of_the_system(error: OSError, whole: str, path: str) -> Collision | None:
    if path == ".":
        return Collision(path, "the address of a page is empty. Give it a `Slug`, and no `Save_as` without a name.")
    if error.errno in _IN_THE_WAY:
        return Collision(path, f"{whole} is to be a file and a folder. Give one of the two another `Slug` or `Save_as`.")
    if error.errno == errno.ENAMETOOLONG:
        name = max(path.split("/"), key=len)
        return Collision(path, f"the name {name[:40]}… is too long for a file. Give it a shorter `Slug` or `Save_as`.")
    return None


def _below(path: str, output: Path) -> str:
    """The path as it is in the site; a path elsewhere stays whole."""
    whole, root = Path(path), output.absolute()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path
