"""Builds of whole sites by stock Pelican, each in a copy of the project and in a process of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from .pages import Page
from .sources import Source, read_sources
from .variants import OWNERS, ROOT, VARIANTS, Variant

if TYPE_CHECKING:
    from pathlib import Path

NOT_OURS = shutil.ignore_patterns("__pycache__", "*.pyc", "node_modules")
PROJECT = ("pelicanconf.py", "publishconf.py", "tasks.py", "plugins", "theme")


@dataclass
class Build:
    """A finished build."""

    name: str
    project: Path
    log: str

    @property
    def output(self) -> Path:
        return self.project / "out"

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Paths below the output folder, sorted."""
        return tuple(sorted(path.relative_to(self.output).as_posix() for path in self.output.rglob("*") if path.is_file()))

    @cached_property
    def html(self) -> dict[str, Page]:
        """Every HTML file by its path."""
        return {path: Page(path, (self.output / path).read_text(encoding="utf-8")) for path in self.files if path.endswith(".html")}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Those that one reads."""
        return {path: page for path, page in self.html.items() if not page.is_redirect}

    @cached_property
    def redirects(self) -> dict[str, Page]:
        """Those that lead from an old address to another."""
        return {path: page for path, page in self.html.items() if page.is_redirect}

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The articles and pages that the site is made of."""
        return read_sources(self.project / "content")

    @cached_property
    def problems(self) -> list[str]:
        """What Pelican and the plugins logged from WARNING up."""
        return [line for line in self.log.splitlines() if re.match(r"(\[[\d:]+\])?\s*(WARNING|ERROR|CRITICAL)\b", line)]

    def read(self, path: str) -> str:
        return (self.output / path).read_text(encoding="utf-8")


class BuildFailedError(Exception):
    """Pelican ended with an error; the message is what it wrote."""


@dataclass
class Builds:
    """Builds by name of variant, each made when it is first asked for and kept for the session."""

    folder: Path
    _made: dict[str, Build] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Build:
        if name not in self._made:
            self._made[name] = self.make(name, VARIANTS[name])
        return self._made[name]

    def make(self, name: str, variant: Variant) -> Build:
        project = self.folder / name / variant.folder_name
        copy_project(project)
        variant.write(project)
        return Build(name, project, run_pelican(project, variant))


def copy_project(target: Path) -> None:
    """Copy what is ours: code, theme and settings, without the owner's."""
    target.mkdir(parents=True)
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=NOT_OURS)
        elif source.is_file():
            shutil.copy2(source, target / name)
    if any((target / name).exists() for name in OWNERS):
        raise BuildFailedError(f"{target} holds what belongs to the owner")


def run_pelican(project: Path, variant: Variant) -> str:
    """Run stock Pelican in `project`; the answer is all that it wrote. Raises BuildFailedError."""
    settings = "publishconf.py" if variant.publish else "pelicanconf.py"
    command = [sys.executable, "-m", "pelican", "content", "-s", settings, "-o", "out"]
    if variant.overrides:
        command += ["-e", *variant.overrides]
    # A wide terminal, so that the log's handler breaks no line; no bytecode, so that a copy holds nothing that its original does not.
    environment = os.environ | {"COLUMNS": "10000", "PYTHONDONTWRITEBYTECODE": "1"} | dict(variant.environment)
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    log = plain(done.stdout + done.stderr)
    if done.returncode:
        raise BuildFailedError(log)
    return log


def plain(log: str) -> str:
    """A log without the spaces that its handler fills lines with."""
    return "\n".join(" ".join(line.split()) for line in log.splitlines())
