"""The quick way of a session: texts have changed, and nothing else of their articles. Then only the pages that show them are made anew.

It is taken where nobody but Pelican has made anything of the texts: no plugin that is not listed here may listen before pages are written.
Everything else, and every doubt, is a build of the whole site, which leaves alone what is current.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pelican import contents
from pelican.plugins import signals

from . import receivers
from .contents.classes import Settled
from .contents.shelf import without_text
from .diagnostics.known_links import Sound
from .facts.telling import name_of
from .reading.log_records import recording

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from pelican.contents import Content

    from .contents.reading import Library
    from .contents.shelf import Kept
    from .engine import Pelican
    from .work import Work

BLIND = frozenset(["theme_assets", "fastbuild", "pelican"])
"""Modules whose receivers make nothing of a text. (reading_aids counts its words, site_feeds writes entries of it.)"""
FILES = ("{static}", "|static|", "{attach}", "|attach|")
"""Links to files, which are copied for the sake of the text."""
BEFORE_WRITING = (
    *("initialized", "get_generators", "all_generators_finalized", "content_object_init", "readers_init", "get_writer", "finalized"),
    *("generator_init", "article_generator_init", "page_generator_init", "static_generator_init"),
    *("article_generator_preread", "article_generator_context", "article_generator_pretaxonomy", "article_generator_finalized"),
    *("page_generator_preread", "page_generator_context", "page_generator_finalized", "feed_generated", "feed_written"),
    *receivers.WHILE_WRITING,
)


@dataclass(frozen=True, slots=True)
class Edit:
    """A content of the site, the same as it is now, and what the shelf has of it."""

    old: Content
    new: Content
    name: tuple[str, str]
    kept: Kept


def apply(changed: Collection[Path], site: Pelican, last: Work, work: Work) -> bool:
    """Make the pages that show these texts anew, into `work`; False, and nothing done, if more than texts has changed.

    `last` is the work of the build before, whose contents and jobs `site` still has.
    """
    if site.desk is None or last.library is None or last.remembered is None or receivers.unlisted(BEFORE_WRITING, BLIND):
        return False
    before, edits = dict(last.library.shelf.kept), []
    for path in changed:
        edit = _edit(path, site, last.library, before)
        if edit is None:
            last.library.shelf.kept = before
            return False
        edits.append(edit)
    for edit in edits:
        edit.old._content = edit.new._content  # noqa: SLF001
        _forget_text(edit.old)
    _render(edits, site, last, work)
    return True


def _render(edits: Sequence[Edit], site: Pelican, last: Work, work: Work) -> None:
    site.work, work.library, work.until = work, last.library, last.until
    statics = last.remembered.statics if last.remembered else {}
    Settled.urls, Settled.places = {}, {}
    try:
        if site.desk:
            site.desk.render_again({("body", *name_of(edit.old)) for edit in edits}, work.current)
        site.hand_over()
    finally:
        Settled.urls = Settled.places = None
    work.keep |= {name: made.digest for name, made in statics.items()}
    if work.remembered:  # whether the links of the new texts are right is found out by the next build of the whole site
        known = work.remembered.sound
        work.remembered.sound = Sound(known.surroundings, known.texts - {str(edit.old.source_path) for edit in edits})


def _edit(path: Path, site: Pelican, library: Library, before: Mapping[tuple[str, str], Kept]) -> Edit | None:
    """None if anything but the text is another, or if there is anything to be told of it."""
    context: Any = site.generators[0].context
    old = context["generated_content"].get(os.path.relpath(path, site.path))
    if old is None or not path.is_file():
        return None
    kind = type(old).__name__
    generator: Any = next((one for one in site.generators if type(one).__name__ == f"{kind}sGenerator"), None)
    name = next((name for name in before if name[0] == kind and os.path.normpath(name[1]) == os.path.relpath(path, site.path)), None)
    if generator is None or name is None or before[name].logged or before[name].findings:
        return None
    with recording():  # if anything is to be told, the build of the whole site tells it
        new, kept = library.read_alone(generator, name[1], type(old), _told(kind))
    if new is None or kept is None or kept.logged or kept.findings:
        return None
    if any(word in text for text in (old._content, new._content) for word in FILES):  # noqa: SLF001
        return None
    if without_text(kept, site.settings) != without_text(before[name], site.settings):
        return None
    return Edit(old, new, name, kept)


def _told(kind: str) -> tuple[Any, Any]:
    """The signals before and after one content is read."""
    return getattr(signals, f"{kind.lower()}_generator_preread"), getattr(signals, f"{kind.lower()}_generator_context")


def _forget_text(content: Content) -> None:
    """Pelican keeps the text with its links followed, and the summary made of it."""
    for method in ("get_content", "get_summary"):
        known = contents.Content.__dict__[method].cache
        for key in [key for key in known if key[0] is content]:
            del known[key]
