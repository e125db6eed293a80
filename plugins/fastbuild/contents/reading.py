"""Files become contents: the loop that begins `generate_context` of Pelican's generators of articles and of pages."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from pelican.contents import SkipStub

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.contents import Content
    from pelican.generators import CachingGenerator

log = logging.getLogger("pelican.generators")  # who listens to Pelican's messages finds these where they always were


def contents_of(generator: CachingGenerator, files: list[str], content_class: type[Content], signals: tuple[Any, Any]) -> Iterator[Any]:
    """A content for each file that holds one; what is wrong with the others is logged. `signals` are those before and after reading."""
    preread, context_signal = signals
    for file in files:
        try:
            content = generator.readers.read_file(
                base_path=generator.path,
                path=file,
                content_class=content_class,
                context=generator.context,
                preread_signal=preread,
                preread_sender=generator,
                context_signal=context_signal,
                context_sender=generator,
            )
        except Exception:
            log.exception("Could not process %s", file, exc_info=generator.settings.get("DEBUG", False))
            generator._add_failed_source_path(file)
            continue
        if isinstance(content, SkipStub):
            continue
        if not content.is_valid():
            generator._add_failed_source_path(file)
            continue
        generator.add_source_path(content)
        generator.add_static_links(content)
        yield content
