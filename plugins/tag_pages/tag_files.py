"""The files of tags, `content/tags/SLUG.md`, read and judged line by line before Pelican sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from fnmatch import fnmatch
from typing import TYPE_CHECKING

from .front_matter import FrontMatter, parse
from .model import Finding, Named, Place, TagFile
from .names import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .config import TagPagesConfig

FIELDS = ("title", "summary", "aliases", "pinned", "image", "cta", "ask", "status", "redirect_from")
HIDDEN = "hidden"


def read_tag_files(config: TagPagesConfig, slug_of: Callable[[str], str]) -> tuple[tuple[TagFile, ...], list[Finding]]:
    """All tag files by name, without those that are of no use, and what is wrong with any of them."""
    files, findings = [], []
    for path in _paths(config):
        reading = _Reading(str(path), parse(path.read_bytes()), slug_of)
        file = reading.tag_file(path)
        files += [file] if file.slug else []
        findings += reading.findings
    return tuple(files), findings


def _paths(config: TagPagesConfig) -> list[Path]:
    patterns = (".*", *config.ignored)
    found = (path for path in sorted(config.folder.glob("*.md")) if not any(fnmatch(path.name, pattern) for pattern in patterns))
    return [path for path in found if path.is_file()]


@dataclass(slots=True)
class _Reading:
    """One file while it is read; `findings` grows."""

    path: str
    front: FrontMatter
    slug_of: Callable[[str], str]
    findings: list[Finding] = field(default_factory=list)

    def tag_file(self, path: Path) -> TagFile:
        self._check_form()
        return TagFile(
            path=self.path,
            slug=self._slug(path),
            name=self._title(path),
            title_line=self.front.line("title"),
            aliases=self._aliases(),
            pinned=self._names("pinned"),
            summary=self._text("summary"),
            image=self._text("image").removeprefix("{static}").lstrip("/"),
            image_line=self.front.line("image"),
            cta=self._text("cta"),
            ask=self._text("ask"),
            redirect_from=tuple(part.text for part in self.front.parts("redirect_from")),
            is_hidden=self._is_hidden(),
            has_introduction=bool(self.front.body.strip()),
            is_readable=not self.front.utf8_error_line,
        )

    def _check_form(self) -> None:
        if self.front.utf8_error_line:
            self._note(self.front.utf8_error_line, "tag-encoding", "the file is not UTF-8", "Save it with the encoding UTF-8")
        if self.front.is_yaml:
            fix = "Write them without ---, a name, a colon and a text on each line"
            self._note(1, "tag-yaml", "the fields are in YAML, which is not read in the file of a tag", fix)
        for name in self.front.fields:
            if name not in FIELDS:
                near = get_close_matches(name, FIELDS, n=1)
                fix = f"Did you mean {near[0].capitalize()}?" if near else f"Use {', '.join(word.capitalize() for word in FIELDS)}"
                self._note(self.front.line(name), "tag-field", f"unknown field {name.capitalize()}", fix)

    def _slug(self, path: Path) -> str:
        """The file's name, which is the tag's address."""
        slug = self.slug_of(path.stem)
        if not slug:
            self._note(1, "tag-file-name", f"no address can be made of '{path.name}'", "Give the file a name of letters and digits")
        elif slug != path.stem:
            self._note(1, "tag-file-name", f"the address made of '{path.name}' is '{slug}'", f"Rename the file to {slug}.md")
        return slug

    def _title(self, path: Path) -> str:
        title = self._text("title")
        if not title:
            fix = "Begin the file with a line such as 'Title: Trust', the name as articles write it"
            self._note(1, "tag-title", "the tag has no name", fix)
        return title or shown(path.stem)

    def _aliases(self) -> tuple[Named, ...]:
        aliases = self._names("aliases")
        for alias in aliases:
            if not self.slug_of(alias.name):
                fix = "Take it out, or write it with letters or digits"
                self._note(alias.line, "tag-alias", f"no address can be made of the alias '{alias.name}'", fix)
        return aliases

    def _is_hidden(self) -> bool:
        status = self._text("status").lower()
        if status not in {"", "published", HIDDEN}:
            fix = "Write 'Status: hidden', or take the line out"
            self._note(self.front.line("status"), "tag-status", f"a tag's Status is not '{status}'", fix)
        return status == HIDDEN

    def _names(self, name: str) -> tuple[Named, ...]:
        return tuple(Named(shown(part.text), part.line) for part in self.front.parts(name))

    def _text(self, name: str) -> str:
        return shown(self.front.text(name))

    def _note(self, line: int, rule: str, what: str, fix: str) -> None:
        self.findings.append(Finding(Place(self.path, line), rule, what, fix))
