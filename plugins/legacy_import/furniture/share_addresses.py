"""Addresses of buttons: those that send a page to a network, and those that WordPress and Blogger give to answers. Data."""

from __future__ import annotations

import re

SHARING = re.compile(
    r"(?:twitter|//x)\.com/(?:intent/(?:tweet|post)|share|home/?\?status=)|facebook\.com/(?:sharer?\b|share\.php|dialog/(?:share|feed|send))|"
    r"linkedin\.com/(?:sharearticle|cws/share|sharing/)|plus\.google\.com/share|pinterest\.[a-z.]{2,6}/pin/create|reddit\.com/submit|"
    r"tumblr\.com/(?:share|widgets/share)|digg\.com/submit|stumbleupon\.com/submit|del(?:icious\.com|\.icio\.us)/(?:save|post)|"
    r"technorati\.com/faves|getpocket\.com/(?:save|edit)|instapaper\.com/(?:hello|edit|e2)|pinboard\.in/add|xing\.com/(?:spi/|social_plugins/|"
    r"app/user\?op=share)|share\.flipboard\.com|(?:vk|vkontakte)\.(?:com|ru)/share|connect\.(?:ok|mail)\.ru/|(?:t|telegram)\.me/share|"
    r"(?://wa\.me/\?|whatsapp\.com/send\?|whatsapp://send)|fb-messenger://|line\.me/r/msg|social-plugins\.line\.me|buffer(?:app)?\.com/(?:add|share)|"
    r"news\.ycombinator\.com/submitlink|bsky\.app/intent|threads\.net/intent|blogger\.com/(?:share-post|email-post|blog-this|blog_this)|"
    r"printfriendly\.com/print|addtoany\.com/(?:share|add)|addthis\.com/bookmark|sharethis\.com/|meneame\.net/submit|bitacoras\.com/anotaciones|"
    r"mister-wong\.[a-z]{2,3}/index\.php|webnews\.de/einstellen|yigg\.de/neu|friendfeed\.com/share|google\.com/bookmarks/mark|"
    r"evernote\.com/clip|viadeo\.com/shareit|b\.hatena\.ne\.jp/|[?&]share=(?:twitter|facebook|email|linkedin|pinterest|reddit|tumblr)|^mailto:\?"
)
"""Of buttons that pass the page on, in lower case."""

ANSWERING = re.compile(
    r"/trackback/?$|/[^/]+/[^/]+/feed/?$|/wp-comments-?rss2|[?&]feed=(?:comments-)?rss2?&p=|/feeds/\d+/comments/|[?&]showcomment=|"
    r"#(?:comments?|respond|reply|disqus_thread|commentform|postcomment|comment-form)$|blogger\.com/comment[./]|/comment\.g\?"
)
"""Of the comments of a post, the box for them and their feed, in lower case."""

AUTHOR = re.compile(r"/author/[^/?#]+/?$|blogger\.com/profile/\d+$|[?&]author=\d+$")
"""Of the page about an author, in lower case."""

FILED = re.compile(
    r"/(?:category|categoria|categorie|categories|kategorie|rubrik|tag|tags|topics?|schlagwort|etiqueta|etiquetas|marcador|label|labels)/[^?#]+$|"
    r"[?&](?:cat|tag|category_name)="
)
"""Of the pages that list what is filed under one word, in lower case."""
