"""How authors ask for comments, say how to reach them, take their leave and ask their readers, in five languages. Data, and how to look.

All patterns are searched in folded text (`folding.fold`: small letters, no accents, plain apostrophes); a blank stands for any white
space. What stands behind a negation, or behind somebody else who does it, is not meant: see `unless`.
"""

from __future__ import annotations

from .english import ENGLISH
from .french import FRENCH
from .german import GERMAN
from .model import Language, Words
from .portuguese import PORTUGUESE
from .spanish import SPANISH

LANGUAGES = {
    "en": Language.of(ENGLISH),
    "de": Language.of(GERMAN),
    "fr": Language.of(FRENCH),
    "es": Language.of(SPANISH),
    "pt": Language.of(PORTUGUESE),
}

__all__ = ["LANGUAGES", "Language", "Words"]
