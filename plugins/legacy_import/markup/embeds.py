"""What other sites were to show within a text: films become links, trackers go, and everything else is told with its address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from ..model import Action, Note
from .canonical import new
from .elements import attribute, elements_in, living

if TYPE_CHECKING:
    from bs4 import Tag

_SITES = (
    (r"(?:www\.)?youtube(?:-nocookie)?\.com/(?:embed|v|shorts|live)/([\w-]{6,})", "https://www.youtube.com/watch?v={}"),
    (r"(?:www\.)?youtube(?:-nocookie)?\.com/embed/?(?:videoseries)?\?(?:.*&)?list=([\w-]+)", "https://www.youtube.com/playlist?list={}"),
    (r"(?:www\.)?youtube\.com/watch\?(?:.*&)?v=([\w-]{6,})", "https://www.youtube.com/watch?v={}"),
    (r"player\.vimeo\.com/video/(\d+)", "https://vimeo.com/{}"),
    (r"(?:www\.)?vimeo\.com/moogaloop\.swf\?(?:.*&)?clip_id=(\d+)", "https://vimeo.com/{}"),
    (r"(?:www\.|geo\.)?dailymotion\.com/(?:embed/video|swf(?:/video)?)/([\w-]+)", "https://www.dailymotion.com/video/{}"),
    (r"embed(?:-ssl)?\.ted\.com/(?:talks/)?([\w/.-]+?)(?:\.html)?(?:\?|$)", "https://www.ted.com/talks/{}"),
    (r"videopress\.com/(?:embed|v)/(\w+)", "https://videopress.com/v/{}"),
    (r"open\.spotify\.com/embed(?:-podcast)?/([\w/]+)", "https://open.spotify.com/{}"),
    (r"archive\.org/embed/([\w.-]+)", "https://archive.org/details/{}"),
    (r"(?:www\.)?slideshare\.net/slideshow/embed_code/(?:key/)?(\w+)", "https://www.slideshare.net/slideshow/embed_code/key/{}"),
    (r"player\.twitch\.tv/\?(?:.*&)?video=v?(\d+)", "https://www.twitch.tv/videos/{}"),
)
_PATTERNS = [(re.compile(r"(?:https?:)?//" + pattern, re.IGNORECASE), address) for pattern, address in _SITES]
_NO_TITLES = re.compile(
    r"(?:youtube|vimeo|dailymotion)?\s*(?:video)?\s*player|embedded (?:content|post|video)|iframe|video|untitled", re.IGNORECASE
)

_TRACKERS = re.compile(
    r"//(?:[\w.-]+\.)?(?:feeds\.feedburner\.com/~|feedproxy\.google\.com/~|feeds\.wordpress\.com/1\.0/|pixel\.wp\.com|stats\.wordpress\.com"
    r"|b\.gif|blogger\.googleusercontent\.com/tracker|googleusercontent\.com/(?:tracker|blogger_img_proxy)|doubleclick\.net|statcounter\.com"
    r"|sitemeter\.com|assoc-amazon\.[\w.]+/e/ir|ir-[\w-]+\.amazon|feedsportal\.com|quantserve\.com|technorati\.com/pixel|google-analytics\.com"
    r"|scorecardresearch\.com|zemanta\.com|pheedo\.com|rss\.buysellads\.com|wp\.com/latex\.php\?pixel|paypal(?:objects)?\.com/[\w/]*pixel\.gif)",
    re.IGNORECASE,
)
_START = re.compile(r"[?&#;](?:t|start)=((?:\d+[hms]?){1,3})(?![\w])")
_LONE_ADDRESS = re.compile(r"https?://[^\s<>]{4,500}")
_GIST = re.compile(r"(?:https?:)?//(gist\.github\.com/[\w-]+/\w+)\.js")
_BACKGROUND = re.compile(r"background-image\s*:\s*url\(\s*[\"']?(https?://[^\"')\s]+)", re.IGNORECASE)
_TINY = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)", re.IGNORECASE)
_GIVEN_LATER = ("data-lazy-src", "data-src", "data-original", "data-orig-file", "data-large-file")


def resolve_embeds(tree: Tag) -> list[Note]:
    """Change the tree in place; returns what was taken out."""
    notes: list[Note] = []
    for tag in living(tree.find_all("object")):
        _replace(tag, _flash_address(tag), notes)
    for tag in living(tree.find_all(["iframe", "embed", "frame"])):
        if tag.find_parent("noscript") is None:
            _replace(tag, _source(tag), notes)
    for tag in living(tree.find_all("form")):
        notes.append(
            Note(Action.DROPPED, "markup-form", "a form has nowhere to go", attribute(tag, "action") or tag.get_text(" ", strip=True))
        )
        tag.decompose()
    _link_shown_posts(tree)
    for tag in living(tree.find_all(["script", "noscript", "style", "template", "applet"])):
        if address := attribute(tag, "src"):
            notes.append(Note(Action.DROPPED, "markup-script", "a script of another site", address))
        tag.decompose()
    return [*notes, *_tidy_pictures(tree)]


def _link_shown_posts(tree: Tag) -> None:
    """A post of a network or a piece of code that a script was to show becomes a link to it; a cover's picture a picture."""
    for tag in living(tree.select(".fb-post[data-href], .fb-video[data-href], script[src]")):
        gist = _GIST.match(attribute(tag, "src"))
        address = f"https://{gist[1]}" if gist else attribute(tag, "data-href")
        if _LONE_ADDRESS.fullmatch(address) and not tag.get_text(strip=True):
            line, link = new("p"), new("a", href=address)
            link.string = address
            line.append(link)
            tag.replace_with(line)
    for tag in living(tree.select(".wp-block-cover[style]")):
        if (found := _BACKGROUND.search(attribute(tag, "style"))) and not tag.find("img"):
            line = new("p")
            line.append(new("img", src=found[1], alt=""))
            tag.insert(0, line)


