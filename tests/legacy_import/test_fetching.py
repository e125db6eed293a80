"""Missing pictures are got from where they were, if that is asked for; here from a server on this machine."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from legacy_import import fetching
from legacy_import.fetching import fetcher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANSWERS = {
    "/a/desk.jpg": (200, "image/jpeg", b"desk"),
    "/pixel": (200, "image/png", b"pixel"),
    "/page.jpg": (200, "text/html", b"<html>"),
    "/large.jpg": (200, "image/jpeg", b"x" * 2000),
    "/odd%20n%C3%A4me.gif": (200, "image/gif", b"odd"),
}


class Handler(BaseHTTPRequestHandler):
    """Answers as the table says, and counts."""

    asked: list[str] = []  # noqa: RUF012  (each server has a class of its own)

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status, kind, body = ANSWERS.get(self.path, (404, "text/html", b""))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: a test's output is its own."""


@contextmanager
def serving() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"asked": asked}))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_picture_is_got_once_and_kept(tmp_path: Path) -> None:
    with serving() as (address, asked):
        for _ in range(2):
            found = fetcher(tmp_path, print)(f"{address}/a/desk.jpg")
            assert found
            assert (found.name, found.read_bytes()) == ("desk.jpg", b"desk")
        assert asked == ["/a/desk.jpg"]


def test_a_type_gives_an_ending_and_odd_names_are_made_safe(tmp_path: Path) -> None:
    with serving() as (address, _):
        fetch = fetcher(tmp_path, print)
        assert [found and found.name for found in (fetch(f"{address}/pixel"), fetch(f"{address}/odd näme.gif"))] == [
            "pixel.png",
            "odd-näme.gif",
        ]


@pytest.mark.parametrize("path", ["/none.jpg", "/page.jpg", "/large.jpg"])
def test_what_is_no_picture_is_told_once_and_not_kept(tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1000)
    told: list[str] = []
    with serving() as (address, asked):
        fetch = fetcher(tmp_path, told.append)
        assert [fetch(f"{address}{path}") for _ in range(2)] == [None, None]
        assert len(asked) == len(told) == 1
        assert path in told[0]
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://x.example/a.jpg", "a.jpg", "data:image/png,x"])
def test_only_the_web_is_asked(tmp_path: Path, url: str) -> None:
    assert fetcher(tmp_path, print)(url) is None


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    with serving() as (address, _):
        pass
    assert fetcher(tmp_path, told.append)(f"{address}/a.jpg") is None
    assert "cannot be had" in told[0]
