"""Footnotes of many plugins become one: a number in the text, `<sup data-footnote="1">`, and its note at the end of the tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import NavigableString

from ..model import Action, Note
from .canonical import new
from .elements import attribute, classes_of, living

if TYPE_CHECKING:
    from bs4 import Tag

_LABEL = re.compile(r"[\[(]?\s*(?:\d{1,3}|[*†‡§¹²³⁴-⁹]+|[ivx]{1,4})\s*[\])]?")
_BACK = re.compile(r"[\s↩↵⤴↑^︎️⏎«\[\]←]*|(?:↩\s*)?(?:back|return|zurück|retour|volver|voltar)", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"^\s*[\[(]?(?:\d{1,3}|[*†‡§¹²³⁴-⁹]+)[\])]?[.:]?\s+")
_HEADINGS = frozenset(
    {
        *("footnotes", "footnote", "notes", "endnotes", "references", "fußnoten", "fussnoten", "anmerkungen", "einzelnachweise"),
        *("notes de bas de page", "notas", "notas al pie", "notas de rodapé", "note"),
    }
)
_IN_TEXT = re.compile(r"\[\^([\w-]{1,20})\](:?)")
_DOUBLE_BRACKETS = re.compile(r"(?<=[\w.,;:!?”’\")])\s?\(\((?=[^()]*[^\W\d_]{2,}[^()]*\s)([^()]{3,2000})\)\)")


def collect_footnotes(tree: Tag) -> list[Note]:
    """Change the tree in place; returns numbers whose note is nowhere, and notes that may be none."""
    told = _notes_in_double_brackets(tree)
    notes = new("div", **{"data-footnotes": ""})
    _linked(tree, notes)
    _markdown(tree, notes)
    _in_place(tree, notes)
    if notes.contents:
        _renumber(tree, notes)
        tree.append(notes)
    return [*told, *_without_note(tree)]


def _add(notes: Tag, reference: Tag, content: list[object]) -> None:
    """Put a note's content to the others, and its number, by which `_renumber` finds both, where it is referred to."""
    key = str(len(notes.contents) + 1)
    note = new("div", **{"data-footnote": key})
    note.extend(content)  # type: ignore[arg-type]
    notes.append(note)
    reference.replace_with(new("sup", **{"data-footnote": key}))


def _linked(tree: Tag, notes: Tag) -> None:
    """A number that leads to an item from which a link leads back, whatever the classes are called."""
    places = {attribute(tag, key): tag for tag in tree.find_all(name=lambda _: True) for key in ("name", "id") if attribute(tag, key)}
    order = {id(tag): number for number, tag in enumerate(tree.find_all(name=lambda _: True))}
    for link in living(tree.find_all("a", href=re.compile("^#."))):
        if link.decomposed:
            continue
        target = places.get(attribute(link, "href")[1:])
        if link.parent is None or target is None or not _LABEL.fullmatch(link.get_text().strip()):
            continue
        item = target if target.name in ("li", "p", "dd") else target.find_parent(["li", "p", "dd"]) or target
        if item.parent is None or order.get(id(item), -1) <= order.get(id(link), 0) or not _leads_back(item, link):
            continue
        _take(item, _outermost(link), notes)


def _leads_back(item: Tag, link: Tag) -> bool:
    """Whether the item has a link to the number or what is around it, or says by its class that it is a note."""
    around = {attribute(tag, key) for tag in (link, *link.parents, *link.find_all(name=lambda _: True)) for key in ("id", "name")} - {""}
    before = link.find_previous(id=True)
    around |= {attribute(before, "id")} if before is not None else set()
    if any(attribute(back, "href")[1:] in around for back in item.find_all("a", href=re.compile("^#."))):
        return True
    return any("footnote" in name for tag in (item, *item.parents) for name in classes_of(tag))


def _outermost(link: Tag) -> Tag:
    """The link with the elements that hold nothing else."""
    tag, words = link, link.get_text(strip=True)
    while tag.parent is not None and tag.parent.name in ("sup", "span", "small") and tag.parent.get_text(strip=True) == words:
        tag = tag.parent
    return tag


