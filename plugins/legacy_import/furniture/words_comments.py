r"""What themes, Blogger, WordPress, Jetpack, Disqus and their like write around comments, by language. Data, without code.

A phrase is a regular expression, read as `phrases.py` does: folded like the text that it is compared with, blanks are `\\s`, and
`{n}` is a count in figures or words, `{name}` a few words of somebody's, `{rest}` anything up to the end of the block.
"""

from __future__ import annotations

COUNTS: dict[str, tuple[str, ...]] = {
    "en": (
        "no (?:new )?comments?(?: yet)?",
        "{n} (?:new )?comments?(?: so far)?",
        "comments? ?\\({n}\\)",
        "\\({n}\\) comments?",
        "{n} (?:responses?|replies|reply|thoughts?|reactions?|trackbacks?|pings?|pingbacks?|notes?)",
        "{n} comments? on {rest}",
        "(?:responses?|thoughts?|replies|reactions?) ?\\({n}\\)",
        "comments? ?: ?{n}",
        "comments? off(?: on {rest})?",
        "comments? (?:are|is) (?:closed|off|disabled)(?: on {rest})?",
        "no responses?(?: yet)?",
        "comments? closed",
        "no trackbacks? ?/ ?pingbacks?",
        "(?:trackbacks?|pingbacks?)(?: ?\\({n}\\))?",
        "no comments so far",
        "(?:sorry, )?(?:the )?comment(?:s|ing| form) (?:is|are) closed(?: for this (?:post|entry)| at this time)?",
    ),
    "de": (
        "keine? kommentare?",
        "{n} kommentare?",
        "kommentare? ?\\({n}\\)",
        "{n} (?:antworten|gedanken|reaktionen)",
        "kommentare? deaktiviert(?: fur {rest})?",
        "(?:die )?kommentare? (?:sind )?(?:geschlossen|deaktiviert)(?: fur {rest})?",
        "noch keine kommentare",
        "kommentarfunktion (?:ist )?(?:geschlossen|deaktiviert)",
    ),
    "fr": (
        "aucun commentaire",
        "pas (?:encore )?de commentaires?",
        "{n} commentaires?",
        "commentaires? ?\\({n}\\)",
        "{n} (?:reponses?|reflexions?|reactions?)",
        "commentaires? fermes?(?: sur {rest})?",
        "(?:les )?commentaires? (?:sont )?(?:fermes|desactives)(?: sur {rest})?",
    ),
    "es": (
        "(?:no hay|sin|ningun) comentarios?",
        "{n} comentarios?",
        "comentarios? ?\\({n}\\)",
        "{n} (?:respuestas?|pensamientos?|reacciones)",
        "comentarios? (?:cerrados|desactivados)(?: en {rest})?",
        "los comentarios estan (?:cerrados|desactivados)",
        "aun no hay comentarios",
    ),
    "pt": (
        "(?:nenhum|sem) comentarios?",
        "{n} comentarios?",
        "{n} (?:respostas?|pensamentos?|opinioes|ideias)",
        "comentarios? (?:fechados|desativados|encerrados)(?: em {rest})?",
        "os comentarios estao (?:fechados|desativados|encerrados)",
        "ainda nao ha comentarios",
    ),
    "it": (
        "nessun commento",
        "{n} comment[oi]",
        "{n} (?:rispost[ae]|pensier[oi])",
        "(?:i )?commenti (?:sono )?(?:chiusi|disabilitati)(?: su {rest})?",
    ),
    "nl": ("(?:geen|{n}) (?:reacties?|opmerkingen)", "reacties (?:zijn )?(?:uitgeschakeld|gesloten)(?: voor {rest})?"),
    "sv": ("(?:inga|{n}) kommentar(?:er)?", "{n} (?:svar|tankar)", "kommentarer (?:ar )?(?:inaktiverade|stangda)(?: for {rest})?"),
    "pl": ("(?:brak|{n}) komentarz[yea]?", "{n} komentarzy", "{n} odpowiedzi", "mozliwosc komentowania(?: {rest})? zostala wylaczona"),
}
"""How many there are, or that there can be none."""

