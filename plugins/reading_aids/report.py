"""Findings go to the log, where whoever runs Pelican collects them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Finding

log = logging.getLogger(__name__)


def report(findings: Iterable[Finding], *, is_strict: bool) -> None:
    """Log each finding: as an error if it is unsafe or the build is strict, else as a warning."""
    for finding in findings:
        fix = finding.fix if finding.fix.endswith("?") else f"{finding.fix}."
        log.log(
            logging.ERROR if is_strict or finding.is_unsafe else logging.WARNING,
            "reading_aids: %s:%s: %s. %s",
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
