"""Feeds over HTTP: what has not changed is not sent again. A real server, its own ETags, and builds by our own engine over the last one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from whitenoise import WhiteNoise

from .builds import copy_project
from .feeds import paths_of_feeds, read_feeds
from .variants import VARIANTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

OPML = "feeds/all.opml"
EDITED = "everything"
BUILD = (
    "from pathlib import Path; from fastbuild import building; from fastbuild.sources import Sources; here = Path.cwd();"
    "settings = Sources(here / 'publishconf.py');"
    "raise SystemExit(building.build(building.Request(here, settings, here / 'output', publishing=True)))"
)
AN_HOUR = 60 * 60


@dataclass(frozen=True)
class Answer:
    """What the server says."""

    status: int
    etag: str
    last_modified: str
    body: bytes


Answers = dict[str, Answer]


@dataclass(frozen=True)
class Visits:
    """What subscribers were answered: at first, then with what they had been told at first, asked by ETag and by date."""

    first: Answers
    again: tuple[Answers, Answers]
    after_an_edit: tuple[Answers, Answers]
    with_the_article: set[str]


class _Silent(WSGIRequestHandler):
    def log_message(self, *_args: Any) -> None:
        """Nothing: a test says what it found."""


def _not_found(_environment: Any, start: Any) -> list[bytes]:
    start("404 Not Found", [("Content-Length", "0")])
    return []


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Serve `folder` as it is at each request; gives the port."""
    server = make_server("127.0.0.1", 0, WhiteNoise(_not_found, root=folder, autorefresh=True), handler_class=_Silent)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def fetch(port: int, path: str, **headers: str) -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", f"/{quote(path)}", headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return Answer(response.status, response.headers["ETag"] or "", response.headers["Last-Modified"] or "", response.read())
    finally:
        connection.close()


def fetch_again(port: int, first: Answers) -> tuple[Answers, Answers]:
    """As readers do that keep an ETag, and as those do that keep a date."""
    by_etag = {path: fetch(port, path, If_None_Match=known.etag) for path, known in first.items()}
    by_date = {path: fetch(port, path, If_Modified_Since=known.last_modified) for path, known in first.items()}
    return by_etag, by_date


def build(project: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(project / "plugins"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", BUILD], cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def age(files: Iterable[Path]) -> None:
    """As if they had been written an hour ago: HTTP's dates know no less than a second."""
    then = time.time() - AN_HOUR
    for path in files:
        os.utime(path, (then, then))


@pytest.fixture(scope="module")
def visits(tmp_path_factory: pytest.TempPathFactory) -> Visits:
    project = tmp_path_factory.mktemp("served") / "site"
    copy_project(project)
    VARIANTS["sample-published"].write(project)
    build(project)
    output = project / "output"
    age(path for path in output.rglob("*") if path.is_file())
    with serving(output) as port:
        first = {path: fetch(port, path) for path in (*paths_of_feeds(output), OPML)}
        build(project)
        again = fetch_again(port, first)
        article = project / "content/articles" / f"{EDITED}.md"
        article.write_text(article.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
        build(project)
        after_an_edit = fetch_again(port, first)
    feeds = read_feeds(output)
    return Visits(
        first, again, after_an_edit, {path for path, feed in feeds.items() if any("One more" in item.html for item in feed.items)}
    )


def statuses(answers: Answers) -> dict[str, int]:
    return {path: answer.status for path, answer in answers.items()}


def test_every_feed_comes_with_an_etag_and_a_date(visits: Visits) -> None:
    assert len(visits.first) > 10
    assert set(statuses(visits.first).values()) == {200}
    assert all(answer.etag and answer.last_modified and answer.body for answer in visits.first.values())


def test_after_a_build_of_the_same_content_no_feed_is_sent_again(visits: Visits) -> None:
    for answers in visits.again:
        assert statuses(answers) == dict.fromkeys(visits.first, 304)
        assert {answer.body for answer in answers.values()} == {b""}


def test_after_an_edit_only_feeds_with_the_article_are_sent_again(visits: Visits) -> None:
    assert len(visits.with_the_article) >= 6, "the site's feeds, its tags', category's, authors' and series'"
    expected = {path: 200 if path in visits.with_the_article else 304 for path in visits.first}
    assert 304 in expected.values()
    for answers in visits.after_an_edit:
        assert statuses(answers) == expected
        assert all(b"One more sentence." in answers[path].body for path in visits.with_the_article)
