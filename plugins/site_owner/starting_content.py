"""The files that a new site begins with, made from the texts in `starter/LANGUAGE/` and the owner's answers.

In those texts `$author` and the like stand for an answer as typed (front matter is plain text), `$author_md` for the same as
Markdown, and in `site.toml.txt` `$name` and so on for TOML strings.
"""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from .ids import new_id
from .slugs import slug_of
from .text import markdown_text, toml_string
from .web_address import authority_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from .questions import Owner

STARTER = Path(__file__).parent / "starter"
# text of the starter -> file of the new site
_MARKDOWN = {
    "welcome.md": "content/articles/welcome.md",
    "about.md": "content/pages/about.md",
    "privacy.md": "content/pages/privacy.md",
    "write.md": "content/pages/write.md",
    "subscribe.md": "content/pages/subscribe.md",
}


def starting_files(owner: Owner, *, now: datetime, zone: ZoneInfo) -> dict[str, str]:
    """Path (with slashes, below the site's root) -> text of every file that a new site begins with. `now` is in `zone`."""
    folder = STARTER / starter_language(owner.language)
    values = _markdown_values(owner, folder, now=now, zone=zone)
    files = {path: _filled(folder / name, values) for name, path in _MARKDOWN.items()}
    files[f"content/authors/{slug_of(owner.author)}.md"] = _filled(folder / "author.md", values)
    files |= {f"content/{name}/.gitkeep": "" for name in ("extra", "images")}  # Pelican watches them while it serves
    files["site.toml"] = _filled(folder / "site.toml.txt", _toml_values(owner, zone, year=now.year))
    return files


def starter_language(tag: str) -> str:
    """The language of the texts for a site in this language: its own if there are any, else English."""
    language = tag.partition("-")[0].lower()
    return language if (STARTER / language).is_dir() else "en"


def _markdown_values(owner: Owner, folder: Path, *, now: datetime, zone: ZoneInfo) -> dict[str, str]:
    plain = {"name": owner.name, "author": owner.author, "email": owner.email, "phone": owner.phone, "language": owner.language}
    return {
        **plain,
        **{f"{key}_md": markdown_text(value) for key, value in plain.items()},
        "date": f"{now:%Y-%m-%d %H:%M}",
        "month": f"{now:%Y-%m}",
        "timezone": zone.key,
        "id": new_id(taken=()),
        "ways": _without_channel(owner, folder),
    }


def _without_channel(owner: Owner, folder: Path) -> str:
    """What to say where the contact card has no way to reach the owner; nothing where it has one."""
    return "" if owner.email or owner.phone else (folder / "no_channel.md").read_text(encoding="utf-8").strip()


def _toml_values(owner: Owner, zone: ZoneInfo, *, year: int) -> dict[str, str]:
    texts = {
        "name": owner.name,
        "url": owner.url,
        "language": owner.language,
        "timezone": zone.key,
        "default_author": owner.author,
        "feed_authority": authority_of(owner.url, year),
    }
    return {key: toml_string(value) for key, value in texts.items()}


def _filled(path: Path, values: Mapping[str, str]) -> str:
    """The text with its stand-ins replaced; a field of the front matter that stays empty is left out."""
    head, blank, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = [line for line in Template(head).substitute(values).split("\n") if path.suffix != ".md" or line.partition(":")[2].strip()]
    return "\n".join(fields) + blank + Template(body).substitute(values)
