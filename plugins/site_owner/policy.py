"""`[allow]` of `site.toml` as the policy that pages give to browsers (Content-Security-Policy Level 3).

    [allow]
    'www.youtube-nocookie.com' = ['frame']
    'buttondown.com' = ['form']

Each line opens doors for one host: `frame`, `form`, `image`, `media`, `style`, `font`, `connect`. Comment systems get none, and scripts of
other hosts have no door. The same table serves the policy, the check and the page on privacy.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_check.comment_systems import system_of_host
from site_check.doors import CLOSED, DIRECTIVES, STRICT

from .problems import Problem, SiteError
from .text import hint, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?(?::\d{1,5})?")


def policy(allow: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The directives of the policy and their sources, always in the same order.

    Without doors pages load their own files only, and send nothing. SiteError with everything that is wrong with `allow`.
    """
    problems = [Problem("site.toml", 0, message) for _, message in allow_problems(allow)]
    if problems:
        raise SiteError(problems)
    sources = {directive: [value] for directive, value in STRICT.items()}
    for host, doors in sorted(allow.items()):
        for door in DIRECTIVES:
            if door in doors:
                opened = sources.setdefault(DIRECTIVES[door], [])
                opened[:] = [*(source for source in opened if source != "'none'"), f"https://{_ascii(host)}"]
    return {directive: " ".join(values) for directive, values in sources.items()}


def allow_problems(allow: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with a table [allow]: the key of each line, and a message that says how to mend it."""
    for host, doors in allow.items():
        for message in (*_about_host(host, doors), *_about_doors(doors)):
            yield host, f"`allow`: {message}"


def _about_host(host: str, doors: object) -> Iterator[str]:
    if isinstance(doors, dict):  # TOML reads dots outside quotation marks as tables within tables
        yield f"the host that begins with `{host}` needs quotation marks. Write it as in 'www.example.com' = ['frame']."
    elif system := system_of_host(_bare(host)):
        yield f"`{host}` belongs to {system}, a comment system. This site has no comments: readers write to you. Remove the line."
    elif not _HOST.fullmatch(_ascii(host)):
        meant = _ascii(_bare(host))
        advice = f"Did you mean '{meant}'?" if _HOST.fullmatch(meant) else "Write it as in 'www.example.com' = ['frame']."
        yield f"`{host}` is not a host. {advice}"


def _about_doors(doors: object) -> Iterator[str]:
    if isinstance(doors, dict):
        return
    if not isinstance(doors, (list, tuple)) or not doors:
        yield f"what a host may do is a list of {one_of(DIRECTIVES)}. Write it as in ['frame']."
        return
    for door in doors:
        if door in CLOSED:
            yield f"`{door}` cannot be allowed: it could do anything with your pages and your readers. Link to it instead."
        elif door not in DIRECTIVES:
            yield f"`{door}` is nothing that can be allowed. {hint(str(door), DIRECTIVES)}"


def _bare(host: str) -> str:
    """The host in what may be a whole address."""
    return re.split(r"[/?#]", re.sub(r"^(?:\w+:)?//|^\*\.", "", host.strip().lower()))[0]


def _ascii(host: str) -> str:
    """The host as browsers compare it; as it is where it has no such form."""
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host


def doors_of(allow: Mapping[str, Iterable[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The hosts that are let in, and for what, in the order of their names: for the page on privacy."""
    return tuple((host, tuple(door for door in DIRECTIVES if door in set(doors))) for host, doors in sorted(allow.items()))
