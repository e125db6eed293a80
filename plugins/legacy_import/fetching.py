"""Gets pictures from the network, where the person who imports has asked for that; each once, and kept for the next time."""

from __future__ import annotations

import hashlib
import http.client
import urllib.request
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from .addresses import parts_of
from .media import ENDINGS, LARGEST
from .record import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 20  # seconds for one file
TYPES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/svg+xml": ".svg",
    "application/pdf": ".pdf",
}
"""Types of files that are kept, with the ending for those whose address has none."""


def fetcher(folder: Path, tell: Callable[[str], None]) -> Callable[[str], Path | None]:
    """Makes a function that gets the file at an address into `folder`; None for one that cannot be had, which is told."""
    failed: set[str] = set()

    def fetch(url: str) -> Path | None:
        if parts_of(url).scheme not in {"http", "https"} or url in failed:
            return None
        name = hashlib.sha256(url.encode()).hexdigest()[:16]
        kept = next(iter(sorted(folder.glob(f"{name}/*"))), None)
        if kept is None:
            try:
                kept = _got(url, folder / name)
            except (OSError, ValueError, http.client.HTTPException) as error:
                failed.add(url)
                tell(f"{url} cannot be had: {error}.")
        return kept

    return fetch


def _got(url: str, folder: Path) -> Path:
    request = urllib.request.Request(quote(url, safe="!#$%&'()*+,/:;=?@[]~"), headers={"User-Agent": "Mozilla/5.0 (Rapport import)"})  # noqa: S310  (http or https)
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310  (http or https)
        kind = str(answer.headers.get_content_type())
        data = answer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("it is too large")
    file = PurePosixPath(unquote(parts_of(url).path)).name or "file"
    if PurePosixPath(file).suffix.lower() not in ENDINGS:
        file += TYPES.get(kind, "")
    if kind.startswith("text/html") or PurePosixPath(file).suffix.lower() not in ENDINGS:
        raise ValueError(f"it is {kind}, and no picture")
    path = folder / "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in file)[-100:]
    replace_file(path, data)
    return path
