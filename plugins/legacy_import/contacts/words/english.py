"""English."""

from .model import Words

_FILL = (
    "(?:(?:your|a|an|any|some|all|the|more|further|quick|short|brief|little|own|kind|honest|few|of|me|us|in|here|thoughts?|and|or|ideas?"
    "|feedback|questions?|remarks?|public) ){0,6}"
)
_THOUGHTS = (
    "(?:thoughts?|stories|story|experiences?|opinions?|ideas?|views?|feedback|tips?|insights?|suggestions?|answers?|examples?|questions?)"
)
_MAIL = "(?:e-?mail|mail|write(?: to)?|call|phone|telephone|ring|text|tweet|contact|message|dm|ping|skype)"
_LETTER = "(?:line|note|e-?mail|mail|message|call|ring|shout|buzz|tweet|letter)"
_OTHERS = "he|she|they|who|him|her|them|asked|told|said|promised|customers?|clients?|friends?"
_START = (
    r"(?:^|[,;:(–-] ?|\b(?:feel free to|please|hesitate to|you can|you may|you could|can always|always|just|simply|happy to|do|so|then) "
    rf"|^(?:(?!\b(?:{_OTHERS})\b)[^.?!]){{0,200}}?\b(?:and|or) )(?:also |either )?"
)
"""Where a request begins: not behind somebody else who does it."""
_FIRST = (
    r"(?:^|\b(?:i|we)(?:'d|'ll|'m| would| will| am| are)? (?:\w+ )?)(?:love|like|look(?:ing)? forward|be glad|be happy|eager"
    r"|happy|want|welcome|appreciate) "
)

