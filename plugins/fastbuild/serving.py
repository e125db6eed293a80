"""The preview: Pelican's own server and autoreload in a process of its own, and a browser that opens when there is something to see.

Pelican watches content, theme and its settings file; what else an owner edits (`site.toml`, `custom/`) is watched here, and Pelican
started anew when it changes. The preview is built into a folder of the cache, never into the output folder.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .terminal import FINE, UNUSABLE, complain, say

if TYPE_CHECKING:
    from pathlib import Path

HOST = "127.0.0.1"
PORTS_TRIED = 100
PATIENCE = 5.0  # seconds that the server has to end by itself
PAUSE = 0.25


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview to come; `owned` are files and folders, besides what Pelican watches, whose change starts it anew."""

    root: Path
    settings: Path
    folder: Path
    port: int
    owned: tuple[Path, ...]

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}/"

    def is_ready(self) -> bool:
        return (self.folder / "index.html").is_file() and not is_free(self.port)

    def stamp(self) -> frozenset[tuple[str, int]]:
        """Changes whenever an owned file does."""
        files = [file for path in self.owned for file in (path.rglob("*") if path.is_dir() else [path])]
        return frozenset((str(file), file.stat().st_mtime_ns) for file in files if file.exists())


def is_free(port: int) -> bool:
    """True if nobody answers at `port` of this machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) != 0


def serve(root: Path, *, port: int, browser: bool) -> int:
    """Show the preview until Ctrl-C; return the exit code."""
    free = next((number for number in range(port, min(port + PORTS_TRIED, 65536)) if is_free(number)), None) if 0 < port < 65536 else None
    if free is None:
        complain(f"There is no free port at {port} or above. Choose one between 1024 and 65535 with --port.")
        return UNUSABLE
    if free != port:
        say(f"Port {port} is in use by another program, so the preview takes {free}.")
    owned = (root / "site.toml", root / "custom")
    preview = Preview(root, root / "pelicanconf.py", root / ".cache" / "serve", free, owned)
    shutil.rmtree(preview.folder, ignore_errors=True)
    say(f"Building the preview; then it is at {preview.address} and follows what you write. To stop it: Ctrl-C")
    return _until_stopped(preview, browser=browser)


def _until_stopped(preview: Preview, *, browser: bool) -> int:
    stamp, server = preview.stamp(), _start(preview)
    waiting = browser
    try:
        while True:
            time.sleep(PAUSE)
            if preview.stamp() != stamp:
                say("Your settings have changed: starting anew ...")
                _stop(server)
                stamp, server = preview.stamp(), _start(preview)
            elif server.poll() is not None:
                complain("The preview has ended. Mend what is said above, then start it again.")
                return server.returncode or FINE
            elif waiting and preview.is_ready():
                waiting = False
                _open_browser(preview.address)
    except KeyboardInterrupt:
        say("\nThe preview has ended.")
        return FINE
    finally:
        _stop(server)


def _start(preview: Preview) -> subprocess.Popen[bytes]:
    """Pelican in a group of its own, since it has children that have to end with it."""
    site = ["-s", str(preview.settings), "-o", str(preview.folder)]
    command = [sys.executable, "-m", "pelican", *site, "-lr", "-b", HOST, "-p", str(preview.port), "--log-handler", "plain"]
    return subprocess.Popen(command, cwd=preview.root, start_new_session=os.name != "nt")  # noqa: S603  our own command


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the server and its children: asked as Ctrl-C asks, and made to if it takes too long."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(server.pid)], capture_output=True, check=False)  # noqa: S603, S607  Windows' own
        return
    for how in (signal.SIGINT, signal.SIGKILL):
        if server.poll() is None or how == signal.SIGKILL:
            _signal_group(server.pid, how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(PATIENCE)


def _signal_group(group: int, number: int) -> None:
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return


def _open_browser(address: str) -> None:
    on_linux = sys.platform not in {"win32", "darwin"}
    if on_linux and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")):
        return  # no screen: a text browser would take over the terminal
    webbrowser.open(address)
