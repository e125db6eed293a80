from __future__ import annotations

import io
import mailbox as stock
import tracemalloc
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from contact_cta.replies.mailboxes import MailboxError, messages_in, split
from hypothesis import given
from hypothesis import strategies as st

from tests.contact_cta.replies.folders import SEPARATOR, mail

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from contact_cta.replies.heads import Message


def read(text: str | bytes) -> list[Message]:
    return [*split(io.BytesIO(text if isinstance(text, bytes) else text.encode()), "m")]


def subjects(text: str | bytes) -> list[str]:
    return [message.field(b"subject").decode("utf-8", "replace") for message in read(text)]


def test_messages_with_their_lines_and_fields() -> None:
    found = read(mail("One") + mail("Two", "Message-ID: <x@example.com>", "X-Other: not kept"))
    assert [(message.line, message.field(b"subject"), message.damage) for message in found] == [(1, b"One", ""), (9, b"Two", "")]
    assert found[1].fields.keys() == {b"from", b"date", b"subject", b"message-id"}


def test_both_line_ends() -> None:
    text = mail("One", "X: a\n folded") + mail("Two\n\tfolded")
    assert subjects(text.replace("\n", "\r\n")) == subjects(text) == ["One", "Two\tfolded"]


@pytest.mark.parametrize(
    "separator",
    [
        "From - Tue Nov 24 03:08:08 2026",
        "From 1850@xxx Tue Nov 24 03:08:08 +0000 2026",
        "From a@b.example Tue Nov 24 03:08 CET 2026",
        "From a@b.example  Tue Nov  4 03:08:08 2026 +0100",
        "From a@b.example Tue, 24 Nov 2026 03:08:08 GMT",
        "From ",
        "From - ",
    ],
)
def test_separators_as_mail_programs_write_them(separator: str) -> None:
    first, second = mail("One"), mail("Two").replace(SEPARATOR, separator + "\n")
    assert subjects(first + second) == ["One", "Two"]
    assert subjects(second + first) == ["Two", "One"]


@pytest.mark.parametrize(
    "date", ["Nov 24 03:08:08 2026", "Nov  4 03:08 CET 2026", "Nov 24 03:08:08 +0000 2026", "Nov 4 3:08:08 2026 +0100"]
)
def test_a_dated_separator_needs_no_empty_line(date: str) -> None:
    assert subjects(mail("One").rstrip("\n") + f"\nFrom a@b.example Tue {date}\nSubject: Two\n") == ["One", "Two"]


def test_at_the_beginning_any_separator_will_do() -> None:
    assert subjects("From somebody\nSubject: One\n\n") == ["One"]


def test_the_line_of_a_message_is_that_of_its_separator() -> None:
    assert [message.line for message in read(mail("One") + "From \nSubject: Two\n\n" + mail("Three"))] == [1, 9, 12]


@pytest.mark.parametrize("length", [65_535, 65_536, 65_537, 131_072])
def test_a_very_long_line_is_one_line(length: int) -> None:
    text = SEPARATOR + "X-Long: ".ljust(length, "x") + "\nSubject: One\n\n" + "x" * length + "\n\n" + mail("Two")
    assert subjects(text) == ["One", "Two"]
    assert [message.line for message in read(text)] == [1, 7]


@pytest.mark.parametrize(
    "text",
    [
        "From here on it is easy.\nSubject: no\n",
        "\nFrom my notes\nSubject: no\n",
        "\nFrom 12:30 to 13:00 we are closed.\nThat is all.\n",
        "x" * 65536 + "From a@b.example Tue Nov 24 03:08:08 2026\nSubject: no\n",
        "\n>From a@b.example Tue Nov 24 03:08:08 2026\nSubject: no\n",
        "\nSubject: no\n",
        "no empty line before\nFrom \nSubject: no\n",
    ],
)
def test_a_body_does_not_begin_a_message(text: str) -> None:
    assert subjects(mail("One") + text + "\n" + mail("Two")) == ["One", "Two"]


def test_the_first_of_two_equal_fields_counts() -> None:
    assert subjects(SEPARATOR + "Subject: one\nSUBJECT : two\n\n") == ["one"]


@pytest.mark.parametrize(
    ("damaged", "what"),
    [
        (SEPARATOR + "\nA body.\n\n", "no head"),
        (SEPARATOR + "this is no field\nnor is this\n\n", "no head"),
        (SEPARATOR, "no head"),
        (SEPARATOR + "From: a@b.example\n", "cut off"),
        (SEPARATOR + "From: a@b.example\n\0\0\0\0\n\nBody\n\n", "broken"),
    ],
)
def test_a_damaged_message_is_said_and_the_next_one_read(damaged: str, what: str) -> None:
    found = read(mail("One") + damaged + mail("Two"))
    assert [message.line for message in found][1] == 9
    assert what in found[1].damage
    assert [found[0].damage, found[2].damage] == ["", ""]
    assert found[2].field(b"subject") == b"Two"


def test_a_message_without_subject_is_not_damaged() -> None:
    assert [message.damage for message in read(SEPARATOR + "From: a@b.example\n\nBody\n\n")] == [""]
    assert [message.damage for message in read(SEPARATOR + ">From a Tue Nov 24 03:08:08 2026\nFrom: a@b.example\n\nBody\n\n")] == [""]


def test_lines_between_head_and_separator_do_no_harm() -> None:
    assert subjects(SEPARATOR + ">From a Tue Nov 24 03:08:08 2026\nnonsense\nSubject: One\n\n") == ["One"]


