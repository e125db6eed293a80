"""What was mended in a damaged source: counted while it is read, told once a kind at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Place, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOK = "Compare a post of that time with the old blog"
_NOTHING = "Nothing needs to be done"
_ANEW = "Export the blog anew, or take the missing posts from their saved pages"

_TOLD = {
    "invalid-bytes": ("{n} bytes are no valid {detail}; they were read as Windows-1252", _LOOK),
    "control-characters": ("{n} characters that no text may have were taken out", _NOTHING),
    "bare-ampersands": ("{n} times an & is not followed by the name of a character; it was kept as it is", _NOTHING),
    "html-entities": ("{n} names of characters are HTML's and not XML's, the first is {detail}; they were read as in HTML", _NOTHING),
    "undeclared-prefix": ("the prefix {detail} is not declared; it was taken for what it usually means", _NOTHING),
    "unclosed-cdata": ("{n} texts do not end where their element ends; they were ended there", _LOOK),
    "stray-cdata-end": ("{n} texts hold ]]>, which should end them; they were read on to their true end", _LOOK),
    "stray-markup": ("{n} times a < begins no tag; it was kept as a character", _LOOK),
    "unclosed-elements": ("{n} elements are not closed, the first is {detail}; they were closed where the next begins", _LOOK),
    "unopened-elements": ("{n} elements are closed that were not open, the first is {detail}; that was passed over", _NOTHING),
    "deep-nesting": ("elements lie in one another more than {detail} deep; what is deeper was passed over", _LOOK),
    "too-long": ("{n} texts are longer than {detail} characters; what is longer was passed over", _LOOK),
    "document-type": (
        "the file declares a document type, which an export has no use for; it was passed over, and nothing that it names was read",
        "If you did not make this file yourself, ask where it comes from",
    ),
    "several-exports": ("{n} exports follow one another in one file; each was read", _NOTHING),
    "before-the-beginning": ("the export does not begin with the file; what stands before it was passed over", _NOTHING),
    "ends-early": ("the file ends in the middle of {detail}; everything before that was read", _ANEW),
}


class Repairs:
    """Counts what was mended in one file."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._seen: dict[str, tuple[int, int, str]] = {}

    def saw(self, rule: str, line: int, *, detail: str = "", number: int = 1) -> None:
        """One more of `rule`. Line and detail of the first are those that are told."""
        before, first, told = self._seen.get(rule, (0, line, detail))
        self._seen[rule] = (before + number, first, told)

    def __contains__(self, rule: object) -> bool:
        return rule in self._seen

    def troubles(self) -> Iterator[Trouble]:
        for rule, (number, line, detail) in self._seen.items():
            what, fix = _TOLD[rule]
            yield Trouble(Place(self._file, line), f"repaired-{rule}", what.format(n=number, detail=detail), fix)
