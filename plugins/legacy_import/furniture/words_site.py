"""What themes and plugins write around a post, other than comments, by language. Data, read as `words_comments.py` is."""

from __future__ import annotations

import re

SUBSCRIBE: dict[str, tuple[str, ...]] = {
    "en": (
        "subscribe to ?: ?(?:post comments|posts|comments)? ?(?:\\(atom\\))?",
        "(?:entries|posts|entry|comments?)(?: and comments)? (?:\\(?rss\\)?|\\(?atom\\)?|feeds?)\\.?",
        "(?:rss|atom)(?: 2\\.0)?(?: feed)?",
        "comments? \\(rss\\)\\.?",
        "subscribe (?:by|via|in|to) (?:e-?mail|rss|a reader|our feed|this blog|the feed)\\.?",
        "follow (?:this blog )?(?:by|via) e-?mail",
        "get (?:new posts|updates|every new post) {rest}inbox\\.?",
        "join {n} other (?:followers|subscribers)\\.?",
        "enter your email address to (?:follow|subscribe){rest}",
        "feed (?:for|on) {name}",
        "trackback(?: url(?: for this (?:post|entry))?| uri)?(?: ?:? ?https?://[^ ]+)?",
        "trackback this (?:post|entry)",
        "https?://[^ ]+/trackback/?",
    ),
    "de": (
        "abonnieren ?:? ?(?:kommentare zum post|posts|kommentare)? ?(?:\\(atom\\))?",
        "(?:beitrage|artikel|kommentare)(?: und kommentare)? ?(?:\\(rss\\)|-feed|als rss)\\.?",
        "(?:kommentar-)?feed(?: der eintrage)?",
    ),
    "fr": (
        "(?:s'abonner|inscription|s'inscrire) (?:a|aux) ?: ?(?:publier les commentaires|articles|messages)? ?(?:\\(atom\\))?",
        "flux (?:rss )?(?:des (?:articles|commentaires|publications))",
    ),
    "es": (
        "suscribirse a ?: ?(?:enviar comentarios|comentarios de la entrada|entradas)? ?(?:\\(atom\\))?",
        "(?:entradas|comentarios) (?:\\(rss\\)|rss)",
    ),
    "pt": ("(?:assinar|subscrever) ?:? ?(?:postar comentarios|postagens|enviar feedback)? ?(?:\\(atom\\))?",),
    "it": ("iscriviti a ?: ?(?:commenti sul post|post)? ?(?:\\(atom\\))?",),
    "nl": ("abonneren op ?: ?(?:reacties posten|posts)? ?(?:\\(atom\\))?",),
    "sv": ("prenumerera pa ?: ?(?:kommentarer till inlagget|inlagg)? ?(?:\\(atom\\))?",),
    "pl": ("subskrybuj ?: ?(?:komentarze do posta|posty)? ?(?:\\(atom\\))?",),
}

FOOTERS: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:proudly |blog |is )?powered (?:proudly )?by {name}",
        "(?:{name} is )?proudly powered by (?:wordpress|blogger){rest}",
        "(?:blog|website) at wordpress\\.com\\.?",
        "create a free (?:website or )?blog at wordpress\\.com\\.?",
        "theme ?: {name}(?: by {name})?",
        "{name} theme\\.?",
        (
            "(?:simple|awesome inc\\.|watermark|ethereal|travel|picture window|contempo|emporio|notable|soho|minima|dots|"
            "thisaway|scribe) theme\\."
        ),
        "theme images by {name}",
        "valid (?:x?html(?: 1\\.[01])?(?: (?:transitional|strict))?|css|rss|atom)(?: and css)?\\.?!?",
        "w3c(?: validator)?",
        "(?:page )?(?:generated|loaded|rendered) in {rest}(?:seconds|ms|queries)\\.?",
        "{n} (?:mysql |database )?queries(?: in)? {rest}seconds\\.?",
        "report abuse",
        "start a blog at wordpress\\.com\\.?",
        "create your (?:own )?website (?:with|at) wordpress\\.com\\.?",
        "cached? by {name}",
        "performance optimization {rest}",
    ),
    "de": (
        "powered by {name}",
        "(?:stolz )?(?:prasentiert|betrieben) (?:von|mit) (?:wordpress|blogger)\\.?",
        "(?:bloggen|blog) (?:auf|bei) wordpress\\.com\\.?",
        "{n} (?:datenbank)?abfragen in {rest}sekunden\\.?",
    ),
    "fr": ("(?:fierement )?propulse par (?:wordpress|blogger)\\.?", "fourni par blogger\\.?", "blog sur wordpress\\.com\\.?"),
    "es": (
        "(?:con la tecnologia|con tecnologia|tecnologia) de blogger\\.?",
        "(?:funciona (?:gracias a|con)|creado con) wordpress\\.?",
        "blog de wordpress\\.com\\.?",
    ),
    "pt": (
        "tecnologia do blogger\\.?",
        "(?:orgulhosamente )?(?:desenvolvido com|mantido com|movido a|com tecnologia) wordpress\\.?",
        "blog no wordpress\\.com\\.?",
    ),
    "it": ("powered by blogger\\.?", "blog su wordpress\\.com\\.?"),
}

