"""Findings go to the log, where whoever runs Pelican collects them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Finding, Source

log = logging.getLogger(__name__)


def report(findings: Iterable[Finding], *, is_strict: bool) -> None:
    """Log each finding once: as an error if it is unsafe, or no mere advice in a strict build; else as a warning."""
    for finding in dict.fromkeys(findings):
        place = finding.source
        extra = {"rule": finding.rule, "fix": f"{finding.fix}."}
        extra |= {"source_path": place.path, "line": place.line or 1} if place.path else {}  # type: ignore[dict-item]
        is_error = finding.is_unsafe or (is_strict and not finding.is_advice)
        log.log(
            logging.ERROR if is_error else logging.WARNING, "site_files: %s: %s. %s.", at(place), finding.what, finding.fix, extra=extra
        )


def at(source: Source) -> str:
    """Where it is, as one would type it: file and line, or the words for it."""
    if not source.path:
        return source.words
    path, here = Path(source.path), Path.cwd()
    return f"{path.relative_to(here) if path.is_relative_to(here) else path}:{source.line or 1}"
