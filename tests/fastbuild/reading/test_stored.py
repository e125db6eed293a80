"""What the store may answer for a file: the same bytes, read by the same program with the same settings, and nothing else that counts."""

from __future__ import annotations

import importlib
import os
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pelican.utils
import pytest
from fastbuild.reading import bytes_of, gathering, program_text, reader_key
from fastbuild.reading.one_file import FileReader, Read
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from pelican import readers as pelican_readers
from pelican.readers import MarkdownReader
from pelican.urlwrappers import Tag
from pelican.utils import SafeDatetime

from .conftest import Desk, given_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEXT = "Title: A title\nTags: Ärger & Co, two\nDate: 2024-01-02 03:04\n\nA text with *much* in it."

INCLUDING = '''
from pathlib import Path
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

class Including(Preprocessor):
    """`include: NAME` becomes the text of that file."""
    def run(self, lines):
        for at, line in enumerate(lines):
            if line.startswith("include: "):
                try:
                    lines[at] = Path(line.removeprefix("include: ")).absolute().read_text()
                except FileNotFoundError:
                    lines[at] = "nothing"
            if line.startswith("run: "):
                exec(line.removeprefix("run: "))
        return lines

class IncludingExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Including(md), "including", 1)

def makeExtension(**_):
    return IncludingExtension()
'''


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of files that Pelican's reader is asked to read, and not the store."""
    asked: list[str] = []
    genuine = FileReader.read

    def read(self: FileReader, path: str) -> Read:
        asked.append(Path(path).name)
        return genuine(self, path)

    monkeypatch.setattr(FileReader, "read", read)
    return asked


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A Markdown extension of the owner's, in a folder of its own."""
    folder = tmp_path / "custom"
    folder.mkdir()
    (folder / "including.py").write_text(INCLUDING)
    monkeypatch.syspath_prepend(str(folder))
    yield folder / "including.py"
    sys.modules.pop("including", None)


def read_twice(desk: Desk, path: str, between: Callable[[], object] = lambda: None) -> None:
    """Both times what Pelican gives at that moment."""
    assert given_by(desk.read_one(path)) == desk.stock(path)
    between()
    assert given_by(desk.read_one(path)) == desk.stock(path)


def test_the_same_file_is_converted_once(desk: Desk, converted: list[str]) -> None:
    read_twice(desk, desk.write("a.md", TEXT))
    assert converted == ["a.md"]


def test_a_copy_and_a_new_name_are_not_converted_again(desk: Desk, converted: list[str]) -> None:
    desk.read_one(desk.write("a.md", TEXT))
    assert desk.read_one(desk.write("b.md", TEXT)).content
    assert converted == ["a.md"]


def test_other_bytes_are_converted_although_size_and_time_are_the_same(desk: Desk, converted: list[str]) -> None:
    path = desk.write("a.md", TEXT)
    status = Path(path).stat()

    def change() -> None:
        desk.write("a.md", TEXT.replace("much", "less"))
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    read_twice(desk, path, change)
    assert converted == ["a.md", "a.md"]


def test_a_record_that_cannot_be_read_is_converted_again(desk: Desk, converted: list[str]) -> None:
    path = desk.write("a.md", TEXT)
    desk.read_one(path)
    connection = desk.store._open()
    assert connection
    keys = [id_ for (id_,) in connection.execute("SELECT id FROM records")]
    for body in (b"", b"{}", b"[1]", b"\xff", b'{"content": 1}'):
        for id_ in keys:
            connection.execute("UPDATE records SET body = ?, checksum = 0 WHERE id = ?", (body, id_))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("fastbuild.reading.store._checksum", lambda *_: 0)
            assert given_by(desk.read_one(path)) == desk.stock(path)
    assert len(converted) == 6


@pytest.mark.parametrize(
    "settings",
    [
        {"MARKDOWN": {"extension_configs": {"markdown.extensions.nl2br": {}}}},
        {"MARKDOWN": {"extension_configs": {"markdown.extensions.toc": {"title": "Other"}}}},
        {"MARKDOWN": {"extension_configs": {}, "output_format": "html5"}},
        {"MARKDOWN": {"extension_configs": {}, "tab_length": 2}},
        {"FORMATTED_FIELDS": ["title"]},
    ],
    ids=str,
)
def test_settings_of_the_reader_count(desk: Desk, converted: list[str], settings: dict[str, Any]) -> None:
    read_twice(desk, desk.write("a.md", TEXT), lambda: desk.set(**settings))
    assert converted == ["a.md", "a.md"]


