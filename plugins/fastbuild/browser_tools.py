"""What tests in a browser need besides Python: Node's packages, as their lock file lists them."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def install(folder: Path, say: Callable[[str], object]) -> None:
    """Install the packages of `folder` if Node is here and its lock has changed; if it cannot be done, say so and go on.

    Tests that miss a package say themselves what is left out.
    """
    npm, lock, stamp = shutil.which("npm"), folder / "package-lock.json", folder / "node_modules" / ".installed-lock"
    if not (npm and shutil.which("node") and lock.is_file()) or (stamp.is_file() and stamp.read_bytes() == lock.read_bytes()):
        return
    say("Installing the tools for tests in a browser ...")
    command = [npm, "ci", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603  our own
    if done.returncode:
        reasons = [line for line in done.stderr.splitlines() if len(line.split()) > 4]  # before them npm gives codes, after them advice
        say(f"They could not be installed ({(reasons or ['npm gave no reason'])[0]}); the tests go on without them.")
    else:
        shutil.copyfile(lock, stamp)
