"""What feed readers keep of an entry's HTML, from their own source. Data, and how to look.

One version of each was read; newer ones may differ. A tag that is not kept leaves its text, unless its content is dropped as well. A
link whose scheme is not kept stays as text without an address.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from html.parser import HTMLParser

from .pages import VOID

_LINKS = frozenset({"href", "src", "poster", "cite"})


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Reader:
    """A feed reader. `source` is where its rules were read; `link_schemes` are those of `a`, `image_schemes` those of `img`."""

    name: str
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


_TEXT = "a blockquote br caption cite code dd dl dt em h1 h2 h3 h4 h5 h6 img li ol p pre q strong sub sup table td th thead tr ul "

READERS = {
    reader.name: reader
    for reader in (
        Reader(
            name="miniflux",
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
            source="Athou/commafeed FeedEntryContentCleaningService.java @1b1a3f4",
            tags=_words(_TEXT + "b col colgroup div i iframe small strike tbody tfoot u"),
            attributes=_words("href title alt height src width style cite start type border summary abbr axis colspan rowspan scope dir"),
            link_schemes=_words("ftp http https magnet mailto"),
            image_schemes=_words("http https"),
            drops_content_of=_words("script style"),
        ),
        Reader(
            name="feedparser",
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
    sanitizer = _Sanitizer(READERS[reader] if isinstance(reader, str) else reader)
    sanitizer.feed(content)
    sanitizer.close()
    return "".join(sanitizer.kept)


class _Sanitizer(HTMLParser):
    def __init__(self, reader: Reader) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self._reader = reader
        self._dropping: list[str] = []
        """Elements that have begun inside one whose content goes, that one first."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_hidden = self._reader.drops_hidden and any(name == "hidden" for name, _ in attrs)
        if (self._dropping or is_hidden or tag in self._reader.drops_content_of) and tag not in VOID:
            self._dropping.append(tag)
        elif not self._dropping and not is_hidden and tag in self._reader.tags:
            self.kept.append(f"<{tag}{self._attributes(tag, attrs)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._dropping:
            while self._dropping.pop() != tag:
                pass
        elif not self._dropping and tag in self._reader.tags and tag not in VOID:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self.kept.append(html.escape(data, quote=False))

    def _attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> str:
        kept = [(name, value or "") for name, value in attrs if name in self._reader.attributes]
        return "".join(
            f' {name}="{html.escape(self._url(tag, value) if name in _LINKS else value)}"'
            for name, value in kept
            if self._stays(tag, name, value)
        )

    def _stays(self, tag: str, name: str, value: str) -> bool:
        return name not in _LINKS or self._reader.empties_links or self._reader.keeps_url(tag, value)

    def _url(self, tag: str, value: str) -> str:
        return value if self._reader.keeps_url(tag, value) else ""
