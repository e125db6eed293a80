"""The plugin's settings, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from .addresses import absolute
from .characters import one_line
from .model import FORMATS, SCOPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

CONFIG_KEY = "FEEDS_CONFIG"
"""Where `initialized` leaves the configuration among Pelican's settings."""

DEFAULT_FORMATS = {"site": FORMATS, **dict.fromkeys(SCOPES[1:], ("atom",))}
FIRST_YEAR = "2026"
"""The year in the ids of a site that has not set SITE_AUTHORITY: a constant, since ids never change (RFC 4151 wants one)."""


_AUTHORITY = re.compile(r"[A-Za-z0-9._-]+(@[A-Za-z0-9.-]+)?,[0-9]{4}(-[0-9]{2}){0,2}")
"""RFC 4151, section 2.1."""
_IN_URN = "/:;,.~@!$&'()*+="


class FeedsConfigError(ValueError):
    """One or more settings are wrong; `problems` has a sentence for each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("site_feeds: settings: " + " ".join(self.problems))


@dataclass(frozen=True, slots=True)
class FeedsConfig:
    """What the manual page calls the settings. `public_url` has no slash at its end; without one there are no feeds."""

    formats: tuple[tuple[str, tuple[str, ...]], ...] = tuple(DEFAULT_FORMATS.items())
    """Each scope with its formats."""
    entries: int = 20
    archive_entries: int = 20
    path: str = "feeds"
    closed: tuple[str, ...] = ()
    hub: str = ""
    icon: str = ""
    style: str = ""
    site_name: str = ""
    subtitle: str = ""
    rights: str = ""
    language: str = "en"
    public_url: str = ""
    authority: str = ""
    has_authority: bool = True
    """False where the domain of the public address stands in for SITE_AUTHORITY."""
    titles_are_html: bool = False
    summaries_are_html: bool = True
    strict: bool = False

    def formats_of(self, scope: str) -> tuple[str, ...]:
        return dict(self.formats)[scope]

    def url(self, path: str) -> str:
        """The public address of `path`, which is below the site's root; in ASCII, as all that feeds hold."""
        return absolute(f"{self.public_url}/{path.lstrip('/')}", "")

    def file_url(self, path: str) -> str:
        """The same for a file that there may not be; an address of another host stays as it is."""
        return absolute(path, "") if not path or _is_web(path) else self.url(path)

    def urn(self, name: str) -> str:
        """A name that outlives the domain, `tag:example.org,2026:feeds/all` (RFC 4151)."""
        return f"tag:{self.authority}:{quote(name, safe=_IN_URN)}"


def _formats(value: object) -> str:
    """A dict from scopes to lists of formats."""
    shape = f"Give a dict such as {{'tag': ['atom', 'rss']}}, with {', '.join(SCOPES)} and the formats {', '.join(FORMATS)}."
    if not isinstance(value, dict) or not all(isinstance(formats, (list, tuple)) for formats in value.values()):
        return shape
    is_known = value.keys() <= set(SCOPES) and all(name in FORMATS for formats in value.values() for name in formats)
    return "" if is_known else shape


def _count(value: object) -> str:
    return "" if isinstance(value, int) and not isinstance(value, bool) and value > 0 else "Give a whole number from 1 up."


def _several(value: object) -> str:
    """With one entry an archive, a new article would change three documents instead of two."""
    return "" if not _count(value) and value != 1 else "Give a whole number from 2 up."


def _path(value: object) -> str:
    is_inside = isinstance(value, str) and not {"", ".", ".."} & set(value.removesuffix("/").split("/"))
    return "" if is_inside else "Give a path below the site's root, such as 'feeds'."


def _closed(value: object) -> str:
    """Paths of files whose ending says what they are."""
    is_list = isinstance(value, (list, tuple)) and all(isinstance(path, str) and not _path(path) for path in value)
    known = is_list and all(path.endswith((".atom.xml", ".rss.xml", ".json")) for path in value)  # type: ignore[attr-defined]
    return "" if known else "Give a list of paths that end in .atom.xml, .rss.xml or .json, such as ['feeds/closed.atom.xml']."


