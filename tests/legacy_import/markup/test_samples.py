"""What old systems wrote, and the Markdown that one would have written: `NAME.html` and `NAME.md`, for people to read.

Names that begin with `raw-` or `blocks-` are WordPress's own text, whose paragraphs are blank lines.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from legacy_import.markup import tidied, to_markdown

from .reading import letters, rendered

SAMPLES = sorted(Path(__file__).parent.glob("*.html"))


def tidied_sample(path: Path) -> tuple[str, str]:
    """The Markdown that becomes of a sample, and the letters of its tidied tree without footnotes."""
    tree, _ = tidied(path.read_text(encoding="utf-8"), needs_paragraphs=path.name.startswith(("raw-", "blocks-")))
    markdown, _ = to_markdown(tree)
    for notes in tree.select("[data-footnotes], sup[data-footnote]"):
        notes.decompose()
    return markdown, letters(tree)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample(path: Path) -> None:
    assert tidied_sample(path)[0] == path.with_suffix(".md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_is_read_with_all_its_words(path: Path) -> None:
    markdown, expected = tidied_sample(path)
    html = rendered(markdown)
    for part in html.select(".footnote, sup[id^=fnref]"):
        part.decompose()
    assert letters(html) == expected


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 60
