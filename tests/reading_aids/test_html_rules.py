from __future__ import annotations

from typing import TYPE_CHECKING

import markdown
import pytest
from reading_aids.html_rules import html_findings

if TYPE_CHECKING:
    from pathlib import Path

    from reading_aids.model import Finding


def findings(tmp_path: Path, text: str) -> list[Finding]:
    file = tmp_path / "a.md"
    file.write_text(f"Title: One\n\n{text}", encoding="utf-8")
    return html_findings(markdown.markdown(text, extensions=["extra", "codehilite"]), str(file))


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ('Hello\n\n<p style="color: red">x</p>', "html-style", 5),
        ("A word.\n{: style='color:red' }", "html-style", 4),
        ("Inline <b\nstyle=x>b</b>", "html-style", 3),
        ("\n<style>p{color:red}</style>", "html-style", 4),
        ("\n\n<script>alert(1)</script>", "html-script", 5),
        ('<img src="a.png" alt="a" onerror="alert(1)">', "html-script", 3),
        ("[x](javascript:alert)", "html-script", 3),
        ("x\n\n<svg/onload=alert(1)></svg>", "html-script", 5),
    ],
)
def test_what_the_policy_forbids_is_found_with_its_line(tmp_path: Path, text: str, rule: str, line: int) -> None:
    found = findings(tmp_path, text)
    assert [(finding.rule, finding.line) for finding in found] == [(rule, line)]
    assert found[0].is_unsafe == (rule == "html-script")


def test_each_place_is_told_with_its_own_line(tmp_path: Path) -> None:
    text = '<p style="a">x</p>\n\n```\n<p style="a">\n```\n\n<p style="a">y</p>\n'
    assert [finding.line for finding in findings(tmp_path, text)] == [3, 9]


@pytest.mark.parametrize(
    "text",
    [
        '`<p style="color:red">`',
        '```html\n<p style="color:red" onclick="x()"><script>\n```',
        '    <p style="color:red">',
        '<!-- <p style="color:red"><script> -->',
        'style="color:red" and onclick= are words',
        '<p title="style=&quot;x&quot;">a style = b</p>',
        "# onset = 1\n\nThe heading's online = true",
        "[on](https://example.com/?style=1&onload=2)",
    ],
)
def test_code_comments_and_words_are_no_offence(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, text) == []


def test_style_that_another_extension_wrote_is_not_the_authors(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("Title: x\n\ncode\n", encoding="utf-8")
    assert html_findings('<span style="color: #008000">code</span>', str(file)) == []
