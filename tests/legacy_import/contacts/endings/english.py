"""Endings of English posts; the author is Ann Lee."""

from .sample import Ending

ANN, PHONE = ("ann@example.com",), ("+1 202-555-0143",)
LINKEDIN, TWITTER = "https://www.linkedin.com/in/annlee", "https://twitter.com/annlee"

ENDINGS = (
    # how to reach the author
    Ending("<p>Please leave me your comments, or email me at ann@example.com, or call me at (202) 555-0143.</p>", emails=ANN, phones=PHONE),
    Ending("<p>Email me: ann@example.com</p>", emails=ANN),
    Ending("<p>Drop me a line.</p>"),
    Ending("<p>The bakery is doing well. Feel free to contact me.</p>", "The bakery is doing well."),
    Ending("<p>Ring me on 020 7946 0114.</p>", phones=("+44 20 7946 0114",)),
    Ending('<p>You can <a href="mailto:ann@example.com?subject=Blog">email me</a> any time.</p>', emails=ANN),
    Ending("<p>Write to me at ann (at) example (dot) com.</p>", emails=ANN),
    Ending("<p>Reach me at ann[at]example.com or 1-800-FLOWERS.</p>", emails=ANN, phones=("1-800-FLOWERS",)),
    Ending("<p>My email is ann at example dot com.</p>", emails=ANN),
    Ending("<p>Contact me at ann&#64;example&#46;com</p>", emails=ANN),
    Ending("<p>If you have any questions, please do not hesitate to contact me.</p>"),
    Ending("<p>Questions? Call me at 202.555.0143.</p>", phones=PHONE),
    Ending("<p>Have a question? Email me!</p>"),
    Ending("<p>I look forward to hearing from you.</p>"),
    Ending("<p>Give me a call at +1 202 555 0143 and we will talk about your shop.</p>", phones=PHONE),
    Ending("<p>You can reach Ann Lee at ann@example.com.</p>", emails=ANN),
    Ending("<p>I can be reached at ann.lee+blog@mail.example.co.uk, day or night.</p>", emails=("ann.lee+blog@mail.example.co.uk",)),
    Ending("<p>The hedge is still there. P.S. Call me at 555-0143.</p>", "The hedge is still there.", phones=("555-0143",)),
    Ending("<p>P.S. You can always write me at ann@example.com.</p>", emails=ANN),
    Ending(
        '<p>Phone: (202) 555-0143 | Email: <a href="mailto:ann@example.com">ann@example.com</a> | Web: www.lee.example.com</p>',
        emails=ANN,
        phones=PHONE,
        profiles=("http://www.lee.example.com",),
    ),
    Ending("<p>Visit my web site www.lee.example.com for more.</p>", profiles=("http://www.lee.example.com",)),
    Ending("<ul><li>Email: ann@example.com</li><li>Tel: 202-555-0143</li></ul>", emails=ANN, phones=PHONE),
    Ending("<address>Email: ann@example.com</address>", emails=ANN),
    Ending("<h3>Contact</h3><p>Email: ann@example.com</p>", emails=ANN),
    # works of somebody are no profiles
    *(
        Ending(f'<p><a href="https://{work}">https://{work}</a></p>', f"https://{work}")
        for work in (
            "www.youtube.com/watch?v=dQw4w9WgXcQ",
            "vimeo.com/12345",
            "twitter.com/annlee/status/1234",
            "www.flickr.com/photos/annlee/2345678/",
            "www.facebook.com/annlee/posts/123",
            "www.slideshare.net/annlee/stairs",
            "www.instagram.com/p/abc/",
        )
    ),
    Ending("<p>https://vimeo.com/annlee</p>", profiles=("https://vimeo.com/annlee",)),
    # profiles
    Ending(f'<p>Follow me on <a href="{TWITTER}">Twitter</a>.</p>', profiles=(TWITTER,)),
    Ending("<p>Follow me on Twitter @annlee</p>", profiles=(TWITTER,)),
    Ending(
        f'<p>Connect with me on <a href="{LINKEDIN}">LinkedIn</a> and <a href="{TWITTER}">Twitter</a>!</p>', profiles=(LINKEDIN, TWITTER)
    ),
    Ending(
        f'<p><a href="{LINKEDIN}">LinkedIn</a> | <a href="http://ann.plaxo.com/">Plaxo</a> | '
        '<a href="http://www.google.com/profiles/annlee">Google</a></p>',
        profiles=(LINKEDIN, "http://ann.plaxo.com/", "http://www.google.com/profiles/annlee"),
        doubts=("contact-closed-service", "contact-closed-service"),
    ),
    Ending(
        '<p>Find me on Google+: <a href="https://plus.google.com/123">me</a></p>',
        profiles=("https://plus.google.com/123",),
        doubts=("contact-closed-service",),
    ),
    Ending("<p>Like my page on Facebook.</p>"),
    Ending(
        f'<p><a href="{TWITTER}"><img src="t.png" alt="Twitter"></a> <a href="{LINKEDIN}"><img src="l.png"></a></p>',
        profiles=(TWITTER, LINKEDIN),
    ),
    Ending("<p>You can follow Ann on Twitter at twitter.com/annlee.</p>", profiles=("http://twitter.com/annlee",)),
    Ending("<p>Find me on Mastodon: @ann@social.example.com</p>", profiles=("https://social.example.com/@ann",)),
    Ending("<p>Subscribe to my newsletter and never miss a post.</p>"),
    Ending('<p>Sign up for my <a href="https://news.example.com/ann">monthly letter</a>. It is free.</p>', "It is free."),
    # signing off
    Ending("<p>Best to you,<br>Ann</p>", signoff="Best to you, Ann"),
    Ending("<p>Best to you, Ann</p>", signoff="Best to you, Ann"),
    Ending("<p>Warmly,</p><p>Ann Lee</p>", signoff="Warmly, Ann Lee"),
    Ending("<p>Warmly,</p>", signoff="Warmly"),
    Ending("<p>Ann</p>", signoff="Ann"),
    Ending("<p>– Ann Lee</p>", signoff="Ann Lee"),
    Ending("<p>Cheers,<br/>Ann</p>", signoff="Cheers, Ann"),
    Ending("<p>With warm regards, Ann</p>", signoff="With warm regards, Ann"),
    Ending(
        "<p>The hedge grew.<br>All the best,<br>Ann Lee<br>Joiner<br>ann@example.com</p>",
        "The hedge grew.",
        emails=ANN,
        signoff="All the best, Ann Lee",
    ),
    Ending(
        "<p>Yours,<br>Ann</p><p>P.S. The bakery is open on Sundays now.</p>",
        "P.S. The bakery is open on Sundays now.",
        signoff="Yours, Ann",
    ),
    Ending("<p>Until next time, Ann</p>", signoff="Until next time, Ann"),
    Ending("<p>--<br>Ann</p>", signoff="Ann"),
    Ending("<p>Yours in stairs, Ann</p>", signoff="Yours in stairs, Ann"),
    Ending("<p>Thanks for reading!</p><p>~Ann~</p>", signoff="Thanks for reading! Ann"),
    Ending(
        "<p>Sincerely yours,</p><p><img src='by-hand.png'></p><p>Ann Lee<br>President, Lee Inc.<br>123 Main Street<br>(202) 555-0143</p>",
        phones=PHONE,
        signoff="Sincerely yours, Ann Lee",
        doubts=("contact-signature",),
    ),
    Ending(
        "<p>I can be reached at ann@example.com.</p><p>Best to you all,<br>Ann Lee</p>"
        '<p>Join me at: <a href="https://www.linkedin.com/in/annlee">LinkedIn</a> - <a href="http://www.plaxo.com/x">Plaxo</a></p>',
        emails=ANN,
        profiles=(LINKEDIN, "http://www.plaxo.com/x"),
        signoff="Best to you all, Ann Lee",
        doubts=("contact-closed-service",),
    ),
    # sponsors
    Ending("<p>This post is offered by Lee &amp; Sons, joiners.</p>", sponsor="Lee & Sons, joiners"),
    Ending("<p>Sponsored by Lee &amp; Sons.</p>", sponsor="Lee & Sons"),
    Ending("<p>Brought to you by the Aldermere Cheese Company</p>", sponsor="the Aldermere Cheese Company"),
    # begging for comments
    Ending("<p>Please leave a comment.</p>"),
    Ending("<p>Your comments are always welcome.</p>"),
    Ending("<p>I’d love to read your comments and ideas.</p>"),
    Ending("<p>She sold it in May. Leave a comment below and share this.</p>", "She sold it in May."),
    Ending("<p>Feel free to comment.</p><hr>"),
    # questions
    Ending("<p>What do you think?</p>", ask="What do you think?"),
    Ending("<p>What do you think? Leave a comment below!</p>", ask="What do you think?"),
    Ending("<p>She waited. What has worked for you?</p>", "She waited.", ask="What has worked for you?"),
    Ending("<p>Let me know your experiences with referrals.</p>", ask="Let me know your experiences with referrals."),
    Ending("<p>Tell me in the comments what you would have done.</p>", ask="Tell me what you would have done."),
    Ending("<p>Tell me in the comments: what has worked for you?</p>", ask="What has worked for you?"),
    Ending("<p>How do you thank your customers? Let me know!</p>", ask="How do you thank your customers?"),
    Ending("<h3>Over to you</h3><p>Have you ever sent a customer away?</p>", ask="Have you ever sent a customer away?"),
    Ending(
        "<p>What is your favorite way to follow up? Email me at ann@example.com.</p>",
        ask="What is your favorite way to follow up?",
        emails=ANN,
    ),
    Ending("<p>So would your best customer notice? Drop a comment!</p>", ask="So would your best customer notice?"),
    Ending(
        "<p>I’d love to hear how you keep in touch with old customers.</p>",
        ask="I’d love to hear how you keep in touch with old customers.",
    ),
    Ending(
        "<p>Do you agree? How did you find your first customer?</p><p>Best, Ann</p>",
        ask="Do you agree? How did you find your first customer?",
        signoff="Best, Ann",
    ),
    Ending("<p>What about you?</p><p>Comments welcome.</p>", ask="What about you?"),
    Ending(
        "<p>How has this worked in your business? Please share with us by leaving a comment. Thanks and have a great day!</p>",
        ask="How has this worked in your business?",
        signoff="Thanks and have a great day!",
    ),
    Ending("<p>I’d love your feedback. Comment, email or call!</p>"),
    Ending("<p>Why not leave a comment?</p>"),
    Ending("<p>Comments? Questions? Suggestions? I’d like to hear them.</p>"),
    Ending("<p>If you’d like the list, write or call me. Try it this week and drop me a note.</p>"),
    Ending("<p>We’d be happy to hear from you.</p>"),
    # what stays
    *(
        Ending(f"<p>{text}</p>", text)
        for text in (
            "Your customers want to hear from you.",
            "They would love to hear from you.",
            "He promised to come back and write to me.",
            "She said that she would write me a letter.",
            "He tried to find me on Sunday.",
            "Come back tomorrow and call me a liar.",
            "I am on Facebook every day, and nobody there has bought a stair.",
            "If you subscribe to a magazine, you expect it on Monday.",
            "It took me a year to get in touch.",
            "Bloggers love comments.",
        )
    ),
    Ending(
        "<p>And if you were him, would you have called back?</p>",
        "And if you were him, would you have called back?",
        doubts=("ask-doubtful",),
    ),
    Ending("<p>Feel free to forward this to your friends.</p>", "Feel free to forward this to your friends."),
    Ending('<p>Photo by <a href="https://www.flickr.com/photos/bob">Bob</a></p>', "Photo by Bob"),
    Ending('<p>Watch it on <a href="https://www.youtube.com/watch?v=1">YouTube</a>.</p>', "Watch it on YouTube."),
    Ending(
        "<p>Why would you trust a stranger with your money?</p>",
        "Why would you trust a stranger with your money?",
        doubts=("ask-doubtful",),
    ),
    Ending("<p>So will you thank somebody this week?</p>", "So will you thank somebody this week?", doubts=("ask-doubtful",)),
    Ending("<p>Who would have thought of that?</p>", "Who would have thought of that?"),
    Ending("<p>She said: “Call me at the shop.” I never did.</p>", "She said: “Call me at the shop.” I never did."),
    Ending("<p>My customers call me on Sundays, and I answer.</p>", "My customers call me on Sundays, and I answer."),
    Ending("<p>Nobody should leave a comment on a stranger’s grave.</p>", "Nobody should leave a comment on a stranger’s grave."),
    Ending("<p>People leave comments when they are angry.</p>", "People leave comments when they are angry."),
    Ending(
        "<p>If you need a joiner, call Bob at (202) 555-0167.</p>",
        "If you need a joiner, call Bob at (202) 555-0167.",
        doubts=("contact-unclear",),
    ),
    Ending("<blockquote><p>Email me at bob@example.com.</p></blockquote>", "Email me at bob@example.com."),
    Ending(
        "<p>What would you have done?</p><p>I gave the money back, and the next morning she was there before I had opened.</p>",
        "I gave the money back, and the next morning she was there before I had opened.",
        ask="What would you have done?",
    ),
    Ending("<p>“People buy from people.”<br>– Peter Drucker</p>", "“People buy from people.” – Peter Drucker"),
    Ending("<p>Source: http://www.example.org/2009/05/trust.html</p>", "Source: http://www.example.org/2009/05/trust.html"),
    Ending("<p>Ask them how they found you, and write it down.</p>", "Ask them how they found you, and write it down."),
    Ending("<p>Take care of your customers.</p>", "Take care of your customers."),
    Ending("<p>In 2009-05-12 I met her.</p>", "In 2009-05-12 I met her."),
    Ending("<ul><li>What do you think of me?</li><li>Would you come back?</li></ul>", "What do you think of me? Would you come back?"),
    Ending("<pre>email me at x@example.com</pre>", "email me at x@example.com"),
    Ending('<p>She wrote a <a href="https://example.org/book">book</a>. Email me at ann@example.com.</p>', "She wrote a book.", emails=ANN),
    # what bloggers end with
    Ending("<p>Got something to add? The comment box is right below.</p>"),
    Ending("<p>As always, I'd be grateful for your comments.</p>"),
    Ending("<p>What's worked for you? I read every comment.</p>", ask="What's worked for you?"),
    Ending("<p>Want to know how this could work in your company? Call my office at 202-555-0143 and ask for Ann.</p>", phones=PHONE),
    Ending("<p>PS: I'm always reachable on 202-555-0143 if you need me.</p>", phones=PHONE),
    Ending("<p>To hire me for your next event, write to ann@example.com.</p>", emails=ANN),
    Ending("<p>Let me know what you think by commenting below or sending me an email.</p>", ask="Let me know what you think."),
    Ending("<p>Do you have a different view? Comments are open.</p>"),
    Ending("<p>Like this post? Follow me on Twitter @annlee.</p>", profiles=(TWITTER,)),
    Ending("<p>Ask your client: “What would you have done?”</p>", "Ask your client: “What would you have done?”"),
    Ending("<p>Leave a comment on every invoice; customers read them.</p>", "Leave a comment on every invoice; customers read them."),
    Ending("<p>So pick up the phone and call your best customer.</p>", "So pick up the phone and call your best customer."),
    Ending("<p>Twitter is where I met her. LinkedIn is where I lost her.</p>", "Twitter is where I met her. LinkedIn is where I lost her."),
)
