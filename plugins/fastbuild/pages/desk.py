"""Where all jobs of a build lie: which pages are current, which are rendered, and what the next build will know of them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

from fastbuild.facts.answers import DIGEST_SIZE, is_same
from fastbuild.facts.catalogue import ALL, Catalogue

from .feeds import Feed
from .records import PageRecord
from .rendering import arguments_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from pelican.contents import Content

    from fastbuild.facts.catalogue import Fact

    from .jobs import Job
    from .records import Memory
    from .rendering import Failure, Press, Rendered

    Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Counts:
    """What a build did to its pages."""

    pages: int = 0
    rendered: int = 0


@dataclass(slots=True)
class Desk:
    """One build's. `current` are the files of the output as they are, with digests; `shared` the context of all generators."""

    shared: dict[str, Any]
    memory: Memory
    current: Mapping[str, str]
    press_of: Callable[[Catalogue], Press]
    links: dict[str, set[tuple[str, str]]]
    processes: int = 1
    immediate_feeds: bool = False
    skips: bool = True
    keep: dict[str, str] = field(default_factory=dict)
    """Files that stay as they are, with their digests."""
    digests: dict[str, str] = field(default_factory=dict)
    """Files that this build has made, with their digests."""
    failures: list[Failure] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    _jobs: dict[str, Job] = field(default_factory=dict)
    _pages: dict[str, PageRecord] = field(default_factory=dict)
    _places: dict[Fact, int] = field(default_factory=dict)
    _sets: dict[frozenset[str], int] = field(default_factory=dict)
    _templates: dict[str, str] = field(default_factory=dict)
    _asked: int = 0
    """How many jobs there were when their contents were last asked for."""
    _catalogue: Catalogue = field(init=False)

    def split(self, context: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """The context that all pages share, and what this one has besides: Pelican copies it for pages of a period."""
        if context is self.shared:
            return self.shared, {}
        missing = object()
        return self.shared, {key: value for key, value in context.items() if self.shared.get(key, missing) is not value}

    def add(self, job: Job) -> None:
        self._jobs.pop(job.name, None)  # one that is written over by another
        self._jobs[job.name] = job

    def contents(self) -> list[Content]:
        """The contents that new jobs show, in the order in which Pelican follows their links; each is asked for once."""
        found: list[Any] = []
        jobs, self._asked = islice(self._jobs.values(), self._asked, None), len(self._jobs)
        for job in jobs:
            if isinstance(job.template, Feed):
                found += job.template.elements
            else:
                found += [job.local[name] for name in ("article", "page") if job.local.get(name)]
        return found

    def flush(self, templates: Mapping[str, str], done: Progress | None = None) -> None:
        """Render what is not current. `templates` are digests of all template files, which may differ from those of the last build."""
        self._templates = dict(templates)
        for path in {getattr(job.template, "filename", None) for job in self._jobs.values()}:
            self._template(path or "")
        self._catalogue = Catalogue(self.shared, self.memory.links)
        self._render(self._outdated(), done)

    def render_again(self, changed: Collection[Fact], current: Mapping[str, str]) -> None:
        """After a flush, when nothing has changed since but these facts: the pages that depend on them."""
        self.keep, self.digests, self.failures, self.counts, self.current = {}, {}, [], Counts(), current
        self._catalogue.forget(changed)
        places = {place for place, fact in enumerate(self.memory.facts) if fact in changed or fact == ALL}
        todo = []
        for name, job in self._jobs.items():
            record = self._pages.get(name)
            if record and not job.is_opaque and places.isdisjoint(record.facts) and current.get(name) == record.digest:
                self.keep[name] = record.digest
            else:
                todo.append(job)
        self._render(todo, None)

    def _render(self, outdated: list[Job], done: Progress | None) -> None:
        self.counts.pages = len(self._jobs)
        self.counts.rendered = sum(not job.is_opaque for job in outdated)
        press, count = self.press_of(self._catalogue), count_to(len(outdated), done)
        for todo, processes in (
            ([job for job in outdated if job.is_opaque], 1),
            ([job for job in outdated if not job.is_opaque], self.processes),
        ):
            jobs = [(place, job, self._text_of(job.name)) for place, job in enumerate(todo)]
            for part in press.run(jobs, processes, count) if jobs else ():
                self._take(part, todo, press.stage)

    def _text_of(self, name: str) -> str:
        """The digest of the text that the file in the output was made of; empty if there is none, or nobody knows."""
        record, found = self.memory.pages.get(name), self.current.get(name, "")
        if record and found == record.digest:
            return record.text
        return "" if signals.content_written.receivers else found

    def _outdated(self) -> list[Job]:
        memory, digest = self.memory, self._catalogue.digest
        if not self.skips or not memory.pages:
            return list(self._jobs.values())
        changed = {place for place, fact in enumerate(memory.facts) if digest(fact) != memory.digests[place]}
        if any(digest and not memory.templates.get(name) for name, digest in self._templates.items()):  # it may take the place of any other
            return list(self._jobs.values())
        edited = {name for name, known in memory.templates.items() if not known or self._template(name) != known}
        stale = {place for place, names in enumerate(memory.template_sets) if not edited.isdisjoint(names)}
        todo = []
        for job in self._jobs.values():
            record = memory.pages.get(job.name)
            if record is not None and not job.is_opaque and self._is_current(job, record, changed, stale):
                self._pages[job.name] = record
                self.keep[job.name] = record.digest
            else:
                todo.append(job)
        return todo

    def _is_current(self, job: Job, record: PageRecord, changed: set[int], stale: set[int]) -> bool:
        return (
            self.current.get(job.name) == record.digest
            and record.maker == job.maker
            and record.templates not in stale
            and changed.isdisjoint(record.facts)
            and (not record.local or is_same(arguments_of(job), record.local))
        )

    def _template(self, path: str) -> str:
        """The digest of a template's file; empty if there is none, and then a page that it is part of is made at every build."""
        if path not in self._templates:
            self._templates[path] = digest_of_file(path)
        return self._templates[path]

    def _take(self, part: Rendered, todo: list[Job], stage: Path) -> None:
        places = [self._place(fact) for fact in part.facts]
        self.links.update(part.links)
        for outcome in part.outcomes:
            job = todo[outcome.place]
            if outcome.failure:
                self.failures.append(outcome.failure)
                continue
            digest = self._written(job, outcome.digest, stage) if outcome.is_written else self.current[job.name]
            (self.digests if outcome.is_written else self.keep)[job.name] = digest
            facts = array("I", [places[place] for place in outcome.facts])
            self._pages[job.name] = PageRecord(digest, outcome.digest, job.maker, facts, outcome.local, self._set(outcome.templates))

    def _written(self, job: Job, digest: str, stage: Path) -> str:
        """The digest of the file when plugins have been told of it: they may rewrite it."""
        if not signals.content_written.receivers or isinstance(job.template, Feed):  # Pelican does not tell of feeds
            return digest
        path = stage / job.name
        signals.content_written.send(str(path), context=job.context())
        return digest_of_file(path)

    def _place(self, fact: Fact) -> int:
        if not self._places:
            self._places.update({known: place for place, known in enumerate(self.memory.facts)})
        place = self._places.setdefault(fact, len(self.memory.facts))
        if place == len(self.memory.facts):
            self.memory.facts.append(fact)
            self.memory.digests.append(b"")
        return place

    def _set(self, templates: frozenset[str]) -> int:
        if not self._sets:
            self._sets.update({known: place for place, known in enumerate(self.memory.template_sets)})
        place = self._sets.setdefault(templates, len(self.memory.template_sets))
        if place == len(self.memory.template_sets):
            self.memory.template_sets.append(templates)
        return place

    def remembered(self, key: str) -> Memory:
        """What the next build is to know; to be asked when everything is rendered."""
        memory, catalogue = self.memory, self._catalogue
        memory.key = key
        memory.links.update(self.links)
        catalogue.forget_bodies(self.links)
        memory.digests = [catalogue.digest(fact) for fact in memory.facts]
        for name in set().union(*memory.template_sets):
            self._template(name)
        memory.templates = self._templates
        memory.pages = self._pages
        if len(memory.facts) > 2 * memory.compacted + 100:
            self._places.clear()
            memory.compact(
                {
                    str(content.source_path)
                    for found in ("generated_content", "static_content")
                    for content in self.shared[found].values()
                    if content
                }
            )
        return memory


def count_to(total: int, done: Progress | None) -> Callable[[int], None] | None:
    """Adds up how many pages are done, and tells."""
    if done is None:
        return None
    so_far = 0

    def count(more: int) -> None:
        nonlocal so_far
        so_far += more
        done(so_far, total)

    return count


def digest_of_file(path: str | Path) -> str:
    """Empty if there is none."""
    try:
        return blake2b(Path(path).read_bytes(), digest_size=DIGEST_SIZE).hexdigest()
    except OSError:
        return ""
