"""One file after another into the output folder, where it cannot be swapped: each in one step, what is not ours left alone.

Before the first, the coming manifest is written as pending: a build that is killed leaves some files new and some as they were, and the
next one knows which. New files come before stale ones go, except where a disk that ignores case, or a page that became a folder,
leaves no room for both.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from . import manifest as manifests
from .errors import HalfwayError, PlacingError
from .files import NEVER_SEEN, copy, digest, identity, make_folders, put, remove, remove_tree, seen
from .manifest import Manifest
from .moments import reached
from .names import folders_of, parents, spelled_alike
from .surveying import survey
from .swapping import discard_spare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .planning import Job


@dataclass(frozen=True, slots=True)
class Ready:
    """All that can fail without harm has been done."""

    changed: list[str]
    sources: dict[str, str]
    displaced: tuple[Path, ...]
    """Where strangers are now that will be written over."""


def place(job: Job, source: Path) -> tuple[Manifest, tuple[Path, ...]]:
    """Carry out the job with the staged files in `source`; return the manifest, which is written, and where displaced strangers are now.

    Raises PlacingError or OSError, and then the output is as it was; or HalfwayError.
    """
    ready = made_ready(job, source, job.plan.files)
    with halfway():
        place_all(job, ready)
        manifest = _manifest_of(job)
        manifests.write(job.places.manifest, manifest)
        reached("manifest written")
        job.places.coming.unlink()
    discard_spare(job.places)
    return manifest, ready.displaced


def made_ready(job: Job, source: Path, pending: dict[str, str]) -> Ready:
    """Look for what could be in the way, and note the names and digests that are `pending`, so that a killed build is understood."""
    adopted, in_the_way = _strangers_in_our_places(job)
    changed = [name for name in job.plan.changed if name not in adopted]
    _refuse_unwritable(job, changed)
    displaced = _set_aside(job, in_the_way)
    manifests.write(job.places.coming, _pending(job, pending))
    reached("coming manifest written")
    sources = _brought_near(job, changed, source)
    reached("copies beside their places")
    return Ready(changed, sources, displaced)


@contextlib.contextmanager
def halfway() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise HalfwayError(error.errno, error.strerror, error.filename) from error


def _strangers_in_our_places(job: Job) -> tuple[set[str], list[str]]:
    """Files that are not ours where one of ours has to go: those that hold the same, and are ours from now on, and the others.

    Where we have no manifest the others are most likely of an earlier build of ours; else they are refused, and so is whatever would have
    to be a folder and is none, or the other way round.
    """
    output, plan = job.places.output, job.plan
    adopted, others = set(), []
    blocked = _blocked_by_kind(job)
    for name in plan.changed.keys() - job.live.digests.keys():
        if os.path.lexists(output / name) and not identity(output / name) and blocked.isdisjoint((name, *parents(name))):
            if digest(output / name) == plan.files[name]:
                adopted.add(name)
            else:
                others.append(name)
    if blocked or (others and job.is_known):
        raise PlacingError(tuple(sorted({*blocked, *others})))
    return adopted, sorted(others)


def _blocked_by_kind(job: Job) -> set[str]:
    """What is a stranger and a folder where a file of ours has to go, or a file or a link where a folder has to."""
    foreign, output = job.survey.foreign, job.places.output
    held = folders_of(foreign) | {name.rstrip("/") for name in foreign if name.endswith("/")}
    ours = job.live.folders.keys() - held
    files = {name for name in job.plan.changed if name not in ours and identity(output / name)}
    folders = {name for name in folders_of(job.plan.changed) if name not in job.live.digests and _is_no_folder(output / name)}
    return files | folders


def _is_no_folder(path: Path) -> bool:
    try:
        return not stat.S_ISDIR(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _refuse_unwritable(job: Job, changed: Iterable[str]) -> None:
    """Better before the first file than at the last."""
    output = job.places.output
    for folder in ("", *sorted(folders_of((*changed, *job.plan.stale)))):
        path = output / folder
        if path.is_dir() and not os.access(path, os.W_OK | os.X_OK):
            raise _not_writable(path)


def _not_writable(path: Path) -> OSError:
    is_read_only = sys.platform != "win32" and os.statvfs(path).f_flag & os.ST_RDONLY
    number = errno.EROFS if is_read_only else errno.EACCES
    return OSError(number, os.strerror(number), str(path))


def _set_aside(job: Job, names: Iterable[str]) -> tuple[Path, ...]:
    """Copy what will be replaced, and may be somebody's own, into the cache."""
    found = []
    for name in names:
        target = job.places.displaced / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(str(job.places.output / name), str(target))
        found.append(target)
    return tuple(found)


