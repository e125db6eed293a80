"""What is wrong with the articles' Ids and with the settings, in the log, where whoever runs Pelican collects it."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .entries import id_field
from .entry_ids import UnfitIdError, checked_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pelican.contents import Article

    from .config import FeedsConfig

log = logging.getLogger(__name__)

_ID_LINE = re.compile(r"\s{0,3}id:", re.IGNORECASE)
ADVICE = frozenset({"feed-authority", "feed-address"})
"""Rules that never stop a publication."""
MANY = {"feed-id-missing": "Other articles have no Id either."}
"""What Pelican says instead of a rule's sixth finding and those behind it."""

ADD_ONE = "`python3 tasks.py ids` adds one; in a site without it, add a line such as Id: 7KQ2MX"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend; `what` and `fix` without a full stop. Without a path it is in the settings."""

    path: str
    line: int
    rule: str
    what: str
    fix: str


def problems_of(published: Iterable[Article], others: Iterable[Article], config: FeedsConfig) -> Iterator[Finding]:
    """Missing, unfit and double Ids. `others` are drafts and hidden articles: nobody has to have an Id before it is published."""
    published, others = tuple(published), tuple(others)
    if published:
        yield from _wrong_settings(config)
    yield from (finding for article in published for finding in _missing(article))
    with_id = [article for article in (*published, *others) if id_field(article)]
    by_id: dict[str, list[Article]] = defaultdict(list)
    for article in with_id:
        try:
            by_id[checked_id(id_field(article))].append(article)
        except UnfitIdError as error:
            yield Finding(_path(article), _line(article), "feed-id", error.what, error.fix)
    for name, articles in by_id.items():
        if len(articles) > 1:
            yield from _double(name, articles)


def report(findings: Iterable[Finding], *, is_strict: bool) -> None:
    """Log each finding: as an error in a strict build, else, and where it is advice, as a warning."""
    for finding in findings:
        place = f"{_shown(finding.path)}:{finding.line}" if finding.path else "settings"
        extra = {"rule": finding.rule, "fix": f"{finding.fix}."}
        extra |= {"source_path": finding.path, "line": finding.line} if finding.path else {}  # type: ignore[dict-item]
        extra |= {"limit_msg": MANY[finding.rule]} if finding.rule in MANY else {}
        level = logging.ERROR if is_strict and finding.rule not in ADVICE else logging.WARNING
        log.log(level, "site_feeds: %s: %s. %s.", place, finding.what, finding.fix, extra=extra)


def _wrong_settings(config: FeedsConfig) -> Iterator[Finding]:
    if not config.public_url:
        what = "no feed is written, since nobody knows the site's address"
        yield Finding("", 0, "feed-address", what, "Set SITE_PUBLIC_URL or SITEURL to the whole address, https://…")
    elif not config.has_authority:
        what = f"the ids of feeds and entries are made of {config.authority}, and would change with the site's address"
        yield Finding("", 0, "feed-authority", what, f"Set SITE_AUTHORITY = '{config.authority}' and never change it again")


def _missing(article: Article) -> Iterator[Finding]:
    if not id_field(article):
        what = "this article has no Id, so feed readers would take it for a new one after a change of its address"
        yield Finding(_path(article), 1, "feed-id-missing", what, ADD_ONE)


def _double(name: str, articles: list[Article]) -> Iterator[Finding]:
    """One finding for each article but the oldest, which names that one."""
    first, *later = sorted(articles, key=lambda article: (article.date, _modified(article), _path(article)))
    for article in later:
        what = f"Id {name} is that of {_shown(_path(first))}:{_line(first)} already, of which this newer file seems to be a copy"
        yield Finding(_path(article), _line(article), "feed-id-double", what, "Give it an Id of its own: `python3 tasks.py ids --fix` does")


def _modified(article: Article) -> float:
    path = Path(_path(article))
    return path.stat().st_mtime if path.is_file() else 0.0


def _path(article: Article) -> str:
    return str(article.source_path or "")


def _line(article: Article) -> int:
    """The line of the field, looked for only where something is wrong with it."""
    path = Path(_path(article))
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    return next((number for number, line in enumerate(lines, 1) if _ID_LINE.match(line)), 1)


def _shown(path: str) -> Path:
    """`path` as one would type it, where that is shorter."""
    here = Path.cwd()
    return Path(path).relative_to(here) if Path(path).is_relative_to(here) else Path(path)
