"""What the result of reading depends on besides the file's bytes, as one digest."""

from __future__ import annotations

import time
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from pelican import readers as pelican_readers
from pelican.readers import BaseReader, HTMLReader, MarkdownReader

from .canonical import Canonical, UntellableError
from .markdown_reuse import is_resettable
from .program_text import installed, programs_digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .markdown_reuse import Reused

VERSION = 1
"""To be raised when this package gives other readings of the same files, or writes them otherwise."""

KNOWN = (MarkdownReader, HTMLReader)
"""Readers that get a file's text from `pelican_open`, and nothing else from the file."""

_METHODS = ("read", "process_metadata", "_parse_metadata")
_NAMES = {"Markdown": "markdown.core", "get_date": "pelican.utils", "pelican_open": "pelican.utils"}
"""What those methods find in their module, and where it must come from."""


def is_known(reader: BaseReader | None) -> bool:
    """Whether `reader` is one of Pelican's two, and nobody has put something in the place of its methods."""
    methods = (getattr(type(reader), name, None) for name in _METHODS)
    is_whole = all(method is None or method.__module__ == pelican_readers.__name__ for method in methods)
    has_all = all(getattr(pelican_readers, name).__module__ == module for name, module in _NAMES.items())
    return type(reader) in KNOWN and is_whole and has_all


def reader_keys(readers: Mapping[str, BaseReader], markdown: Reused) -> dict[str, str | None]:
    """The key of each known reader, by the suffixes that it is for."""
    known = {suffix: reader for suffix, reader in readers.items() if is_known(reader)}
    keys = {type(reader): _reader_key(reader, markdown) for reader in known.values()}
    return {suffix: keys[type(reader)] for suffix, reader in known.items()}


def _reader_key(reader: BaseReader, markdown: Reused) -> str | None:
    """A digest of all that a known reader's results depend on; None if there is something that cannot be written down."""
    if isinstance(reader, MarkdownReader) and not markdown.is_shareable:
        return None
    if not all(process.__module__ == pelican_readers.__name__ for process in pelican_readers.METADATA_PROCESSORS.values()):
        return None  # it may look at any setting, and at the clock
    canonical = Canonical(is_resettable)
    try:
        parts = [canonical.text(part) for part in _parts(reader)]
        modules = canonical.modules | (markdown.modules if isinstance(reader, MarkdownReader) else frozenset())
        text = "\0".join((*parts, installed(), programs_digest(modules)))
    except (UntellableError, OSError):
        return None
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _parts(reader: BaseReader) -> tuple[Any, ...]:
    """`time` decides what zone a date's letters mean."""
    zone = (time.tzname, time.timezone, time.altzone)
    common = (VERSION, type(reader), zone, pelican_readers.METADATA_PROCESSORS)
    if not isinstance(reader, MarkdownReader):
        return common
    duplicates = pelican_readers.DUPLICATES_DEFINITIONS_ALLOWED
    return (*common, reader.settings["MARKDOWN"], list(reader.settings["FORMATTED_FIELDS"]), duplicates)
