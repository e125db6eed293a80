"""`published.json`: which entry ids are in the feeds that people have, and at which addresses.

The file is optional and lies in the project's folder. Read is `feeds` → path → `entries` → entry id → `url`; an entry id is
`tag:AUTHORITY:ID` for an Id of ours, or a foreign Id as it is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "published.json"
VERSION = 1

_OURS = re.compile(r"tag:[^:]*:([0-9A-HJKMNP-TV-Z]{6})")  # whatever the authority, since an owner may have changed it
_RESCUE = f"Take {NAME} from your last backup, or from your version control. Nothing was written"


class PublishedError(Exception):
    """The file is there and cannot be used; the message says where, why and what to do."""


@dataclass(frozen=True, slots=True)
class Published:
    """The addresses at which an Id has been published; empty if nothing is known."""

    urls: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def addresses(self, checked: str) -> tuple[tuple[str, ...], ...]:
        """The parts of each address at which this Id was published: `("de", "hello")` of `https://example.org/de/hello/`."""
        return tuple(_parts(url) for url in self.urls.get(checked, ()))


def _parts(url: str) -> tuple[str, ...]:
    try:
        path = urlsplit(url).path
    except ValueError:  # an address that is none
        return ()
    parts = [part for part in unquote(path).split("/") if part]
    return (*parts[:-1], parts[-1].removesuffix(".html")) if parts else ()


def read_published(root: Path) -> Published:
    """What `root/published.json` tells; nothing if it is not there. PublishedError if it cannot be read, or is not what it should be."""
    try:
        state = json.loads((root / NAME).read_bytes())
    except FileNotFoundError:
        return Published()
    except OSError as error:
        raise PublishedError(f"{NAME}: it cannot be read ({error.strerror}). Allow reading it. Nothing was written.") from error
    except json.JSONDecodeError as error:
        raise PublishedError(f"{NAME}:{error.lineno}: this is no JSON ({error.msg}). {_RESCUE}.") from error
    except (ValueError, RecursionError) as error:
        raise PublishedError(f"{NAME}: this is no JSON in UTF-8 ({error}). {_RESCUE}.") from error
    return published_of(state)


def published_of(state: Any) -> Published:
    """The same from the JSON value. PublishedError if anything that is needed has another form."""
    if _object(state, "it").get("version") != VERSION:
        raise PublishedError(f"{NAME}: its version is not {VERSION}. Use the Rapport that wrote it, or a newer one. Nothing was written.")
    urls: dict[str, tuple[str, ...]] = {}
    for entry_id, url in _entries(state):
        ours = _OURS.fullmatch(entry_id)
        for name in (entry_id, ours[1]) if ours else (entry_id,):
            urls[name] = tuple(dict.fromkeys((*urls.get(name, ()), url)))
    return Published(urls)


def _entries(state: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for path, feed in _object(state.get("feeds", {}), "feeds").items():
        for entry_id, entry in _object(_object(feed, path).get("entries", {}), f"the list of entries of {path}").items():
            url = _object(entry, entry_id).get("url", "")
            if not isinstance(url, str):
                raise PublishedError(f"{NAME}: the url of {entry_id} is no text. {_RESCUE}.")
            yield entry_id, url


def _object(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise PublishedError(f"{NAME}: {name} should be a JSON object. {_RESCUE}.")
    return value
