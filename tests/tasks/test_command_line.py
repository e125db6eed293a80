"""The tasks as they are called: by hand, from another folder, through invoke."""

from __future__ import annotations

import ast
import contextlib
import inspect
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tasks

from .conftest import SETTINGS, SITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tasks.conftest import Copy

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["build", "serve", "init", "new", "ids", "tags", "import", "check", "impact", "replies", "bench", "test", "lint", "types", "clean"]


# --- Usage


def test_alone_it_lists_the_tasks_with_a_line_of_help_each(copy: Copy) -> None:
    done = copy.run()
    assert done.returncode == 0
    for task in tasks.TASKS:
        assert any(line.split()[:1] == [task.__name__.rstrip("_")] and str(task.__doc__) in line for line in done.stdout.splitlines()), task
    assert [task.__name__.rstrip("_") for task in tasks.TASKS] == NAMES
    assert not (copy.root / ".venv").exists()


def test_every_option_has_its_help() -> None:
    handed_on = {"pytest_arguments", "options"}
    assert {name for task in tasks.TASKS for name in inspect.signature(task).parameters} - handed_on == set(tasks.HELP)


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"],
        ["build", "--pub"],
        ["build", "now"],
        ["new"],
        ["serve", "--port", "x"],
        ["clean", "--all"],
        ["--output", "x"],
        ["init", "-y"],
        ["impact", "--recrd"],
        ["impact", "old", "--max-redelivered", "few"],
        ["impact", "old", "--record", "--yes", "new"],
    ],
)
def test_a_wrong_call_ends_with_2_before_anything_is_set_up(copy: Copy, arguments: list[str]) -> None:
    done = copy.run(*arguments)
    assert done.returncode == 2
    assert "usage: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (copy.root / ".venv").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build", "--publish", "--settings", "x.py"], "Give one of the two"),
        (["build", "--settings", "x.py"], "There is no settings file"),
        (["build", "--output", "content"], "Choose a folder of its own"),
        (["serve", "--port", "0", "--no-browser"], "Choose one between"),
        (["init"], "add --yes"),
    ],
)
def test_a_call_that_cannot_be_done_ends_with_2_and_a_sentence(ready: Copy, arguments: list[str], told: str) -> None:
    done = ready.run(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


# --- build


def test_publish_takes_the_settings_for_publishing(ready: Copy) -> None:
    assert ready.run("build", "--publish").returncode == 0
    assert "https://letters.invalid" in (ready.root / "output/index.html").read_text(encoding="utf-8")


def test_paths_are_relative_to_where_one_is(ready: Copy, tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words/other.md").write_text("Title: Other\nDate: 2026-01-02\n\nText\n")
    (tmp_path / "mine.py").write_text((ready.root / "pelicanconf.py").read_text(encoding="utf-8"))
    done = ready.run("build", "--content", "words", "--output", "out/site", "--settings", "mine.py", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out/site/other.html").is_file()
    assert not (ready.root / "output").exists()


def test_from_another_folder_the_site_goes_into_its_own_output(ready: Copy, tmp_path: Path) -> None:
    done = ready.run("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (ready.root / "output/hello.html").is_file()
    assert list(tmp_path.iterdir()) == []


def test_an_error_in_the_content_ends_with_1(ready: Copy) -> None:
    ready.write("content/broken.md", "Title: Broken\nDate: never\n\nText\n")
    try:
        done = ready.run("build")
    finally:
        (ready.root / "content/broken.md").unlink()
    assert done.returncode == 1
    assert done.stderr.startswith("1 error:\ncontent/broken.md:2: ")
    assert "without what is wrong above" in done.stdout


def test_an_environment_that_only_knows_ascii_builds_too(ready: Copy) -> None:
    ready.write("content/été.md", "Title: Été\nDate: 2026-01-02\nCategory: Ça\n\nÀ bientôt\n")
    try:
        done = ready.run("build", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    finally:
        (ready.root / "content/été.md").unlink()
    assert done.returncode == 0, done.stderr
    assert "Été" in (ready.root / "output/ete.html").read_text(encoding="utf-8")


def test_a_poor_system_builds_too(ready: Copy, tmp_path: Path) -> None:
    """No os.fork, no links: as on Windows, which has locks of its own."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os\nfor name in ('fork', 'forkpty', 'symlink', 'link', 'killpg', 'setsid'):\n    delattr(os, name)\n"
    )
    done = ready.run("build", PYTHONPATH=str(tmp_path))
    assert done.returncode == 0, done.stderr


def test_what_windows_lacks_is_not_used() -> None:
    """Names that would fail there at import or on a build's way; `serving` asks for the system first."""
    lacking = {"fork", "fcntl", "symlink_to", "symlink", "geteuid", "setsid"}
    for path in (ROOT / "tasks.py", *(ROOT / "plugins/fastbuild").glob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        used = {node.attr for node in nodes if isinstance(node, ast.Attribute)} | {node.id for node in nodes if isinstance(node, ast.Name)}
        assert not used & lacking, path


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_stopped_tidies_up(ready: Copy, number: int) -> None:
    ready.write("pelicanconf.py", "import time\nopen('begun', 'w').close()\ntime.sleep(60)\n")
    begun = ready.root / "begun"
    with started(ready, "build") as process:
        wait_for(begun.exists)
        process.send_signal(number)
        assert process.wait(20) == 130
    begun.unlink()
    assert not [path for path in ready.root.iterdir() if "stage" in path.name]


# --- test


def test_arguments_go_to_pytest_in_their_order_and_its_exit_code_comes_back(ready: Copy) -> None:
    ready.write("pyproject.toml", "[tool.pytest.ini_options]\nmarkers = ['long: x']\n")
    ready.write(
        "tests/test_it.py",
        "import pytest\ndef test_good(): pass\ndef test_bad(): assert 0\n@pytest.mark.long\ndef test_long(): pass\n",
    )
    quick = ready.run("test", "-p", "no:randomly", "-q", "tests/test_it.py", "-k", "good or long")
    assert quick.returncode == 0, quick.stdout
    assert "1 passed, 2 deselected" in quick.stdout
    assert "2 passed, 1 deselected" in ready.run("test", "--long", "-k", "good or long").stdout
    assert ready.run("test", "tests/test_it.py").returncode == 1
    assert ready.run("test", "-k", "nothing").returncode == 5


# --- init, new, clean


def test_new_begins_an_article(ready: Copy) -> None:
    done = ready.run("new", "A first letter")
    written = ready.root / "content/articles/a-first-letter.md"
    try:
        assert done.returncode == 0, done.stderr
        assert "content/articles/a-first-letter.md" in done.stdout
        assert "Title: A first letter\n" in written.read_text(encoding="utf-8")
        again = ready.run("new", "A first letter")
        assert (again.returncode, "Traceback" in again.stderr) == (2, False)
    finally:
        written.unlink()


def test_ids_gives_one_to_each_article_and_another_to_a_copy(ready: Copy) -> None:
    articles = ready.root / "content/articles"
    ready.write("content/articles/a.md", "Title: A\nDate: 2026-01-02\n\nText\n")
    try:
        first = ready.run("ids")
        ready.write("content/articles/b.md", (articles / "a.md").read_text(encoding="utf-8").replace("01-02", "01-03"))
        copied, mended, again = ready.run("ids"), ready.run("ids", "--fix"), ready.python("-m", "invoke", "ids", "--fix")
    finally:
        shutil.rmtree(articles)
    assert re.fullmatch(r"content/articles/a\.md:3: Id: \w{6}\n1 article: 1 Id added\.\n", first.stdout), first.stderr
    assert (first.returncode, copied.returncode, mended.returncode, again.returncode) == (0, 1, 0, 0)
    assert copied.stderr.startswith("content/articles/b.md:3: the Id ")
    assert re.fullmatch(r"content/articles/b\.md:3: Id: \w{6} \(was \w{6}\)\n2 articles: 1 Id replaced\.\n", mended.stdout)
    assert again.stdout == "2 articles, nothing to do.\n"


def test_ids_cannot_work_with_broken_settings(ready: Copy) -> None:
    kept = (ready.root / "site.toml").read_text(encoding="utf-8")
    ready.write("site.toml", kept + "tyme = 1\n")
    try:
        done = ready.run("ids")
    finally:
        ready.write("site.toml", kept)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (2, "", False)
    assert re.match(r"site\.toml:\d+: `tyme` is not a setting", done.stderr)


def test_tags_are_listed_renamed_and_merged(ready: Copy) -> None:
    articles = ready.root / "content/articles"
    ready.write("content/articles/a.md", "Title: A\nDate: 2026-01-02\nTags: Small shops, Trust\n\nText\n")
    try:
        listed, as_json = ready.run("tags"), ready.run("tags", "--json")
        shown, done = ready.run("tags", "rename", "Small shops", "Shops"), ready.run("tags", "rename", "--yes", "Small shops", "Shops")
        by_invoke = ready.python("-m", "invoke", "tags", "--yes", "--", "merge", "trust", "shops")
        wrong = ready.run("tags", "mrge", "a", "b")
        text, file = (articles / "a.md").read_text(encoding="utf-8"), (ready.root / "content/tags/shops.md").read_text(encoding="utf-8")
    finally:
        shutil.rmtree(articles)
        shutil.rmtree(ready.root / "content/tags", ignore_errors=True)
    assert listed.stdout.endswith("2 tags in 1 article: 2 thin tags.\n"), listed.stderr
    assert [tag["name"] for tag in json.loads(as_json.stdout)["tags"]] == ["Small shops", "Trust"]
    assert shown.stdout.endswith(f'To do it: {tasks.ME} tags rename "Small shops" Shops --yes\n')
    assert done.stdout.endswith("2 files changed.\n")
    assert text == "Title: A\nDate: 2026-01-02\nTags: Shops\n\nText\n", by_invoke.stderr
    assert file == "Title: Shops\nAliases: Small shops, Trust\n"
    assert (wrong.returncode, "Call it like this" in wrong.stderr) == (2, True)


def test_impact_tells_of_the_next_publication(ready: Copy, tmp_path: Path) -> None:
    kept = (ready.root / "publishconf.py").read_text(encoding="utf-8")
    ready.write("publishconf.py", kept + 'FEED_ALL_ATOM = "feeds/all.atom.xml"\n')
    try:
        first = ready.run("impact", "--record", "--max-redelivered", "0")
        ready.run("build", "--settings", "publishconf.py", "--output", str(tmp_path / "old"))
        ready.write("content/later.md", "Title: Later\nDate: 2026-01-03\nCategory: Notes\n\nText\n")
        second, third = ready.run("impact"), ready.run("impact", "--json", str(tmp_path / "old"))
        by_invoke = ready.python("-m", "invoke", "impact", "--max-redelivered", "0", "--", str(tmp_path / "old"))
        absent = [ready.run("impact", "--record", "none"), ready.python("-m", "invoke", "impact", "--", "--recrd")]
    finally:
        ready.write("publishconf.py", kept)
        (ready.root / "content/later.md").unlink(missing_ok=True)
        (ready.root / "published.json").unlink(missing_ok=True)
    told = "A subscriber of the site's feed will see 1 new article. Nothing is delivered twice."
    assert [done.returncode for done in (first, second, third, by_invoke, *absent)] == [0, 0, 0, 0, 2, 2], first.stderr
    assert f"{told}\nRecorded in published.json." in first.stdout
    assert "Compared with published.json." in second.stdout
    assert second.stdout.endswith(f"\n{told}\n")
    assert f'"sentence": "{told}"' in third.stdout
    assert by_invoke.stdout.endswith(f"\n{told}\n")
    assert [done.stdout for done in absent] == ["", ""]


def test_impact_of_a_build_with_errors_is_not_told(ready: Copy) -> None:
    ready.write("content/broken.md", "Title: Broken\nDate: never\n\nText\n")
    try:
        done = ready.run("impact", "--record")
    finally:
        (ready.root / "content/broken.md").unlink()
    assert (done.returncode, done.stdout) == (1, "")
    assert "content/broken.md:2: " in done.stderr
    assert not (ready.root / "published.json").exists()


def test_clean_needs_no_environment_and_removes_only_what_was_built(ready: Copy, tmp_path: Path) -> None:
    ready.run("build")
    ready.run("build", "--output", str(tmp_path / "elsewhere"))
    ready.write("output/CNAME", "www.example.com")
    ready.write(".mypy_cache/x", "")
    ready.write(".cache/serve/x", "")
    (ready.root / ".venv").rename(tmp_path / "venv")
    try:
        done = ready.run("clean")
    finally:
        (tmp_path / "venv").rename(ready.root / ".venv")
    assert (done.returncode, done.stdout) == (0, "Clean. Not from a build, so it stays in output/: CNAME\n")
    assert [path.name for path in (ready.root / "output").iterdir()] == ["CNAME"]
    assert not (ready.root / ".mypy_cache").exists()
    assert len(list((ready.root / ".cache").iterdir())) == 1  # what is known of the folder elsewhere
    assert (ready.root / "content/hello.md").is_file()


# --- invoke


def test_invoke_lists_the_tasks_with_their_help(ready: Copy) -> None:
    done = ready.python("-m", "invoke", "--list")
    assert done.returncode == 0, done.stderr
    lines = [line.split(maxsplit=1) for line in done.stdout.splitlines() if line.startswith("  ")]
    assert {line[0]: line[1] for line in lines} == {task.__name__.rstrip("_"): task.__doc__ for task in tasks.TASKS}


def test_invoke_takes_the_same_options(ready: Copy) -> None:
    done = ready.python("-m", "invoke", "build", "--publish")
    assert done.returncode == 0, done.stderr
    assert "https://letters.invalid" in (ready.root / "output/index.html").read_text(encoding="utf-8")
    assert "your name" in ready.python("-m", "invoke", "--help", "init").stdout
    assert ready.python("-m", "invoke", "new", "Hello").returncode == 0
    again = ready.python("-m", "invoke", "new", "Hello")
    (ready.root / "content/articles/hello.md").unlink()
    assert (again.returncode, "Traceback" in again.stderr) == (2, False)
    failed = ready.python("-m", "invoke", "build", "--settings", "none.py")
    assert (failed.returncode, failed.stderr) == (2, "There is no settings file none.py. Name one with --settings.\n")


def test_invoke_hands_the_rest_to_pytest(ready: Copy) -> None:
    ready.write("tests/test_it.py", "def test_good(): pass\n")
    assert ready.python("-m", "invoke", "test", "--long", "--", "-k 'no and such'").returncode == 5
    assert ready.python("-m", "invoke", "test", "--", "-q").returncode == 0


# --- serve


@contextlib.contextmanager
def started(copy: Copy, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A task that goes on; it is ended in any case."""
    process = subprocess.Popen(
        [sys.executable, "tasks.py", *arguments],
        cwd=copy.root,
        env=copy.environment() | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=30)


def wait_for(condition: object) -> None:
    assert callable(condition)
    for _ in range(400):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen within 20 seconds")


def fetched(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  (our own server)
            return str(answer.read().decode())
    except OSError:
        return ""


def processes_about(text: str) -> list[str]:
    """The command lines of running processes that hold `text`, where the system shows them."""
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            lines.append(path.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
    return [line for line in lines if text in line]


def test_serve_shows_the_preview_and_ends_without_a_trace(ready: Copy, tmp_path: Path, free_ports: tuple[int, int]) -> None:
    busy, free = free_ports
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n')
    browser.chmod(0o755)
    ready.write("pelicanconf.py", f'{SETTINGS}import tomllib\nSITENAME = tomllib.load(open("site.toml", "rb"))["name"]\n')
    with started(ready, "serve", "--port", str(busy), BROWSER=f"{browser} %s") as process:
        wait_for(opened.exists)
        assert "Hello" in fetched(f"http://127.0.0.1:{free}/")
        ready.write("content/later.md", "Title: A later letter\nDate: 2026-01-03\nCategory: Notes\n\nText\n")
        wait_for(lambda: "A later letter" in fetched(f"http://127.0.0.1:{free}/"))
        ready.write("site.toml", SITE.replace("Letters", "Renamed letters"))
        wait_for(lambda: "Renamed letters" in fetched(f"http://127.0.0.1:{free}/"))
        ready.write("site.toml", SITE)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=20)
    (ready.root / "content/later.md").unlink()
    assert process.returncode == 0
    assert f"Port {busy} is in use by another program, so the preview takes {free}." in said
    assert f"it is at http://127.0.0.1:{free}/" in said
    assert "Ctrl-C" in said
    assert "Traceback" not in said
    assert opened.read_text().strip() == f"http://127.0.0.1:{free}/"
    assert not (ready.root / "output").exists()
    assert processes_about(str(ready.root / ".cache/serve")) == []


def test_serve_tells_what_is_wrong_with_the_settings_and_ends(ready: Copy) -> None:
    ready.write("pelicanconf.py", "raise SystemExit('site.toml:3: say why')\n")
    with started(ready, "serve", "--no-browser") as process:
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "site.toml:3: say why" in said
    assert "Mend what is said above" in said


@pytest.fixture
def free_ports() -> Iterator[tuple[int, int]]:
    """A port that somebody listens at, and the one after it, which is free."""
    import socket

    from fastbuild.serving import is_free

    for port in range(20_000 + os.getpid() % 20_000, 60_000):
        if is_free(port) and is_free(port + 1):
            with socket.create_server(("127.0.0.1", port)):
                yield port, port + 1
            return
