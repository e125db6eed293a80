r"""Sites with mistakes, as texts: what stands in a file, and below it what is told of it.

    === a name of its own
    Title: A
    Date: 2026-13-01

    Text.
    >>> ERROR 2: Date: there is no month 13. Write it as 2026-03-04 or 2026-03-04 09:30.

A line `@@ path` begins a further file; without one, the case is one article. A name that ends in `(bytes)` has escapes such as `\xff` in
its files. What is told of another file than the case's article, or of none, stands there whole: `>>> ERROR conf.py:3: …`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_PLACED = re.compile(r"(ERROR|WARNING) (\d+): (.*)")


@dataclass(frozen=True)
class Case:
    """Files by path, the main one first, and the lines that are told of them."""

    name: str
    files: dict[str, bytes]
    told: tuple[str, ...]

    def __repr__(self) -> str:
        return self.name

    @property
    def article(self) -> str:
        return next(iter(self.files))

    def write(self, root: Path) -> None:
        for path, content in self.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)


def cases_of(path: Path) -> list[Case]:
    """The cases of one file."""
    _, *texts = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_case(text, path.stem) for text in texts]


def _case(text: str, topic: str) -> Case:
    name, _, rest = text.partition("\n")
    content, *told = re.split(r"^>>> ", rest, flags=re.MULTILINE)
    article = f"content/articles/{topic}-{re.sub(r'[^a-z]+', '-', name.removesuffix(' (bytes)').lower())}.md"
    first, *others = re.split(r"^@@ ", content, flags=re.MULTILINE)
    files = {article: first} if first.strip() or not others else {}
    files |= dict(other.split("\n", 1) for other in others)
    raw = name.endswith("(bytes)")
    main = next(iter(files))
    return Case(name, {file: _bytes(body, raw=raw) for file, body in files.items()}, tuple(_line(line.strip(), main) for line in told))


def _bytes(text: str, *, raw: bool) -> bytes:
    text = text[:-1] if text.endswith("\n\n") else text
    text = "" if text == "\n" else text
    return text.encode("latin-1").decode("unicode_escape").encode("latin-1") if raw else text.encode()


def _line(told: str, main: str) -> str:
    found = _PLACED.fullmatch(told)
    return f"{found[1]} {main}:{found[2]}: {found[3]}" if found else told


def _group(folder: str) -> list[Case]:
    return [case for path in sorted((HERE / folder).glob("*.txt")) for case in cases_of(path)]


TOGETHER = _group("together")
"""Articles of one site with the plugin that reads YAML."""
PLAIN = _group("plain")
"""Articles of one site without plugins."""
APART = _group("apart")
"""Sites of their own."""
