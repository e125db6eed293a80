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

BOX: dict[str, tuple[str, ...]] = {
    "en": (
        "your email address will not be published\\.?",
        "(?:all )?required fields are marked(?: \\*)?",
        "save my name,? email,? and website in this browser for the next time i comment",
        "notify me of (?:follow-?up|new) (?:comments?|posts?)(?: by e-?mail| via e-?mail)?",
        "(?:follow-?up|new) comments? by e-?mail",
        (
            "you (?:must|need to|have to) (?:be )?(?:logged|log|register|sign(?:ed)?|be registered)[- ]?(?:in)? (?:and logged "
            "in )?(?:to|before you can) (?:post|leave|write|add|make)? ?(?:a )?(?:comment|reply)"
        ),
        "(?:please )?(?:log|sign) in (?:to|or register to) (?:leave a |post a )?(?:reply|comment)",
        "log in with (?:facebook|twitter|google|disqus|wordpress(?:\\.com)?|openid)",
        "(?:login|log in|sign in|connect) (?:with|using) {name}",
        "fill in your details below or click an icon to log in ?:?",
        "you are commenting using your (?:wordpress\\.com|google|twitter|facebook) account\\.?(?: ?\\( ?log ?out ?(?:/ ?change ?)?\\))?",
        "log ?out ?/ ?change",
        "connecting to %s",
        "cancel reply",
        "(?:log ?in|sign in|register) to (?:comment|reply)",
        "please log in using one of these methods to post your comment ?:?",
        "loading comments\\.*",
        "write a comment\\.+",
        "click here to cancel reply\\.?",
        "you may use these html tags and attributes ?:? ?{rest}",
        "you can use these (?:html )?tags ?:? ?{rest}",
        "xhtml: {rest}",
        (
            "(?:email|e-mail|mail|address)(?: \\(required\\))?(?: ?\\(?(?:will not be published|never made public|address never "
            "made public|will never be shared)\\)?)(?: \\(required\\))?"
        ),
        "(?:name|email|e-mail|website|url|comment|message)(?: address)?(?: ?\\*| \\(required\\)| \\(optional\\))",
        "post comment",
        "submit comment",
        "leave a comment",
        "comment as:?(?: {name})?",
        "enter your comment\\.*",
        "enter your comment here\\.*",
        "type your comment here\\.*",
        "be the first to (?:leave a )?comment",
        "be the first to reply",
        "note: only a member of this blog may post a comment\\.?",
        "comment moderation (?:is|has been) (?:enabled|in use){rest}",
        "your comment is awaiting moderation\\.?",
        "please enable javascript to view the comments powered by disqus\\.?",
        "blog comments powered by disqus\\.?",
        "comments? powered by (?:disqus|facebook comments|intensedebate)",
        "load more(?: comments)?\\.*",
        "view the discussion thread\\.?",
        "(?:newer|older) comments",
        "you can (?:follow any (?:responses|comments|replies)|leave a (?:response|comment|reply),? or|skip to the end and leave){rest}",
        "responses are currently closed{rest}",
        "both comments and pings are currently closed\\.?",
        "subscribe to comments(?: feed)?",
        "rss feed for comments on this post\\.?",
        "start the conversation",
        "thanks for (?:leaving a|your) comment!?",
        "trackback from your own site\\.?",
        "all comments (?:are|will be) moderated\\.?",
    ),
    "de": (
        "(?:deine|ihre) e-?mail-?adresse wird nicht veroffentlicht\\.?",
        "erforderliche felder sind (?:mit \\* )?markiert(?: \\*)?",
        (
            "(?:du musst|sie mussen) (?:angemeldet|eingeloggt) sein,? um (?:einen kommentar (?:abgeben|schreiben|abzugeben|zu "
            "schreiben|verfassen)|kommentieren)(?: zu konnen)?\\.?"
        ),
        "meinen namen, (?:meine )?e-?mail(?:-adresse)? und (?:meine )?website in diesem browser {rest}",
        "benachrichtige mich {rest}",
        "antwort(?:en)? abbrechen",
        "(?:name|e-?mail|website|kommentar) ?\\*",
        "kommentar abschicken",
        "anmelden mit {name}",
        "melde dich an, um zu antworten",
        "hinweis: nur ein mitglied dieses blogs kann kommentare posten\\.?",
        "anmelden(?:,)? um zu kommentieren",
        "du kannst {rest}zu diesem eintrag {rest}",
        "(?:gib|geben sie) hier (?:deinen|ihren) kommentar ein\\.*",
    ),
    "fr": (
        "votre adresse (?:e-?mail|de messagerie|courriel) ne sera pas publiee\\.?",
        "les champs obligatoires sont indiques avec \\*?",
        (
            "vous devez (?:vous connecter|etre connecte\\(?e?\\)?)(?:,)? (?:pour|afin de) (?:publier|rediger|laisser|poster) un "
            "commentaire\\.?"
        ),
        "enregistrer mon nom, mon e-?mail {rest}",
        "(?:avertissez|prevenez)-moi {rest}",
        "annuler la reponse",
        "(?:nom|e-?mail|site web|commentaire) ?\\*",
        "se connecter avec {name}",
        "connectez-vous pour {name}",
        "soyez le premier a commenter",
        "saisissez votre commentaire ici\\.*",
    ),
    "es": (
        "(?:tu|su) (?:direccion de )?(?:correo|e-?mail)(?: electronico)? no sera publicad[oa]\\.?",
        "los campos (?:obligatorios|necesarios) estan marcados(?: con)?(?: \\*)?",
        (
            "(?:debes|tienes que|debe|lo siento, debes) (?:estar|iniciar|acceder|ser)(?: conectado| sesion| identificado)? para "
            "(?:publicar|dejar|escribir) un comentario\\.?"
        ),
        "guard(?:a|ar) mi nombre, correo electronico {rest}",
        "(?:recibir|notificarme|avisame) {rest}(?:comentarios|correo){rest}",
        "cancelar (?:la )?respuesta",
        "(?:nombre|correo electronico|web|comentario) ?\\*",
        "publicar (?:el )?comentario",
        "iniciar sesion con {name}",
        "escribe aqui tu comentario\\.*",
        "suscribirse a: (?:enviar )?comentarios{rest}",
    ),
    "pt": (
        "o seu (?:endereco de )?e-?mail nao sera publicado\\.?",
        "(?:os )?campos obrigatorios (?:sao )?marcados com ?\\*?",
        (
            "(?:voce precisa|voce deve|tem de|precisa) (?:fazer|estar|iniciar|ter)(?: o)?(?: login| logado| sessao| a sessao "
            "iniciada| a sessao)? para (?:publicar|deixar|postar|comentar)(?: um comentario)?\\.?"
        ),
        "salvar meus dados neste navegador {rest}",
        "(?:notifique-me|avise-me) {rest}",
        "cancelar (?:a )?resposta",
        "(?:nome|e-?mail|site|comentario) ?\\*",
        "publicar comentario",
        "digite seu comentario aqui\\.*",
        "entrar com {name}",
    ),
    "it": (
        "il tuo indirizzo e-?mail non sara pubblicato\\.?",
        "i campi obbligatori sono contrassegnati ?\\*?",
        "devi (?:essere connesso|effettuare l'accesso|accedere) per (?:inviare|pubblicare|lasciare) un commento\\.?",
        "annulla risposta",
        "salva il mio nome, email {rest}",
        "(?:nome|email|sito web|commento) ?\\*",
    ),
    "nl": (
        "(?:het|je|jouw) e-?mailadres wordt niet gepubliceerd\\.?",
        "(?:verplichte|vereiste) velden zijn gemarkeerd(?: met)?(?: \\*)?",
        "je moet (?:ingelogd|inloggen|ingelogd zijn)(?: zijn)?(?: op)? om een reactie te (?:plaatsen|kunnen plaatsen)\\.?",
        "reactie annuleren",
        "mijn naam, e-?mail en site {rest}",
    ),
    "sv": (
        "din e-?postadress kommer inte (?:att )?publiceras\\.?",
        "obligatoriska falt ar markta ?\\*?",
        "du maste vara inloggad for att (?:publicera|skriva) en kommentar\\.?",
        "avbryt svar",
    ),
    "pl": (
        "twoj adres e-?mail nie zostanie opublikowany\\.?",
        "(?:wymagane pola sa oznaczone|pola, ktorych wypelnienie jest wymagane, sa oznaczone)(?: symbolem)?(?: \\*)?",
        "musisz (?:sie )?(?:byc )?(?:zalogowac|zalogowany),? (?:sie,? )?aby (?:moc )?(?:dodac|komentowac)(?: komentarz)?\\.?",
        "anuluj pisanie odpowiedzi",
    ),
}
"""In and below the box: no author writes a paragraph of these words and nothing else."""

