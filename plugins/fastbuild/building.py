"""One build from start to end, for a person at a terminal."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import guarding, placing
from .problems import ProblemCollector, shown
from .running import SettingsError, Sources, run_pelican
from .terminal import FINE, MISTAKES, UNUSABLE, complain, counted, say

if TYPE_CHECKING:
    from collections.abc import Iterator

FOREIGN_SHOWN = 5
FORGOTTEN_AFTER = 24 * 60 * 60  # seconds; a stage as old as this belongs to a build that was killed


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for. `root` is the project's folder, `see_it` the command that the last line recommends."""

    root: Path
    sources: Sources
    output: Path
    publishing: bool = False
    see_it: str = "python3 tasks.py serve"


def build(request: Request) -> int:
    """Build and place the site; return the exit code. On any error the output folder stays as it was."""
    content = () if request.sources.content is None else (request.sources.content,)
    why_not = guarding.refusal(request.output, root=request.root, sources=(*content, request.sources.settings))
    if not request.sources.settings.is_file():
        why_not = f"There is no settings file {shown(request.sources.settings)}. Name one with --settings."
    if content and not content[0].is_dir():
        why_not = f"There is no folder {shown(content[0])}. Name the one with your articles with --content."
    if why_not:
        complain(why_not)
        return UNUSABLE
    say("Building the site for publishing ..." if request.publishing else "Building the site ...")
    try:
        return _build(request)
    except (OSError, placing.PlacingError) as error:
        complain(f"ERROR {_why_not_written(request, error)}")
        complain(_unchanged(request))
        return MISTAKES


def _build(request: Request) -> int:
    with staging(request.output) as stage:
        problems = ProblemCollector(complain, renamed=((str(stage), shown(request.output)), (f"{Path.cwd()}{os.sep}", "")))
        code = _run(request, stage, problems)
        _sum_up(problems)
        if code != FINE or problems.count(errors=True):
            complain(_unchanged(request))
            return code or MISTAKES
        try:
            placed = placing.place(stage, request.output, placing.manifest_path(request.root / ".cache", request.output))
        except OSError as error:
            complain(f"ERROR {_why_not_written(request, error)}")
            complain(
                f"Some files in {shown(request.output)}{os.sep} are new, some still as they were. Build again before you upload anything."
            )
            return MISTAKES
    _report(request, placed)
    return FINE


def _run(request: Request, stage: Path, problems: ProblemCollector) -> int:
    try:
        run_pelican(request.sources, stage, problems)
    except SettingsError as error:
        complain(error)
        return UNUSABLE
    except Exception:  # noqa: BLE001  whatever a plugin raises: shown, with what to do, and the output folder left alone
        complain(traceback.format_exc())
        complain("ERROR This is a defect in a plugin or in Rapport, not in your content. Please report it with the lines above.")
        return MISTAKES
    return FINE


@contextlib.contextmanager
def staging(output: Path) -> Iterator[Path]:
    """A new folder beside `output`, on the same disk if possible; it is removed in the end, whatever happens."""
    beside = next(folder for folder in output.absolute().parents if folder.is_dir())
    for old in beside.glob(f".{output.name}.stage-*"):
        if time.time() - old.stat().st_mtime > FORGOTTEN_AFTER:
            shutil.rmtree(old, ignore_errors=True)
    stage = beside / f".{output.name}.stage-{os.getpid()}"
    stage.mkdir()
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _sum_up(problems: ProblemCollector) -> None:
    counts = [(problems.count(errors=True), "error"), (problems.count(errors=False), "warning")]
    if any(count for count, _ in counts):
        complain(", ".join(counted(count, what) for count, what in counts if count) + ".")


def _report(request: Request, placed: placing.Placed) -> None:
    pages = sum(name.endswith(".html") for name in placed.files)
    say(
        f"The site is in {shown(request.output)}{os.sep}: {counted(pages, 'page')}, {counted(len(placed.files), 'file')} in all,"
        f" {len(placed.changed)} new or changed, {len(placed.removed)} removed."
    )
    if request.publishing:
        _name_foreign(request.output, placed)
    say(f"To see it while you write:  {request.see_it}")


def _name_foreign(output: Path, placed: placing.Placed) -> None:
    foreign = placing.foreign_entries(output, frozenset(placed.files))
    if foreign:
        more = f" and {len(foreign) - FOREIGN_SHOWN} more" if len(foreign) > FOREIGN_SHOWN else ""
        are = "is" if len(foreign) == 1 else "are"
        names = ", ".join(foreign[:FOREIGN_SHOWN])
        say(f"{counted(len(foreign), 'file')} in {shown(output)}{os.sep} {are} not from this build: {names}{more}.")


def _unchanged(request: Request) -> str:
    if request.output.is_dir():
        return f"The site in {shown(request.output)}{os.sep} is unchanged."
    return f"Nothing was written to {shown(request.output)}{os.sep}."


def _why_not_written(request: Request, error: OSError | placing.PlacingError) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or request.output}: {error.strerror}. Make room, or give yourself permission to write there."
    return f"{shown(request.output)}: in the way, and not from a build of ours: {error}. Move it elsewhere, or choose another --output."
