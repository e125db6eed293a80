"""How authors ask for comments, in English, German, French and Spanish, and what they could write instead. Data, and how to look.

A blank in a pattern stands for any white space, a line break within a paragraph among it. `better` is a sentence in the phrase's own
language. A phrase that somebody is told not to follow, or that tells what others do, is not meant: see `UNLESS_AFTER`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BETTER = {
    "en": "What would you have done? Write to me; I answer every letter myself.",
    "de": "Was hätten Sie getan? Schreiben Sie mir; ich beantworte jeden Brief selbst.",
    "fr": "Qu’auriez-vous fait ? Écrivez-moi ; je réponds moi-même à chaque lettre.",
    "es": "¿Qué habría hecho usted? Escríbame; respondo yo mismo a cada carta.",
}

_EN_WORDS = "(?:(?:your|a|an|any|some|all|the|more|further|quick|short|brief|little|own|kind|honest|few|of|me|us|in|here) )*"
_DE_WORDS = (
    "(?:(?:mir|uns|doch|gerne?|bitte|einfach|ruhig|hier|unten|auch|jetzt|dazu|mal|eine?n?|eure|euren|ihre|ihren|deine|deinen|kurzen|netten"
    "|lieben|viele|sie) )*"
)
_FR_WORDS = "(?:(?:-moi|-nous|donc|un|une|des|vos|tes|votre|ton|le|les|petit|petits|aussi|ici|en|moi|nous|ci-dessous) )*"
_ES_WORDS = "(?:(?:un|unos|tu|tus|su|sus|vuestro|vuestros|algún|el|los|más|aquí|abajo|también|breve|pequeño) )*"

PHRASES = {
    "en": (
        rf"(?:leave|drop|post|write|add|share|put|type|submit) {_EN_WORDS}comments?",
        r"(?:leave|drop|post) (?:me |us )?an? reply",
        (
            r"(?:leave|drop|post|add|share|put) (?:me |us )?(?:an?|your|any) (?:\w+ )?(?:replies|response|note|line"
            r"|thoughts?|feedback|answers?"
            r"|questions?|opinions?|ideas?|story|stories) (?:down )?(?:below|underneath)"
        ),
        r"(?:please|feel free to|kindly|just|go ahead and|hesitate to) (?:also )?comment(?! on (?:your|their|his|her))",
        r"comment (?:away|below|underneath|here|on this (?:post|article|entry|letter|blog|page|piece))",
        r"comments? (?:section|box|field|form|area|thread) (?:below|underneath|at the (?:end|bottom|foot))",
        r"(?:use|using|via|in|through) the comments? (?:section|box|field|form|area|thread|feature|function)",
        r"in the comments? (?:below|underneath|under this)",
        (
            r"(?:tell|let|share|ask|answer|discuss|say|reply|respond|drop|leave|write|weigh in|sound off|chime in|join|see you|meet|know)\b"
            r"[^.!?]{0,80}? in the comments(?! column| field| of)"
        ),
        r"(?:sound off|chime in|weigh in|reply|join the (?:conversation|discussion)) (?:down )?below",
        r"(?:let (?:me|us) know|tell (?:me|us)) (?:what you think|your (?:thoughts|opinion)|what your \w+ (?:is|are)) (?:down )?below",
        r"comments? (?:(?:are|is|would be) )?(?:(?:always|very|most|warmly|greatly|much) )*(?:welcome|appreciated|encouraged)",
        (
            r"(?:forward to|welcome|appreciate|love|like|want)(?: to (?:hear|read|see|get|receive)| hearing| reading"
            r"| seeing)? (?:all )?your"
            r" (?:\w+ )?comments?"
        ),
    ),
    "de": (
        rf"(?:hinterlass(?:e|t|en)?|schreib(?:e|t|en)?|lass(?:t|en)?|poste[tn]?|gib|gebt|geben|verfass(?:e|t|en)) {_DE_WORDS}kommentare?n?",
        r"(?:einen|ihren|deinen|euren) (?:\w+ )?kommentar (?:zu )?(?:hinterlassen|schreiben|dalassen|abgeben|posten|verfassen)",
        (
            r"(?:schreib|sag|verrat|erzähl|teil|disku|lass|nenn|frag|antwort|stell)\w*\b[^.!?]{0,80}?"
            r" (?:in (?:den|die) kommentaren?|im kommentar(?:bereich|feld)?|als kommentar|per kommentar)"
        ),
        r"(?:bitte |gerne? )?kommentier(?:t|e|en sie) (?:gerne?|bitte|doch|unten|hier|diesen|ruhig|fleißig)",
        r"auf (?:eure|ihre|deine|jeden|viele) (?:\w+ )?kommentare?",
        r"kommentare? (?:ist|sind) (?:\w+ )?(?:willkommen|erwünscht)",
        r"kommentar(?:e|en|funktion|feld|bereich) (?:weiter )?unten",
    ),
    "fr": (
        (
            rf"(?:laisse[zr]?|poste[zr]?|écrive[zr]?|écris|mets|mette[zr]?|ajoute[zr]?|publie[zr]?|dépose[zr]?)(?:-(?:moi"
            rf"|nous))? {_FR_WORDS}"
            r"commentaires?"
        ),
        (
            r"(?:dites?|racontez?|raconte|partage[zr]?|donne[zr]?|écrive[zr]|réponde[zr]|réagisse[zr]|discut\w+|rendez-vous)\b[^.!?]{0,80}?"
            r" (?:dans|en) (?:les |la section )?commentaires?"
        ),
        r"n['’]hésite[zs] pas à (?:\w+ )?commenter",
        r"(?:commentez|commente) (?:cet|cette|ce|ci-dessous|ici|l['’]article|donc)",
        r"commentaires? (?:sont |est )?(?:toujours )?(?:les |le )?bienvenus?",
        r"(?:vos|tes) commentaires ci-dessous|section (?:des )?commentaires ci-dessous",
        r"(?:hâte|impatiente?|plaisir|ravie?) de lire (?:vos|tes) (?:\w+ )?commentaires",
    ),
    "es": (
        (
            rf"(?:deja(?:d|me|nos|dme|dnos)?|dejen?(?:me|nos)?|déja(?:me|nos|lo)|déje(?:me|nos)|escrib[eia]n?d?|pon|ponga|publi(?:ca|que)"
            rf"|compart[ea]|añad[ea]|haz) {_ES_WORDS}comentarios?"
        ),
        (
            r"(?:di|dime|dinos|díga\w+|cuénta\w+|cuénte\w+|contad\w*|compart\w+|escrib\w+|responde\w*|pregunt\w+|opina\w*"
            r"|debat\w+|nos vemos"
            r"|leo|dej\w+)\b[^.!?]{0,80}? en (?:los |la sección de )?comentarios?"
        ),
        r"no (?:dudes|duden|dudéis|dude) en (?:comentar|dejar)",
        r"(?:comenta|comentad|comenten|comente) (?:abajo|aquí|más abajo|est[ea]|debajo|y)",
        r"comentarios? (?:son|es|serán?) (?:siempre |muy )?bienvenidos?",
        r"(?:espero|esperamos|leeré|leer) (?:con ganas )?(?:tus|sus|vuestros) comentarios",
        r"(?:caja|sección|formulario) de comentarios",
    ),
}

UNLESS_AFTER = re.compile(
    r"(?:(?<!why )\b(?:not|never|without|cannot|can't|don't|won't|didn't|doesn't|need not|no need to|instead of|rather than"
    r"|nicht|nie|kein|keinen|ohne|statt|ne|n'|sans|jamais|plutôt que de|sin|nunca|no (?!dud)|en lugar de)"
    r"|\b(?:who|people|they|he|she|customers|readers|visitors|strangers|could only|die|leser|kunden|gens|ils|elles|on|gente|lectores))"
    r"\s+(?:[\w'’]+\s+)?$",
    re.IGNORECASE,
)
"""What stands before a phrase that is no request: a negation, or somebody else who does it."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request for comments: where in the text it begins and ends, and what could stand there instead."""

    start: int
    end: int
    words: str
    better: str


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b".replace(" ", r"\s+"), re.IGNORECASE)


_PATTERNS = tuple((_compiled(pattern), BETTER[language]) for language, patterns in PHRASES.items() for pattern in patterns)
_MAYBE = re.compile(r"comment|koment|kommen|coment|repl|below|underneath", re.IGNORECASE)


def requests_in(paragraph: str) -> Iterator[Request]:
    """The requests for comments in one paragraph of plain text, in order; of those that overlap, the first."""
    if not _MAYBE.search(paragraph):
        return
    text = paragraph.replace("’", "'")  # as long as before
    end = 0
    for match, better in sorted(_matches(text), key=lambda found: (found[0].start(), -found[0].end())):
        if match.start() < end:
            continue
        end = match.end()
        if not UNLESS_AFTER.search(text, 0, match.start()):
            yield Request(match.start(), end, " ".join(paragraph[match.start() : end].split()), better)


def _matches(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for pattern, better in _PATTERNS:
        for match in pattern.finditer(text):
            yield match, better
