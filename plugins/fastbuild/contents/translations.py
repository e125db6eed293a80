"""Which contents are translations of which: `pelican.utils.process_translations` without its search through all of them for each."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pelican.utils import get_original_items, order_content

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pelican.contents import Content


def ordered(settings: Mapping[str, Any], kind: str, contents: list[Any]) -> tuple[list[Any], list[Any]]:
    """Originals in the order of the settings for this kind (`ARTICLE`, `PAGE`), and translations."""
    originals, translations = process_translations(contents, settings[f"{kind}_TRANSLATION_ID"])
    return order_content(originals, settings[f"{kind}_ORDER_BY"]), translations


def process_translations(contents: list[Any], translation_id: str | Collection[str] | None) -> tuple[list[Any], list[Any]]:
    """Originals, and translations, in the order of their ids; each gets its `translations`. Raises what Pelican's function raises."""
    if not translation_id:
        return contents, []
    names = {translation_id} if isinstance(translation_id, str) else set(translation_id)
    try:
        contents.sort(key=attrgetter(*names))
    except AttributeError:
        message = f"Cannot use {names} as 'translation_id', there appear to be items without these metadata attributes"
        raise AttributeError(message) from None
    originals: list[Content] = []
    for values, group in groupby(contents, attrgetter(*names)):
        items = list(group)
        originals.extend(get_original_items(items, _described(names, (values,) if len(names) == 1 else values)))
        for item in items:
            item.translations = [other for other in items if other is not item]
    first = {id(content) for content in originals}
    return originals, [content for content in contents if id(content) not in first]


def _described(names: Collection[str], values: tuple[Any, ...]) -> str:
    """As Pelican's warnings have it."""
    return "with" + ", ".join(f' {name} "{value}"' for name, value in zip(names, values, strict=True))
