"""What a site is built from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sources:
    """What is built: the settings file, and the content folder if it is not the one that the settings name."""

    settings: Path
    content: Path | None = None
