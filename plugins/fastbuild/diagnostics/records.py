"""What Pelican 4.12 logs, said again: what is wrong, and how to mend it. A table by the texts of its log records.

Whatever is not in the table stays as Pelican says it.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastbuild import locating

from .model import ERROR, short

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

UNFOUND, OUTSIDE, GONE = "link-unfound", "content-outside", "file-gone"
UNREAD, MISSING, STATUS, DOUBLE = "front-unread", "front-left-out", "front-status-left-out", "front-first-only"
LINK, LINK_KIND, LINK_FILE, ATTACH, ALT = "link-dead", "link-kind", "link-static", "link-attach", "image-no-alt"
SLUG, SAME_SLUG, COPY, OUTPUT = "name-no-slug", "slug-double", "file-copy", "output-double"
PLUGIN_MISSING, PLUGIN_BROKEN, SETTING = "plugin-missing", "plugin-broken", "settings-value"
UNFOUND_TEXT = "Unable to find '%s', skipping url replacement."
FORBIDDEN = "Give yourself permission to read it, or move it elsewhere."


@dataclass(frozen=True, slots=True)
class Plain:
    """A record in plain words; a place only where it is another than the record's own."""

    rule: str
    message: str
    fix: str
    path: str | None = None
    line: int | None = None
    level: str = ""
    """Where it is worse than Pelican thinks."""
    fields: tuple[str, ...] = ()
    """Whose line in the file it is about, the first that is there."""


def explained(record: logging.LogRecord, cause: BaseException | None) -> Plain | None:
    """The record in plain words; None if it is nothing that Pelican says of an author's mistake."""
    if not record.name.startswith("pelican"):
        return None
    args = record.args if isinstance(record.args, tuple) else ()
    text = str(record.msg)
    for begin, says in _TABLE.items():
        if text.startswith(begin):
            return says(args, cause)
    return None


def _unread(_args: tuple[Any, ...], cause: BaseException | None) -> Plain:
    if isinstance(cause, UnicodeDecodeError):
        return Plain(UNREAD, "this is not UTF-8, and the file is left out.", "Save the file again with the encoding UTF-8.")
    if isinstance(cause, OSError) and cause.errno in {errno.EACCES, errno.EPERM}:
        return Plain(UNREAD, "the file may not be read, and is left out.", FORBIDDEN)
    if isinstance(cause, OSError):
        return Plain(UNREAD, f"the file cannot be read: {cause.strerror or cause}.", "Put it back, or take away what refers to it.")
    kind = "" if isinstance(cause, ValueError) else f"{type(cause).__name__}: "
    what = f"{kind}{short(str(cause), 160)}" if cause else "Pelican does not say why"
    fix = "Mend what it names. If it names nothing of yours, take out half of the text, to see in which half it is."
    return Plain(UNREAD, f"the file cannot be read, and is left out: {what}.", fix, line=getattr(cause, "line", None))


