"""Saved HTML pages of posts: of Blogger, WordPress.com or WordPress, in any theme and language, from a browser or an archive.

    for found in read_page(data, place): …

Found are the blog as far as the page tells of it, then the post, then its comments as items of their own. A page with several whole posts
gives them all; one with the beginnings of posts, or with none, is told as `Trouble` that says what to save instead. What themes write into
the text of a post stays in it: `furniture.stripped` takes it out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag

from ..folding import fold, squeezed
from ..furniture import dates
from ..furniture.guessing import language_of
from ..furniture.segments import elements
from ..model import Blog, Item, Trouble
from .saved_pages_addresses import site_of, urlsplit_path
from .saved_pages_archive import unwrapped
from .saved_pages_body import freed
from .saved_pages_bytes import decoded, is_binary, page_of_archive
from .saved_pages_chosen import best_of, bodies, titled
from .saved_pages_comments import Remark, taken_comments
from .saved_pages_facts import Facts, page_facts
from .saved_pages_items import comment_item, joined, month_of, post_item
from .saved_pages_names import CUT_OFF, LISTING, LISTS, NOT_FOUND, SEARCHED, SINGLE
from .saved_pages_near import around, bodies_within, put_near
from .saved_pages_remarks import remarks_in_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Place

_XML = re.compile(r"^\ufeff|<\?xml[^>]*>?")  # of XHTML and of Word, which are read as HTML: browsers skip them
_AMP = {"amp-img": "img", "amp-anim": "img", "amp-iframe": "iframe", "amp-video": "video", "amp-audio": "audio"}
_JUMP = re.compile(r"#more(?:-\d+)?$")  # where WordPress and Blogger lead to the rest of a post, in whatever words
_SHOWN = 5


def read_page(data: bytes, place: Place) -> Iterator[Blog | Item | Trouble]:
    """What a saved page holds. Nothing in it makes this fail, reads a file or reaches the network."""
    if is_binary(data):
        yield Trouble(
            place, "page-binary", "this is no text, so it is no saved page", "Leave it out; pictures are taken from beside their page"
        )
        return
    page = unwrapped(decoded(page_of_archive(data)))
    soup = BeautifulSoup(_XML.sub("", page.text), "lxml")
    facts = page_facts(soup, page.text)
    facts.put(url=page.url)
    found = tuple(_content(soup, facts, place))  # which also finds out what the blog is called
    yield _blog(facts)
    yield from found


def _content(soup: BeautifulSoup, facts: Facts, place: Place) -> Iterator[Item | Trouble]:
    if trouble := _no_post(soup, facts, place):
        yield trouble
        return
    for tag in soup.find_all(["script", "style", "template"]):
        tag.extract()
    _as_html(soup)
    hint = _hint(facts, soup)
    remarks = taken_comments(soup, hint)
    freed(soup)
    title = facts.title or facts.page_title
    found = bodies(soup, title)
    alone = _is_single(facts, len(found), has_comments=bool(remarks)) or len(titled(found, title)) == 1
    if alone:
        yield from _single(found, soup, facts, place, remarks, hint)
    else:
        yield from _several(found, soup, facts, place)


def _as_html(soup: BeautifulSoup) -> None:
    """AMP's elements for media are HTML's under other names. In place."""
    for tag in soup.find_all([*_AMP, "amp-youtube"]):
        if tag.name == "amp-youtube":
            tag.attrs = {"src": f"https://www.youtube.com/embed/{tag.get('data-videoid', '')}"}
        tag.name = _AMP.get(tag.name, "iframe")
        if tag.name == "img":
            image = soup.new_tag("img")
            image.attrs = tag.attrs
            tag.replace_with(image)


def _hint(facts: Facts, soup: BeautifulSoup) -> dates.Hint:
    """How dates are to be read: the address may name the month, and the text its language if the page does not."""
    facts.put(language=language_of(soup.get_text(" ")))
    return dates.Hint(facts.language, month_of(facts.url))


def _blog(facts: Facts) -> Blog:
    url = facts.site_url or site_of(facts.url)
    return Blog(title=facts.site, url=url, language=facts.language, feeds=facts.feeds, system=facts.system)


def _no_post(soup: BeautifulSoup, facts: Facts, place: Place) -> Trouble | None:
    title = fold(facts.page_title)
    if "error404" in facts.kinds or NOT_FOUND.search(title):
        return Trouble(
            place, "page-not-found", "the page only says that there is no such page", "Save the post again, from its own address"
        )
    if "login" in facts.kinds or soup.find(id="loginform") is not None:
        return Trouble(place, "page-login", "the page asks for a password", "Log in, open the post and save it again")
    if SEARCHED.search(title) or "search-results" in facts.kinds or re.search(r"[?&]s=|/search\?q=", facts.url):
        return Trouble(place, "page-search", "the page is the result of a search", "Save the posts themselves")
    return None


def _is_single(facts: Facts, number: int, *, has_comments: bool) -> bool:
    """Is this the page of one post? The theme's word, then the address, then how many texts there are."""
    if facts.kinds & LISTS and not facts.kinds & (SINGLE - {"page"}):
        return number == 1 and has_comments
    if facts.kinds & SINGLE or any(name.startswith("postid-") for name in facts.kinds):
        return True
    path = urlsplit_path(facts.url)
    if facts.url and (path in {"", "/"} or LISTING.search(path)):
        return False
    return number == 1 or has_comments or bool(facts.kinds & {"og:article", "json-article"})


