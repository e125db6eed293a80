"""Puts a finished stage into the output folder, and remembers which files there are ours.

The manifest, a JSON file outside of the output folder, lists the files of our last build there. Whatever else is in the folder belongs to
somebody else and is never touched. A manifest that cannot be read counts as empty: then nothing is removed.
"""

from __future__ import annotations

import errno
import filecmp
import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MANIFEST_VERSION = 1


class PlacingError(Exception):
    """Files that are not ours stand where the build's files have to go; nothing has been changed yet."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What placing did; paths are relative to the output folder, with slashes."""

    files: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def manifest_path(cache: Path, output: Path) -> Path:
    """The manifest of one output folder: its name holds a hash of the folder's path, since a project may build into several."""
    name = hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]
    return cache / f"output-{name}.json"


def files_below(folder: Path) -> tuple[str, ...]:
    """Every file, sorted; links count as files and are not followed."""
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()))


def read_manifest(path: Path) -> frozenset[str]:
    """The files of our last build; none if there was none, or if the manifest does not say so clearly."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        files = read["files"] if read["version"] == MANIFEST_VERSION else []
        return frozenset(name for name in files if _stays_inside(name))
    except (OSError, ValueError, TypeError, KeyError):
        return frozenset()


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def write_manifest(path: Path, output: Path, files: frozenset[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps({"version": MANIFEST_VERSION, "output": str(output), "files": sorted(files)}, indent=0), encoding="utf-8")
    fresh.replace(path)


def place(stage: Path, output: Path, manifest: Path) -> Placed:
    """Move `stage` into `output`: new and changed files one by one, each in one step; stale files of ours are removed.

    Stale files go first: on a file system that ignores case `Tags/` and `tags/` are one folder.
    Raises PlacingError before anything is changed, OSError if the disk or its permissions are in the way.
    """
    files = files_below(stage)
    ours = read_manifest(manifest)
    stale = tuple(sorted(ours.difference(files)))
    _refuse_conflicts(output, files, ours)
    output.mkdir(parents=True, exist_ok=True)
    write_manifest(manifest, output, ours.union(files))  # so that a build which is killed now leaves no file that nobody knows
    removed = _remove(output, stale)
    changed = tuple(name for name in files if not _is_same(stage / name, output / name))
    for name in changed:
        _put(stage / name, output / name)
    write_manifest(manifest, output, frozenset(files))
    return Placed(files, changed, removed)


def _refuse_conflicts(output: Path, files: tuple[str, ...], ours: frozenset[str]) -> None:
    folders = {str(parent) for name in files for parent in PurePosixPath(name).parents}
    blocked = [name for name in folders if not (output / name).is_dir() and (output / name).exists() and name not in ours]
    blocked += [name for name in files if (output / name).is_dir() and foreign_entries(output / name, _below(ours, name))]
    if blocked:
        raise PlacingError(", ".join(sorted(blocked)))


def _below(names: frozenset[str], folder: str) -> frozenset[str]:
    return frozenset(name.removeprefix(folder + "/") for name in names if name.startswith(folder + "/"))


def _remove(output: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    removed = []
    for name in names:
        path = output / name
        if path.is_symlink() or path.is_file():
            path.unlink()
            removed.append(name)
        _remove_empty_folders(path.parent, output)
    return tuple(removed)


def _remove_empty_folders(folder: Path, stop: Path) -> None:
    """Remove `folder` and those above it, up to `stop`, as far as they are empty."""
    while folder != stop and stop in folder.parents:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError:  # not empty
            return
        folder = folder.parent


def _is_same(new: Path, old: Path) -> bool:
    return old.is_file() and not old.is_symlink() and filecmp.cmp(new, old, shallow=False)


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _put_across_disks(source, target)


def _put_across_disks(source: Path, target: Path) -> None:
    """Where the output folder is a mount of its own, a file cannot be moved there in one step, but its copy can."""
    fresh = target.with_name(f".{target.name}.new")
    shutil.copyfile(source, fresh)
    fresh.replace(target)


def foreign_entries(output: Path, ours: frozenset[str]) -> tuple[str, ...]:
    """What is in `output` and not among `ours`; a folder with nothing of ours is named once, with a slash at its end."""
    folders = {str(parent) for name in ours for parent in PurePosixPath(name).parents}
    found: list[str] = []

    def look(folder: Path, prefix: str) -> None:
        for path in sorted(folder.iterdir()):
            name = prefix + path.name
            if path.is_dir() and not path.is_symlink():
                if name in folders:
                    look(path, name + "/")
                else:
                    found.append(name + "/")
            elif name not in ours:
                found.append(name)

    if output.is_dir():
        look(output, "")
    return tuple(found)


def remove_placed(output: Path, manifest: Path) -> tuple[str, ...]:
    """Remove the files of our last build and the folders that become empty; return what stays."""
    _remove(output, tuple(sorted(read_manifest(manifest))))
    manifest.unlink(missing_ok=True)
    if output.is_dir() and not any(output.iterdir()):
        output.rmdir()
    return foreign_entries(output, frozenset())
