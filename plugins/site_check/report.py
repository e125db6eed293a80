"""What a check found, as text for a person and as JSON for a program."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .model import Severity

if TYPE_CHECKING:
    from .model import Finding

_HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Good to know"}


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in the order of severity, path and line; `silenced` is how many more there would be."""

    findings: tuple[Finding, ...]
    silenced: int = 0

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def exit_code(self) -> int:
        """0 if there are no errors, else 1."""
        return 1 if self.count(Severity.ERROR) else 0

    def as_text(self) -> str:
        """A heading for each severity, a line for each finding, and a last line that counts."""
        groups = [self._group(severity) for severity in Severity if self.count(severity)]
        return "\n\n".join([*groups, self._sum()])

    def as_json(self) -> str:
        """One object: version, findings, counts."""
        findings = [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "path": finding.path,
                "line": finding.line,
                "message": finding.message,
                "fix": finding.fix,
            }
            for finding in self.findings
        ]
        counts = {severity.value: self.count(severity) for severity in Severity} | {"silenced": self.silenced}
        return json.dumps({"version": 1, "findings": findings, "counts": counts}, ensure_ascii=False, indent=2)

    def _group(self, severity: Severity) -> str:
        return "\n".join([f"{_HEADINGS[severity]}:", *(str(finding) for finding in self.findings if finding.severity is severity)])

    def _sum(self) -> str:
        parts = [f"{self.count(severity)} {_word(severity, self.count(severity))}" for severity in Severity]
        return f"{', '.join(parts)}{f', {self.silenced} silenced' if self.silenced else ''}."


def _word(severity: Severity, number: int) -> str:
    word = "note" if severity is Severity.INFO else severity.value
    return word if number == 1 else f"{word}s"