def _take(item: Tag, reference: Tag, notes: Tag) -> None:
    for back in item.find_all("a", href=re.compile("^#.")):
        if _BACK.fullmatch(back.get_text().strip()) or _LABEL.fullmatch(back.get_text().strip()):
            back.decompose()
    if item.name != "li":
        first = item.find(string=lambda text: bool(text and text.strip()))
        if isinstance(first, NavigableString):
            first.replace_with(_OWN_NUMBER.sub("", first.lstrip(". ")))
    parent = item.parent
    _add(notes, reference, list(item.contents))
    item.decompose()
    is_list = parent is not None and parent.name in ("ol", "ul", "dl", "div", "section")
    if parent is not None and is_list and not parent.get_text(strip=True) and not parent.find("img"):
        _remove_heading_before(parent)
        parent.decompose()


def _remove_heading_before(notes: Tag) -> None:
    """The line and the heading that stood over the notes."""
    for _ in range(2):
        before = notes.find_previous_sibling()
        if before is None or not (before.name == "hr" or before.get_text(strip=True).rstrip(":").lower() in _HEADINGS):
            return
        before.decompose()


def _markdown(tree: Tag, notes: Tag) -> None:
    """`[^1]` in the text, and a paragraph that begins with `[^1]:`."""
    found: dict[str, Tag] = {}
    for paragraph in living(tree.find_all(["p", "div", "li"])):
        first = paragraph.contents[0] if paragraph.contents else None
        if isinstance(first, NavigableString) and (match := _IN_TEXT.match(first.lstrip())) and match[2]:
            first.replace_with(first.lstrip()[match.end() :].lstrip())
            found.setdefault(match[1], paragraph)
    if not found:
        return
    for text in list(tree.find_all(string=_IN_TEXT)):
        for name, reference in _split_at_references(text):
            if name in found:
                paragraph = found.pop(name)
                _add(notes, reference, list(paragraph.contents))
                paragraph.decompose()


def _split_at_references(text: NavigableString) -> list[tuple[str, Tag]]:
    if text.find_parent(["code", "pre"]):
        return []
    parts: list[NavigableString | Tag] = []
    references = []
    at = 0
    for match in _IN_TEXT.finditer(text):
        reference = new("sup")
        reference.string = match[0]
        parts += [NavigableString(text[at : match.start()]), reference]
        references.append((match[1], reference))
        at = match.end()
    text.replace_with(*parts, NavigableString(text[at:]))
    return references


def _notes_in_double_brackets(tree: Tag) -> list[Note]:
    """`word.((A note.))`, which a plugin shows as a number; told, since somebody may have meant the brackets."""
    told: list[Note] = []
    for text in list(tree.find_all(string=_DOUBLE_BRACKETS)):
        if text.find_parent(["code", "pre", "a"]):
            continue
        parts: list[NavigableString | Tag] = []
        at = 0
        for match in _DOUBLE_BRACKETS.finditer(text):
            note = new("sup", **{"data-note": ""})
            note.string = match[1].strip()
            told.append(Note(Action.CHANGED, "markup-footnote", "words in double brackets are a footnote now", match[0].strip()))
            parts += [NavigableString(text[at : match.start()]), note]
            at = match.end()
        text.replace_with(*parts, NavigableString(text[at:]))
    return told


def _in_place(tree: Tag, notes: Tag) -> None:
    """Notes that stand where their number is to be, as shortcodes have them."""
    for note in living(tree.select("sup[data-note]")):
        _add(notes, note, list(note.contents))


def _renumber(tree: Tag, notes: Tag) -> None:
    """Numbers in the order in which the text refers to them."""
    order = [attribute(tag, "data-footnote") for tag in tree.select("sup[data-footnote]")]
    new_keys = {key: str(number) for number, key in enumerate(dict.fromkeys(order), start=1)}
    for tag in [*tree.select("sup[data-footnote]"), *notes.select("[data-footnote]")]:
        tag["data-footnote"] = new_keys.get(attribute(tag, "data-footnote"), attribute(tag, "data-footnote"))
    for note in sorted(notes.find_all(name=lambda _: True, recursive=False), key=lambda tag: int(attribute(tag, "data-footnote"))):
        notes.append(note.extract())


def _without_note(tree: Tag) -> list[Note]:
    """The block editor keeps its notes apart from the text, and an export may have lost them."""
    lost = []
    for number in living(tree.select("sup[data-fn]")):
        what = "a footnote's number is there, its text is not"
        lost.append(Note(Action.DOUBTFUL, "markup-footnote", what, number.get_text(strip=True)))
    return lost
