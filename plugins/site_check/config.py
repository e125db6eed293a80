"""The settings of a check, read once from Pelican's."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

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
    """What the manual page calls the settings. `today` is the day of the check, `now` the moment by which Pelican publishes."""

    today: datetime.date
    now: datetime.datetime
    doors: Doors
    own_hosts: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    authors_path: str = "authors"
    public_url: str = ""
    """Where the site is published, without a slash at its end; empty if nobody said so."""
    publishes_future: bool = False

    def place_of(self, url: str) -> str | None:
        """Where a public address stands in the finished site; None if it is not this site's."""
        base = f"{self.public_url}/"
        return unquote(url.removeprefix(base)) if self.public_url and url.startswith(base) else None


def check_config(settings: Mapping[str, Any]) -> CheckConfig:
    """The configuration that `settings` hold; raises CheckConfigError with all that is wrong in them."""
    off, policy = settings.get("SITE_CHECK_OFF", ()), settings.get("SITE_POLICY", STRICT)
    problems = (
        *_problem_with_off(off),
        *(() if hasattr(policy, "items") else ("SITE_POLICY must be a dict of directives and their sources.",)),
    )
    if problems:
        raise CheckConfigError(problems)
    return CheckConfig(
        today=_today(),
        now=datetime.datetime.now(datetime.UTC),
        doors=Doors.of(policy),
        own_hosts=_own_hosts(settings),
        off=frozenset(off),
        authors_path=str(settings.get("CONTACT_AUTHORS_PATH", "authors")).strip("/"),
        public_url=_public_url(settings),
        publishes_future=bool(settings.get("WITH_FUTURE_DATES", False)),
    )


def _own_hosts(settings: Mapping[str, Any]) -> frozenset[str]:
    hosts = (address(str(settings.get(name) or ""))[1] for name in ("SITEURL", "SITE_PUBLIC_URL"))
    return frozenset(filter(None, hosts))


def _public_url(settings: Mapping[str, Any]) -> str:
    url = str(settings.get("SITE_PUBLIC_URL") or settings.get("SITEURL") or "").rstrip("/")
    return url if url.startswith(("https://", "http://")) else ""


def _problem_with_off(off: object) -> tuple[str, ...]:
    if isinstance(off, (list, tuple, set, frozenset)) and all(isinstance(rule, str) for rule in off):
        return ()
    return ("SITE_CHECK_OFF must be a list of ids of rules, such as ['cta-none'].",)


def _today() -> datetime.date:
    """SOURCE_DATE_EPOCH if it is set, so that a check of old sources can be repeated; else this day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.datetime.now(datetime.UTC)
    return (datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch.isdecimal() else now).date()
