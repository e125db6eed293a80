"""Which of a few languages a text is in, by its commonest words: enough to tell 04/05 in May from 04/05 in April."""

from __future__ import annotations

import re
from collections import Counter

from ..folding import fold

_COMMON = {
    "en": "the and of to that is was for with you",
    "de": "der die das und nicht ist mit ein zu auf",
    "fr": "les des est que une dans pour avec nous pas",
    "es": "los las una por con para del pero mas como",
    "pt": "nao uma com para dos mas como voce ao em",
    "it": "che di non una per con il sono della gli",
    "nl": "het een van niet dat op zijn voor met je",
    "sv": "och att det som inte jag ett med den ar",
    "pl": "nie sie jest na ze do jak ale to tak",
}
_LANGUAGES: dict[str, list[str]] = {}
for _language, _words in _COMMON.items():
    for _word in _words.split():
        _LANGUAGES.setdefault(_word, []).append(_language)
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST, _ENOUGH = 3, 5


def language_of(text: str) -> str:
    """`de` and the like, or nothing where the words do not decide. The first 20,000 characters are looked at."""
    counts: Counter[str] = Counter()
    for word in _WORD.findall(fold(text[:20_000])):
        counts.update(_LANGUAGES.get(word, ()))
    ranked = counts.most_common(2)
    first, second = (*(count for _, count in ranked), 0, 0)[:2]
    lead = 1.3 if first >= _ENOUGH else 2
    if first < _FEWEST or second * lead > first:
        return ""
    return ranked[0][0]
