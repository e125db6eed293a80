"""One program from start to end, as a whole process: seconds on the clock, seconds of processor, and, if it is weighed, its peak memory."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .memory import Scale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LINES_SHOWN = 15


@dataclass(frozen=True, slots=True)
class Cost:
    """`processor` is user and system time of the process and of what it started and waited for; None where the system does not tell."""

    seconds: float
    processor: float | None
    peak: int | None
    said: str


class ProgramFailedError(Exception):
    """The program ended with an error; the text names it and shows what it wrote last."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], *, weigh: bool = False) -> Cost:
    """Run it in `folder` and wait. Raises ProgramFailedError, and OSError if it cannot be started."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=output, stderr=errors)  # noqa: S603
        with Scale(process.pid) if weigh else contextlib.nullcontext() as scale:
            processor = _wait(process)
        seconds = time.perf_counter() - start
        output.seek(0)
        errors.seek(0)
        said, complained = (stream.read().decode("utf-8", "replace") for stream in (output, errors))
    if process.returncode:
        last = "\n".join((said + complained).splitlines()[-LINES_SHOWN:])
        raise ProgramFailedError(f"{' '.join(map(str, command))}\nended with {process.returncode} in {folder}:\n{last}")
    return Cost(seconds, processor, scale.peak if scale else None, said)


def _wait(process: subprocess.Popen[bytes]) -> float | None:
    if sys.platform == "win32":
        process.wait()
        return None
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime


def settle() -> None:
    """Let the disk finish what earlier programs wrote, so that nobody pays for another."""
    if sys.platform != "win32":
        os.sync()
