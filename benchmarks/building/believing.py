"""Looks at what a tool built before its time is believed."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from . import page_set
from .tools import FASTBUILD, PELICAN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from .cases import Change
    from .page_set import Files
    from .tools import Place


class WrongSiteError(Exception):
    """A tool did not build the site that was asked for, so its times mean nothing."""


def must_show(place: Place, change: Change) -> None:
    """Raises WrongSiteError unless the page of the changed article has the change."""
    if change.slug and change.mark not in place.page_of(change.slug):
        raise WrongSiteError(f"{place.tool.name}: the page of {change.slug} does not show what was changed, {change.mark!r}.")


def must_be_the_page_set(places: Sequence[Place], written: Mapping[str, Files], *, counted: bool) -> None:
    """Raises WrongSiteError unless each tool wrote what the corpus asks for, or, if nobody has `counted` that, what the first one wrote."""
    for place in places:
        wanted = page_set.expected(place.corpus) if counted else written[places[0].tool.name].paths
        complaint = page_set.difference(place.tool.name, wanted, written[place.tool.name].paths)
        if complaint:
            raise WrongSiteError(complaint)


def must_be_stock(places: Sequence[Place]) -> None:
    """Raises WrongSiteError unless ours and stock Pelican's, where both were built, are the same byte for byte."""
    built = {place.tool.name: digests(place.output) for place in places if place.tool.name in {FASTBUILD, PELICAN}}
    if len(built) < 2:
        return
    ours, stock = built[FASTBUILD], built[PELICAN]
    differing = sorted(path for path in ours | stock if ours.get(path) != stock.get(path))
    if differing:
        named = ", ".join(differing[: page_set.NAMED])
        raise WrongSiteError(f"{FASTBUILD} and {PELICAN} differ in {len(differing)} files, among them {named}.")


def digests(folder: Path) -> dict[str, str]:
    """The digest of each file, by its path below `folder`."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): blake2b(path.read_bytes(), digest_size=16).hexdigest() for path in files}
