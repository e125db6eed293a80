"""Kinds of invitations, from one file for each kind and language: `question.md`, `question.de.md`.

The owner's files come first; behind them stand ours, in the folder `ctas` of this plugin. A file without a language is in the site's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .checks import UnfitError
from .front_matter import files_in, read_front_matter
from .model import Kind
from .plain_text import one_line
from .reading import Reading
from .report import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .config import ContactConfig

FIELDS = ("eyebrow", "heading", "button", "subject", "mail_body")
REQUIRED = ("heading", "button", "subject")
PLACES = ("title", "reply_promise")
OURS = Path(__file__).parent / "ctas"
LANGUAGE_OF_OURS = "en"
_NAME = re.compile(r"(?P<kind>[a-z][a-z0-9_-]*)(?:\.(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?")
_PLACE = re.compile(r"\{([^{}]*)\}")
_PLACE_AND_COMMA = re.compile(r"(,?\s*)\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Kinds:
    """All kinds; `owned` and `ours` by name and language (in lower case), the site's own language being empty in `owned`."""

    owned: dict[tuple[str, str], Kind]
    ours: dict[tuple[str, str], Kind]
    language: str
    names: tuple[str, ...]
    _found: dict[tuple[str, str], Kind] = field(default_factory=dict, compare=False, repr=False)

    def find(self, name: str, language: str) -> Kind:
        """The kind `name`, one of `names`, for a text in `language`, a BCP 47 tag.

        The owner's words in that language, else ours in it, else the owner's in the site's, else what there is.
        """
        if (name, language) not in self._found:
            self._found[name, language] = self._best(name, language)
        return self._found[name, language]

    def _best(self, name: str, language: str) -> Kind:
        own, tags = _tags(self.language), _tags(language)
        keys = [(self.owned, tag) for tag in (*tags, *([""] if tags[-1] == own[-1] else []))]
        keys += [(self.ours, tag) for tag in tags]
        keys += [(self.owned, tag) for tag in (*own, "")] + [(self.ours, tag) for tag in (*own, LANGUAGE_OF_OURS)]
        found = next((kinds[name, tag] for kinds, tag in keys if (name, tag) in kinds), None)
        return found or next(kind for (known, _), kind in self.owned.items() if known == name)


def _tags(language: str) -> list[str]:
    """`pt-br`, `pt` for pt-BR: from the most special to the most general."""
    parts = language.lower().replace("_", "-").split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]


def read_kinds(config: ContactConfig) -> tuple[Kinds, list[Finding]]:
    """The owner's kinds over ours, and what is wrong with the owner's files."""
    read = [_read_kind(path) for path in files_in(config.ctas, config.ignored)]
    owned = {(kind.name, kind.language): kind for kind, _ in read if kind.name}
    findings = [finding for _, wrong in read for finding in wrong]
    ours = _ours()
    return Kinds(owned, ours, config.language, tuple(sorted({name for name, _ in (*owned, *ours)}))), findings


@cache
def _ours() -> dict[tuple[str, str], Kind]:
    kinds = [_read_kind(path)[0] for path in sorted(OURS.glob("*.md"))]
    return {(kind.name, kind.language or LANGUAGE_OF_OURS): kind for kind in kinds}


def _read_kind(path: Path) -> tuple[Kind, list[Finding]]:
    """The kind in a file; without a name if its file has none that can be a kind's. A missing text is taken from our question."""
    named = _NAME.fullmatch(path.stem)
    if not named or named["kind"] == "none":
        what = f"'{path.name}' cannot be the name of a kind"
        fix = "Name it KIND.md or KIND.LANGUAGE.md, in small letters, such as story.de.md"
        return Kind(""), [Finding(str(path), 1, "cta-kind", what, fix)]
    front = read_front_matter(path)
    reading = Reading(front, [*front.findings, *front.unknown_fields(FIELDS)])
    for name in REQUIRED:
        reading.require(name, "Add the line")
    body = one_line(front.body)
    texts = {name: front.text(name) for name in FIELDS} | {"mail_body": front.lines("mail_body")}
    for name, text in (*texts.items(), ("promise", body)):
        _check_places(name, text, reading)
    language = (named["language"] or "").lower()
    kind = Kind(named["kind"], language, promise=body, **texts)
    return (kind if path.parent == OURS else _completed(kind)), reading.findings


def _check_places(name: str, text: str, reading: Reading) -> None:
    for place in _PLACE.findall(text):
        if place not in PLACES:
            near = get_close_matches(place, PLACES, n=1)
            fix = f"Did you mean {{{near[0]}}}?" if near else "Use {title} or {reply_promise}, or leave the braces out"
            reading.note(name, UnfitError("cta-place", f"nothing is known to stand for {{{place}}}", fix))


def _completed(kind: Kind) -> Kind:
    """`kind` with the texts that it lacks, in its language if we speak it."""
    ours = _ours()
    default = ours.get(("question", kind.language.partition("-")[0])) or ours["question", LANGUAGE_OF_OURS]
    texts = {found.name: getattr(kind, found.name) or getattr(default, found.name) for found in fields(Kind) if found.name in REQUIRED}
    return Kind(kind.name, kind.language, kind.eyebrow, promise=kind.promise, mail_body=kind.mail_body, **texts)


def filled(text: str, values: dict[str, str]) -> str:
    """`text` with `values` for its places; a place without a value goes, and the comma before it."""

    def value(match: re.Match[str]) -> str:
        found = values.get(match[2])
        return match[0] if found is None else f"{match[1]}{found}" if found else ""

    return _PLACE_AND_COMMA.sub(value, text) if "{" in text else text


def unknown_kind(name: str, names: Sequence[str]) -> tuple[str, str]:
    """What is wrong with a kind that there is not, and how to mend it."""
    near = get_close_matches(name.lower(), names, n=1)
    return f"there is no kind of invitation '{name}'", f"Did you mean '{near[0]}'?" if near else f"Use {', '.join(names)}"


def known_kind(names: Sequence[str]) -> Callable[[str], str]:
    """A check that lets one of `names` pass."""

    def kind(text: str) -> str:
        if text not in names:
            raise UnfitError("cta-kind", *unknown_kind(text, names))
        return text

    return kind
