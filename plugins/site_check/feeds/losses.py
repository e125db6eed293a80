"""Rules on what Miniflux, Feedbin, CommaFeed, feedparser and FreshRSS leave of an entry: the way to reply, pictures, links, text."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..markup import Comment, Start
from ..model import Hit, Severity
from ..readers import READERS
from ..requests import address
from .site import needle_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..config import CheckConfig
    from .site import FullContent, Shown

MARKER = "invitation"
"""The comment behind which an entry's invitation begins."""

REPLIES = frozenset({"mailto", "tel", "sms"})
"""Schemes of addresses at which a person answers."""

_NUMBER = re.compile(r"[+(]?\d[\d\s().\-/\u2010-\u2015\u202f]*")
_SIGNIFICANT = 7  # digits; before them a number may be written with or without the country's code
_LONGEST = 50  # characters of a lost text in a message


def no_reply(content: FullContent, _config: CheckConfig) -> Iterator[Hit]:
    """An entry that ends without a way to answer, in a site whose authors have cards."""
    if content.needs_reply and not any(_invites(event) for event in content.events) and not _behind_marker(content):
        what = f"In feeds {content.entry.name} has no way to reply to its author."
        fix = "Let the feed's plugin add the invitation, or write `Cta: none` if there shall be none."
        path, line = (content.article.text.path, content.article.line("title")) if content.article else ("", content.html.line)
        yield Hit(line, what, fix, path=path)


def lost_reply(content: FullContent, config: CheckConfig) -> Iterator[Hit]:
    """A mail address or number that some readers do not show; a link alone is no way to reply where it is dropped."""
    for link in _distinct(content.meant.links):
        scheme = address(link.get("href"))[0]
        readers = _without(content.shown, partial(_is_reachable, link.get("href"))) if scheme in REPLIES else ""
        if readers:
            what = f"{readers} not show {_called(link.get('href'))}."
            severity = None if scheme != "mailto" or _is_invitation(link, content) else Severity.WARNING
            fix = "Write it out in the text as well, since not everybody can follow such a link."
            yield Hit(content.html.line_at(link.line), what, fix, needle=needle_of(link.get("href"), config), severity=severity)


def lost_picture(content: FullContent, config: CheckConfig) -> Iterator[Hit]:
    """A picture that some readers leave out."""
    for picture in _distinct(content.meant.pictures):
        source = picture.get("src")
        readers = _without(content.shown, partial(_pictures, source))
        if readers:
            what = f"{readers} not show the picture {_short(source)}."
            fix = "Save it as a file in content/images and link to that, with nothing hidden around it."
            yield Hit(content.html.line_at(picture.line), what, fix, needle=needle_of(source, config))


def lost_link(content: FullContent, config: CheckConfig) -> Iterator[Hit]:
    """A link that leads nowhere in some readers; with another scheme than that of the web it is only a warning."""
    for link in _distinct(content.meant.links):
        target = link.get("href")
        scheme = address(target)[0]
        readers = _without(content.shown, partial(_leads_to, target))
        if readers and scheme not in REPLIES:
            what = f"{readers} not keep where a link leads, {_short(target)}."
            severity = None if scheme in {"", "http", "https"} else Severity.WARNING
            fix = "Link to a page that tells the same, or write the address out."
            yield Hit(content.html.line_at(link.line), what, fix, needle=needle_of(target, config), severity=severity)


def lost_text(content: FullContent, _config: CheckConfig) -> Iterator[Hit]:
    """A text that some readers leave out, with the element that it is in."""
    kept = {name: {id(text) for text in shown.texts} for name, shown in content.shown.items()}
    lost: dict[tuple[str, ...], list[int]] = {}
    for number, text in enumerate(content.meant.texts):
        readers = tuple(name for name in kept if text.data.strip() and id(text) not in kept[name])
        if readers:
            lost.setdefault(readers, []).append(number)
    for readers, (number, *_) in lost.items():
        text = content.meant.texts[number]
        words = " ".join(text.data.split())
        what = f"{_verbed(readers)} not show the text “{_short(words)}”."
        needle = text.data.strip().split("\n")[0]
        yield Hit(content.html.line_at(text.line), what, "Put it into a plain paragraph.", needle=needle)


def _invites(event: object) -> bool:
    """Whether this is a link by which a person is reached: an address, a number, or a card to save."""
    if not isinstance(event, Start) or event.tag != "a":
        return False
    href = event.get("href")
    scheme = address(href)[0]
    is_card = scheme in {"http", "https"} and href.lower().endswith(".vcf")
    return is_card or (scheme in REPLIES and not href.partition(":")[2].startswith("?"))  # `mailto:?body=…` is for passing on


def _behind_marker(content: FullContent) -> bool:
    """Whether any link stands behind the comment that begins the invitation."""
    seen = False
    for event in content.events:
        seen = seen or (isinstance(event, Comment) and event.data.strip() == MARKER)
        if seen and isinstance(event, Start) and event.tag == "a" and event.get("href"):
            return True
    return False


def _is_invitation(link: Start, content: FullContent) -> bool:
    """Whether a link belongs to the invitation, which is everything where no comment says where it begins."""
    marks = [number for number, event in enumerate(content.events) if isinstance(event, Comment) and event.data.strip() == MARKER]
    return not marks or any(event is link for event in content.events[marks[0] :])


def _leads_to(url: str, shown: Shown) -> bool:
    return any(kept.get("href") == url for kept in shown.links)


def _pictures(url: str, shown: Shown) -> bool:
    return any(kept.get("src") == url for kept in shown.pictures)


def _is_reachable(url: str, shown: Shown) -> bool:
    """Whether a reader shows an address or number as text; a mail link must lead there as well."""
    scheme, _, rest = url.partition(":")
    where = unquote(rest.partition("?")[0])
    if scheme.lower() == "mailto":
        return _leads_to(url, shown) and all(_is_written(one.strip(), shown.text) for one in where.split(",") if one.strip())
    digits = re.sub(r"\D", "", where.partition(";")[0])
    return any(number.endswith(digits[-_SIGNIFICANT:]) for number in _numbers(shown.text))


@lru_cache(maxsize=len(READERS))  # readers mostly show the same text
def _numbers(text: str) -> tuple[str, ...]:
    """All that may be telephone numbers, digits only."""
    return tuple(re.sub(r"\D", "", number) for number in _NUMBER.findall(text))


def _is_written(mail: str, text: str) -> bool:
    """Whether a mail address is in a text, its domain in any of its two spellings."""
    name, _, domain = mail.rpartition("@")
    return any(f"{name}@{spelling}".lower() in text.lower() for spelling in (domain, _international(domain)))


def _international(domain: str) -> str:
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain


def _distinct(elements: Iterable[Start]) -> Iterator[Start]:
    """Each address once."""
    seen: dict[str, Start] = {}
    for element in elements:
        seen.setdefault(element.get("href") or element.get("src"), element)
    return iter(seen.values())


def _without(shown: Mapping[str, Shown], is_kept: Callable[[Shown], bool]) -> str:
    """The readers that do not keep it as the subject of a sentence, with its verb; empty if all do."""
    return _verbed([name for name, what in shown.items() if not is_kept(what)])


def _verbed(names: Iterable[str]) -> str:
    *some, last = names or [""]
    return f"{', '.join(some)} and {last} do" if some else f"{last} does" if last else ""


def _called(url: str) -> str:
    scheme, _, rest = url.partition(":")
    where = unquote(rest.partition("?")[0])
    return f"the address {where}" if scheme.lower() == "mailto" else f"the number {where}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
