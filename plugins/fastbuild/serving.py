"""The preview: a server here, Pelican in a process of its own that builds whenever something changes, and a browser that opens in time.

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

from .http_server import HOST, PreviewServer
from .terminal import FINE, UNUSABLE, complain, say

if TYPE_CHECKING:
    from pathlib import Path

PORTS_TRIED = 100
PATIENCE = 5.0  # seconds that Pelican has to end by itself
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
        return _no_port(port)
    if free != port:
        say(f"Port {port} is in use by another program, so the preview takes {free}.")
    owned = (root / "site.toml", root / "custom")
    preview = Preview(root, root / "pelicanconf.py", root / ".cache" / "serve", free, owned)
    shutil.rmtree(preview.folder, ignore_errors=True)
    say(f"Building the preview; then it is at {preview.address} and follows what you write. To stop it: Ctrl-C")
    try:
        server = PreviewServer(preview.folder, free)
    except OSError:  # somebody else has it since, or may not have it
        return _no_port(port)
    with server.running():
        return _until_stopped(preview, browser=browser)


def _no_port(port: int) -> int:
    complain(f"There is no free port at {port} or above. Choose one between 1024 and 65535 with --port.")
    return UNUSABLE


def _until_stopped(preview: Preview, *, browser: bool) -> int:
    stamp, builder = preview.stamp(), _start(preview)
    waiting = browser
    try:
        while True:
            time.sleep(PAUSE)
            if preview.stamp() != stamp:
                say("Your settings have changed: starting anew ...")
                _stop(builder)
                stamp, builder = preview.stamp(), _start(preview)
            elif builder.poll() is not None:
                complain("The preview has ended. Mend what is said above, then start it again.")
                return builder.returncode or FINE
            elif waiting and preview.is_ready():
                waiting = False
                _open_browser(preview.address)
    except KeyboardInterrupt:
        say("\nThe preview has ended.")
        return FINE
    finally:
        _stop(builder)


def _start(preview: Preview) -> subprocess.Popen[bytes]:
    """Pelican in a group of its own, since plugins may have children that have to end with it."""
    site = ["-s", str(preview.settings), "-o", str(preview.folder)]
    command = [sys.executable, "-m", "pelican", *site, "-r", "--log-handler", "plain"]
    return subprocess.Popen(command, cwd=preview.root, start_new_session=os.name != "nt")  # noqa: S603  our own command


def _stop(builder: subprocess.Popen[bytes]) -> None:
    """End Pelican and its children: asked as Ctrl-C asks, and made to if it takes too long."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(builder.pid)], capture_output=True, check=False)  # noqa: S603, S607  Windows' own
        return
    for how in (signal.SIGINT, signal.SIGKILL):
        if builder.poll() is None or how == signal.SIGKILL:
            _signal_group(builder.pid, how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            builder.wait(PATIENCE)


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
