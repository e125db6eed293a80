"""Words in a row that look like an article to a Markdown parser: uneven sentences, emphasis, inline code, lists, blocks of code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

NOUNS = """
letter answer question table kettle garden shop number morning promise visit reason paper street window customer friend ladder neighbour
winter corner market harbour bridge basket lantern pocket violin orchard ferry ledger candle teapot hammer compass drawer garage notebook
uncle baker painter teacher doctor gardener mechanic cousin sister stranger partner brother grocer
""".split()  # noqa: SIM905  (words in a row are easier to read)
VERBS = """
asked kept sold mended wrote carried found lost opened closed remembered forgot promised paid measured folded counted heard
""".split()  # noqa: SIM905
OTHERS = """
the a our their that every one some before after with without under near from against because although slowly twice often never plainly
quietly almost perhaps old new small heavy honest careful late early wooden borrowed
""".split()  # noqa: SIM905
LANGUAGES = ("python", "bash", "json")
CODE = {
    "python": 'def {0}(lines: list[str]) -> dict[str, int]:\n    """Count each {1}."""\n    found = {{}}\n    for line in lines:\n'
    '        key = line.split("|")[1].strip()  # the {1}\n        found[key] = found.get(key, 0) + {2}\n    return found',
    "bash": '#!/bin/sh\nset -eu\nfor file in {0}/*.txt; do\n    if [ -f "$file" ]; then\n        grep -c "{1}" "$file" | head -n {2}\n'
    '    fi\ndone\necho "done: $(date)"',
    "json": '{{\n  "{0}": "{1}",\n  "count": {2},\n  "list": [1, 2.5, true, null],\n  "nested": {{"{1}": ["{0}", {2}]}}\n}}',
}


def title(chance: random.Random) -> str:
    return f"The {chance.choice(NOUNS)} and the {chance.choice(NOUNS)}"


def sentence(chance: random.Random) -> str:
    words = [chance.choice(_KINDS[place % len(_KINDS)]) for place in range(chance.randint(6, 15))]
    return " ".join(words).capitalize() + chance.choice("....?!")


def paragraph(chance: random.Random) -> str:
    """Five to seven sentences; in some of them a word is emphasised or is code."""
    sentences = [sentence(chance) for _ in range(chance.randint(5, 7))]
    marked = chance.randrange(len(sentences))
    mark = chance.choice(("*", "**", "`"))
    first, rest = sentences[marked].split(" ", 1)
    sentences[marked] = f"{mark}{first}{mark} {rest}"
    return " ".join(sentences)


def list_of(chance: random.Random) -> str:
    return "\n".join(f"* {sentence(chance)}" for _ in range(chance.randint(4, 6)))


def code(chance: random.Random) -> str:
    """A fenced block in one of three languages."""
    language = chance.choice(LANGUAGES)
    text = CODE[language].format(chance.choice(NOUNS), chance.choice(NOUNS), chance.randrange(100))
    return f"```{language}\n{text}\n```"


_KINDS = (OTHERS, OTHERS, NOUNS, VERBS, OTHERS, NOUNS)
