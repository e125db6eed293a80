"""Where the parts of one output folder lie: the folder itself, what is made of it in the cache, and what stands hidden beside it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """All paths are absolute; `output` is what a link leads to, if it was one."""

    output: Path
    cache: Path
    relation: str
    """The way from the cache folder to the output folder, which stays when a project is moved with both of them."""

    @classmethod
    def of(cls, output: Path, cache: Path) -> Places:
        output, cache = output.resolve(), cache.resolve()
        try:
            relation = os.path.relpath(output, cache).replace(os.sep, "/")
        except ValueError:  # two drives of Windows
            relation = str(output)
        return cls(output, cache, relation)

    @property
    def key(self) -> str:
        return hashlib.blake2b(self.relation.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()

    @property
    def state(self) -> Path:
        """The folder of the cache that belongs to this output folder alone."""
        return self.cache / f"output-{self.key}"

    @property
    def manifest(self) -> Path:
        return self.state / "manifest"

    @property
    def coming(self) -> Path:
        """The manifest that will be true when a commit that has begun is complete."""
        return self.state / "manifest.coming"

    @property
    def spare_manifest(self) -> Path:
        return self.state / "manifest.spare"

    @property
    def displaced(self) -> Path:
        """Where strangers go that stood in a place of ours while we had no manifest."""
        return self.state / "displaced"

    @property
    def beside(self) -> Path:
        """The folder that the output folder is in; if there is none yet, the nearest above that there is."""
        return next(folder for folder in self.output.parents if folder.is_dir())

    @property
    def hidden(self) -> str:
        """What the names of our folders beside the output folder begin with."""
        return f".{self.output.name[:100]}.stage-{self.key}-"

    @property
    def aside(self) -> Path:
        return self.beside / f"{self.hidden}aside"

    @property
    def spares(self) -> tuple[Path, Path]:
        """Where the tree before the present one may be kept: best in the cache, else, if that is another disk, beside the output."""
        return self.state / "spare", self.beside / f"{self.hidden}spare"

    @property
    def passing_folder(self) -> str:
        """The folder in the output folder where copies from another disk wait for their last step."""
        return f".{self.key}.new-files"

    @property
    def passing_file(self) -> str:
        """The name of such a copy where a folder in the output folder is a disk of its own."""
        return f".{self.key}.new-file"