def _missing(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    name = str(args[-1])
    example = "Date: 2026-03-04" if name == "date" else f"{name.capitalize()}: A good start"
    return Plain(MISSING, f"there is no {name}, and the file is left out.", f"Add a line such as {example}.", line=1)


def _status(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    what = f"there is no status '{args[0]}', and the file is left out."
    return Plain(STATUS, what, "Use published, draft or hidden.", fields=("Status",))


def _outside(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    what = f"this would be written to '{args[-1]}', which is outside of the site."
    return Plain(OUTSIDE, what, "Change its line `Save_as`, or `Slug`.", fields=("Save_as", "Slug"))


def _double(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    what = f"{str(args[0]).capitalize()} stands there twice, and only the first counts."
    return Plain(DOUBLE, what, "Keep one of them.", fields=(str(args[0]),))


def _link(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    fix = "Put the file there, or mend the path; it begins at the content folder with a slash, else at the text's own."
    return Plain(UNFOUND, f"the link to '{args[0]}' leads to nothing.", fix)


def _link_kind(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    fix = "Use {filename}, {static}, {attach}, {tag}, {category}, {author} or {index}."
    return Plain(LINK_KIND, f"a link cannot begin with '{{{args[0]}}}'.", fix)


def _link_static(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    return Plain(LINK_FILE, f"'{args[0]}' is a file and no text.", f"Write {{static}}{args[0]}.")


def _attach(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    fix = "Write {static} in place of {attach}, or leave out the other link."
    return Plain(ATTACH, f"{args[1]} cannot be put beside the page, because {args[2]}.", fix)


def _alt(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    return Plain(ALT, f"the image {args[0]} has no description.", "Say in the brackets what it shows: ![Two chairs at a table](…).")


def _slug(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    return Plain(SLUG, f"no address can be made of the {str(args[0]).lower()} '{args[1]}'.", "Write it with letters or digits.")


def _same_slug(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    sources = [str(arg) for arg in args if isinstance(arg, str) and "." in arg]
    names = " and ".join(locating.shown_path(source) for source in sources)
    return Plain(SAME_SLUG, f"{names} have one slug.", "Give one of them another `Slug`, or another `Lang` if it is a translation.")


def _copy(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    why = getattr(args[2], "strerror", None) or args[2]
    return Plain(COPY, f"the file is not copied into the site: {why}.", FORBIDDEN, path=str(args[0]))


def _copy_folder(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    return Plain(COPY, f"the folder is not copied into the site: {args[2]}.", FORBIDDEN, path=str(args[1]))


def _no_file(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    return Plain(
        COPY, "this is neither a file nor a folder, and is not copied.", "Take it away; a link must lead to something.", path=str(args[0])
    )


def _no_list(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    return Plain(SETTING, f"{args[0]} is a text.", "Give a list.", level=ERROR)


def _no_text(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    return Plain(SETTING, f"{args[0]} is {args[1]!r}.", "Give a text.", level=ERROR)


def _no_time_zone(_args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    return Plain(SETTING, "TIMEZONE is not set, so that all times are taken for UTC.", "Set it, such as to 'Europe/Berlin'.")


def _no_locale(_args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    fix = "Name one that `locale -a` lists, or 'C'."
    return Plain(SETTING, "LOCALE names none that this machine has, so that dates may be in another language.", fix)


def _gone(args: tuple[Any, ...], _cause: BaseException | None) -> Plain:
    return Plain(GONE, "the file is not there.", "Put it there, or take away what refers to it.", path=str(args[0]))


def _plugin(args: tuple[Any, ...], cause: BaseException | None) -> Plain:
    """Of an import that fails inside of the plugin the place is there; else the plugin itself is not found."""
    path, line = locating.place_in_source(cause, ends_with=(".py",)) if cause else (None, None)
    missing = getattr(cause, "name", None)
    if path is None:
        fix = "Mind its spelling in PLUGINS, install it, or put its folder into one of PLUGIN_PATHS."
        return Plain(PLUGIN_MISSING, f"there is no plugin '{args[0]}'.", fix)
    fix = f"Install {missing}." if missing else "Mend the plugin, or take it out of PLUGINS."
    return Plain(PLUGIN_BROKEN, f"the plugin '{args[0]}' cannot be loaded: {short(str(cause), 160)}.", fix, str(path), line)


def _registration(args: tuple[Any, ...], cause: BaseException | None) -> Plain:
    path, line = locating.place_in_source(cause, ends_with=(".py",)) if cause else (None, None)
    what = f"{type(cause).__name__}: {short(str(cause), 160)}"
    fix = "Mend the plugin, or take it out of PLUGINS."
    return Plain(PLUGIN_BROKEN, f"the plugin '{args[0]}' cannot start: {what}.", fix, str(path) if path else None, line)


_TABLE: dict[str, Callable[[tuple[Any, ...], BaseException | None], Plain]] = {
    "Could not process %s": _unread,
    "Skipping %s: could not find information about '%s'": _missing,
    "Skipping %s: file %r would be written outside output path": _outside,
    "Unknown status '%s' for file %s": _status,
    "Duplicate definition of `%s` for %s": _double,
    UNFOUND_TEXT: _link,
    "Replacement Indicator %r not recognized": _link_kind,
    "{filename} used for linking to static": _link_static,
    "The {attach} link in %s cannot relocate": _attach,
    "Empty alt attribute for image %s in %s": _alt,
    'Unable to generate valid slug for %s "%s".': _slug,
    'There are %s items "%s" with lang %s': _same_slug,
    "There are %s original (not translated) items": _same_slug,
    "A problem occurred copying file %s to %s": _copy,
    "While copying %s: %s: %s": _copy_folder,
    "Skipped copy %s (not a file or directory)": _no_file,
    "Detected misconfiguration with %s setting (must be a list)": _no_list,
    "Detected misconfigured %s (%s)": _no_text,
    "No timezone information specified": _no_time_zone,
    "Locale could not be set.": _no_locale,
    "Cannot get modification stamp for %s": _gone,
    "Cannot load plugin `%s`": _plugin,
    "Cannot register plugin `%s`": _registration,
}
"""By the beginning of the record's text, before its arguments are filled in."""
