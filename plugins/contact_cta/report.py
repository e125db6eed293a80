"""Findings go to the log, where whoever runs Pelican collects them."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend in an author's file; `what` and `fix` without a full stop.

    What is unsafe is an error in a preview, too. Advice never stops a publication: nothing on a page is wrong, it could be better.
    """

    path: str
    line: int
    rule: str
    what: str
    fix: str
    is_unsafe: bool = False
    is_advice: bool = False


def report(findings: Iterable[Finding], *, is_strict: bool) -> None:
    """Log each finding once, file by file: as an error if it is unsafe, or no mere advice in a strict build; else as a warning."""
    for finding in sorted(dict.fromkeys(findings), key=lambda found: (found.path, found.line)):
        fix = finding.fix if finding.fix.endswith("?") else f"{finding.fix}."
        is_error = finding.is_unsafe or (is_strict and not finding.is_advice)
        log.log(
            logging.ERROR if is_error else logging.WARNING,
            "contact_cta: %s:%s: %s. %s",
            _shown(finding.path),
            finding.line,
            finding.what,
            fix,
            extra={"source_path": finding.path, "line": finding.line, "rule": finding.rule, "fix": fix},
        )


def _shown(path: str) -> Path:
    """`path` as one would type it, where that is shorter."""
    here = Path.cwd()
    return Path(path).relative_to(here) if Path(path).is_relative_to(here) else Path(path)
