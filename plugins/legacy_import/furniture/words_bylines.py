"""How themes say who wrote a post, when, and under what, by language. Data, read as `words_comments.py` is."""

from __future__ import annotations

AUTHORS: dict[str, tuple[str, ...]] = {
    "en": ("(?:this (?:entry|post) was )?(?:posted|published|written|submitted|created|authored)(?: on)? by:? ?", "author ?: ?"),
    "de": ("(?:eingestellt|geschrieben|verfasst|gepostet|veroffentlicht|erstellt) von ?", "(?:autor(?:in)?|verfasser) ?: ?"),
    "fr": ("(?:publie|ecrit|poste|redige|envoye) par ?", "auteur ?: ?"),
    "es": ("(?:publicado|escrito|posteado|enviado) por ?", "autor(?:a)? ?: ?"),
    "pt": ("(?:postado|publicado|escrito|enviado) por ?", "autor(?:a)? ?: ?"),
    "it": ("(?:pubblicato|scritto|postato|inserito) da ?", "autore ?: ?"),
    "nl": ("(?:gepost|geplaatst|geschreven|gepubliceerd) door ?", "auteur ?: ?"),
    "sv": ("(?:upplagd|publicerad|skrivet|postat) av ?",),
    "pl": ("(?:autor ?: ?|(?:opublikowane|opublikowany|napisane|napisal) przez ?)",),
}
"""Before the name of the author."""

BY: dict[str, tuple[str, ...]] = {
    "en": ("by:? ",),
    "de": ("von:? ", "durch "),
    "fr": ("par:? ",),
    "es": ("por:? ",),
    "it": ("di ", "da "),
    "nl": ("door ",),
    "sv": ("av ",),
}
"""The same, but such a word alone says too little: only beside a date or a category."""

DATES: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:this (?:entry|post) was )?(?:posted|published|written|submitted|created)(?: on| at| in)?:? ?",
        "(?:date|dated?|posted) ?: ?",
    ),
    "de": (
        "dieser (?:beitrag|eintrag|artikel) wurde ",
        "(?:dieser (?:eintrag|beitrag) wurde )?(?:veroffentlicht|geschrieben|erstellt|gepostet|eingestellt)(?: am| um)? ?",
        "datum ?: ?",
    ),
    "fr": ("(?:cet article a ete |cette entree a ete )?(?:publie|poste|ecrit)e?(?: le| a)? ?", "date ?: ?"),
    "es": ("(?:esta entrada (?:fue|ha sido) )?(?:publicad[oa]|escrit[oa])(?: el| a las| en)? ?", "fecha ?: ?"),
    "pt": (
        "(?:este (?:post|artigo) foi |esta entrada foi )?(?:publicad[oa]|postad[oa]|escrit[oa])(?: em| as)? ?",
        "data ?: ?",
    ),
    "it": ("(?:questo articolo e stato )?(?:pubblicato|postato|scritto)(?: il| alle)? ?", "data ?: ?"),
    "nl": ("(?:dit bericht (?:is|werd) )?(?:geplaatst|gepubliceerd|gepost)(?: op| om)? ?", "datum ?: ?"),
    "sv": ("(?:publicerad|publicerat|postat|upplagd)(?: den| kl\\.?)? ?",),
    "pl": ("(?:opublikowano|opublikowane|napisane)(?: dnia| w dniu)? ?",),
}
"""Before the date."""

UPDATED: dict[str, tuple[str, ...]] = {
    "en": ("(?:this (?:entry|post|article) was )?(?:last )?(?:updated|modified|edited|revised)(?: on)? ?:? ?",),
    "de": (
        "(?:zuletzt )?(?:aktualisiert|geandert|bearbeitet)(?: am)? ?:? ?",
        "(?:letzte|zuletzt) (?:aktualisierung|anderung)(?: am)? ?:? ?",
    ),
    "fr": ("(?:derniere )?(?:mise? a jour|modifie|modification)(?: le)? ?:? ?",),
    "es": ("(?:ultima )?(?:actualizad[oa]|actualizacion|modificad[oa])(?: el)? ?:? ?",),
    "pt": ("(?:ultima )?(?:atualizad[oa]|atualizacao|modificad[oa])(?: em)? ?:? ?",),
    "it": ("(?:ultimo )?(?:aggiornat[oa]|aggiornamento)(?: il)? ?:? ?",),
    "nl": ("(?:laatst )?(?:bijgewerkt|gewijzigd)(?: op)? ?:? ?",),
}
"""Before the date of the last change, which is not that of the post."""

