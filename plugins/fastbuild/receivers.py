"""Who listens to Pelican while it writes. Who is not listed here may expect every page to be written, in Pelican's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

if TYPE_CHECKING:
    from collections.abc import Iterator

WHILE_WRITING = (
    "content_written",
    "article_generator_write_article",
    "page_generator_write_page",
    "article_writer_finalized",
    "page_writer_finalized",
)
OF_FEEDS = ("feed_generated", "feed_written")
KNOWN = frozenset(["contact_cta", "reading_aids", "site_feeds", "site_files", "tag_pages", "theme_assets", "fastbuild", "pelican"])
"""First parts of modules. Their receivers look at what they are given alone. `FASTBUILD_SAFE_RECEIVERS` names others."""


def unlisted(names: tuple[str, ...], listed: frozenset[str]) -> list[str]:
    """Modules and names of receivers of these signals that are not of a listed module."""
    return sorted(
        {_name_of(receiver) for name in names for receiver in _receivers(name) if _module_of(receiver).partition(".")[0] not in listed}
    )


def _receivers(name: str) -> Iterator[Any]:
    signal = getattr(signals, name)
    yield from signal.receivers_for(None) if signal.receivers else ()


def _module_of(receiver: Any) -> str:
    owner = getattr(receiver, "__self__", None)
    return str(getattr(receiver, "__module__", None) or type(owner or receiver).__module__)


def _name_of(receiver: Any) -> str:
    return f"{_module_of(receiver)}.{getattr(receiver, '__qualname__', type(receiver).__qualname__)}"
