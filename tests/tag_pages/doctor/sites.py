"""Sites for the tests of the tag doctor: files as bytes, and what the command says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pelican.utils import get_date
from site_owner.slugs import WINDOWS_NAMES, slug_of
from tag_pages.doctor import Means, tags

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MEANS = Means(slug_of, WINDOWS_NAMES, "tasks.py tags", get_date, datetime(2026, 6, 1, tzinfo=UTC))


@dataclass(frozen=True)
class Site:
    """A project's folder, and what the command says when it is called there."""

    root: Path
    capsys: pytest.CaptureFixture[str]

    def write(self, path: str, content: str | bytes) -> Path:
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def article(self, name: str, tags: str, more: str = "") -> Path:
        """`tags` is what stands behind the colon."""
        return self.write(f"articles/{name}.md", f"Title: {name}\nDate: 2026-01-02\nTags: {tags}\n{more}\nText of {name}.\n")

    def read(self, path: str) -> str:
        return (self.root / "content" / path).read_bytes().decode()

    def tags(self, name: str) -> str:
        """The first line of tags of an article, as it stands there."""
        return next(line.removeprefix("Tags: ") for line in self.read(f"articles/{name}.md").split("\n") if line.startswith("Tags:"))

    def files(self) -> dict[str, bytes]:
        content = self.root / "content"
        return {path.relative_to(content).as_posix(): path.read_bytes() for path in sorted(content.rglob("*")) if path.is_file()}

    def call(self, *change: str, yes: bool = False, as_json: bool = False) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        code = tags(self.root, change, MEANS, yes=yes, as_json=as_json)
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def do(self, *change: str) -> str:
        """A change that succeeds, and what it says."""
        code, out, err = self.call(*change, yes=True)
        assert (code, err) == (0, "")
        return out

    def refused(self, *change: str, code: int = 1) -> str:
        """A change that is refused, whether it is confirmed or not, and why."""
        before = self.files()
        told = [self.call(*change, yes=yes) for yes in (False, True)]
        assert told[0] == told[1]
        assert (told[0][0], told[0][1]) == (code, "")
        assert self.files() == before
        return told[0][2]
