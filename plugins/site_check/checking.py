"""One check from start to end: every rule over every file, what a build reported, and what was silenced."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .config import CheckConfig, check_config
from .feeds.site import contents, feed_site
from .finished import OUTPUT, FinishedFile
from .model import Finding, Severity, Subject
from .origins import Origins, origin_in
from .pages import OutputFile, Page
from .report import Report
from .rules import BUILD, RULES, UNUSED
from .silence import Silence
from .texts import SUFFIXES, SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from .feeds.model import Feed
    from .feeds.site import EntryContent, FeedSite
    from .model import Hit, Record, Rule
    from .origins import Origin

__all__ = ["Subject", "check"]

SOURCES = ("custom", "theme/templates")
"""Folders besides the content that may have made what is in a page."""

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


@dataclass(frozen=True, slots=True)
class _Found:
    """A place in the finished site: `key` is counted once, `what` is what is counted."""

    path: str
    line: int
    key: str
    what: str


@dataclass(slots=True)
class _Run:
    subject: Subject
    config: CheckConfig
    findings: dict[Finding, list[_Found]] = field(default_factory=dict)
    """Each once, with the places in the finished site where it was found."""
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
            silence = self.silences[text.path] = Silence.of(text.text)
            for rule, hit in _hits(text, self.config):
                self.add(_finding(rule, hit, (text.path, hit.line)), _Place(text.path, hit.line, hit.last_line, silence))

    def over_output(self) -> None:
        texts = tuple(self.texts())
        origins = Origins(texts)
        feeds: list[Feed] = []
        places: list[str] = []
        for file in sorted(file for file in self.subject.output.rglob("*") if file.is_file()):
            finished = FinishedFile.read(file, self.subject.output)
            places.append(finished.place)
            for material in finished.materials:
                for rule, hit in _hits(material, self.config):
                    self.add_from_output(rule, hit, _Place(finished.path, hit.line, hit.last_line, finished.silence), origins)
            if finished.feed:
                feeds.append(finished.feed)
                self.silences[finished.path] = finished.silence
        self.over_feeds(feed_site(feeds, places, texts, self.config), texts, origins)

    def over_feeds(self, site: FeedSite, texts: tuple[SourceText, ...], origins: Origins) -> None:
        for content in contents(site, texts, self.config):
            for rule, hit in _hits(content, self.config):
                self.add_from_entry(rule, hit, content, origins)
        for rule, hit in _hits(site, self.config):
            self.add_at(rule, hit, hit.path, _Found(hit.path, hit.line, hit.path, "feed"))

    def add_from_output(self, rule: Rule, hit: Hit, place: _Place, origins: Origins) -> None:
        """Told at the author's line, if there is one, and once for all pages that it is on."""
        origin = origins.of(hit.needle, place.path)
        if origin is None:
            what = _UNITS.get(rule.reads, "feed")
            self.add(_finding(rule, hit, ("", 0)), place, on=_Found(place.path, place.line, place.path, what))
        else:
            self.add_at_origin(rule, hit, origin)

    def add_from_entry(self, rule: Rule, hit: Hit, content: EntryContent, origins: Origins) -> None:
        """Told at the line of the article that the entry was made of; what its author did not write, once for all entries."""
        article = content.article
        origin = origin_in(article.text, hit.needle) if article else origins.of(hit.needle, content.key)
        if origin:
            self.add_at_origin(rule, hit, origin)
        elif article and Silence.of(article.text.text).covers(rule.id, 0):
            self.silenced.add((rule.id, article.text.path, 0))
        else:
            self.add_at(rule, hit, hit.path or content.path, _Found(content.path, hit.line, content.key, "entry"))

    def add_at_origin(self, rule: Rule, hit: Hit, origin: Origin) -> None:
        where = _Place(origin.text.path, origin.line, 0, Silence.of(origin.text.text))
        self.add(_finding(rule, hit, (where.path, where.line)), where)

    def add_at(self, rule: Rule, hit: Hit, path: str, on: _Found) -> None:
        """At a line of any file that has been read: once for all files of the finished site that have it."""
        place = _Place(path, hit.line, hit.last_line, self.silences.get(path, Silence(frozenset())))
        is_finished = path.startswith(f"{OUTPUT}/")
        self.add(_finding(rule, hit, ("", 0) if is_finished else (path, hit.line)), place, on=on if is_finished else None)

    def add(self, finding: Finding, place: _Place, *, on: _Found | None = None) -> None:
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


def _placed(finding: Finding, places: list[_Found]) -> Finding:
    """A finding that is only in the output gets the first place that it is at, and the number of the others."""
    if not places:
        return finding
    others, what = len({place.key for place in places}) - 1, places[0].what
    number = f"{others} more {what if others == 1 else _PLURALS[what]}"
    message = f"{finding.message} It is {'on' if what == 'page' else 'in'} {number}." if others else finding.message
    return Finding(finding.rule, finding.severity, places[0].path, places[0].line, message, finding.fix)


_UNITS = {Page: "page", OutputFile: "file"}
_PLURALS = {"page": "pages", "file": "files", "feed": "feeds", "entry": "entries"}
