"""The command line of `tasks.py`, made from its tasks: a parameter is an argument, one with a default an option, `*more` takes the rest.

A task is a function that returns an exit code; the first line of its docstring is its help. The same tasks are offered to invoke.
"""

from __future__ import annotations

import argparse
import inspect
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .environment import Environment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    Task = Callable[..., int]

HANDED_OVER = "RAPPORT_HANDED_OVER"


class NotStartedError(Exception):
    """The environment's Python does not start; `problems` says what to do."""

    def __init__(self, problem: str) -> None:
        self.problems = (problem,)
        super().__init__(problem)


@dataclass(frozen=True)
class CommandLine:
    """What can be called, and how.

    `me` is how one calls the file at `script`, `tasks` has the lock file that each task needs, `help` a line for each parameter.
    """

    me: str
    script: Path
    tasks: Mapping[Task, str | None]
    help: Mapping[str, str]

    def run(self, arguments: Sequence[str]) -> int:
        """Do what is asked for, in the environment that it needs; on POSIX this may go on as another process and not return."""
        given, rest = self._parser().parse_known_args(arguments)
        task = {name_of(known): known for known in self.tasks}.get(given.task)
        if task is None:
            self._parser().print_help()
            return 0
        chosen = {name: value for name, value in vars(given).items() if name != "task"}
        listed = chosen.pop(further(task), None)  # without what stands behind an option, which argparse leaves in `rest`
        unknown = rest if not further(task) else [] if listed is None else [it for it in rest if it.startswith("-")]
        if unknown:
            self._parser().error(f"what is {' '.join(unknown)}? See: {self.me} {given.task} --help")
        lock, environment = self.tasks[task], Environment(self.script.parent)
        if lock:
            environment.prepare(lock)
            if not (environment.is_running() and sys.flags.utf8_mode):
                return self._hand_over(environment.python, arguments)
            os.environ.pop(HANDED_OVER, None)
        return task(*(listed or ()), *rest, **chosen)

    def _parser(self) -> argparse.ArgumentParser:
        top = argparse.ArgumentParser(
            prog=self.me, description="Rapport: a blog for people whose business is relationships.", allow_abbrev=False
        )
        tasks = top.add_subparsers(title="tasks", metavar="TASK", dest="task")
        for task in self.tasks:
            is_ours = bool(options(task)) or further(task) in self.help or not further(task)  # or another program knows its own options
            sub = tasks.add_parser(name_of(task), help=task.__doc__, description=task.__doc__, allow_abbrev=False, add_help=is_ours)
            for name, parameter in options(task).items():
                _add(sub, name, parameter, self.help[name])
            if further(task) in self.help:
                sub.add_argument(further(task), nargs="*", metavar=further(task).upper(), help=self.help[further(task)])
        return top

    def _hand_over(self, python: Path, arguments: Sequence[str]) -> int:
        """Go on with `python`, in UTF-8 whatever this machine's settings. Where one process can become another, this does not return."""
        command = [str(python), str(self.script), *arguments]
        if os.environ.get(HANDED_OVER) == str(python):
            raise NotStartedError(f"{python} does not start as it should. Remove the folder .venv, then try again.")
        environment = dict(os.environ, PYTHONUTF8="1", **{HANDED_OVER: str(python)})
        if os.name != "nt":  # on Windows the terminal would not wait for the new process
            os.execve(command[0], command, environment)  # noqa: S606  (no shell is wanted)
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603  (our own command)

    def as_invoke_task(self, task: Task) -> Any:
        """The same function for invoke, which wants a context first, and an exception for an exit code."""
        from invoke.exceptions import Exit  # noqa: PLC0415  (only where invoke runs)
        from invoke.tasks import task as invoke_task  # noqa: PLC0415

        def body(c: Any, **given: Any) -> None:
            try:
                code = task(*(shlex.split(c.remainder) if further(task) else []), **given)
            except Exception as error:
                if not hasattr(error, "problems"):
                    raise
                raise Exit(str(error), code=2) from error
            if code:
                raise Exit(code=code)

        context = inspect.Parameter("c", inspect.Parameter.POSITIONAL_OR_KEYWORD)
        body.__signature__ = inspect.Signature([context, *(it.replace(kind=context.kind) for it in options(task).values())])  # type: ignore[attr-defined]
        body.__name__, body.__doc__ = name_of(task), task.__doc__
        return invoke_task(body, help={name: self.help[name] for name in options(task)})


def name_of(task: Task) -> str:
    """What one types: a task whose name is a word of Python's has an underscore behind it."""
    return task.__name__.rstrip("_")


def options(task: Task) -> dict[str, inspect.Parameter]:
    return {name: it for name, it in inspect.signature(task).parameters.items() if it.kind is not it.VAR_POSITIONAL}


def further(task: Task) -> str:
    """Name of the parameter that takes whatever else is given; if it has no help, that goes to another program as it is."""
    return next((name for name, it in inspect.signature(task).parameters.items() if it.kind is it.VAR_POSITIONAL), "")


def _add(parser: argparse.ArgumentParser, name: str, parameter: inspect.Parameter, text: str) -> None:
    option = "--" + name.replace("_", "-")
    if parameter.default is parameter.empty:
        parser.add_argument(name, help=text)
    elif parameter.default is False:
        parser.add_argument(option, action="store_true", help=text)
    else:
        kind = int if isinstance(parameter.default, int) else str
        parser.add_argument(option, type=kind, default=parameter.default, metavar="N" if kind is int else name.upper(), help=text)
