"""From an image's address in a text to its file, and from the file to its size."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import imagesize

MOST_NAMES = 5000
"""So many files are compared with a missing one; more would make a mistake slow."""

_SUFFIXES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
_SITE_LINK = re.compile(r"[{|](static|attach|filename)[|}](.*)", re.DOTALL)
_VIEW_BOX = re.compile(r"""<svg\b[^>]*\bviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)""")


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the files of a site lie: `content`; `theme` by the address of a file below the root; `renamed` from output to content path."""

    content: Path
    theme: tuple[tuple[str, Path], ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    site_path: str = ""
    """Path of the site's address, for sites that do not stand at a domain's root; no slash at the end."""

    def source_of(self, output: str) -> str:
        """The content path of a file that is written to `output`."""
        return dict(self.renamed).get(output, output)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text is: `folder` of its file, relative to content; `url` of its page, relative to the site's root."""

    folder: str
    url: str


def folders_of(settings: Mapping[str, object]) -> Folders:
    """The folders that Pelican's `settings` name."""
    theme, prefix = Path(str(settings.get("THEME", ""))), str(settings.get("THEME_STATIC_DIR", "theme")).strip("/")
    static = settings.get("THEME_STATIC_PATHS", ["static"])
    extra = settings.get("EXTRA_PATH_METADATA", {})
    renamed = {str(meta["path"]): str(path) for path, meta in extra.items() if "path" in meta} if isinstance(extra, Mapping) else {}
    return Folders(
        content=Path(str(settings.get("PATH", ""))),
        theme=tuple((prefix, theme / str(path)) for path in static) if isinstance(static, (list, tuple)) else (),
        renamed=tuple(sorted(renamed.items())),
        site_path=urlsplit(str(settings.get("SITEURL", ""))).path.rstrip("/"),
    )


def is_foreign(address: str) -> bool:
    """Whether the address leads elsewhere, or holds the image itself."""
    if _SITE_LINK.match(address):
        return False
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc) or not parts.path


def file_of(address: str, place: Place, folders: Folders) -> Path | None:
    """The file behind an address of this site, None if there is none. Relative addresses are the page's, as in a browser."""
    link = _SITE_LINK.match(address)
    if link:
        return _existing(folders.content, content_path(link[2], place))
    output = unquote(urljoin(f"/{place.url}", urlsplit(address).path))
    output = posixpath.normpath(output.removeprefix(folders.site_path)).lstrip("/")
    in_content = _existing(folders.content, folders.source_of(output))
    return in_content or next((file for prefix, folder in folders.theme if (file := _theme_file(output, prefix, folder))), None)


def content_path(path: str, place: Place) -> str:
    """A path behind `{static}` as one relative to the content folder."""
    clean = unquote(urlsplit(path).path)
    return posixpath.normpath(clean.lstrip("/") if clean.startswith("/") else posixpath.join(place.folder, clean))


def _theme_file(output: str, prefix: str, folder: Path) -> Path | None:
    return _existing(folder, output.removeprefix(f"{prefix}/")) if output.startswith(f"{prefix}/") else None


def _existing(folder: Path, path: str) -> Path | None:
    """The file `path` in `folder`, if it is there and does not lead out of it."""
    file = folder / path
    is_inside = not path.startswith(("/", "../")) and path != ".."
    return file if is_inside and file.is_file() else None


def similar_files(wanted: str, folders: Folders) -> list[str]:
    """Content paths of up to three images whose names are spelt like that of `wanted`, the most similar first."""
    if wanted.startswith(".."):
        return []
    nearest = (folders.content / wanted).parent
    while not nearest.is_dir() and folders.content in nearest.parents:
        nearest = nearest.parent
    by_name: dict[str, str] = {}
    for file in islice(sorted(nearest.rglob("*")), MOST_NAMES):
        if file.suffix.lower() in _SUFFIXES:
            by_name.setdefault(file.stem.lower(), file.relative_to(folders.content).as_posix())
    close = get_close_matches(PurePosixPath(wanted).stem.lower(), by_name, n=3)
    return [by_name[name] for name in close]


def size_of(file: Path) -> tuple[int, int] | None:
    """Width and height in pixels, from the first bytes of the file; None if it has none or is no image."""
    width, height = imagesize.get(file)
    if width > 0 and height > 0:
        return width, height
    return _view_box_of(file) if file.suffix.lower() == ".svg" else None


def _view_box_of(file: Path) -> tuple[int, int] | None:
    """The size of a drawing that has only a view box, or a width in percent."""
    with file.open("rb") as opened:
        match = _VIEW_BOX.search(opened.read(4096).decode("utf-8", "replace"))
    size = (round(float(match[1])), round(float(match[2]))) if match else (0, 0)
    return size if all(size) else None
