"""Where the site of a page is, as far as the page itself tells."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from .saved_pages_addresses import site_of

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_ABSOLUTE = re.compile(r"^https?://")
_SITE = re.compile(r"(https?://[^?#\s]+?/)(?:xmlrpc\.php(?:\?rsd)?)?")


def site_address(soup: BeautifulSoup, url: str) -> str:
    """To which other sites' pings go, what themes call home, or, of a page without a `url`, where most links lead and one to its start."""
    for link in soup.find_all(["link", "a"], rel=["pingback", "EditURI", "home"]):
        address = str(link.get("href", ""))
        if found := _SITE.fullmatch(address if "xmlrpc" in address else f"{address.rstrip('/')}/"):
            return found[1]
    if url:
        return ""
    links = [str(link["href"]) for link in soup.find_all("a", href=_ABSOLUTE)]
    hosts = Counter(host for link in links if (host := site_of(link))).most_common(1)
    is_site = bool(hosts) and hosts[0][1] > 1 and hosts[0][0].rstrip("/") in {link.rstrip("/") for link in links}
    return hosts[0][0] if is_site else ""
