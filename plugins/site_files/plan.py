"""Everything that the plugin will write, and what is wrong. No Pelican here: it arrives as outputs, wishes and pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .headers import header_rules
from .hosts import HOSTS
from .hosts.netlify import MOST
from .hosts.told import HIDDEN, NOT_FOUND, Told
from .lists_in_fields import located
from .model import Asked, Finding, Output, Redirect, Source
from .redirects import pages, read, resolve
from .register import problems
from .robots import robots_txt
from .sitemap import sitemap_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .config import SiteFilesConfig
    from .model import SitePage

OURS = Source("the plugin site_files")


@dataclass(frozen=True, slots=True)
class Site:
    """What the site is made of: its files, the redirects that it asks for, the pages for search engines, and its JSON feeds."""

    outputs: Sequence[Output]
    asked: Sequence[Asked]
    pages: Sequence[SitePage]
    json_feeds: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Texts by path, and redirect pages."""

    files: tuple[tuple[str, str], ...] = ()
    pages: tuple[tuple[str, Redirect], ...] = ()


NOTHING = Plan()


def planned(site: Site, config: SiteFilesConfig) -> tuple[Plan, list[Finding]]:
    """The plan, and what is wrong with the site's files and redirects. A file of ours that the owner has as well is the owner's."""
    theirs = {output.path: output.source for output in site.outputs}
    for_search = dict(_for_search(site, config))
    names = {*for_search, *(HIDDEN if config.hosts else ())}
    redirects, findings = _redirects(site, config, dict.fromkeys(names, OURS) | theirs)
    rules = header_rules(dict(config.policy), theirs, site.json_feeds)
    told = Told(redirects, rules, config.prefix, NOT_FOUND in theirs)
    files = for_search | {path: text for host in config.hosts for path, text in HOSTS[host](told).items()}
    files = {path: text for path, text in files.items() if path not in theirs}
    shown = tuple(pages(redirects)) if config.redirect_pages else ()
    ours = (*(Output(path, OURS) for path in files), *(Output(path, redirect.source) for path, redirect in shown))
    return Plan(tuple(files.items()), shown), [*problems((*site.outputs, *ours)), *findings, *_too_many(redirects, config)]


def _redirects(site: Site, config: SiteFilesConfig, taken: Mapping[str, Source]) -> tuple[tuple[Redirect, ...], list[Finding]]:
    """Lines in authors' files are looked for only if something is wrong."""

    def resolved(asked: Iterable[Asked]) -> tuple[tuple[Redirect, ...], list[Finding]]:
        redirects, unfit = read(asked, config.public_url)
        good, wrong = resolve(redirects, taken)
        return good, [*unfit, *wrong]

    good, findings = resolved(site.asked)
    return resolved(map(located, site.asked)) if findings else (good, findings)


def _for_search(site: Site, config: SiteFilesConfig) -> Iterator[tuple[str, str]]:
    """Sitemap and robots.txt; both need a public address, as nobody visits a site without one."""
    if config.public_url:
        yield from sitemap_files(site.pages, f"{config.public_url}/{{}}".format)  # it escapes what is not yet
        yield "robots.txt", robots_txt(config.public("sitemap.xml"), config.ai_crawlers)


def _too_many(redirects: Sequence[Redirect], config: SiteFilesConfig) -> Iterator[Finding]:
    if len(redirects) > MOST and "netlify" in config.hosts:
        what = f"there are {len(redirects)} redirects, and Cloudflare reads the first {MOST} of `_redirects`; the others are pages only"
        yield Finding(OURS, "redirect-many", what, "Take out the oldest ones, or leave it so if the site is elsewhere", is_advice=True)
