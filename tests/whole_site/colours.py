"""Contrast of two colours, as WCAG 2.2 defines it (relative luminance and contrast ratio in its glossary)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PAIR = re.compile(r"--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)")
MODES = ("light", "dark")


def tokens(path: Path) -> dict[str, tuple[str, str]]:
    """The colours of a style sheet: name → (light, dark)."""
    return {name: (light, dark) for name, light, dark in PAIR.findall(path.read_text(encoding="utf-8"))}


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