def link_lone_addresses(tree: Tag) -> None:
    """An address that is all of a paragraph, which WordPress would have shown as a film or a card, becomes a link."""
    for paragraph in living(tree.find_all("p")):
        text = paragraph.get_text().strip()
        if _LONE_ADDRESS.fullmatch(text) and not elements_in(paragraph):
            link = new("a", href=film_address(text) or text)
            link.string = film_address(text) or text
            paragraph.clear()
            paragraph.append(link)


def _source(tag: Tag) -> str:
    return attribute(tag, "src") or next((attribute(tag, key) for key in _GIVEN_LATER if attribute(tag, key)), "")


def _flash_address(tag: Tag) -> str:
    movie = tag.find("param", attrs={"name": re.compile("^(?:movie|src)$", re.IGNORECASE)})
    inner = tag.find(["embed", "iframe"])
    return (attribute(movie, "value") if movie else "") or attribute(tag, "data") or (_source(inner) if inner else "")


def _replace(tag: Tag, address: str, notes: list[Note]) -> None:
    """A film becomes a paragraph with a link; anything else goes, and is told."""
    film = film_address(address)
    title = attribute(tag, "title").strip()
    if film:
        link = new("a", href=film)
        link.string = title if title and not _NO_TITLES.fullmatch(title) else film
        line = new("p")
        line.append(link)
        tag.replace_with(line)
        notes.append(Note(Action.CHANGED, "markup-embed", "a film is a link now", film))
        return
    if address or title:
        notes.append(Note(Action.DROPPED, "markup-embed", f"<{tag.name}> of another site", address or title))
    tag.decompose()


def film_address(address: str) -> str:
    """The page of a film or a recording, from the address of its player; empty if the site is not known."""
    if "w.soundcloud.com/player" in address:
        found = parse_qs(urlsplit(address).query).get("url", [""])[0]
        return found if found.startswith("https://soundcloud.com/") else ""
    for pattern, page in _PATTERNS:
        if match := pattern.match(unquote(address.strip())):
            return page.format(match[1]) + (_start(address) if "youtube.com/watch" in page else "")
    return ""


def _start(address: str) -> str:
    """From where in the film it was to be seen: `start=90` of a player, `t=1m30s` of a page."""
    found = _START.search(address)
    return f"&t={found[1]}" if found else ""


def _tidy_pictures(tree: Tag) -> list[Note]:
    """Pictures that were to load late have their address, and those that only count readers are gone."""
    notes = []
    for picture in living(tree.find_all("img")):
        source = attribute(picture, "src").strip()
        if not source or source.startswith("data:"):
            later = next((attribute(picture, key) for key in _GIVEN_LATER if attribute(picture, key)), "")
            source = later or source or attribute(picture, "srcset").split(" ")[0].rstrip(",")
            picture["src"] = source
        if _is_tracker(picture, source):
            notes.append(Note(Action.DROPPED, "markup-tracker", "a picture that only counts readers", source[:200]))
            link = picture.find_parent("a")
            picture.decompose()
            if link is not None and not link.get_text(strip=True) and not link.find("img"):
                link.decompose()
    return notes


def _is_tracker(picture: Tag, source: str) -> bool:
    sizes = {attribute(picture, key).strip().removesuffix("px") for key in ("width", "height")}
    return bool(sizes & {"0", "1"}) or bool(_TINY.search(attribute(picture, "style"))) or bool(_TRACKERS.search(source)) or not source
