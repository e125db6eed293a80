"""The preview's server: what it shows, what it does not, and what happens while a site is being built."""

from __future__ import annotations

import os
import socket
import threading
import time
from http.client import HTTPConnection, HTTPResponse
from typing import TYPE_CHECKING

import pytest
from fastbuild.http_server import HOST, PreviewServer, content_type
from fastbuild.reading_files import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = {
    "index.html": "home",
    "404.html": "no such page",
    "a/index.html": "a page",
    "empty/x.html": "x",
    "my page/ü.html": "u",
    "feeds/all.atom.xml": "<feed/>",
    "theme/site.0123456789.css": "a {}",
    "theme/plain.css": "a {}",
    "_headers": "/*\n  X-Everywhere: yes\n/*.css\n  Content-Type: text/css; charset=utf-8\n"
    "/*.0123456789.css\n  Cache-Control: max-age=31536000, immutable\n/*.png\n  Cache-Control: max-age=604800\n",
    "_redirects": "/old/ /a/ 301\n/gone.php https://elsewhere.example/?q=1 301\n",
    "_nginx.conf": "secret",
    ".htaccess": "secret",
    "a/_headers": "no secret",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    with PreviewServer(folder, 0).running() as number:
        yield number


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(HOST, port, timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/", "home"),
        ("/index.html", "home"),
        ("/a/", "a page"),
        ("/a/?x=1", "a page"),
        ("/my%20page/%C3%BC.html", "u"),
        ("/a/_headers", "no secret"),
    ],
)
def test_files_are_shown_and_not_kept(port: int, path: str, text: str) -> None:
    answer, body = ask(port, path)
    assert (answer.status, body) == (200, text)
    assert (answer.headers["Cache-Control"], answer.headers["X-Everywhere"]) == ("no-store", "yes")
    assert int(answer.headers["Content-Length"]) == len(text.encode())


def test_only_what_has_a_fingerprint_is_kept(port: int, folder: Path) -> None:
    (folder / "a.png").write_bytes(b"png")
    kept = {path: ask(port, path)[0].headers["Cache-Control"] for path in ("/theme/site.0123456789.css", "/theme/plain.css", "/a.png")}
    assert kept == {
        "/theme/site.0123456789.css": "max-age=31536000, immutable",
        "/theme/plain.css": "no-store",
        "/a.png": "no-store",
    }


