"""A few files into an output folder that is held open: the work follows the number of changes, not the size of the site.

The folder is not looked through again, and the manifest is not written: what has been patched since it was is noted as pending, which is
enough to know everything if the process ends.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from .errors import DisturbedError
from .files import digest, identity, is_behind_link, listed, seen
from .in_place import halfway, made_ready, place_all
from .planning import Plan, folders_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from .manifest import Manifest
    from .planning import Job


def planned_patch(stage: Path, output: Path, live: Manifest, remove: Iterable[str], digests: Mapping[str, str]) -> Plan:
    """The plan for what is in `stage` besides everything that is in the output folder already."""
    if identity(output) != live.root:
        raise DisturbedError(tuple(live.digests))
    listing = listed(stage)
    staged = {name: digests.get(name) or digest(stage / name) for name in listing.files}
    stale = tuple(name for name in remove if name in live.digests and name not in staged and not is_behind_link(output, name))
    files = live.digests | staged
    for name in stale:
        del files[name]
    folders = tuple(live.folders)[1:]
    if stale or len(files) != len(live.digests):
        files = {name: files[name] for name in sorted(files)}
        folders = folders_among(files)
    return Plan(files=files, folders=folders, changed=listing.files, kept={}, same=(), stale=stale, empty=())


def patch(job: Job, pending: dict[str, str]) -> tuple[Manifest, tuple[Path, ...]]:
    """Carry out such a plan; return the manifest, which is not written, and where displaced strangers are now.

    `pending` are names and digests of all that has been patched since the manifest was written, with these. Raises what `place` does.
    """
    output, plan, live = job.places.output, job.plan, job.live
    ready = made_ready(job, job.stage, pending)
    with halfway():
        place_all(job, ready)
        at = time.time_ns()
        looks = live.seen | {name: seen(output / name) for name in plan.changed}
    folders = {name: live.folders.get(name, 0) for name in ("", *plan.folders)}
    manifest = replace(live, digests=plan.files, seen={name: looks[name] for name in plan.files}, folders=folders, seen_at=at)
    return manifest, ready.displaced
