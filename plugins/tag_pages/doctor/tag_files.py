"""The file of a tag that has got another name, or has taken others in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..front_matter import parse
from ..names import name_key, shown
from .catalogue import aliases_of
from .edits import Member, with_body, with_list, with_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..front_matter import FrontMatter
    from .model import Source, Tag

_TAKEN_OVER = ("summary", "pinned", "image", "cta", "ask")
_LISTS = ("aliases", "pinned", "redirect_from")
_MOVED = ("title", "aliases", "redirect_from")
"""What nobody loses: a title becomes an alias, lists are joined."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What the file is to hold, empty if none is needed; and what of other files finds no place in it."""

    data: bytes
    notes: tuple[str, ...] = ()


def joined(sources: Sequence[Tag], name: str, slug: str, base: Source | None, slug_of: Callable[[str], str]) -> Joined:
    """The file of the tag `name` at the address `slug`, which begins as `base` and takes `sources` in."""
    data = base.data if base else b""
    if shown(parse(data).text("title")) != name:
        data = with_text(data, "title", name)
    data = _with_aliases(data, sources, (name, slug), slug_of)
    others = [tag.file for tag in sources if tag.file and tag.file is not base]
    data = _with_fields(data, others)
    if not base and not others and not parse(data).parts("aliases"):
        return Joined(b"")  # another spelling of the same name, and every article has it
    return Joined(data, tuple(_lost(parse(data), others)))


def _with_aliases(data: bytes, sources: Iterable[Tag], own: tuple[str, str], slug_of: Callable[[str], str]) -> bytes:
    """Every name and address that the tags had leads here, but those that the tag has of itself (`own`)."""
    name, slug = own

    def leads_elsewhere(alias: str) -> bool:
        return name_key(alias) != name_key(name) or slug_of(alias) not in {slug, ""}

    parts = [part for part in parse(data).parts("aliases") if leads_elsewhere(part.text)]
    known = {(name_key(part.text), slug_of(part.text)) for part in parts}
    members = [Member(part.text, part) for part in parts]
    for alias in _names(sources, name, slug_of):
        mark = (name_key(alias), slug_of(alias))
        if mark not in known and leads_elsewhere(alias) and alias != slug:
            known.add(mark)
            members.append(Member(alias))
    return with_list(data, "aliases", members) if members != [Member(part.text, part) for part in parse(data).parts("aliases")] else data


def _names(sources: Iterable[Tag], name: str, slug_of: Callable[[str], str]) -> Iterator[str]:
    """The names of each tag; the name of its file too if its page was there, and not where its name would have been."""
    for tag in sources:
        if slug_of(tag.name) and (name_key(tag.name) != name_key(name) or tag.slug == slug_of(tag.name)):
            yield tag.name
        if tag.file and tag.file.stem not in {slug_of(tag.name), *map(slug_of, aliases_of(tag.file))}:
            yield tag.file.stem
        yield from tag.aliases


def _with_fields(data: bytes, others: Iterable[Source]) -> bytes:
    """Redirects are joined; what the file lacks comes from the first of the others that has it."""
    for other in others:
        front = other.front
        for field in _TAKEN_OVER:
            if front.text(field) and not parse(data).text(field):
                data = _with_field(data, field, front)
        data = _with_redirects(data, front)
        if front.body.strip() and not parse(data).body.strip():
            data = with_body(data, front.data[front.body_start :])
    return data


def _with_field(data: bytes, field: str, front: FrontMatter) -> bytes:
    if field in _LISTS:
        return with_list(data, field, [Member(part.text) for part in front.parts(field)])
    return with_text(data, field, front.text(field))


def _with_redirects(data: bytes, front: FrontMatter) -> bytes:
    have = [Member(part.text, part) for part in parse(data).parts("redirect_from")]
    known = {member.text for member in have}
    more = [Member(text) for text in dict.fromkeys(part.text for part in front.parts("redirect_from")) if text not in known]
    return with_list(data, "redirect_from", [*have, *more]) if more else data


def _lost(front: FrontMatter, others: Iterable[Source]) -> Iterator[str]:
    for other in others:
        fields = [field for field in other.front.fields if field not in _MOVED and other.front.text(field) != front.text(field)]
        lost = [field.capitalize() for field in fields if other.front.text(field)]
        if (body := other.front.body.strip()) and body != front.body.strip():
            lost.append("the introduction")
        if lost:
            place = f"{other.path}:{other.front.line(fields[0]) if fields else other.front.body_line}"
            told = " and ".join(filter(None, (", ".join(lost[:-1]), lost[-1])))
            yield f"{place}: not kept: {told}; the file that stays has its own. The diff above has it all."