@pytest.mark.parametrize("path", ["/_headers", "/_redirects", "/_nginx.conf", "/.htaccess", "/%5Fheaders", "/_headers/", "/%2Ehtaccess"])
def test_what_is_for_hosts_is_not_shown(port: int, path: str) -> None:
    answer, body = ask(port, path)
    assert (answer.status, body) == (404, "no such page")


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/a/../../secret.txt",
            "/..%2fsecret.txt",
            "/..%5csecret.txt",
            "//secret.txt",
            "/a//",
            "/./a/",
        ),
        *(
            "/a/%00",
            "/link.txt",
            "/rules",
            "/links/secret.txt",
            "/empty/",
            "/empty",
            "/nothing",
            "/a/index.html/",
            "/%FF",
            "/" + "a" * 5000,
        ),
    ],
)
def test_nothing_but_the_sites_files_is_shown(port: int, folder: Path, path: str) -> None:
    if os.name != "nt":
        (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
        (folder / "rules").symlink_to(folder / "_headers")
        (folder / "links").symlink_to(folder.parent, target_is_directory=True)
    answer, body = ask(port, path)
    assert (answer.status, body) == (404, "no such page")
    assert (answer.headers["X-Everywhere"], answer.headers["Content-Type"]) == ("yes", "text/html; charset=utf-8")


def test_an_address_without_a_slash_is_none(port: int) -> None:
    assert ask(port, "secret.txt")[0].status == 404


def test_without_a_page_for_it_there_are_words(port: int, folder: Path) -> None:
    (folder / "404.html").unlink()
    assert "no such page, or not yet" in ask(port, "/nothing")[1]


@pytest.mark.parametrize(
    ("path", "target"),
    [("/old", "/a/"), ("/old/", "/a/"), ("/old/?x=1", "/a/"), ("/gone.php", "https://elsewhere.example/?q=1"), ("/a", "/a/")],
)
def test_redirects_lead_on_for_now(port: int, path: str, target: str) -> None:
    answer, _ = ask(port, path)
    assert (answer.status, answer.headers["Location"], answer.headers["Cache-Control"]) == (302, target, "no-store")


def test_a_folder_of_an_odd_name_gets_its_slash(port: int, folder: Path) -> None:
    (folder / "a b").mkdir()
    (folder / "a b" / "index.html").write_text("odd", encoding="utf-8")
    assert ask(port, "/a%20b")[0].headers["Location"] == "/a%20b/"


def test_heads_are_answered_without_a_body_over_one_connection(port: int) -> None:
    connection = HTTPConnection(HOST, port, timeout=10)
    for path, status in (("/a/", 200), ("/nothing", 404), ("/old", 302)):
        connection.request("HEAD", path)
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (status, b"")
    connection.request("GET", "/a/")
    assert connection.getresponse().read() == b"a page"
    connection.close()


def test_a_copy_that_is_as_new_is_not_sent_again(port: int, folder: Path) -> None:
    changed = ask(port, "/a/")[0].headers["Last-Modified"]
    answer, body = ask(port, "/a/", If_Modified_Since=changed)
    assert (answer.status, body, answer.headers["X-Everywhere"]) == (304, "", "yes")
    os.utime(folder / "a" / "index.html", (2_000_000_000, 2_000_000_000))
    assert ask(port, "/a/", If_Modified_Since=changed)[0].status == 200
    assert ask(port, "/a/", If_Modified_Since="yesterday")[0].status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE"])
def test_nothing_can_be_sent(port: int, method: str) -> None:
    assert ask(port, "/a/", method)[0].status == 501


def test_new_rules_count_at_once(port: int, folder: Path) -> None:
    (folder / "_redirects").write_text("/newer/ /a/ 301\n# changed\n", encoding="utf-8")
    assert ask(port, "/newer/")[0].status == 302
    assert ask(port, "/old/")[0].status == 404


def test_a_page_that_is_being_written_is_waited_for(port: int, folder: Path) -> None:
    (folder / "a" / "index.html").write_text("", encoding="utf-8")
    writing = threading.Timer(0.1, lambda: (folder / "a" / "index.html").write_text("whole", encoding="utf-8"))
    writing.start()
    assert ask(port, "/a/")[1] == "whole"
    writing.join()


def test_a_folder_that_is_not_there_yet_is_no_error(tmp_path: Path) -> None:
    with PreviewServer(tmp_path / "later", 0).running() as port:
        assert ask(port, "/")[0].status == 404
        (tmp_path / "later").mkdir()
        (tmp_path / "later" / "index.html").write_text("now", encoding="utf-8")
        assert ask(port, "/")[1] == "now"


def test_large_files_arrive_whole(port: int, folder: Path) -> None:
    (folder / "film.webm").write_bytes(b"x" * (SMALL + 1))
    answer, body = ask(port, "/film.webm")
    assert (len(body), answer.headers["Content-Type"]) == (SMALL + 1, "video/webm")


def test_who_hangs_up_or_says_nothing_disturbs_nobody(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "film.webm").write_bytes(b"x" * (SMALL * 4))
    with PreviewServer(folder, 0).running() as port:
        silent = socket.create_connection((HOST, port))
        for _ in range(3):
            hasty = socket.create_connection((HOST, port))
            hasty.sendall(b"GET /film.webm HTTP/1.1\r\nHost: x\r\n\r\n")
            hasty.close()
        assert ask(port, "/")[1] == "home"
        began = time.monotonic()
    silent.close()
    assert time.monotonic() - began < 3
    assert "Traceback" not in "".join(capfd.readouterr())


def test_only_this_machine_is_answered(folder: Path) -> None:
    with PreviewServer(folder, 0) as server:
        assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.xml", "application/xml; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.woff2", "font/woff2"),
        ("a.unheard-of", "application/octet-stream"),
    ],
)
def test_types_do_not_depend_on_the_machine(name: str, kind: str) -> None:
    assert content_type(name) == kind
