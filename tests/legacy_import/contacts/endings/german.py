"""Endings of German posts; the author is Jana Winter."""

from .sample import Ending

JANA, PHONE = ("jana@example.com",), ("+49 30 23125012",)

ENDINGS = (
    Ending("<p>Hinterlassen Sie einen Kommentar!</p>"),
    Ending("<p>Kommentare willkommen.</p>"),
    Ending("<p>Ich freue mich auf eure Kommentare.</p>"),
    Ending("<p>Schreiben Sie mir an jana@example.com.</p>", emails=JANA),
    Ending("<p>Schreibt mir einfach eine Mail: jana (at) example (punkt) com</p>", emails=JANA),
    Ending("<p>Rufen Sie mich an: 030 23125012.</p>", phones=PHONE),
    Ending("<p>Bei Fragen stehe ich gern zur Verfügung.</p>"),
    Ending("<p>Ich freue mich auf Ihre Nachricht.</p>"),
    Ending("<p>Fragen? Schreib mir eine E-Mail!</p>"),
    Ending("<p>Telefon: 030 23125012<br>E-Mail: jana@example.com</p>", emails=JANA, phones=PHONE),
    Ending('<p>Folgt mir auf <a href="https://twitter.com/janawinter">Twitter</a>.</p>', profiles=("https://twitter.com/janawinter",)),
    Ending(
        '<p>Vernetzen Sie sich mit mir auf <a href="https://www.xing.com/profile/Jana_Winter">XING</a>.</p>',
        profiles=("https://www.xing.com/profile/Jana_Winter",),
    ),
    Ending("<p>Abonnieren Sie meinen Newsletter!</p>"),
    Ending("<p>Herzliche Grüße<br>Ihre Jana Winter</p>", signoff="Herzliche Grüße, Ihre Jana Winter"),
    Ending("<p>Herzliche Gruesse, Jana</p>", signoff="Herzliche Gruesse, Jana"),
    Ending("<p>Mit freundlichen Grüßen</p><p>Jana Winter</p>", signoff="Mit freundlichen Grüßen, Jana Winter"),
    Ending("<p>Bis bald, Jana</p>", signoff="Bis bald, Jana"),
    Ending("<p>Dieser Beitrag wird präsentiert von Winter &amp; Söhne.</p>", sponsor="Winter & Söhne"),
    Ending("<p>Was meinen Sie?</p>", ask="Was meinen Sie?"),
    Ending("<p>Was denkst du? Schreib es in die Kommentare!</p>", ask="Was denkst du?"),
    Ending("<p>Welche Erfahrungen haben Sie mit Empfehlungen gemacht?</p>", ask="Welche Erfahrungen haben Sie mit Empfehlungen gemacht?"),
    Ending("<p>Wie macht ihr das? Lasst einen Kommentar da.</p>", ask="Wie macht ihr das?"),
    Ending("<p>Erzählen Sie mir, wie Sie Ihren ersten Kunden fanden.</p>", ask="Erzählen Sie mir, wie Sie Ihren ersten Kunden fanden."),
    Ending(
        "<p>Was denkt ihr darüber? Habt ihr Ähnliches erlebt? Ich freue mich über jeden Kommentar!</p><p>Liebe Grüße<br>Jana</p>",
        ask="Was denkt ihr darüber? Habt ihr Ähnliches erlebt?",
        signoff="Liebe Grüße, Jana",
    ),
    Ending("<p>Wie sind deine Erfahrungen? Ab in die Kommentare damit!</p>", ask="Wie sind deine Erfahrungen?"),
    Ending("<p>Warum sollten Sie das tun?</p>", "Warum sollten Sie das tun?", doubts=("ask-doubtful",)),
    Ending("<p>Kunden hinterlassen Kommentare, wenn sie sich ärgern.</p>", "Kunden hinterlassen Kommentare, wenn sie sich ärgern."),
    Ending("<p>Meine Kundin schreibt mir jede Woche eine Karte.</p>", "Meine Kundin schreibt mir jede Woche eine Karte."),
    Ending("<p>Er hat mich auf Facebook gefunden.</p>", "Er hat mich auf Facebook gefunden."),
    Ending("<p>Danach rief er an und bestellte zwei Türen.</p>", "Danach rief er an und bestellte zwei Türen."),
    # what bloggers end with
    Ending("<p>Über Anregungen freue ich mich – einfach unten kommentieren.</p>"),
    Ending("<p>Möchten Sie wissen, wie das bei Ihnen ginge? Rufen Sie mich an: 030 1234567.</p>", phones=("+49 30 1234567",)),
    Ending("<p>Die Kommentare sind offen.</p>"),
    Ending("<p>Fragen Sie Ihren Kunden: Was hätten Sie getan?</p>", "Fragen Sie Ihren Kunden: Was hätten Sie getan?"),
    Ending("<p>Ein Kommentar auf der Rechnung wirkt Wunder.</p>", "Ein Kommentar auf der Rechnung wirkt Wunder."),
    Ending("<p>Rufen Sie Ihre Kunden an. Heute noch.</p>", "Rufen Sie Ihre Kunden an. Heute noch."),
)
