"""Comments that no markup tells apart: found in the lines below the post, by who says something and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..folding import fold
from ..furniture import dates, zones
from ..furniture.lines import read_all
from ..furniture.phrases import Level
from ..furniture.reading import is_name
from ..furniture.segments import segments
from .saved_pages_comments import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bs4 import Tag

    from ..furniture.lines import Line

_LONGEST = 90
_JOINING = re.compile(r"(?:[\s,|·•:–—-]|\b(?:on|at|am|um|le|el|em|il|op|says|said))+$", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    author: str
    published: datetime | None
    parts: list[str] = field(default_factory=list)


def remarks_in_lines(body: Tag, hint: dates.Hint) -> list[Remark]:
    """The comments below the post in `body`, which stays as it is; only those with a name and words."""
    lines = read_all(segments(body), hint)
    drafts: list[_Draft] = []
    for line in lines[zones.chosen(lines).below + 1 :]:
        _add(drafts, line, hint)
    return [Remark("", draft.author, "".join(draft.parts), draft.published) for draft in drafts if draft.author and draft.parts]


def _add(drafts: list[_Draft], line: Line, hint: dates.Hint) -> None:
    author, when = _opening(line, hint)
    if author:
        drafts.append(_Draft(author, when))
    elif when:
        if drafts and drafts[-1].published is None:
            drafts[-1].published = when
    elif line.level >= Level.EDGE:
        drafts.append(_Draft("", None))  # furniture: what follows is nobody's comment
    elif drafts and line.level < Level.SMALL:
        drafts[-1].parts.append(f"<p>{_html(line)}</p>")


def _opening(line: Line, hint: dates.Hint) -> tuple[str, datetime | None]:
    """Who speaks, and when, as far as a line says so: `Ann said…`, `Ann on May 5, 2009 at 3:14 pm`, `May 5, 2009 at 3:14 pm`."""
    words = line.segment.words
    folded = fold(words)
    if len(words) > _LONGEST:
        return "", None
    stamp = dates.find(folded, hint)
    if stamp and (stamp.has_time or (line.reading and line.level >= Level.EDGE)):
        name = _JOINING.sub("", words[: stamp.start])
        return (name if is_name(name) else ""), stamp.when
    if says := zones.SAYS_LINE.fullmatch(folded):
        name = words[: says.end(1)].strip()
        return (name if is_name(name) else ""), None
    return "", None


def _html(line: Line) -> str:
    nodes: Iterable[object] = line.segment.nodes
    return "".join(str(node) for node in nodes).strip()
