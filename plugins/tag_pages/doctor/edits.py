"""Changing one field in the bytes of a file, so that Pelican reads what is meant and nothing else changes.

A list is written in the mildest way that is read back as meant, tried in this order: in its place; with a `;` behind its only member; with
`;` in place of each `,`; one member a line. The first holds every name without `,` and `;`, the last holds every name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..front_matter import Line, Part, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..front_matter import FrontMatter

ORDER = ("title", "summary", "aliases", "pinned", "image", "cta", "ask", "status", "redirect_from")
"""Of the fields of a tag's file; a new one goes behind those that come before it."""

_Edit = tuple[int, int, bytes]  # from, to, what stands there instead


@dataclass(frozen=True, slots=True)
class Member:
    """What is to stand in a list; `part` is the place that it takes, None for a new one at the end."""

    text: str
    part: Part | None = None


def with_list(data: bytes, name: str, members: Sequence[Member]) -> bytes:
    """The file with the list `name` holding these members. Those with a part come in the order of the file, new ones last.

    ValueError if it cannot hold one of them.
    """
    if not members:
        return without_field(data, name)
    if name not in parse(data).fields:
        data = _with_new_field(data, name, "")
    front, wanted = parse(data), [_bare(member.text) for member in members]
    for written in _ways(front, name, members):
        if _bare_parts(written, name) == wanted and _rest(written, name) == _rest(data, name):
            return written
    raise ValueError(f"{wanted} cannot be written as a list")


def with_text(data: bytes, name: str, text: str) -> bytes:
    """The file with this text, of one line, in the field `name`."""
    front = parse(data)
    if name not in front.fields:
        return _with_new_field(data, name, text)
    first, *others = front.fields[name].lines
    blanks = data[first.value : first.stop]
    start = first.value + len(blanks) - len(blanks.lstrip(b" \t"))
    edits = [(start, first.stop, (text if start > first.value else f" {text}").encode()), *_removed(front, others)]
    return _applied(data, edits)


def without_field(data: bytes, name: str) -> bytes:
    front = parse(data)
    return _applied(data, _removed(front, front.fields[name].lines)) if name in front.fields else data


def with_body(data: bytes, body: bytes) -> bytes:
    """The file, which has no text, with this one behind its front matter."""
    front = parse(data)
    head, meant = data[: front.body_start], parse(b"\n" + body).body
    last = max((line for field in front.fields.values() for line in field.lines), key=lambda line: line.number, default=None)
    missing = 0 if not last or last.next < len(head) else 1 if last.stop < last.next else 2
    for more in (b"", front.line_end, front.line_end * 2)[missing:]:
        if parse(head + more + body).body == meant:
            return head + more + body
    raise ValueError("there is no place for the text")


def _ways(front: FrontMatter, name: str, members: Sequence[Member]) -> Iterator[bytes]:
    lines = front.list_lines(name)
    in_place = _in_place(front, name, members, b",")
    yield in_place
    if len(parse(in_place).list_lines(name)) == 1 and (parts := parse(in_place).parts(name)):
        yield _applied(in_place, [(parts[-1].stop, parts[-1].stop, b";")])
    if len(lines) == 1:
        value = slice(lines[0].value, lines[0].stop)
        with_semicolons = front.data[: value.start] + front.data[value].replace(b",", b";") + front.data[value.stop :]
        yield _in_place(parse(with_semicolons), name, members, b";")
    yield _one_a_line(front, lines, members)


def _in_place(front: FrontMatter, name: str, members: Sequence[Member], separator: bytes) -> bytes:
    parts, lines = front.parts(name), front.list_lines(name)
    if not parts:
        text = (separator.decode() + " ").join(member.text for member in members)
        return _applied(front.data, [(lines[0].value, lines[0].stop, f" {text}".encode())])
    if not any(member.part for member in members):
        members = [Member(members[0].text, parts[0]), *members[1:]]
    kept = {member.part: member.text for member in members if member.part}
    edits = [(part.start, part.stop, text.encode()) for part, text in kept.items() if text != part.text]
    added = [member.text.encode() for member in members if not member.part]
    if len(lines) == 1:
        edits += _cut_from_line(parts, kept)
        separator = b";" if b";" in front.data[lines[0].value : lines[0].stop] else separator
        edits += [(parts[-1].stop, parts[-1].stop, separator + b" " + text) for text in added]
    else:
        last = max(lines, key=lambda line: line.number)
        edits += [edit for part in parts if part not in kept for edit in _cut_line(front, lines, part)]
        edits += [(last.stop, last.stop, front.line_end + b"    " + text) for text in added]
    return _applied(front.data, edits)


def _cut_from_line(parts: Sequence[Part], kept: Iterable[Part]) -> Iterator[_Edit]:
    """Each member that goes takes the separator before it along; those before the first that stays, the one behind them."""
    known, has_one_before = set(kept), False
    for index, part in enumerate(parts):
        if part in known:
            has_one_before = True
        elif has_one_before:
            yield (parts[index - 1].stop, part.stop, b"")
        else:
            yield (part.start, parts[index + 1].start, b"")


def _cut_line(front: FrontMatter, lines: Sequence[Line], part: Part) -> Iterable[_Edit]:
    """A line that names the field stays, without its value, if it is the first one or others go on below it."""
    line = next(line for line in lines if line.number == part.line)
    goes_on = any(other.start == line.next and not other.opens for other in lines)
    if line.opens and (line is lines[0] or goes_on):
        return [(line.value, line.stop, b"")]
    return _removed(front, [line])


def _one_a_line(front: FrontMatter, lines: Sequence[Line], members: Iterable[Member]) -> bytes:
    first, *others = lines
    text = b"".join(front.line_end + b"    " + member.text.encode() for member in members)
    return _applied(front.data, [(first.value, first.stop, text), *_removed(front, others)])


def _removed(front: FrontMatter, lines: Iterable[Line]) -> list[_Edit]:
    """Lines with their ends. The last one of a file that ends without takes that of the line above, so that the file goes on to do so."""
    above = {line.next: line.stop for field in front.fields.values() for line in field.lines}
    return [
        (line.start, line.next, b"") if line.next > line.stop else (above.get(line.start, line.start), line.stop, b"") for line in lines
    ]


def _with_new_field(data: bytes, name: str, text: str) -> bytes:
    front = parse(data)
    written, end = f"{name.capitalize()}: {text}".rstrip().encode(), front.line_end
    earlier = ORDER[: ORDER.index(name)] if name in ORDER else ORDER
    above = [line for other in earlier if other in front.fields for line in front.fields[other].lines]
    if above:
        last = max(above, key=lambda line: line.number)
        return _applied(data, [(last.stop, last.stop, end + written)])
    needs_blank = not front.has_fields and front.body_start == front.start and len(data) > front.start
    return _applied(data, [(front.start, front.start, written + end + (end if needs_blank else b""))])


def _applied(data: bytes, edits: Iterable[_Edit]) -> bytes:
    pieces, behind = [], 0
    for start, stop, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [data[behind : max(start, behind)], new]
        behind = max(stop, behind)
    return b"".join([*pieces, data[behind:]])


def _bare(text: str) -> str:
    """A tab is as wide as its place in the line makes it, so the number of blanks within a name does not count."""
    return " ".join(text.split())


def _bare_parts(data: bytes, name: str) -> list[str]:
    return [_bare(part.text) for part in parse(data).parts(name)]


def _rest(data: bytes, name: str) -> tuple[dict[str, list[str]], str]:
    """All that another list must not change."""
    front = parse(data)
    others = {key: [line.text for line in field.lines] for key, field in front.fields.items() if key != name}
    return others, front.body
