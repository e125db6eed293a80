"""From an item as the source has it to a post that can be written: repaired, tidied, freed of furniture, linked, in Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bs4 import Tag

from . import markup
from .categories import real
from .contacts import taken
from .encoding import repaired
from .furniture import stripped
from .model import Action, Contacts, Found, Kind, Note, Post

if TYPE_CHECKING:
    from .index import Known
    from .links import Relinker
    from .model import Item

_CLAUSE = re.compile(r"^(.{12,70}?)(?:[.!?:;,–—…]|\s[-–—]\s|$)")
_LONGEST_TITLE = 70


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is the same for all items."""

    relinker: Relinker
    language: str = ""

    def post(self, item: Item, known: Known) -> Post:
        """The post; whatever was not simply kept is among its notes."""
        item, notes = _repaired(item)
        tree, tidying = markup.tidied(item.html, needs_paragraphs=item.needs_paragraphs)
        notes_below = tree.find("div", attrs={"data-footnotes": True}, recursive=False)
        if isinstance(notes_below, Tag):
            notes_below.extract()  # the text ends above them
        tree["lang"] = item.language or self.language
        found, furniture = stripped(tree)
        del tree["lang"]
        item, completed = _completed(item, found)
        contacts, ask, lines = self._contacts(tree, item)
        if isinstance(notes_below, Tag):
            tree.append(notes_below)
        item, titled = _titled(item, tree)
        linking = self.relinker.relink(tree, item, known)
        markdown, converting = markup.to_markdown(tree)
        if not markdown.strip():
            titled.append(Note(Action.DOUBTFUL, "text-empty", "nothing stands in it"))
        titled += [Note(Action.DOUBTFUL, "address-shared", "another text was at this address, and keeps it", path) for path in known.shared]
        every = (*item.notes, *notes, *tidying, *furniture, *completed, *lines, *linking, *converting, *titled)
        return Post(item, markdown, ask, self._cover(item, known), contacts, every)

    def _cover(self, item: Item, known: Known) -> str:
        """The featured image, if its file is there."""
        named = self.relinker.index.media.get(item.cover_number)
        url = item.cover or (named.url if named else "")
        return (self.relinker.media.place_of(url, shown_in=known.path, beside=Path(item.place.file).parent) or "") if url else ""

    def _contacts(self, tree: Tag, item: Item) -> tuple[Contacts, str, tuple[Note, ...]]:
        """A page says how to reach somebody because it wants to."""
        if item.kind is Kind.PAGE:
            return Contacts(), "", ()
        return taken(tree, author=item.author, language=item.language or self.language)


def _repaired(item: Item) -> tuple[Item, tuple[Note, ...]]:
    """Every text with its encoding repaired."""
    html, of_html = repaired(item.html)
    title, of_title = repaired(item.title)
    summary, of_summary = repaired(item.summary)
    author, tags, categories = repaired(item.author)[0], _all_repaired(item.tags), _all_repaired(item.categories)
    item = replace(item, html=html, title=title, summary=summary, author=author, tags=tags, categories=categories)
    return item, (*of_html, *of_title, *of_summary)


def _all_repaired(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(repaired(name)[0] for name in names)


def _completed(item: Item, found: Found) -> tuple[Item, list[Note]]:
    """What the words around the text said, where the source had nothing; and no category that stands for none."""
    fields = ("title", "published", "author", "categories", "tags")
    added = {name: getattr(found, name) for name in fields if getattr(found, name) and not getattr(item, name)}
    notes = [Note(Action.TAKEN, f"found-{name}", f"the {name} stood in the text", str(value)) for name, value in added.items()]
    item = replace(item, **added)
    return replace(item, categories=real(item.categories)), notes


def _titled(item: Item, tree: Tag) -> tuple[Item, list[Note]]:
    if item.title.strip():
        return item, []
    title = proposed_title(" ".join(tree.get_text(" ").split()))
    note = Note(Action.DOUBTFUL, "title-proposed", "the post had no title, so one was made of its first words", title)
    return replace(item, title=title), [note]


def proposed_title(text: str) -> str:
    """The first clause of a text, cut at a word where it is long; `Untitled` where there is no text."""
    clause = _CLAUSE.match(text)
    title = clause[1] if clause else text
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rpartition(" ")[0] or title[:_LONGEST_TITLE]
    return title.strip() or "Untitled"
