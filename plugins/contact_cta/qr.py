"""A QR code as a picture of its own: for paper, where a link cannot be followed."""

from __future__ import annotations

from functools import cache
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

import segno

from .plain_text import one_line
from .web_address import safe_url

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUIET_ZONE = 4
"""Light modules around the code, ISO/IEC 18004; scanners find it by them."""
_PIXELS = 4
"""Size of a module where nothing else sets the size of the picture."""


@cache
def qr_svg(url: str, *, title: str) -> str:
    """An SVG document with the QR code of `url` (level M or better), dark on light whatever the page around it, named `title`.

    UnsafeUrlError if `url` is not a whole web address: nobody could follow it from paper.
    """
    code = segno.make_qr(safe_url(url).url, error="m")
    rows = [list(row) for row in code.matrix_iter(border=_QUIET_ZONE)]
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{size * _PIXELS}" height="{size * _PIXELS}" '
        f'viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f"<title>{escape(one_line(title), quote=False)}</title>"
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path fill="#000" d="{"".join(_bars(y, row) for y, row in enumerate(rows))}"/></svg>\n'
    )


def _bars(y: int, row: Iterable[int]) -> str:
    """A closed bar for each run of dark modules in the row at height `y`."""
    path, x = [], 0
    for is_dark, run in groupby(bool(module) for module in row):
        length = len(list(run))
        if is_dark:
            path.append(f"M{x} {y}h{length}v1H{x}z")
        x += length
    return "".join(path)
