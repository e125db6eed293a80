"""One build from start to end, for a person at a terminal.

Nothing that starts slowly is imported before it is known that something has changed.
"""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import guarding, inputs
from .output import DisturbedError, HalfwayError, LockedError, PlacingError, opened
from .paths import memory_folder, shown
from .terminal import FINE, MISTAKES, UNUSABLE, complain, counted, say

if TYPE_CHECKING:
    from pathlib import Path

    from .making import Made
    from .output import Tree
    from .sources import Sources

FOREIGN_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for. `root` is the project's folder, `see_it` the command that the last line recommends."""

    root: Path
    sources: Sources
    output: Path
    publishing: bool = False
    see_it: str = "python3 tasks.py serve"
    stock: bool = False
    """By stock Pelican, without the engine."""
    as_json: bool = False
    """A report for programs, and nothing else on standard output."""
    cache: Path | None = None
    """The folder for what later builds use again; `.cache` of the project if not given."""

    @property
    def cache_folder(self) -> Path:
        return self.cache or self.root / ".cache"

    @property
    def memory(self) -> Path:
        """The folder for what is known of this site in this output folder; another site there has another."""
        return memory_folder(self.sources, self.output, self.cache_folder)

    @property
    def asked(self) -> tuple[str, ...]:
        """All of it in texts, by which a later build knows that the same is asked for."""
        return str(self.sources.settings), str(self.sources.content), str(self.output), str(self.publishing), str(self.stock)


def build(request: Request) -> int:
    """Build and place the site; return the exit code. The output folder stays as it was unless the whole site is there to replace it."""
    why_not = _why_not(request)
    if why_not:
        complain(why_not)
        return UNUSABLE
    if not request.as_json:
        say("Building the site for publishing ..." if request.publishing else "Building the site ...")
    try:
        with opened(request.output, request.cache_folder) as tree:
            return _build(request, tree)
    except LockedError as error:
        complain(f"ERROR {error}")
        return UNUSABLE
    except HalfwayError as error:
        complain(f"ERROR {_why_not_written(request, error)}")
        complain(f"Some files in {shown(request.output)}{os.sep} are new, some still as they were. Build again before you upload anything.")
        return MISTAKES
    except (OSError, PlacingError, DisturbedError) as error:
        complain(f"ERROR {_why_not_written(request, error)}")
        complain(_as_before(request))
        return MISTAKES


def _why_not(request: Request) -> str | None:
    content = () if request.sources.content is None else (request.sources.content,)
    if not request.sources.settings.is_file():
        return f"There is no settings file {shown(request.sources.settings)}. Name one with --settings."
    if content and not content[0].is_dir():
        return f"There is no folder {shown(content[0])}. Name the one with your articles with --content."
    return guarding.refusal(request.output, root=request.root, sources=(*content, request.sources.settings))


def _build(request: Request, tree: Tree) -> int:
    if not request.as_json and _is_unchanged(request, tree):
        return FINE
    from . import making  # noqa: PLC0415  it takes a third of a second to import Pelican
    from .running import SettingsError  # noqa: PLC0415

    try:
        made = making.make(request, tree)
    except SettingsError as error:
        complain(error)
        complain(_as_before(request))
        return UNUSABLE
    except (OSError, PlacingError, DisturbedError):
        raise
    except Exception:  # noqa: BLE001  whatever a plugin raises: shown, with what to do, and the output folder left alone
        complain(traceback.format_exc())
        complain("ERROR This is a defect in a plugin or in Rapport, not in your content. Please report it with the lines above.")
        complain(_as_before(request))
        return MISTAKES
    _tell(request, made)
    return made.code


def _is_unchanged(request: Request, tree: Tree) -> bool:
    """Whether the output is the site that would be built; if it is, say so."""
    known = None if request.stock else inputs.load(request.memory / "inputs")
    if known is None or len(tree.current) != len(tree.owned) or not known.is_same(request.asked):
        return False
    _say_where(request, f"nothing has changed, {counted(known.pages, 'page')}, {counted(len(tree.owned), 'file')} in all.")
    return True


def _tell(request: Request, made: Made) -> None:
    from .problems import listing  # noqa: PLC0415  see above
    from .reporting import as_json, summary  # noqa: PLC0415

    if request.as_json:
        say(as_json(made.report))
        return
    if told := listing(made.report.problems):
        complain(told)
    for note in (*made.notes, *_displaced(made.placed.displaced if made.placed else ())):
        complain(note)
    if made.placed is None:
        complain(_as_before(request))
    elif made.code:
        _say_where(request, f"{counted(made.report.pages, 'page')}, without what is wrong above.", made.placed.foreign)
    else:
        _say_where(request, summary(made.report), made.placed.foreign)


def _displaced(copies: tuple[Path, ...]) -> list[str]:
    """What stood in the way while nobody knew whose it was."""
    if not copies:
        return []
    them = "a copy of it is" if len(copies) == 1 else "copies of them are"
    what = f"{counted(len(copies), 'file')} in the output folder had other content, of an unknown build"
    return [f"{what}; {them} in {shown(copies[0].parent)}."]


def _say_where(request: Request, what: str, foreign: tuple[str, ...] = ()) -> None:
    say(f"The site is in {shown(request.output)}{os.sep}: {what}")
    if request.publishing and foreign:
        _name_foreign(request.output, foreign)
    say(f"To see it while you write:  {request.see_it}")


def _name_foreign(output: Path, foreign: tuple[str, ...]) -> None:
    more = f" and {len(foreign) - FOREIGN_SHOWN} more" if len(foreign) > FOREIGN_SHOWN else ""
    are, names = "is" if len(foreign) == 1 else "are", ", ".join(foreign[:FOREIGN_SHOWN])
    say(f"{counted(len(foreign), 'file')} in {shown(output)}{os.sep} {are} not from this build: {names}{more}.")


def _as_before(request: Request) -> str:
    if request.output.is_dir():
        return f"The site in {shown(request.output)}{os.sep} is unchanged."
    return f"Nothing was written to {shown(request.output)}{os.sep}."


def _why_not_written(request: Request, error: OSError | PlacingError | DisturbedError) -> str:
    where = shown(request.output)
    if isinstance(error, DisturbedError):
        return f"{where}: files in it were changed while the site was built: {error}. Build again."
    if isinstance(error, OSError):
        return f"{error.filename or request.output}: {error.strerror}. Make room, or give yourself permission to write there."
    return f"{where}: in the way, and not from a build of ours: {error}. Move it elsewhere, or choose another --output."
