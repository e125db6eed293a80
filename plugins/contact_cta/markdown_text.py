"""The body of a card or of the business, from Markdown to HTML, as the site's articles are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown import Markdown

from .report import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .reading import Reading

_META = ("meta", "markdown.extensions.meta")
"""Left out: a body may begin with a word and a colon."""
_SITE_LINK = re.compile(r"[{|](filename|static|attach|tag|category|author|index)[|}]")


def as_html(reading: Reading, options: Mapping[str, Any]) -> str:
    """The body of `reading`, with Pelican's setting MARKDOWN as `options`.

    Pelican's own links (`{filename}` and the like) are noted: nobody resolves them here.
    """
    body = reading.front.body
    found = _SITE_LINK.search(body)
    if found:
        what = f"'{found[0]}' works only in articles and pages"
        line = reading.front.body_line + body.count("\n", 0, found.start())
        reading.findings.append(Finding(reading.front.path, line, "contact-link", what, "Write the address, such as /about/"))
    return _markdown(options).convert(body) if body.strip() else ""


def _markdown(options: Mapping[str, Any]) -> Markdown:
    configs = options.get("extension_configs", {})
    extensions = [name for name in dict.fromkeys([*options.get("extensions", ()), *configs]) if name not in _META]
    others = {name: value for name, value in options.items() if name not in ("extensions", "extension_configs")}
    return Markdown(extensions=extensions, extension_configs=configs, **others)
