"""`published.json`: what was live when `impact --record` ran last. The owner's file, in the root, and committed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .model import Document, Entry, ImpactError

if TYPE_CHECKING:
    from pathlib import Path

    from .model import State

NAME = "published.json"
VERSION = 1
TEXTS = ("url", "title", "updated", "digest", "invitation")
_FIX = "Take it from your last backup or commit; or remove it, and `impact --record` begins a new one, which knows no former titles."


class _DamageError(ValueError):
    """The text says what is not as it should be."""


def read_published(root: Path) -> State | None:
    """What `root/published.json` holds, None if there is no such file; ImpactError if it cannot be used."""
    path = root / NAME
    try:
        return _state(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ImpactError(f"impact: {path}: it cannot be read ({error.strerror}). Allow reading it.") from error
    except (ValueError, RecursionError) as error:
        raise ImpactError(f"impact: {path}: it is damaged: {error}. {_FIX}") from error


def write_published(root: Path, state: State) -> None:
    """Write `state` in one step; ImpactError if it cannot be written, and what was there stays."""
    path = root / NAME
    fresh = path.with_name(f".{NAME}.new")
    try:
        fresh.write_bytes(as_text(state).encode("utf-8"))
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise ImpactError(
            f"impact: {path}: it cannot be written ({error.strerror}). Make room, or give yourself permission there."
        ) from error


def with_former_titles(state: State, former: State) -> State:
    """`state` where each entry has the titles that `former` knows for its id, oldest first, and that it has nowhere now."""
    current = {(entry.id, entry.title) for document in state.values() for entry in document.entries.values()}
    before: dict[str, dict[str, None]] = {}
    for document in former.values():
        for entry in document.entries.values():
            titles = (title for title in (*entry.former_titles, entry.title) if title and (entry.id, title) not in current)
            before.setdefault(entry.id, {}).update(dict.fromkeys(titles))

    def known(entry: Entry) -> Entry:
        return replace(entry, former_titles=tuple(before.get(entry.id, ())))

    return {
        path: replace(document, entries={name: known(entry) for name, entry in document.entries.items()})
        for path, document in state.items()
    }


def as_text(state: State) -> str:
    """The file's text: sorted, and an entry a line, so that `git diff` shows what was published."""
    feeds = ",\n".join(_feed(state[path]) for path in sorted(state))
    return f'{{"version": {VERSION}, "feeds": {{\n{feeds}\n}}}}\n'


def _feed(document: Document) -> str:
    entries = ",\n".join(f"{_json(name)}: {_json(_node(document.entries[name]))}" for name in sorted(document.entries))
    return f'{_json(document.path)}: {{"bytes": {document.bytes}, "entries": {{\n{entries}\n}}}}'


def _node(entry: Entry) -> dict[str, Any]:
    node: dict[str, Any] = {name: getattr(entry, name) for name in TEXTS}
    if entry.published:
        node["published"] = entry.published
    if entry.former_titles:
        node["former_titles"] = list(entry.former_titles)
    return node


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _state(node: object) -> State:
    if not isinstance(node, dict):
        raise _DamageError("it should hold one JSON object")
    if node.get("version") != VERSION:
        raise _DamageError(f"its `version` is {node.get('version')!r}, and only {VERSION} can be read")
    return {path: _document(path, feed) for path, feed in _object(node.get("feeds"), "`feeds`").items()}


def _document(path: str, feed: object) -> Document:
    fields = _object(feed, f"the feed {path}")
    size, entries = fields.get("bytes"), _object(fields.get("entries"), f"`entries` of {path}")
    if not isinstance(size, int):
        raise _DamageError(f"`bytes` of {path} should be a number")
    return Document(
        path, format_of(path), size, {name: _entry(name, _object(entry, f"the entry {name} of {path}")) for name, entry in entries.items()}
    )


def _entry(name: str, fields: dict[str, Any]) -> Entry:
    def text(key: str, value: object) -> str:
        if not isinstance(value, str):
            raise _DamageError(f"`{key}` of the entry {name} should be text")
        return value

    former = fields.get("former_titles", [])
    if not isinstance(former, list):
        raise _DamageError(f"`former_titles` of the entry {name} should be a list")
    texts = {key: text(key, fields.get(key)) for key in TEXTS}
    titles = tuple(text("former_titles", title) for title in former)
    return Entry(id=name, **texts, published=text("published", fields.get("published", "")), former_titles=titles)


def _object(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _DamageError(f"{name} should be an object")
    return value


def format_of(path: str) -> str:
    """By its name; only of recorded feeds, since the others have been read."""
    if path.endswith(".json"):
        return "json"
    return "rss" if path.endswith((".rss.xml", ".rss", ".rdf")) else "atom"
