"""Services that no longer are, so that nobody is sent to a profile there. To add one: its host, and the name that people knew."""

from __future__ import annotations

from urllib.parse import urlsplit

CLOSED = {
    "360.yahoo.com": "Yahoo! 360°",
    "aboutme.aol.com": "AOL Profiles",
    "app.net": "App.net",
    "branchout.com": "BranchOut",
    "brightkite.com": "Brightkite",
    "buzz.google.com": "Google Buzz",
    "cohost.org": "Cohost",
    "delicious.com": "Delicious",
    "del.icio.us": "Delicious",
    "dopplr.com": "Dopplr",
    "friendfeed.com": "FriendFeed",
    "friendster.com": "Friendster",
    "geocities.com": "GeoCities",
    "gowalla.com": "Gowalla",
    "jaiku.com": "Jaiku",
    "klout.com": "Klout",
    "kooapp.com": "Koo",
    "naymz.com": "Naymz",
    "orkut.com": "Orkut",
    "periscope.tv": "Periscope",
    "picasaweb.google.com": "Picasa Web Albums",
    "plaxo.com": "Plaxo",
    "plus.google.com": "Google+",
    "post.news": "Post News",
    "posterous.com": "Posterous",
    "pownce.com": "Pownce",
    "profiles.google.com": "Google Profiles",
    "profiles.yahoo.com": "Yahoo! Profiles",
    "spaces.live.com": "Windows Live Spaces",
    "spaces.msn.com": "MSN Spaces",
    "stumbleupon.com": "StumbleUpon",
    "t2.social": "Pebble",
    "tribe.net": "Tribe.net",
    "vine.co": "Vine",
    "ziggs.com": "Ziggs",
}


def closed_service(url: str) -> str:
    """The name of the closed service that `url` leads to, a subdomain of its host included; empty if it is none that we know."""
    labels = (urlsplit(url).hostname or "").split(".")
    hosts = (".".join(labels[at:]) for at in range(len(labels)))
    return next((CLOSED[host] for host in hosts if host in CLOSED), "")
