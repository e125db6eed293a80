"""A reading is what Pelican's own reader gives: for every document, new or stored, by one process or several, after any other document."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fastbuild.reading import gathering
from fastbuild.reading.store import ReadingStore
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Desk, given_by

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTENT = Path(__file__).resolve().parents[3] / "content"

OURS = {
    "markdown.extensions.extra": {},
    "markdown.extensions.codehilite": {"css_class": "highlight", "guess_lang": False},
    "markdown.extensions.meta": {},
    "markdown.extensions.smarty": {},
    "markdown.extensions.sane_lists": {},
    "reading_aids.markup": {"language": "en", "reserved_ids": ("main",)},
}
ALL = OURS | {
    "markdown.extensions.admonition": {},
    "markdown.extensions.footnotes": {"UNIQUE_IDS": True},
    "markdown.extensions.legacy_attrs": {},
    "markdown.extensions.nl2br": {},
    "markdown.extensions.toc": {"permalink": True},
    "markdown.extensions.wikilinks": {},
}
PELICANS = {
    "markdown.extensions.codehilite": {"css_class": "highlight"},
    "markdown.extensions.extra": {},
    "markdown.extensions.meta": {},
}

FIELDS = st.sampled_from(
    [
        *("Title: A *title*", "Title: Second title", "Summary: A [link] and `code`", "Summary: Another[^1]", "Tags: One, two; three"),
        *(
            "Tags: one",
            "Tags:",
            "Category: Words",
            "Category: ",
            "Authors: Ada Example, Bo Example",
            "Author: Ada Example",
            "Status:  draft ",
        ),
        *(
            "Date: 2024-01-02 03:04",
            "Date: 2024-01-02T03:04:05+02:00",
            "Modified: 2024-01-03T01:02Z",
            "Date: 5 March 2024",
            "Slug:",
            "Lang: de",
        ),
        *("Extra: one\n    two", "Extra: other", "wiki_base_url: /else/", "    indented", "no field at all", "---", "Ümlaut: x"),
    ]
)
INLINE = st.sampled_from(
    [
        *("plain words", "*one*", "**two**", "***three***", "_low_", "`code`", "``a ` b``", '[text](/to "title")', "[ref][one]", "[one]"),
        *(
            "![image](a.png)",
            "![alone](a.png){: .decorative }",
            "<b>raw</b>",
            "<!-- gone -->",
            "&amp; &",
            "a<b",
            "HTML",
            "CSS",
            "[^1]",
            "[^note]",
        ),
        *(
            "[[A page]]",
            "line  \nbreak",
            '"quoted" -- and...',
            "\\*escaped\\*",
            "{@id=x}",
            "<http://example.com>",
            "ü ß 𝒳",
            "\t",
            "1 < 2 > 0",
        ),
    ]
)
LINE = st.lists(INLINE, min_size=1, max_size=5).map(" ".join)
BLOCK = st.one_of(
    LINE,
    st.builds("{} {}{{: #{} .c }}".format, st.sampled_from(["#", "##", "###"]), LINE, st.sampled_from(["a", "b", "main"])),
    st.builds("## {}".format, st.sampled_from(["Same", "Same", "main", "HTML"])),
    st.lists(LINE, min_size=1, max_size=4).map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    st.builds("{}. {}\n{}. {}".format, st.integers(0, 12), LINE, st.integers(0, 12), LINE),
    st.builds("> {}\n>\n> > {}".format, LINE, LINE),
    st.builds('!!! note "{}"\n    {}\n\n    - {}'.format, st.sampled_from(["a", ""]), LINE, LINE),
    st.builds("``` {}\n{}\n```".format, st.sampled_from(["python", "mermaid", "", '{.python hl_lines="1" linenos=1}', "text"]), LINE),
    st.builds("    :::python\n    {} = 1\n    print('<é>')".format, st.sampled_from("abc")),
    st.builds("    #!python\n    {} = 1".format, st.sampled_from("abc")),
    st.builds("| a | {} |\n|---|--:|\n| {} | c |".format, st.sampled_from("xy"), LINE),
    st.builds("Term\n:   {}".format, LINE),
    st.builds('<div markdown="1">\n{}\n</div>'.format, LINE),
    st.builds("<div>\n{}\n".format, LINE),
    st.sampled_from(
        [
            *("*[HTML]: Hyper", "*[CSS]: Style\n*[HTML]: Other", "[^1]: A note", "[^note]: Another\n\n    with two parts", "[one]: /a 'T'"),
            *("[TOC]", "---", "<script>1 < 2</script>", "***", "$$", "<p>a\n\nb</p>", "a [b](c", "[^1]:", "Title\n=====", "`open"),
        ]
    ),
)
DOCUMENT = st.builds(
    "{}\n\n{}\n".format, st.lists(FIELDS, max_size=6).map("\n".join), st.lists(BLOCK, max_size=8).map("\n\n".join)
)  # fmt: skip
END_OF_LINE = st.sampled_from(["\n", "\r\n", "\r"])


def markdown(extensions: dict[str, Any], **others: Any) -> dict[str, Any]:
    return {"extension_configs": extensions, "output_format": "html5", **others}


def assert_equal(desk: Desk, paths: Sequence[str], workers: int = 1) -> None:
    """Twice: as they come, and as they are stored."""
    stock = {path: desk.stock(path) for path in paths}
    for _ in range(2):
        readings = desk.read(*paths, workers=workers)
        assert {path: given_by(reading) for path, reading in readings.items()} == stock
    desk.store.close()


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("extensions", [OURS, ALL, PELICANS], ids=["ours", "all", "Pelican's"])
@pytest.mark.parametrize("fields", [["summary"], []], ids=["formatted", "plain"])
def test_the_example_site(desk: Desk, extensions: dict[str, Any], fields: list[str], workers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "WORTH_A_POOL", 2)
    desk.set(MARKDOWN=markdown(extensions), FORMATTED_FIELDS=fields)
    paths = sorted(map(str, CONTENT.rglob("*.md")))
    assert len(paths) > 30
    assert_equal(desk, paths, workers)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=st.lists(st.tuples(DOCUMENT, END_OF_LINE), min_size=1, max_size=6), extensions=st.sampled_from([OURS, ALL, PELICANS]))
def test_any_documents_one_after_the_other(desk: Desk, documents: list[tuple[str, str]], extensions: dict[str, Any]) -> None:
    """No document may notice what was read before it with the same Markdown instance."""
    desk.set(MARKDOWN=markdown(extensions))
    written = [desk.write(f"{at}.md", text.replace("\n", end)) for at, (text, end) in enumerate(documents)]
    assert_equal(desk, written)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=st.lists(DOCUMENT, min_size=3, max_size=12))
def test_any_documents_by_two_processes(desk: Desk, documents: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("new")
    desk.store = ReadingStore(folder / "readings")
    desk.set(MARKDOWN=markdown(ALL))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gathering, "WORTH_A_POOL", 2)
        assert_equal(desk, [desk.write(f"{at}.md", text) for at, text in enumerate(documents)], workers=2)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "\ufeffTitle: With a mark\n\nText",
        "Title: CRLF\r\nTags: a\r\n    b\r\n\r\nText\r\n",
        "Title: one\nTitle: two\n\nTwo titles are a list, of tags the first counts, with a warning.\nTags: no field",
        "Tags: a, b\nTags: c\n\nA warning names the file.",
        "\n\nTitle: not in the first line",
        "Just a text",
        "Title: x\u2028y\n\nLine separators \x85 and \x0c and \x1c are not lines",
        "Title: nothing else",
    ],
)
def test_odd_files(desk: Desk, text: str) -> None:
    assert_equal(desk, [desk.write("a.md", text)])


@pytest.mark.parametrize("bytes_", [b"", b"\xef", b"\xef\xbb", b"\xef\xbb\xbf", b"a\r", b"\r\r\n\n"])
def test_beginnings_of_a_byte_order_mark(desk: Desk, bytes_: bytes) -> None:
    """Python reads the first bytes of a mark as nothing, and so do we."""
    assert_equal(desk, [desk.write("a.md", bytes_)])


def test_an_extension_given_as_an_object(desk: Desk) -> None:
    from markdown.extensions.toc import TocExtension

    desk.set(MARKDOWN={"extensions": [TocExtension(permalink=True)], "extension_configs": {}})
    assert_equal(desk, [desk.write(f"{at}.md", f"[TOC]\n\n# Head {at}\n\n## Same\n\n## Same") for at in range(4)])


def test_html_files(desk: Desk) -> None:
    head = '<head><title>A & B</title><meta name="keywords" content="one, two"><meta name="date" content="2024-01-02 10:00"></head>'
    odd = '<head><meta content="nameless"><meta name="Tags" contents="old"><meta name="a" content="1"><meta name="a" content="2"></head>'
    paths = [desk.write("a.html", f"<html>{head}<body>A <b class='x'>text</b> &amp; &#33;<br/></body></html>")]
    paths.append(desk.write("b.html", f"<html>{odd}<body><!-- kept --></body></html>"))
    assert_equal(desk, paths)


def test_a_text_that_stands_twice_is_stored_once_and_its_warnings_name_each_file(desk: Desk) -> None:
    same = "Category: a\nCategory: b\n\nText"  # of tags, our own plugin allows several lines
    paths = [desk.write("a.md", same), desk.write("b.md", same)]
    assert_equal(desk, paths)
    readings = desk.read(*paths)
    assert [reading.logged[0].arguments[1] for reading in readings.values()] == paths


def test_other_readers_are_asked_each_time(desk: Desk) -> None:
    path = desk.write("a.rst", "Title\n#####\n\n:tags: a, b\n:date: 2024-01-01\n\nText *here*.\n")
    assert_equal(desk, [path])
