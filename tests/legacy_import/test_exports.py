"""Whole exports, and all that becomes of them: `NAME.txt` beside each shows every file and what the review says, for people to read.

After a change that is meant, write them anew: `python -m tests.legacy_import.test_exports`.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .site import NewSite

OLD = ("&nbsp;", "\xa0\xa0", "<o:p>", "Mso", "[vc_", "[et_pb_", "[/", "<span", "<div", "style=", "class=", "<!--more", "\n\n\n", "   \n")
BITS = (
    *(
        b"<![CDATA[",
        b"]]>",
        b"</p>",
        b"<table><tr>",
        b"<li>",
        b"&#",
        b"<!--[if",
        b"\xff",
        b'<p class="MsoListParagraph" style="mso-list:l0 level9">1. ',
    ),
    *(
        b"[caption]",
        b'[gallery ids="1,,"]',
        b'[vc_row][et_pb_x image="',
        b"[/contact-form]",
        b'<div style="float:left">',
        b"0000-00-00 00:00:00",
    ),
)
EXPORTS = sorted(path for path in (Path(__file__).parent / "exports").iterdir() if path.suffix != ".txt")


def outcome(export: Path, folder: Path) -> str:
    """Every file of the content, then every note and trouble, then the counts."""
    new = NewSite(folder)
    new.bring(export)
    review = json.loads(new.read("import-review/report.json"))
    texts = {path: data.decode() for path, data in new.files().items() if path.endswith(".md") and "authors" not in path}
    shown = [f"=== {path}\n{text}" for path, text in sorted(texts.items())]
    for item in sorted(review["items"], key=lambda each: (each["line"], each["title"])):
        notes = [f"    {note['action']} {note['rule']}: {note['text']}\n" for note in item["notes"]]
        shown.append(f"=== {item['line']} {item['title']} | {item['status']} | {item['outcome']} {item['reason']}\n{''.join(notes)}")
    return "\n".join([*shown, json.dumps(review["counts"], sort_keys=True), new.read("site.toml").partition("[redirects]")[2]])


@pytest.mark.parametrize("export", EXPORTS, ids=lambda path: path.name)
def test_what_becomes_of_an_export(export: Path, tmp_path: Path) -> None:
    assert outcome(export, tmp_path) == export.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("export", EXPORTS, ids=lambda path: path.name)
def test_nothing_of_the_old_system_is_left(export: Path, tmp_path: Path) -> None:
    new = NewSite(tmp_path)
    new.bring(export)
    for path in sorted(tmp_path.glob("content/*s/*.md")):
        text = path.read_text(encoding="utf-8").rstrip()
        assert [left for left in OLD if left in text] == [], path.name


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_damage_stops_an_import(data: st.DataObject) -> None:
    """Whatever stands in an export, all of it is read and told of."""
    whole = bytearray(data.draw(st.sampled_from(EXPORTS)).read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.sampled_from((0, 1, 10, 300)))] = data.draw(st.sampled_from(BITS) | st.binary(max_size=2))
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.xml"
        export.write_bytes(whole)
        new = NewSite(Path(folder) / "site")
        assert new.bring(export) in {0, 1}
        assert json.loads(new.read("import-review/report.json"))["counts"]["missing"] == 0


def test_an_export_without_its_beginning_is_read_without_a_warning(tmp_path: Path) -> None:
    """It no longer looks like a feed, and its processing instructions are none of a page's."""
    whole = next(path for path in EXPORTS if path.name == "blogger-backup.xml").read_bytes()
    (tmp_path / "cut.xml").write_bytes(whole[:104] + whole[404:])
    assert NewSite(tmp_path / "site").bring(tmp_path / "cut.xml") in {0, 1}


def test_there_are_exports() -> None:
    assert len(EXPORTS) >= 4


if __name__ == "__main__":
    for export in EXPORTS:
        with tempfile.TemporaryDirectory() as folder:
            export.with_suffix(".txt").write_text(outcome(export, Path(folder)), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(EXPORTS)} written\n")
