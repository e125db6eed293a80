"""What single fields of an article or page say."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from . import names
from .dates import zone_of
from .head import PLAIN
from .model import Finding, error, short, warning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .head import Head, Value
    from .rules import Rules

    Check = Callable[[Value, Head, Rules], Iterator[Finding]]

DOUBLE, EMPTY, STATUS, SLUG, LANG = "front-double", "front-empty", "front-status", "front-slug", "front-lang"
TEMPLATE, QUOTES, ZONE, LIST = "front-template", "front-quotes", "front-timezone", "front-list"
STATUSES = ("published", "draft", "hidden", "skip")  # Pelican 4.12; `skip` leaves a file out
_OTHER_STATUSES = {
    "public": "published",
    "publish": "published",
    "live": "published",
    "final": "published",
    "private": "hidden",
    "unlisted": "hidden",
    "unpublished": "draft",
    "wip": "draft",
    "pending": "draft",
}
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?"
)
_NAMED_LANGUAGES = {"english": "en", "deutsch": "de", "german": "de", "français": "fr", "french": "fr", "español": "es", "spanish": "es"}
_UNFIT_IN_SLUG = re.compile(r"[\s?#%&\"'<>\\:*|\x00-\x1f]")
_PAIRS = ('""', "''", "“”", "‘’", "„“", "«»")


def check_fields(head: Head, rules: Rules) -> Iterator[Finding]:
    """Each field by what its name asks for."""
    for name, values in head.fields.items():
        if len(values) > 1 and (name in names.SINGLE or (name in names.LISTS and name not in rules.several)):
            yield from _several(name, values, rules)
        check = CHECKS.get(name)
        if check:
            yield from check(values[0], head, rules)


def _several(name: str, values: list[Value], rules: Rules) -> Iterator[Finding]:
    """Of these Pelican takes the first line and leaves out the others, or makes a list where a text belongs."""
    spelled = names.spelled(name)
    for value in values[1:]:
        inside = re.match(r"([A-Za-z0-9_-]+):", value.text)
        if value.opens and value.text == values[0].text:
            yield warning(value.line, DOUBLE, f"{spelled} stands twice, first in line {values[0].line}", "Take one of the two lines out.")
        elif value.opens:
            what = f"{spelled} stands twice, first in line {values[0].line} as '{short(values[0].text, 30)}'"
            yield error(value.line, DOUBLE, what, "Keep one of them.")
        elif inside and inside[1].lower() in rules.fields:
            fix = "Take out the blanks in front of it."
            yield error(value.line, DOUBLE, f"{inside[1]} is indented, so that it is read as part of {spelled}", fix)
        else:
            fix = f"Write {spelled} on one line."
            yield error(
                value.line, DOUBLE, f"the indented line '{short(value.text, 30)}' goes on with {spelled}, which has one line only", fix
            )


def _title(value: Value, head: Head, _rules: Rules) -> Iterator[Finding]:
    if not value.text:
        yield error(value.line, EMPTY, "Title is empty", "Say what the text is called.")
    elif head.kind == PLAIN and is_quoted(value.text):
        what = "the quotation marks around the title will be seen"
        yield warning(value.line, QUOTES, what, "Take them out, unless the whole title is a quotation.")


def is_quoted(text: str) -> bool:
    """Whether all of it stands between one pair of quotation marks, as YAML and TOML want it."""
    inner = text[1:-1]
    return len(text) > 2 and text[0] + text[-1] in _PAIRS and not {text[0], text[-1]} & set(inner)


def unquoted(text: str) -> str:
    return text[1:-1] if is_quoted(text) else text


def _status(value: Value, _head: Head, _rules: Rules) -> Iterator[Finding]:
    text = value.text
    if not text:
        yield warning(value.line, EMPTY, "Status is empty, which means published", "Write Status: draft, or take the line out.")
    elif text not in STATUSES:
        plain = unquoted(text).lower()
        near = [plain] if plain in STATUSES else get_close_matches(_OTHER_STATUSES.get(plain, plain), STATUSES, n=1)
        fix = f"Did you mean {near[0]}?" if near else f"Use {', '.join(STATUSES[:2])} or {STATUSES[2]}."
        yield error(value.line, STATUS, f"there is no status '{short(text, 30)}', so that this would be left out", fix)


def _slug(value: Value, _head: Head, rules: Rules) -> Iterator[Finding]:
    text = value.text
    if not text:
        yield warning(
            value.line, EMPTY, "Slug is empty, so that it is made of the file's name or the title", "Fill it in, or take the line out."
        )
    elif ".." in text.split("/") or text.startswith("/"):
        what = f"the slug '{short(text)}' leads out of the site's own folder"
        yield error(value.line, SLUG, what, "Write one word, such as a-good-start.")
    elif found := _UNFIT_IN_SLUG.search(text):
        shown = "a blank" if found[0].isspace() else f"the character {found[0]}"
        fix = f"Write letters, digits and hyphens, such as {_fit(text)}."
        yield error(value.line, SLUG, f"the slug '{short(text)}' has {shown} in it, which breaks links", fix)
    elif "/" in text:
        what = f"the slug '{short(text)}' has a slash in it, which puts the page into a folder of its own"
        yield warning(value.line, SLUG, what, "Write one word, unless you want that.")
    elif text.lower() in rules.reserved:
        fix = "Choose another, such as one of two words."
        yield error(value.line, SLUG, f"the address /{text}/ belongs to the site itself", fix)


def _fit(text: str) -> str:
    return re.sub(r"[^\w.]+", "-", text).strip("-").lower() or "a-good-start"


def _lang(value: Value, _head: Head, _rules: Rules) -> Iterator[Finding]:
    """The form of BCP 47 (RFC 5646, 2.1), which HTML wants; whether anybody speaks it is not asked."""
    text = value.text
    if not text:
        yield error(value.line, EMPTY, "Lang is empty, and no address can be made of it", "Write one such as en, or take the line out.")
    elif not _LANGUAGE.fullmatch(text.lower()):
        plain = unquoted(text).lower().replace("_", "-").partition(".")[0]
        near = _NAMED_LANGUAGES.get(plain) or (_shown_tag(plain) if _LANGUAGE.fullmatch(plain) else "")
        fix = f"Did you mean {near}?" if near else "Write a tag such as en, de or pt-BR."
        yield error(value.line, LANG, f"'{short(text, 30)}' is no language tag", fix)


def _shown_tag(text: str) -> str:
    language, _, rest = text.partition("-")
    return f"{language}-{rest.upper()}" if len(rest) == 2 else text


def _template(value: Value, _head: Head, rules: Rules) -> Iterator[Finding]:
    if rules.templates is None or value.text in rules.templates:
        return
    known = sorted(rules.templates)
    near = get_close_matches(value.text, known, n=1, cutoff=names.LEAST_LIKENESS)
    bare = value.text.rpartition(".")[0]
    fix = (
        f"Did you mean {bare}?"
        if bare in rules.templates
        else f"Did you mean {near[0]}?"
        if near
        else "Put its file into the theme, or take the line out."
    )
    yield error(value.line, TEMPLATE, f"there is no template '{short(value.text, 30)}'", fix)


def _time_zone(value: Value, _head: Head, _rules: Rules) -> Iterator[Finding]:
    if value.text != "UTC" and zone_of(value.text).key == "UTC":
        yield error(
            value.line, ZONE, f"there is no time zone '{short(value.text, 30)}'", "Write one such as Europe/Berlin, or take the line out."
        )


def _list(value: Value, head: Head, _rules: Rules) -> Iterator[Finding]:
    text = value.text
    if head.kind == PLAIN and text.startswith("[") and text.endswith("]"):
        fix = f"Write them as {short(text[1:-1].strip(), 40) or 'one, two'}; brackets belong to YAML, between two lines of ---."
        yield error(value.line, LIST, "the brackets would become part of the names", fix)
    elif any(not part.strip() for part in text.split(";" if ";" in text else ",")[1:-1]) or text.startswith((",", ";")):
        yield warning(value.line, LIST, "nothing stands between two of the commas", "Take one of them out, or fill the gap.")


CHECKS: dict[str, Check] = {
    "title": _title,
    "status": _status,
    "slug": _slug,
    "lang": _lang,
    "template": _template,
    "timezone": _time_zone,
    "tags": _list,
    "authors": _list,
}
