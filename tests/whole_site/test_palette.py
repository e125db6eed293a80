"""Every pair of colours that meets on a page, with the contrast that it must have, in both modes."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from .colours import MODES, contrast, tokens
from .variants import ROOT

TOKENS = tokens(ROOT / "theme" / "css" / "tokens.css")
TEXT = 7.0  # WCAG 2.2, 1.4.6 (AAA)
TEXT_AA = 4.5  # 1.4.3 (AA)
EDGE = 3.0  # 1.4.11: parts of controls, outlines


class Pair(NamedTuple):
    """`front` on `ground` must reach `least`."""

    front: str
    ground: str
    least: float


TEXTS = ("ink", "soft", "link", "visited", "accent", "accent-strong", "story", "thanks")
PAIRS = (
    *(Pair(front, ground, TEXT) for front in TEXTS for ground in ("page", "card")),
    *(Pair(front, ground, EDGE) for front in ("focus", "edge") for ground in ("page", "card")),
    Pair("on-accent", "accent", TEXT),
    Pair("on-accent", "accent-strong", TEXT),
    Pair("ink", "mark", TEXT),
    Pair("link", "mark", TEXT_AA),
    Pair("visited", "mark", TEXT_AA),
)
UNREAD = {"page", "card", "mark", "line"}
"""Grounds, and the hairline that only decorates."""


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.front}-on-{pair.ground}")
def test_a_pair_can_be_read(pair: Pair, mode: str) -> None:
    place = MODES.index(mode)
    assert contrast(TOKENS[pair.front][place], TOKENS[pair.ground][place]) >= pair.least


def test_every_colour_is_tested() -> None:
    assert set(TOKENS) - UNREAD == {pair.front for pair in PAIRS}


def test_the_formula_agrees_with_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#2b2622", "#fbf7f0") == pytest.approx(14.02, abs=0.005)


def test_the_browser_bar_has_the_colour_of_the_page() -> None:
    head = (ROOT / "theme" / "templates" / "components" / "head.html").read_text(encoding="utf-8")
    assert all(colour in head for colour in TOKENS["page"])
