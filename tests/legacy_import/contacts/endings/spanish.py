"""Endings of Spanish posts; the author is Marta Ruiz."""

from .sample import Ending

MARTA = ("marta@example.com",)

ENDINGS = (
    Ending("<p>Deja tu comentario.</p>"),
    Ending("<p>Tus comentarios son bienvenidos.</p>"),
    Ending("<p>No dudes en dejar un comentario.</p>"),
    Ending("<p>Escríbeme a marta@example.com.</p>", emails=MARTA),
    Ending("<p>Llámame al 91 123 45 67.</p>", phones=("+34 911 23 45 67",)),
    Ending("<p>Puedes contactarme cuando quieras.</p>"),
    Ending("<p>¿Tienes alguna pregunta? Escríbeme.</p>"),
    Ending("<p>Correo: marta (arroba) example (punto) com</p>", emails=MARTA),
    Ending('<p>Sígueme en <a href="https://twitter.com/martaruiz">Twitter</a>.</p>', profiles=("https://twitter.com/martaruiz",)),
    Ending("<p>Suscríbete a mi boletín.</p>"),
    Ending("<p>Un abrazo,<br>Marta</p>", signoff="Un abrazo, Marta"),
    Ending("<p>Un abrazo</p>", signoff="Un abrazo"),
    Ending("<p>Saludos cordiales, Marta Ruiz</p>", signoff="Saludos cordiales, Marta Ruiz"),
    Ending("<p>Este artículo está patrocinado por Ruiz e Hijos.</p>", sponsor="Ruiz e Hijos"),
    Ending("<p>¿Qué opinas?</p>", ask="¿Qué opinas?"),
    Ending("<p>¿Y tú? ¿Qué te ha funcionado? Deja tu comentario abajo.</p>", ask="¿Y tú? ¿Qué te ha funcionado?"),
    Ending("<p>Cuéntame cómo encontraste a tu primer cliente.</p>", ask="Cuéntame cómo encontraste a tu primer cliente."),
    Ending("<p>¿Y vosotros qué pensáis? ¡Espero vuestros comentarios!</p>", ask="¿Y vosotros qué pensáis?"),
    Ending("<p>¿Por qué no escribirles?</p>", "¿Por qué no escribirles?"),
    Ending("<p>Los clientes dejan comentarios cuando están enfadados.</p>", "Los clientes dejan comentarios cuando están enfadados."),
    # what bloggers end with
    Ending("<p>Leo todos los comentarios.</p>"),
    Ending("<p>¿Te ha gustado este artículo? Déjame un comentario.</p>"),
    Ending("<p>Pregunte a su cliente: ¿qué habría hecho usted?</p>", "Pregunte a su cliente: ¿qué habría hecho usted?"),
    Ending("<p>Llame a sus clientes. Hoy.</p>", "Llame a sus clientes. Hoy."),
)