HEADINGS: dict[str, tuple[str, ...]] = {
    "en": (
        "leave (?:a|your) (?:reply|comment|response)(?: to {name})?(?: cancel reply)?",
        "(?:post|add|write|submit) (?:a|your|new)? ?comments?",
        "(?:add|post) new comment",
        "leave (?:comment|reply)",
        "join the (?:discussion|conversation)",
        "{n} (?:responses?|thoughts?|replies|comments?|reply|reactions?) (?:to|on) {rest}",
        "(?:recent )?comments on this (?:post|entry)",
        "discussion",
        "speak your mind",
        "facebook comments",
        "comments",
        "reader (?:comments|interactions)",
        "your comment",
        "have your say",
        "trackbacks/pingbacks",
        "post a comment on: {rest}",
    ),
    "de": (
        (
            "(?:schreibe?|hinterlasse?n?)(?: sie)? (?:einen|eine|deinen|ihren) (?:kommentar|antwort)(?: zu {name})?(?: "
            "antwort(?:en)? abbrechen)?"
        ),
        "kommentar (?:veroffentlichen|schreiben|hinterlassen|verfassen|abgeben|posten)",
        "antwort (?:hinterlassen|schreiben)(?: antwort abbrechen)?",
        "{n} (?:antworten|gedanken|kommentare?) (?:zu|auf) {rest}",
        "kommentare",
        "dein kommentar",
        "ihr kommentar",
        "(?:ein|einen) gedanke[n]? zu {rest}",
    ),
    "fr": (
        "(?:laisser|ecrire|poster|ajouter|publier|enregistrer) un (?:commentaire|message)(?: annuler la reponse)?",
        "laisser une reponse(?: annuler la reponse)?",
        "laissez un commentaire",
        "{n} (?:reponses?|reflexions?|commentaires?|avis) (?:a|sur) {rest}",
        "commentaires",
        "votre commentaire",
        "repondre a {name}(?: annuler la reponse)?",
    ),
    "es": (
        "(?:deja|dejar|publica|publicar|escribe|anade|agregar|haz) (?:un|una|tu) (?:comentario|respuesta)(?: cancelar la respuesta)?",
        "deja una respuesta(?: cancelar la respuesta)?",
        "{n} (?:respuestas?|comentarios?|pensamientos?|ideas) (?:a|en|sobre) {rest}",
        "comentarios",
        "responder a {name}",
    ),
    "pt": (
        "(?:deixe|deixar|postar|enviar|publicar|escreva|adicione) (?:um|uma|o seu|seu) ?(?:comentario|resposta)(?: cancelar resposta)?",
        "deixe uma resposta(?: cancelar resposta)?",
        "{n} (?:respostas?|comentarios?|pensamentos?|ideias?|opinioes) (?:a|em|sobre|para) {rest}",
        "comentarios",
    ),
    "it": (
        "(?:lascia|posta|scrivi|invia) un (?:commento|messaggio)(?: annulla risposta)?",
        "rispondi annulla risposta",
        "{n} (?:rispost[ae]|comment[oi]|pensier[oi]) (?:a|su) {rest}",
        "commenti",
    ),
    "nl": (
        "(?:geef|plaats|laat) een (?:reactie|opmerking)(?: achter)?(?: reactie annuleren)?",
        "(?:een )?(?:reactie|opmerking) (?:plaatsen|posten)",
        "{n} (?:reacties?|gedachten?) (?:op|over) {rest}",
        "reacties",
    ),
    "sv": (
        "(?:lamna|skicka|skriv) en? (?:kommentar|svar|ett svar)(?: avbryt svar)?",
        "lamna ett svar(?: avbryt svar)?",
        "{n} (?:svar|kommentarer|tankar) (?:till|pa|om) {rest}",
        "kommentarer",
    ),
    "pl": (
        "(?:dodaj|zostaw|napisz|przeslij) (?:komentarz|odpowiedz)(?: anuluj pisanie odpowiedzi)?",
        "{n} odpowiedzi na {rest}",
        "komentarze",
    ),
}
"""Above the comments, or above the box for one: what follows is not the author's, if it looks like comments."""

SAYS: tuple[str, ...] = (
    r"\bhat gesagt",
    r"\bsays",
    r"\bsaid",
    r"\bwrote",
    r"\bsagte?",
    r"\bschreibt",
    r"\bschrieb",
    r"\ba dit",
    r"\bdit",
    r"\bdijo",
    r"\bdice",
    r"\bdisse",
    r"\bdiz",
    r"\bha detto",
    r"\bscrive",
    r"\bzegt",
    r"\bschreef",
    r"\bskriver",
    r"\bsager",
    r"\bpisze",
)
"""After the name of who comments."""
