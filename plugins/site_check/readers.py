"""What feed readers keep of an entry's HTML, from their own source. Data, and how to look.

One version of each was read; newer ones may differ. A tag that is not kept leaves its text, unless its content is dropped as well. A
link whose scheme is not kept stays as text without an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .markup import End, Event, Start, Text, events_of, html_of, without
from .pages import VOID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINKS = frozenset({"href", "src", "poster", "cite"})


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Reader:
    """A feed reader. `source` is where its rules were read; `link_schemes` are those of `a`, `image_schemes` those of `img`."""

    name: str
    title: str
    source: str
    tags: frozenset[str]
    attributes: frozenset[str]
    link_schemes: frozenset[str]
    image_schemes: frozenset[str]
    drops_content_of: frozenset[str]
    drops_hidden: bool = False
    blocked: tuple[str, ...] = ()
    """A link that contains one of these is not kept."""
    empties_links: bool = False
    """A link that is not kept has an empty address instead of none."""

    def keeps_url(self, tag: str, url: str) -> bool:
        """Whether an address survives on this tag; one without a scheme always does."""
        scheme, colon, _ = url.strip().partition(":")
        schemes = self.image_schemes if tag == "img" else self.link_schemes
        is_relative = not colon or not scheme.replace("+", "").replace("-", "").replace(".", "").isalnum()
        return (is_relative or scheme.lower() in schemes) and not any(part in url for part in self.blocked)

    def kept_attributes(self, start: Start) -> tuple[tuple[str, str], ...]:
        """What is left of a tag's attributes."""
        kept = ((name, value) for name, value in start.attributes if name in self.attributes)
        return tuple(
            (name, value if name not in _LINKS or self.keeps_url(start.tag, value) else "")
            for name, value in kept
            if name not in _LINKS or self.empties_links or self.keeps_url(start.tag, value)
        )


_TEXT = "a blockquote br caption cite code dd dl dt em h1 h2 h3 h4 h5 h6 img li ol p pre q strong sub sup table td th thead tr ul "

READERS = {
    reader.name: reader
    for reader in (
        Reader(
            name="miniflux",
            title="Miniflux",
            source="miniflux/v2 internal/reader/sanitizer/sanitizer.go @01ab636",
            tags=_words(
                _TEXT
                + "abbr acronym audio del dfn figcaption figure iframe ins kbd picture rp rt rtc ruby s samp source time var video wbr"
            ),
            attributes=_words("href title id src alt srcset sizes width height cite datetime rowspan colspan type media poster"),
            link_schemes=_words(
                "apt bitcoin callto dav davs ed2k facetime feed ftp geo git gopher hack http https irc irc6 ircs itms itms-apps magnet"
                " mailto news nntp opener rtmp sftp sip sips skype spotify ssh steam svn svn+ssh tel webcal xmpp"
            ),
            image_schemes=_words("http https data"),
            drops_content_of=_words("noscript script style"),
            drops_hidden=True,
            blocked=(
                "feedsportal.com",
                "api.flattr.com",
                "stats.wordpress.com",
                "plus.google.com/share",
                "twitter.com/share",
                "feeds.feedburner.com",
            ),
        ),
        Reader(
            name="feedbin",
            title="Feedbin",
            source="feedbin/feedbin app/models/content_formatter.rb @046520a",
            tags=_words(
                _TEXT.replace(" caption", "").replace(" cite", "")
                + "audio b del details div figcaption figure h7 h8 hr i iframe ins kbd rp rt ruby s samp small source strike summary tbody"
                " tfoot tt var video"
            ),
            attributes=_words(
                "href src longdesc alt title lang dir width height cite datetime colspan rowspan start type id open name rel"
            ),
            link_schemes=_words("http https mailto"),
            image_schemes=_words("http https data"),
            drops_content_of=_words("embed object script style"),
        ),
        Reader(
            name="commafeed",
            title="CommaFeed",
            source="Athou/commafeed FeedEntryContentCleaningService.java @1b1a3f4",
            tags=_words(_TEXT + "b col colgroup div i iframe small strike tbody tfoot u"),
            attributes=_words("href title alt height src width style cite start type border summary abbr axis colspan rowspan scope dir"),
            link_schemes=_words("ftp http https magnet mailto"),
            image_schemes=_words("http https"),
            drops_content_of=_words("script style"),
        ),
        Reader(
            name="feedparser",
            title="feedparser",
            source="kurtmckee/feedparser feedparser/sanitizer.py @01c4b64, urls.py",
            tags=_words(
                _TEXT
                + "abbr acronym address article aside audio b big button center col colgroup del details dfn dialog div fieldset figcaption"
                " figure font footer form header hr i input ins kbd label legend map menu meter nav noscript option output"
                " progress rp rt ruby"
                " s samp section select small source span strike tbody textarea tfoot time tt u var video"
            ),
            attributes=_words(
                "href title id class src alt width height hidden lang dir rel start type cite datetime colspan rowspan open name"
            ),
            link_schemes=_words(
                "aim callto cvs facetime feed file ftp git gopher gtalk h323 hdl http https imap irc irc6 ircs itms magnet mailto mms msnim"
                " news nntp prospero rsync rtsp rtspu sftp shttp sip sips skype smb snews ssh svn svn+ssh telnet wais ymsg"
            ),
            image_schemes=_words("http https"),
            drops_content_of=_words("applet script style"),
            empties_links=True,
        ),
        Reader(
            name="freshrss",
            title="FreshRSS",
            source="FreshRSS/FreshRSS app/Models/SimplePieCustom.php",
            tags=_words(
                _TEXT + "abbr acronym address article aside audio b bdi bdo big button center col colgroup data del details dfn dialog div"
                " fieldset figcaption figure footer header hgroup hr i iframe ins kbd label legend main mark menu meter nav nobr option"
                " output picture progress rp rt ruby s samp search section select small source span strike summary tbody"
                " textarea tfoot time tt u"
                " var video wbr"
            ),
            attributes=_words(
                "href hreflang title src alt width height hidden lang dir role start type value cite datetime colspan rowspan open"
            ),
            link_schemes=_words("geo http https mailto sms tel webcal"),
            image_schemes=_words("http https"),
            drops_content_of=_words("script style"),
        ),
    )
}
"""The readers by name."""


def kept_by(reader: Reader | str, content: str) -> str:
    """The HTML that is left of `content` in this reader. KeyError for a name that is not in READERS."""
    return html_of(kept(READERS[reader] if isinstance(reader, str) else reader, events_of(content)))


def kept(reader: Reader, events: Iterable[Event]) -> Iterator[Event]:
    """What is left of an entry in this reader; texts are the same objects as before."""
    for event in without(events, reader.drops_content_of, is_hidden_kept=not reader.drops_hidden):
        if isinstance(event, Text):
            yield event
        elif isinstance(event, Start) and event.tag in reader.tags:
            yield Start(event.tag, reader.kept_attributes(event), event.line, event.source) if event.attributes else event
        elif isinstance(event, End) and event.tag in reader.tags and event.tag not in VOID:
            yield event
