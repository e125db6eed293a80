"""A site of a few files in an output folder, committed as a build does it: what has not changed is kept, the rest is staged."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastbuild.output import Placed, Tree, digest_of, opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Each file anew: one that is there already may have a second name in another tree."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(text.encode())


def contents(folder: Path) -> dict[str, str]:
    """All files below a folder, and links with where they lead."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_symlink():
            found[path.relative_to(folder).as_posix()] = f"-> {path.readlink()}"
        elif path.is_file():
            found[path.relative_to(folder).as_posix()] = path.read_bytes().decode()
    return found


def folders(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


def commit(tree: Tree, site: Mapping[str, str]) -> Placed:
    """Make the output hold `site`."""
    digests = {name: digest_of(text.encode()) for name, text in site.items()}
    keep = {name: digest for name, digest in digests.items() if tree.current.get(name) == digest}
    write(tree.stage, {name: text for name, text in site.items() if name not in keep})
    return tree.commit(keep)


@dataclass(frozen=True)
class Desk:
    """An output folder and a cache folder below `folder`."""

    folder: Path
    swap: bool = True
    elsewhere: Path | None = None
    """The output folder if it is not below `folder`."""

    @property
    def output(self) -> Path:
        return self.elsewhere or self.folder / "output"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    @property
    def state(self) -> Path:
        """The folder of the cache that belongs to the output folder."""
        return next(self.cache.glob("output-*"))

    def build(self, site: Mapping[str, str]) -> Placed:
        with opened(self.output, self.cache, swap=self.swap) as tree:
            return commit(tree, site)

    def current(self) -> dict[str, str]:
        """What the next build will find to be right."""
        with opened(self.output, self.cache, swap=self.swap) as tree:
            return dict(tree.current)

    def site(self) -> dict[str, str]:
        return contents(self.output)

    def beside(self) -> set[str]:
        """What stands where nothing should."""
        return {path.name for folder in (self.folder, self.output.parent) for path in folder.iterdir()} - {"output", "cache"}


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path | None]:
    """A folder on another file system than `tmp_path`, where the machine has one."""
    memory = Path("/dev/shm")  # noqa: S108  a file system of its own on every Linux
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        yield None
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """One where the output folder may be swapped."""
    return Desk(tmp_path)


@pytest.fixture(params=["swap", "in place"])
def any_desk(tmp_path: Path, request: pytest.FixtureRequest) -> Desk:
    """What is tested with it holds for both ways of placing."""
    return Desk(tmp_path, swap=request.param == "swap")
