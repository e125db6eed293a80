"""Whatever a folder of texts may hold, and whatever happens while it is read, costs one file its text and nothing else."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from fastbuild.reading import bytes_of, gathering, pool
from fastbuild.reading.bytes_of import UnreadableError, load
from fastbuild.reading.markdown_reuse import Reused
from fastbuild.reading.model import Failure
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from .conftest import Desk, given_by, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")


class _Deed(Preprocessor):
    """Does what a text is the name of."""

    deeds: dict[str, Callable[[], object]] = {}  # noqa: RUF012  filled by each test

    def run(self, lines: list[str]) -> list[str]:
        self.deeds.get("".join(lines).strip(), lambda: None)()
        return lines


class _Deeds(Extension):
    def extendMarkdown(self, md: Any) -> None:  # noqa: N802  (Python-Markdown's name)
        md.preprocessors.register(_Deed(md), "deeds", 1)


@pytest.fixture
def deeds(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], object]]:
    """What texts may do; the extension is found by its name, as one from a library."""
    monkeypatch.setattr(gathering, "WORTH_A_POOL", 2)
    monkeypatch.setattr(gathering, "can_fork", lambda: True)  # threads of other tests are no reason to do such deeds in this process
    monkeypatch.setattr(_Deed, "deeds", {})
    module = type(sys)("deeds_of_a_text")
    vars(module).update(makeExtension=lambda **_: _Deeds())
    monkeypatch.setitem(sys.modules, "deeds_of_a_text", module)
    desk.set(MARKDOWN={"extensions": ["deeds_of_a_text"], "extension_configs": {}})
    return _Deed.deeds


def good(desk: Desk, count: int = 12) -> list[str]:
    return [desk.write(f"good {at}.md", f"Title: {at}\n\nText *{at}*") for at in range(count)]


def assert_only_fails(desk: Desk, path: str, *, workers: int, limit: float = 20.0) -> str:
    """The sentence of the one failure; all others are what Pelican makes of them."""
    paths = good(desk)
    paths.insert(3, path)
    readings = desk.read(*paths, workers=workers, limit=limit)
    assert list(readings) == paths
    assert desk.seen[-1] == (len(paths), len(paths))
    for other in set(paths) - {path}:
        assert given_by(readings[other]) == desk.stock(other)
    assert readings[path].content is None
    return texts_of(readings.values())[0]


def catastrophe() -> None:
    import re

    re.match(r"(a|a)*b", "a" * 60)


def swallowed_catastrophe() -> None:
    while True:
        with contextlib.suppress(Exception):
            catastrophe()


@POSIX
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("deed", [catastrophe, swallowed_catastrophe, lambda: time.sleep(60)])
def test_a_text_that_takes_too_long(desk: Desk, deeds: dict[str, Any], workers: int, deed: Callable[[], None]) -> None:
    deeds["slow"] = deed
    said = assert_only_fails(desk, desk.write("slow.md", "slow"), workers=workers, limit=0.5)
    assert said.startswith("Reading this file takes longer than 0.5 s.")


def deaf_sleep() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    time.sleep(60)


@POSIX
def test_a_worker_that_does_not_hear_the_alarm_is_ended(desk: Desk, deeds: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "GRACE", 0.5)
    deeds["deaf"] = deaf_sleep
    said = assert_only_fails(desk, desk.write("deaf.md", "deaf"), workers=2, limit=0.5)
    assert said.startswith("Reading this file takes longer than 0.5 s.")


@POSIX
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_worker_that_is_killed_costs_its_file(desk: Desk, deeds: dict[str, Any], number: int) -> None:
    deeds["kill"] = lambda: os.kill(os.getpid(), number)
    assert f"was ended by signal {int(number)}," in assert_only_fails(desk, desk.write("kill.md", "kill"), workers=2)


@POSIX
def test_a_worker_that_leaves_costs_its_file(desk: Desk, deeds: dict[str, Any]) -> None:
    deeds["leave"] = lambda: os._exit(0)
    assert "was ended, perhaps" in assert_only_fails(desk, desk.write("leave.md", "leave"), workers=2)


@POSIX
def test_many_deadly_texts_cost_only_themselves(desk: Desk, deeds: dict[str, Any]) -> None:
    deeds["leave"] = lambda: os._exit(1)
    deadly = [desk.write(f"deadly {at}.md", "leave") for at in range(10)]
    readings = desk.read(*(path for pair in zip(good(desk, 10), deadly, strict=True) for path in pair), workers=2)
    assert {path for path, reading in readings.items() if reading.failure} == set(deadly)


def raising(error: BaseException) -> Callable[[], None]:
    def deed() -> None:
        raise error

    return deed


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    "error", [ValueError("no such thing"), SystemExit("no such thing"), RecursionError("no such thing"), MemoryError("no such thing")]
)
def test_an_error_in_an_extension(desk: Desk, deeds: dict[str, Any], workers: int, error: BaseException) -> None:
    deeds["err"] = raising(error)
    assert assert_only_fails(desk, desk.write("err.md", "err"), workers=workers) == "no such thing"


def test_a_line_that_the_error_knows(desk: Desk, deeds: dict[str, Any]) -> None:
    deeds["err"] = raising(SyntaxError("odd", ("x", 7, 1, "")))
    failure = desk.read_one(desk.write("err.md", "err")).failure
    assert failure
    assert (failure.kind, failure.line) == ("SyntaxError", 7)


def test_after_an_error_the_next_text_is_none_the_worse(desk: Desk) -> None:
    """The date is wrong after the text was converted; Markdown is left in the middle of its work."""
    paths = [desk.write("a.md", "Date: 2024-13-45\n\n- a list"), desk.write("b.md", "Title: B\n\n- another\n\n[^1]\n\n[^1]: Note")]
    readings = desk.read(*paths)
    assert texts_of(readings.values()) == ["'2024-13-45' is not a valid date"]
    assert given_by(readings[paths[1]]) == desk.stock(paths[1])


def test_after_an_error_no_instance_of_markdown_is_used_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[Any] = []
    genuine = Reused.__call__

    def call(self: Reused, **settings: Any) -> Any:
        used.append(genuine(self, **settings))
        return used[-1]

    monkeypatch.setattr(Reused, "__call__", call)
    texts = ["Title: A", "Title: B", "Date: 2024-13-45", "Title: C"]
    desk.read(*(desk.write(f"{at}.md", text) for at, text in enumerate(texts)))
    assert used[0] is used[1] is used[2] is not used[3]


def test_after_a_text_nested_too_deeply_the_next_is_none_the_worse(desk: Desk) -> None:
    deep = "\n".join(f"{'    ' * depth}- item" for depth in range(500))
    paths = [desk.write("a.md", f"Title: A\n\n{deep}"), desk.write("b.md", "Title: B\n\nA paragraph.\n\nAnother.")]
    readings = desk.read(*paths)
    failure = readings[paths[0]].failure
    assert failure
    assert failure.kind == "RecursionError"
    assert given_by(readings[paths[1]]) == desk.stock(paths[1])


@POSIX
@pytest.mark.parametrize("workers", [1, 2])
def test_a_pipe(desk: Desk, deeds: dict[str, Any], workers: int) -> None:
    os.mkfifo(desk.folder / "pipe.md")
    said = assert_only_fails(desk, str(desk.folder / "pipe.md"), workers=workers)
    assert said == "This is a named pipe, not a file. Move it out of the content folder."


@POSIX
def test_a_pipe_that_was_a_file_a_moment_ago(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(desk.folder / "pipe.md")
    monkeypatch.setattr(os, "stat", lambda _path: os.stat_result((0o100644, *(0,) * 9)))
    with pytest.raises(UnreadableError, match="named pipe"):
        load(str(desk.folder / "pipe.md"))


@POSIX
def test_a_socket(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.folder)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.md")
        assert assert_only_fails(desk, str(desk.folder / "socket.md"), workers=1).startswith("This is a socket")


@POSIX
def test_a_device(desk: Desk) -> None:
    (desk.folder / "zero.md").symlink_to("/dev/zero")
    assert assert_only_fails(desk, str(desk.folder / "zero.md"), workers=1).startswith("This is a device")


@POSIX
def test_links_that_lead_round(desk: Desk) -> None:
    (desk.folder / "a.md").symlink_to("b.md")
    (desk.folder / "b.md").symlink_to("a.md")
    assert "If it is a link, see where it leads." in assert_only_fails(desk, str(desk.folder / "a.md"), workers=1)


def test_a_folder_and_a_file_that_is_gone(desk: Desk) -> None:
    (desk.folder / "folder.md").mkdir()
    assert assert_only_fails(desk, str(desk.folder / "folder.md"), workers=1).startswith("This is a folder")
    assert assert_only_fails(desk, str(desk.folder / "gone.md"), workers=1).startswith("The file is not there any more")


@POSIX
def test_a_file_that_may_not_be_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who runs this may be allowed everything, so the system's answer is given here."""
    path = desk.write("secret.md", "x")
    genuine = os.open

    def refused(name: Any, *rest: Any) -> int:
        if name == path:
            raise PermissionError(13, "Permission denied", name)
        return genuine(name, *rest)

    monkeypatch.setattr(os, "open", refused)
    assert assert_only_fails(desk, path, workers=1) == "The file may not be read. Give yourself permission to read it."


