"""Comment systems by the hosts that they load from and by the names that they leave in markup and scripts. Data, and how to look there.

Hosts stand for themselves and for all below them. A service that does more than comments (a social network, a code host) is not here
by its host, but by what its comment widget is called.
"""

from __future__ import annotations

import re

HOSTS = {
    "cactus.chat": "Cactus Comments",
    "cackle.me": "Cackle",
    "comentario.app": "Comentario",
    "commentbox.io": "CommentBox",
    "commento.io": "Commento",
    "comments.app": "Comments.App",
    "coralproject.net": "Coral",
    "cusdis.com": "Cusdis",
    "disq.us": "Disqus",
    "disqus.com": "Disqus",
    "disquscdn.com": "Disqus",
    "echoenabled.com": "Echo",
    "fastcomments.com": "FastComments",
    "getreplybox.com": "ReplyBox",
    "giscus.app": "giscus",
    "graphcomment.com": "GraphComment",
    "haloscan.com": "HaloScan",
    "htmlcommentbox.com": "HTML Comment Box",
    "hypercomments.com": "HyperComments",
    "intensedebate.com": "IntenseDebate",
    "jetpack.wordpress.com": "Jetpack Comments",
    "js-kit.com": "Echo",
    "just-comments.com": "JustComments",
    "livefyre.com": "Livefyre",
    "muut.com": "Muut",
    "openweb.com": "OpenWeb",
    "remark42.com": "Remark42",
    "solidopinion.com": "SolidOpinion",
    "spot.im": "OpenWeb",
    "staticman.net": "Staticman",
    "talk.hyvor.com": "Hyvor Talk",
    "talkyard.io": "Talkyard",
    "talkyard.net": "Talkyard",
    "utteranc.es": "utterances",
    "viafoura.co": "Viafoura",
    "viafoura.net": "Viafoura",
    "vuukle.com": "Vuukle",
    "welcomments.io": "Welcomments",
    "widgetpack.com": "WidgetPack",
}

NAMES = {
    r"artalk(?:\.(?:min\.)?js|-container)?": "Artalk",
    r"bluesky-comments": "Bluesky comments",
    r"comentario-comments": "Comentario",
    r"commento(?:\.js|-root)?": "Commento",
    r"coral_thread": "Coral",
    r"cusdis_thread": "Cusdis",
    r"discourse-comments|discourseembed(?:url)?": "Discourse comments",
    r"disqus_(?:thread|shortname|config|identifier|url)|dsq-count-scr": "Disqus",
    r"fastcomments-widget": "FastComments",
    r"fb-comments|fb:comments|plugins/(?:comments|feedback)\.php": "Facebook comments",
    r"g-comments|g:comments": "Google+ comments",
    r"gitalk(?:-container)?": "Gitalk",
    r"giscus(?:-frame)?": "giscus",
    r"gitment": "Gitment",
    r"graphcomment": "GraphComment",
    r"hyvor-talk-(?:comments|view)": "Hyvor Talk",
    r"idc-container|idcomments_(?:acct|post_id)": "IntenseDebate",
    r"isso-thread|data-isso": "Isso",
    r"livefyre-comments": "Livefyre",
    r"mastodon-comments": "Mastodon comments",
    r"remark42(?:__counter)?|remark_config": "Remark42",
    r"schnack(?:\.js)?": "schnack",
    r"talkyard-comments": "Talkyard",
    r"twikoo(?:\.(?:all\.)?(?:min\.)?js)?": "Twikoo",
    r"utterances(?:-frame)?": "utterances",
    r"valine(?:\.min\.js)?|vcomments": "Valine",
    r"vk_comments|widget_comments\.php": "VK comments",
    r"waline(?:\.(?:min\.)?js)?": "Waline",
    r"comment-iframe(?:-link)?|blogger\.com/(?:comment(?:-iframe)?\.(?:g|do)|comment/)": "Blogger comments",
    r"wp-comments-post\.php|jetpack_remote_comment": "WordPress comments",
}
"""Patterns for ids, classes, element and attribute names, file names and variables, each matched as a whole."""

_NAMES = re.compile("|".join(f"(?P<n{number}>{pattern})" for number, pattern in enumerate(NAMES)), re.IGNORECASE)
_IN_CODE = re.compile(rf"(?<![\w-])(?:{_NAMES.pattern})(?![\w-])", re.IGNORECASE)
_HOST_IN_CODE = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(host) for host in HOSTS)})(?![\w.-]*\w)", re.IGNORECASE)
_SYSTEMS = tuple(NAMES.values())


def system_of_host(host: str) -> str | None:
    """The comment system that has this host, or one above it."""
    labels = host.lower().partition(":")[0].rstrip(".").split(".")
    return next((HOSTS[name] for at in range(len(labels)) if (name := ".".join(labels[at:])) in HOSTS), None)


def system_of_request(host: str, url: str) -> str | None:
    """The comment system that is asked for, whatever host it is on."""
    return system_of_host(host) or system_in_code(url)


def system_of_name(name: str) -> str | None:
    """The comment system that uses this as an id, a class or the like."""
    return _system(_NAMES.fullmatch(name))


def system_in_code(text: str) -> str | None:
    """The comment system that a script, or an address, names anywhere."""
    by_host = _HOST_IN_CODE.search(text)
    return HOSTS[by_host[0].lower()] if by_host else _system(_IN_CODE.search(text))


def _system(match: re.Match[str] | None) -> str | None:
    return _SYSTEMS[int(match.lastgroup[1:])] if match and match.lastgroup else None
