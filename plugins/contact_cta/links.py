"""Links to people: mail, telephone, text message, web mail, and a letter that passes an article on.

Every function takes what an author or a title says and gives a URL in ASCII that holds just that: no text can add a header, a second
recipient or a line. For HTML the URL still needs its `&` escaped, which an autoescaping template does. Rules: RFC 6068 (mailto), RFC 3966
(tel), RFC 5724 (sms).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import quote

from .model import Link, Phone
from .plain_text import one_line, several_lines
from .web_address import LONGEST, SafeUrl, UnsafeUrlError, ascii_host, safe_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .webmail import Webmail

__all__ = ["SafeUrl", "UnsafeUrlError", "mailto", "pass_on", "safe_url", "sms", "subject_line", "tel", "webmail_links"]

_LONGEST_ADDRESS = 762
"""Characters of an escaped address: RFC 5321 allows 254 octets, an escape has three characters each."""
_LONGEST_SUBJECT = 1000
"""Characters of an escaped subject, so that a body always has room behind it."""
_CUT = "…"
_E164 = re.compile(r"\+[1-9][0-9]{1,14}")
_WHITE_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# Variation selectors, skin tones and the joiner belong to the character before them.
_JOINER = "\u200d"
_CLINGING = re.compile("[\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


def mailto(address: str, *, subject: str = "", body: str = "") -> str:
    """A letter to `address`, to nobody yet if that is empty: up to 2,000 characters, blanks as `%20`, the body's line breaks as `%0D%0A`.

    A text that does not fit is shortened at a character and ends in `…`. UnsafeUrlError if `address` is not one address.
    """
    link = _with_field(f"mailto:{_recipient(address)}", "subject", one_line(subject))
    return _with_field(link, "body", several_lines(body), most=LONGEST)


def subject_line(text: str, *, code: str = "") -> str:
    """`text` as a subject that `mailto` and `webmail_links` carry whole, with the reply code, if any, in brackets behind it."""
    end = f" [{one_line(code)}]" if one_line(code) else ""
    line, room = one_line(text), _LONGEST_SUBJECT - len(_escaped(end))
    return ((line if len(_escaped(line)) <= room else _shortened(line, room)) + end).strip()


def pass_on(title: str, url: str) -> str:
    """A letter without a recipient, its subject `title`, its only line `url`. A title that is too long is shortened, a URL never."""
    body = _escaped(one_line(url))
    room = LONGEST - len("mailto:?subject=&body=") - len(body)
    if room < 0:
        return mailto("", subject=title)
    subject = _escaped_within(min(room, _LONGEST_SUBJECT), one_line(title))
    return f"mailto:?subject={subject}&body={body}" if subject else f"mailto:?body={body}"


def tel(phone: Phone) -> str:
    """A call: `tel:+12025550143`. UnsafeUrlError if the number is not E.164."""
    return f"tel:{_digits(phone)}"


def sms(phone: Phone) -> str:
    """A text message, without a body since phones disagree on how to begin one. UnsafeUrlError if the number is not E.164."""
    return f"sms:{_digits(phone)}"


def webmail_links(address: str, subject: str, services: Iterable[Webmail]) -> tuple[Link, ...]:
    """A letter to `address` as each of `services` opens it, in their order; none without an address. UnsafeUrlError as in `mailto`."""
    recipient, line = _recipient(address).replace("@", "%40"), one_line(subject)
    if not recipient:
        return ()
    return tuple(Link(_filled_in(service.pattern, recipient, line), service.label) for service in services)


def _filled_in(pattern: str, recipient: str, subject: str) -> str:
    start = pattern.replace("{address}", recipient)
    room = LONGEST - len(start.replace("{subject}", ""))
    return start.replace("{subject}", _escaped_within(min(room, _LONGEST_SUBJECT), subject))


@lru_cache(maxsize=1024)
def _recipient(address: str) -> str:
    """`address` escaped, its domain in ASCII; its last @ is the only one that stays."""
    stripped = address.strip()
    if not stripped:
        return ""
    local, at, domain = stripped.rpartition("@")
    if not (local and at and domain) or _WHITE_OR_CONTROL.search(stripped):
        raise UnsafeUrlError(address, "this is not one email address. Write it as in ann@example.com")
    recipient = f"{quote(local, safe='')}@{ascii_host(domain)}"
    if len(recipient) > _LONGEST_ADDRESS:
        raise UnsafeUrlError(address, "no email address is that long. Write it as in ann@example.com")
    return recipient


def _digits(phone: Phone) -> str:
    if not _E164.fullmatch(phone.e164):
        raise UnsafeUrlError(phone.e164, "this is not a number with its country code. Write it as in +12025550143")
    return phone.e164


def _with_field(link: str, name: str, text: str, *, most: int = _LONGEST_SUBJECT) -> str:
    """`link` with one more header field of at most `most` escaped characters; none if there is nothing to say."""
    start = f"{link}{'&' if '?' in link else '?'}{name}="
    value = _escaped_within(min(most, LONGEST - len(start)), text)
    return start + value if value else link


def _escaped_within(room: int, text: str) -> str:
    """`text` escaped, and before that shortened if the outcome would be longer than `room`."""
    escaped = _escaped(text)
    return escaped if len(escaped) <= room else _escaped(_shortened(text, room))


def _shortened(text: str, room: int) -> str:
    """As much of `text` as has an escaped form that fits into `room` with a mark for what is missing."""
    space = room - len(_escaped(_CUT))
    sizes = accumulate(len(_escaped(character)) for character in text[: max(space, 0)])
    end = sum(size <= space for size in sizes)
    while end and _belongs_together(text[end - 1], text[end]):
        end -= 1
    return text[:end].rstrip() + _CUT if space >= 0 else ""


def _belongs_together(before: str, after: str) -> bool:
    return before == _JOINER or bool(unicodedata.combining(after) or _CLINGING.match(after))


@lru_cache(maxsize=64)  # an article's subject goes into a letter and into every service of web mail
def _escaped(text: str) -> str:
    return quote(text, safe="").replace("%0A", "%0D%0A")
