"""What an author's HTML may not have: inline style, which the site's policy forbids, and scripts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .html_text import Tag, tags_of
from .model import Finding
from .source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

STYLE_RULE = "html-style"
SCRIPT_RULE = "html-script"
_SUSPECTS = tuple(re.compile(pattern) for pattern in (r"<style\b", r"<script\b", r"style\s*=", r"on[a-z]+\s*=", "javascript:"))
"""For texts in lower case; one by one they are ten times as fast as together, since each begins with plain letters."""

_STYLE_FIX = "Take it out; style by a class, such as {: .decorative }, or in custom/style.css"
_SCRIPT_FIX = "Take it out; no page of this site runs scripts"


@dataclass(frozen=True, slots=True)
class _Offence:
    rule: str
    what: str
    needles: tuple[str, ...]


def html_findings(html: str, path: str) -> list[Finding]:
    """The offences in `html`, which was made from the file `path`, each with its line there.

    Code is text in `html`, so it never offends. Style that cannot be found in the file is not the author's (a highlighter's, say).
    """
    lower = html.lower()
    if not any(suspect.search(lower) for suspect in _SUSPECTS):
        return []
    offences = [offence for tag in tags_of(html) for offence in _offences(tag)]
    source = Source.read(path) if offences else Source("")
    seen: Counter[tuple[str, ...]] = Counter()
    findings = []
    for offence in offences:
        line = source.line_of(offence.needles, seen[offence.needles])
        seen[offence.needles] += 1
        is_script = offence.rule == SCRIPT_RULE
        if line or is_script:
            fix = _SCRIPT_FIX if is_script else _STYLE_FIX
            findings.append(Finding(path, line or source.first_line_of_text, offence.rule, offence.what, fix, is_unsafe=is_script))
    return findings


def _offences(tag: Tag) -> Iterator[_Offence]:
    if tag.name == "style":
        yield _Offence(STYLE_RULE, "a <style> element", (tag.text, "<style"))
    if tag.name == "script":
        yield _Offence(SCRIPT_RULE, "a <script> element", (tag.text, "<script"))
    for name, value in tag.attributes:
        if name == "style":
            yield _Offence(STYLE_RULE, f'style="{value or ""}" on <{tag.name}>', (tag.text, f'style="{value}"', "style="))
        elif name.startswith("on"):
            yield _Offence(SCRIPT_RULE, f"the script attribute {name} on <{tag.name}>", (tag.text, f"{name}="))
        elif "".join((value or "").split()).lower().startswith("javascript:"):
            yield _Offence(SCRIPT_RULE, f"a script as {name} of <{tag.name}>", (tag.text, value or "", "javascript:"))