def _pending(job: Job, files: dict[str, str]) -> Manifest:
    return Manifest(
        output=job.places.relation,
        digests=files,
        seen=dict.fromkeys(files, NEVER_SEEN),
        folders=dict.fromkeys(("", *sorted(folders_of(files))), 0),
        is_pending=True,
    )


def _brought_near(job: Job, changed: Iterable[str], source: Path) -> dict[str, str]:
    """Where each changed file is taken from: if the stage is on another disk, all are copied first, so that a full disk changes nothing."""
    output, near = job.places.output, job.places.output / job.places.passing_folder
    try:
        output.mkdir(parents=True, exist_ok=True)
        if output.stat().st_dev == source.stat().st_dev:
            return {name: str(source / name) for name in changed}
        near.mkdir()
        copies = {name: str(near / str(number)) for number, name in enumerate(changed)}
        for name, target in copies.items():
            copy(str(source / name), target)
    except OSError:
        remove_tree(near)
        job.places.coming.unlink(missing_ok=True)
        raise
    return copies


def place_all(job: Job, ready: Ready) -> None:
    """Move the new files in, and remove the stale ones."""
    output = str(job.places.output)
    first, last = _parted(_reachable(job), ready.changed)
    remove(output, first)
    reached("conflicting files removed")
    make_folders(output, folders_of(ready.changed))
    for name in ready.changed:
        put(ready.sources[name], f"{output}/{name}", f"{output}/{name.rpartition('/')[0]}/{job.places.passing_file}")
        reached("file placed")
    reached("files placed")
    remove(output, last)
    reached("stale files removed")
    with contextlib.suppress(FileNotFoundError):
        (job.places.output / job.places.passing_folder).rmdir()


def _reachable(job: Job) -> list[str]:
    """Stale files that are files still, in folders still: what is behind a link is not ours to remove."""
    foreign = frozenset(job.survey.foreign)
    return [name for name in job.plan.stale if name.rpartition("/")[0] not in job.survey.gone and f"{name}/" not in foreign]


def _parted(stale: list[str], changed: list[str]) -> tuple[list[str], list[str]]:
    """The stale files that have to go before the new ones come, and those that can wait."""
    if not stale or not changed:
        return [], stale
    spelled = {spelled_alike(name): name for name in (*changed, *folders_of(changed))}
    files = {spelled_alike(name) for name in changed}

    def is_in_conflict(name: str) -> bool:
        above = [*parents(name)]
        return (
            spelled_alike(name) in spelled
            or any(spelled_alike(folder) in files for folder in above)
            or any(spelled.get(spelled_alike(folder), folder) != folder for folder in above)
        )

    first = [name for name in stale if is_in_conflict(name)]
    return first, sorted(set(stale).difference(first))


def _manifest_of(job: Job) -> Manifest:
    """What is in the output folder now that everything is done; strangers may have come to light in folders that we had no manifest of."""
    output, plan = job.places.output, job.plan
    at = time.time_ns()
    looks = {name: job.live.seen[name] if name in plan.kept else seen(output / name) for name in plan.files}
    known = {name: job.survey.folders.get(name, 0) for name in ("", *plan.folders)}
    manifest = Manifest(job.places.relation, plan.files, looks, known, identity(output), seen_at=at)
    return replace(manifest, folders=survey(output, manifest).folders)