def test_a_file_too_large_to_be_a_text(desk: Desk) -> None:
    path = desk.write("large.md", "x")
    os.truncate(path, bytes_of.MOST_BYTES + 1)
    assert assert_only_fails(desk, path, workers=1) == "The file has more than 64 MB. Split it, or move it to the static files."


@pytest.mark.parametrize(
    ("data", "guess", "line"),
    [
        ("Title: Größe\n\nText".encode("cp1252"), " (it looks like Windows-1252)", 1),
        ("Title: x\n\n“Text”".encode("cp1252"), " (it looks like Windows-1252)", 3),
        ("Title: x\n".encode("utf-16"), " (it looks like UTF-16)", None),
        ("Größe".encode("utf-16-be"), " (it looks like UTF-16)", None),
        (b"a\nb\n\x81\xff", "", 3),
        (b"\xef\xbb\xbfa\nb\xff", " (it looks like Windows-1252)", 2),
    ],
)
def test_other_encodings(desk: Desk, data: bytes, guess: str, line: int | None) -> None:
    failure = desk.read_one(desk.write("a.md", data)).failure
    assert failure
    assert (failure.text, failure.line) == (f"The file is not UTF-8{guess}. Save it again with the encoding UTF-8.", line)


def test_a_file_of_no_known_kind(desk: Desk) -> None:
    assert desk.read_one(desk.write("a.docx", "x")).failure == Failure(
        "NoReader", "There is no reader for files of this kind. Rename it, or set READERS."
    )


