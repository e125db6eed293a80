"""The Python environment `.venv` beside `tasks.py`: made once, filled from a lock file, then left alone until that file changes.

A stamp in it says in which folder it was made and which lock files it holds (by their hashes). Only a finished installation is stamped.
Nothing here needs a package, since all of it runs before there are any.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

RUN, DEVELOP = "requirements.lock", "requirements-dev.lock"  # the second holds all of the first
GET_PYTHON = "Install Python 3.11 or newer from https://www.python.org/downloads/ or with your system's packages, then try again."
# Only what was tested: hashes for everything, and no package that would have to be built here (its tools would come unchecked).
PIP_FLAGS = ("--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes", "--only-binary", ":all:")
OFFLINE = re.compile(
    r"name resolution|resolve host|getaddrinfo|nodename|NewConnection|Max retries|unreachable|timed? ?out|ProxyError|SSLError"
)
NOT_FOUND = "from versions: none"
UNFINISHED = "unfinished"


class NotReadyError(Exception):
    """There is no environment to work in; `problems` holds one sentence that says why, and what to do."""

    def __init__(self, problem: str) -> None:
        self.problems = (problem,)
        super().__init__(problem)


class Environment:
    """The environment of the project in `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.stamp = self.folder / "rapport.json"

    def is_running(self) -> bool:
        """True if this very process runs in it."""
        return Path(sys.prefix).resolve() == self.folder.resolve()

    def holds(self, lock: str) -> bool:
        """True if what `lock` lists was installed, and nothing has changed since."""
        return self._is_sound() and self._stamped().get("locks", {}).get(lock) == self._digest(lock)

    def prepare(self, lock: str) -> None:
        """Make it hold what `lock` lists, telling on standard output what takes time. Raises NotReadyError."""
        if self.holds(lock):
            return
        try:
            if self._is_sound() and not _run(self.python, "-m", "pip", "--version").returncode:
                _tell(f"Installing what {lock} lists ...")
            else:
                _tell("Setting up Rapport (once, about a minute) ...")
                self._make()
            self._install(lock)
        except OSError as error:
            fix = "Give yourself permission to write there, or move the project into a folder of yours."
            raise NotReadyError(f"{error.filename or self.folder}: {error.strerror}. {fix}") from error

    def _is_sound(self) -> bool:
        """Of this Python version, and made in this very folder: the programs in it name their folder."""
        try:
            config = (self.folder / "pyvenv.cfg").read_text(encoding="utf-8")
        except (OSError, ValueError):
            return False
        version = re.search(r"^version(?:_info)? *= *(\d+)\.(\d+)", config, re.MULTILINE)
        made_here = self._stamped().get("root", str(self.root)) == str(self.root)
        return bool(made_here and self.python.exists() and version and (int(version[1]), int(version[2])) == sys.version_info[:2])

    def _stamped(self) -> dict[str, Any]:
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _write_stamp(self, *locks: str, root: str | None = None) -> None:
        holds = {lock: self._digest(lock) for lock in locks}
        self.stamp.write_text(json.dumps({"root": root or str(self.root), "locks": holds}), encoding="utf-8")

    def _digest(self, lock: str) -> str:
        try:
            return hashlib.sha256((self.root / lock).read_bytes()).hexdigest()
        except OSError as error:
            raise NotReadyError(f"{lock}: {error.strerror}. Unpack or clone the project again.") from error

    def _make(self) -> None:
        """Make it anew; what is there is removed if it is an environment."""
        if self.folder.exists() or self.folder.is_symlink():
            if not (self.stamp.exists() or (self.folder / "pyvenv.cfg").exists()):
                raise NotReadyError(f"{self.folder} is in the way: it is not a Python environment. Rename or remove it, then try again.")
            shutil.rmtree(self.folder)
        self.folder.mkdir()
        self._write_stamp(root=UNFINISHED)  # from here on the folder is ours, even if we are interrupted
        python = getattr(sys, "_base_executable", None) or sys.executable  # this one may be in the folder that has just gone
        done = _run(python, "-m", "venv", str(self.folder))
        if done.returncode:
            raise NotReadyError(self._why_not_made(done.stdout + done.stderr))
        self._write_stamp()

    def _install(self, lock: str) -> None:
        self._write_stamp()
        done = _run(self.python, "-m", "pip", "install", *PIP_FLAGS, "-r", str(self.root / lock))
        if done.returncode:
            raise NotReadyError(self._why_not_installed(done.stdout + done.stderr))
        self._write_stamp(*((RUN, DEVELOP) if lock == DEVELOP else (RUN,)))

    def _why_not_made(self, output: str) -> str:
        if re.search("ensurepip|No module named .?venv", output):
            debian = "On Debian and Ubuntu: sudo apt install python3-venv."
            return f"This Python cannot make environments: its modules venv and ensurepip are missing. {debian} Elsewhere: {GET_PYTHON}"
        return f"The environment in {self.folder} could not be made: {last_line(output)}"

    def _why_not_installed(self, output: str) -> str:
        said = f"pip said: {last_line(output)}"
        if "DO NOT MATCH THE HASHES" in output:
            return f"A package is not the one that was tested, so nothing was installed. Do not go on; tell whoever gave you this. {said}"
        if OFFLINE.search(output):
            return f"The packages cannot be reached. Check the network connection (behind a proxy: HTTPS_PROXY), then try again. {said}"
        if NOT_FOUND in output:
            return f"A package is not to be had for this computer and Python {sys.version_info[0]}.{sys.version_info[1]}. {said}"
        return f"The packages could not be installed. Remove the folder {self.folder}, then try again. {said}"


def last_line(output: str) -> str:
    """The line that says most: the last error, or else the last one at all."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return ([line for line in lines if "ERROR" in line] or lines or ["nothing"])[-1]


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ, PYTHONUTF8="1", PIP_USER="0")
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603  our own


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