def _single(
    found: list[Tag], soup: BeautifulSoup, facts: Facts, place: Place, remarks: list[Remark], hint: dates.Hint
) -> Iterator[Item | Trouble]:
    body = best_of(found, facts.title or facts.page_title)
    near = around(body, bodies_within(found), soup.body or soup, alone=True)
    notes = put_near(facts, near, hint, alone=True)
    if len(squeezed(body.get_text())) == 0 and body.find(["img", "iframe", "video", "audio", "embed", "object"]) is None:
        yield Trouble(
            place,
            "page-empty",
            "no text of a post was found on the page",
            "Open the post in a browser, wait until it is shown, and save it again",
        )
        return
    told = remarks_in_lines(body, hint)
    item = post_item(body, facts, place, notes)
    yield item
    for number, remark in enumerate(remarks or told, 1):
        yield comment_item(remark, item, facts, number)


def _several(found: list[Tag], soup: BeautifulSoup, facts: Facts, place: Place) -> Iterator[Item | Trouble]:
    items, links, within = [], [], bodies_within(found)
    for body in found:
        own = Facts(language=facts.language, system=facts.system, blog_number=facts.blog_number)
        near = around(body, within, soup.body or soup, alone=False)
        notes = put_near(own, near, dates.Hint(facts.language), alone=False)
        own.url = joined(facts.url, own.url) if own.url else ""
        if _is_cut_off(body) or _goes_on(near.container, own.url) or not own.title:
            links.append(own.url or own.title)
        else:
            items.append(post_item(body, own, place, notes))
    yield from items
    if links or not items:
        what = f"the page lists posts, and of {len(links)} of them not the whole text" if links else "the page holds no post"
        named = [link for link in links if link][:_SHOWN]
        yield Trouble(place, "page-list", what, f"Save the posts themselves{': ' + ', '.join(named) if named else ''}")


def _goes_on(container: Tag, url: str) -> bool:
    """Does a link lead to the rest of the post that is at `url`?"""
    return any(str(link["href"]).partition("#")[0] == url for link in container.find_all("a", href=_JUMP))


def _is_cut_off(body: Tag) -> bool:
    names = " ".join(str(body.get("class", "")).split()) + " ".join(" ".join(inner.get("class") or ()) for inner in elements(body)[:40])
    return (
        bool(re.search(r"snippet|excerpt|entry-summary|p-summary", names))
        or CUT_OFF.search(fold(squeezed(body.get_text(" "))[-200:])) is not None
    )
