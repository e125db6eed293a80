"""What Pelican really logs, in plain words. The records come from Pelican's own functions, so that a change there shows here."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pelican
import pytest
from fastbuild.diagnostics import records
from fastbuild.diagnostics.after_reading import unreadable_folders
from fastbuild.problems import Problem, ProblemCollector
from pelican.settings import DEFAULT_CONFIG, configure_settings
from pelican.urlwrappers import Tag
from pelican.utils import copy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def collector() -> Iterator[ProblemCollector]:
    collector = ProblemCollector()
    logging.getLogger().addHandler(collector)
    yield collector
    logging.getLogger().removeHandler(collector)


def told(collector: ProblemCollector) -> list[tuple[str, str | None, str]]:
    return [(problem.level, problem.path.name if problem.path else None, problem.message) for problem in collector.problems]


def test_a_file_that_cannot_be_copied(tmp_path: Path, collector: ProblemCollector) -> None:
    (tmp_path / "a.png").write_bytes(b"a")
    (tmp_path / "b.png").mkdir()
    copy(str(tmp_path / "a.png"), str(tmp_path / "b.png"))
    ((level, name, message),) = told(collector)
    assert (level, name) == ("WARNING", "a.png")
    assert message.startswith("the file is not copied into the site: ")


@pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
def test_a_link_to_nothing_in_a_folder_of_files(tmp_path: Path, collector: ProblemCollector) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").symlink_to(tmp_path / "none.png")
    copy(str(tmp_path / "images"), str(tmp_path / "b"))
    assert told(collector) == [("WARNING", "a.png", "this is neither a file nor a folder, and is not copied.")]


def test_a_name_without_an_address(collector: ProblemCollector) -> None:
    assert Tag("!!!", DEFAULT_CONFIG).slug == ""
    assert told(collector) == [("WARNING", None, "no address can be made of the tag '!!!'.")]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"STATIC_PATHS": "images"}, ("ERROR", None, "STATIC_PATHS is a text.")),
        ({"FILENAME_METADATA": ["a"]}, ("ERROR", None, "FILENAME_METADATA is ['a'].")),
        (
            {"LOCALE": ["xx_XX.none"]},
            ("WARNING", None, "LOCALE names none that this machine has, so that dates may be in another language."),
        ),
    ],
)
def test_settings_that_pelican_mends_itself(tmp_path: Path, collector: ProblemCollector, given: dict[str, object], said: object) -> None:
    sound = {"PATH": str(tmp_path), "TIMEZONE": "UTC", "SITEURL": "https://example.com", "LOCALE": ["C"]}
    configure_settings(DEFAULT_CONFIG | sound | given)
    assert told(collector) == [said]


def test_a_time_zone_that_is_not_set(tmp_path: Path, collector: ProblemCollector) -> None:
    configure_settings(DEFAULT_CONFIG | {"PATH": str(tmp_path), "SITEURL": "https://example.com", "LOCALE": ["C"]})
    assert told(collector) == [("WARNING", None, "TIMEZONE is not set, so that all times are taken for UTC.")]


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (PermissionError(13, "Permission denied"), "the file may not be read, and is left out."),
        (FileNotFoundError(2, "No such file or directory"), "the file cannot be read: No such file or directory."),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), "this is not UTF-8, and the file is left out."),
        (RecursionError("maximum depth"), "the file cannot be read, and is left out: RecursionError: maximum depth."),
    ],
)
def test_a_file_that_cannot_be_read(collector: ProblemCollector, cause: Exception, said: str) -> None:
    try:
        raise cause
    except type(cause):
        logging.getLogger("pelican.generators").error("Could not process %s", "a.md")  # noqa: TRY400  (as Pelican does without DEBUG)
    ((level, _, message),) = told(collector)
    assert (level, message) == ("ERROR", said)


def test_what_is_no_record_of_pelican_stays_as_it_is(collector: ProblemCollector) -> None:
    logging.getLogger("plugin").warning("Unable to find '%s', skipping url replacement.", "a.md")
    assert told(collector) == [("WARNING", None, "Unable to find 'a.md', skipping url replacement.")]


def test_all_texts_of_the_table_are_in_pelican() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(pelican.__file__).parent.rglob("*.py"))
    plain = sources.replace('"\n', "").replace(" " * 4, "").replace('"', "").replace("\\", "").replace("'", "").replace("\n", "")
    for text in records._TABLE:
        assert text[:28].replace('"', "").replace("'", "") in plain, text


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "closed").mkdir()
    scandir: Callable[..., object] = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    (problem,) = unreadable_folders(tmp_path)
    assert isinstance(problem, Problem)
    assert (problem.level, problem.path) == ("ERROR", tmp_path / "closed")
    assert problem.message == "the folder cannot be opened (Permission denied), so that everything in it is left out."
