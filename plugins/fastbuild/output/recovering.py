"""Before a build: completes or takes back what a killed one left, and removes its leavings. Nothing here can fail for what it finds."""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING

from . import manifest as manifests
from .files import NEVER_SEEN, Seen, digest, identity, is_behind_link, remove_tree, seen
from .manifest import Manifest
from .moments import reached
from .names import folders_of
from .surveying import TICK

if TYPE_CHECKING:
    from pathlib import Path

    from .places import Places

FORGOTTEN_AFTER = 24 * 60 * 60  # seconds; a stage as old as this, made with another cache folder, belongs to a build that was killed


def settle(places: Places) -> None:
    """Find out whether the last commit took place, and leave the one manifest that is right."""
    if not os.path.lexists(places.output) and identity(places.aside):
        places.aside.rename(places.output)
    coming = manifests.read(places.coming, places.relation)
    if coming is not None and coming.is_pending:
        _settle_pending(places, coming)
    elif coming is not None and coming.root == identity(places.output):
        adopt(places)
    places.coming.unlink(missing_ok=True)


def last_known(places: Places) -> Manifest | None:
    """The manifest of the output folder; if it is damaged that of the spare, which was the output folder's before: better than none."""
    return manifests.read(places.manifest, places.relation) or manifests.read(places.spare_manifest, places.relation)


def adopt(places: Places) -> None:
    """The swap has taken place: the coming manifest is that of the output folder, and the one before that of the spare."""
    with contextlib.suppress(FileNotFoundError):
        places.manifest.replace(places.spare_manifest)
    reached("manifest of the spare written")
    places.coming.replace(places.manifest)


def _settle_pending(places: Places, coming: Manifest) -> None:
    """Files were being placed one by one: each is as one of the two manifests says, or else changed since."""
    _remove_passing(places, coming)
    before = last_known(places) or Manifest(places.relation)
    known = before.digests | coming.digests
    _remove_empty(places.output, folders_of(known))
    names = [name for name in known if _is_there(places.output, name)]
    found = {name: _found(places.output, name, before, coming) for name in sorted(names)}
    merged = Manifest(
        output=places.relation,
        digests={name: known for name, (known, _) in found.items()},
        seen={name: status for name, (_, status) in found.items()},
        folders=dict.fromkeys(("", *sorted(folders_of(found))), 0),
        root=identity(places.output),
        seen_at=time.time_ns(),
    )
    manifests.write(places.manifest, merged)


def _found(output: Path, name: str, before: Manifest, coming: Manifest) -> tuple[str, Seen]:
    """The digest and the looks of a file that one of the manifests knows; a file that neither knows was never seen, and is not current."""
    unknown = before.digests.get(name) or coming.digests[name], NEVER_SEEN
    try:
        now = seen(output / name)
        if now == before.seen.get(name) and now[3] < before.seen_at - TICK:
            return before.digests[name], now
        holds = digest(output / name)
    except OSError:
        return unknown
    return (holds, now) if holds in {before.digests.get(name), coming.digests.get(name)} else unknown


def _is_there(output: Path, name: str) -> bool:
    """True if there is a file or a link, and no link on the way to it."""
    path = output / name
    return os.path.lexists(path) and not identity(path) and not is_behind_link(output, name)


def _remove_empty(output: Path, folders: set[str]) -> None:
    """A folder of ours that has lost its last file would be a stranger from now on, and in the way of a page of its name."""
    for folder in sorted(folders, reverse=True):
        if not is_behind_link(output, folder):
            with contextlib.suppress(OSError):
                (output / folder).rmdir()


def _remove_passing(places: Places, coming: Manifest) -> None:
    remove_tree(places.output / places.passing_folder)
    for folder in folders_of(coming.digests):
        if _is_there(places.output, f"{folder}/{places.passing_file}"):
            (places.output / folder / places.passing_file).unlink()


def sweep(places: Places) -> None:
    """Remove forgotten stages: all of our own, since we hold the lock, and those of others that are old."""
    keeps_spare = places.spare_manifest.exists()
    for folder in _folders(places.state):
        if folder.name.startswith("stage-") or (folder == places.spares[0] and not keeps_spare):
            remove_tree(folder)
    for folder in _folders(places.beside):
        if folder.name.startswith(places.hidden):
            if not (folder == places.spares[1] and keeps_spare):
                remove_tree(folder)
        elif folder.name.startswith(f".{places.output.name}.stage-") and _is_old(folder):
            remove_tree(folder)


def _folders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [folder / entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []


def _is_old(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > FORGOTTEN_AFTER
    except OSError:
        return False
