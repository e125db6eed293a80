"""The task `impact`, from what is given on the command line to the lines that are printed."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from . import report, wording
from .comparing import compare
from .digests import Digester
from .documents import read_folder
from .live import read_live
from .model import FAILED, FINE, UNUSABLE, ImpactError
from .published import NAME, read_published, with_former_titles, write_published

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from .documents import Read
    from .live import Live
    from .model import Comparison

_DEFECT = "That is a defect of the plugin or template which writes it, not of your content."


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for. If more is re-delivered than `max_redelivered`, the task fails."""

    max_redelivered: int = sys.maxsize
    record: bool = False
    as_json: bool = False


class Problem(Protocol):
    """What a build reported; `str()` is a line for a person."""

    @property
    def is_error(self) -> bool:
        """False for a warning."""


class Build(Protocol):
    """A finished site, and what was reported on the way."""

    @property
    def output(self) -> Path:
        """Its folder."""

    @property
    def problems(self) -> Sequence[Problem]:
        """Errors and warnings."""


def impact(root: Path, live: Sequence[str], options: Options, build: Callable[[], AbstractContextManager[Build]]) -> int:
    """Compare the feeds that `build` gives with the `live` paths, or with `root/published.json`; print the report; return the exit code.

    What is wrong goes to standard error. The package's manual has the codes.
    """
    try:
        return _impact(root, live, options, build)
    except ImpactError as error:
        _complain(*error.problems)
        return error.exit_code


def _impact(root: Path, live: Sequence[str], options: Options, build: Callable[[], AbstractContextManager[Build]]) -> int:
    if options.max_redelivered < 0:
        raise ImpactError(f"impact: --max-redelivered is {options.max_redelivered}. Give 0 or more.", exit_code=UNUSABLE)
    digester = Digester()
    before = read_live(root, live, digester)
    former = read_published(root) if live and options.record else before.recorded
    new = _read(build, digester)
    state = {document.path: document for document in new.documents}
    comparison = compare(before.state(state), state)
    is_too_much = comparison.redelivered > options.max_redelivered
    is_recorded = options.record and not is_too_much
    if is_recorded:
        write_published(root, with_former_titles(state, former or {}))
    _print(_told(comparison, before, (*before.notes, *new.notes), is_recorded=is_recorded, as_json=options.as_json))
    if is_too_much:
        _complain(_too_much(comparison.redelivered, options))
    return FAILED if is_too_much else FINE


def _read(build: Callable[[], AbstractContextManager[Build]], digester: Digester) -> Read:
    """The feeds of a build without errors; ImpactError with the errors of any other."""
    with build() as built:
        errors = [str(problem) for problem in built.problems if problem.is_error]
        if errors:
            raise ImpactError(*errors, "impact: nothing is compared as long as the build has errors. Mend what is said above.")
        return read_folder(built.output, digester, shown="output/", fix=_DEFECT)


def _told(comparison: Comparison, live: Live, notes: tuple[str, ...], *, is_recorded: bool, as_json: bool) -> str:
    is_first = live.name == NAME and live.recorded is None
    if as_json:
        return report.as_json(comparison, live=None if is_first else live.name, recorded=is_recorded, notes=notes)
    known = f"Nothing has been recorded as live ({NAME} is not there), so everything is new." if is_first else f"Compared with {live.name}."
    recorded = [f"Recorded in {NAME}. Commit it."] if is_recorded else []
    return "\n".join([known, *(f"Note: {note}" for note in notes), "", wording.as_text(comparison), *recorded])


def _too_much(number: int, options: Options) -> str:
    allowed = f"--max-redelivered allows {options.max_redelivered}"
    fix = "Give the articles their former ids in `Id:`, and the site its former `feed_authority`."
    return f"impact: {number} would be delivered twice, and {allowed}. {fix}{' Nothing was recorded.' if options.record else ''}"


def _print(text: str) -> None:
    """If nobody reads it any more (`| head`), the task ends in silence."""
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(*lines: str) -> None:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
