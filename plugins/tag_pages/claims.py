"""What is wrong with the names of tags, categories and authors: two that want one name or one address, and names without any address."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from .model import Finding, Place
from .names import name_key
from .report import at
from .vocabulary import STEM, Claim, claims_of, one_per_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .model import TagFile
    from .vocabulary import Term, Vocabulary

LONGEST_SLUG = 200
"""Bytes: with the ending of a feed's name, a slug fits into what file systems take (255) and leaves Windows a path."""

DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))])
"""Windows cannot open a file or folder of these names, whatever its ending (Microsoft, "Naming Files, Paths, and Namespaces")."""

SIGNS = {"+": "plus", "#": "sharp", "&": "and", "@": "at", "%": "percent", ".": "dot", "*": "star", "!": "bang", "?": "query"}
"""Words for what is often all that tells two names apart."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is named: the word for it, and whether a file may give it another address."""

    word: str
    has_files: bool = False


def wrong_files(files: tuple[TagFile, ...]) -> Iterator[Finding]:
    """Two files that want one name: each finding names both."""
    kept = {name_key(file.name): file for file in one_per_title(files)}
    for file in files:
        owner = kept[name_key(file.name)]
        if owner.path != file.path:
            what = f"the tag '{file.name}' has a file already, {at(Place(owner.path, owner.title_line))}"
            yield Finding(Place(file.path, file.title_line), "tag-double", what, "Keep one of the two files, or change its Title")
    for first, *others in claims_of(files).values():
        for claim in others:
            if claim.file.path != first.file.path and claim.how != STEM:
                yield _claimed_twice(first, claim)


def _claimed_twice(first: Claim, claim: Claim) -> Finding:
    owner = f"'{first.file.name}' in {at(Place(first.file.path, first.line))}"
    what = f"the alias '{claim.name}' belongs to {owner} as well"
    return Finding(Place(claim.file.path, claim.line), "tag-alias", what, "Keep it in one of the two files")


def wrong_terms(words: Vocabulary, kind: Kind, place_of: Callable[[str], Place], slug_of: Callable[[str], str]) -> Iterator[Finding]:
    """Names that share an address, or have none. `place_of` finds a spelling that stands in articles."""
    used = [(term, _place(term, words, place_of)) for term in words.terms()]
    yield from (finding for term, place in used if (finding := _unfit(term, place, kind)))
    by_slug: dict[str, list[tuple[Term, Place]]] = defaultdict(list)
    for term, place in used:
        by_slug[term.slug].append((term, place))
    for slug, (first, *others) in sorted(by_slug.items()):
        yield from (_same_address(found, first, kind) for found in others if slug)
    yield from _wrong_aliases(words, by_slug, slug_of)


def unfit_slug(slug: str) -> str:
    """Why a slug is no address; empty if it is one."""
    if not slug:
        return "has no letter or digit of which an address could be made"
    if slug in DEVICES:
        return "has a name that Windows keeps for a device"
    return "is too long for the name of a file" if len(slug.encode()) > LONGEST_SLUG else ""


def _place(term: Term, words: Vocabulary, place_of: Callable[[str], Place]) -> Place:
    """Where the term stands: its own file, or the first article that uses it."""
    return Place(term.file.path, term.file.title_line) if term.file else place_of(words.spellings[name_key(term.name)][0])


def _unfit(term: Term, place: Place, kind: Kind) -> Finding | None:
    why = unfit_slug(term.slug)
    if not why:
        return None
    fix = f"Write a file content/tags/{_proposed(term)}.md with the line 'Title: {term.name}'" if kind.has_files else "Write another name"
    return Finding(place, f"{kind.word}-address", f"the {kind.word} '{_short(term.name)}' {why}, and is left out", fix)


def _same_address(found: tuple[Term, Place], first: tuple[Term, Place], kind: Kind) -> Finding:
    (term, place), (other, elsewhere) = found, first
    what = f"the {kind.word} '{_short(term.name)}' has the same address as '{_short(other.name)}' ({at(elsewhere)}): {term.slug}"
    fix = f"Write one name for both, or another for one of them{_own_file(term, other) if kind.has_files else ''}"
    return Finding(place, f"{kind.word}-address", what, fix)


def _own_file(term: Term, other: Term) -> str:
    """Two tags with files have two addresses already, so at most one of them needs a file."""
    bare = other if term.file else term
    return f", or give it an address of its own: a file content/tags/{_proposed(bare)}.md with the line 'Title: {bare.name}'"


def _wrong_aliases(words: Vocabulary, by_slug: dict[str, list[tuple[Term, Place]]], slug_of: Callable[[str], str]) -> Iterator[Finding]:
    """Old addresses at which another tag is now. An alias that leads to another tag anyway has been told of."""
    owners: dict[str, Term] = {slug: found[0][0] for slug, found in by_slug.items()}
    claims = ((term.file, alias) for term in words.terms() if term.file for alias in term.file.aliases)
    for file, alias in sorted(claims, key=lambda claim: (claim[0].path, claim[1].line)):
        term = words.by_key.get(name_key(alias.name))
        slug = slug_of(alias.name)
        if slug and term and term.file == file and owners.setdefault(slug, term).slug != term.slug:
            owner = owners[slug]
            what = f"the old address of '{alias.name}' is that of '{owner.name}'{_where(owner)}"
            yield Finding(Place(file.path, alias.line), "tag-alias", what, "Take the alias out, or merge the two tags")


def _where(term: Term) -> str:
    return f" ({at(Place(term.file.path, term.file.title_line))})" if term.file else ""


def unknown(term: Term, place: Place, known: Iterable[str]) -> Finding:
    """A tag without a file where only tags with one are wanted."""
    names = {name_key(name): name for name in known}
    near = get_close_matches(name_key(term.name), names, n=1)
    fix = f"Did you mean '{names[near[0]]}'?" if near else f"Write a file content/tags/{_proposed(term)}.md, or another tag"
    return Finding(place, "tag-unknown", f"there is no file for the tag '{_short(term.name)}'", fix, is_final=True)


def _proposed(term: Term) -> str:
    """A name for a file of the tag: its signs in words, as in c-plus-plus."""
    signs = "".join(f" {SIGNS[letter]} " if letter in SIGNS else letter for letter in term.name)
    plain = "-".join("".join(letter if letter.isascii() and letter.isalnum() else " " for letter in signs.lower()).split())
    return f"{plain}-tag" if plain in DEVICES else plain[:60].strip("-") or "a-name-of-letters"


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:59]}…"
