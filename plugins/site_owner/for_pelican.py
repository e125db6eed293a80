"""`site.toml` as settings of Pelican: what `pelicanconf.py` takes over as it is."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from .links import footer_links, menu_links
from .locales import region_of
from .menu_words import HOME_LIST
from .policy import doors_of, policy
from .settings import read_site

if TYPE_CHECKING:
    from pathlib import Path

    from .model import Site


_CLOSED = re.compile(r"/feeds/closed\.(?:atom\.xml|rss\.xml|json)")
"""Old feeds of comments are led there; such a feed is made when a redirect wants it."""


def pelican_settings(path: Path) -> dict[str, Any]:
    """Pelican's and the theme's settings as this `site.toml` gives them. SiteError with every problem of the file."""
    site = read_site(path)
    return _identity(site) | _menus(site, path.parent / "content" / "pages") | _lists(site)


def _identity(site: Site) -> dict[str, Any]:
    return {
        "SITENAME": site.name,
        "SITESUBTITLE": site.tagline,
        "SITE_INTRODUCTION": site.introduction,
        "SITE_PUBLIC_URL": site.url,
        "SITE_LICENCE": site.licence,
        "SITE_LABELS": asdict(site.labels),
        "DEFAULT_LANG": site.language,
        "TIMEZONE": site.timezone,
        "CONTACT_DEFAULT_KIND": site.default_cta,
        "CONTACT_REGION": site.region or region_of(site.language) or "US",
        "SITE_AUTHORITY": site.feed_authority,
        "SITE_POLICY": policy(dict(site.allow)),
        "SITE_DOORS": doors_of(dict(site.allow)),
        "SITE_FILES_AI_CRAWLERS": site.ai_crawlers,
        "SITE_FILES_REDIRECTS": site.redirects,
        "FEEDS_CLOSED": sorted({target.lstrip("/") for _, target, _ in site.redirects if _CLOSED.fullmatch(target)}),
        **({"AUTHOR": site.default_author} if site.default_author else {}),  # set but empty, it would be an author without a name
    }


def _menus(site: Site, pages_folder: Path) -> dict[str, Any]:
    return {"MENUITEMS": menu_links(site, pages_folder), "SITE_FOOTER": footer_links(site, pages_folder)}


def _lists(site: Site) -> dict[str, Any]:
    """Where a page is the home page it takes the root's address, and the list of articles moves to /letters/."""
    common = {"DEFAULT_PAGINATION": site.counts.list, "READING_RELATED": site.counts.related}
    lists = {"tag": None, "category": None, "author": None}
    if site.home == HOME_LIST:
        return common | {"PAGINATED_TEMPLATES": {"index": site.counts.home, **lists}, "EXTRA_PATH_METADATA": {}}
    return common | {
        "PAGINATED_TEMPLATES": {"index": site.counts.list, **lists},
        "INDEX_URL": "letters/",
        "INDEX_SAVE_AS": "letters/index.html",
        "EXTRA_PATH_METADATA": {f"pages/{site.home}.md": {"url": "", "save_as": "index.html"}},
    }
