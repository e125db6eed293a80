"""When two spellings are one name: capitals, accents, composed and decomposed letters, and blanks make no difference."""

from __future__ import annotations

import unicodedata


def shown(name: str) -> str:
    """The name as pages show it: composed letters (Unicode, NFC), one blank between words, none around them."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def name_key(name: str) -> str:
    """Equal for two spellings of one name: `Café `, `cafe` and `CAFE` with a combining accent. Punctuation counts: `C` is not `C++`."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    folded = unicodedata.normalize("NFKD", bare.casefold())  # a folded letter may come apart again, as İ does
    return " ".join("".join(letter for letter in folded if not unicodedata.combining(letter)).casefold().split())
