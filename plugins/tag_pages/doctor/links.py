"""Links to tags' files, `{filename}/tags/trust.md`, which follow a file that gets another name."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINK = re.compile(rb"""[{|]filename[}|](?P<target>[^\s"'<>()\[\]#?|]+)""")  # both of Pelican's spellings


def relinked(data: bytes, path: str, moved: Mapping[str, str]) -> bytes:
    """The file `path`, with links to files that `moved` knows going where they are now. Paths begin below the content folder.

    A moved file stays in its folder, so only the last part of a link changes.
    """
    if b"filename" not in data:
        return data

    def followed(found: re.Match[bytes]) -> bytes:
        target = found["target"].decode(errors="replace")
        old = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), target)).lstrip("/")
        name = posixpath.basename(old).encode()
        return found[0].removesuffix(name) + posixpath.basename(moved[old]).encode() if old in moved else found[0]

    return _LINK.sub(followed, data)
