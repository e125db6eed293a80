"""Files of old posts are found, named safely, and kept once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from legacy_import.media import Media

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text or path.as_posix(), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("file", "url"),
    [
        ("2009/05/desk.jpg", "https://blog.example/wp-content/uploads/2009/05/desk.jpg"),
        ("2009/05/desk.jpg", "https://blog.example/wp-content/uploads/2009/05/desk-300x200.jpg?w=300"),
        ("2009/05/desk.jpg", "https://blog.files.wordpress.com/2009/05/desk.jpg?w=640"),
        ("2009/05/desk.jpg", "https://blog.example/wp-content/uploads/2009/05/desk-scaled.jpg"),
        ("Album/My Desk.JPG", "https://blogger.googleusercontent.com/img/b/x/s1600/My%20Desk.JPG"),
        ("Album/My Desk.JPG", "https://1.bp.blogspot.com/-a/b/c/d/w320-h200/My+Desk.JPG"),
        ("a.png", "https://web.archive.org/web/20100101000000im_/http://blog.example/pictures/a.png"),
    ],
)
def test_a_file_is_found_by_its_old_address(tmp_path: Path, file: str, url: str) -> None:
    wanted = write(tmp_path / file)
    media = Media((tmp_path,))
    place = media.place_of(url, shown_in="articles/a.md")
    assert place
    assert media.copies == {place: wanted}
    assert place.startswith("images/")
    assert place.isascii()
    assert " " not in place


def test_of_two_files_of_one_name_the_folders_decide(tmp_path: Path) -> None:
    may, june = write(tmp_path / "2009/05/a.jpg"), write(tmp_path / "2009/06/a.jpg")
    media = Media((tmp_path,))
    places = [media.place_of(f"https://x.example/wp-content/uploads/2009/{month}/a.jpg", shown_in="") for month in ("06", "05")]
    assert [media.copies[str(place)] for place in places] == [june, may]
    assert len(set(places)) == 2


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    write(tmp_path / "a.jpg", "same")
    write(tmp_path / "b.jpg", "same")
    media = Media((tmp_path,))
    assert media.place_of("/a.jpg", shown_in="") == media.place_of("/b.jpg", shown_in="")
    assert len(media.copies) == 1


def test_what_is_missing_is_remembered_with_its_text(tmp_path: Path) -> None:
    media = Media((tmp_path,))
    assert media.place_of("https://x.example/none.jpg", shown_in="articles/a.md") is None
    assert media.missing == {"https://x.example/none.jpg": "articles/a.md"}


def test_a_saved_pages_pictures_lie_beside_it_and_nowhere_else(tmp_path: Path) -> None:
    near = write(tmp_path / "saved" / "post_files" / "a.jpg")
    write(tmp_path / "secret.jpg")
    media = Media(())
    place = media.place_of("post_files/a.jpg", shown_in="", beside=tmp_path / "saved")
    assert media.copies[str(place)] == near
    for url in ("../secret.jpg", "/../secret.jpg", "..%2fsecret.jpg", f"file://{tmp_path}/secret.jpg", str(tmp_path / "secret.jpg")):
        assert media.place_of(url, shown_in="", beside=tmp_path / "saved") is None, url


@pytest.mark.parametrize("url", ["a" * 5000 + ".jpg", "a%00b.jpg", "http://[x/a.jpg", "\ud800.jpg"])
def test_names_that_no_file_can_have_are_missing(tmp_path: Path, url: str) -> None:
    media = Media((tmp_path,))
    assert media.place_of(url, shown_in="", beside=tmp_path) is None
    assert url in media.missing


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.jpg")
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "a.jpg").symlink_to(secret)
    assert Media((tmp_path / "media",)).place_of("/a.jpg", shown_in="") is None


def test_odd_names_are_made_safe(tmp_path: Path) -> None:
    write(tmp_path / "Ünïcødé – ‘photo’ (1).JPG")
    place = Media((tmp_path,)).place_of(
        "https://x.example/%C3%9Cn%C3%AFc%C3%B8d%C3%A9%20%E2%80%93%20%E2%80%98photo%E2%80%99%20(1).JPG", shown_in=""
    )
    assert place == "images/unicode-photo-1.jpg"
