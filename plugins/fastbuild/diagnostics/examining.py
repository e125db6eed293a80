"""Everything that can be known of an article's or page's front matter from its bytes alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import encoding
from .dates import check_dates
from .fields import check_fields
from .head import plain_head, universal
from .model import Finding
from .strays import check_end, check_fence, check_missing
from .unknown import check_names
from .yaml_head import yaml_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .head import Head
    from .rules import Rules


def examine(data: bytes, rules: Rules) -> tuple[Finding, ...]:
    """What is wrong with the file that has this content, in the order of its lines. The same bytes and rules find the same."""
    if not rules.is_markdown:
        return ()
    unreadable = encoding.undecodable(data)
    if unreadable:
        return (unreadable,)
    text = universal(data.decode("utf-8-sig"))
    findings = [*encoding.left_overs(text), *_findings(plain_head(text.lstrip(encoding.BOM)), rules)]
    return tuple(sorted(dict.fromkeys(findings))) if findings else ()


def _findings(plain: Head, rules: Rules) -> Iterator[Finding]:
    head, wrong = plain, list[Finding]()
    if plain.has_fence and rules.reads_yaml and plain.lines[0].rstrip() == "---":
        head, wrong = yaml_head(plain)
        yield from wrong
        if wrong and head is plain:
            return
    yield from check_fence(head)
    reasons = [*wrong, *check_end(head, rules), *check_names(head, rules)]
    yield from reasons[len(wrong) :]
    yield from check_missing(head, rules, reasons)
    yield from check_fields(head, rules)
    yield from check_dates(head, rules.time_zone)
