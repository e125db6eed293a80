"""From the bytes of a file to its text: what is not UTF-8, and what was left in a file by accident."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .model import Finding, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE, CONFLICT = "file-encoding", "file-conflict"
SAVE = "Save the file again with the encoding UTF-8."
BOM = "\ufeff"
_BOMS = {b"\xff\xfe\x00\x00": "UTF-32", b"\x00\x00\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_LINE_END = re.compile(rb"\r\n|\n|\r")
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_ONLY_IN_WINDOWS = re.compile(rb"[\x80-\x9f]")


def undecodable(data: bytes) -> Finding | None:
    """Why Pelican cannot read these bytes at all; None if it can."""
    wide = next((name for bom, name in _BOMS.items() if data.startswith(bom)), "")
    if not wide and b"\0" in data[:4]:
        wide = "UTF-32" if data[:4].count(0) > 2 else "UTF-16"
    if wide:
        return error(1, RULE, f"the file is saved as {wide}, not as UTF-8", SAVE)
    try:
        data.decode()
    except UnicodeDecodeError as wrong:
        return _not_utf8(data, wrong)
    return None


def _not_utf8(data: bytes, wrong: UnicodeDecodeError) -> Finding:
    line = len(_LINE_END.findall(data, 0, wrong.start)) + 1
    if wrong.reason == "unexpected end of data":
        return error(line, RULE, "the file breaks off in the middle of a character", "Save it again, or get it again from where it came.")
    name = "Windows-1252" if _ONLY_IN_WINDOWS.search(data) else "Latin-1"
    character = data[wrong.start : wrong.start + 1].decode("cp1252", errors="replace")
    shown = f"'{character}'" if character.isprintable() and character != "\ufffd" else f"byte {data[wrong.start]:#04x}"
    return error(line, RULE, f"{shown} is not UTF-8; the file is probably saved as {name}", SAVE)


def left_overs(text: str) -> Iterator[Finding]:
    """What no author wrote: marks of an encoding in the middle, zero bytes, both sides of a merge. `text` is without its first mark."""
    if BOM in text:
        line = _line_at(text, text.index(BOM))
        what = "an invisible byte order mark stands in the text"
        if text.startswith(BOM):
            what = "two byte order marks begin the file, so that Pelican sees no fields"
        yield (error if line == 1 else warning)(line, RULE, what, f"Delete the line and type it anew, or {SAVE[0].lower()}{SAVE[1:]}")
    if "\0" in text:
        what, fix = "there is a zero byte, which browsers and feed readers refuse", "Delete the line and type it anew."
        yield error(_line_at(text, text.index("\0")), RULE, what, fix)
    if "<<<<<<<" in text or ">>>>>>>" in text:
        yield from _conflict(text)


def _conflict(text: str) -> Iterator[Finding]:
    """Code may show such lines; between its fences they are no conflict."""
    outside = _FENCED.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    if found := _CONFLICT.search(outside):
        what = f"'{found[0][:7]}' is left from a merge of two versions"
        yield error(_line_at(text, found.start()), CONFLICT, what, "Keep one version, and delete the lines with <, = and >.")


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
