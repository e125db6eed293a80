"""An output folder under the lock: what is in it, a stage for what is to come, and the commit."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from . import in_place, recovering, swapping
from . import manifest as manifests
from .errors import DisturbedError, HalfwayError
from .files import identity, remove_tree
from .locking import held
from .manifest import Manifest
from .moments import reached
from .patching import patch, planned_patch
from .places import Places
from .planning import Job, Plan, planned
from .surveying import Survey, checked, survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Mode = Literal["swapped", "in place", "untouched"]


@dataclass(frozen=True, slots=True)
class Placed:
    """What a commit did. Names are relative to the output folder, with slashes, sorted."""

    files: tuple[str, ...]
    """The whole site."""
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    foreign: tuple[str, ...]
    """What is in the output folder and not ours; a folder with nothing of ours once, with a slash at its end."""
    mode: Mode
    seconds: float
    displaced: tuple[Path, ...] = ()
    """Copies of files that were replaced though nobody knew whose they were, since there was no manifest."""


class Tree:
    """An output folder while a build has it for itself; see the package for how to use it."""

    def __init__(self, places: Places, *, may_swap: bool) -> None:
        self._places, self._may_swap = places, may_swap
        self.stage = _stage(places)
        """An empty folder to put new and changed files into."""
        self._patched: dict[str, str] = {}
        """What has been placed since the manifest was written."""
        self.refresh()

    @property
    def current(self) -> Mapping[str, str]:
        """Names and digests of the files that lie in the output folder exactly as the last build left them."""
        return self._current

    @property
    def owned(self) -> frozenset[str]:
        """The names that are ours, current or not."""
        return frozenset(self._live.digests)

    def refresh(self) -> None:
        """Look at the output folder again; for who keeps a tree open over several commits."""
        places = self._places
        self._write_patched()
        read = recovering.last_known(places)
        known = read or Manifest(places.relation)
        found = survey(places.output, known)
        self._is_known = read is not None
        self._current, live = checked(places.output, known, found.gone)
        folders = {name: found.folders.get(name, 0) for name in live.folders}
        if live is not known or folders != known.folders:
            live = replace(live, folders=folders)
            manifests.write(places.manifest, live)
        self._live, self._found = live, found

    def commit(self, keep: Mapping[str, str] | None = None, digests: Mapping[str, str] | None = None) -> Placed:
        """Make the output folder hold what is in the stage, and of `current` what is in `keep`; everything else of ours goes.

        `digests` are those of staged files as far as they are known. A staged file that holds what the current one does is dropped, so
        that inode and mtime stay. Afterwards, also after an error, the stage is empty again, and another commit may follow.
        Raises PlacingError, DisturbedError or OSError, with the output as it was; only HalfwayError, an OSError, says that it is not.
        """
        started = time.perf_counter()
        with self._emptying_stage():
            self._write_patched()
            plan = planned(self.stage, self._live, self._current, keep or {}, digests or {})
            removed = tuple(name for name in plan.stale if self._is_there(name))
            mode, displaced = self._carry_out(plan) if plan.changed or removed else self._forget(plan)
            reached("committed")
        return self._report(plan, removed, mode, displaced, started)

    def patch(self, remove: Iterable[str] = (), digests: Mapping[str, str] | None = None) -> Placed:
        """Put what is in the stage into the output folder, remove some names of ours, and leave everything else unlooked at.

        For who keeps a tree open and knows that nothing else has changed. Files are placed one by one. Strangers are those that were seen
        last. Raises what `commit` does.
        """
        started = time.perf_counter()
        with self._emptying_stage():
            plan = planned_patch(self.stage, self._places.output, self._live, remove, digests or {})
            pending = self._patched | {name: plan.files[name] for name in plan.changed}
            self._live, displaced = patch(self._job(plan, self._found), pending)
            self._current = {name: known for name, known in self._current.items() if name in plan.files} | pending
            self._patched = pending
        return self._report(plan, plan.stale, "in place", displaced, started)

    def close(self) -> None:
        """Write down what has been patched, and remove the stage."""
        try:
            self._write_patched()
        finally:
            remove_tree(self.stage)

    def _report(self, plan: Plan, removed: tuple[str, ...], mode: Mode, displaced: tuple[Path, ...], started: float) -> Placed:
        seconds = time.perf_counter() - started
        return Placed(tuple(plan.files), tuple(plan.changed), removed, self._found.foreign, mode, seconds, displaced)

    @contextlib.contextmanager
    def _emptying_stage(self) -> Iterator[None]:
        """Whatever happens; and if that leaves the output folder halfway, find out what is in it."""
        try:
            yield
        except HalfwayError:
            self._patched = {}
            with contextlib.suppress(OSError):
                recovering.settle(self._places)
                self.refresh()
            raise
        except OSError:
            with contextlib.suppress(OSError):
                self._write_patched()  # what was noted of earlier patches may be gone
            raise
        finally:
            remove_tree(self.stage)
            self.stage.mkdir(exist_ok=True)

    def _write_patched(self) -> None:
        if self._patched:
            manifests.write(self._places.manifest, self._live)
            self._places.coming.unlink(missing_ok=True)
            self._patched = {}

    def _job(self, plan: Plan, found: Survey) -> Job:
        return Job(self._places, self.stage, self._live, self._is_known, plan, found)

    def _is_there(self, name: str) -> bool:
        path = self._places.output / name
        return name.rpartition("/")[0] not in self._found.gone and os.path.lexists(path) and not identity(path)

    def _carry_out(self, plan: Plan) -> tuple[Mode, tuple[Path, ...]]:
        found = survey(self._places.output, self._live)
        if missing := found.missing(plan.kept):
            raise DisturbedError(missing)
        mode, manifest, displaced = self._placed(self._job(plan, found))
        self._live, self._current, self._is_known = manifest, manifest.digests, True
        self._found = survey(self._places.output, manifest) if found.foreign else replace(found, gone=frozenset())
        return mode, displaced

    def _placed(self, job: Job) -> tuple[Mode, Manifest, tuple[Path, ...]]:
        source = self.stage
        if self._may_swap and swapping.may_swap(job):
            try:
                return "swapped", swapping.swap(job), ()
            except swapping.CannotSwapError as error:
                source = error.source
        return "in place", *in_place.place(job, source)

    def _forget(self, plan: Plan) -> tuple[Mode, tuple[Path, ...]]:
        """Nothing is to be done, unless files of ours have vanished that nobody misses: the manifest has to know."""
        if plan.stale:
            seen = {name: self._live.seen[name] for name in plan.files}
            folders = {name: self._live.folders[name] for name in ("", *plan.folders)}
            self._live = replace(self._live, digests=plan.files, seen=seen, folders=folders)
            self._current = plan.files
            manifests.write(self._places.manifest, self._live)
        return "untouched", ()


def _stage(places: Places) -> Path:
    """A new folder beside the output folder, or in the cache where that would be on another disk or must not be."""
    beside = places.output.parent / f"{places.hidden}{os.getpid()}"
    there = identity(places.output)
    above = identity(places.output.parent)
    if above and (there is None or there[0] == above[0]):
        with contextlib.suppress(OSError):
            beside.mkdir()
            return beside
    inside = places.state / f"stage-{os.getpid()}"
    inside.mkdir(parents=True)
    return inside


@contextlib.contextmanager
def opened(output: Path, cache: Path, *, swap: bool = True) -> Iterator[Tree]:
    """The tree of `output`, under the lock of `cache`, with everything right that a killed build may have left.

    `swap=False` places files one by one always: for who serves the folder from inside (a container's mount, a server started in it).
    Leaving without a commit leaves the output folder as it was. Raises LockedError, or OSError.
    """
    places = Places.of(output, cache)
    with held(places.cache / "lock"):
        recovering.settle(places)
        recovering.sweep(places)
        places.state.mkdir(parents=True, exist_ok=True)
        tree = Tree(places, may_swap=swap)
        reached("opened")
        try:
            yield tree
        finally:
            tree.close()


def cleared(output: Path, cache: Path) -> tuple[str, ...]:
    """Remove all that is ours in `output`, the folder too if nothing else is in it, and what the cache holds of it; return what stays."""
    with opened(output, cache, swap=False) as tree:
        foreign = tree.commit().foreign
        places = Places.of(output, cache)
    if identity(places.output) and not foreign:
        with contextlib.suppress(OSError):
            places.output.rmdir()
    remove_tree(places.state)
    return foreign
