"""The business behind the site, from one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .front_matter import read_front_matter
from .markdown_text import as_html
from .model import Business
from .photos import photo_below
from .reading import Reading

if TYPE_CHECKING:
    from .config import ContactConfig
    from .report import Finding

TEXTS = ("legal_name", "street", "postcode", "city", "country", "area", "hours", "registration")
FIELDS = ("name", *TEXTS, "logo")


def read_business(config: ContactConfig) -> tuple[Business | None, list[Finding]]:
    """The business and what is wrong with its file; None if there is no file, or no name in it."""
    if not config.site_file.is_file():
        return None, []
    front = read_front_matter(config.site_file)
    reading = Reading(front, [*front.findings, *front.unknown_fields(FIELDS)])
    reading.require("name", "Write the name under which the business is known")
    texts = {name: reading.text(name) for name in TEXTS}
    logo, about = reading.take("logo", photo_below(config.content), None), as_html(reading, config.markdown)
    name = reading.text("name")
    return Business(name=name, **texts, logo=logo, about=about) if name else None, reading.findings
