"""The counted replies as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from .articles import Article
    from .counting import Damaged, Tally

RULE = "mail-damaged"
FIX = "It was left out; open it in your mail program if it matters."


def as_table(tally: Tally) -> str:
    """Four short tables, the greatest number first (months in their order), and what could not be counted."""
    return "\n".join(_lines(tally))


def _lines(tally: Tally) -> Iterator[str]:
    yield f"{_counted(tally.replies, 'reply', 'replies')} in {_counted(tally.messages, 'message', 'messages')}."
    for heading, rows in (
        ("Article", [(article.title, number) for article, number in _articles(tally)]),
        ("Tag", _greatest_first(tally.by_tag)),
        ("Kind of invitation", _greatest_first(tally.by_kind)),
        ("Month", sorted(tally.by_month.items())),
    ):
        if rows:
            yield from ("", f"Replies  {heading}", *(f"{number:7}  {name}" for name, number in rows))
    if tally.unclear:
        yield from ("", "Not counted, because several articles have this title (rename one, or set CONTACT_REPLY_CODE):")
        yield from (
            f"{number:7}  {articles[0].title} ({', '.join(each.path for each in articles)})" for articles, number in _unclear(tally)
        )


def problems(tally: Tally) -> list[str]:
    """A line for each damaged message that is named, and one for the rest."""
    lines = [f"{each.path}:{each.line}: this message is damaged: {each.what}. {FIX}" for each in sorted(tally.named)]
    rest = tally.damaged - len(lines)
    return [*lines, f"{_counted(rest, 'more message is', 'more messages are')} damaged and left out."] if rest else lines


def as_json(tally: Tally) -> str:
    """`{"version": 1, "findings": [...], "counts": {...}}`; a finding for each damaged message that is named."""
    counts = {
        "messages": tally.messages,
        "replies": tally.replies,
        "damaged": tally.damaged,
        "unclear": [{"articles": [each.path for each in articles], "replies": number} for articles, number in _unclear(tally)],
        "by_article": [_of_article(article, number) for article, number in _articles(tally)],
        "by_tag": dict(_greatest_first(tally.by_tag)),
        "by_kind": dict(_greatest_first(tally.by_kind)),
        "by_month": dict(sorted(tally.by_month.items())),
    }
    return json.dumps({"version": 1, "findings": [*map(_finding, sorted(tally.named))], "counts": counts}, ensure_ascii=False, indent=2)


def _of_article(article: Article, number: int) -> dict[str, Any]:
    return {"path": article.path, "id": article.id, "title": article.title, "replies": number}


def _finding(damaged: Damaged) -> dict[str, Any]:
    what = f"this message is damaged: {damaged.what}."
    return {"rule": RULE, "severity": "warning", "path": damaged.path, "line": damaged.line, "message": what, "fix": FIX}


def _articles(tally: Tally) -> list[tuple[Article, int]]:
    return sorted(tally.by_article.items(), key=lambda it: (-it[1], it[0].title, it[0].path))


def _unclear(tally: Tally) -> list[tuple[tuple[Article, ...], int]]:
    return sorted(tally.unclear.items(), key=lambda it: (-it[1], it[0][0].path))


def _greatest_first(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda it: (-it[1], it[0]))


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