@given(st.lists(st.binary(max_size=60), max_size=12))
def test_any_bytes_are_read_to_their_end(parts: list[bytes]) -> None:
    found = read(b"\n\n".join([*parts, SEPARATOR.encode() + b"Subject: last\n\n"]))
    assert all(len(message.field(b"subject")) <= 9000 for message in found)
    assert read(b"\n" + SEPARATOR.encode() + b"Subject: last\n\n")[-1].field(b"subject") == b"last"


LINES = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40)


@given(st.lists(st.tuples(LINES, st.lists(LINES, max_size=5)), max_size=6))
def test_what_python_writes_is_read(tmp_path_factory: pytest.TempPathFactory, letters: list[tuple[str, list[str]]]) -> None:
    path = tmp_path_factory.mktemp("mail") / "m.mbox"
    folder = stock.mbox(path)
    for subject, body in letters:
        message = EmailMessage()
        message["Subject"] = "s " + subject.strip()
        message.set_content("\n".join([*body, "From me", *body]) + "\n")
        folder.add(message)
    folder.close()
    # Python marks mail of its own with MAILER-DAEMON and asctime, as RFC 4155 has it.
    assert len([*messages_in(path)]) == len(letters)
    assert not [message for message in messages_in(path) if message.damage]


# --- Size


class Endless(io.RawIOBase):
    """A folder that is never anywhere as a whole: gives `count` letters one after the other, and counts the bytes that were taken."""

    def __init__(self, letter: bytes, count: int) -> None:
        self._letter, self._left = letter, count
        self._rest = b""
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        while len(self._rest) < len(view) and self._left:
            some = min(self._left, 500)
            self._rest += self._letter * some
            self._left -= some
        size = min(len(view), len(self._rest))
        view[:size], self._rest = self._rest[:size], self._rest[size:]
        self.taken += size
        return size


def peak_of(letter: bytes, count: int) -> tuple[int, int, int]:
    """Messages found, bytes read and bytes of memory at the most."""
    source = Endless(letter, count)
    tracemalloc.start()
    try:
        found = sum(1 for _ in split(io.BufferedReader(source, 1 << 16), "m"))
        return found, source.taken, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_folder() -> None:
    letter = (SEPARATOR + "Subject: something else\n\nText\n\n").encode()
    few, many = peak_of(letter, 3_000), peak_of(letter, 200_000)
    assert few[:2] == (3_000, 3_000 * len(letter))
    assert many[:2] == (200_000, 200_000 * len(letter))  # each byte is read, and read once
    assert many[2] < few[2] + 100_000 < 2_000_000


@pytest.mark.parametrize("field", [b"Subject: ", b"X-Other: ", b"Subject: x\n\n", b""])
def test_memory_does_not_grow_with_a_line_that_never_ends(field: bytes) -> None:
    class OneLine(Endless):
        pass

    start = io.BytesIO(SEPARATOR.encode() + field)
    source = OneLine(b"x" * 10_000, 3_000)
    source._rest = start.getvalue()
    tracemalloc.start()
    try:
        assert len([*split(io.BufferedReader(source, 1 << 16), "m")]) == 1
        assert tracemalloc.get_traced_memory()[1] < 30_000_000 / 2
    finally:
        tracemalloc.stop()
    assert source.taken == 30_000_000 + len(start.getvalue())


# --- Maildir and paths


def maildir(folder: Path) -> Path:
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    return folder


def test_a_maildir_is_read_from_cur_and_new(tmp_path: Path) -> None:
    folder = maildir(tmp_path / "Mail")
    for path, subject in (("cur/1:2,S", "One"), ("new/2", "Two"), ("tmp/3", "unfinished"), ("cur/.hidden", "hidden")):
        (folder / path).write_text(mail(subject).replace(SEPARATOR, ""))
    assert sorted(message.field(b"subject") for message in messages_in(folder)) == [b"One", b"Two"]


def test_a_damaged_file_of_a_maildir_is_named(tmp_path: Path) -> None:
    folder = maildir(tmp_path / "Mail")
    (folder / "cur/empty").write_text("")
    (folder / "cur/folder").mkdir()
    found = {Path(message.path).name: message.damage for message in messages_in(folder)}
    assert found.keys() == {"empty", "folder"}
    assert found["empty"] == "it has no head"
    assert found["folder"].startswith("it cannot be read")


def test_files_are_opened_one_after_the_other(tmp_path: Path) -> None:
    folder = maildir(tmp_path / "Mail")
    for number in range(20):
        (folder / "cur" / str(number)).write_text(mail("x").replace(SEPARATOR, ""))
    stream = messages_in(folder)
    next(stream)
    for path in (folder / "cur").iterdir():
        path.write_text("")
    assert {message.damage for message in stream} == {"it has no head"}


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("letters.eml", b"Subject: x\n\nbody\n", "is no mbox"),
        ("picture.png", b"\x89PNG\r\n", "is no mbox"),
        ("takeout.zip", b"PK\x03\x04....", "Unpack it"),
        ("takeout.tgz", b"\x1f\x8b....", "Unpack it"),
    ],
)
def test_other_files_are_refused_at_once(tmp_path: Path, name: str, content: bytes, *, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(MailboxError, match=why):
        messages_in(tmp_path / name)


def test_other_folders_and_nothing_at_all_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MailboxError, match="no Maildir"):
        messages_in(tmp_path)
    with pytest.raises(MailboxError, match="no such file"):
        messages_in(tmp_path / "nowhere.mbox")


def test_an_empty_file_is_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty.mbox").write_bytes(b"\n")
    assert [*messages_in(tmp_path / "empty.mbox")] == []


def test_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "m.mbox"
    path.write_text(mail("One"))
    before = path.stat().st_mtime_ns
    assert len([*messages_in(path)]) == 1
    assert (path.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == (before, [path])
