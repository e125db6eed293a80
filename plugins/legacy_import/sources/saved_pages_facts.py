"""What a page says of itself to machines: JSON-LD, meta elements, links in its head, the classes of its body."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any

from ..folding import fold, squeezed
from ..furniture import dates
from .saved_pages_json import address_of, postings, text_of, texts_of
from .saved_pages_site import site_address

if TYPE_CHECKING:
    from datetime import datetime

    from bs4 import BeautifulSoup, Tag

_BLOGGER_IDS = re.compile(
    r"""["']?(postId|blogId|postID|blogID|post_id|blog_id|data-post-id)["']?\]?\s*(?:[:=]|%3D|\\x3d)\s*\\?["']?(\d{5,25})"""
)
_BLOGGER_TAG = re.compile(r"tag:blogger\.com,1999:blog-(\d+)\.post-(\d+)")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "article:published",
    "dcterms.created",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "pub_date",
    "publish_date",
    "publish-date",
    "publication_date",
)
_WORDPRESS = ("wp-content/", "wp-includes/", "wp-comments-post", "yoast-schema-graph", "amp-wp-", "wp-block-")


@dataclass(slots=True)
class Facts:
    """What is known of a post, or of all of a page; empty where nothing is. Filled in the order in which the sources are to be believed."""

    title: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    author: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    url: str = ""
    cover: str = ""
    language: str = ""
    site: str = ""
    site_url: str = ""
    system: str = ""
    feeds: tuple[str, ...] = ()
    blog_number: str = ""
    post_number: str = ""
    page_title: str = ""
    named_author: str = ""
    """Whom the head of the page names, which may be the site's owner."""
    kinds: frozenset[str] = field(default_factory=frozenset)
    """The classes of the body, `og:article` and `json-article`."""

    def put(self, **values: object) -> None:
        """Set what is still empty."""
        for name, value in values.items():
            if value and not getattr(self, name):
                setattr(self, name, value)


def moment(text: object, hint: dates.Hint = dates.NO_HINT) -> datetime | None:
    """A date for machines or people; None for anything else."""
    if not isinstance(text, str):
        return None
    stamp = dates.find(fold(squeezed(text[:200])), hint)
    return stamp.when if stamp else None


def page_facts(soup: BeautifulSoup, source: str) -> Facts:
    """All that the page, whose text is `source`, says of itself; JSON-LD before everything else."""
    facts = Facts()
    classes = set(_classes(soup.body))
    root = soup.find("html")
    facts.put(language=str(root.get("lang") or root.get("xml:lang") or "") if root else "")
    for node in postings(soup):
        if node.get("@type") != "WebPage":
            classes.add("json-article")
        _put_json(facts, node)
    meta = _meta(soup)
    if meta.get("og:type") == "article":
        classes.add("og:article")
    _put_meta(facts, meta, soup)
    _put_links(facts, soup)
    _put_system(facts, source[:400_000], classes, meta)
    facts.page_title = squeezed(soup.title.get_text()) if soup.title else ""
    facts.kinds = frozenset(classes)
    return facts


def _classes(tag: Tag | None) -> list[str]:
    names = tag.get("class") if tag else None
    return [*names] if isinstance(names, list) else str(names or "").split()


def _put_json(facts: Facts, node: dict[str, Any]) -> None:
    if node.get("@type") == "WebPage" and not node.get("datePublished"):
        return
    main = node.get("mainEntityOfPage")
    keywords = node.get("keywords")
    facts.put(
        title=text_of(node.get("headline")),
        published=moment(node.get("datePublished")),
        updated=moment(node.get("dateModified")),
        author=text_of(node.get("author")),
        categories=texts_of(node.get("articleSection")),
        tags=texts_of(keywords.split(",") if isinstance(keywords, str) else keywords),
        url=address_of(main) or address_of(node.get("url")),
        cover=address_of(node.get("image")),
        language=text_of(node.get("inLanguage")),
    )


