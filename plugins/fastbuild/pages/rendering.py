"""Jobs become files in the stage, in this process or in several."""

from __future__ import annotations

import gc
import logging
import os
import pickle
import select
import signal
import sys
import threading
import traceback
from array import array
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from fastbuild.facts.answers import DIGEST_SIZE, local_answers
from fastbuild.tracing.trace import GLOBALS, Current, Trace

from .jobs import MADE_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from fastbuild.facts.catalogue import Catalogue, Fact

    from .jobs import Job

WORTH_A_PROCESS = 80
"""Pages below which starting another process takes longer than it saves."""
TOLD_EVERY = 20
"""Pages after which whoever waits is told how many are done, and a process looks whether anybody waits."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be made. `path` and `line` are the template's, where the mistake is one of a template."""

    page: str
    message: str
    path: str | None
    line: int | None
    fix: str = ""
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: the digest of its text, and what the text was made of. `facts` are places in the table beside it."""

    place: int
    digest: str = ""
    is_written: bool = False
    facts: array[int] = field(default_factory=lambda: array("I"))
    local: tuple[tuple[Any, Any, bytes], ...] = ()
    templates: frozenset[str] = frozenset()
    failure: Failure | None = None


@dataclass(slots=True)
class Rendered:
    """What one process has rendered, with the facts that the outcomes refer to, the links that it followed and what it logged."""

    outcomes: list[Outcome] = field(default_factory=list)
    facts: dict[Fact, int] = field(default_factory=dict)
    links: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    logged: list[logging.LogRecord] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Press:
    """Where and how pages are rendered."""

    stage: Path
    catalogue: Catalogue
    links: dict[str, set[tuple[str, str]]]
    """Filled by contents while their links are followed."""
    explain: Callable[[BaseException, str], Failure]
    traces: bool = True

    def run(self, jobs: Sequence[tuple[int, Job, str]], processes: int, done: Callable[[int], None] | None = None) -> list[Rendered]:
        """Render jobs, each with its place and the digest that needs no writing; in as many processes as pay."""
        share = max(1, min(processes, len(jobs) // WORTH_A_PROCESS))
        if share == 1 or not hasattr(os, "fork") or threading.active_count() > 1:
            return [self._serial(jobs, done)]
        return _in_processes([jobs[number::share] for number in range(share)], self._serial, done)

    def _serial(self, jobs: Sequence[tuple[int, Job, str]], done: Callable[[int], None] | None) -> Rendered:
        made = Rendered(links=self.links)
        for number, (place, job, current) in enumerate(jobs):
            made.outcomes.append(self._made(place, job, current, made.facts))
            if done and number % TOLD_EVERY == TOLD_EVERY - 1:
                done(TOLD_EVERY)
        return made

    def _made(self, place: int, job: Job, current: str, facts: dict[Fact, int]) -> Outcome:
        made_of = job.made_of
        trace = Current.trace = Trace(job.local, parts=None if made_of is None else self.catalogue.parts) if self.traces else None
        try:
            text = job.text().encode("utf-8")
        except Exception as error:  # noqa: BLE001  a page that cannot be made does not stop the others
            return Outcome(place, failure=self.explain(error, job.name))
        finally:
            Current.trace = None
        digest = blake2b(text, digest_size=DIGEST_SIZE).hexdigest()
        if digest != current:
            try:
                write_new(self.stage / job.name, text)
            except OSError as error:
                return Outcome(place, failure=self.explain(error, job.name))
        return Outcome(place, digest, digest != current, *self._read(job, trace, facts))

    def _read(self, job: Job, trace: Trace | None, facts: dict[Fact, int]) -> tuple[array[int], tuple[Any, ...], frozenset[str]]:
        if trace is None:
            return array("I"), (), frozenset()
        if job.made_of is not None:
            found: Any = self.catalogue.facts_of_document(job.made_of, trace)
            trace.local_asked.add(((MADE_OF,), "deep"))
        elif not hasattr(job.template, "environment"):
            found = ()  # it is made at every build
        else:
            found = self.catalogue.facts_of(trace)
            trace.templates.add(job.template.filename or job.template.name)
        places = array("I", sorted(facts.setdefault(fact, len(facts)) for fact in found))
        return places, local_answers(arguments_of(job), trace.local_asked), frozenset(trace.templates)


def arguments_of(job: Job) -> dict[str, Any]:
    """A page's own arguments, and what plugins have put into the environment of its template."""
    environment = getattr(job.template, "environment", None)
    return {**job.local, GLOBALS: environment.globals} if environment is not None else {**job.local, MADE_OF: job.made_of}


def write_new(path: Path, text: bytes) -> None:
    """Write a file that is not there, or that another page was written to before."""
    try:
        file = path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("wb")
    with file:
        file.write(text)


def _in_processes(
    shares: Sequence[Sequence[tuple[int, Job, str]]],
    work: Callable[[Sequence[tuple[int, Job, str]], Callable[[int], None] | None], Rendered],
    done: Callable[[int], None] | None,
) -> list[Rendered]:
    """Each share in a child of its own, which has everything that this process has; what it logs is logged here."""
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()
    children = {_child(share, work): len(share) for share in shares}
    found = []
    try:
        while children:
            ready, _, _ = select.select([pipe for pipe, _ in children], [], [])
            for child in [child for child in children if child[0] in ready]:
                pages = children.pop(child)
                found.append(_answer(*child))
                if done:
                    done(pages)
    finally:
        gc.unfreeze()
        for pipe, pid in children:  # what is left after an interruption
            os.kill(pid, signal.SIGKILL)
            os.close(pipe)
            os.waitpid(pid, 0)
    return found


class LostProcessError(Exception):
    """A process that rendered pages ended before its work did."""


def _answer(pipe: int, pid: int) -> Rendered:
    with os.fdopen(pipe, "rb") as file:
        data = file.read()
    _, status = os.waitpid(pid, 0)
    if status or not data:
        raise LostProcessError(
            f"a process that rendered pages ended early (status {status}). Try again; with less memory in use, or --stock."
        )
    answer = pickle.loads(data)  # noqa: S301  (from our own child)
    if isinstance(answer, Rendered):
        for record in answer.logged:
            logging.getLogger(record.name).handle(record)
        return answer
    raise LostProcessError(str(answer))


class _Keeping(logging.Handler):
    def __init__(self, kept: list[logging.LogRecord]) -> None:
        super().__init__()
        self._kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args, record.exc_info = record.getMessage(), (), None
        self._kept.append(record)


def _end_if_alone(parent: int) -> None:
    """A build that was killed leaves nobody who could use what its processes make."""
    if os.getppid() != parent:
        os._exit(1)


def _child(share: Any, work: Callable[[Any, Any], Rendered]) -> tuple[int, int]:
    reading, writing = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        os.close(writing)
        return reading, pid
    code = 1
    try:
        os.close(reading)
        gc.disable()
        kept: list[logging.LogRecord] = []
        logging.getLogger().handlers[:] = [_Keeping(kept)]
        try:
            answer: Any = work(share, lambda _pages: _end_if_alone(parent))
            answer.logged = kept
            data = pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)
        except BaseException:  # noqa: BLE001  the parent tells of it
            data = pickle.dumps(traceback.format_exc())
        with os.fdopen(writing, "wb") as file:
            file.write(data)
        code = 0
    finally:
        os._exit(code)
