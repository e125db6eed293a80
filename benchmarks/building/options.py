"""The command line of the benchmark, parsed."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .cases import EVERY
from .hugo import CACHE
from .tools import FASTBUILD, FULL, HUGO, PARITY, PELICAN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; what was not said is None."""

    site: tuple[str, ...]
    articles: tuple[int, ...] | None
    cases: tuple[str, ...] | None
    tools: tuple[str, ...] | None
    rounds: int
    hugo: Path | None
    folder: Path
    keep: bool
    results: Path
    earlier: Path | None
    write: bool


def wanted(arguments: Sequence[str]) -> Wanted:
    """A mistake ends the program with exit code 2, as argparse does it."""
    parser = argparse.ArgumentParser(
        prog="bench", description="Build the same pages with Rapport, Pelican and Hugo, and compare.", allow_abbrev=False
    )
    parser.add_argument("--site", type=_some_of(PARITY, FULL), default=(PARITY, FULL), metavar="NAMES", help="of parity, full (both)")
    parser.add_argument("--articles", type=_sizes, metavar="N,N", help="sizes of sites (parity: 1000,10000; full: 100,200,10000)")
    parser.add_argument("--cases", type=_some_of(*EVERY), metavar="NAMES", help=f"of {', '.join(EVERY)} (all)")
    parser.add_argument("--tools", type=_some_of(FASTBUILD, PELICAN, HUGO), metavar="NAMES", help="of fastbuild, pelican, hugo (all)")
    parser.add_argument("--rounds", type=_size, default=5, metavar="N", help="how often everything is timed (5)")
    parser.add_argument("--hugo", type=Path, metavar="PROGRAM", help="a Hugo of your own (one is installed)")
    parser.add_argument("--folder", type=Path, default=CACHE / f"sites-{os.getpid()}", help="where the sites are written (.cache/bench)")
    parser.add_argument("--keep", action="store_true", help="leave the sites there")
    parser.add_argument("--results", type=Path, default=CACHE / "results.json", metavar="FILE", help="where results are kept")
    parser.add_argument("--from", dest="earlier", type=Path, metavar="FILE", help="measure nothing, take the results in this file")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    return Wanted(**vars(parser.parse_args(arguments)))


def _some_of(*known: str) -> Callable[[str], tuple[str, ...]]:
    def names(text: str) -> tuple[str, ...]:
        given = tuple(text.split(","))
        unknown = sorted(set(given) - set(known))
        if unknown:
            raise argparse.ArgumentTypeError(f"what is {', '.join(unknown)}? There are {', '.join(known)}.")
        return given

    return names


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(_size(number) for number in text.split(","))


def _size(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up.")
    return int(text)
