"""What the plugin works with: files to be written, old addresses, header fields, pages for search engines. Frozen; no Pelican here.

Paths and addresses are below the site's root, without a slash in front, and as one reads them: nothing in them is percent-encoded. The
address of a folder ends in a slash, the path of its page in `index.html`; the home page has the empty address.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

PAGE = "index.html"
"""The file that servers send for the address of a folder."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who writes a file or asks for a redirect: the words for it (`the article “First”`), the author's file and the line, if any."""

    words: str
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Output:
    """A file that will be written."""

    path: str
    source: Source


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address, and where it leads now: an address of the site, or a whole `https:` or `http:` one elsewhere."""

    origin: str
    target: str
    source: Source


@dataclass(frozen=True, slots=True)
class Asked:
    """A redirect that somebody wants: `origin` as typed, and the target too if `is_typed`, else an address. `field` is where it stands."""

    origin: str
    target: str
    source: Source
    field: str = "redirect_from"
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """Header fields for the addresses that `pattern` matches: `*` stands for any characters, slashes too."""

    pattern: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page that search engines may show, and when what it says last changed, if anything says so."""

    address: str
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend; `what` and `fix` without a full stop. What is unsafe is an error in a preview, too; advice never is one."""

    source: Source
    rule: str
    what: str
    fix: str
    is_unsafe: bool = False
    is_advice: bool = False


def page_path(address: str) -> str:
    """The file that a server sends for an address: `my-letter/` → `my-letter/index.html`, `old.html` → `old.html`."""
    return f"{address}{PAGE}" if not address or address.endswith("/") else address


def page_address(path: str) -> str:
    """The address of a file, without the `index.html` that servers add."""
    return path.removesuffix(PAGE) if path == PAGE or path.endswith(f"/{PAGE}") else path
