"""The preview's server, on this machine alone: a folder, with the headers and redirects that its hosts will be told of.

Nothing is kept by a browser but what has a fingerprint in its name, and redirects are said to be for now: a preview changes all the time.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from email.utils import formatdate, parsedate_to_datetime
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from mimetypes import MimeTypes
from socketserver import TCPServer
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from .host_rules import HOST_FILES, RulesOf
from .reading_files import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

HOST = "127.0.0.1"
NOT_FOUND = "404.html"
PAGE = "index.html"
UNKEPT = "no-store"
OF_FILES = ("Content-Type", "Cache-Control", "Access-Control-Allow-Origin")
"""Fields that are about a file, and not for what is none."""
NO_NAME = frozenset("\\\0:" if os.name == "nt" else "\\\0")
"""Characters with which a name would be more than one, or something else."""
PAUSE = 0.1  # seconds until the server sees that it shall end

TYPES = MimeTypes()  # as Python knows them, whatever the machine says
for _ending, _kind in {
    "avif": "image/avif",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
}.items():
    TYPES.add_type(_kind, f".{_ending}")
UTF_8 = ("text/", "application/xml", "image/svg+xml")


class PreviewServer(ThreadingHTTPServer):
    """Serves `folder` at `port`; 0 takes a free one. Whoever still waits for an answer does not keep it from ending."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # Windows would let two programs listen at one port

    def __init__(self, folder: Path, port: int) -> None:
        super().__init__((HOST, port), partial(_Handler, folder=folder, rules=RulesOf(folder)))

    def server_bind(self) -> None:
        """Without asking anybody for a name of this machine, which takes seconds on some."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    @contextlib.contextmanager
    def running(self) -> Iterator[int]:
        """Answers in a thread of its own; gives the port."""
        thread = Thread(target=self.serve_forever, kwargs={"poll_interval": PAUSE}, daemon=True)
        thread.start()
        try:
            yield self.server_port
        finally:
            self.shutdown()
            thread.join()
            self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away before the end is no error."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60  # seconds of silence after which a connection is closed

    def __init__(self, *given: Any, folder: Path, rules: RulesOf) -> None:
        self._folder = folder.resolve()
        self._rules = rules
        super().__init__(*given)

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> None:
        path = unquote(self.path.partition("?")[0].partition("#")[0])
        target = self._rules.now().target(path)
        file = self._file(path)
        if target:
            self._lead(target)
        elif file is None:
            self._miss()
        elif file.is_dir():
            self._lead(quote(f"{path}/"))
        else:
            self._send(path, file)

    def _file(self, path: str) -> Path | None:
        """The file for a decoded path, or a folder whose slash is missing; None for whatever is not below the root, or for hosts."""
        names = path.removesuffix("/").split("/")[1:] if path != "/" else []
        is_plain = path.startswith("/") and not any(name in {"", ".", ".."} or NO_NAME & set(name) for name in names)
        if not is_plain:
            return None
        with contextlib.suppress(OSError, ValueError):
            file = self._folder.joinpath(*names, *([PAGE] if path.endswith("/") else [])).resolve()
            is_ours = file.is_relative_to(self._folder) and not (file.parent == self._folder and file.name.lower() in HOST_FILES)
            return file if is_ours and (file.is_file() or (file / PAGE).is_file()) else None
        return None

    def _send(self, path: str, file: Path) -> None:
        fields = self._rules.now().fields(path)
        with contextlib.suppress(OSError), opened(file) as found:
            kept = fields.get("Cache-Control", "")
            fields["Cache-Control"] = kept if "immutable" in kept else UNKEPT
            fields.setdefault("Content-Type", content_type(file.name))
            fields["Last-Modified"] = formatdate(found.changed, usegmt=True)
            if self._has_it(found.changed):
                self._head(HTTPStatus.NOT_MODIFIED, fields)
            else:
                self._head(HTTPStatus.OK, fields, content=found.content, size=found.size)
            return
        self._miss()

    def _has_it(self, changed: int) -> bool:
        """Whether the browser's copy is as new as the file (RFC 9110, section 13.1.3)."""
        try:
            known = parsedate_to_datetime(self.headers.get("If-Modified-Since", ""))
        except ValueError:
            return False
        return known.tzinfo is not None and changed <= known.timestamp()

    def _lead(self, target: str) -> None:
        self._head(HTTPStatus.FOUND, self._protection() | {"Location": target, "Cache-Control": UNKEPT}, content=BytesIO(), size=0)

    def _miss(self) -> None:
        """The site's own words for it, if it has some."""
        fields = self._protection() | {"Content-Type": "text/html; charset=utf-8", "Cache-Control": UNKEPT}
        try:
            text = (self._folder / NOT_FOUND).read_bytes()
        except OSError:
            text = b"<!doctype html><title>404</title><p>There is no such page, or not yet.</p>"
        self._head(HTTPStatus.NOT_FOUND, fields, content=BytesIO(text), size=len(text))

    def _protection(self) -> dict[str, str]:
        """The fields that every answer has, at whatever address."""
        fields = self._rules.now().fields(unquote(self.path.partition("?")[0]))
        return {name: value for name, value in fields.items() if name not in OF_FILES}

    def _head(self, status: HTTPStatus, fields: Mapping[str, str], *, content: BinaryIO | None = None, size: int = 0) -> None:
        """Status, fields, and the content unless only the head is asked for."""
        self.send_response(status)
        for name, value in fields.items():
            self.send_header(name, value)
        if content is not None:
            self.send_header("Content-Length", str(size))
        self.end_headers()
        if content is not None and self.command != "HEAD":
            shutil.copyfileobj(content, self.wfile)

    def log_message(self, *_given: Any) -> None:
        """Nothing: the terminal is for what is wrong with the site."""


def content_type(name: str) -> str:
    """What a file is, by the ending of its name."""
    kind = TYPES.guess_type(name, strict=False)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(UTF_8) else kind
