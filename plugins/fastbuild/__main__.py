"""The engine alone, without the project around it: `python -m fastbuild build --settings S --output O`."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from .building import Request, build
from .sources import Sources


def main(arguments: list[str] | None = None) -> int:
    """Build what the command line asks for; the exit code is that of `building.build`."""
    parser = argparse.ArgumentParser(prog="python -m fastbuild", allow_abbrev=False)
    command = parser.add_subparsers(required=True).add_parser("build", help="build a site of Pelican's")
    command.add_argument("--settings", type=Path, required=True, help="settings file of Pelican")
    command.add_argument("--content", type=Path, help="folder of the articles and pages, if not that of the settings")
    command.add_argument("--output", type=Path, required=True, help="folder for the site")
    command.add_argument("--cache", type=Path, help="folder for what later builds use again (.cache beside the settings)")
    command.add_argument("--publish", action="store_true", help="place nothing if anything is wrong")
    command.add_argument("--stock", action="store_true", help="by Pelican alone")
    command.add_argument("--json", action="store_true", help="a report for programs")
    given = parser.parse_args(arguments)
    gc.disable()  # what a build makes lives until its end, and so does this process
    settings = given.settings.absolute()
    request = Request(
        root=settings.parent,
        sources=Sources(settings, given.content.absolute() if given.content else None),
        output=given.output.absolute(),
        publishing=given.publish,
        see_it="python3 -m http.server",
        stock=given.stock,
        as_json=given.json,
        cache=given.cache.absolute() if given.cache else None,
    )
    return build(request)


if __name__ == "__main__":
    sys.exit(main())
