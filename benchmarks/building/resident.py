"""Processes that stay: a session of ours and `hugo server`. What is timed begins when a changed article has been saved.

Ours ends when the session says that all files are written. Hugo's ends when it serves the changed page, asked every few milliseconds on
the loopback interface; it keeps its pages in memory, which is its default and its faster way.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from . import believing, hugo_site
from .measuring import ProgramFailedError, settle
from .results import Measured
from .rounds import prepare_bystanders, rotated
from .tools import CACHE, ENVIRONMENT, FASTBUILD, HUGO, OUTPUT, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .cases import Case, Change
    from .rounds import Experiment
    from .tools import Place

ASKED_EVERY = 0.004
PATIENCE = 120
"""Seconds that a first build, or a change, may take before the measurement is given up."""


class Resident(Protocol):
    """A tool that stays in memory; `see` waits until the change is done."""

    @property
    def place(self) -> Place: ...

    def see(self, change: Change) -> None: ...


@dataclass(frozen=True, slots=True)
class Session:
    """A process with `fastbuild.session.Session`: it is given changed files, a line of JSON each time, and answers with a line."""

    place: Place
    process: subprocess.Popen[str]

    def see(self, change: Change) -> None:
        self._say([str(path) for path in change.saved])
        believing.must_show(self.place, change)

    def _say(self, paths: list[str]) -> None:
        if not (self.process.stdin and self.process.stdout):
            raise ProgramFailedError("The session has no pipes.")
        self.process.stdin.write(json.dumps(paths) + "\n")
        self.process.stdin.flush()
        if self.process.stdout.readline().strip() != "done":
            raise ProgramFailedError("The session of fastbuild could not build the site; what it wrote stands above.")


@dataclass(frozen=True, slots=True)
class Server:
    """`hugo server` on a port of the loopback interface."""

    place: Place
    port: int

    def see(self, change: Change) -> None:
        self.wait_for(f"letters/{change.slug}/", change.mark)

    def wait_for(self, page: str, mark: str) -> None:
        given_up = time.monotonic() + PATIENCE
        while mark not in self._page(page):
            if time.monotonic() > given_up:
                raise ProgramFailedError(f"hugo server did not serve {page} with {mark!r} within {PATIENCE} seconds.")
            time.sleep(ASKED_EVERY)

    def _page(self, page: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(connection):
            connection.request("GET", f"/{page}")
            return connection.getresponse().read().decode("utf-8", "replace")
        return ""


def measure(experiment: Experiment, cases: Sequence[Case], rounds: int, say: Callable[[str], None]) -> Iterator[Measured]:
    """Each edit `rounds` times and once before that, by turns in each process."""
    times: dict[tuple[str, str], list[float]] = {}
    taking_part = {tool for case in cases for tool in case.tools}
    with contextlib.ExitStack() as stack:
        running = {
            name: stack.enter_context(STARTED[name](place))
            for name, place in experiment.places.items()
            if name in taking_part & STARTED.keys()
        }
        for turn in range(rounds + 1):
            for case in cases:
                told = _one_case(experiment, case, turn, running)
                say(f"{experiment.site} {experiment.articles}, {'warm-up' if not turn else f'round {turn}'}, {case.name}: {_told(told)}")
                for tool, seconds in told.items():
                    times.setdefault((case.name, tool), []).append(seconds)
    for (case_name, tool), (_, *counted) in times.items():
        yield Measured(experiment.site, experiment.articles, case_name, tool, tuple(counted))


def _one_case(experiment: Experiment, case: Case, turn: int, running: dict[str, Resident]) -> dict[str, float]:
    prepare_bystanders(experiment, case, turn)
    taking_part = [running[name].place for name in case.tools if name in running]
    return {place.tool.name: _seconds(running[place.tool.name], case, turn) for place in rotated(taking_part, turn)}


def _seconds(resident: Resident, case: Case, turn: int) -> float:
    settle()
    change = case.prepare(resident.place, turn)
    start = time.perf_counter()
    resident.see(change)
    return time.perf_counter() - start


@contextlib.contextmanager
def _session(place: Place) -> Iterator[Resident]:
    settings = place.tool.command[place.tool.command.index("--settings") + 1]
    module = f"{__package__}.resident_session"
    command = [sys.executable, "-m", module, *(str(place.folder / name) for name in (settings, "content", OUTPUT, CACHE))]
    paths = os.pathsep.join([ENVIRONMENT["PYTHONPATH"], str(ROOT)])
    environment = {**os.environ, **ENVIRONMENT, "PYTHONPATH": paths}
    with _process(command, place, environment, talking=True) as process:
        session = Session(place, process)
        session._say([])  # noqa: SLF001  (the first build)
        yield session


@contextlib.contextmanager
def _server(place: Place) -> Iterator[Resident]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [place.command[0], "server", "--bind", "127.0.0.1", "--port", str(port), "--disableLiveReload", "--quiet"]
    with _process(command, place, dict(os.environ), talking=False):
        server = Server(place, port)
        server.wait_for("", hugo_site.TITLE)
        yield server


@contextlib.contextmanager
def _process(command: list[str], place: Place, environment: dict[str, str], *, talking: bool) -> Iterator[subprocess.Popen[str]]:
    """A process in the place's folder, ended at the end; it talks by lines, or it says nothing."""
    pipe = subprocess.PIPE if talking else subprocess.DEVNULL
    with subprocess.Popen(command, cwd=place.folder, env=environment, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as process:  # noqa: S603
        try:
            yield process
        finally:
            if process.stdin:
                process.stdin.close()  # which ends a session, and it can leave its cache in order
            else:
                process.terminate()


def _told(times: dict[str, float]) -> str:
    return ", ".join(f"{tool} {1000 * seconds:.0f} ms" for tool, seconds in sorted(times.items()))


STARTED: dict[str, Callable[[Place], contextlib.AbstractContextManager[Resident]]] = {FASTBUILD: _session, HUGO: _server}
