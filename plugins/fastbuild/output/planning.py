"""What a commit has to do, worked out before anything is touched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import DisturbedError, PlacingError
from .files import Seen, digest, listed
from .names import folders_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .manifest import Manifest
    from .places import Places
    from .surveying import Survey


@dataclass(frozen=True, slots=True)
class Plan:
    """All names sorted."""

    files: dict[str, str]
    """The coming site: names and digests."""
    folders: tuple[str, ...]
    """The folders of these files, those above them first."""
    changed: dict[str, Seen]
    """What has to come from the stage."""
    kept: dict[str, str]
    """What is in the output folder already, and stays, with digests."""
    same: tuple[str, ...]
    """Those of the kept that are in the stage all the same."""
    stale: tuple[str, ...]
    """Files of ours that are no part of the coming site."""
    empty: tuple[str, ...]
    """Folders in the stage that hold no file."""


@dataclass(frozen=True, slots=True)
class Job:
    """A plan with everything that is needed to carry it out."""

    places: Places
    stage: Path
    live: Manifest
    """The manifest of what is in the output folder now."""
    is_known: bool
    """False if there was no manifest: then any file there may be from an earlier build of ours, or not."""
    plan: Plan
    survey: Survey


def planned(stage: Path, live: Manifest, current: Mapping[str, str], keep: Mapping[str, str], digests: Mapping[str, str]) -> Plan:
    """The plan for what is in `stage` and what is to be kept.

    `current` are names and digests of what the output folder holds as it should; `digests` those of staged files as far as they are known.
    """
    listing = listed(stage)
    staged = {name: digests.get(name) or digest(stage / name) for name in listing.files}
    unkept = [name for name, known in keep.items() if current.get(name) != known]
    if unkept:
        raise DisturbedError(tuple(sorted(unkept)))
    files = {**keep, **staged}
    files = {name: files[name] for name in sorted(files)}
    same = tuple(name for name in listing.files if current.get(name) == staged[name])
    changed = {name: seen for name, seen in listing.files.items() if current.get(name) != staged[name]}
    return Plan(
        files=files,
        folders=folders_among(files),
        changed=changed,
        kept={name: known for name, known in files.items() if name not in changed},
        same=same,
        stale=tuple(name for name in live.digests if name not in files),
        empty=listing.empty,
    )


def folders_among(files: Mapping[str, str]) -> tuple[str, ...]:
    """The folders that `files` lie in, sorted; raises PlacingError if one of them is a file as well."""
    folders = folders_of(files)
    if both := folders & files.keys():
        raise PlacingError(tuple(sorted(both)))
    return tuple(sorted(folders))
