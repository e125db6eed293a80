"""`[redirects]` of `site.toml`: old addresses, and where they lead now.

    [redirects]
    '/2019/03/old-letter.html' = '/old-letter/'
    '/shop/' = 'https://shop.example/'

Here is told what a person may have written wrong in the file; whether the addresses can be redirected is asked by whoever writes redirects.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

EXAMPLE = "Write it as in '/old.html' = '/new/'."
_KEY = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*')\s*=""")


def redirect_problems(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with a table [redirects]: the key of each line, and a message that says how to mend it."""
    for origin, target in table.items():
        if message := _about(origin, target):
            yield origin, f"`redirects`: {message}"


def lines_of_keys(lines: Sequence[str]) -> dict[str, int]:
    """The lines of all keys in quotation marks, by what they say: in one go, since a site that moved has hundreds of them."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if (key := _KEY.match(line)) and (name := _unquoted(key[1])) is not None:
            found.setdefault(name, number)
    return found


def _unquoted(key: str) -> str | None:
    try:
        return next(iter(tomllib.loads(f"{key} = 0")))
    except tomllib.TOMLDecodeError:
        return None


def _about(origin: str, target: object) -> str:
    if isinstance(target, dict):  # TOML reads dots outside quotation marks as tables within tables
        return f"the old address that begins with `{origin}` needs quotation marks. {EXAMPLE}"
    if not origin.startswith("/"):
        path = urlsplit(origin).path if "//" in origin else origin
        return f"the old address `{origin}` must begin with a slash, without the name of the site. Did you mean '/{path.lstrip('/')}'?"
    if not isinstance(target, str):
        return f"where `{origin}` leads must be an address between quotation marks. {EXAMPLE}"
    return "" if target.strip() else f"it is not said where `{origin}` leads. {EXAMPLE}"
