"""German; umlauts are without their dots here, as in all folded text, and may have been typed as `ae`, `oe`, `ue`."""

from .model import Words

_FILL = (
    "(?:(?:mir|uns|doch|gerne?|bitte|einfach|ruhig|hier|unten|auch|jetzt|dazu|mal|eine?n?|eure|euren|ihre|ihren|deine|deinen|kurzen|netten"
    "|lieben|viele|sie|gleich|noch|euer|dein|ihr|oder|und|fragen|anregungen) ){0,6}"
)
_YOUR = "(?:deine?[nrms]?|eure?[nrms]?|euer|ihre?[nrms]?)"

GERMAN = Words(
    comments=(
        rf"(?:hinterlass(?:e|t|en)?|schreib(?:e|t|en)?|lass(?:e|t|en)?|poste[tn]?|gib|gebt|geben|verfass(?:e|t|en)) {_FILL}kommentare?n?",
        r"(?:einen|ihren|deinen|euren) (?:\w+ )?kommentar (?:zu )?(?:hinterlassen|schreiben|dalassen|abgeben|posten|verfassen)",
        r"(?:bitte |gerne? )?kommentier(?:t|e|en sie) (?:gerne?|bitte|doch|unten|hier|diesen|ruhig|fleißig)",
        (
            rf"(?:freue?n?|gespannt|warte)\b[^.!?]{{0,40}}? (?:auf|uber) (?:{_YOUR}|jede[nr]?) (?:\w+ )?(?:kommentare?|ruckmeldungen"
            rf"|ruckmeldung|zuschriften"
            rf"|meinungen?)"
        ),
        r"(?:kommentare?|anregungen|meinungen)(?:,? (?:und|oder|\w+) \w+)? (?:ist |sind )?(?:\w+ )?(?:willkommen|erwunscht|gern gesehen)",
        r"kommentar(?:e|en|funktion|feld|bereich) (?:weiter )?unten",
        r"(?:nutzt?|nutzen sie|benutzen sie|verwenden sie) (?:\w+ ){0,2}kommentar(?:funktion|feld|bereich)",
        r"(?:unten|hier|gerne?|einfach) kommentieren",
        r"(?:die )?kommentar(?:e|funktion) (?:ist|sind) (?:\w+ )?offen",
        r"(?:ich|wir) (?:lese|lesen|beantworte|beantworten) (?:\w+ )?(?:jeden|alle) kommentare?",
    ),
    in_comments=r"(?:unten )?(?:in (?:den|die) kommentaren?|im kommentar(?:bereich|feld)?|als kommentar"
    r"|per kommentar)(?: (?:weiter )?unten)?",
    reach=(
        (
            r"(?:^|[,;:(–-] ?|\b(?:bitte|einfach|gerne?|dann|oder|und|also|ruhig) )"
            r"(?:schreib(?:e|t|en sie)?|mail(?:e|t|en sie)?|ruf(?:e|t|en sie)?|kontaktier(?:e|t|en sie)?|melde[tn]?(?: sie)?) "
            r"(?:(?:mir|mich|uns|sich|dich|euch)\b ?)(?:(?:doch|gerne?|bitte|einfach|jederzeit|auch|eine?n?|kurz|an|bei mir|bei uns|mail"
            r"|e-?mail|nachricht|zeilen?|paar) ?){0,6}"
        ),
        r"(?:schick|send)(?:e|t|en sie)? (?:mir|uns) (?:\w+ ){0,3}(?:e-?mail|mail|nachricht|zeilen?)",
        r"(?:nimm|nehmt|nehmen sie) (?:\w+ ){0,3}kontakt (?:\w+ ){0,3}auf",
        (
            r"(?:freue?n?) (?:mich|uns)\b[^.!?]{0,30}? (?:auf (?:deine|eure|ihre) (?:\w+ )?(?:nachricht|mail|e-?mail|zuschrift|anruf"
            r"|post)|von (?:dir|ihnen|euch) zu horen)"
        ),
        r"(?:bei|fur) (?:weitere[nr]? )?(?:fragen|ruckfragen|interesse)\b[^.!?]{0,60}\b(?:ich|wir|mich|uns|mir|zur verfugung)",
        r"(?:stehe|stehen) (?:\w+ ){0,4}(?:zur verfugung|fur fragen)",
        r"(?:sprich|sprecht|sprechen sie) (?:mich|uns) (?:gern |gerne |einfach )?an",
        r"(?:zogern? sie|zoger[et]?) nicht,? (?:mich|uns|mir)",
    ),
    reach_at=(
        r"(?:mich|mir|uns) (?:\w+ ){0,2}(?:auf|bei)",
        r"mein(?:e|em|er)? (?:\w+ )?(?:profil|seite|account)",
        r"(?:mir|mich|uns) (?:\w+ ){0,4}(?:unter|an|per|telefonisch|uber)",
        r"(?:erreich(?:en|st|t)|erreichbar|kontakt|anrufen|mailen|schreiben) ?(?:sie )?(?:mich|mir|uns|bin ich|unter|per|an)",
        r"meine? (?:\w+ )?(?:e-?mail|mail|nummer|telefon|adresse|telefonnummer|mailadresse)",
        r"(?:besuch(?:e|t|en sie)?|schau(?:e|t|en sie)?) (?:\w+ ){0,3}(?:meine|unsere|auf|mich|uns|vorbei)",
        r"mehr (?:informationen |infos )?(?:uber mich |uber uns |zu mir )?(?:auf|unter|gibt es)",
        r"(?:mailt|mailen sie|schreibt|schreiben sie|schreib|ruft|rufen sie) (?:\w+ ){0,3}an",
    ),
    follow=(
        r"(?:folg(?:e|t|en sie)?|abonnier(?:e|t|en sie)?|vernetz(?:e|t|en sie)?) (?:mir|uns|mich|dich|euch|sich)\b",
        r"(?:find(?:e|et|en sie|est du)?|besuch(?:e|t|en sie)?|triff|trefft|treffen sie) (?:mich|uns|du mich|sie mich|ihr mich)\b",
    ),
    subscribe=(
        r"(?:abonnier(?:e|t|en sie)?|bestell(?:e|t|en sie)?) (?:\w+ ){0,3}(?:newsletter|blog|feed|rundbrief|kanal)",
        r"(?:newsletter|feed|blog|rundbrief) (?:\w+ ){0,2}(?:abonnieren|bestellen)",
        r"(?:meld(?:e|et|en sie)?|trag(?:e|t|en sie)?) (?:dich|euch|sich) (?:\w+ ){0,4}(?:newsletter|verteiler|mailingliste)",
    ),
    sponsor=(
        r"(?:^(?:(?:dieser|diese|dieses|der|die|das) (?:\w+ )?(?:beitrag|artikel|serie|blog|post|brief|ausgabe|seite) (?:wird|wurde"
        r"|ist) (?:ihnen |euch |freundlich )?)?"
        r"(?:freundlich )?(?:prasentiert|gesponsert|gesponsort|unterstutzt|gefordert|ermoglicht|angeboten)"
        r"(?: worden)? (?:von|durch)(?: der firma| dem| der)?:?|^mit freundlicher unterstutzung (?:von|durch|der firma|der|des):?)"
    ),
    farewell=(
        r"(?:(?:mit )?(?:\w+ und )?(?:herzlich(?:e|en|st)?|lieben?|viele|freundlichen?|beste[n]?|schonen?|warmen?|sonnige|kollegiale[n]?)"
        r" (?:gr(?:u|ue)(?:ß|ss)en?|grusse?n?)(?: aus \w+)?"
        r"|mfg|(?:ihre?|eure?|euer|dein|deine) (?=\w+$)|auf bald|bis bald|bis (?:zum )?nachste[ns]? (?:mal|woche)|alles gute"
        r"|herzlichst|hochachtungsvoll|schone woche"
        r"|bleib(?:t|en sie)? gesund|gru(?:ß|ss)e? (?=\w+$))"
    ),
    farewell_short=r"(?:herzlich|gru(?:ß|ss)e?|lg|vg|danke|ihre?|eure?|euer|deine?|servus|tschuss|ciao|bis dann)",
    ask_open=(
        (
            r"was (?:denkst du|denkt ihr|denken sie|meinst du|meint ihr|meinen sie|haltst du|haltet ihr|halten sie|ist (?:deine|eure"
            r"|ihre) meinung|sagst du|sagt ihr|sagen sie)"
        ),
        r"wie (?:siehst du|seht ihr|sehen sie) (?:das|es)",
        (
            r"(?:was|welche|wie) (?:\w+ ){0,4}(?:deine|eure|ihre) (?:\w+ )?(?:erfahrung(?:en)?|meinung(?:en)?|tipps?|ideen?|geschichten?"
            r"|gedanken|lieblings\w+)"
        ),
        (
            r"(?:was|welche \w+) (?:hat|funktioniert|haben) (?:\w+ )?(?:bei )?(?:dir|euch|ihnen) (?:geholfen|funktioniert|gut|am besten"
            r"|bewahrt)"
        ),
        r"was (?:hat sich )?bei (?:dir|euch|ihnen) bewahrt",
        r"und (?:du|sie|ihr|bei (?:dir|euch|ihnen))(?=\?)",
        (
            r"was (?:hattest du|hattet ihr|hatten sie|wurdest du|wurdet ihr|wurden sie)\b[^?]{0,40}(?:getan|gemacht|gesagt|tun|machen"
            r"|sagen|erganzen|hinzufugen)"
        ),
    ),
    ask=(
        (
            r"(?:was|wie|wo|wann|wer|wem|wen|welche[rsnm]?|warum|woran|womit|worauf|wodurch) (?:\w+ ){0,3}?"
            r"(?:hast|habt|haben|machst|macht|machen|gehst|geht|gehen|tust|tut|tun|nutzt|nutzen|bist|seid|sind|haltet|haltst|halten"
            r"|pflegst|pflegt|pflegen|fragst|fragt|fragen)"
            r" (?:du|ihr|sie)"
        ),
        (
            r"(?:hast du|habt ihr|haben sie|kennst du|kennt ihr|kennen sie|machst du|macht ihr|machen sie|nutzt du|nutzt ihr"
            r"|nutzen sie) (?:\w+ )?"
        ),
        r"geht es (?:dir|euch|ihnen) (?:auch|ahnlich|genauso)",
    ),
    order=(
        (
            r"(?:erzahl(?:e|t|en sie)?|sag(?:e|t|en sie)?|schreib(?:e|t|en sie)?|verrat(?:e|et|en sie)?|berichte[tn]?(?: sie)?|teil(?:e|t"
            r"|en sie)?) "
            r"(?:(?:mir|uns|doch|gerne?|bitte|mal|mit)[ ,]+)*(?:(?:wie|was|welche\w*|ob|wer|wen|wem|wo|wann|warum|von (?:deinen|euren"
            r"|ihren|deiner|eurer|ihrer)|(?:deine|eure|ihre)"
            r"(?: \w+)? (?:erfahrung|geschichte|meinung|ideen|gedanken|tipps|erlebnis)\w*))"
        ),
        r"(?:mich|uns) (?:wurde |interessiert)[^.!?]{0,30}?,? (?:wie|was|welche\w*|ob|wer) (?:du|ihr|sie)",
        r"ich bin gespannt,? (?:wie|was|welche\w*|ob|wer) (?:\w+ ){0,3}(?:du|ihr|sie)",
    ),
    call=(
        (
            r"(?:erzahl(?:e|t|en sie)?|sag(?:e|t|en sie)?|schreib(?:e|t|en sie)?|verrat(?:e|et|en sie)?|lass(?:e|t|en sie)?)"
            r"(?: (?:es|mir|uns|mich|doch|gerne?|bitte|mal|wissen|hier|unten|davon))*"
        ),
        r"(?:ich bin|wir sind) (?:schon |sehr )?gespannt",
    ),
    prelude=(
        (
            r"(?:haben sie |hast du |habt ihr )?(?:noch |weitere )*(?:fragen|anregungen|ideen|feedback|interesse)(?:(?:,| oder"
            r"| und)+ (?:fragen|anregungen|ideen|kommentare|kritik|wunsche))*"
        ),
        (
            r"(?:hat )?(?:dir|ihnen|euch)? ?(?:der|dieser) (?:beitrag|artikel|text) gefallen|gefallt (?:dir|ihnen|euch) (?:der"
            r"|dieser) (?:beitrag|artikel|text)"
        ),
        (
            r"(?:mochten|wollen|willst|wollt|mochtest) (?:sie |du |ihr )?(?:mehr )?(?:wissen|erfahren|daruber sprechen)(?:,? (?:wie"
            r"|was|ob)(?: \w+){0,12})?"
        ),
    ),
    rhetorical=(
        r"(?:warum|wieso|weshalb) (?:sollte|sollten|solltest|solltet|wurde|nicht|also|denn)",
        r"(?:wer|wie) (?:wurde|konnte|sollte|will|kann)",
        r"(?:wollen|willst|wollt|wurden|konnen|kannst|mochten|mochtest) (?:sie|du|ihr)",
        r"(?:worauf|was) (?:wartest|warten|wartet)",
        r"(?:ist|sind) (?:das|es|wir) nicht",
        r"oder (?:etwa )?nicht",
    ),
    told=r"(?:^|[.!?] ?)(?:frag|fragt|fragen sie|frage|sag|sagen sie) (?!mich\b|uns\b|dich\b|sich\b)[^:?]{2,60}:",
    reader=r"du|dir|dich|deine?[nrms]?|euch|eure?[nrms]?|euer|ihr|ihnen|ihre?[nrms]?|sie",
    headings=r"(?:kontakt|kommentare?|fragen\??|(?:und )?(?:jetzt|nun) (?:du|sie|ihr)|(?:eure|ihre|deine) meinung\??|folge mir"
    r"|newsletter|uber den autor)",
    unless=(
        r"(?:\b(?:nicht|nie|niemals|kein|keine|keinen|ohne|statt|die|leser|leserinnen|kunden|kundinnen|leute|menschen|er|man|wer"
        r"|jemand|niemand|manche|viele|andere)"
        r")\s+(?:(?:einfach|nur|immer|auch|oft|manchmal)\s+)?$"
    ),
)
