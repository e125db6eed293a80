"""Findings go to the log, where whoever runs Pelican collects them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Finding, Place

log = logging.getLogger(__name__)


def report(findings: Iterable[Finding], *, is_strict: bool) -> None:
    """Log each finding once, file by file: as an error if it is final, or no mere advice in a strict build; else as a warning."""
    for finding in sorted(dict.fromkeys(findings), key=lambda found: (found.place.path, found.place.line)):
        fix = finding.fix if finding.fix.endswith("?") else f"{finding.fix}."
        is_error = finding.is_final or (is_strict and not finding.is_advice)
        log.log(
            logging.ERROR if is_error else logging.WARNING,
            "tag_pages: %s: %s. %s",
            at(finding.place),
            finding.what,
            fix,
            extra={"source_path": finding.place.path, "line": finding.place.line, "rule": finding.rule, "fix": fix},
        )


def at(place: Place) -> str:
    """File and line as one would type them."""
    path, here = Path(place.path), Path.cwd()
    return f"{path.relative_to(here) if path.is_relative_to(here) else path}:{place.line}"