CATEGORIES: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:this (?:entry|post|article) was |and (?:is |was )?)?(?:filed|posted|categori[sz]ed|published) (?:under|in|as) ?:? ?",
        "(?:category|categories|topics?|section|filed) ?: ?",
        "(?:entry )?filed under ?:? ?",
    ),
    "de": (
        "(?:dieser (?:eintrag|beitrag) wurde |und (?:ist |wurde )?)?(?:abgelegt|veroffentlicht|gepostet|eingeordnet) (?:unter|in) ?:? ?",
        "kategorien? ?: ?",
        "rubrik ?: ?",
    ),
    "fr": (
        "(?:cette entree a ete |ce contenu a ete |cet article a ete |et )?(?:publiee?|classee?|poste) (?:dans|sous) ?:? ?",
        "(?:categories?|rubrique) ?: ?",
    ),
    "es": (
        "(?:esta entrada (?:fue|se|ha sido) |y )?(?:publicad[oa]|publico|archivad[oa]|clasificad[oa]) (?:en|bajo) ?:? ?",
        "categorias? ?: ?",
    ),
    "pt": (
        "(?:(?:esta entrada|este post|este artigo) foi |e )?(?:publicad[oa]|arquivad[oa]|postad[oa]) (?:em|sob) ?:? ?",
        "categorias? ?: ?",
    ),
    "it": ("(?:pubblicato|archiviato|postato) (?:in|sotto) ?:? ?", "categori[ae] ?: ?"),
    "nl": ("(?:dit bericht (?:is|werd) )?(?:geplaatst|opgeborgen|gepubliceerd) (?:in|onder) ?:? ?", "categorie(?:en)? ?: ?"),
    "sv": ("(?:publicera[dt]|postat) (?:i|under) ?:? ?", "kategori(?:er)? ?: ?"),
    "pl": ("opublikowano w ?:? ?", "kategori[ae] ?: ?"),
}

IN: dict[str, tuple[str, ...]] = {
    "en": ("in ", "under "),
    "de": ("in ", "unter "),
    "fr": ("dans ",),
    "es": ("en ",),
    "pt": ("em ",),
    "it": ("in ",),
    "nl": ("in ",),
}
"""Before a category, beside a date or other furniture only."""

TAGS: dict[str, tuple[str, ...]] = {
    "en": ("(?:labels?|tags?|tagged|keywords?|technorati tags?) ?: ?", "(?:and )?tagged (?:with|as|in)? ?:? ?"),
    "de": (
        "(?:labels?|schlagworter|schlagworte|tags|stichworter|verschlagwortet(?: mit)?|getaggt(?: mit)?) ?: ?",
        "(?:und )?(?:verschlagwortet|getaggt) mit ?:? ?",
    ),
    "fr": ("(?:libelles?|etiquettes?|mots[- ]cles?|tags?|tagge|tague|etiquete|mots[- ]clefs?|marque) ?: ?",),
    "es": ("(?:etiquetas?|tags?) ?: ?", "(?:y )?etiquetad[oa](?: como| con)? ?:? ?"),
    "pt": ("(?:marcadores|marcador|etiquetas?|tags?|palavras-chave) ?: ?", "(?:e )?marcad[oa] (?:com|como)(?: a tag| as tags)? ?:? ?"),
    "it": ("(?:etichette|etichetta|tag|contrassegnato(?: da tag)?) ?: ?",),
    "nl": ("(?:labels?|tags?|getagd(?: met)?) ?: ?",),
    "sv": ("(?:etiketter|etikett|taggar|taggad(?: med)?) ?: ?",),
    "pl": ("(?:etykiety|tagi|otagowano|oznaczone) ?: ?",),
}
