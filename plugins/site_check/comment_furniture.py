"""What comment systems of blogs leave in a page, whoever made them: ids and classes, names of fields, and short texts. Data."""

from __future__ import annotations

import re

MARKUP = re.compile(
    r"(?:wp-block-)?(?:post-)?comments?-(?:area|author|avatar|block|body|box|content|count|counter|field|footer|form|holder|input|list|meta"
    r"|metadata|navigation|notes|pagination|permalink|policy|reply|reply-link|reply-title|respond|section|template|text|thread|title"
    r"|wrap|wrapper)"
    r"|(?:wp-block-)?(?:post-)?comments(?:_count|_template)?"
    r"|comment_?form|comment_?list|comment_?holder|commentlist|commentform|comment-reply|cancel-comment-reply(?:-link)?|respond"
    r"|no-comments|nocomments|post-comment-link|leave-a-(?:comment|reply)|u-comment|p-comment|h-cite-comment",
    re.IGNORECASE,
)
"""Ids and classes."""

FIELDS = re.compile(r"comments?|comment_(?:post_ID|parent|body|text|content|author)|commentBody|postBody", re.IGNORECASE)
"""Names of fields in forms."""

ITEMS = re.compile(r"https?://schema\.org/(?:Comment|UserComments|CommentAction)/?", re.IGNORECASE)
"""Types of microdata."""

STRUCTURED = re.compile(r'"(?:comment|commentCount|discussionUrl)"\s*:|"@type"\s*:\s*"(?:Comment|CommentAction|UserComments)"')
"""What structured data (JSON-LD) says of comments."""

FEED = re.compile(
    r"<(?:comments|wfw:comment(?:Rss|RSS)?|slash:comments|thr:(?:total|in-reply-to))\b[^>]*>"
    r"|<(?:\w+:)?link\b[^>]*\brel=[\"']replies[\"'][^>]*>"
)
"""Elements of feeds: RSS 2.0's own, wfw, slash, and RFC 4685 (threading)."""

_NUMBER = r"(?:\d+|no|one|zero)"
TEXTS = {
    "en": (
        rf"{_NUMBER} (?:comments?|replies|responses?)(?: (?:on|to) .*)?:?",
        r"(?:post|add|leave|write|submit) (?:a |your )?(?:new )?(?:comment|reply)(?: to .*)?",
        r"comments?(?: are)? (?:off|closed|disabled)(?: (?:on|for) .*)?\.?",
        r"cancel reply|reply to this comment|view all \d* ?comments?|subscribe to(?: post)? comments.*",
        r"(?:log|sign) in (?:to (?:reply|comment|leave a comment)|with (?:facebook|google|twitter|disqus) to comment)\.?",
        r"you must be logged in to (?:post a comment|reply).*",
        r"notify me of (?:new|follow-?up) (?:comments|posts).*",
        r"this site uses akismet to reduce spam.*|learn how your comment data is processed\.?",
        r"your email address will not be published.*|comments powered by .*",
    ),
    "de": (
        r"(?:\d+|keine|ein) kommentare?(?: zu .*)?:?",
        r"kommentar (?:veröffentlichen|schreiben|hinterlassen|abgeben|verfassen|abschicken)",
        r"(?:schreibe?|hinterlasse?|verfasse) (?:einen|deinen) kommentar",
        r"kommentare? (?:sind )?(?:deaktiviert|geschlossen)(?: für .*)?\.?|antworten? abbrechen",
        r"deine e-mail-adresse wird nicht veröffentlicht.*",
    ),
    "fr": (
        r"(?:\d+|aucun|un) commentaires?(?: (?:sur|pour) .*)?\s?:?",
        r"(?:enregistrer|laisser|publier|ajouter|écrire|poster) un commentaire",
        r"(?:les )?commentaires (?:sont )?(?:fermés|désactivés)(?: sur .*)?\.?|annuler la réponse",
        r"votre adresse e-?mail ne sera pas publiée.*",
    ),
    "es": (
        r"(?:\d+|no hay|ningún|un) comentarios?(?: en .*)?:?",
        r"(?:publicar|dejar|deja|añadir|escribir|enviar) un comentario|deja (?:una|tu) respuesta",
        r"(?:los )?comentarios (?:están )?(?:cerrados|desactivados)(?: en .*)?\.?|cancelar (?:la )?respuesta",
        r"tu dirección de correo electrónico no será publicada.*",
    ),
}
"""Whole short texts, by language. An article that quotes one within a sentence is not meant."""

_TEXTS = re.compile("|".join(f"(?:{pattern})" for patterns in TEXTS.values() for pattern in patterns), re.IGNORECASE)
_LONGEST = 120  # characters; furniture is short


def is_furniture(text: str) -> bool:
    """Whether this text, alone in its element or on its line, is what a comment system says."""
    words = " ".join(text.split())
    return len(words) <= _LONGEST and any(_TEXTS.fullmatch(part.strip()) for part in words.split("|") if part.strip())
