"""What the old posts say of their author, as a card to take over by hand: nothing of it is published by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..contacts import closed, is_profile, sponsor_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Contacts, Post


@dataclass(slots=True)
class _Seen:
    """How often something stands in posts, and in which years."""

    value: str
    number: int = 0
    years: set[int] = field(default_factory=set)

    @property
    def last(self) -> int:
        return max(self.years, default=0)

    @property
    def told(self) -> str:
        """With its years: `ann@example.com (2009 to 2012)`."""
        years = sorted(self.years)
        if not years:
            return self.value
        return f"{self.value} ({years[0]})" if len(years) == 1 else f"{self.value} ({years[0]} to {years[-1]})"


def proposed_card(author: str, contacts_of_posts: Iterable[tuple[Post, Contacts]]) -> str:
    """The text of a card with the fields of `content/authors/SLUG.md`, in their order. The posts are walked three times.

    Addresses and numbers are old until their owner says otherwise, so they are in `Formerly`, the latest first; profiles that may still
    be there are in `Profiles`, those on services that are no more in `Formerly`; `Signoff` is the most used one, of equals the latest.
    """
    channels = _seen((post, value) for post, contacts in contacts_of_posts for value in (*contacts.emails, *contacts.phones))
    profiles = _seen((post, value) for post, contacts in contacts_of_posts for value in contacts.profiles)
    signoffs = _seen((post, contacts.signoff) for post, contacts in contacts_of_posts)
    gone = [seen for seen in profiles if _is_gone(seen.value)]
    lines = [f"Name: {_line(author)}"]
    lines += _list("Profiles", (_proposed(seen.value) for seen in profiles if not _is_gone(seen.value)))
    lines += [f"Signoff: {signoff}"] if (signoff := _most_used(signoffs)) else []
    lines += _list("Formerly", (seen.told for seen in (*channels, *gone)))
    return "\n".join(lines) + "\n"


def proposed_site(contacts_of_posts: Iterable[tuple[Post, Contacts]]) -> str:
    """The text of a `content/site.md` with the sponsor that most posts name, and how many name whom; empty if none does."""
    sponsors = _seen((post, _sponsor(post, contacts)) for post, contacts in contacts_of_posts)
    if not sponsors:
        return ""
    told = "; ".join(f"{seen.told}, {seen.number} {'post' if seen.number == 1 else 'posts'}" for seen in sponsors)
    return f"Name: {_most_used(sponsors)}\n\nNamed in old posts as who offers them: {told}.\n"


def _sponsor(post: Post, contacts: Contacts) -> str:
    """Out of a line at the text's end, or of one that went with what stood around the text."""
    lines = (note.text for note in post.notes if note.rule == "furniture-sponsor")
    return contacts.sponsor or next(filter(None, map(sponsor_of, lines)), "")


def _seen(values: Iterable[tuple[Post, str]]) -> list[_Seen]:
    """Each value once, in its most used spelling, the latest first; how it is typed makes no difference."""
    found: dict[str, _Seen] = {}
    spellings: dict[str, Counter[str]] = {}
    for post, value in values:
        if not (line := _line(value)):
            continue
        key = _key(line)
        seen = found.setdefault(key, _Seen(line))
        seen.number += 1
        spellings.setdefault(key, Counter())[line] += 1
        if post.item.published:
            seen.years.add(post.item.published.year)
    for key, seen in found.items():
        seen.value = min(spellings[key].items(), key=lambda pair: (-pair[1], pair[0]))[0]
    return sorted(found.values(), key=lambda seen: (-seen.last, -seen.number, seen.value))


def _most_used(seen: Iterable[_Seen]) -> str:
    return max(seen, key=lambda one: (one.number, one.last), default=_Seen("")).value


def _key(value: str) -> str:
    bare = value.casefold().partition("://")[2] or value.casefold()
    return bare.removeprefix("www.").rstrip("/.,!")


def _line(text: str) -> str:
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def _is_gone(url: str) -> bool:
    return bool(closed(url)) or not url.startswith(("http://", "https://"))


def _proposed(url: str) -> str:
    """With https, to which all networks that still are have changed, and without what would separate two entries of a list."""
    secure = f"https://{url.removeprefix('http://').removeprefix('https://')}" if is_profile(url) else url
    return secure.replace(",", "%2C").replace(";", "%3B").replace(" ", "%20")


def _list(name: str, values: Iterable[str]) -> Iterator[str]:
    """One entry a line."""
    entries = list(dict.fromkeys(values))
    if entries:
        yield f"{name}: {entries[0]}"
        yield from (f"    {entry}" for entry in entries[1:])
