"""French; without accents here, as in all folded text."""

from .model import Words

_FILL = (
    "(?:-(?:moi|nous))?(?: (?:donc|un|une|des|vos|tes|votre|ton|le|les|petits?|aussi|ici|en|moi|nous|quelques|bien|me|avis|et|ou"
    "|questions|ci-dessous)){0,6}"
)

FRENCH = Words(
    comments=(
        rf"(?:laisse[zr]?|poste[zr]?|ecrive[zr]?|ecris|mets|mette[zr]?|ajoute[zr]?|publie[zr]?|depose[zr]?){_FILL} commentaires?",
        r"n'hesite[zs] pas a (?:\w+ )?(?:commenter|reagir)",
        r"(?:commentez|commente) (?:cet|cette|ce|ci-dessous|ici|l'article|donc)",
        r"commentaires? (?:(?:et|ou) \w+ )?(?:sont |est |seront )?(?:toujours |tous )?(?:les |le )?bienvenu(?:s|e|es)?",
        r"(?:vos|tes) commentaires ci-dessous|section (?:des )?commentaires ci-dessous",
        (
            r"(?:hate|impatiente?|plaisir|ravie?|attends?|attendons)(?: (?:de|d'avance|avec impatience))?(?: (?:lire|recevoir))? (?:vos"
            r"|tes) (?:\w+ )?commentaires"
        ),
        r"(?:les )?commentaires (?:sont|restent) ouverts",
        r"je (?:lis|reponds a) (?:tous|chacun de|chaque)(?: les| vos)? commentaires?",
        r"reagissez(?: donc)?(?: ci-dessous)?",
    ),
    in_comments=r"(?:ci-dessous )?(?:dans|en) (?:(?:les|la section|la section des|l'espace|un) )?commentaires?(?: ci-dessous)?",
    reach=(
        (
            r"(?:ecrivez|ecris|appelez|appelle|contactez|contacte|telephonez|telephone|joignez|repondez|reponds)-(?:moi"
            r"|nous)(?! (?:comment|ce que|si|pourquoi|quand|qui|quelle?s?))"
        ),
        (
            r"(?:n'hesite[zs] pas a|vous pouvez|tu peux) (?:aussi |toujours )?(?:me|nous|m'|n')? ?(?:contacter|ecrire|appeler|telephoner"
            r"|joindre|poser (?:vos|tes|une?) questions?)"
        ),
        (
            r"(?:envoyez|envoie|passez|passe)-(?:moi|nous) (?:un|une|vos|tes|votre) (?:petit )?(?:mot|e-?mail|mail|courriel|courrier"
            r"|message|coup de fil|questions?)"
        ),
        r"(?:prenez|prends|reste[zs]?) (?:en )?contact avec (?:moi|nous)",
        r"(?:hate|plaisir|ravie?|impatiente?)(?: de| d')? ?(?:vous|te) (?:lire|entendre)",
        r"(?:au plaisir de|dans l'attente de) (?:vous|te) (?:lire|entendre)",
        r"(?:passez|passe|donnez|donne)-(?:moi|nous) un coup de fil",
    ),
    reach_at=(
        r"(?:je suis|nous sommes) (?:aussi )?(?:sur)",
        r"mon (?:profil|compte)|ma page",
        r"(?:me|m'|nous) ?(?:contacter|ecrire|appeler|telephoner|joindre|retrouver)",
        r"(?:ecrivez|appelez|contactez|ecrire|ecris|appelle|contacte|envoyez|envoie)\b",
        r"mon (?:\w+ )?(?:e-?mail|adresse|courriel|numero|telephone|site)",
        r"(?:visitez|visite|consultez|consulte|retrouvez|decouvrez|rendez-vous sur|voyez) (?:mon|notre|le|-?moi)\b",
        r"(?:plus d'infos?|plus d'informations?|pour en savoir plus)",
        r"par (?:e-?mail|mail|courriel|telephone)",
        r"(?:joignable|disponible)",
    ),
    follow=(
        r"(?:suivez|suis|rejoignez|rejoins|retrouvez|retrouve|ajoutez|ajoute)-(?:moi|nous)\b",
        r"(?:me|nous) (?:suivre|retrouver|rejoindre)",
    ),
    subscribe=(
        r"(?:abonnez-vous|abonne-toi|inscrivez-vous|inscris-toi)",
        r"(?:recevez|recevoir|recois) (?:ma|notre|mes|nos|la) (?:\w+ )?(?:newsletter|lettre|infolettre|articles)",
    ),
    sponsor=(
        r"(?:^(?:(?:cet|cette|ce) (?:\w+ )?(?:article|billet|lettre|blog|site|serie|numero) (?:vous )?(?:est|a ete) )?(?:offerte?"
        r"|proposee?|sponsorisee?|parrainee?"
        r"|presentee?|soutenue?)(?: a vous)? par:?|^avec le (?:soutien|concours) (?:de la societe|de|du):?)"
    ),
    farewell=(
        r"(?:(?:bien )?(?:cordialement|amicalement|sincerement|chaleureusement|affectueusement|respectueusement)(?: (?:a vous|votre"
        r"|votres))?|bien (?:a vous|a toi)"
        r"|a (?:tres )?vite|a bientot|a tres bientot|(?:sinceres |meilleures |cordiales |amicales )(?:salutations|pensees)"
        r"|tres cordialement"
        r"|avec (?:toute )?(?:mon|ma) (?:amitie|gratitude)"
        r"|a la (?:semaine )?prochaine|portez-vous bien|prenez soin de vous|je vous embrasse|bonne (?:semaine|journee|lecture)"
        r"|votre devouee?)"
    ),
    farewell_short=r"(?:amities|merci|bises|bisous|salut|votre|bien|ciao|mille mercis)",
    ask_open=(
        r"(?:qu'en|et vous,? qu'en) (?:pensez[- ]vous|penses[- ]tu|dites[- ]vous|dis[- ]tu)",
        (
            r"(?:quelle?s?) (?:est|sont|a ete|ont ete|fut) (?:votre|vos|ton|ta|tes) (?:\w+ )?(?:experiences?|avis|opinions?|histoires?"
            r"|idees?|conseils?|astuces?|secrets?)"
        ),
        r"qu'est-ce qui (?:a|vous a|t'a) (?:le mieux )?(?:marche|fonctionne|reussi|aide)(?: pour (?:vous|toi))?",
        r"et (?:vous|toi)(?: ?\?|,)",
        r"qu'(?:auriez-vous|aurais-tu) (?:fait|dit)",
        r"que (?:feriez-vous|ferais-tu|pensez-vous|penses-tu)",
        r"(?:etes-vous|es-tu) d'accord",
    ),
    ask=(
        r"(?:comment|quand|ou|qui|quoi|que|qu'|quelle?s?(?: \w+){0,3}|pourquoi|a qui|avec qui|combien) ?(?:\w+ ){0,3}?\w+-(?:vous|tu)",
        r"(?:avez-vous|as-tu) (?:deja |aussi )?(?!(?:vraiment|besoin)\b)\w+",
        r"(?:connaissez-vous|connais-tu|utilisez-vous|utilises-tu|faites-vous|fais-tu)",
        r"est-ce que (?:vous|tu) (?:avez|as|connaissez|faites|utilisez)",
    ),
    order=(
        (
            r"(?:dites|dis|racontez|raconte|partagez|partage|ecrivez|ecris|expliquez)(?:-(?:moi|nous|le))?(?: (?:donc|ici))? "
            r"(?:comment|ce que|ce qui|si|pourquoi|quand|qui|quelle?s?|vos|votre|tes|ton|ta|avec (?:moi|nous) (?:vos|votre))"
        ),
        r"(?:je suis|nous sommes) (?:curieu(?:x|se)) de savoir (?:comment|ce que|ce qui|si)",
        (
            r"(?:j'aimerais|nous aimerions|je serais \w+ de|je voudrais) (?:savoir|connaitre|entendre|lire) (?:comment|ce que|ce qui|si"
            r"|vos|votre|tes|ton|ta)"
        ),
    ),
    call=(r"(?:dites|dis|racontez|raconte|partagez|partage)(?:-(?:moi|nous))?(?:-le)?(?: (?:tout|donc|ici))*",),
    prelude=(
        (
            r"(?:vous avez |avez-vous |tu as |as-tu )?(?:une? |des |d'autres )?(?:questions?|remarques?|suggestions?)(?:(?:,| ou"
            r"| et)+ (?:une? |des )?(?:questions?|remarques?|suggestions?))*"
        ),
        r"(?:cet article|ce billet|ce texte) vous a plu|vous (?:avez )?(?:aime|aimez) (?:cet article|ce billet)",
        r"(?:vous voulez|tu veux|envie de|vous souhaitez) (?:en )?(?:savoir|apprendre|discuter)(?: (?:plus|comment))?(?: \w+){0,12}",
        r"(?:envie|besoin) d'(?:en savoir plus|echanger|aide|en parler)",
    ),
    rhetorical=(
        r"pourquoi (?:pas|ne|alors|donc)",
        r"(?:n'est-ce|n'est-il|n'avez-vous|ne voulez-vous|n'as-tu|ne veux-tu)",
        r"(?:voulez-vous|veux-tu|pouvez-vous|peux-tu) (?:vraiment|encore)",
        r"qu'attendez-vous|qu'attends-tu",
        r"(?:comment|qui) (?:pourriez-vous|pourrait|voudrait|oserait|peut)",
    ),
    told=r"(?:^|[.!?] ?)(?:demandez|demande|dites|dis)(?!-(?:moi|nous|vous|toi))\b[^:?]{2,60}:",
    reader=r"vous|votre|vos|tu|ton|ta|tes|toi|te",
    headings=r"(?:contact(?:ez-moi)?|commentaires?|a vous|a vous de jouer|suivez-moi|vos avis|et vous ?\??|newsletter|une question ?\??)",
    unless=(
        r"(?:\b(?:ne|jamais|sans|plutot que de|au lieu de|(?:il|elle|on|qui) a|ai|ont|avait|avaient|avons|avez|gens|ils|elles|il|elle"
        r"|on|clients|lecteurs|qui)\s+|n')$"
    ),
)
