"""Character references that were escaped twice on the way, `don&amp;#8217;t`, where nobody can have meant to show them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from bs4.element import NavigableString, PreformattedString

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

_NAMES = "nbsp|[lr][sd]quo|[sb]dquo|hellip|[mn]dash|bull|middot|copy|reg|trade|euro|pound|deg|laquo|raquo|quot|apos|amp|szlig"
_LETTERS = "[A-Za-z]{1,2}(?:acute|grave|circ|tilde|uml|ring|cedil|slash|lig|caron)"
_REFERENCE = re.compile(rf"&(?:amp;)?(?:#[0-9]{{2,6}}|#[xX][0-9a-fA-F]{{2,5}}|{_NAMES}|{_LETTERS});")
_ABOUT_MARKUP = re.compile(r"\b(?:html|xml|entit|ampersand|escap|markup)", re.IGNORECASE)
_CODE = frozenset({"code", "pre", "kbd", "samp", "textarea", "script", "style", "xmp"})
_NEVER = frozenset("<>&")
"""A reference that would become markup is left as it is, but for `&amp;` itself."""


def unescape_twice(root: Tag) -> None:
    """Change texts below `root` in place; code, and a text about markup between blanks, may mean what they say."""
    is_about_markup = bool(_ABOUT_MARKUP.search(root.get_text()))
    for text in list(_texts(root)):
        changed = _REFERENCE.sub(lambda match: _meant(match, is_about_markup=is_about_markup), text)
        if changed != text:
            text.replace_with(NavigableString(changed))


def _texts(root: Tag) -> Iterator[NavigableString]:
    for text in root.find_all(string=_has_reference):
        if not isinstance(text, PreformattedString) and not any(parent.name in _CODE for parent in text.parents):
            yield text


def _has_reference(text: str | None) -> bool:
    return text is not None and bool(_REFERENCE.search(text))


def _meant(match: re.Match[str], *, is_about_markup: bool) -> str:
    text = match.string
    before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
    is_glued = before.isalnum() or after.isalnum() or (before in ".,!?:;" and before != "")
    if is_about_markup and not is_glued:
        return match[0]
    character = html.unescape(html.unescape(match[0]))
    is_ampersand = match[0] in ("&amp;", "&#38;", "&#038;")
    return match[0] if character in _NEVER and not is_ampersand else character
