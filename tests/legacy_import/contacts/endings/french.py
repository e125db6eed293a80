"""Endings of French posts; the author is Lucie Moreau."""

from .sample import Ending

LUCIE, PHONE = ("lucie@example.com",), ("+33 1 99 00 12 34",)

ENDINGS = (
    Ending("<p>Laissez un commentaire.</p>"),
    Ending("<p>Vos commentaires sont les bienvenus !</p>"),
    Ending("<p>N’hésitez pas à laisser un petit commentaire.</p>"),
    Ending("<p>Écrivez-moi à lucie@example.com.</p>", emails=LUCIE),
    Ending("<p>Vous pouvez me joindre au 01 99 00 12 34.</p>", phones=PHONE),
    Ending("<p>N’hésitez pas à me contacter.</p>"),
    Ending("<p>Au plaisir de vous lire.</p>"),
    Ending("<p>Une question ? Appelez-moi.</p>"),
    Ending("<p>Courriel : lucie (arobase) example.com</p>", "Courriel : lucie (arobase) example.com"),
    Ending("<p>Contactez-moi : lucie [at] example.com</p>", emails=LUCIE),
    Ending('<p>Suivez-moi sur <a href="https://twitter.com/luciem">Twitter</a>.</p>', profiles=("https://twitter.com/luciem",)),
    Ending("<p>Abonnez-vous à ma lettre.</p>"),
    Ending("<p>Bien à vous,<br>Lucie</p>", signoff="Bien à vous, Lucie"),
    Ending("<p>Amicalement, Lucie Moreau</p>", signoff="Amicalement, Lucie Moreau"),
    Ending("<p>À bientôt !</p>", signoff="À bientôt !"),
    Ending("<p>Cet article vous est offert par Moreau et Fils.</p>", sponsor="Moreau et Fils"),
    Ending("<p>Qu’en pensez-vous ?</p>", ask="Qu’en pensez-vous ?"),
    Ending(
        "<p>Et vous, comment remerciez-vous vos clients ? Laissez un commentaire !</p>", ask="Et vous, comment remerciez-vous vos clients ?"
    ),
    Ending("<p>Quelle est votre expérience ?</p><p>Dites-le en commentaire.</p>", ask="Quelle est votre expérience ?"),
    Ending(
        "<p>Racontez-moi comment vous avez trouvé votre premier client.</p>",
        ask="Racontez-moi comment vous avez trouvé votre premier client.",
    ),
    Ending("<p>Il a laissé un commentaire amer.</p>", "Il a laissé un commentaire amer."),
    Ending("<p>À très vite, Lucie</p>", signoff="À très vite, Lucie"),
    Ending("<p>Pourquoi ne pas leur écrire ?</p>", "Pourquoi ne pas leur écrire ?"),
    Ending("<p>Les gens laissent des commentaires quand ils sont fâchés.</p>", "Les gens laissent des commentaires quand ils sont fâchés."),
    # what bloggers end with
    Ending("<p>Je lis tous vos commentaires.</p>"),
    Ending("<p>Cet article vous a plu ? Laissez un commentaire !</p>"),
    Ending("<p>Demandez à votre client : qu'auriez-vous fait ?</p>", "Demandez à votre client : qu'auriez-vous fait ?"),
    Ending("<p>Laissez un mot sur chaque facture.</p>", "Laissez un mot sur chaque facture."),
)
