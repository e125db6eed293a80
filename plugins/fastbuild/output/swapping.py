"""The whole new tree, made beside the old one and put in its place in one step.

The tree that was live before is kept as a spare. It shares nearly every file with the live one (each is one file with two names), so
the next commit only has to bring it up to date: what the last build changed is linked from the live tree, what this one changed moved in.
The work follows the number of changes, and no tree of thousands of files is ever removed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
from typing import TYPE_CHECKING

from . import manifest as manifests
from .exchanging import put_in_place
from .files import Seen, identity, link, make_folders, move, remove, remove_tree, seen
from .manifest import Manifest
from .moments import reached
from .names import folders_of
from .recovering import adopt

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .places import Places
    from .planning import Job

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV)
_NO_SWAP = (errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES, errno.ENOTEMPTY, errno.EEXIST)
_SAMPLES = 16


class CannotSwapError(Exception):
    """The files have to be placed one by one after all; those that were staged are now in `source`."""

    def __init__(self, source: Path) -> None:
        super().__init__(str(source))
        self.source = source


def may_swap(job: Job) -> bool:
    """True if the output folder can be replaced by another without anybody missing something."""
    output = job.places.output
    if os.name == "nt":
        return False  # there, no folder can be renamed while anybody has a file in it open
    there = identity(output)
    if there is None:
        return not os.path.lexists(output)
    return (
        not job.survey.foreign
        and job.survey.is_one_disk
        and there[0] == (identity(job.stage) or there)[0]
        and output.stat().st_uid == os.geteuid()
        and os.access(output, os.W_OK | os.X_OK)
    )


def swap(job: Job) -> Manifest:
    """Carry out the job; return the manifest, which is written. Raises CannotSwapError or OSError, with the output as it was."""
    if len(job.plan.changed) > len(job.plan.kept):
        discard_spare(job.places)  # the stage is most of the new tree already
    spare = usable_spare(job.places)
    new, coming = _brought_forward(job, *spare) if spare else _made_anew(job)
    reached("assembled")
    manifests.write(job.places.coming, coming)
    reached("coming manifest written")
    _take_over_mode(new, job.places.output)
    job.places.output.parent.mkdir(parents=True, exist_ok=True)
    try:
        put_in_place(new, job.places.output, job.places.aside)
    except OSError as error:
        job.places.coming.unlink(missing_ok=True)
        if error.errno in _NO_SWAP:
            raise CannotSwapError(new) from error
        raise
    reached("swapped")
    adopt(job.places)
    reached("manifest written")
    if new == job.stage:
        _keep_as_spare(new, job.places)
    return coming


def usable_spare(places: Places) -> tuple[Path, Manifest] | None:
    """The spare tree and its manifest, if it is untouched; else None, and what is left of it is removed."""
    manifest = manifests.read(places.spare_manifest, places.relation)
    for folder in places.spares:
        if manifest and manifest.root and identity(folder) == manifest.root and _is_untouched(folder, manifest):
            return folder, manifest
    discard_spare(places)
    return None


def discard_spare(places: Places) -> None:
    places.spare_manifest.unlink(missing_ok=True)
    for folder in places.spares:
        if identity(folder):
            remove_tree(folder)


def _is_untouched(folder: Path, manifest: Manifest) -> bool:
    """A few folders are looked at: enough to tell a tree that `tar` or a CI service has restored, whose inodes may agree by chance."""
    names = [name for name in manifest.folders if name]
    with contextlib.suppress(OSError):
        return all(os.lstat(folder / name).st_ctime_ns == manifest.folders[name] for name in names[:: len(names) // _SAMPLES + 1])
    return False


def _brought_forward(job: Job, spare: Path, before: Manifest) -> tuple[Path, Manifest]:
    """Make the coming tree of the spare one, which holds the site that `before` describes."""
    plan, live = job.plan, job.live
    job.places.spare_manifest.unlink()  # from now on it is no spare; should this fail or be killed, it is removed
    reached("spare in hand")
    behind = _differing(plan.kept, before, live)
    gone = before.digests.keys() - plan.files.keys()
    remove(str(spare), gone)
    make_folders(str(spare), folders_of((*behind, *plan.changed)))
    _link_all(job, behind, spare)
    reached("spare brought forward")
    for name in plan.changed:
        move(f"{job.stage}/{name}", f"{spare}/{name}")
    at = time.time_ns()
    renewed = {name: seen(spare / name) for name in (*behind, *plan.changed)}
    touched = folders_of((*gone, *behind, *plan.changed))
    known = {name: ctime for name, ctime in before.folders.items() if name not in touched}
    return spare, _manifest_of(job, spare, {**live.seen, **renewed}, folders=known, seen_at=at)


def _differing(names: Iterable[str], one: Manifest, other: Manifest) -> list[str]:
    """Of the names in `other` those where the tree of `one` holds not the same file (the inode tells), or not with the same content."""
    mine, theirs = one.seen, other.seen
    return [name for name in names if name not in mine or mine[name][2] != theirs[name][2] or one.digests[name] != other.digests[name]]


def _made_anew(job: Job) -> tuple[Path, Manifest]:
    """Make the coming tree of the stage."""
    plan, stage = job.plan, str(job.stage)
    remove(stage, plan.same)
    for folder in plan.empty:
        with contextlib.suppress(OSError):
            (job.stage / folder).rmdir()
    make_folders(stage, folders_of(plan.kept))
    _link_all(job, plan.kept, job.stage)
    reached("kept files linked")
    at = time.time_ns()
    return job.stage, _manifest_of(
        job, job.stage, plan.changed | {name: seen(job.stage / name) for name in plan.kept}, folders={}, seen_at=at
    )


def _link_all(job: Job, names: Iterable[str], new: Path) -> None:
    live, tree = f"{job.places.output}/", f"{new}/"
    try:
        for name in names:
            link(live + name, tree + name)
    except OSError as error:
        if error.errno in _NO_LINKS:
            raise CannotSwapError(job.stage) from error
        raise


def _manifest_of(job: Job, new: Path, looks: dict[str, Seen], *, folders: dict[str, int], seen_at: int) -> Manifest:
    """`folders` are those whose ctime is known; `looks` may hold more than is asked for."""
    files = job.plan.files
    return Manifest(
        output=job.places.relation,
        digests=files,
        seen={name: looks[name] for name in files},
        folders={"": 0} | {name: folders.get(name) or os.lstat(new / name).st_ctime_ns for name in job.plan.folders},
        root=identity(new),
        seen_at=seen_at,
    )


def _take_over_mode(new: Path, output: Path) -> None:
    """Whoever may look into the output folder now may do so afterwards."""
    try:
        status = output.stat()
    except FileNotFoundError:
        return
    with contextlib.suppress(OSError):
        os.chown(new, -1, status.st_gid)
    new.chmod(status.st_mode & 0o7777)


def _keep_as_spare(old: Path, places: Places) -> None:
    """What was the output folder, and is now where the stage was, waits for the next commit."""
    if not places.spare_manifest.exists():
        remove_tree(old)
        return
    for spare in places.spares:
        with contextlib.suppress(OSError):
            old.rename(spare)
            return
    discard_spare(places)