COOKIES: dict[str, tuple[str, ...]] = {
    "en": (
        "privacy & cookies ?: ?this site uses cookies\\.{rest}",
        "(?:this|our) (?:site|website|blog) uses cookies{rest}",
        (
            "we use (?:our own and third-party )?cookies (?:on|to|for|and) {rest}(?:site|website|experience|consent|traffic|"
            "policy|preferences|analy[sz]e){rest}"
        ),
        "by continuing to (?:use|browse) (?:this|the|our) (?:site|website|blog),? you (?:agree|accept|consent){rest}",
        "to find out more, including how to control cookies, see here:?{rest}",
        "accept (?:all )?cookies",
        "close and accept",
        "cookie (?:policy|settings|notice)",
    ),
    "de": (
        "diese (?:website|seite|webseite) (?:verwendet|benutzt|nutzt) cookies{rest}",
        "datenschutz (?:&|und) cookies ?:{rest}",
        "wir (?:verwenden|nutzen) cookies{rest}(?:website|webseite|seite|nutzung|zustimm|datenschutz){rest}",
        "schliessen und akzeptieren",
    ),
    "fr": (
        "(?:confidentialite (?:&|et) cookies ?: ?)?ce (?:site|blog) utilise des cookies{rest}",
        "nous utilisons des cookies{rest}(?:site|experience|accept){rest}",
        "fermer et accepter",
    ),
    "es": (
        "(?:privacidad y cookies ?: ?)?este (?:sitio|blog) (?:web )?(?:utiliza|usa) cookies{rest}",
        "(?:utilizamos|usamos) cookies{rest}(?:sitio|web|experiencia|acept){rest}",
        "cerrar y aceptar",
    ),
    "pt": (
        "(?:privacidade e cookies ?: ?)?(?:esse|este) (?:site|blog) utiliza cookies{rest}",
        "(?:utilizamos|usamos|nos usamos) cookies{rest}(?:site|experiencia|aceit){rest}",
        "fechar e aceitar",
    ),
    "it": ("(?:privacy e cookie ?: ?)?questo (?:sito|blog) utilizza (?:i )?cookie{rest}",),
    "nl": ("(?:privacy en cookies ?: ?)?deze (?:site|website) gebruikt cookies{rest}",),
}

ADVERTS: dict[str, tuple[str, ...]] = {
    "en": (
        "advertisements?",
        "about these ads",
        "report this ad",
        "click (?:here )?to tweet(?: this)?",
        "sponsored (?:links?|content|post)",
        "privacy settings",
        "ads by google",
        "occasionally,? some of your visitors may see an advertisement here{rest}",
        "powered by wordpress\\.com",
    ),
    "de": ("werbeanzeigen?",),
    "it": ("annunci(?:o)? pubblicitari(?:o)?",),
    "nl": ("advertenties?",),
}

