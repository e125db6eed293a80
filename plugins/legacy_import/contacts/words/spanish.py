"""Spanish; without accents here, as in all folded text (`n` is also `ñ`)."""

from .model import Words

_FILL = "(?:(?:un|unos|tu|tus|su|sus|vuestro|vuestros|algun|el|los|mas|aqui|abajo|tambien|breve|pequeno|vuestra|opinion|y|o|dudas) ){0,6}"

SPANISH = Words(
    comments=(
        (
            rf"(?:deja(?:d|me|nos|dme|dnos)?|dejen?(?:me|nos)?|dejar(?:me|nos)?|escrib[eia]n?d?|pon|ponga|publi(?:ca|que)|compart[ea]"
            rf"|anad[ea]|haz) {_FILL}comentarios?"
        ),
        r"no (?:dudes|duden|dudeis|dude) en comentar",
        r"(?:comenta|comentad|comenten|comente) (?:abajo|aqui|mas abajo|est[ea]|debajo|y)",
        r"comentarios? (?:(?:y|o) \w+ )?(?:son |es |seran? )?(?:siempre |muy )?bienvenid[oa]s?",
        r"(?:espero|esperamos|leere|leer|agradezco|agradecere) (?:con ganas )?(?:tus|sus|vuestros) (?:\w+ )?comentarios",
        r"(?:caja|seccion|formulario) de comentarios",
        r"(?:los )?comentarios (?:estan|siguen) abiertos",
        r"(?:leo|respondo|contesto) (?:a )?todos (?:los|vuestros|tus|sus) comentarios",
    ),
    in_comments=r"(?:aqui )?(?:abajo )?en (?:los |la seccion de |un )?comentarios?(?: (?:de )?(?:mas )?abajo)?",
    reach=(
        (
            r"(?:escribe|escriba|escriban|escribid|llama|llame|llamen|contacta|contacte|contacten|envia|envie|envien|manda|mande)(?:me"
            r"|nos)(?! (?:como|que|si|cual|por que))"
        ),
        r"(?:escribi|llama|contacta|manda)d(?:me|nos)",
        r"no (?:dudes|dude|duden|dudeis) en (?:escribir|llamar|contactar|preguntar|consultar)(?:me|nos)?",
        r"(?:puedes|puede|pueden|podeis) (?:escribir|llamar|contactar|localizar|encontrar)(?:me|nos)(?! (?:que|como))",
        r"pon(?:te|gase|ganse|eos)? en contacto (?:conmigo|con nosotros)",
        r"contacta (?:conmigo|con nosotros)",
        r"(?:espero|esperamos) (?:tus|sus|vuestros|tu|su) (?:\w+ )?(?:mensajes?|cartas?|correos?|noticias|llamadas?|e-?mails?)",
        r"(?:quedo|quedamos|estoy) a (?:tu|su|vuestra) disposicion",
    ),
    reach_at=(
        r"(?:estoy|estamos) (?:tambien )?en",
        r"mi (?:perfil|pagina|cuenta)",
        r"(?:escrib|llam|contact|envi|mand)\w*(?:me|nos)\b",
        r"(?:escribe|escriba|escribid|llama|llame|contacta|contacte|envia|envie) (?:un |a |al )",
        r"mi (?:\w+ )?(?:e-?mail|correo|telefono|direccion|numero|movil|web|pagina)",
        r"(?:visita|visite|visiten|visitad|consulta|consulte) (?:mi|nuestra|nuestro)\b",
        r"(?:mas informacion|para saber mas)",
        r"(?:por|a mi) (?:e-?mail|correo|telefono)",
    ),
    follow=(
        r"(?:sigue|siga|sigan|segui|seguid|encuentra|encuentre|busca|busque|agrega|anade)(?:d)?(?:me|nos)\b",
        r"(?:puedes|puede|pueden|podeis) (?:seguir|encontrar|agregar)(?:me|nos)",
        r"(?:conecta|conecte|conectate) (?:conmigo|con nosotros)",
    ),
    subscribe=(
        r"(?:suscribete|suscribase|suscribanse|suscribios|apuntate a|inscribete)",
        r"recib[ea]n? (?:mi|nuestro|mis|nuestros|el) (?:boletin|newsletter|articulos)",
    ),
    sponsor=(
        r"(?:^(?:(?:este|esta|el|la) (?:\w+ )?(?:articulo|entrada|post|carta|blog|serie|sitio) (?:es|ha sido|fue"
        r"|esta) )?(?:ofrecid[oa]|patrocinad[oa]|presentad[oa]"
        r"|auspiciad[oa])(?: a usted| a ti)? por:?|^con el (?:apoyo|patrocinio) de:?)"
    ),
    farewell=(
        r"(?:un (?:fuerte |gran |cordial |calido )?(?:abrazo|saludo)(?: (?:fuerte|cordial|a todos|enorme))?|(?:saludos"
        r"|abrazos)(?: (?:cordiales|a todos|y gracias))?|(?:muy )?(?:cordialmente|atentamente"
        r"|afectuosamente)|hasta (?:pronto|la proxima(?: semana)?|luego)|con (?:carino|afecto|gratitud)|un beso|besos|cuidate"
        r"|cuidense|cuidaos|suyo|tuyo|feliz semana)"
    ),
    farewell_short=r"(?:gracias|muchas gracias|salud|ciao|chao|adios|tu amig[oa])",
    ask_open=(
        (
            r"(?:que|y tu,? que|y usted,? que) (?:opinas|opina|opinan|opinais|piensas|piensa usted|piensan|pensais|te parece|le parece"
            r"|os parece|les parece|crees)"
        ),
        (
            r"(?:cual|cuales|como) (?:es|son|ha sido|han sido|fue) (?:tu|tus|su|sus|vuestra|vuestras) (?:\w+ )?(?:experiencias?"
            r"|opinion(?:es)?|historias?|ideas?|consejos?|trucos?)"
        ),
        r"que (?:te|le|os|les) ha (?:funcionado|servido|ayudado|dado resultado)",
        r"y (?:tu|usted|ustedes|vosotros|vosotras)(?=\?)",
        r"que (?:habrias|habria usted|hubieras|habriais|harias|haria usted) ?(?:hecho|dicho)?",
        r"estas? (?:usted )?de acuerdo",
    ),
    ask=(
        (
            r"(?:como|cuando|donde|quien|que|a quien|con quien|cual|cuales|por que) (?:\w+ ){0,3}?(?:has|haces|hace usted|tienes"
            r"|tiene usted|usas|utilizas|mantienes|agradeces|hicieron|han|haceis|habeis)\b"
        ),
        r"(?:has|ha usted|habeis|han) (?:\w+ )?\w+(?:ado|ido|cho|to)\b",
        r"(?:conoces|conoce usted|conoceis|tienes|tiene usted|usas|usa usted) ",
        r"te ha pasado|le ha pasado|os ha pasado",
    ),
    order=(
        (
            r"(?:cuenta|cuente|cuenten|conta|di|diga|digan|comparte|comparta|compartid|explica)d?(?:me|nos)? (?:conmigo "
            r"|con nosotros )?(?:como|que|si|cual|cuales|quien|tu|tus|su|sus|vuestra|vuestras|vuestro)"
        ),
        r"(?:me|nos) (?:gustaria|encantaria) (?:saber|conocer|leer|oir) (?:como|que|si|cual|tu|tus|su|sus|vuestra|vuestras)",
        r"(?:hazme|haganme|hagame) saber (?:como|que|si|cual|tu|tus|su|sus)",
    ),
    call=(
        r"(?:cuenta|cuente|cuenten|di|diga|digan|comparte|comparta)(?:d)?(?:me|nos|melo|noslo)?(?: (?:todo|aqui))*",
        r"te leo|os leo|los leo",
    ),
    prelude=(
        (
            r"(?:tienes |tiene |tienen |teneis )?(?:alguna |algunas |mas )?(?:preguntas?|dudas?|sugerencias?)(?:(?:,| o"
            r"| y)+ (?:alguna )?(?:preguntas?|dudas?|sugerencias?|comentarios?))*"
        ),
        r"(?:quieres|quiere|desea|te gustaria|le gustaria) (?:saber|conocer|hablar)(?: (?:mas|como))?(?: \w+){0,12}",
        r"(?:te|le|os) (?:ha gustado|gusto) (?:est[ea]|el) (?:articulo|post|entrada|texto)",
    ),
    rhetorical=(
        r"por que (?:no|deberia|habria|iba)",
        r"(?:quien|como) (?:no|podria|querria|puede)",
        r"no (?:es|te|le|crees|cree) ",
        r"a que (?:esperas|espera|esperan)",
        r"(?:quieres|quiere usted|puedes|puede usted) (?:de verdad|realmente)",
    ),
    told=r"(?:^|[.!?] ?)(?:pregunta|pregunte|preguntale|preguntele|preguntales|di|dile|digale) (?!a ti\b)[^:?]{2,60}:",
    reader=r"tu|tus|ti|te|usted|ustedes|su|sus|vosotros|vosotras|vuestr[oa]s?|os|has|haces|tienes",
    headings=r"(?:contacto|contactame|comentarios|y tu\??|sigueme|tu turno|boletin|preguntas\??)",
    unless=(r"(?:\b(?:no|sin|nunca|jamas|en lugar de|gente|clientes?|lectores|el|ella|ellos|ellas|ha|han|quien|quienes|que)\s+)$"),
)
