from __future__ import annotations

from typing import TYPE_CHECKING

from reading_aids.source import Source

if TYPE_CHECKING:
    from pathlib import Path

FILE = """Title: One
Series: Talks
Series_index: 2

A line with `x` and x.

```
x
```

x again
"""


def test_fields_are_found_in_each_kind_of_front_matter() -> None:
    assert Source(FILE).line_of_field("series") == 2
    assert Source(FILE).line_of_field("series_index") == 3
    assert Source(":title: One\n:series: Talks\n").line_of_field("series") == 2
    assert Source('<html>\n<meta name="series" content="Talks">').line_of_field("series") == 2
    assert Source(FILE).line_of_field("image") == 1


def test_code_is_passed_over() -> None:
    source = Source("`<b>`\n\n~~~ html\n<b>\n~~~\n\n    ```\n    <b>\n    ```\n\n``a ` <b>``\n<b>\n<b>\n")
    assert [source.line_of(["<b>"], nth) for nth in (0, 1, 7)] == [12, 13, 13]
    assert source.line_of(["<i>", "", "<b>"]) == 12
    assert source.line_of(["<i>"]) is None


def test_the_first_line_of_the_text() -> None:
    assert Source(FILE).first_line_of_text == 5
    assert Source("---\nTitle: x\nTags: a,\n    b\n---\n\nText").first_line_of_text == 7
    assert Source("Text\n").first_line_of_text == 1
    assert Source("").first_line_of_text == 1


def test_windows_files_have_the_same_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes("\ufeffTitle: ä\r\nSeries: Talks\r\n\r\n<b>\xff".encode("utf-8", "surrogateescape"))
    source = Source.read(file)
    assert source.line_of_field("title") == 1
    assert source.line_of(["<b>"]) == 4