ENGLISH = Words(
    comments=(
        (
            rf"(?:leave|drop|post|write|add|share|put|type|submit|make|send) {_FILL}comments?(?! (?:cards?|on (?:their|his|her|other"
            rf"|someone|each|every)))"
        ),
        r"(?:leave|drop|post) (?:me |us )?an? reply(?! (?:to|on) (?:their|his|her))",
        rf"(?:leave|drop|post|add|share|put) (?:me |us )?(?:an?|your|any|some) (?:own )?{_THOUGHTS} (?:down )?(?:below|underneath)",
        r"(?:^|[.!] ?)comment,? (?:(?:or|and) )?(?:e-?mail|call|write)",
        r"(?:please|feel free to|kindly|go ahead and|hesitate to) (?:also )?comment(?! on (?:their|his|her))",
        r"comment (?:away|below|underneath|here|on this (?:post|article|entry|letter|blog|page|piece))",
        (
            r"comments? (?:section|box|field|form|link|button|area|thread)s? (?:(?:is|are) )?(?:(?:right|just|down) )?(?:below"
            r"|underneath|open|at the (?:end|bottom|foot))"
        ),
        (
            r"(?:use|using|via|through|click|hit)(?: on)? the (?:\W?post a )?comments?\W{0,2} (?:section|box|field|form|link|button|area"
            r"|thread|feature)"
        ),
        (
            r"comments? (?:(?:and|or|,) (?:\w+ ){1,3})?(?:(?:are|is|would be) )?(?:(?:always|very|most|warmly|greatly"
            r"|much) ){0,3}(?:welcome|welcomed"
            r"|appreciated|encouraged|invited)"
        ),
        (
            r"(?:forward to|welcome|appreciate|love|like)(?: to (?:hear|read|see|get|receive)| hearing| reading| seeing| getting)?"
            rf"(?: (?:all|any))?(?: of)?(?: your)? {_FILL}comments?(?<!like\x20comments)(?<!love\x20comments)"
        ),
        r"(?:sound off|chime in|weigh in|reply|join the (?:conversation|discussion)) (?:down )?(?:below|in the comments)",
        r"(?:the |my )?comments? (?:are|is|stay|remain) (?:always |still |now )?open",
        (
            r"(?:i|we) (?:do |always )?(?:read|answer|reply to|respond to|see) (?:every|each|all)(?: of the| of your| your| the"
            r"| single)* comments?"
        ),
        r"(?:grateful|thankful|glad|happy) (?:for|about) (?:all |any )?(?:your|every|any|a) (?:\w+ )?comments?",
        r"(?:click|hit|press) (?:on )?\W?comments?\W? (?:below|to )",
    ),
    in_comments=r"(?:down )?(?:below )?in (?:the|my) comments?(?: section| box| area| field)?(?: (?:down )?below| here| underneath)?|"
    r"(?:by|with) (?:leaving|posting|adding) a (?:comment|reply)(?: below| here)?|using the comment (?:form|box|section)(?: below)?|"
    r"by (?:commenting|replying)(?: (?:below|here|on this post))?(?: or (?:by )?(?:sending|e-?mailing|writing|calling"
    r"|dropping)[^.?!]{0,40})?",
    reach=(
        (
            rf"{_START}(?:{_MAIL},? (?:or|and) )?{_MAIL} (?:me|us)(?! (?:that|in \d|an?|when|because|old|crazy|names|about (?:it|his|her"
            rf"|their))\b)"
        ),
        rf"{_START}(?:drop|send|shoot|give|write) (?:me|us) (?:an?|your|any) (?:\w+ )?{_LETTER}",
        rf"{_START}(?:get|be|stay|keep) in touch(?: with (?:me|us))?(?=[.!,:]| (?:at|on|by|via|through|if|and|or|with (?:me|us))|$)",
        rf"{_START}(?:reach|contact|find) (?:me|us) (?:at|by|via|through|on|here|directly|any ?time)",
        rf"{_START}reach out to (?:me|us)",
        r"(?:feel free to|please|don't hesitate to|do not hesitate to) (?:reach out|contact|ask|get in touch)",
        rf"{_FIRST}to hear(?:ing)? (?:from you(?! (?:about|how|what|which|whether))|them|it|yours)",
        rf"{_FIRST}(?:\w+ )?your (?:\w+ )?(?:feedback|thoughts|input)",
        r"hit (?:me|us) up",
        r"my (?:door|inbox|line|phone) is (?:always )?open",
        (
            r"if you (?:have|need|want|would like|'d like) (?:any |some |more |further )?(?:questions?|help|information|details|to talk"
            r"|to chat|advice|a copy)"
            r"\b[^.?!]{0,60}?\b(?:let (?:me|us) know|ask|contact|call|write|e-?mail)"
        ),
    ),
    reach_at=(
        rf"{_MAIL} (?:me|us)",
        r"(?:reach|contact) (?:me|us)",
        r"my (?:\w+ )?(?:e-?mail|mail|phone|telephone|number|address|cell|mobile)\b",
        r"(?:visit|see|check out|have a look at|stop by|browse|go to|come to) (?:me|us|my|our)\b",
        r"(?:for|find|get|learn|read) more(?: information| about (?:me|us|my|our)\b| of my)?[^.?!]{0,40}(?:visit|go to|see|at|on)",
        r"(?:me|us) (?:at|on|by)",
        rf"{_START}(?:{_MAIL}) (?:my|our) (?:\w+ )?(?:office|assistant|shop|studio|desk|team|number|phone)",
        r"(?:hire|book|engage|invite) (?:me|us)\b",
        r"(?:you can|you may|i can be|we can be|i am|i'm|we are) (?:always )?(?:reach(?:ed|able)?|contact(?:ed)?|found|available)",
        r"send (?:your|any|them|it|an?) (?:\w+ ){0,4}to",
        r"(?:i'm|i am|we are|we're) (?:also )?(?:on|at)",
        r"my (?:\w+ )?(?:profile|page|account)",
    ),
    follow=(
        r"(?:follow|friend|add|find|like|join|watch|catch|see|fan) (?:me|us|my|our)\b",
        r"(?:connect|link up|link in|network|hook up|be friends|chat|talk) with (?:me|us)",
        r"become a (?:fan|friend|follower) (?:of (?:my|our)|on)",
    ),
    subscribe=(
        (
            r"(?:subscribe|sign up|signup|register) (?:(?:to|for) (?:my|our|this|the) (?:\w+ ){0,2}?(?:blog|newsletter|letters?|feed|rss"
            r"|list|updates?|posts|e-?mails?|articles)"
            r"|by (?:rss|e-?mail)|via|here|now|today|below)"
        ),
        r"(?:join|get|receive) (?:my|our) (?:\w+ ){0,2}(?:newsletter|mailing list|list|feed|e-?mails?|updates)",
        r"(?:never|don't) miss (?:a|another|any) (?:posts?|updates?|articles?)",
        r"grab (?:my|our|the) (?:rss )?feed",
    ),
    sponsor=(
        r"(?:^(?:(?:this|today's|the) (?:\w+ )?(?:post|article|blog|letter|issue|series|site|website|entry|message|column"
        r"|tip)?(?: (?:is|was|has been))? ?)?"
        r"(?:proudly )?(?:offered|sponsored|brought to you|presented|made possible|provided) (?:to you )?by:?)"
    ),
    farewell=(
        r"(?:all (?:the|my) best(?: (?:to you(?: all)?|wishes))?|best (?:regards|wishes|to you(?: all)?|always)|(?:with )?(?:kind"
        r"|kindest|warm|warmest|many"
        r"|fond) (?:regards|wishes|thanks)|with (?:gratitude|appreciation|thanks|love|warmth)|regards|warmly|sincerely(?: yours)?"
        r"|cordially|respectfully"
        r"|gratefully|faithfully|yours (?:truly|sincerely|faithfully|always|ever|in \w+)|very truly yours|affectionately"
        r"|take care(?: of yourself)?"
        r"|until (?:next time|next week|then)|see you (?:soon|next week|next time)|to your success|here's to your success"
        r"|happy (?:selling|networking)"
        r"|have a (?:great|good|nice|wonderful|lovely|happy) (?:day|week|weekend|summer|holiday)|(?:thanks"
        r"|thank you)(?: \w+){0,2} for (?:reading|stopping by|visiting|listening|your time)(?: and have a \w+ \w+)?|(?:thanks"
        r"|thank you) and have a \w+ \w+|be well|with a (?:smile|handshake))"
    ),
    farewell_short=r"(?:best|love|thanks|thank you|many thanks|cheers|peace|yours|ciao|namaste|blessings|hugs|onward|xo+x*)",
    ask_open=(
        r"what do you (?:all |guys )?think(?! (?:he|she|they|it|will|would|happened)\b)",
        (
            r"what(?:'s| is| are| has been| was|'s been| have been) your(?: own)? (?:\w+ )?(?:experiences?|thoughts?|opinions?|views?"
            r"|take|stor(?:y|ies)|ideas?"
            r"|tips?|approach|favou?rites?|secrets?|best \w+)"
        ),
        r"what (?:has|have|works?|worked|would) (?:worked |work )?(?:best |well )?for you\b",
        r"(?:what|how) about you",
        r"do you (?:agree|disagree)(?: with me)?",
        r"(?:any|your|other) (?:thoughts|ideas|experiences|opinions|tips)(?: on (?:this|that|it))?(?=\?)",
        r"what would you (?:add|have done|do|have said|say|suggest|recommend)",
        r"have you (?:ever )?(?:had|experienced|seen) (?:a|any|the same|similar|something)",
        r"which (?:\w+ ){1,4}(?:do you|have you|would you|is your|are your|works?(?: \w+)? for you)",
        r"(?:and|so) you(?=\?)",
        r"what did i (?:miss|forget|leave out)",
        r"(?:am i|are we) (?:right|wrong|alone|missing)",
    ),
    ask=(
        (
            r"(?:what|how|where|when|who|whom|whose|which|why) (?:\w+ ){0,3}?(?:do|did|have|are|were) you(?! (?:expect|suppose|waiting"
            r"|kidding|afraid))"
        ),
        r"(?:have|did|are) you (?:ever |already |also )?(?!(?:really|kidding|serious|ready|willing|sure|waiting|going)\b)\w+",
        (
            r"do you (?:also |ever |still |already )?(?:have|use|ask|keep|think|remember|know (?:of|any|some|a)|do|call|write|believe"
            r"|follow|feel|prefer|make|send)"
        ),
        r"(?:who|what|when|where|which) (?:\w+ ){0,3}?(?:is|was|are|were) (?:\w+ ){0,3}?your",
        r"(?:is|are|was|were) (?:there )?(?:\w+ ){0,5}(?:you|your)",
        r"has (?:any of you|anyone|anybody)",
        r"(?:can|could|would|will) you (?:think of|share|tell|add|name|recall|remember|suggest|recommend)",
    ),
    order=(
        (
            r"(?:let (?:me|us) know|tell (?:me|us)|share(?: with (?:me|us)| here)?|write (?:me|us|to me)|(?:i|we)(?:'d|'ll"
            r"| would)?(?: really)? (?:like|love)"
            r" to (?:hear|know|read|learn)|i'm curious|i am curious|i wonder|i'm interested|i would be interested) (?:please )?"
            r"(?:to (?:hear|know) )?(?:(?:about|of|in) )?(?:(?:some of|one of|all) )?"
            r"(?:your|what|how|whether|which|who|whom|when|where|why|if you (?:have|had|do|did|use|know|agree|think|see|ever)"
            r"|from you (?:about|how|what|which))"
        ),
    ),
    call=(
        (
            r"(?:so |and |please |do |just |now )*(?:let (?:me|us) know|tell (?:me|us)|share|speak up|do share|discuss|over to you"
            r"|your turn|go ahead"
            r"|sound off|chime in|weigh in|i'm listening|i'm all ears|join in|join the (?:conversation|discussion))(?: (?:all )?about it"
            r"| please| too| here| below| now)*"
        ),
        r"(?:i|we)(?:'d| would)?(?: really)? (?:love|like) to (?:know|hear)(?: about)?(?: (?:it|them|yours))?",
        r"(?:please )?(?:share|tell) (?:it|them|yours)(?: with (?:me|us))?",
    ),
    prelude=(
        (
            r"(?:do you |have you |if you |you )?(?:have |got |still have )?(?:an?y? |more |further |other )?(?:questions?|comments?"
            r"|thoughts?|feedback|suggestions?)"
            r"(?:(?:,| or| and)+ (?:questions?|comments?|thoughts?|feedback|suggestions?|concerns?|ideas?))*"
        ),
        (
            r"(?:do you |you )?(?:want|need|would you like|looking for|interested in) (?:to (?:know|learn|talk|chat) ?)?(?:more|help"
            r"|further)?(?: \w+){0,3}"
        ),
        (
            r"(?:want|would you like|wish|curious|interested)(?: to (?:know|learn|see|find out|hear))?(?: in| about)? (?:more|how"
            r"|what|whether|if)"
            r"(?: \w+){0,12}"
        ),
        (
            r"(?:(?:do|did) you )?(?:like|liked|enjoy|enjoyed|find|found) (?:this|the|what you)(?: (?:read|post|article|letter"
            r"|entry|piece|useful|helpful)){0,2}"
        ),
        r"(?:got|have|do you have) (?:something|anything|more) to (?:add|say|share)",
        r"do you have a different (?:view|opinion|take|idea|experience)",
        r"(?:want|would you like|wish) to (?:talk|chat|meet|get in touch|contact me|reach me|know more|learn more)(?: \w+){0,5}",
    ),
    rhetorical=(
        r"why (?:would|should|not|wouldn't|shouldn't|don't|do|else)",
        r"(?:who|what|where|how) (?:wouldn't|would not|else|needs|could)",
        (
            r"(?:isn't|aren't|wasn't|doesn't|don't|didn't|wouldn't|shouldn't|couldn't|won't|haven't|hasn't|can't) (?:it|that|this|they|we"
            r"|you|he|she|there)"
        ),
        r"(?:how|what) (?:can|could|would|will|should|are) you (?:expect|trust|afford|hope|waiting|lose|buy|hire)",
        r"(?:would|can|could|will|should) you (?:really |rather |trust|buy|hire|afford|want|like to be)",
        r"do you (?:really|want|need|honestly|suppose|expect|know (?:what|who|how|why|where|when))",
        r"are you (?:ready|willing|sure|waiting|kidding|serious|going)",
        r"what are you (?:waiting for|afraid of)",
    ),
    told=r"(?:^|[.!?] ?)(?:ask|tell|write to|say to) (?!me\b|us\b|yourself)[^:?]{2,60}:",
    reader=r"you|your|yours|yourself|yourselves|any of you|anyone|anybody",
    headings=(
        r"(?:contact(?: me| us| info(?:rmation)?| details)?|get in touch|stay in touch|keep in touch|connect(?: with me)?|follow me"
        r"|over to you|your turn"
        r"|comments?|leave a comment|(?:join|let's start) the (?:conversation|discussion)|sponsors?|what do you think\??|subscribe"
        r"|your thoughts\??|questions\??)"
    ),
    unless=(
        r"(?:(?<!why\x20)\bnot|\b(?:never|without|cannot|can't|won't|didn't|doesn't|instead of|rather than|nobody|no one)"
        r"|(?<!why\x20)\bdon't|\b(?:who|people|they|he|she|it|customers?|clients?|readers|visitors|strangers|friends|someone|somebody"
        r"|everyone|each|him|her|them))"
        r"\s+(?:(?:just|even|simply|always|also|often|sometimes|once|ever|only|never|usually|should|would|could|can|may|must|might"
        r"|will|to|did|do)\s+){0,2}$"
    ),
)
