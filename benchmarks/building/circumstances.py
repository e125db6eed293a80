"""Where a run took place: the day, the machine and the versions, without which its numbers say nothing."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

GIB = 1024**3
PACKAGES = ("Pelican", "Markdown", "Jinja2", "Pygments", "feedgenerator")


def circumstances(hugo: str | None, rounds: int) -> dict[str, str]:
    """By name, in the order in which one reads them; `hugo` is its version."""
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "rounds": f"{rounds}, and a warm-up",
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        **{package: version(package) for package in PACKAGES},
        **({"Hugo": hugo} if hugo else {}),
    }


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        told = []
    models = [line.partition(":")[2].strip() for line in told if line.startswith("model name")]
    return (models or [platform.processor() or platform.machine()])[0]


def _memory() -> str:
    names = getattr(os, "sysconf_names", {})
    if not {"SC_PAGE_SIZE", "SC_PHYS_PAGES"} <= names.keys():
        return "unknown"
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / GIB:.0f} GiB"
