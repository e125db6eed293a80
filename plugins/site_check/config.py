"""The settings of a check, read once from Pelican's."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .doors import STRICT, Doors
from .requests import address

if TYPE_CHECKING:
    from collections.abc import Mapping


class CheckConfigError(ValueError):
    """A setting is wrong; `problems` has a sentence for each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("site_check: settings: " + " ".join(problems))


@dataclass(frozen=True, slots=True)
class CheckConfig:
    """What the manual page calls the settings. `today` is the day of the check."""

    today: datetime.date
    doors: Doors
    own_hosts: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    authors_path: str = "authors"


def check_config(settings: Mapping[str, Any]) -> CheckConfig:
    """The configuration that `settings` hold; raises CheckConfigError with all that is wrong in them."""
    off, policy = settings.get("SITE_CHECK_OFF", ()), settings.get("SITE_POLICY", STRICT)
    problems = (
        *_problem_with_off(off),
        *(() if hasattr(policy, "items") else ("SITE_POLICY must be a dict of directives and their sources.",)),
    )
    if problems:
        raise CheckConfigError(problems)
    hosts = (address(str(settings.get(name) or ""))[1] for name in ("SITEURL", "SITE_PUBLIC_URL"))
    authors = str(settings.get("CONTACT_AUTHORS_PATH", "authors")).strip("/")
    return CheckConfig(_today(), Doors.of(policy), frozenset(filter(None, hosts)), frozenset(off), authors)


def _problem_with_off(off: object) -> tuple[str, ...]:
    if isinstance(off, (list, tuple, set, frozenset)) and all(isinstance(rule, str) for rule in off):
        return ()
    return ("SITE_CHECK_OFF must be a list of ids of rules, such as ['cta-none'].",)


def _today() -> datetime.date:
    """SOURCE_DATE_EPOCH if it is set, so that a check of old sources can be repeated; else this day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.datetime.now(datetime.UTC)
    return (datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch.isdecimal() else now).date()
