"""A copy of the project in a temporary folder, small enough to set up without a network.

Its lock files list one package, made here: a wheel whose only file leads to the packages that these tests run with.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """\
SITENAME = "A small site"
SITEURL = ""
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
PATH = "content"
THEME = "simple"
PLUGINS = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
SITE = 'name = "Letters"\nurl = "https://letters.invalid"\ndefault_author = "Ada Quill"\ntimezone = "Europe/London"\n'
ARTICLE = "Title: {title}\nDate: 2026-01-02 10:00\nCategory: Notes\n\nText\n"


@dataclass(frozen=True)
class Copy:
    """A copy of the project; `wheels` is the only place from which its environment can be filled."""

    root: Path
    wheels: Path

    def run(self, *arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `tasks.py` as a newcomer would, with a Python that is not in the copy's environment."""
        command = [sys.executable, str(self.root / "tasks.py"), *arguments]
        return self.python(*command[1:], cwd=cwd, **environment)

    def python(self, *arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *arguments]
        given = self.environment() | environment
        return subprocess.run(
            command, cwd=cwd or self.root, env=given, capture_output=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL
        )

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "RAPPORT_", "PYTEST_"))}
        return kept | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.wheels.as_uri(), "PIP_CONFIG_FILE": os.devnull}

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")

    def lock(self, text: str = "") -> None:
        """Lock files that list our one package; `text` comes after it."""
        wheel = self.wheels / "tiny-1.0-py3-none-any.whl"
        line = f"tiny==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
        self.write("requirements.lock", line + text)
        self.write("requirements-dev.lock", line + text)


def make_wheel(folder: Path, name: str) -> None:
    info = f"{name}-1.0.dist-info"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}.pth", sysconfig.get_paths()["purelib"] + "\n")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", f"{name}.pth,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")


def make_copy(folder: Path) -> Copy:
    """Our files, and a small site of one article."""
    copy = Copy(folder / "Mein schönes Büro", folder / "wheels")
    make_wheel(copy.wheels, "tiny")
    copy.root.mkdir()
    shutil.copy(ROOT / "tasks.py", copy.root)
    for plugin in ("fastbuild", "site_check", "site_feeds", "site_owner", "tag_pages"):
        shutil.copytree(ROOT / "plugins" / plugin, copy.root / "plugins" / plugin, ignore=shutil.ignore_patterns("__pycache__"))
    copy.lock()
    copy.write("pelicanconf.py", SETTINGS)
    copy.write("publishconf.py", SETTINGS + 'SITEURL = "https://letters.invalid"\n')
    copy.write("site.toml", SITE)
    copy.write("content/hello.md", ARTICLE.format(title="Hello"))
    return copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy that nobody has started yet."""
    return make_copy(tmp_path)


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> tuple[Copy, subprocess.CompletedProcess[str]]:
    """A copy with what its first `build` said, in the poorest locale."""
    copy = make_copy(tmp_path_factory.mktemp("ready"))
    return copy, copy.run("build", LANG="C", LC_ALL="C")


@pytest.fixture
def ready(first_start: tuple[Copy, subprocess.CompletedProcess[str]]) -> Copy:
    """The copy that has been started, shared by the tests; its output and cache are emptied before each."""
    copy, _ = first_start
    for name in ("output", ".cache", "tests"):
        shutil.rmtree(copy.root / name, ignore_errors=True)
    copy.lock()
    copy.write("pelicanconf.py", SETTINGS)
    return copy
