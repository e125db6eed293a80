from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reading_aids.image_files import Folders, Place, file_of, folders_of, size_of
from reading_aids.images import ImageTrouble, cover_of, with_sizes
from reading_aids.model import Cover

from .pictures import write_png, write_svg

if TYPE_CHECKING:
    from pathlib import Path

HERE = Place("articles/2026", "hello/")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    content = tmp_path / "content"
    write_png(content / "images/a b.png", 40, 30)
    write_png(content / "images/chairs.png", 400, 300)
    write_png(content / "articles/2026/own.png", 10, 20)
    write_png(content / "extra/icon.png", 16, 16)
    write_png(tmp_path / "secret.png", 1, 1)
    write_png(tmp_path / "theme/static/images/card.png", 1200, 630)
    settings = {"PATH": str(content), "THEME": str(tmp_path / "theme"), "EXTRA_PATH_METADATA": {"extra/icon.png": {"path": "icon.png"}}}
    return folders_of(settings | {"SITEURL": "https://me.example/blog"})


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("{static}/images/a%20b.png", "content/images/a b.png"),
        ("{static}../../images/chairs.png", "content/images/chairs.png"),
        ("|attach|own.png", "content/articles/2026/own.png"),
        ("{filename}own.png#x", "content/articles/2026/own.png"),
        ("/images/chairs.png?v=1", "content/images/chairs.png"),
        ("/blog/images/chairs.png", "content/images/chairs.png"),
        ("../images/chairs.png", "content/images/chairs.png"),
        ("../icon.png", "content/extra/icon.png"),
        ("/theme/images/card.png", "theme/static/images/card.png"),
        ("images/chairs.png", None),
        ("own.png", None),
        ("{static}../../../secret.png", None),
        ("{static}/../secret.png", None),
        ("{static}/images", None),
    ],
)
def test_addresses_lead_to_files(tmp_path: Path, folders: Folders, address: str, file: str | None) -> None:
    found = file_of(address, HERE, folders)
    assert (found.resolve().relative_to(tmp_path.resolve()).as_posix() if found else None) == file


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20"', (30, 20)),
        ('viewBox="0 0 24.4 48"', (24, 48)),
        ('width="100%" height="100%" viewBox="-5,-5,60,40"', (60, 40)),
        ("", None),
    ],
)
def test_drawings_have_sizes_too(tmp_path: Path, attributes: str, size: tuple[int, int] | None) -> None:
    assert size_of(write_svg(tmp_path / "a.svg", attributes)) == size


def test_images_are_completed_and_all_but_the_first_wait(folders: Folders) -> None:
    html = '<p><img alt="a" src="/images/chairs.png"><img alt="b" src="{static}own.png" /><IMG SRC=https://example.com/c.png alt=c></p>'
    assert with_sizes(html, HERE, folders) == (
        (
            '<p><img alt="a" src="/images/chairs.png" width="400" height="300" decoding="async">'
            '<img alt="b" src="{static}own.png" width="10" height="20" loading="lazy" decoding="async" />'
            '<IMG SRC=https://example.com/c.png alt=c loading="lazy" decoding="async"></p>'
        ),
        [],
    )


def test_completing_twice_changes_nothing(folders: Folders) -> None:
    once, _ = with_sizes('<img alt="a" src="/images/chairs.png"><img alt="b" src="{static}own.png">', HERE, folders)
    assert with_sizes(once, HERE, folders) == (once, [])


@pytest.mark.parametrize(
    ("given", "added"),
    [
        ('width="200"', ' height="150"'),
        ('height="600"', ' width="800"'),
        ('width="50%"', ""),
        ('width="7" height="7"', ""),
        ('loading="eager"', ' width="400" height="300"'),
    ],
)
def test_what_an_author_has_set_stays(folders: Folders, given: str, added: str) -> None:
    html = f'<img alt="a" src="{{static}}own.png"><img alt="a" src="/images/chairs.png" {given} decoding="sync">'
    lazy = "" if "loading" in given else ' loading="lazy"'
    assert with_sizes(html, HERE, folders)[0].endswith(f'{given} decoding="sync"{added}{lazy}>')


def test_a_missing_file_is_told_with_what_is_spelt_alike(folders: Folders) -> None:
    _, troubles = with_sizes('<img alt="a" src="{static}/images/chair.png">', HERE, folders)
    assert [(trouble.rule, trouble.needle, trouble.fix) for trouble in troubles] == [
        ("image-missing", "{static}/images/chair.png", "Did you mean {static}/images/chairs.png?")
    ]


def test_a_missing_folder_does_no_harm(folders: Folders) -> None:
    _, troubles = with_sizes('<img alt="a" src="{static}/nowhere/deep/x.png"><img alt="a" src="{static}/../../x.png">', HERE, folders)
    assert [trouble.rule for trouble in troubles] == ["image-missing", "image-missing"]


def test_a_file_that_is_no_image_is_told(folders: Folders) -> None:
    (folders.content / "images/broken.png").write_text("not a picture")
    _, troubles = with_sizes('<img alt="a" src="/images/broken.png">', HERE, folders)
    assert [trouble.rule for trouble in troubles] == ["image-unreadable"]


@pytest.mark.parametrize(
    ("attributes", "is_wrong"),
    [
        ("", True),
        ('alt=""', True),
        ('alt=" "', True),
        ("alt", True),
        ('alt="" class="wide decorative"', False),
        ('class="decorative"', False),
        ('alt="x"', False),
    ],
)
def test_images_need_a_description_unless_they_are_decoration(folders: Folders, attributes: str, *, is_wrong: bool) -> None:
    _, troubles = with_sizes(f'<img src="/images/chairs.png" {attributes}>', HERE, folders)
    assert [trouble.rule for trouble in troubles] == (["image-alt"] if is_wrong else [])


def test_a_bare_alt_is_written_out(folders: Folders) -> None:
    assert '<img alt="" class="decorative"' in with_sizes('<img alt class="decorative" src="{static}own.png">', HERE, folders)[0]


@pytest.mark.parametrize(
    ("value", "cover"),
    [
        ("images/chairs.png", Cover("images/chairs.png", 400, 300)),
        ("/images/chairs.png", Cover("images/chairs.png", 400, 300)),
        ("{static}/images/chairs.png", Cover("images/chairs.png", 400, 300)),
        ("{static}own.png", Cover("articles/2026/own.png", 10, 20)),
        (["images/chairs.png", "x"], Cover("images/chairs.png", 400, 300)),
        ("extra/icon.png", Cover("icon.png", 16, 16)),
        ("", None),
        (None, None),
    ],
)
def test_covers(folders: Folders, value: object, cover: Cover | None) -> None:
    assert cover_of(value, HERE, folders) == cover


@pytest.mark.parametrize("value", ["images/none.png", "https://example.com/x.png", "{static}/../secret.png", "../secret.png"])
def test_a_cover_must_be_a_file_of_the_site(folders: Folders, value: str) -> None:
    trouble = cover_of(value, HERE, folders)
    assert isinstance(trouble, ImageTrouble)
    assert trouble.rule == "image-missing"
