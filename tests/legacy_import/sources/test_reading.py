"""Files, folders and archives."""

from __future__ import annotations

import bz2
import gzip
import io
import os
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from legacy_import.model import Item, Kind, Place
from legacy_import.sources import read, read_all, reading
from legacy_import.sources.archives import Limits
from legacy_import.sources.detect import Form

from tests.legacy_import.sources.corpus import Read, items, read_bytes, sample, troubles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TAKEOUT = sample("takeout.atom")
NUMBER = len(items(read_bytes(TAKEOUT)))
PAGE = b"<!DOCTYPE html><html><body><p>A page</p></body></html>"
PICTURE = b"\xff\xd8\xff\xe0 a picture"


@pytest.fixture(autouse=True)
def _handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and texts have readers of their own, with tests of their own; here they only say what they were given."""

    def given_to(form: Form) -> object:
        return lambda data, file: iter([Item(Kind.POST, Place(file), title=form.name, html=data.decode(errors="replace"))])

    for form in (Form.PAGE, Form.TEXT, Form.MAIL):
        monkeypatch.setitem(reading._WHOLE, form, given_to(form))


def zipped(files: dict[str, bytes], path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def tarred(files: dict[str, bytes], path: Path, mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def titles(found: list[Read]) -> list[str]:
    return [item.title for item in items(found)]


def files(found: list[Read], folder: Path) -> list[str]:
    return [item.place.file.removeprefix(folder.as_posix() + "/") for item in items(found)]


def write(folder: Path, content: dict[str, bytes]) -> Path:
    for name, data in content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


# --- Files


def test_a_name_says_nothing_of_what_a_file_is(tmp_path: Path) -> None:
    for name in ("export.jpg", "export", "export.txt"):
        (tmp_path / name).write_bytes(TAKEOUT)
        assert len(items(read(tmp_path / name))) == NUMBER
    (tmp_path / "page.xml").write_bytes(PAGE)
    assert titles(list(read(tmp_path / "page.xml"))) == ["PAGE"]


def test_a_place_is_a_file_and_a_line(tmp_path: Path) -> None:
    path = tmp_path / "feed.atom"
    path.write_bytes(TAKEOUT)
    first = items(read(path))[0]
    assert first.place == Place(path.as_posix(), TAKEOUT[: TAKEOUT.index(b"<entry>")].count(b"\n") + 1)


def test_json_feeds_and_what_stands_before_an_export(tmp_path: Path) -> None:
    write(tmp_path, {"a": sample("feed.json"), "b": b"Notice: undefined index in x.php\n" + TAKEOUT})
    assert len(items(read(tmp_path / "a"))) == 3
    found = list(read(tmp_path / "b"))
    assert len(items(found)) == NUMBER
    assert "repaired-before-the-beginning" in troubles(found)


@pytest.mark.parametrize(("data", "rule"), [(b"%PDF-1", "unknown-source"), (b"", "unknown-source"), (bz2.compress(PAGE), "unknown-source")])
def test_what_cannot_be_read_is_told(data: bytes, rule: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(data)
    (trouble,) = read(tmp_path / "x")
    assert set(troubles([trouble])) == {rule}
    assert trouble.place.file == (tmp_path / "x").as_posix()  # type: ignore[union-attr]


def test_what_is_not_there_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(TAKEOUT)
    found = list(read_all([tmp_path / "gone", tmp_path / "a"]))
    assert "source-missing" in troubles(found)
    assert len(items(found)) == NUMBER


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may read everything cannot be refused")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(TAKEOUT)
    (tmp_path / "x").chmod(0)
    assert set(troubles(read(tmp_path / "x"))) == {"source-unreadable"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert set(troubles(read(tmp_path / "pipe"))) == {"source-unreadable"}
    assert set(troubles(read(tmp_path))) == {"source-empty"}


def test_a_page_that_is_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_WHOLE", 100_000)
    (tmp_path / "x").write_bytes(PAGE + b" " * 200_000)
    assert set(troubles(read(tmp_path / "x"))) == {"too-large"}


# --- Folders


def test_a_folder_is_read_by_name_and_only_what_may_be_a_post(tmp_path: Path) -> None:
    content = {
        "b/2.html": PAGE,
        "a/1.html": PAGE,
        "a/1_files/frame.html": PAGE,
        "a/1_files/style.css": b"p {}",
        "c.txt": b"A text",
        "d.csv": b"a,b",
        "e.css": b"p {}",
        "f.jpg": PICTURE,
        "g.jpg": PICTURE,
        ".hidden.html": PAGE,
        "__MACOSX/x.html": PAGE,
        "h_files/kept.html": PAGE,
    }
    found = list(read(write(tmp_path, content)))
    assert files(found, tmp_path) == ["a/1.html", "b/2.html", "c.txt", "h_files/kept.html"]
    assert "2 times a picture" in troubles(found)["other-files"].what
    assert troubles(found)["other-files"].what.startswith("4 files")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_out_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"outside/x.html": PAGE, "inside/y.html": PAGE})
    (tmp_path / "inside" / "link.html").symlink_to(tmp_path / "outside" / "x.html")
    (tmp_path / "inside" / "folder").symlink_to(tmp_path / "outside")
    assert files(list(read(tmp_path / "inside")), tmp_path) == ["inside/y.html"]


# --- Archives

MEMBERS = {"Takeout/Blogger/feed.atom": TAKEOUT, "Takeout/a.jpg": PICTURE, "Takeout/p.html": PAGE, "Takeout/p_files/x.html": PAGE}


def test_a_zip_as_takeout_and_wordpress_com_give_it(tmp_path: Path) -> None:
    found = list(read(zipped(MEMBERS, tmp_path / "x.zip")))
    assert len(items(found)) == NUMBER + 1
    assert items(found)[0].place.file == (tmp_path / "x.zip").as_posix() + "/Takeout/Blogger/feed.atom"
    assert set(troubles(found)) == {"other-files"}


@pytest.mark.parametrize("mode", ["w:gz", "w"])
def test_a_tar_packed_or_not(mode: str, tmp_path: Path) -> None:
    found = list(read(tarred(MEMBERS, tmp_path / "x", mode)))
    assert len(items(found)) == NUMBER + 2
    assert set(troubles(found)) == {"other-files"}


def test_a_file_in_gzip(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(gzip.compress(TAKEOUT[:2000]) + gzip.compress(TAKEOUT[2000:]) + b"\0" * 10)
    assert len(items(read(tmp_path / "x"))) == NUMBER


def test_an_archive_among_the_files_of_a_folder(tmp_path: Path) -> None:
    zipped(MEMBERS, tmp_path / "x.zip")
    assert len(items(read(tmp_path))) == NUMBER + 1


@pytest.mark.parametrize(
    "name", ["../../../escape.atom", "/etc/escape.atom", "..\\..\\escape.atom", "C:\\escape.atom", "a\nb\x1b[31m.atom", "x" * 5000]
)
def test_no_name_in_an_archive_is_a_path(name: str, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    before = sorted(tmp_path.rglob("*"))
    archive = zipped({name: TAKEOUT}, inner / "x.zip")
    found = list(read(archive))
    assert len(items(found)) == NUMBER
    file = items(found)[0].place.file.removeprefix(archive.as_posix())
    assert ".." not in file
    assert file.isprintable()
    assert len(file) < 300
    assert sorted(path for path in tmp_path.rglob("*") if path != archive) == before


def test_a_bomb_is_left_as_soon_as_it_is_known_as_one(tmp_path: Path) -> None:
    bomb = TAKEOUT[: TAKEOUT.index(b"<entry>")] + b"<x>" + b" " * 3_000_000
    limits = Limits(ratio=100, free=100_000)
    for path in (zipped({"x": bomb}, tmp_path / "x.zip"), tarred({"x": bomb}, tmp_path / "x.tgz")):
        found = list(read(path, limits))
        assert not items(found)
        assert "archive-ratio" in troubles(found)


def test_limits_of_size_and_number(tmp_path: Path) -> None:
    many = zipped({f"{number:03}.html": PAGE for number in range(50)}, tmp_path / "many.zip")
    assert "archive-members" in troubles(read(many, Limits(members=20)))
    packed = tarred({f"{number:03}.html": PAGE for number in range(50)}, tmp_path / "many.tgz")
    found = list(read(packed, Limits(members=20)))
    assert "archive-members" in troubles(found)
    assert len(items(found)) == 20
    found = list(read(zipped({"a": TAKEOUT, "b": TAKEOUT * 100}, tmp_path / "large.zip"), Limits(size=len(TAKEOUT) * 10)))
    assert "archive-size" in troubles(found)
    assert len(items(found)) >= NUMBER


def test_an_archive_in_an_archive_is_told(tmp_path: Path) -> None:
    inner = zipped({"x": TAKEOUT}, tmp_path / "inner.zip").read_bytes()
    assert "archive-nested" in troubles(read(zipped({"inner.zip": inner}, tmp_path / "outer.zip")))
    data = TAKEOUT
    for _ in range(5):
        data = gzip.compress(data)
    (tmp_path / "x.gz").write_bytes(data)
    assert set(troubles(read(tmp_path / "x.gz"))) == {"archive-nested"}


def test_a_document_of_office_is_not_taken_for_posts(tmp_path: Path) -> None:
    found = list(read(zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}, tmp_path / "x.docx")))
    assert set(troubles(found)) == {"unknown-source"}


def _encrypted(data: bytes) -> bytes:
    """The archive with the mark of an encrypted file, in both its headers."""
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        data = data[:at] + bytes([data[at] | 1]) + data[at + 1 :]
    return data


def test_an_encrypted_archive_is_told(tmp_path: Path) -> None:
    path = zipped({"x": TAKEOUT}, tmp_path / "x.zip")
    path.write_bytes(_encrypted(path.read_bytes()))
    found = list(read(path))
    assert not items(found)
    assert "archive-encrypted" in troubles(found)


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_what_comes_before_the_damage_is_kept(share: float, tmp_path: Path) -> None:
    many = {f"{number:03}.html": PAGE + bytes(str(number**9), "ascii") for number in range(100)}
    whole = tarred(many, tmp_path / "x.tgz").read_bytes()
    (tmp_path / "x.tgz").write_bytes(whole[: int(len(whole) * share)])
    found = list(read(tmp_path / "x.tgz"))
    assert "archive-damaged" in troubles(found)
    assert len(items(found)) > 100 * share / 4


@pytest.mark.parametrize("pack", [zipped, tarred])
@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_archive_is_an_error(pack: object, data: st.DataObject, tmp_path: Path) -> None:
    path: Path = pack({"a.atom": TAKEOUT, "b.html": PAGE}, tmp_path / "x")  # type: ignore[operator]
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    assert list(read(path))


def test_a_source_is_read_only_as_far_as_somebody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten items are there before the export is read to its end, so nothing holds all of it: nor does one that never tells its offset."""
    drafts = sample("wordpress-1.2.xml")
    for data, begin, end in ((TAKEOUT, b"  <entry>", b"</entry>"), (drafts, b"<item>", b"</item>")):
        head, record = data[: data.index(begin)], data[data.index(begin) : data.index(end) + len(end)]
        taken = 0

        def blocks(_: Path, head: bytes = head, record: bytes = record) -> Iterator[bytes]:
            nonlocal taken
            yield head
            for taken in range(100_000):  # noqa: B007  (counted for what is asserted below)
                yield record

        monkeypatch.setattr(reading, "_file_blocks", blocks)
        (tmp_path / "x").write_bytes(b"")
        found = read(tmp_path / "x")
        for _ in range(10):
            next(found)
        assert taken < 2000