def changing(monkeypatch: pytest.MonkeyPatch, path: str, times: int) -> list[int]:
    """Somebody writes to `path` while it is read, so many times; the list grows with each reading."""
    genuine, seen = os.open, list[int]()

    def opened(name: Any, *rest: Any) -> int:
        descriptor = genuine(name, *rest)
        if name == path:
            seen.append(descriptor)
            if len(seen) <= times:
                monkeypatch.setattr(os, "fstat", _changed_once(path))
        return descriptor

    monkeypatch.setattr(bytes_of, "PAUSE", 0)
    monkeypatch.setattr(os, "open", opened)
    return seen


def _changed_once(path: str) -> Callable[[int], os.stat_result]:
    """The first look is the truth; then more is written, and the next look shows it."""
    genuine, size = os.stat, Path(path).stat().st_size

    def fstat(_descriptor: int) -> os.stat_result:
        status = genuine(path)
        if status.st_size == size:
            with Path(path).open("a") as file:
                file.write("more")
        return status

    return fstat


def test_a_file_that_is_written_while_it_is_read_is_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.write("a.md", "Title: A\n\nText")
    seen = changing(monkeypatch, path, times=2)
    assert load(path).data == b"Title: A\n\nTextmoremore"
    assert len(seen) == 3


def test_a_file_that_never_rests_has_failed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.write("a.md", "Title: A\n\nText")
    changing(monkeypatch, path, times=99)
    assert texts_of([desk.read_one(path)]) == ["The file changed each time it was read. Save it, and build again."]


