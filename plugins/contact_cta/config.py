"""The plugin's settings, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from .webmail import SERVICES, Webmail, webmail_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

CONFIG_KEY = "CONTACT_CTA_CONFIG"
"""Where `initialized` leaves the configuration among Pelican's settings."""


class ContactConfigError(ValueError):
    """One or more settings are wrong; `problems` has a sentence for each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("contact_cta: settings: " + " ".join(self.problems))


@dataclass(frozen=True, slots=True)
class ContactConfig:
    """What the manual page calls the settings. Paths are whole; `public_url` has no slash at its end."""

    content: Path
    authors_path: str = "authors"
    ctas_path: str = "ctas"
    site_file_path: str = "site.md"
    default_kind: str = "question"
    default_author: str = ""
    region: str = "US"
    reply_code: bool = False
    reply_promise: str = ""
    webmail: tuple[Webmail, ...] = SERVICES
    site_name: str = ""
    public_url: str = ""
    authority: str = ""
    """Domain and year that permanent ids are made of, `example.org,2026`; the public address where there is none."""
    language: str = "en"
    strict: bool = False
    ignored: tuple[str, ...] = ()
    """Patterns of file names that are nobody's card or kind."""
    markdown: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), compare=False)

    @property
    def has_public_url(self) -> bool:
        """Whether links to this site can be followed from paper."""
        return self.public_url.startswith(("https://", "http://"))

    @property
    def authors(self) -> Path:
        return self.content / self.authors_path

    @property
    def ctas(self) -> Path:
        return self.content / self.ctas_path

    @property
    def site_file(self) -> Path:
        return self.content / self.site_file_path


def _path(value: object) -> str:
    inside = isinstance(value, str) and value.strip("/ ") and not value.startswith("/") and ".." not in Path(value).parts
    return "" if inside else "Give a path below the content folder, such as 'authors'."


def _text(value: object) -> str:
    return "" if isinstance(value, str) else "Give a text."


def _switch(value: object) -> str:
    return "" if isinstance(value, bool) else "Give True or False."


def _region(value: object) -> str:
    from phonenumbers import SUPPORTED_REGIONS  # noqa: PLC0415  (it takes long to load)

    return "" if value in SUPPORTED_REGIONS else "Give the two letters of a country, such as 'GB'."


def _webmail(value: object) -> str:
    """Pairs of name and address, as `webmail_problem` wants them."""
    is_list = isinstance(value, (list, tuple)) and all(isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in value)
    if not isinstance(value, (list, tuple)) or not is_list:
        return "Give a list of pairs: a name, and an address with {address} and {subject} in it."
    return " ".join(filter(None, (webmail_problem(Webmail(str(label), str(pattern))) for label, pattern in value)))


CHECKS: dict[str, tuple[str, Callable[[object], str]]] = {
    "CONTACT_AUTHORS_PATH": ("authors_path", _path),
    "CONTACT_CTAS_PATH": ("ctas_path", _path),
    "CONTACT_SITE_FILE": ("site_file_path", _path),
    "CONTACT_DEFAULT_KIND": ("default_kind", _text),
    "CONTACT_DEFAULT_AUTHOR": ("default_author", _text),
    "CONTACT_REGION": ("region", _region),
    "CONTACT_REPLY_CODE": ("reply_code", _switch),
    "CONTACT_REPLY_PROMISE": ("reply_promise", _text),
    "CONTACT_WEBMAIL": ("webmail", _webmail),
}
"""Each setting with its field, and the check that says how to mend it."""


def contact_config(settings: Mapping[str, Any]) -> ContactConfig:
    """The configuration that `settings` hold; raises ContactConfigError with all that is wrong in them."""
    given = {name: value for name, value in settings.items() if name.startswith("CONTACT_") and not name.startswith("CONTACT_CTA_")}
    problems = [problem for name, value in given.items() if (problem := _problem(name, value))]
    if problems:
        raise ContactConfigError(problems)
    fields: dict[str, Any] = {CHECKS[name][0]: value for name, value in given.items()}
    if "webmail" in fields:
        fields["webmail"] = tuple(Webmail(str(label), str(pattern)) for label, pattern in fields["webmail"])
    return ContactConfig(content=Path(str(settings.get("PATH", ""))), **_of_the_site(settings) | fields)


def _of_the_site(settings: Mapping[str, Any]) -> dict[str, Any]:
    """What belongs to Pelican or to several plugins."""
    public_url = str(settings.get("SITE_PUBLIC_URL") or settings.get("SITEURL") or "").rstrip("/")
    return {
        "default_author": str(settings.get("AUTHOR") or ""),
        "site_name": str(settings.get("SITENAME") or ""),
        "public_url": public_url,
        "authority": str(settings.get("SITE_AUTHORITY") or public_url),
        "language": str(settings.get("DEFAULT_LANG") or "en"),
        "strict": bool(settings.get("SITE_STRICT", False)),
        "ignored": tuple(settings.get("IGNORE_FILES") or ()),
        "markdown": settings.get("MARKDOWN") or {},
    }


def _problem(name: str, value: object) -> str:
    """What is wrong with one setting and how to mend it, or nothing."""
    if name not in CHECKS:
        near = get_close_matches(name, CHECKS, n=1)
        return f"unknown setting {name}." + (f" Did you mean {near[0]}?" if near else "")
    mend = CHECKS[name][1](value)
    return f"{name} is {value!r}. {mend}" if mend else ""
