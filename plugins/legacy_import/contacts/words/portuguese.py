"""Portuguese, of Portugal and Brazil; without accents here, as in all folded text."""

from .model import Words

_FILL = "(?:(?:um|uns|o|os|seu|seus|teu|teus|vosso|vossos|algum|mais|aqui|abaixo|tambem|pequeno|sua|opiniao|e|ou|duvidas) ){0,6}"

PORTUGUESE = Words(
    comments=(
        rf"(?:deixa(?:-me|-nos)?|deixe(?:m|-me|-nos)?|deixar|escrev[ea]m?|poste|publique|acrescente|faca|faz) {_FILL}comentarios?",
        r"(?:comente|comentem|comenta) (?:abaixo|aqui|est[ea]|ai|e)",
        r"(?:nao (?:hesite|hesitem|hesites|deixe|deixem) (?:em|de)|fique a vontade para|sinta-se a vontade para) comentar",
        r"comentarios? (?:(?:e|ou) \w+ )?(?:sao |e |serao? )?(?:sempre |muito )?bem[- ]?vind[oa]s?",
        r"(?:espero|esperamos|aguardo|aguardamos|quero ler) (?:o|os|a|as)? ?(?:seus?|teus?|vossos?|sua|suas) (?:\w+ )?comentarios?",
        r"(?:caixa|secao|seccao|area) de comentarios",
        r"(?:os )?comentarios (?:estao|continuam) abertos",
        r"(?:leio|respondo) (?:a )?todos os (?:seus |vossos )?comentarios",
    ),
    in_comments=r"(?:aqui )?(?:abaixo )?(?:nos|em|num|na secao de|na caixa de|no) comentarios?(?: (?:aqui )?abaixo)?",
    reach=(
        (
            r"(?:escreva|escrevam|escreve|ligue|liguem|liga|telefone|contacte|contacta|contate|mande|manda|envie|envia)(?:-(?:me"
            r"|nos))(?! (?:como|que|se|qual|o que))"
        ),
        r"(?:me (?:escreva|escrevam|ligue|liguem|contate|mande|envie))(?! (?:como|que|se|qual))",
        r"(?:entre|entrem|entra) em conta(?:c)?to (?:comigo|conosco|connosco)?",
        r"(?:pode|podem|podes) (?:me )?(?:escrever|ligar|contactar|contatar|encontrar)(?:-me|-nos)?",
        r"nao (?:hesite|hesites|hesitem) em (?:me )?(?:escrever|ligar|contactar|contatar|perguntar)(?:-me)?",
        r"fale (?:comigo|conosco|connosco)",
        r"(?:fico|ficamos|estou) a (?:sua|tua|vossa) disposicao",
        r"(?:espero|aguardo) (?:o )?(?:seu|teu|vosso) (?:\w+ )?(?:contacto|contato|e-?mail|mensagem|telefonema)",
    ),
    reach_at=(
        r"(?:estou|estamos) (?:tambem )?no",
        r"(?:meu|minha) (?:perfil|pagina|conta)",
        r"(?:escrev|lig|contact|contat|mand|envi)\w*(?:-me|-nos)?\b",
        r"me (?:escrev|lig|contat|mand|envi)\w*",
        r"(?:meu|minha) (?:\w+ )?(?:e-?mail|correio|telefone|endereco|numero|telemovel|celular|site|pagina)",
        r"(?:visite|visitem|visita|conheca|consulte) (?:o |a )?(?:meu|minha|nosso|nossa)\b",
        r"(?:mais informacoes|para saber mais|saiba mais)",
        r"(?:por|pelo) (?:e-?mail|telefone|whatsapp)",
    ),
    follow=(
        r"(?:siga|sigam|segue|encontre|encontra|adicione|adiciona)(?:-(?:me|nos))\b",
        r"me (?:siga|sigam|encontre|adicione|curta|segue)",
        r"(?:pode|podem|podes) (?:me )?(?:seguir|encontrar|acompanhar)(?:-me)?",
        r"(?:conecte-se|ligue-se|liga-te) (?:comigo|a mim)",
    ),
    subscribe=(
        (
            r"(?:assine|subscreva|subscreve) (?:\w+ ){0,2}(?:newsletter|feed|blog|blogue|boletim|lista|canal)|inscreva-se|inscreve-te"
            r"|cadastre-se"
        ),
        r"receba (?:a|o|os|as)? ?(?:minha|meu|meus|nossa|nosso)? ?(?:newsletter|boletim|artigos)",
    ),
    sponsor=(
        r"(?:^(?:(?:este|esta|o|a) (?:\w+ )?(?:artigo|post|carta|blog|blogue|serie|site|texto) (?:e|foi|esta) )?(?:oferecid[oa]"
        r"|patrocinad[oa]|apresentad[oa]"
        r"|apoiad[oa])(?: a voce| a si)? (?:por|pela|pelo):?|^com o (?:apoio|patrocinio) (?:de|da|do):?)"
    ),
    farewell=(
        r"(?:um (?:grande |forte )?abraco(?: (?:a todos|forte|grande))?|(?:grande |forte )?abracos?"
        r"|(?:com )?(?:os )?(?:melhores )?cumprimentos|cordialmente|atenciosamente|saudacoes(?: cordiais)?"
        r"|ate (?:breve|a proxima(?: semana)?|logo|ja)|com (?:carinho|afeto|gratidao)|um beijo|beijos|beijinhos|fiquem bem|fique bem"
        r"|boa semana|bem haja)"
    ),
    farewell_short=r"(?:obrigad[oa]|muito obrigad[oa]|abs|att|bjs|tchau|adeus|seu amigo|sua amiga)",
    ask_open=(
        r"(?:o )?que (?:voce |voces )?(?:acha|acham|achas|pensa|pensam|pensas)(?: voce| voces| disto| disso| tu)?",
        (
            r"(?:qual|quais|como) (?:e|sao|foi|foram|tem sido) (?:a |o |as |os )?(?:sua|suas|seu|seus|tua|tuas|teu|teus|vossa"
            r"|vossas) (?:\w+ )?(?:experiencias?|opiniao|opinioes|historias?|ideias?|dicas?|conselhos?)"
        ),
        r"(?:o )?que (?:funcionou|funciona|deu certo|resultou) (?:melhor )?(?:para|com|consigo|contigo) ?(?:voces?|si|ti)?",
        r"e (?:voces?|tu|vos|o senhor|a senhora)(?=\?|,)",
        r"(?:o )?que (?:voce )?(?:teria|terias|faria|farias)(?: voce)?(?: feito| dito)?",
        r"(?:voce )?concorda(?:m|s)?(?: comigo)?",
    ),
    ask=(
        (
            r"(?:como|quando|onde|quem|que|a quem|com quem|qual|quais|por que|porque) (?:e que )?(?:\w+ ){0,2}?(?:voces?|tu|tem|tens|faz"
            r"|fazes|usa|usas|mantem|mantens|agradece|agradeces)\b"
        ),
        (
            r"(?:voces? )?(?:ja |tambem )(?:teve|tiveram|tiveste|fez|fizeste|fizeram|pensou|pensaste|perguntou|perguntaste|recebeu"
            r"|recebeste|aconteceu)"
        ),
        r"(?:voces? )(?:tem|conhece|conhecem|usa|usam|faz|fazem|costuma|costumam)",
        r"(?:conheces|tens|usas|costumas) ",
    ),
    order=(
        (
            r"(?:conte|contem|conta|diga|digam|diz|partilhe|partilha|compartilhe|compartilhem|explique)(?:-(?:me|nos))?(?: comigo"
            r"| conosco| connosco)? "
            r"(?:como|o que|que|se|qual|quais|quem|a sua|as suas|o seu|os seus|sua|suas|seu|seus|a tua|as tuas|a vossa|as vossas)"
        ),
        r"me (?:conte|contem|diga|digam) (?:como|o que|que|se|qual|quais|quem|a sua|as suas|sua|suas|seu)",
        (
            r"(?:gostaria|gostava|adoraria|adorava|gostariamos) de (?:saber|conhecer|ouvir|ler) (?:como|o que|se|qual|quais|a sua|as suas"
            r"|sua|suas|a tua|a vossa)"
        ),
    ),
    call=(
        r"(?:conte|contem|conta|diga|digam|partilhe|compartilhe)(?:-(?:me|nos))?(?: (?:tudo|aqui|para mim))*",
        r"me (?:conte|contem|diga)(?: tudo)?",
    ),
    prelude=(
        (
            r"(?:tem |tens |voce tem |ficou com )?(?:alguma |algumas |mais )?(?:perguntas?|duvidas?|sugest(?:ao|oes))(?:(?:,| ou"
            r"| e)+ (?:alguma )?(?:perguntas?|duvidas?|sugest(?:ao|oes)|comentarios?))*"
        ),
        r"(?:quer|queres|gostaria de) (?:saber|conhecer|conversar)(?: (?:mais|como))?(?: \w+){0,12}",
        r"gostou (?:dest[ea]|do|da) (?:artigo|post|texto|postagem)",
    ),
    rhetorical=(
        r"por ?que (?:nao|deveria|haveria)",
        r"(?:quem|como) (?:nao|poderia|pode|iria)",
        r"nao (?:e|acha|te|lhe) ",
        r"(?:o que|que) (?:esta esperando|espera|esperas)",
        r"(?:voce )?(?:quer|queres|pode|podes) (?:mesmo|realmente)",
    ),
    told=r"(?:^|[.!?] ?)(?:pergunte|pergunta|perguntem|diga|diz) (?!a si\b|a voce\b)[^:?]{2,60}:",
    reader=r"voces?|vc|seus?|suas?|teus?|tuas?|tu|ti|te|vos|voss[oa]s?|lhes?|si|consigo|contigo",
    headings=r"(?:contato|contacto|comentarios|e voce\??|siga-me|newsletter|fale comigo|duvidas\??)",
    unless=(r"(?:\b(?:nao|sem|nunca|jamais|em vez de|gente|clientes?|leitores|ele|ela|eles|elas|quem|que)\s+)$"),
)
