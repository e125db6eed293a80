"""The plugin's settings, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from .addresses import in_ascii
from .headers import POLICY
from .hosts import HOSTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

CONFIG_KEY = "SITE_FILES_CONFIG"
"""Where `initialized` leaves the configuration among Pelican's settings."""

SITE_TOML = "site.toml"

_DIRECTIVE = re.compile(r"[a-z][a-z-]*")
_SOURCES = re.compile(r"[!#%&'()*+./0-9:<=>?@A-Z\[\]_a-z{|}~ -]*")
"""Printable ASCII, without what ends a directive or a policy, and without quotation marks and `$`, which hosts would read as theirs."""

CRAWLERS = ("allow", "no-training", "refuse")


class SiteFilesConfigError(ValueError):
    """One or more settings are wrong; `problems` has a sentence for each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("site_files: settings: " + " ".join(self.problems))


@dataclass(frozen=True, slots=True)
class SiteFilesConfig:
    """What the manual page calls the settings. Addresses have no slash at their end; `public_url` is empty where there is none."""

    hosts: tuple[str, ...] = tuple(HOSTS)
    redirects: tuple[tuple[str, str, int], ...] = ()
    """Old address, target, and the line in `redirects_file`, or 0."""
    redirects_file: str = SITE_TOML
    redirect_pages: bool = True
    ai_crawlers: str = "allow"
    policy: tuple[tuple[str, str], ...] = tuple(POLICY.items())
    public_url: str = ""
    site_url: str = ""
    """What links of pages begin with: empty in a preview."""
    language: str = "en"
    strict: bool = False

    @property
    def prefix(self) -> str:
        """The path before every address in the files of hosts, `/` or `/blog/`, decoded. It is that of the site's own links."""
        return f"{unquote(urlsplit(self.site_url).path).rstrip('/')}/"

    def public(self, address: str) -> str:
        """The public address of one below the site's root; empty without one."""
        return f"{self.public_url}/{in_ascii(address)}" if self.public_url else ""


def _hosts(value: object) -> str:
    known = isinstance(value, (list, tuple)) and all(isinstance(name, str) and name in HOSTS for name in value)
    return "" if known else f"Give a list of {', '.join(HOSTS)}."


def _redirects(value: object) -> str:
    """Pairs, or triples with a line."""
    is_list = isinstance(value, (list, tuple)) and all(isinstance(item, (list, tuple)) and len(item) in {2, 3} for item in value)
    texts = is_list and all(isinstance(part, str) for item in value for part in item[:2])  # type: ignore[attr-defined]
    lines = texts and all(isinstance(part, int) for item in value for part in item[2:])  # type: ignore[attr-defined]
    return "" if lines else "Give a list of pairs: an old address, and where it leads."


def _switch(value: object) -> str:
    return "" if isinstance(value, bool) else "Give True or False."


def _crawlers(value: object) -> str:
    return "" if value in CRAWLERS else f"Give one of {', '.join(CRAWLERS)}."


def _policy(value: object) -> str:
    shape = "Give a dict from directives to sources, as in {'default-src': \"'self'\"}."
    if value is None:
        return ""
    if not isinstance(value, dict) or not all(isinstance(part, str) for item in value.items() for part in item):
        return shape
    fits = all(_DIRECTIVE.fullmatch(directive) and _SOURCES.fullmatch(sources) for directive, sources in value.items())
    return "" if fits else f"{shape} Sources are in plain ASCII, without semicolons, commas, double quotation marks and dollar signs."


CHECKS: dict[str, Callable[[object], str]] = {
    "SITE_FILES_HOSTS": _hosts,
    "SITE_FILES_REDIRECTS": _redirects,
    "SITE_FILES_REDIRECT_PAGES": _switch,
    "SITE_FILES_AI_CRAWLERS": _crawlers,
    "SITE_POLICY": _policy,
}
"""Each setting with the check that says how to mend it."""


def site_files_config(settings: Mapping[str, Any]) -> SiteFilesConfig:
    """The configuration that `settings` hold; raises SiteFilesConfigError with all that is wrong in them."""
    given = {name: value for name, value in settings.items() if name.startswith("SITE_FILES_") and name != CONFIG_KEY}
    shared = {"SITE_POLICY": settings.get("SITE_POLICY")}
    problems = [problem for name, value in (given | shared).items() if (problem := _problem(name, value))]
    if problems:
        raise SiteFilesConfigError(problems)
    fields: dict[str, Any] = {name.removeprefix("SITE_FILES_").lower(): value for name, value in given.items()}
    if "hosts" in fields:
        fields["hosts"] = tuple(dict.fromkeys(fields["hosts"]))
    if "redirects" in fields:
        fields["redirects"] = tuple((origin, target, *(line or (0,))) for origin, target, *line in fields["redirects"])
    return SiteFilesConfig(**_of_the_site(settings), **fields)


def _of_the_site(settings: Mapping[str, Any]) -> dict[str, Any]:
    """What belongs to Pelican or to several plugins."""
    site_url = str(settings.get("SITEURL") or "").rstrip("/")
    public_url = str(settings.get("SITE_PUBLIC_URL") or site_url).rstrip("/")
    policy = settings.get("SITE_POLICY")
    beside_content = Path(str(settings.get("PATH", ""))).absolute().parent / SITE_TOML
    return {
        "redirects_file": str(beside_content) if beside_content.is_file() else SITE_TOML,
        "policy": tuple((POLICY if policy is None else policy).items()),
        "public_url": public_url if public_url.startswith(("https://", "http://")) else "",
        "site_url": site_url,
        "language": str(settings.get("DEFAULT_LANG") or "en"),
        "strict": bool(settings.get("SITE_STRICT", False)),
    }


def _problem(name: str, value: object) -> str:
    """What is wrong with one setting and how to mend it, or nothing."""
    if name not in CHECKS:
        near = get_close_matches(name, CHECKS, n=1)
        return f"unknown setting {name}." + (f" Did you mean {near[0]}?" if near else f" Use {', '.join(CHECKS)}.")
    mend = CHECKS[name](value)
    return f"{name} is {value!r}. {mend}" if mend else ""
