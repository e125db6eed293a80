"""Pelican with other generators and another writer: the same site in less time. Entered by PELICAN_CLASS alone.

`run()` is Pelican's own, with its order and its signals. What differs is who reads, which generators there are (of the same names), what
the writer does with a page that is current, and where the output goes.

Settings:

* `FASTBUILD`  parts that are switched off or set, `{"skip": False}`: see `Parts`
* `FASTBUILD_SAFE_RECEIVERS`, `FASTBUILD_PURE`  modules of plugins whose receivers need not see every page (see `receivers`), or whose
  functions in templates look at their arguments alone (see `tracing.callables`)
"""

from __future__ import annotations

import datetime
import shutil
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pelican
from pelican import generators
from pelican.plugins import signals
from pelican.writers import Writer

from . import receivers
from .contents.articles import ArticlesGenerator
from .contents.attaching import attach_in_order
from .contents.classes import Article, Following, LookedUp, Page, Settled
from .contents.pages import PagesGenerator
from .contents.reading import Library
from .contents.shelf import Shelf
from .contents.static import StaticGenerator
from .diagnostics.examining import examine
from .diagnostics.known_links import KnownLinks, Sound
from .diagnostics.rules import for_file, rules_of
from .facts.answers import digest_of
from .facts.telling import told
from .pages.desk import Desk
from .pages.rendering import Press
from .pages.statics import Statics
from .pages.writer import JobWriter
from .reading.store import ReadingStore
from .site_key import site_key
from .template_files import bytecode_cache, template_digests
from .tracing.callables import PURE
from .tracing.environment import traced, watch_functions
from .tracing.trace import Barren
from .work import Clock, Parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from .diagnostics.model import Finding
    from .diagnostics.rules import Rules
    from .work import Work


