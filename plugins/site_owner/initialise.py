"""Making the site one's own: the example content goes to `examples/`, and a small site of the owner takes its place.

What is kept is `content/ctas/`: these files say how an invitation is worded, not who wrote the example.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from .locales import local_timezone
from .moving import all_or_nothing
from .problems import Problem, SiteError, only
from .questions import UNKNOWN_URL, Owner, ask_owner
from .starting_content import starting_files

__all__ = ["Owner", "Problem", "SiteError", "ask_owner", "initialise"]

# Names reserved for examples (RFC 2606): nobody can own such an address, so a site that has one is the example.
_EXAMPLE_URL = re.compile(r"""^\s*url\s*=\s*["']https?://([\w-]+\.)*example\.(com|net|org)[:/"']""", re.MULTILINE)
_EXAMPLES = "examples"
_KEPT = "ctas"


def initialise(root: Path, owner: Owner, *, now: datetime | None = None) -> list[str]:
    """Makes the site in `root` the owner's; returns lines that say what was done and what is left to do.

    `now` dates the welcome article, by default in the time zone of this machine, which becomes the site's. Everything is prepared
    in a temporary folder; on any failure all is as it was. SiteError if `examples/` exists, or if the site is somebody's already.
    """
    _refuse(root)
    zone = local_timezone()
    files = starting_files(owner, now=(now or datetime.now(zone)).astimezone(zone), zone=zone)
    try:
        with tempfile.TemporaryDirectory(prefix=".init-", dir=root) as stage:
            _prepare(Path(stage), files, root)
            _swap(root, Path(stage))
    except OSError as error:
        reason = error.strerror or str(error)
        raise only("content", f"nothing was changed ({reason}). Close programs that use these files, and run this again.") from error
    return _report(root, owner, files)


def _refuse(root: Path) -> None:
    if (root / _EXAMPLES).exists():
        raise only(_EXAMPLES, "this folder exists, so the site seems to be yours already. Nothing was changed; edit site.toml instead.")
    settings, content = root / "site.toml", root / "content"
    if settings.exists():
        if not _EXAMPLE_URL.search(settings.read_text(encoding="utf-8", errors="replace")):
            raise only("site.toml", "this site seems to be yours already. Nothing was changed; edit site.toml instead.")
    elif content.is_dir() and any(content.iterdir()):
        raise only(
            "site.toml", "the file is missing, so content/ may be yours. Nothing was changed; put site.toml back, or rename content/."
        )


def _prepare(stage: Path, files: dict[str, str], root: Path) -> None:
    for name, text in files.items():
        path = stage / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    if (root / "content" / _KEPT).is_dir():
        shutil.copytree(root / "content" / _KEPT, stage / "content" / _KEPT)


def _swap(root: Path, stage: Path) -> None:
    """The old files to `examples/`, the new ones to their places."""
    old = [name for name in ("content", "site.toml") if (root / name).exists()]
    examples = root / _EXAMPLES
    if old:
        examples.mkdir()
    try:
        with all_or_nothing() as move:
            for name in old:
                move(root / name, examples / name)
            for name in ("content", "site.toml"):
                move(stage / name, root / name)
    except BaseException:
        if old:
            examples.rmdir()
        raise


def _report(root: Path, owner: Owner, files: dict[str, str]) -> list[str]:
    lines = [f"Wrote {path}" for path in sorted(files) if not path.endswith(".gitkeep")]
    if (root / _EXAMPLES).exists():
        lines.insert(0, f"Moved the example, its content and its site.toml, to {_EXAMPLES}/; delete that folder when you like.")
    if owner.url == UNKNOWN_URL:
        lines.append("Before you publish, set `url` in site.toml to the address that the site will have.")
    if not owner.email and not owner.phone:
        lines.append("Nobody can reach you yet: add your email or phone to content/pages/write.md and to your file in content/authors/.")
    lines.append("Read about.md and privacy.md in content/pages and change what is not true of you.")
    return lines