@pytest.mark.parametrize(
    "settings",
    [
        {"SITEURL": "https://example.com", "TAG_URL": "themes/{slug}/", "THEME_STATIC_DIR": "t"},
        {"SLUGIFY_USE_UNICODE": True, "TAG_REGEX_SUBSTITUTIONS": [("two", "three")]},
        {"ARTICLE_ORDER_BY": lambda article: article.slug},
    ],
    ids=["addresses", "slugs", "order"],
)
def test_settings_of_others_do_not_count_and_are_those_of_now(desk: Desk, converted: list[str], settings: dict[str, Any]) -> None:
    """`given_by` compares slugs and the settings object of each tag."""
    read_twice(desk, desk.write("a.md", TEXT), lambda: desk.set(**settings))
    assert converted == ["a.md"]


def test_another_version_of_a_library_counts(desk: Desk, converted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    genuine = program_text.installed()
    newer = lambda: monkeypatch.setattr(reader_key, "installed", lambda: f"{genuine} Markdown-9.9.dist-info")  # noqa: E731
    read_twice(desk, desk.write("a.md", TEXT), newer)
    assert converted == ["a.md", "a.md"]


def test_the_installed_libraries_are_named_with_their_versions() -> None:
    import markdown

    assert f"Markdown-{markdown.__version__}.dist-info".lower() in program_text.installed().lower()


def test_the_program_of_an_extension_counts(desk: Desk, converted: list[str], plugin: Path) -> None:
    desk.set(MARKDOWN={"extensions": ["including"], "extension_configs": {}})

    def change() -> None:
        time.sleep(0.01)
        plugin.write_text(INCLUDING.replace('"nothing"', '"nothing at all"') + "# longer, so that Python sees a change")
        sys.modules.pop("including")
        importlib.invalidate_caches()

    read_twice(desk, desk.write("a.md", "Title: A\n\ninclude: not there"), change)
    assert converted == ["a.md", "a.md"]


def test_every_file_of_an_extension_s_package_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "parts_of_it"
    (package / "inner").mkdir(parents=True)
    for name in ("__init__.py", "inner/__init__.py", "inner/module.py", "words.txt"):
        (package / name).write_text("x = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.import_module("parts_of_it.inner.module")
    digests = {program_text.programs_digest(["parts_of_it.inner.module"])}
    for name in ("__init__.py", "inner/__init__.py", "inner/module.py", "words.txt", "new.py"):
        (package / name).write_text("x = 2\n")
        digests.add(program_text.programs_digest(["parts_of_it.inner.module"]))
    assert len(digests) == 6


def test_what_an_extension_imports_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "helper_of_it.py").write_text("def help(): return 1\n")
    (tmp_path / "user_of_it.py").write_text("from helper_of_it import help\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.import_module("user_of_it")
    before = program_text.programs_digest(["user_of_it"])
    (tmp_path / "helper_of_it.py").write_text("def help(): return 2\n")
    assert program_text.programs_digest(["user_of_it"]) != before


class _Counting(Extension):
    """Numbers all texts that it ever saw."""

    class Run(Preprocessor):
        seen = 0

        def run(self, lines: list[str]) -> list[str]:
            type(self).seen += 1
            return [*lines, f"{self.seen}"]

    def extendMarkdown(self, md: Any) -> None:  # noqa: N802  (Python-Markdown's name)
        md.preprocessors.register(self.Run(md), "counting", 1)


def test_an_unknown_extension_given_as_an_object_sees_all_texts_in_order(
    desk: Desk, converted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "WORTH_A_POOL", 2)
    desk.set(MARKDOWN={"extensions": [_Counting()], "extension_configs": {}})
    paths = [desk.write(f"{at}.md", "\n\nText") for at in range(5)]
    for first in (2, 7):  # one was made to see which modules there are
        contents = [reading.content for reading in desk.read(*paths, workers=2).values()]
        numbers = [int((content or "").split()[-1].removesuffix("</p>").removeprefix("<p>")) for content in contents]
        assert numbers == list(range(numbers[0], numbers[0] + 5)), first
    assert len(converted) == 10


def test_a_foreign_processor_of_a_field_is_asked_each_time(desk: Desk, converted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pelican_readers.METADATA_PROCESSORS, "mood", lambda value, settings: f"{value}, as {settings['SITENAME']} is")
    read_twice(desk, desk.write("a.md", "Mood: fine\n\nText"), lambda: desk.set(SITENAME="Another site"))
    assert converted == ["a.md", "a.md"]


def test_a_reader_whose_method_is_somebody_elses_is_asked_each_time(
    desk: Desk, converted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = MarkdownReader.process_metadata
    monkeypatch.setattr(MarkdownReader, "process_metadata", lambda self, name, value: genuine(self, name, f"{value}!"))
    read_twice(desk, desk.write("a.md", "Title: fine\n\nText"))
    assert converted == ["a.md", "a.md"]


@pytest.mark.parametrize("date", ["2024-05", "May 2024", "10:30", "Friday", "5", "2024"])
def test_a_date_that_today_completes_is_read_each_day(desk: Desk, converted: list[str], monkeypatch: pytest.MonkeyPatch, date: str) -> None:
    days = iter([SafeDatetime(2026, 3, 4), SafeDatetime(2025, 5, 10)])

    class Clock(SafeDatetime):
        this_day = next(days)

        @classmethod
        def now(cls, _tz: Any = None) -> Any:
            return cls.this_day

    def next_day() -> None:
        Clock.this_day = next(days)

    monkeypatch.setattr(pelican.utils, "SafeDatetime", Clock)
    read_twice(desk, desk.write("a.md", f"Date: {date}\n\nText"), next_day)
    assert converted == ["a.md", "a.md"]


@pytest.mark.parametrize(
    "date",
    [
        "2024-05-06",
        "2024-05-06 10:20",
        "2024-05-06T10:20:30Z",
        "2024-05-06 10:20+02:00",
        "6 May 2024",
        "2024-05-06 10:20:30.5 -0130",
        "20240506",
    ],
)
def test_a_whole_date_is_stored_with_its_zone(desk: Desk, converted: list[str], date: str) -> None:
    path = desk.write("a.md", f"Date: {date}\nModified: {date}\n\nText")
    read_twice(desk, path)
    assert converted == ["a.md"]
    stored, genuine = desk.read_one(path).metadata["date"], MarkdownReader(desk.settings).read(path)[1]["date"]
    assert (type(stored), stored, stored.utcoffset(), repr(stored)) == (SafeDatetime, genuine, genuine.utcoffset(), repr(genuine))
    assert isinstance(stored, datetime)


def test_the_machine_s_time_zone_counts(desk: Desk, converted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """It decides whether `UTC` in a date means a zone of that name or this place."""
    read_twice(desk, desk.write("a.md", TEXT), lambda: monkeypatch.setattr(time, "tzname", ("CET", "CEST")))
    assert converted == ["a.md", "a.md"]


def test_a_name_without_a_slug_is_complained_of_each_time_it_is_used(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    path = desk.write("a.md", "Tags: !!!\n\nText")
    for _ in range(2):
        (tag,) = desk.read_one(path).metadata["tags"]
        assert isinstance(tag, Tag)
        caplog.clear()
        assert tag.slug == ""
        assert "Unable to generate valid slug" in caplog.text


def test_readings_do_not_share_what_they_may_change(desk: Desk) -> None:
    paths = [desk.write("a.md", TEXT), desk.write("b.md", TEXT)]
    for _ in range(2):
        one, other = desk.read(*paths).values()
        assert one.metadata["tags"] is not other.metadata["tags"]
        assert one.metadata["tags"][0] is not other.metadata["tags"][0]


def test_included_files_count(desk: Desk, converted: list[str], plugin: Path, tmp_path: Path) -> None:
    desk.set(MARKDOWN={"extensions": ["including"], "extension_configs": {}})
    included = tmp_path / "included"
    path = desk.write("a.md", f"Title: A\n\ninclude: {included}")
    read_twice(desk, path)
    assert converted == ["a.md"]
    for text in ("now it is there", "and another"):
        read_twice(desk, path, lambda text=text: included.write_text(text))  # type: ignore[misc]
    included.unlink()
    assert desk.read_one(path).content == "<p>nothing</p>"
    assert converted == ["a.md"] * 4
    assert desk.read_one(path).others == ((str(included), ""),)


def test_a_text_whose_included_file_changes_meanwhile_is_read_again_next_time(
    desk: Desk, converted: list[str], plugin: Path, tmp_path: Path
) -> None:
    desk.set(MARKDOWN={"extensions": ["including"], "extension_configs": {}})
    included = tmp_path / "included"
    included.write_text("one")
    path = desk.write("a.md", f"Title: A\n\ninclude: {included}\nrun: Path({str(included)!r}).write_text('another')")
    reading = desk.read_one(path)
    assert "one" in (reading.content or "")
    assert not reading.is_current(bytes_of.digest_of)
    assert "another" in (desk.read_one(path).content or "")
    assert converted == ["a.md", "a.md"]


def test_a_file_beside_the_build_is_another_one_elsewhere(
    desk: Desk, plugin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.set(MARKDOWN={"extensions": ["including"], "extension_configs": {}})
    path = desk.write("a.md", "Title: A\n\ninclude: part")
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "part").write_text(name)
        monkeypatch.chdir(tmp_path / name)
        assert desk.read_one(path).content == f"<p>{name}</p>"


@pytest.mark.parametrize(
    "deed",
    [
        "import subprocess, sys; subprocess.run([sys.executable, '-c', ''])",
        "import os; os.system('true')",
        "import os; os.listdir('.')",
        "import glob; glob.glob('*')",
        "import socket; socket.gethostbyname('localhost')",
        "import os, pathlib; pathlib.Path(os.devnull).write_text('x')",
        "import os; os.close(os.open(os.devnull, os.O_WRONLY))",
    ],
)
def test_a_text_that_asks_or_changes_the_world_is_read_each_time(desk: Desk, converted: list[str], plugin: Path, deed: str) -> None:
    desk.set(MARKDOWN={"extensions": ["including"], "extension_configs": {}})
    read_twice(desk, desk.write("a.md", f"Title: A\n\nrun: {deed}"))
    assert converted == ["a.md", "a.md"]


@pytest.mark.parametrize("deed", ["import colorsys", "import xml.dom.minidom, json.tool", "1 + 1"])
def test_an_import_changes_nothing(desk: Desk, converted: list[str], plugin: Path, deed: str) -> None:
    desk.set(MARKDOWN={"extensions": ["including"], "extension_configs": {}})
    for name in deed.removeprefix("import ").split(", "):
        sys.modules.pop(name, None)
    path = desk.write("a.md", f"Title: A\n\nrun: {deed}")
    assert desk.read_one(path).others == ()
    read_twice(desk, path)
    assert converted == ["a.md"]


def test_code_of_a_language_that_no_lexer_knows_is_stored_for_any_place(desk: Desk, converted: list[str]) -> None:
    """Pygments looks for plug-ins then, in every folder of the path."""
    text = "``` mermaid\nA --> B\n```\n\n``` python\nx = 1\n```"
    desk.set(MARKDOWN={"extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.codehilite": {"guess_lang": False}}})
    desk.read_one(desk.write("a.md", text))
    reading = desk.read_one(desk.write("b.md", text))
    assert reading.others == ()
    assert converted == ["a.md"]


def test_a_full_store_and_no_store_are_no_difference(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.write("a.md", TEXT)
    monkeypatch.setattr(desk.store, "_open", lambda: None)
    read_twice(desk, path)


def test_what_was_read_before_an_interruption_is_stored(desk: Desk, converted: list[str]) -> None:
    paths = [desk.write(f"{at}.md", f"Title: {at}\n\nText") for at in range(5)]
    genuine = desk.seen
    desk.seen = _Interrupting(3)
    with pytest.raises(KeyboardInterrupt):
        desk.read(*paths)
    desk.seen, before = genuine, len(converted)
    desk.read(*paths)
    assert len(converted) - before == 5 - 2


class _Interrupting(list[tuple[int, int]]):
    def __init__(self, after: int) -> None:
        self.after = after

    def append(self, counts: tuple[int, int]) -> None:
        if counts[0] >= self.after:
            raise KeyboardInterrupt
