"""Social networks by the host of their profiles, and those that are no more. To add one: its host, and the name that people knew."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

NETWORKS = {
    "about.me": "about.me",
    "behance.net": "Behance",
    "bsky.app": "Bluesky",
    "facebook.com": "Facebook",
    "fb.com": "Facebook",
    "fb.me": "Facebook",
    "flickr.com": "Flickr",
    "github.com": "GitHub",
    "goodreads.com": "Goodreads",
    "gravatar.com": "Gravatar",
    "instagram.com": "Instagram",
    "last.fm": "Last.fm",
    "linkedin.com": "LinkedIn",
    "mastodon.social": "Mastodon",
    "meetup.com": "Meetup",
    "myspace.com": "MySpace",
    "pinterest.com": "Pinterest",
    "quora.com": "Quora",
    "reddit.com": "Reddit",
    "skype": "Skype",
    "slideshare.net": "SlideShare",
    "soundcloud.com": "SoundCloud",
    "threads.net": "Threads",
    "tiktok.com": "TikTok",
    "tumblr.com": "Tumblr",
    "twitter.com": "Twitter",
    "viadeo.com": "Viadeo",
    "vimeo.com": "Vimeo",
    "x.com": "X",
    "xing.com": "XING",
    "yelp.com": "Yelp",
    "youtube.com": "YouTube",
}

CLOSED = {
    "360.yahoo.com": "Yahoo! 360°",
    "app.net": "App.net",
    "bebo.com": "Bebo",
    "branchout.com": "BranchOut",
    "brightkite.com": "Brightkite",
    "buzz.google.com": "Google Buzz",
    "del.icio.us": "Delicious",
    "delicious.com": "Delicious",
    "digg.com": "the old Digg",
    "dopplr.com": "Dopplr",
    "ecademy.com": "Ecademy",
    "feeds.feedburner.com": "FeedBurner’s subscriptions",
    "friendfeed.com": "FriendFeed",
    "friendster.com": "Friendster",
    "geocities.com": "GeoCities",
    "gowalla.com": "Gowalla",
    "hi5.com": "hi5",
    "identi.ca": "Identi.ca",
    "jaiku.com": "Jaiku",
    "klout.com": "Klout",
    "mybloglog.com": "MyBlogLog",
    "naymz.com": "Naymz",
    "orkut.com": "Orkut",
    "periscope.tv": "Periscope",
    "picasaweb.google.com": "Picasa Web Albums",
    "plaxo.com": "Plaxo",
    "plus.google.com": "Google+",
    "posterous.com": "Posterous",
    "pownce.com": "Pownce",
    "profiles.google.com": "Google Profiles",
    "profiles.yahoo.com": "Yahoo! Profiles",
    "ryze.com": "Ryze",
    "skype": "Skype",
    "spaces.live.com": "Windows Live Spaces",
    "spaces.msn.com": "MSN Spaces",
    "squidoo.com": "Squidoo",
    "studivz.net": "studiVZ",
    "stumbleupon.com": "StumbleUpon",
    "technorati.com": "Technorati",
    "tribe.net": "Tribe.net",
    "tuenti.com": "Tuenti",
    "viadeo.com": "Viadeo",
    "vine.co": "Vine",
    "ziggs.com": "Ziggs",
}

_GOOGLE_PROFILE = re.compile(r"//(?:www\.)?google\.[a-z.]+/profiles/", re.IGNORECASE)
_SHARE = re.compile(r"/(?:share|sharer|sharearticle|intent|plugins|dialog|submit|home)\b|[?&](?:status|url|u|text)=", re.IGNORECASE)
_WORK = re.compile(
    r"//(?:[\w-]+\.)?(?:youtube\.com/(?:watch|playlist|shorts|live|embed|v|clip)\b|vimeo\.com/(?:\d|channels/|album/)"
    r"|(?:twitter|x)\.com/\w+/status(?:es)?/|instagram\.com/(?:[\w.]+/)?(?:p|reel|tv)/|tiktok\.com/@[\w.]+/video/"
    r"|facebook\.com/(?:watch|photo|video|story|events|groups|notes|permalink)|facebook\.com/[\w.-]+/(?:posts|videos|photos|events)/"
    r"|flickr\.com/photos/[^/]+/\w|soundcloud\.com/[\w-]+/\w|slideshare\.net/(?!in/)[\w-]+/\w|[\w-]+\.tumblr\.com/post/"
    r"|linkedin\.com/(?:pulse|posts|feed|jobs|learning)/|pinterest\.[a-z.]+/pin/|reddit\.com/r/|goodreads\.com/(?:book|quotes)/"
    r"|(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)/[\w.-]+/[\w.-]|amazon\.[a-z.]+/(?:gp/product|dp|exec|o|[^/]+/dp)/"
    r"|meetup\.com/[\w-]+/events/|last\.fm/music/|quora\.com/(?!profile/))",
    re.IGNORECASE,
)
"""Addresses of one film, picture or article, not of whoever made it."""

NAMES = re.compile(
    r"\b(?:"
    + "|".join(
        sorted(
            {re.escape(name.lower()) for name in (*NETWORKS.values(), *CLOSED.values()) if name not in {"X", "the old Digg"}}, reverse=True
        )
    )
    + r"|google plus|g\+|digg|insta|fb|linked in|you tube|mastodon|studivz|blogger|whatsapp|telegram|signal)(?!\w)"
)
"""The names as they stand in folded text; X is too short to tell."""


def network(url: str) -> str:
    """The name of the network whose profile `url` may be, closed ones included; empty for a work, a button for sharing and the rest."""
    if _SHARE.search(url) or _WORK.search(url):
        return ""
    return closed(url) or _by_host(url, NETWORKS)


def closed(url: str) -> str:
    """The name of the closed service that `url` leads to; empty if it is none that we know."""
    if _GOOGLE_PROFILE.search(url):
        return "Google Profiles"
    return _by_host(url, CLOSED)


def _by_host(url: str, table: dict[str, str]) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or parts.scheme
    except ValueError:  # an address that is none
        return ""
    labels = host.lower().split(".")
    hosts = (".".join(labels[at:]) for at in range(min(len(labels), 8)))
    return next((table[name] for name in hosts if name in table), "")
