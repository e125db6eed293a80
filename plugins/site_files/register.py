"""Outputs compared with each other, and with what file systems can hold. Pure, but that it reads files to name the line that is to blame.

What is two names on one machine is one on another: Windows and macOS do not tell `Trust` from `trust`, nor macOS a letter with an accent
from a letter and an accent. The site would lose a page there, and whoever builds it elsewhere would never know.
"""

from __future__ import annotations

import posixpath
import unicodedata
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from .deciding import deciding_line
from .file_names import NAMELESS, leaves_the_site, parts_of, trouble_with
from .model import Finding, Output, Source
from .report import at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    LineOf = Callable[[str], tuple[str, int]]

DOUBLE, CASE, FOLDER, OUTSIDE = "output-double", "output-case", "output-folder", "output-outside"


def problems(outputs: Iterable[Output], line_of: LineOf = deciding_line) -> list[Finding]:
    """Everything that is wrong with these files; `line_of` gives the field and the line that decide a source's address."""
    ordered = sorted(dict.fromkeys(outputs), key=lambda output: (output.path, output.source.path, output.source.words))
    inside = [output for output in ordered if not leaves_the_site(output.path)]
    normal = [replace(output, path=posixpath.normpath(output.path)) for output in inside]
    normal.sort(key=lambda output: output.path)
    return [
        *(_outside(output, line_of) for output in ordered if leaves_the_site(output.path)),
        *(_double(first, second, line_of) for first, second in _doubles(normal)),
        *(_name(output, trouble, line_of) for output, trouble in _troubles(inside)),
        *(_alike(one, other, line_of) for one, other in _clashes(normal)),
    ]


def one_name(path: str) -> str:
    """The path as file systems compare it that ignore case and how letters are composed; equal for those that cannot exist together."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def _doubles(outputs: Sequence[Output]) -> Iterator[tuple[Output, Output]]:
    """Each output whose path has been taken, behind the first one that took it."""
    for _, group in groupby(outputs, key=lambda output: output.path):
        first, *others = group
        yield from ((first, other) for other in others if other.source != first.source)


def _troubles(outputs: Sequence[Output]) -> Iterator[tuple[Output, tuple[str, str]]]:
    """Names that some file system does not take, a folder's once and not for each file in it."""
    seen: set[str] = set()
    for output in outputs:
        if posixpath.normpath(output.path) == ".":
            yield output, NAMELESS
            continue
        for path, name, _ in parts_of(output.path):
            if path in seen:
                continue
            seen.add(path)
            if trouble := trouble_with(name):
                yield output, trouble
                break


Part = tuple[str, bool, Output]
"""A path, whether it is a folder, and one of the outputs that need it."""


def _clashes(outputs: Sequence[Output]) -> Iterator[tuple[Part, Part]]:
    """Files and folders that are one for some file system and two here, or a file and a folder; each of them once."""
    known: dict[str, Part] = {}
    told: set[tuple[str, bool]] = set()
    for output in outputs:
        for path, _, is_folder in parts_of(output.path):
            first = known.setdefault(one_name(path), (path, is_folder, output))
            if first[:2] != (path, is_folder):
                if (path, is_folder) not in told:
                    yield first, (path, is_folder, output)
                told.add((path, is_folder))
                break


def _outside(output: Output, line_of: LineOf) -> Finding:
    source, fix = _to_change(output.source, line_of)
    what = f"{source.words} would be written to '{output.path}', which is outside of the site's own folder"
    return Finding(source, OUTSIDE, what, fix, is_unsafe=True)


def _double(first: Output, second: Output, line_of: LineOf) -> Finding:
    if not second.source.path:
        first, second = second, first
    source, fix = _to_change(second.source, line_of)
    what = f"{source.words} and {_named(first.source, line_of)} would both be written to '{first.path}'"
    return Finding(source, DOUBLE, what, f"{fix}, or the other's", is_unsafe=True)


def _name(output: Output, trouble: tuple[str, str], line_of: LineOf) -> Finding:
    source, fix = _to_change(output.source, line_of)
    rule, what = trouble
    return Finding(source, rule, f"{source.words} is written to '{output.path}', but {what}", fix)


def _alike(one: Part, other: Part, line_of: LineOf) -> Finding:
    if not other[2].source.path:
        one, other = other, one
    source, fix = _to_change(other[2].source, line_of)
    kinds = ["folder" if is_folder else "file" for _, is_folder, _ in (other, one)]
    pair = f"{source.words} needs the {kinds[0]} '{other[0]}' and {_named(one[2].source, line_of)} the {kinds[1]} '{one[0]}'"
    if other[0] == one[0]:
        return Finding(source, FOLDER, f"{pair}, but one name cannot be both", fix, is_unsafe=True)
    rule = CASE if kinds[0] == kinds[1] else FOLDER
    return Finding(source, rule, f"{pair}, which are one name on Windows and macOS", fix)


def _to_change(source: Source, line_of: LineOf) -> tuple[Source, str]:
    """The source with the line that decides its address, and what to do there."""
    field, line = line_of(source.path) if source.path else ("", 0)
    if field in {"Save_as", "Slug"}:
        return replace(source, line=line), f"Change its line `{field}`"
    if field:
        return replace(source, line=line), "Change its address with a line `Slug`"
    return source, "Rename the file" if source.path else "Change its name, or the setting that makes an address of it"


def _named(source: Source, line_of: LineOf) -> str:
    """The words for a source, and where its address is decided if a line decides it; of other files the words are the path."""
    _, line = line_of(source.path) if source.path else ("", 0)
    return f"{source.words} ({at(replace(source, line=line))})" if line else source.words