class Pelican(pelican.Pelican):
    """Give it as `PELICAN_CLASS`, with its work: `functools.partial(Pelican, work=...)`. It may run again, with other work."""

    def __init__(self, settings: dict[str, Any], *, work: Work) -> None:
        self.work = work
        self.parts = Parts(**settings.get("FASTBUILD", {}))
        super().__init__(settings)
        self._pure = PURE | frozenset(settings.get("FASTBUILD_PURE", ()))
        self.listed = receivers.KNOWN | frozenset(settings.get("FASTBUILD_SAFE_RECEIVERS", ()))
        self.key = site_key(self.settings, self.plugins)
        self.generators: list[generators.Generator] = []
        self.desk: Desk | None = None
        self._library: Library | None = None
        self._context: dict[str, Any] = {}

    def run(self) -> None:
        """Pelican's own run, with templates that are traced."""
        self.desk, self._library, self._context = None, None, {}
        self.generators.clear()
        known = self.work.memory.statics if self.work.memory.key == self.key else {}
        self._statics, self._clock = Statics(known, self.work.current), Clock(self.work.seconds, self.work.begun)
        self._clock.ends("starting")
        Following.links = {}
        Barren.values.clear()
        with signals.generator_init.connected_to(self._prepare):
            try:
                super().run()
            finally:
                Settled.urls = Settled.places = None

    def _prepare(self, generator: generators.Generator) -> None:
        """The last receiver of `generator_init`: plugins have put into the environment what they want there."""
        context, environment = generator.context, generator.env
        if not self._context:
            self._context = context
            context.update({name: LookedUp(name) for name in ("generated_content", "static_content")})
        if self._may_skip and traced(environment, self._pure):
            watch_functions(environment, self._pure)
        environment.auto_reload = False
        environment.bytecode_cache = environment.bytecode_cache or bytecode_cache(environment, self.work.cache / "templates")
        self.generators.append(generator)

    @property
    def _may_skip(self) -> bool:
        return self.parts.skip and self.parts.linear and not self.settings["RELATIVE_URLS"]

    def _get_generator_classes(self) -> list[Any]:
        ours: dict[type, Any] = {generators.StaticGenerator: partial(StaticGenerator, engine=self)}
        if self.parts.linear:
            self._library = self._opened_library()
            self.work.links = KnownLinks(self.work.memory.of_key(self.key).sound, self._library.unchanged)
            ours[generators.ArticlesGenerator] = partial(ArticlesGenerator, library=self._library)
            ours[generators.PagesGenerator] = partial(PagesGenerator, library=self._library)
        return [ours.get(found, found) for found in super()._get_generator_classes()]

    def _opened_library(self) -> Library:
        rules: dict[Any, Rules] = {cls: rules_of(self.settings, kind) for cls, kind in ((Article, "article"), (Page, "page"))}
        content = Path(self.path)

        def examined(path: str, cls: type, data: bytes) -> tuple[Finding, ...]:
            return examine(data, for_file(rules[cls], Path(path).relative_to(content).as_posix(), self.settings))

        key = digest_of((self.key, [told(rules[cls]) for cls in rules])).hex()
        shelf = self.work.shelf(key) if self.parts.store else Shelf(key)
        store = ReadingStore(self.work.cache / "readings.sqlite") if self.parts.store else None
        return Library(shelf, store, self.parts.workers, examined, self.listed, progress=self._progress("Texts"))

    def _progress(self, stage: str) -> Callable[[int, int], None] | None:
        return partial(self.work.progress, stage) if self.work.progress else None

    def _get_writer(self) -> Any:
        """Called when all contents are known, and before the first page is made."""
        self._clock.ends("reading")
        writer = super()._get_writer()
        listening = receivers.unlisted(receivers.WHILE_WRITING, self.listed)
        if listening:
            self.work.notes.append(
                f"Every page is made anew, since {', '.join(listening)} may expect to see it. (FASTBUILD_SAFE_RECEIVERS)"
            )
        if type(writer) is not Writer or listening:
            return writer
        Settled.urls, Settled.places = {}, {}
        self._templates = template_digests(generator.env for generator in self.generators)
        self.desk = Desk(
            shared=self._context,
            memory=self.work.memory.of_key(self.key),
            current=self.work.current,
            press_of=self._press,
            links=Following.links,
            processes=self.parts.workers,
            immediate_feeds=bool(receivers.unlisted(receivers.OF_FEEDS, self.listed)),
            skips=self._may_skip,
        )
        return JobWriter(self.output_path, self.settings, self.desk)

    def _press(self, catalogue: Any) -> Press:
        return Press(Path(self.output_path), catalogue, Following.links, self.work.explain, traces=self._may_skip)

    def finish_pages(self) -> None:
        """Render what waits to be rendered; called by the generator of static files, which is the last."""
        self._clock.ends("planning")
        if self.desk is None:
            return
        attach_in_order(self.desk.contents())
        self.desk.flush(self._templates, self._progress("Pages"))
        self.hand_over()

    def hand_over(self) -> None:
        """What the desk has made and kept is the work's."""
        work, desk = self.work, self.desk
        if desk is None:
            return
        work.keep |= desk.keep
        work.digests |= desk.digests
        work.failures += desk.failures
        work.counts = desk.counts
        if self._may_skip:
            work.remembered = desk.remembered(self.key)
        self._clock.ends("pages")

    def is_current(self, source: str, name: str) -> bool:
        """Whether the output has this static file already; if it has, it is kept."""
        if self.desk is None or not self._statics.is_current(source, name):
            return False
        self.work.keep[name] = self._statics.made[name].digest
        return True

    def finish_files(self) -> None:
        """All files are made; where somebody may look at all of them, they are all there."""
        self.work.library = self._library
        waiting = [content.date.timestamp() for content in self._context["generated_content"].values() if _is_waiting(content)]
        self.work.until = min(waiting, default=None)
        if self.work.remembered:
            self.work.remembered.statics = self._statics.made
            self.work.remembered.sound = self.work.links.after if self.work.links else Sound()
        if receivers.unlisted(("finalized",), self.listed):
            for name in self.work.keep:
                target = Path(self.output_path, name)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(self.work.output / name, target)
        self._clock.ends("files")


def _is_waiting(content: Any) -> bool:
    """Whether this is an article of the future, which Pelican makes a draft until its time has come."""
    return (
        getattr(content, "status", "") == "draft"
        and hasattr(content, "date")
        and content.date.year < datetime.MAXYEAR
        and (content.date.timestamp() > time.time())
    )