def _meta(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name, content = tag.get("property") or tag.get("name") or tag.get("itemprop"), tag.get("content")
        if isinstance(name, str) and isinstance(content, str):
            found.setdefault(name.strip().lower(), unescape(content.strip()))
    return found


def _put_meta(facts: Facts, meta: dict[str, str], soup: BeautifulSoup) -> None:
    tags = tuple(str(tag.get("content", "")).strip() for tag in soup.find_all("meta", property="article:tag"))
    sections = tuple(str(tag.get("content", "")).strip() for tag in soup.find_all("meta", property="article:section"))
    author = meta.get("author", "") or meta.get("article:author", "")
    facts.put(
        title=squeezed(meta.get("og:title", "")),
        published=next((when for name in _PUBLISHED if (when := moment(meta.get(name)))), None),
        updated=moment(meta.get("article:modified_time") or meta.get("og:updated_time")),
        named_author="" if "//" in author else squeezed(author),
        tags=tuple(filter(None, dict.fromkeys(tags))),
        categories=tuple(filter(None, dict.fromkeys(sections))),
        cover=meta.get("og:image", ""),
        language=meta.get("og:locale", "").replace("_", "-"),
        site=squeezed(meta.get("og:site_name", "")),
        post_number=meta.get("postid", ""),
        blog_number=meta.get("blogid", ""),
    )
    if "blogger.com/img/" in facts.cover or "s0.wp.com/i/blank" in facts.cover:
        facts.cover = ""
    facts.url = _canonical(soup) or meta.get("og:url", "") or facts.url


def _canonical(soup: BeautifulSoup) -> str:
    for link in soup.find_all("link", rel="canonical"):
        if str(link.get("href", "")).startswith("http"):
            return str(link["href"]).strip()
    return ""


def _put_links(facts: Facts, soup: BeautifulSoup) -> None:
    feeds = []
    for link in soup.find_all("link", rel="alternate"):
        kind, address = str(link.get("type", "")), str(link.get("href", ""))
        if kind in {"application/rss+xml", "application/atom+xml"} and address and "comments" not in address:
            feeds.append(address)
    facts.feeds = tuple(dict.fromkeys(feeds))
    facts.put(site_url=site_address(soup, facts.url))
    for link in soup.find_all("link", rel="shortlink"):
        if found := re.search(r"[?&]p=(\d+)", str(link.get("href", ""))):
            facts.put(post_number=found[1])
            facts.site_url = str(link["href"]).split("?")[0]


def _put_system(facts: Facts, source: str, classes: set[str], meta: dict[str, str]) -> None:
    generator = meta.get("generator", "").lower()
    if "blogger" in generator or "blogger.com/feeds/" in source or "/feeds/posts/default" in source or "blogger.com/static" in source:
        facts.system = "blogger"
        _put_blogger(facts, source)
    elif (
        "wordpress.com" in generator
        or "s0.wp.com" in source
        or "wordpress.com/wp-content" in source
        or ("stats.wp.com" in source and "wp.me" in source)
    ):
        facts.system = "wordpress.com" if ".wordpress.com" in source else "wordpress"
    elif "wordpress" in generator or any(sign in source for sign in _WORDPRESS) or any(name.startswith("postid-") for name in classes):
        facts.system = "wordpress"
    for name in classes:
        if found := re.fullmatch(r"(?:postid|page-id)-(\d+)", name):
            facts.put(post_number=found[1])


def _put_blogger(facts: Facts, source: str) -> None:
    named = {*_BLOGGER_TAG.findall(source)}
    if len(named) == 1:  # of several, any may be another post's
        ((blog, post),) = named
        facts.put(blog_number=blog, post_number=post)
    for name, number in _BLOGGER_IDS.findall(source):
        which = "blog_number" if name.lower().startswith("blog") else "post_number"
        facts.put(**{which: number})
    if found := re.search(r"blogger\.com(?:/|%2F)(?:feeds|atom)(?:/|%2F)(\d+)", source):
        facts.put(blog_number=found[1])