FILTERS: dict[str, tuple[str, ...]] = {
    "en": (
        "this site uses akismet to reduce spam\\.?",
        "learn how your comment data is processed\\.?",
        "this site is protected by (?:recaptcha|hcaptcha|akismet){rest}",
        "akismet has protected (?:this|your) site {rest}",
        "{n} spam comments? (?:blocked|caught)(?: by)?(?: akismet| spam karma)?",
        "protected by (?:akismet|spam karma|recaptcha)",
        "spam protection by (?:wp captcha-free|akismet|wp-spamfree)",
        "please prove that you are not a robot\\.?",
        "(?:captcha|anti-spam)(?: code)? ?\\*?",
    ),
    "de": (
        "diese (?:website|seite) verwendet akismet, um spam zu reduzieren\\.?",
        "erfahre,? (?:mehr daruber, )?wie (?:deine|ihre) kommentardaten verarbeitet werden\\.?",
        "erfahre mehr daruber, wie {rest}",
    ),
    "fr": (
        "ce site utilise akismet pour reduire les indesirables\\.?",
        "en savoir plus sur (?:comment|la facon dont) les donnees de vos commentaires sont (?:utilisees|traitees)\\.?",
    ),
    "es": ("este sitio (?:usa|utiliza) akismet para reducir el spam\\.?", "aprende como se procesan los datos de tus comentarios\\.?"),
    "pt": (
        "este site (?:utiliza|usa) o akismet para reduzir spam\\.?",
        "(?:saiba|fique a saber) como (?:seus|sao processados os) dados (?:em comentarios sao processados|dos comentarios)\\.?",
    ),
    "it": ("questo sito (?:usa|utilizza) akismet per ridurre lo spam\\.?", "scopri come i tuoi dati vengono elaborati\\.?"),
    "nl": ("deze site gebruikt akismet om spam te verminderen\\.?", "bekijk hoe je reactie(?:-)?gegevens worden verwerkt\\.?"),
    "sv": ("denna webbplats anvander akismet for att minska skrappost\\.?", "lar dig om hur din kommentarsdata bearbetas\\.?"),
    "pl": (
        "ta strona uzywa akismet do redukcji spamu\\.?",
        "dowiedz sie,? (?:wiecej,? )?(?:w jaki sposob|jak) (?:sa )?przetwarzane (?:sa )?dane (?:twoich )?komentarzy\\.?",
    ),
}

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
