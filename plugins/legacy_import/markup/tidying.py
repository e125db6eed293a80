"""A post's HTML without what only its old system understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4.element import PreformattedString

from .autop import with_paragraphs
from .blocks import resolve_blocks
from .breaks import paragraphs_from_breaks
from .embeds import link_lone_addresses, resolve_embeds
from .footnotes import collect_footnotes
from .office_lists import resolve_office_lists
from .parsing import parsed
from .shortcodes import resolved
from .soup import clear_soup, frame_pictures, remove_empty, resolve_rules, set_pictures_apart
from .typed_lists import make_lists

if TYPE_CHECKING:
    from bs4 import Tag

    from ..model import Note


def tidied(html: str, *, needs_paragraphs: bool = False) -> tuple[Tag, tuple[Note, ...]]:
    """The tree with paragraphs, headings, figures and lists as such, and a note on all that was taken out or is doubtful.

    `needs_paragraphs` says that the text is WordPress's own, in which blank lines end paragraphs. Galleries that are known by numbers only
    are left as `<div data-gallery="1,2">`; footnotes as `<sup data-footnote="1">` and, at the end of the tree, `<div data-footnotes>` with
    one `<div data-footnote="1">` each.
    """
    html, notes = resolved(html)
    tree = parsed(with_paragraphs(html) if needs_paragraphs else html)
    found = [*notes, *resolve_blocks(tree), *resolve_embeds(tree)]
    resolve_office_lists(tree)
    for text in tree.find_all(string=lambda text: isinstance(text, PreformattedString)):
        text.extract()
    found += collect_footnotes(tree)
    set_pictures_apart(tree)
    frame_pictures(tree)
    found += clear_soup(tree)
    remove_empty(tree)
    paragraphs_from_breaks(tree)
    resolve_rules(tree)
    make_lists(tree)
    link_lone_addresses(tree)
    return tree, tuple(found)
