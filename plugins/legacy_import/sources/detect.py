"""What a file is, by how it begins, whatever its name says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from .encodings import encoding_of
from .lexing import Lexer
from .repairs import Repairs

HEAD = 1 << 16
"""How many bytes of a file are looked at."""

_EXPORT = "Give the export as the old blog made it, a feed, a saved page, or plain text"


class Form(Enum):
    """What a source may be; `OTHER` is nothing that can be read."""

    XML = auto()
    JSON = auto()
    PAGE = auto()
    MAIL = auto()
    """A page that a browser saved as one file, `.mht` or `.mhtml`."""
    TEXT = auto()
    ZIP = auto()
    GZIP = auto()
    TAR = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Seen:
    """The form of a file; of `OTHER` also what it seems to be and what to give instead."""

    form: Form
    what: str = ""
    fix: str = _EXPORT
    has_preamble: bool = False
    """Whether something stands before an export begins."""


_UNPACK = "Unpack it, and give what was in it"
_MAGIC = (
    (0, b"PK\x03\x04", Seen(Form.ZIP)),
    (0, b"PK\x05\x06", Seen(Form.ZIP)),
    (0, b"\x1f\x8b", Seen(Form.GZIP)),
    (257, b"ustar", Seen(Form.TAR)),
    (0, b"BZh", Seen(Form.OTHER, "a bzip2 archive", _UNPACK)),
    (0, b"\xfd7zXZ", Seen(Form.OTHER, "an xz archive", _UNPACK)),
    (0, b"7z\xbc\xaf", Seen(Form.OTHER, "a 7-Zip archive", _UNPACK)),
    (0, b"Rar!", Seen(Form.OTHER, "a RAR archive", _UNPACK)),
    (0, b"%PDF", Seen(Form.OTHER, "a PDF")),
    (0, b"\xff\xd8\xff", Seen(Form.OTHER, "a picture")),
    (0, b"\x89PNG", Seen(Form.OTHER, "a picture")),
    (0, b"GIF8", Seen(Form.OTHER, "a picture")),
    (8, b"WEBP", Seen(Form.OTHER, "a picture")),
    (4, b"ftyp", Seen(Form.OTHER, "a film or sound")),
    (0, b"ID3", Seen(Form.OTHER, "a sound")),
    (0, b"SQLite format 3", Seen(Form.OTHER, "a database")),
    (0, b"bplist00", Seen(Form.OTHER, "a web archive of Safari", "Save the page as source text instead")),
    (0, b"\xd0\xcf\x11\xe0", Seen(Form.OTHER, "a document of an old Office", "Save it as plain text or HTML")),
    (0, b"{\\rtf", Seen(Form.OTHER, "a rich text document", "Save it as plain text or HTML")),
)
_DUMP = re.compile(r"(?:-- (?:MySQL|MariaDB|phpMyAdmin|PostgreSQL)|/\*!40|(?:CREATE|DROP) TABLE |INSERT INTO )", re.IGNORECASE)
_JSON = re.compile(r"""[{\[]\s*(?:["{\[\]}]|$)""")
_MAIL = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE)
_TEMPLATE = re.compile(r"<\$Blog|<MainPage>|<b:(?:skin|section|template-skin|include|widget)\b|\bexpr:\w+=")
"""Pages that Blogger made of a template name its namespaces too, but have none of its tags any more."""
_BEGINNINGS = frozenset({"rss", "feed", "rdf", "channel", "item", "entry"})
_NAMES = (
    "html head body title meta link style script base div p a b i em strong span h1 h2 h3 h4 h5 h6 ul ol li table tbody tr td br hr img "
    "center font article section main header footer nav aside blockquote pre form iframe noscript small big u figure details dl"
)
_HTML = frozenset(_NAMES.split())
_BLOCKS = re.compile(r"</(?:p|div|li|h[1-6]|td|blockquote)\s*>|<br\s*/?>", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_OTHER_XML = {
    "opml": "a list of feeds (OPML)",
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
    "svg": "a drawing (SVG)",
    "plist": "a property list",
}


def form_of(head: bytes) -> Seen:
    """What begins with these bytes, the first HEAD of a file or all of it."""
    for at, magic, seen in _MAGIC:
        if head.startswith(magic, at):
            return seen
    text = head.decode(encoding_of(head), errors="replace").lstrip("\ufeff\x00 \t\r\n")
    if not text:
        return Seen(Form.OTHER, "an empty file")
    return _text_form(text, is_mail=bool(_MAIL.match(text[:4096].replace("\r\n", "\n"))))


def _text_form(text: str, *, is_mail: bool) -> Seen:
    if is_mail:
        return Seen(Form.MAIL)
    if _JSON.match(text):
        return Seen(Form.JSON)
    if _DUMP.match(text):
        return Seen(Form.OTHER, "a dump of a database", "Give WordPress's own export instead: Tools, Export, All content")
    seen = _markup_form(text)
    if seen:
        return seen
    if len(_CONTROLS.findall(text)) > len(text) / 100:
        return Seen(Form.OTHER, "no text")
    return Seen(Form.PAGE if len(_BLOCKS.findall(text)) > 1 else Form.TEXT)


def _markup_form(text: str) -> Seen | None:
    """By the first tag; or by a feed that begins somewhere, for servers write warnings before it."""
    tags = list(_first_tags(text))
    feed = next(
        (at for at, (name, said) in enumerate(tags) if name in _BEGINNINGS and (not at or "xmlns" in said or "version" in said)), None
    )
    if _TEMPLATE.search(text) and feed is None:
        return Seen(Form.OTHER, "a template of Blogger")
    begins = text.startswith("<")
    if feed is not None and (begins or tags[feed][1]) and not any(name in {"html", "body"} for name, _ in tags[:feed]):
        return Seen(Form.XML, has_preamble=feed > 0 or not begins)
    if not begins or not tags:
        return None
    first = tags[0][0]
    if first in _HTML or text[:9].lower() == "<!doctype" or ("-" in first and not text.startswith("<?xml")):
        return Seen(Form.PAGE)
    if text.startswith("<?xml") or "xmlns" in tags[0][1] or first in _OTHER_XML:
        return Seen(Form.OTHER, _OTHER_XML.get(first, f"XML of another kind ({first[:30]})"))
    return None


def _first_tags(text: str, most: int = 60) -> list[tuple[str, str]]:
    """Local names and attributes of the first start tags."""
    found: list[tuple[str, str]] = []
    for token in Lexer(iter([text]), Repairs("")).tokens():
        if token.kind == "start":
            found.append((token.name.rpartition(":")[2].lower(), token.text))
            if len(found) == most:
                break
    return found