def test_failures_are_not_stored(desk: Desk, deeds: dict[str, Any]) -> None:
    deeds["err"] = raising(ValueError("today only"))
    path = desk.write("err.md", "err")
    assert desk.read_one(path).failure
    deeds.clear()
    assert given_by(desk.read_one(path)) == desk.stock(path)


@POSIX
def test_no_process_is_left_when_the_caller_is_interrupted(desk: Desk, deeds: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    genuine = os.fork

    def fork() -> int:
        started.append(pid := genuine())
        return pid

    monkeypatch.setattr(os, "fork", fork)
    deeds["slow"] = lambda: time.sleep(60)
    paths = [*good(desk), desk.write("slow.md", "slow")]

    def interrupt(done: int, _of: int) -> None:
        if done > 3:
            raise KeyboardInterrupt

    from pelican.readers import Readers

    given: dict[str, Any] = {"settings": desk.settings, "readers": Readers(desk.settings), "store": desk.store}
    with pytest.raises(KeyboardInterrupt):
        gathering.read_all(paths, workers=2, limit=60, progress=interrupt, **given)
    assert len(started) >= 2
    for pid in started:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@POSIX
def test_workers_end_when_their_parent_is_killed(desk: Desk, tmp_path: Path) -> None:
    """They would wait for work for ever, and hold what they have inherited."""
    program = dedent(
        """
        import os, sys, time
        from contextlib import contextmanager
        from fastbuild.reading.pool import shared

        @contextmanager
        def start():
            def work(task):
                print(os.getpid(), flush=True)
                time.sleep(0.05)
                return bytes(200_000)
            yield work

        for done, _ in enumerate(shared(start, 1000, workers=3)):
            if done == 5:
                os.kill(os.getpid(), 9)
        """
    )
    import subprocess

    plugins = Path(__file__).resolve().parents[3] / "plugins"
    with subprocess.Popen([sys.executable, "-c", program], env={"PYTHONPATH": str(plugins)}, stdout=subprocess.PIPE) as ended:
        out, _ = ended.communicate(timeout=60)  # which waits for the workers as well: they hold the other end
    assert len(set(out.split())) == 3


def test_without_fork_all_is_read_here(desk: Desk, deeds: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "can_fork", pool.can_fork)
    monkeypatch.delattr(os, "fork", raising=False)
    paths = good(desk)
    assert {path: given_by(reading) for path, reading in desk.read(*paths, workers=4).items()} == {path: desk.stock(path) for path in paths}


def test_with_another_thread_nothing_is_forked(desk: Desk, deeds: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "can_fork", pool.can_fork)
    monkeypatch.setattr(gathering, "shared", raising(AssertionError("forked")))
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not texts_of(desk.read(*good(desk), workers=2).values())
    finally:
        stop.set()
        thread.join()


@POSIX
def test_where_the_system_gives_no_process_all_is_read_here(desk: Desk, deeds: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", raising(BlockingIOError(11, "Resource temporarily unavailable")))
    assert not texts_of(desk.read(*good(desk), workers=2).values())


@POSIX
def test_a_mistake_in_the_workers_is_no_file_s_fault(desk: Desk, deeds: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "_packed", raising(TypeError("a defect")))
    assert not texts_of(desk.read(*good(desk), workers=2).values())
