"""What went wrong while a page was made, at the template's line: a mistake in a template, or None for a defect of a program."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from fastbuild import locating
from fastbuild.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = "template"
ENDINGS = (".html", ".xml", ".txt", ".svg", ".json")
_CHECK = "Check the spelling, or allow for its absence: {% if … is defined %}."


def template_problem(error: BaseException, page: str = "") -> Problem | None:
    """The problem behind `error`; `page` is the file that was being made, found in the traceback if it is not given."""
    pages = tuple(filter(None, (page or page_being_made(error),)))
    path, line = locating.place_in_source(error, ends_with=ENDINGS)
    if isinstance(error, TemplateSyntaxError):
        place = Path(error.filename or error.name or "?")
        return Problem(
            "ERROR",
            f"template: {(error.message or 'it cannot be read').removesuffix('.')}.",
            place,
            error.lineno,
            RULE,
            _syntax_fix(error),
            pages,
        )
    if isinstance(error, UnicodeDecodeError) and (place_of := _template_being_read(error)):
        return Problem("ERROR", "template: the file is not UTF-8.", place_of, None, RULE, "Save it again with the encoding UTF-8.", pages)
    if isinstance(error, TemplateNotFound) or type(error).__name__ == "PelicanTemplateNotFound":
        return _not_found(error, path, line, pages)
    if not (isinstance(error, TemplateError) or path):
        return None
    return Problem("ERROR", f"template: {_said(error)}", path, line, RULE, _undefined_fix(error), pages)


def _said(error: BaseException) -> str:
    text = " ".join(str(error).split())
    if isinstance(error, UndefinedError) or not text:
        return (text or type(error).__name__).removesuffix(".") + "."
    return f"{type(error).__name__}: {text.removesuffix('.')}."


def _undefined_fix(error: BaseException) -> str:
    """With the name that was meant, if what the template was given has one like it."""
    if not isinstance(error, UndefinedError):
        return "Mend the line."
    name = str(error).partition("'")[2].partition("'")[0]
    given = next((found for frame in _frames(error) if isinstance(found := frame.f_locals.get("localcontext"), dict)), {})
    near = get_close_matches(name, sorted(given), n=1) if str(error).endswith("is undefined") else []
    return f"Did you mean {near[0]}?" if near else _CHECK


def _syntax_fix(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if "No filter named" in message or "No test named" in message:
        return "Check the spelling, or name the plugin that brings it in PLUGINS."
    return "Mend it, or take your own template away so that the theme's is used."


def _not_found(error: BaseException, path: Path | None, line: int | None, pages: tuple[str, ...]) -> Problem:
    name = str(error.name) if isinstance(error, TemplateNotFound) and error.name else _named_by_pelican(error)
    known = sorted(_known_to(error))
    near = get_close_matches(name, known, n=1)
    fix = f"Did you mean '{near[0]}'?" if near else "Put it into templates/ of the theme or of your own, or mend the name."
    return Problem("ERROR", f"template: there is no template '{name}'.", path, line, RULE, fix, pages)


def _named_by_pelican(error: BaseException) -> str:
    """Of `[templates] unable to load story[.html] from [...]`."""
    return str(error).partition("unable to load ")[2].partition("[")[0] or "?"


def _frames(error: BaseException) -> Iterator[Any]:
    trace = error.__traceback__
    while trace:
        yield trace.tb_frame
        trace = trace.tb_next


def _known_to(error: BaseException) -> Iterator[str]:
    for frame in _frames(error):
        owner = frame.f_locals.get("self")
        environment: Any = getattr(owner, "environment", None) or getattr(owner, "env", None)
        if hasattr(environment, "list_templates"):
            yield from environment.list_templates()
            return


def _template_being_read(error: BaseException) -> Path | None:
    for frame in _frames(error):
        name = frame.f_locals.get("filename")
        if frame.f_code.co_name == "get_source" and isinstance(name, str):
            return Path(name)
    return None


def page_being_made(error: BaseException) -> str:
    """The name below the output folder that Pelican's writer was at; empty if it was at none."""
    frames = (frame for frame in _frames(error) if frame.f_code.co_name == "_write_file" and "name" in frame.f_locals)
    return next((str(frame.f_locals["name"]) for frame in frames), "")
