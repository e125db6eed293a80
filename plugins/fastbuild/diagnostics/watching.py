"""One build, watched from the moment at which its plugins are there to the one at which everything has been read.

with watched(problems, settings_file):
run_pelican(...)
"""

from __future__ import annotations

import contextlib
import logging
import warnings
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.log import LimitFilter
from pelican.plugins import signals

from fastbuild.problems import PLUGINS, SETTINGS, Problem, settled

from . import names
from .after_reading import after_reading, spare_templates, unreadable_folders
from .examining import examine
from .records import LINK, UNFOUND_TEXT
from .rules import ARTICLE, PAGE, for_file, rules_of
from .settings import SettingsFile, UnusableSettingsError, placed, problems_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from fastbuild.problems import ProblemCollector

    from .known_links import KnownLinks


@contextlib.contextmanager
def watched(
    problems: ProblemCollector, settings: Path, *, examines: bool = True, known: Callable[[], KnownLinks | None] = lambda: None
) -> Iterator[None]:
    """Whatever a build does within is looked at; what is found goes to `problems`.

    Settings and plugins that cannot be used end it at `initialized`, by an UnusableSettingsError. With `examines`, front matter is examined
    as well, which the engine does itself while it reads. `known` is asked when everything has been read.
    """

    def start(site: Any) -> None:
        _check_settings(site, problems, SettingsFile(settings))

    def look(generators: Sequence[Any]) -> None:
        of_files = (*front_matter(generators), *unreadable_folders(Path(generators[0].path))) if examines else ()
        for problem in (*of_files, *after_reading(generators, known())):
            if not _is_unwanted(problem):
                problems.add(problem)
        spare_templates(generators)

    receivers = (
        (signals.initialized, start),
        (signals.article_generator_context, without_harm),
        (signals.page_generator_context, without_harm),
        (signals.all_generators_finalized, look),
    )
    with contextlib.ExitStack() as connected, warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="tzname ")  # dateutil's, of a zone in letters, which is among the findings
        for signal, receiver in receivers:
            connected.enter_context(signal.connected_to(receiver))
        yield


def _is_unwanted(problem: Problem) -> bool:
    """Whether the owner's LOG_FILTER leaves out what Pelican would have said of this link, all of them or this one."""
    if problem.rule != LINK or problem.is_error:
        return False
    value = problem.message.partition("}")[2].removesuffix(" leads to nothing.")
    return bool({(logging.WARNING, UNFOUND_TEXT), (logging.WARNING, UNFOUND_TEXT % value)} & LimitFilter._ignore)  # noqa: SLF001


def without_harm(_generator: Any, metadata: dict[str, Any]) -> None:
    """Without fields that would end the build of everything else, such as `is_valid`, or a date with an offset of 25 hours.

    The author is told of them.
    """
    for name in [name for name, value in metadata.items() if names.is_taken(name) or _is_beyond_any_clock(value)]:
        del metadata[name]


def _is_beyond_any_clock(value: Any) -> bool:
    if not isinstance(value, datetime):
        return False
    try:
        value.utcoffset()
    except ValueError:
        return True
    return False


def _check_settings(site: Any, problems: ProblemCollector, file: SettingsFile) -> None:
    """What Pelican and our own look at them have found; warnings stay among the problems, with their places."""
    found = [placed(problem, file) for problem in (*problems.take(PLUGINS, SETTINGS), *problems_of(site.settings, file))]
    errors = [problem for problem in settled(found) if problem.is_error]
    if errors:
        raise UnusableSettingsError(tuple(problem.text for problem in errors))
    for problem in found:
        problems.add(problem)


def front_matter(generators: Sequence[Any]) -> Iterator[Problem]:
    """What is wrong with the front matter of all articles and pages, also of those that Pelican has left out."""
    for generator in generators:
        kind = {"ArticlesGenerator": ARTICLE, "PagesGenerator": PAGE}.get(type(generator).__name__)
        if kind:
            paths = generator.get_files(generator.settings[f"{kind.upper()}_PATHS"], exclude=generator.settings[f"{kind.upper()}_EXCLUDES"])
            rules = rules_of(generator.settings, kind)
            for path in sorted(paths):
                yield from _of_file(Path(generator.path), path, rules, generator.settings)


def _of_file(content: Path, path: str, rules: Any, settings: Mapping[str, Any]) -> Iterator[Problem]:
    source = content / path
    if not source.is_file():
        return
    relative = source.relative_to(content).as_posix()
    for found in examine(source.read_bytes(), for_file(rules, relative, settings)):
        yield Problem(found.level, f"{found.message}.", source, found.line, found.rule, found.fix)
