"""Text that looks like Markdown is escaped where Python-Markdown would read it as such, and nowhere else."""

from __future__ import annotations

import re

_BACKSLASH = re.compile(r"\\(?=[^a-zA-Z0-9\s]|$)")
_STAR = re.compile(r"\*(?<!\s\*(?=\s))")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
"""Within words an underscore is one (`smart` delimiters)."""
_BRACKET = re.compile(r"\[(?=\^|[^\[\]]*\][\[(:])")
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_TAG = re.compile(r"<(?=[A-Za-z/!?@]|[^\s<>]+@)")
_ATTRIBUTES = re.compile(r"\{(?=:?[ ]*[#.\w:])")
_STRICT = re.compile(r"([\\`*_{}\[\]()>#+!|.-])")

_LINE_START = re.compile(
    r"^([ ]{0,3})(?:(#)|(>)|([+-])(?=[ ]|$|-)|(\d+)(\.)(?=[ ]|$)|(:)(?=[ ])|(~)(?=~)|(=)(?==*[ ]*$)|(\|))", re.MULTILINE
)
_RULE = re.compile(r"^[ ]{0,3}([-_*])(?=(?:[ ]{0,2}\1){2,}[ ]*$)", re.MULTILINE)
_ABBREVIATION = re.compile(r"^\*(?=\[)", re.MULTILINE)


def escaped(text: str) -> str:
    """A piece of text within a line."""
    text = _BACKSLASH.sub(r"\\\\", text)
    text = _STAR.sub(r"\\*", text).replace("`", "\\`")
    text = _UNDERSCORE.sub(r"\\_", text)
    text = _BRACKET.sub(lambda match: "\\" + match[0], text)
    text = _ATTRIBUTES.sub(r"\\{", text)
    return _TAG.sub("&lt;", _REFERENCE.sub("&amp;", text))


def strictly_escaped(text: str) -> str:
    """The same where what stands around the text could make something of it after all."""
    text = _STRICT.sub(r"\\\1", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("~", "&#126;").replace(":", "&#58;")


def escaped_starts(text: str) -> str:
    """A paragraph, whose lines must not begin as headings, lists, quotes, rules or definitions do."""
    text = _RULE.sub(lambda match: match[0][: match.end(1) - match.start()].replace(match[1], "\\" + match[1]), text)
    return _LINE_START.sub(_one_start, _ABBREVIATION.sub(r"\\*", text))


def _one_start(match: re.Match[str]) -> str:
    number, dot = match[5], match[6]
    if number:
        return f"{match[1]}{number}\\{dot}"
    sign = next(group for group in match.groups()[1:] if group)
    return match[1] + ({":": "&#58;", "~": "&#126;", "=": "&#61;"}.get(sign) or "\\" + sign)


def title_of(text: str) -> str:
    """A title for `[…](… "title")`."""
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace("`", "&#96;").replace("\\", "&#92;").strip()


_CODES = {character: f"%{ord(character):02X}" for character in ' <>"`\\*[]'} | {"\n": "", "\t": ""}


def address_of(address: str) -> str:
    """An address for `(…)`: what would end it early is written as bytes (RFC 3986 §2.1)."""
    text = "".join(_CODES.get(character, character) for character in address)
    text = _REFERENCE.sub("&amp;", text)
    return text if _is_balanced(text) else text.replace("(", "%28").replace(")", "%29")


def _is_balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth < 0:
            return False
    return depth == 0
