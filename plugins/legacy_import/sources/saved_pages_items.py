"""From what was found on a page to items: the post, and each comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..furniture import dates
from ..model import Action, Item, Kind, Note
from .saved_pages_addresses import site_of, urlsplit_path
from .saved_pages_titles import drop_title

if TYPE_CHECKING:
    from datetime import datetime

    from bs4 import Tag

    from ..model import Place
    from .saved_pages_comments import Remark
    from .saved_pages_facts import Facts

_IN_PATH = re.compile(r"/(\d{4})/(\d{1,2})(?:/(\d{1,2}))?/")
_NO_NAMES = frozenset({"Archive", "Blog Archive", "Blog-Archiv", "Archives"})


def month_of(url: str) -> tuple[int, int] | None:
    """Year and month in an address such as `/2009/05/title.html`."""
    found = _IN_PATH.search(urlsplit_path(url))
    return (int(found[1]), int(found[2])) if found else None


def _shorten_title(facts: Facts) -> None:
    """Without a heading the page's own title is left, from which the name of the blog is taken."""
    if facts.title:
        facts.put(site=_rest_of(facts.page_title, facts.title))
        return
    title, site = facts.page_title, facts.site
    if site and title.casefold().startswith(site.casefold()):
        facts.title = title[len(site) :].strip(" :|-–—«»·")
        return
    parts = [part.strip() for part in re.split(r"\s+[|«»–—·-]\s+|(?<=\w): ", title, maxsplit=3)]
    if site:
        parts = [part for part in parts if part.casefold() != site.casefold()]
    facts.title = (parts[-1] if ": " in title and facts.system == "blogger" else max(parts, key=len)) if parts else title


def _rest_of(page_title: str, title: str) -> str:
    """What else the page's title says: the name of the blog, before or after."""
    rest = [part for part in page_title.partition(title)[::2] if part] if title in page_title else []
    parts = [part for text in rest for part in re.split(r"\s*[|«»·:]\s*|\s+[-–—~]\s+| at ", text) if part and part not in _NO_NAMES]
    return parts[0] if len(parts) == 1 else ""


def post_item(body: Tag, facts: Facts, place: Place, notes: tuple[Note, ...]) -> Item:
    """The post whose text is `body`; its title is taken out of the text if it stands there again."""
    _shorten_title(facts)
    drop_title(body, facts.title)
    _make_absolute(body, facts.url)
    published, more = _published(facts)
    return Item(
        kind=Kind.PAGE if _is_page(facts) else Kind.POST, place=place, id=_id(facts), title=facts.title,
        html=body.decode_contents().strip(), published=published, updated=facts.updated if facts.updated != published else None,
        author=facts.author, categories=facts.categories, tags=facts.tags, url=facts.url, slug=_slug(facts.url),
        language=facts.language, cover=facts.cover, number=facts.post_number, notes=(*notes, *more),
    )  # fmt: skip


def _published(facts: Facts) -> tuple[datetime | None, tuple[Note, ...]]:
    if facts.published:
        return facts.published, ()
    found = _IN_PATH.search(urlsplit_path(facts.url))
    if found and found[3] and (stamp := dates.find(f"{found[1]}-{found[2]}-{found[3]}")):
        return stamp.when, (
            Note(Action.DOUBTFUL, "page-date", "only the address says when the post was written, and not at what time", facts.url),
        )
    return None, ()


def _is_page(facts: Facts) -> bool:
    is_page = (
        "page" in facts.kinds
        and "single" not in facts.kinds
        and any(name.startswith(("page-id-", "page-template")) for name in facts.kinds)
    )
    return is_page or (facts.system == "blogger" and urlsplit_path(facts.url).startswith("/p/"))


def _id(facts: Facts) -> str:
    """As the old feeds had it: Blogger's `tag:` URI, WordPress's `?p=` address."""
    if facts.system == "blogger":
        return f"tag:blogger.com,1999:blog-{facts.blog_number}.post-{facts.post_number}" if facts.blog_number and facts.post_number else ""
    site = facts.site_url or site_of(facts.url)
    return f"{site}?{'page_id' if _is_page(facts) else 'p'}={facts.post_number}" if facts.post_number and site else ""


def _slug(url: str) -> str:
    name = urlsplit_path(url).rstrip("/").rpartition("/")[2]
    return re.sub(r"\.(?:html?|php|aspx?)$", "", name)


def _make_absolute(body: Tag, base: str) -> None:
    """Addresses that begin with `/` are of the old site; others may be files beside the page."""
    if not base:
        return
    for tag in body.find_all(["a", "img", "iframe", "video", "audio", "source"]):
        for name in ("href", "src"):
            value = tag.get(name)
            if isinstance(value, str) and value.startswith(("/", "?")):
                tag[name] = joined(base, value)


def joined(base: str, value: str) -> str:
    """An address as it is meant at `base`; as it stands if either is none."""
    try:
        return urljoin(base, value)
    except ValueError:
        return value


def comment_item(remark: Remark, post: Item, facts: Facts, number: int) -> Item:
    """A comment on `post`, the `number`th on the page."""
    if facts.system == "blogger":
        own = f"tag:blogger.com,1999:blog-{facts.blog_number}.post-{remark.number}" if facts.blog_number and remark.number else ""
        anchor = f"#c{remark.number}"
    else:
        anchor = f"#comment-{remark.number or number}"
        own = f"{post.url}{anchor}" if post.url and remark.number else ""
    return Item(
        kind=Kind.COMMENT, place=post.place, id=own, html=remark.html, published=remark.published, author=remark.author,
        parent=post.id or post.url, url=f"{post.url}{anchor}" if post.url and remark.number else "", number=remark.number,
        language=post.language,
    )  # fmt: skip
