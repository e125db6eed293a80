"""What stands in the box for a comment, below it, and what a spam filter says there, by language. Data, read as `words_comments.py` is."""

from __future__ import annotations

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
