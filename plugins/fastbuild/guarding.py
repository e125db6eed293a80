"""Refuses output folders whose replacement would cost the owner something."""

from __future__ import annotations

from pathlib import Path

OWN_FOLDERS = ("content", "custom", "theme", "plugins", "tests", ".git", ".venv")


def refusal(output: Path, *, root: Path, sources: tuple[Path, ...]) -> str | None:
    """Why a site must not be built into `output`, as a sentence with what to do; None if it may.

    `root` is the project's folder, `sources` what the build reads besides. Links and spelling are seen through: folders are compared
    by what they are on the disk.
    """
    fix = "Choose a folder of its own, such as --output output."
    if output.exists() and not output.is_dir():
        return f"{output} is a file, not a folder. {fix}"
    own = tuple(root / name for name in OWN_FOLDERS)
    for folder in (*own, *sources, root, Path.home()):
        if _contains(output, folder):
            return f"A site built into {output} would lie among the files of {folder}. {fix}"
    for folder in own:
        if _contains(folder, output):
            return f"{output} lies inside {folder}, which is not for built sites. {fix}"
    return None


def _contains(folder: Path, other: Path) -> bool:
    """True if `other` is `folder` or lies in it."""
    other = other.resolve()
    return folder.exists() and any(above.exists() and above.samefile(folder) for above in (other, *other.parents))