RELATED: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:possibly )?related (?:posts?|articles?|entries|content|stories)(?: ?:? ?\\(automatically generated\\))?",
        "you (?:may|might) also (?:like|enjoy|be interested in)(?: {name})?",
        "(?:more from|more posts in|read next)",
        "(?:recommended (?:for you|posts|reading)|similar posts|popular posts|recent posts|recent comments)",
        "(?:blog roll|blog archive|my blog list|more in {name}|more posts|about me)",
        "(?:recommended|blogroll|followers|archives|categories|labels|meta)",
        "related",
        'in ["“«][^"”»]{1,60}["”»]',
    ),
    "de": (
        "(?:ahnliche|verwandte|weitere|passende) (?:beitrage|artikel|posts)",
        "das (?:konnte|gefallt) (?:dir|dich|sie|ihnen) (?:auch )?(?:gefallen|interessieren)",
        "(?:neueste|beliebte) (?:beitrage|kommentare|posts)",
        "blog-archiv",
        "uber mich",
        "ahnliches?",
        "blogroll",
        "das konnte (?:dir|dich|sie) auch {name}",
        "verwandt",
    ),
    "fr": (
        "articles? (?:similaires?|lies|connexes|recents|associes)",
        (
            "(?:sur le meme (?:theme|sujet)|vous aimerez aussi|a lire aussi|archives du blog|qui etes-vous \\??|similaire|"
            "articles les plus consultes)"
        ),
    ),
    "es": (
        "(?:entradas|articulos|posts) (?:relacionad[oa]s|recientes|populares|similares)",
        "(?:relacionado|tambien te puede (?:interesar|gustar)|archivo del blog|datos personales|acerca de mi|te puede interesar)",
    ),
    "pt": (
        "(?:posts|artigos|postagens) (?:relacionad[oa]s|recentes|populares|mais visitadas)",
        "(?:relacionado|voce tambien pode gostar|voce tambem pode gostar|arquivo do blog|quem sou eu|leia tambem)",
    ),
    "it": ("(?:articoli|post) (?:correlati|recenti|simili)", "(?:correlati|potrebbe interessarti|archivio blog|informazioni personali)"),
    "nl": ("(?:gerelateerde|vergelijkbare|recente) (?:berichten|artikelen|posts)", "(?:gerelateerd|blogarchief|over mij)"),
    "sv": ("(?:relaterade|liknande|senaste) inlagg", "(?:bloggarkiv|om mig)"),
    "pl": ("(?:podobne|powiazane|ostatnie) (?:wpisy|artykuly|posty)", "(?:archiwum bloga|o mnie)"),
}
"""Above lists of links to other posts, and above what stands in the margin."""

SPONSORS: dict[str, tuple[str, ...]] = {
    "en": (
        (
            "(?:this (?:post|article|blog|site|entry) (?:is|was) )?(?:kindly )?(?:offered|sponsored|presented|supported|"
            "provided) (?:to you )?by {name}"
        ),
        "(?:this (?:post|article|blog|site|entry) (?:is|was) )?brought to you by {name}",
        "(?:our|today's) sponsors? ?: ?{name}",
        "sponsors? ?: ?{name}",
    ),
    "de": (
        "(?:dieser (?:beitrag|artikel|blog) (?:ist|wird|wurde) )?(?:gesponsert|unterstutzt|prasentiert|angeboten) von {name}",
        "sponsor(?:en)? ?: ?{name}",
    ),
    "fr": ("(?:cet article (?:est|vous est) )?(?:sponsorise|offert|propose|parraine) par {name}", "sponsors? ?: ?{name}"),
    "es": ("(?:este (?:articulo|blog|post) (?:es|esta) )?(?:patrocinado|ofrecido|presentado) por {name}", "patrocinador(?:es)? ?: ?{name}"),
    "pt": ("(?:este (?:artigo|blog|post) (?:e|foi) )?(?:patrocinado|oferecido|apresentado) por {name}", "patrocinador(?:es)? ?: ?{name}"),
    "it": ("(?:sponsorizzato|offerto) da {name}",),
    "nl": ("(?:gesponsord|aangeboden) door {name}",),
}

COPYRIGHT: dict[str, tuple[str, ...]] = {
    "en": (
        "(?:copyright )?(?:©|\\(c\\)) ?(?:copyright )?{n}?(?: ?[-–] ?{n})?,? ?{name}(?:\\.? all rights reserved\\.?)?",
        "copyright {n}{rest}",
        "all rights reserved\\.?",
        "some rights reserved\\.?",
    ),
}

ABOUT_AUTHOR: dict[str, tuple[str, ...]] = {
    "en": (r"about the author\W*", r"about the writer\W*", r"author bio\W*"),
    "de": (r"uber (?:den autor|die autorin)\W*", r"zur person\W*"),
    "fr": (r"(?:a propos de|sur) l'auteure?\W*",),
    "es": (r"(?:sobre|acerca d)el? (?:el )?autora?\W*", r"sobre la autora\W*"),
    "pt": (r"sobre [oa] autora?\W*",),
    "it": (r"(?:sull'|informazioni sull')autor[ei]\W*", r"l'autore\W*"),
    "nl": (r"over de auteur\W*",),
}
"""Above a few words about the author that end a page."""

SUBSCRIBES = re.compile(
    r"subscri|newsletter|sign(?:ed)? up|inbox|updates|abonn|anmeld|inscri|suscri|boletin|assin|novidades|iscriv|aanmeld|zapisz"
)
"""A word of these is in every box that asks for a reader's address."""
