"""Real hosts on this machine alone, each with a folder to show: nginx, Apache, and a host of plain files. They need no root.

Started by root they read as somebody else, who must be allowed to.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from fastbuild.http_server import PreviewServer

from tests.whole_site.left_out import APACHE, NGINX, Tool, leave_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

HOST = "127.0.0.1"
APACHE_MODULES = Path("/usr/lib/apache2/modules")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: str

    def __getitem__(self, name: str) -> str:
        return self.headers.get(name.lower(), "")

    @property
    def location(self) -> str:
        """Where it leads, from the root of this host on; a whole address elsewhere as it is."""
        return self["location"].removeprefix(f"http://{self.headers['x-asked-of']}")


def ask(port: int, path: str, *, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
    """One request with `path` as it is; every header that comes twice has both values."""
    connection = HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request(method, path, headers=dict(headers or {}))
        answer = connection.getresponse()
        found = {"x-asked-of": f"{HOST}:{port}"}
        for name, value in answer.getheaders():
            found[name.lower()] = f"{found[name.lower()]} AND {value}" if name.lower() in found else value
        return Answer(answer.status, found, answer.read().decode("utf-8", "replace"))
    finally:
        connection.close()


def free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        return int(probe.getsockname()[1])


def _server(name: str, tool: Tool) -> str:
    """The path of a program that Debian puts where not everybody looks."""
    return shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])) or leave_out(tool)


@contextmanager
def nginx(folder: Path, prefix: str, work: Path) -> Iterator[int]:
    program, port = _server("nginx", NGINX), free_port()
    user = "user www-data;" if os.geteuid() == 0 else ""
    temporary = "".join(f"{kind}_temp_path {work}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    included = f"include {folder}/_nginx.conf;"
    inside = f"root {folder};\n{included}" if prefix == "/" else f"location {prefix} {{ alias {folder}/;\n{included} }}"
    (work / "nginx.conf").write_text(
        f"daemon off; {user} pid {work}/pid; error_log {work}/error.log; events {{ }}\n"
        f"http {{ access_log off; {temporary}\nserver {{ listen {HOST}:{port};\n{inside}\n}} }}\n",
        encoding="utf-8",
    )
    with _running([program, "-p", str(work), "-c", str(work / "nginx.conf")], port, work / "error.log"):
        yield port


@contextmanager
def apache(folder: Path, prefix: str, work: Path) -> Iterator[int]:
    program, port = _server("apache2", APACHE), free_port()
    owner = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    modules = "".join(
        f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so\n"
        for name in ("mpm_event", "authz_core", "dir", "mime", "headers", "alias")
    )
    place = f"DocumentRoot {folder}\n" if prefix == "/" else f"DocumentRoot {work}\nAlias {prefix} {folder}/\n"
    (work / "types").write_text("text/html html\n", encoding="utf-8")
    (work / "apache.conf").write_text(
        f"ServerRoot {work}\nServerName localhost\nListen {HOST}:{port}\nPidFile {work}/pid\nErrorLog {work}/error.log\n"
        f"{owner}{modules}TypesConfig {work}/types\nDirectoryIndex index.html\n{place}"
        f"<Directory {folder}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n",
        encoding="utf-8",
    )
    with _running([program, "-f", str(work / "apache.conf"), "-DFOREGROUND"], port, work / "error.log"):
        yield port


@contextmanager
def plain(folder: Path) -> Iterator[int]:
    """A host that knows files only."""
    handler = type("Silent", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with in_thread(ThreadingHTTPServer((HOST, 0), partial(handler, directory=str(folder)))) as port:
        yield port


@contextmanager
def in_thread(server: ThreadingHTTPServer) -> Iterator[int]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def _running(command: list[str], port: int, log: Path) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8")
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if process.poll() is not None or probe.connect_ex((HOST, port)) == 0:
                    break
            time.sleep(0.05)
        said = process.stderr.read() if process.poll() is not None and process.stderr else ""
        assert process.poll() is None, f"{said}{log.read_text(encoding='utf-8') if log.exists() else ''}"
        yield
    finally:
        process.terminate()
        process.communicate(timeout=10)


@contextmanager
def preview(folder: Path, _prefix: str, _work: Path) -> Iterator[int]:
    """What `serve` shows, which follows the same files and says that nothing of it is for good."""
    with PreviewServer(folder, 0).running() as port:
        yield port


HOSTS: dict[str, Callable[[Path, str, Path], Any]] = {"nginx": nginx, "apache": apache, "serve": preview}
