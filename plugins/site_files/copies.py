"""The files that Pelican copies: those of the content, of the theme, and sources of articles."""

from __future__ import annotations

import fnmatch
import os
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlparse

from .model import Output, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pelican.contents import Content, Static
    from pelican.generators import Generator


def static_outputs(generator: Generator, contents: Iterable[Content]) -> Iterator[Output]:
    """Files of STATIC_PATHS and those that contents link to; `{attach}` puts one beside the content that links to it first."""
    context, folder = generator.context, Path(generator.path)
    moved = _attached(contents, context["static_content"])
    for static in context.get("staticfiles", ()):
        place = static.get_relative_source_path()
        yield Output(moved.get(place) or _save_as(static), Source(f"{folder.name}/{place}", static.source_path))


def theme_outputs(generator: Generator) -> Iterator[Output]:
    """Files of THEME_STATIC_PATHS. Where two of these folders hold the same file the later one replaces it, as it is meant to."""
    settings = generator.settings
    found: dict[str, Output] = {}
    for name in settings["THEME_STATIC_PATHS"]:
        root = Path(generator.theme, name)
        for path, relative in _files(root, settings["IGNORE_FILES"]):
            save_as = f"{settings['THEME_STATIC_DIR']}/{relative}"
            found[save_as] = Output(save_as, Source(f"{root.name}/{relative} of the theme", str(path)))
    yield from found.values()


def source_outputs(generator: Generator) -> Iterator[Output]:
    """Copies of the authors' files (OUTPUT_SOURCES), those of published ones."""
    suffix = generator.settings["OUTPUT_SOURCES_EXTENSION"]
    for content in chain(generator.context["articles"], generator.context["pages"]):
        for each in (content, *content.translations):
            yield Output(f"{os.path.splitext(each.save_as)[0]}{suffix}", Source(f"the source of “{each.title}”", each.source_path))  # noqa: PTH122  (as Pelican does)


def _save_as(static: Static) -> str:
    """Where it goes. Pelican takes the question for a link and would not let `{attach}` move the file any more."""
    was_asked = static._output_location_referenced  # noqa: SLF001  (kept as it was)
    save_as = static.save_as
    static._output_location_referenced = was_asked  # noqa: SLF001
    return save_as


def _attached(contents: Iterable[Content], statics: Mapping[str, Any]) -> dict[str, str]:
    """Places of the files that `{attach}` will move when contents are rendered, which is later than this: as `Static.attach_to` does."""
    moved: dict[str, str] = {}
    for content in contents:
        for place in _attachments(content):
            static = statics.get(place)
            if static and not hasattr(static, "override_save_as") and place not in moved:
                beside = os.path.relpath(static.source_path, Path(str(content.source_path)).parent)
                name = os.path.basename(beside) if beside.startswith(os.pardir + os.sep) else beside  # noqa: PTH119  (text, not a file)
                moved[place] = os.path.join(os.path.dirname(content.save_as), name)  # noqa: PTH118, PTH120  (as Pelican does)
    return moved


def _attachments(content: Content) -> Iterator[str]:
    """Files below the content folder that this content attaches."""
    text = content._content or ""  # noqa: SLF001  (reading `.content` would resolve its links for good)
    if "attach" not in text:
        return
    for link in content._get_intrasite_link_regex().finditer(text):  # noqa: SLF001  (Pelican's own, so that it finds what Pelican finds)
        if link["what"] == "attach":
            path = unquote(urlparse(link["value"]).path)
            below = path[1:] if path.startswith("/") else content.get_relative_source_path(os.path.join(content.relative_dir, path))  # noqa: PTH118
            yield str(below)


def _files(root: Path, ignored: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """The files that `pelican.utils.copy` would copy, with their paths below the destination, in the order of their names."""
    if _is_ignored(root.name, ignored):
        return
    if root.is_file():
        yield root, root.name
    for folder, folders, names in os.walk(root, followlinks=True):
        folders[:] = sorted(name for name in folders if not _is_ignored(name, ignored))
        for name in sorted(name for name in names if not _is_ignored(name, ignored)):
            path = Path(folder, name)
            yield path, path.relative_to(root).as_posix()


def _is_ignored(name: str, ignored: Iterable[str]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in ignored)
