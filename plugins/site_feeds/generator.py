"""Pelican's part: what feeds there will be is said before the first page is written, the feeds are written behind the pages."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from pelican.generators import Generator

from . import opml
from .closed import closed_feeds
from .config import CONFIG_KEY, FeedsConfig
from .entries import EntryMaker
from .model import Channel, Entry, Person
from .offers import offer
from .plan import SERIALIZERS, Part, channel_of, copies, document, groups, opml_path, outputs, parts
from .problems import problems_of, report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pelican.contents import Article
    from pelican.writers import Writer


class TextOutput:
    """Text in the shape of a template, since Pelican's writer asks nothing else of one."""

    def __init__(self, text: str) -> None:
        self._text = text

    def render(self, _context: Any) -> str:
        return self._text


class FeedOutput:
    """A file of a feed in the shape of a template: its text is made when it is asked for.

    `made_of` tells a writer that wants to know what the text depends on, besides settings and code.
    """

    def __init__(self, part: Part, channel: Channel, entries: MadeEntries, config: FeedsConfig) -> None:
        self._part, self._channel, self._entries, self._config = part, channel, entries, config

    @property
    def made_of(self) -> tuple[Any, ...]:
        return self._part, self._channel

    def render(self, _context: Any) -> str:
        made = document(self._part, self._channel, self._entries, self._config)
        text: str = SERIALIZERS[made.format].document(made)
        return text


class FeedsGenerator(Generator):
    """Writes all feeds through whatever writer is installed."""

    def generate_context(self) -> None:
        """Plan the feeds, offer them to templates, and say what is wrong with articles' Ids."""
        config, context = self._config, self.context
        others = with_translations((*context.get("drafts", ()), *context.get("hidden_articles", ())))
        report(problems_of(with_translations(context["articles"]), others, config), is_strict=config.strict)
        self._groups = groups(context, with_translations(context["articles"]), config)
        offer(self._groups, context, config)
        planned = context.setdefault("planned_outputs", {})
        planned.update(outputs(self._groups, config))
        planned.update(dict.fromkeys(self._closed, "a closed feed"))

    def generate_output(self, writer: Writer) -> None:
        for path, output in self.files(MadeEntries(self.maker())):
            writer.write_file(path, output, self.context)

    def files(self, entries: MadeEntries) -> Iterator[tuple[str, FeedOutput | TextOutput]]:
        """Path of every file and what renders it, one after the other; nothing without an article."""
        config, author = self._config, self._site_author()
        for group in self._groups:
            channel = channel_of(group, author, config)
            for part in parts(group, config):
                output = FeedOutput(part, channel, entries, config)
                yield from ((path, output) for path in (part.path, *copies(group, part)))
        feeds = [links[0] for group in self._groups if group.is_listed and (links := group.links(config))]
        yield from [(opml_path(config), TextOutput(opml.document(config.site_name, feeds, config.url)))] if feeds else []
        for path, text in closed_feeds(config, author, self._write_url()) if self._closed else ():
            yield path, TextOutput(text)

    def maker(self) -> EntryMaker:
        """The templates are given the article, and its text as `content`."""
        html, text = self.env.get_template("feeds/item.html"), self.env.get_template("feeds/item.txt")
        context = dict(self.context)
        return EntryMaker(
            self._config,
            lambda article, content: html.render(context, article=article, content=Markup(content)),  # noqa: S704  (it is HTML, and plain)
            lambda article, content: text.render(context, article=article, content=Markup(content)),  # noqa: S704  (nothing to escape)
        )

    @property
    def _closed(self) -> tuple[str, ...]:
        return self._config.closed if self._config.public_url else ()

    def _write_url(self) -> str:
        """Where one writes to the site: the place that its own invitation names, if a plugin has put one there."""
        return str(getattr(self.context.get("site_cta"), "page_url", "") or self._config.url(""))

    def _site_author(self) -> Person:
        """Who answers for the feed: the site, and the address of the site's own contact card, if a plugin has put one there."""
        card = self.context.get("site_card")
        return Person(self._config.site_name, self._config.url(""), getattr(card, "email", "") or "")

    @property
    def _config(self) -> FeedsConfig:
        config: FeedsConfig = self.settings[CONFIG_KEY]
        return config


class MadeEntries:
    """Entries and what formats make of them, each made once, when it is first asked for, whatever the number of feeds."""

    def __init__(self, maker: EntryMaker) -> None:
        self._maker = maker
        self._made: dict[int, Entry] = {}
        self._texts: dict[tuple[str, bool, int], str] = {}

    def entry(self, article: Article) -> Entry:
        if id(article) not in self._made:
            self._made[id(article)] = self._maker.entry(article)
        return self._made[id(article)]

    def text(self, article: Article, name: str, *, is_archive: bool) -> str:
        """Archives go without the plain text, which would nearly double them: who reads that far back reads HTML."""
        key = (name, is_archive, id(article))
        if key not in self._texts:
            entry = self.entry(article)
            entry = self._maker.with_text(article, entry) if name == "json" and not is_archive else entry
            self._texts[key] = SERIALIZERS[name].entry(entry)
        return self._texts[key]


def with_translations(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles, each with its translations behind it."""
    return tuple(chain.from_iterable((article, *article.translations) for article in articles))
