"""Endings of Portuguese posts; the author is Rita Lopes."""

from .sample import Ending

RITA = ("rita@example.com",)

ENDINGS = (
    Ending("<p>Deixe seu comentário.</p>"),
    Ending("<p>Comentários são bem-vindos.</p>"),
    Ending("<p>Comente abaixo!</p>"),
    Ending("<p>Escreva-me para rita@example.com.</p>", emails=RITA),
    Ending("<p>Ligue-me: +351 21 234 5678.</p>", phones=("+351 21 234 5678",)),
    Ending("<p>Entre em contato comigo.</p>"),
    Ending("<p>Dúvidas? Fale comigo.</p>"),
    Ending("<p>E-mail: rita [arroba] example [ponto] com</p>", emails=RITA),
    Ending('<p>Siga-me no <a href="https://twitter.com/ritalopes">Twitter</a>.</p>', profiles=("https://twitter.com/ritalopes",)),
    Ending(
        '<p>Me siga no Orkut: <a href="http://www.orkut.com/Profile?uid=1">Rita</a></p>',
        profiles=("http://www.orkut.com/Profile?uid=1",),
        doubts=("contact-closed-service",),
    ),
    Ending("<p>Assine a newsletter.</p>"),
    Ending("<p>Um abraço,<br>Rita</p>", signoff="Um abraço, Rita"),
    Ending("<p>Abraços, Rita Lopes</p>", signoff="Abraços, Rita Lopes"),
    Ending("<p>Este artigo foi oferecido por Lopes e Filhos.</p>", sponsor="Lopes e Filhos"),
    Ending("<p>O que você acha?</p>", ask="O que você acha?"),
    Ending("<p>Qual é a sua experiência? Deixe um comentário.</p>", ask="Qual é a sua experiência?"),
    Ending("<p>Conte-me como encontrou o seu primeiro cliente.</p>", ask="Conte-me como encontrou o seu primeiro cliente."),
    Ending("<p>E você, o que acha? Deixe sua opinião nos comentários!</p>", ask="E você, o que acha?"),
    Ending("<p>Por que não escrever a eles?</p>", "Por que não escrever a eles?"),
    Ending("<p>Assine o contrato só depois de o ler.</p>", "Assine o contrato só depois de o ler."),
    Ending("<p>Os clientes deixam comentários quando estão zangados.</p>", "Os clientes deixam comentários quando estão zangados."),
    # what bloggers end with
    Ending("<p>Leio todos os comentários.</p>"),
    Ending("<p>Gostou deste artigo? Deixe um comentário.</p>"),
    Ending("<p>Pergunte ao seu cliente: o que você teria feito?</p>", "Pergunte ao seu cliente: o que você teria feito?"),
    Ending("<p>Ligue para os seus clientes. Hoje.</p>", "Ligue para os seus clientes. Hoje."),
)