def _address(value: object) -> str:
    return "" if value == "" or _is_web(value) else "Give a whole address that begins with https://."


def _place(value: object) -> str:
    return "" if isinstance(value, str) else "Give a path below the site's root, such as 'images/icon.png'."


def _authority(value: object) -> str:
    is_none = value is None or value == ""
    shape = "Give a domain that you own and a year in which you did, such as 'example.org,2026'."
    return "" if is_none or (isinstance(value, str) and _AUTHORITY.fullmatch(value)) else shape


def _is_web(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("https://", "http://"))


CHECKS: dict[str, Callable[[object], str]] = {
    "FEEDS_FORMATS": _formats,
    "FEEDS_ENTRIES": _count,
    "FEEDS_ARCHIVE_ENTRIES": _several,
    "FEEDS_PATH": _path,
    "FEEDS_CLOSED": _closed,
    "FEEDS_HUB": _address,
    "FEEDS_ICON": _place,
    "FEEDS_STYLE": _place,
    "SITE_AUTHORITY": _authority,
}
"""Each setting with the check that says how to mend it."""


def feeds_config(settings: Mapping[str, Any]) -> FeedsConfig:
    """The configuration that `settings` hold; raises FeedsConfigError with all that is wrong in them."""
    given = {name: value for name, value in settings.items() if name.startswith("FEEDS_") and name != CONFIG_KEY}
    shared = {"SITE_AUTHORITY": settings.get("SITE_AUTHORITY")}
    problems = [problem for name, value in (given | shared).items() if (problem := _problem(name, value))]
    if problems:
        raise FeedsConfigError(problems)
    fields: dict[str, Any] = {name.removeprefix("FEEDS_").lower(): value for name, value in given.items()}
    chosen = DEFAULT_FORMATS | {scope: tuple(dict.fromkeys(formats)) for scope, formats in fields.get("formats", {}).items()}
    fields["formats"] = tuple(chosen.items())
    fields["closed"] = tuple(dict.fromkeys(fields.get("closed", ())))
    fields["path"] = str(fields.get("path", "feeds")).strip("/")
    return FeedsConfig(**_of_the_site(settings), **fields)


def _of_the_site(settings: Mapping[str, Any]) -> dict[str, Any]:
    """What belongs to Pelican or to several plugins."""
    public_url = str(settings.get("SITE_PUBLIC_URL") or settings.get("SITEURL") or "").rstrip("/")
    public_url = absolute(public_url, "") if _is_web(public_url) else ""
    authority = str(settings.get("SITE_AUTHORITY") or "")
    formatted = settings.get("FORMATTED_FIELDS", ["summary"])
    return {
        "site_name": one_line(str(settings.get("SITENAME") or "")) or public_url,
        "subtitle": one_line(str(settings.get("SITESUBTITLE") or "")),
        "rights": one_line(str(settings.get("SITE_LICENCE") or "")),
        "language": str(settings.get("DEFAULT_LANG") or "en"),
        "public_url": public_url,
        "authority": authority or f"{urlsplit(public_url).hostname or ''},{FIRST_YEAR}",
        "has_authority": bool(authority),
        "titles_are_html": bool(settings.get("TYPOGRIFY")) or "title" in formatted,
        "summaries_are_html": bool(settings.get("TYPOGRIFY")) or "summary" in formatted,
        "strict": bool(settings.get("SITE_STRICT", False)),
    }


def _problem(name: str, value: object) -> str:
    """What is wrong with one setting and how to mend it, or nothing."""
    if name not in CHECKS:
        near = get_close_matches(name, CHECKS, n=1)
        return f"unknown setting {name}." + (f" Did you mean {near[0]}?" if near else f" Use {', '.join(CHECKS)}.")
    mend = CHECKS[name](value)
    return f"{name} is {value!r}. {mend}" if mend else ""
