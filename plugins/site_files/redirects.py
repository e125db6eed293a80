"""Old addresses and where they lead: what is wrong is named with both that are to blame and left out; the rest leads straight to its end.

Pure, and a function of what is asked for, not of its order.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from .addresses import UnfitError, is_elsewhere, old_address, target_address
from .model import Asked, Finding, Redirect, Source, page_path
from .occupied import Occupied, fits_everywhere
from .register import one_name
from .report import at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

DOUBLE, LOOP, OVER_PAGE, TARGET = "redirect-double", "redirect-loop", "redirect-over-page", "redirect-target"
ADDRESS, INSECURE = "redirect-address", "redirect-insecure"

Resolved = tuple[tuple[Redirect, ...], list[Finding]]
FOR_PROGRAMS = (".xml", ".json", ".opml")
"""What programs ask for, which no page can lead; where a host prefers a page to its rule, a page would only be in their way."""
CIRCLE = "/circle/"
"""Stands for the end of a way that has none; an address of the site has no slash in front."""


def read(asked: Iterable[Asked], site_url: str) -> Resolved:
    """What is asked for, as addresses; what cannot be one is a finding."""
    redirects, findings = [], []
    for wish in asked:
        try:
            target = target_address(wish.target, site_url) if wish.is_typed else wish.target
            redirects.append(Redirect(old_address(wish.origin, site_url), target, wish.source))
        except UnfitError as unfit:
            findings.append(Finding(wish.source, ADDRESS, f"{wish.source.words} asks for a redirect, but {unfit.what}", unfit.fix))
    return tuple(redirects), findings


def resolve(redirects: Iterable[Redirect], taken: Mapping[str, Source]) -> Resolved:
    """One redirect for each old address, straight to its last target, by origin; and what is wrong with the others.

    `taken` are the files of the site by their paths. Idempotent, and linear in redirects and files together.
    """
    ordered = sorted(set(redirects), key=_order)
    wrong = [*_doubles(ordered), *_over_pages(ordered, taken)]
    left_out = {redirect.origin for redirect, _ in wrong}
    good = {redirect.origin: redirect for redirect in reversed(ordered) if redirect.origin not in left_out}
    ends = _ends({origin: redirect.target for origin, redirect in good.items()})
    kept = []
    for origin, redirect in sorted(good.items()):
        finding = _trouble_at_the_end(redirect, ends[origin], good, taken)
        kept += [] if finding else [replace(redirect, target=ends[origin])]
        wrong += [(redirect, finding)] if finding else []
    findings = [finding for _, finding in sorted(wrong, key=lambda pair: (_order(pair[0]), pair[1].rule, pair[1].what))]
    return tuple(kept), [*findings, *(_insecure(redirect) for redirect in kept if redirect.target.startswith("http://"))]


def pages(redirects: Iterable[Redirect]) -> Iterator[tuple[str, Redirect]]:
    """The file of each redirect that a host without rules can show as a page: HTML, with a name that every file system takes."""
    room = Occupied({})
    for redirect in (redirect for redirect in redirects if not redirect.target.endswith(FOR_PROGRAMS)):
        path = page_path(redirect.origin)
        in_the_way = room.by(path)
        if path.endswith((".html", ".htm")) and fits_everywhere(path) and in_the_way is None:
            room.add(path, redirect.source)
            yield path, redirect


def _order(redirect: Redirect) -> tuple[str, str, str, int, str]:
    source = redirect.source
    return redirect.origin, redirect.target, source.path, source.line, source.words


def _doubles(ordered: Sequence[Redirect]) -> Iterator[tuple[Redirect, Finding]]:
    """Those that share an address, or what is one for some file systems, and lead to different places."""
    groups: dict[str, list[Redirect]] = defaultdict(list)
    for redirect in ordered:
        groups[one_name(redirect.origin)].append(redirect)
    for group in groups.values():
        first, last = group[0], max(group, key=lambda redirect: redirect.target)
        first = min(group, key=lambda redirect: redirect.target)
        for redirect in group if first.target != last.target else ():
            other = first if first.target != redirect.target else last
            where = f"{_asks(redirect)} to {_shown(redirect.target)}, and {_named(other.source)} one to {_shown(other.target)}"
            yield redirect, Finding(redirect.source, DOUBLE, where, "Keep one of the two")


def _over_pages(ordered: Iterable[Redirect], taken: Mapping[str, Source]) -> Iterator[tuple[Redirect, Finding]]:
    files = Occupied(taken)
    for redirect in ordered:
        path = page_path(redirect.origin)
        holder = files.by(path)
        if holder:
            same = "" if path in taken else ", or nearly so: one file for some systems"
            what = f"{_asks(redirect)}, but that is an address of {_named(holder)}{same}"
            yield redirect, Finding(redirect.source, OVER_PAGE, what, "Take the redirect out, or give the page another address")


def _ends(targets: Mapping[str, str]) -> dict[str, str]:
    """Where each way ends; CIRCLE for those that never do. Each step is taken once, however many ways share it."""
    ends: dict[str, str] = {}
    for origin in targets:
        way: dict[str, None] = {}
        here = origin
        while here in targets and here not in ends and here not in way:
            way[here] = None
            here = targets[here]
        end = ends.get(here, CIRCLE if here in way else here)
        ends |= dict.fromkeys(way, end)
    return ends


def _trouble_at_the_end(redirect: Redirect, end: str, good: Mapping[str, Redirect], taken: Mapping[str, Source]) -> Finding | None:
    if end == CIRCLE:
        following = good[redirect.target]
        onward = "itself" if following == redirect else f"{_shown(redirect.target)}, which {_named(following.source)} leads on, in a circle"
        return Finding(redirect.source, LOOP, f"{_asks(redirect)} to {onward}", "Let one of them lead to a page")
    if is_elsewhere(end) or page_path(end) in taken:
        return None
    through = good.get(redirect.target)
    way = f" by way of {_named(through.source)}" if through else ""
    what = f"{_asks(redirect)} to {_shown(end)}{way}, where there is no page"
    return Finding(redirect.source, TARGET, what, "Write the address of a page, as in /letters/, or mend what should be there")


def _insecure(redirect: Redirect) -> Finding:
    what = f"{_asks(redirect)} to {redirect.target}, which is not encrypted"
    return Finding(redirect.source, INSECURE, what, "Write https:// if the page can be reached so", is_advice=True)


def _asks(redirect: Redirect) -> str:
    return f"{redirect.source.words} asks for a redirect from {_shown(redirect.origin)}"


def _shown(address: str) -> str:
    return address if is_elsewhere(address) else f"'/{address}'"


def _named(source: Source) -> str:
    return f"{source.words} ({at(source)})" if source.path else source.words
