"""One check from start to end: every rule over every file, what a build reported, and what was silenced."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .config import CheckConfig, check_config
from .model import Finding, Severity, Subject
from .origins import Origins
from .pages import OutputFile, Page
from .report import Report
from .rules import BUILD, RULES, UNUSED
from .silence import Silence
from .texts import SUFFIXES, SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from .model import Hit, Record, Rule

__all__ = ["Subject", "check"]

SOURCES = ("custom", "theme/templates")
"""Folders besides the content that may have made what is in a page."""

PAGES = frozenset({".html", ".htm", ".xhtml"})
OTHERS = frozenset({".css", ".xml", ".atom", ".rss", ".js", ".mjs"})
OUTPUT = "output"
"""What the finished site's folder is called in messages, wherever it was built."""

_SEVERITIES = {"CRITICAL": Severity.ERROR, "ERROR": Severity.ERROR, "WARNING": Severity.WARNING}
_ORDER = tuple(Severity)


def check(subject: Subject, records: Iterable[Record], settings: Mapping[str, Any]) -> Report:
    """Everything that is wrong with the content, the finished site, and the build that `records` come from.

    `settings` are Pelican's. Raises CheckConfigError if they cannot be used.
    """
    run = _Run(subject, check_config(settings))
    run.over_records(records)
    run.over_sources()
    run.over_output()
    return run.report()


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    line: int
    last_line: int
    silence: Silence


@dataclass(slots=True)
class _Run:
    subject: Subject
    config: CheckConfig
    findings: dict[Finding, list[str]] = field(default_factory=dict)
    """Each once, with the pages that it was found on."""
    silenced: set[tuple[str, str, int]] = field(default_factory=set)
    switched_off: set[str] = field(default_factory=set)
    silences: dict[str, Silence] = field(default_factory=dict)

    def over_records(self, records: Iterable[Record]) -> None:
        for record in records:
            path = shown(record.path, self.subject.root) if record.path else ""
            if record.path and record.path.is_file():
                self.silences[path] = Silence.of(record.path.read_text(encoding="utf-8", errors="replace"))
            place = _Place(path, record.line or 0, 0, self.silences.get(path, Silence(frozenset())))
            message = record.message.removesuffix(record.fix).strip() if record.fix else record.message
            severity = _SEVERITIES.get(record.level, Severity.INFO)
            self.add(Finding(record.rule or BUILD, severity, path, place.line, message, record.fix), place)

    def over_sources(self) -> None:
        for text in self.owners_texts():
            silence = Silence.of(text.text)
            for rule, hit in _hits(text, self.config):
                self.add(_finding(rule, hit, (text.path, hit.line)), _Place(text.path, hit.line, hit.last_line, silence))

    def over_output(self) -> None:
        origins = Origins(tuple(self.texts()))
        for file in sorted(self.subject.output.rglob("*")):
            material = _material(file, self.subject.output)
            if material is not None:
                silence = Silence.of(file.read_text(encoding="utf-8", errors="replace"))
                for rule, hit in _hits(material, self.config):
                    self.add_from_output(rule, hit, _Place(material.path, hit.line, hit.last_line, silence), origins)

    def add_from_output(self, rule: Rule, hit: Hit, place: _Place, origins: Origins) -> None:
        """Told at the author's line, if there is one, and once for all pages that it is on."""
        origin = origins.of(hit.needle, place.path)
        if origin is None:
            self.add(_finding(rule, hit, ("", 0)), place, on=f"{place.path}:{place.line}" if place.line else place.path)
        else:
            where = _Place(origin.text.path, origin.line, 0, Silence.of(origin.text.text))
            self.add(_finding(rule, hit, (where.path, where.line)), where)

    def add(self, finding: Finding, place: _Place, *, on: str = "") -> None:
        if finding.rule in self.config.off or place.silence.covers(finding.rule, place.line, place.last_line):
            self.silenced.add((finding.rule, place.path, place.line))
            self.switched_off |= {finding.rule} & self.config.off
        else:
            self.findings.setdefault(finding, []).extend([on] if on else [])

    def report(self) -> Report:
        found = [*(_placed(finding, pages) for finding, pages in self.findings.items()), *self.unused()]
        found.sort(key=lambda finding: (_ORDER.index(finding.severity), finding.path, finding.line, finding.rule))
        return Report(tuple(found), len(self.silenced))

    def unused(self) -> Iterator[Finding]:
        for rule in sorted(self.config.off - self.switched_off - {UNUSED}):
            message = f"SITE_CHECK_OFF names `{rule}`, and nothing was found that it could silence."
            yield Finding(UNUSED, Severity.INFO, "", 0, message, "Remove it from the list, or mend its spelling.")

    def owners_texts(self) -> Iterator[SourceText]:
        """What the owner wrote: content, `site.toml`, and `custom`."""
        yield from (text for text in self.texts() if not text.path.startswith("theme/"))

    def texts(self) -> Iterator[SourceText]:
        root = self.subject.root
        folders = (self.subject.content, *(root / name for name in SOURCES))
        files = [file for folder in folders for file in sorted(folder.rglob("*")) if file.suffix.lower() in SUFFIXES and file.is_file()]
        for file in [*files, *(file for file in [root / "site.toml"] if file.is_file())]:
            place = file.relative_to(self.subject.content).as_posix() if file.is_relative_to(self.subject.content) else ""
            yield SourceText.read(file, shown(file, root), place=place)


def shown(path: Path, root: Path) -> str:
    """`path` as one would type it in `root`."""
    absolute = path.absolute()
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else str(path)


def _hits(material: object, config: CheckConfig) -> Iterator[tuple[Rule, Hit]]:
    for rule in RULES:
        if isinstance(material, rule.reads):
            for hit in rule.find(material, config):
                yield rule, hit


def _finding(rule: Rule, hit: Hit, place: tuple[str, int]) -> Finding:
    return Finding(rule.id, hit.severity or rule.severity, *place, hit.what, hit.fix)


def _placed(finding: Finding, pages: list[str]) -> Finding:
    """A finding that is only in the output gets the first page that it is on, and the number of the others."""
    if not pages:
        return finding
    path, _, line = pages[0].rpartition(":") if ":" in pages[0] else (pages[0], "", "0")
    others = len({page.rpartition(":")[0] for page in pages}) - 1
    message = f"{finding.message} It is on {others} more {'page' if others == 1 else 'pages'}." if others else finding.message
    return Finding(finding.rule, finding.severity, path, int(line), message, finding.fix)


def _material(file: Path, output: Path) -> Page | OutputFile | None:
    path = f"{OUTPUT}/{file.relative_to(output).as_posix()}"
    if file.suffix.lower() in PAGES and file.is_file():
        return Page.parse(path, file.read_text(encoding="utf-8", errors="replace"))
    if file.suffix.lower() in OTHERS and file.is_file():
        return OutputFile(path, file.read_text(encoding="utf-8", errors="replace"))
    return None
