"""What happens before a task: the Python that is too old, the environment that is made, kept, renewed or impossible."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from fastbuild import environment
from fastbuild.environment import DEVELOP, RUN, Environment, NotReadyError, last_line

from tests.tasks.conftest import make_wheel

if TYPE_CHECKING:
    from tests.tasks.conftest import Copy

ROOT = Path(__file__).resolve().parents[2]
HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"
OLD_PYTHONS = ["3.7", "3.8", "3.9", "3.10"]


def old_pythons() -> list[str]:
    """Interpreters of this machine that are too old and start."""
    on_path = [shutil.which(f"python{version}") for version in OLD_PYTHONS]
    installed = [path for version in OLD_PYTHONS for path in (Path.home() / ".pyenv/versions").glob(f"{version}.*/bin/python")]
    found = [str(path) for path in (*on_path, *installed) if path]
    return [path for path in found if subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0]


# --- Too old


def test_the_file_can_be_read_by_old_pythons() -> None:
    ast.parse((ROOT / "tasks.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_an_old_python_is_told_what_to_do(copy: Copy) -> None:
    for python in old_pythons():
        done = subprocess.run([python, "tasks.py", "build"], cwd=copy.root, capture_output=True, text=True, check=False)
        assert done.returncode == 2, python
        assert done.stdout == ""
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert "needs 3.11 or newer" in done.stderr
    assert not (copy.root / ".venv").exists()


@pytest.mark.parametrize(
    ("found", "told"), [({"python3.12"}, "You have a newer one: python3.12 tasks.py build"), (set(), "python.org/downloads")]
)
def test_a_newer_python_on_this_machine_is_named(monkeypatch: pytest.MonkeyPatch, found: set[str], told: str) -> None:
    import tasks

    monkeypatch.setattr("sys.version_info", (3, 9, 2))
    monkeypatch.setattr("sys.argv", ["tasks.py", "build"])
    monkeypatch.setattr("shutil.which", lambda name: name if name in {*found, "python3.13"} else None)
    monkeypatch.setattr("subprocess.call", lambda command, **_: 0 if command[0] in found else 127)  # python3.13 does not start
    assert told in str(tasks.why_too_old())


# --- The first start, and later ones


def test_the_first_start_sets_up_and_does_the_task(first_start: tuple[Copy, subprocess.CompletedProcess[str]]) -> None:
    copy, done = first_start
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:2] == ["Setting up Rapport (once, about a minute) ...", "Building the site ..."]
    assert done.stderr == ""
    assert (copy.root / ".venv/rapport.json").is_file()


def test_a_later_start_installs_nothing(ready: Copy) -> None:
    ready.run("build")
    stamp = ready.root / ".venv/rapport.json"
    before = stamp.stat().st_mtime_ns
    done = ready.run("build", PIP_FIND_LINKS="/nowhere")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "Building the site ..."
    assert stamp.stat().st_mtime_ns == before


def test_a_changed_lock_installs_again_once(ready: Copy) -> None:
    ready.lock("# changed\n")
    assert ready.run("build").stdout.splitlines()[0] == "Installing what requirements.lock lists ..."
    assert ready.run("build").stdout.splitlines()[0] == "Building the site ..."


def test_what_develops_also_runs(ready: Copy) -> None:
    ready.lock("# changed again\n")
    assert ready.run("lint").stdout.splitlines()[0] == "Installing what requirements-dev.lock lists ..."
    assert ready.run("build").stdout.splitlines()[0] == "Building the site ..."


def test_a_moved_folder_is_set_up_again(ready: Copy, tmp_path: Path) -> None:
    moved = type(ready)(tmp_path / "moved", ready.wheels)
    shutil.copytree(ready.root, moved.root, symlinks=True)
    done = moved.run("build")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "Setting up Rapport (once, about a minute) ..."
    assert json.loads((moved.root / ".venv/rapport.json").read_text())["root"] == str(moved.root)


def test_a_wheel_with_another_hash_is_not_installed(ready: Copy) -> None:
    make_wheel(ready.wheels, "swapped")
    ready.lock(f"swapped==1.0 --hash=sha256:{'0' * 64}\n")
    done = ready.run("build")
    assert done.returncode == 2
    assert "not the one that was tested" in done.stderr
    assert not (ready.root / "output").exists()
    assert not list((ready.root / ".venv").rglob("swapped.pth"))


def test_without_a_network_a_sentence_says_so(ready: Copy) -> None:
    ready.lock("more==1.0 --hash=sha256:" + "0" * 64 + "\n")
    done = ready.run("build", PIP_NO_INDEX="0", PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="1")
    assert done.returncode == 2
    assert done.stderr.startswith("The packages cannot be reached. Check the network connection")
    assert "pip said: " in done.stderr
    assert len(done.stderr.splitlines()) == 1


# --- What is sound, and what is not: no environment is made here


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """An environment that looks finished, in a project with lock files; making and installing are only noted in `done`."""
    made = Environment(tmp_path)
    made.python.parent.mkdir(parents=True)
    made.python.write_text("")
    (made.folder / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {HERE}.7\n")
    for lock in (RUN, DEVELOP):
        (tmp_path / lock).write_text(lock)
    made._write_stamp(RUN)
    monkeypatch.setattr("fastbuild.environment._run", lambda *_: SimpleNamespace(returncode=0, stdout="", stderr=""))
    return made


def steps(made: Environment, monkeypatch: pytest.MonkeyPatch, lock: str = RUN) -> list[str]:
    done: list[str] = []
    monkeypatch.setattr(made, "_make", lambda: done.append("make"))
    monkeypatch.setattr(made, "_install", done.append)
    made.prepare(lock)
    return done


def test_a_finished_environment_is_left_alone(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    assert steps(made, monkeypatch) == []


def test_one_made_by_another_tool_is_filled(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    made.stamp.unlink()
    (made.folder / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion_info = {HERE}.7\n")
    assert steps(made, monkeypatch) == [RUN]


def test_one_without_pip_is_made_anew(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    made.stamp.unlink()
    monkeypatch.setattr("fastbuild.environment._run", lambda *_: SimpleNamespace(returncode=1, stdout="", stderr="No module named pip"))
    assert steps(made, monkeypatch) == ["make", RUN]


@pytest.mark.parametrize("config", ["version = 3.10.2\n", "version = 3.1.7\n", "nothing\n", ""])
def test_one_of_another_python_is_made_anew(made: Environment, monkeypatch: pytest.MonkeyPatch, config: str) -> None:
    (made.folder / "pyvenv.cfg").write_text(config)
    assert steps(made, monkeypatch) == ["make", RUN]


def test_one_whose_python_is_gone_is_made_anew(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    made.python.unlink()
    made.python.symlink_to("/nowhere/python3")
    assert steps(made, monkeypatch) == ["make", RUN]


@pytest.mark.parametrize("stamp", ["", "{", "[]", "7"])
def test_a_stamp_that_says_nothing_installs_again(made: Environment, monkeypatch: pytest.MonkeyPatch, stamp: str) -> None:
    made.stamp.write_text(stamp)
    assert steps(made, monkeypatch) == [RUN]


def test_an_interrupted_installation_leaves_no_valid_stamp(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*command: str | Path) -> SimpleNamespace:
        if "install" in command:
            raise KeyboardInterrupt
        return SimpleNamespace(returncode=0, stdout="", stderr="")

    monkeypatch.setattr("fastbuild.environment._run", interrupted)
    assert not made.holds(DEVELOP)
    with pytest.raises(KeyboardInterrupt):
        made.prepare(DEVELOP)
    assert not made.holds(RUN)
    assert steps(made, monkeypatch) == [RUN]


def test_an_interrupted_making_is_made_anew(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: str | Path) -> SimpleNamespace:
        made.python.parent.mkdir()
        made.python.write_text("")
        (made.folder / "pyvenv.cfg").write_text(f"version = {HERE}.7\n")
        raise KeyboardInterrupt

    shutil.rmtree(made.folder)
    working = environment._run
    monkeypatch.setattr("fastbuild.environment._run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        made.prepare(RUN)
    monkeypatch.setattr("fastbuild.environment._run", working)
    assert steps(made, monkeypatch) == ["make", RUN]


# --- What cannot be


def why_not(made: Environment) -> str:
    with pytest.raises(NotReadyError) as raised:
        made.prepare(RUN)
    return str(raised.value)


def test_a_file_in_its_place_is_not_removed(made: Environment) -> None:
    shutil.rmtree(made.folder)
    made.folder.write_text("mine")
    assert "is in the way" in why_not(made)
    assert made.folder.read_text() == "mine"


def test_a_folder_in_its_place_is_not_removed(made: Environment) -> None:
    shutil.rmtree(made.folder)
    made.folder.mkdir()
    (made.folder / "thesis.txt").write_text("mine")
    assert "is in the way" in why_not(made)
    assert (made.folder / "thesis.txt").read_text() == "mine"


def test_no_permission_to_write_is_told(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    shutil.rmtree(made.folder)
    monkeypatch.setattr(Path, "mkdir", forbidden)
    assert why_not(made) == f"{made.folder}: Permission denied. {FIX_PERMISSION}"


FIX_PERMISSION = "Give yourself permission to write there, or move the project into a folder of yours."


def test_a_lock_that_is_missing_is_told(made: Environment) -> None:
    (made.root / RUN).unlink()
    assert why_not(made) == "requirements.lock: No such file or directory. Unpack or clone the project again."


def test_a_python_without_venv_is_told_what_to_install(copy: Copy, tmp_path: Path) -> None:
    (tmp_path / "poor").mkdir()
    text = "The virtual environment was not created successfully because ensurepip is not available."
    (tmp_path / "poor/venv.py").write_text(f"import sys\nsys.exit({text!r})\n")
    done = copy.run("build", PYTHONPATH=str(tmp_path / "poor"))
    assert done.returncode == 2
    assert "sudo apt install python3-venv" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("output", "line"),
    [("a\nERROR: b\nc\n", "ERROR: b"), ("a\n\n b \n\n", "b"), ("", "nothing")],
)
def test_the_line_that_says_most(output: str, line: str) -> None:
    assert last_line(output) == line


@pytest.mark.long
def test_a_fresh_machine_sets_up_with_the_real_packages(copy: Copy, tmp_path: Path) -> None:
    for lock in (RUN, DEVELOP):
        shutil.copy(ROOT / lock, copy.root / lock)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "RAPPORT_", "PYTEST_"))}
    for task in ("build", "types"):
        command = [sys.executable, str(copy.root / "tasks.py"), task]
        done = subprocess.run(command, env=kept | {"HOME": str(tmp_path)}, capture_output=True, encoding="utf-8", check=False)
        assert "cannot" not in done.stderr, done.stderr
        assert (task, done.returncode) in {("build", 0), ("types", 2)}, done.stdout + done.stderr  # no settings for mypy in the copy
