"""Finds file and line for what is reported without them: Pelican's own log records, and exceptions that end a build.

Everything here is a best guess for the reader's convenience; where nothing is found the answer is None.
"""

from __future__ import annotations

import inspect
import re
import sysconfig
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterable

_CODE = re.compile(r"^ *(`{3,}|~{3,})[^\n]*\n.*?^ *\1[^\n]*$|(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)*?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"['\"`]([^'\"`\n]{2,})['\"`]")
STANDARD_LIBRARY = Path(sysconfig.get_paths()["stdlib"])
OURS = Path(__file__).parent


def place_of_record(record: logging.LogRecord, cause: BaseException | None, content: Path) -> tuple[Path | None, int | None]:
    """The source file that a record of Pelican is about, and the line there that holds the word it complains of."""
    path = _file_among(record.args, content) or _content_being_linked(record)
    if path is None:
        return None, None
    words = [str(cause), *QUOTED.findall(str(cause))] if cause else [arg for arg in _arguments(record) if isinstance(arg, str)][:1]
    return path, _first_line_with(path, words)


def _arguments(record: logging.LogRecord) -> tuple[Any, ...]:
    return record.args if isinstance(record.args, tuple) else ()


def _file_among(args: Any, content: Path) -> Path | None:
    for arg in args if isinstance(args, tuple) else ():
        name = getattr(arg, "source_path", arg)
        if isinstance(name, str) and name and "\n" not in name:
            for path in (content / name, Path(name)):
                if _is_file(path):
                    return path
    return None


def _is_file(path: Path) -> bool:
    """A sentence may be longer than a file system's names, and then the question alone is an error."""
    try:
        return path.is_file()
    except OSError:
        return False


def _content_being_linked(record: logging.LogRecord) -> Path | None:
    """A dead link is logged deep inside of Pelican with the link only; the content whose link it is stands in a frame above."""
    if record.funcName != "_link_replacer":
        return None
    frame = inspect.currentframe()
    while frame and frame.f_code.co_name != "_link_replacer":
        frame = frame.f_back
    path = getattr(frame.f_locals.get("self"), "source_path", None) if frame else None
    return Path(path) if path else None


def text_of(path: Path) -> str:
    """A source as it may be searched in: what is no UTF-8 does no harm, and a file that is not there is empty."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""


def without_code(text: str) -> str:
    """The same characters and lines, with blanks where code stands between marks."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def line_outside_code(text: str, needles: Iterable[str], occurrence: int = 0) -> int | None:
    """As `line_of`, but of what stands in code only if it stands nowhere else: between marks, or indented, which may be a list as well."""
    needles = tuple(needles)
    outside = without_code(text)
    at_the_edge = re.sub(r"^( {4}|\t).*", "", outside, flags=re.MULTILINE)
    return next((line for each in (at_the_edge, outside, text) if (line := line_of(each, needles, occurrence))), None)


def line_of(text: str, needles: Iterable[str], occurrence: int = 0) -> int | None:
    """The line in which the first of `needles` that is there stands for the n-th time, or for the last; None if none is there.

    A part of a longer path is not the same.
    """
    for needle in filter(None, needles):
        places = [found.start() for found in re.finditer(rf"(?<![\w/}}.-]){re.escape(needle)}(?![\w/-])", text)]
        if places:
            return text.count("\n", 0, places[min(occurrence, len(places) - 1)]) + 1
    return None


def line_of_field(path: Path, names: Iterable[str], most: int = 60) -> int | None:
    """The line that names the first of these fields, among the first lines of a file; None if none does."""
    lines = [line.partition(":")[0].strip().lower() for line in text_of(path).splitlines()[:most]]
    found = (lines.index(name.lower()) + 1 for name in names if name.lower() in lines)
    return next(found, None)


def shown_path(path: str) -> str:
    """As one would type it here."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path


def line_of_setting(path: Path, name: str, word: str = "") -> int | None:
    """Where a settings file sets `name`, or where below that `word` stands between quotation marks."""
    lines = text_of(path).splitlines()
    pattern = re.compile(rf"\s*(?:[A-Z_, ]+,\s*)?{re.escape(name)}\b(?:\s*,[A-Z_, ]+)?\s*(?::[^=]+)?(?:\[.*\]\s*)?[|+]?=(?!=)")
    found = [number for number, line in enumerate(lines, 1) if pattern.match(line)]
    if not found:
        return None
    quoted = re.compile(rf"['\"]{re.escape(word)}['\"]")
    return next((number for number, line in enumerate(lines, 1) if word and number >= found[-1] and quoted.search(line)), found[-1])


def _first_line_with(path: Path, words: list[str]) -> int | None:
    try:
        lines = path.read_text(encoding="utf-8").casefold().splitlines()
    except (OSError, ValueError):
        return None
    for word in words:
        for number, line in enumerate(lines, start=1):
            if word.casefold() in line:
                return number
    return None


def place_in_source(error: BaseException, *, ends_with: tuple[str, ...]) -> tuple[Path | None, int | None]:
    """Where in the site's own files `error` arose: in a template (Jinja gives its frames the template's lines) or a settings file.

    Frames of libraries are passed over; if the last of the others is no such file, the answer is None: then it is a program's defect.
    """
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        return Path(error.filename), error.lineno
    own = [frame for frame in traceback.extract_tb(error.__traceback__) if not _is_library(frame.filename)]
    if own and own[-1].filename.endswith(ends_with):
        return Path(own[-1].filename), own[-1].lineno
    return None, None


def _is_library(filename: str) -> bool:
    path = Path(filename)
    return filename.startswith("<") or "site-packages" in path.parts or any(folder in path.parents for folder in (STANDARD_LIBRARY, OURS))
