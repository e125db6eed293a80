"""Pelican's writer, which collects jobs instead of writing; the desk decides which of them are rendered, and when."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from pelican.paginator import Paginator
from pelican.utils import sanitised_join
from pelican.writers import FileOverwriteFailedError, Writer

from fastbuild.contents.attaching import attach_in_order

from .feeds import Feed
from .jobs import Job

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.contents import Content

    from .desk import Desk

log = logging.getLogger(__name__)


class JobWriter(Writer):
    """Instead of `pelican.writers.Writer`. With relative links all is written at once, as each page leaves something in the context."""

    def __init__(self, output_path: str, settings: dict[str, Any], desk: Desk) -> None:
        super().__init__(output_path, settings=settings)
        self._desk = desk

    def write_file(  # noqa: PLR0913, PLR0917  (Pelican's signature)
        self,
        name: Any,
        template: Any,
        context: dict[str, Any],
        relative_urls: Any = False,  # noqa: FBT002
        paginated: Any = None,
        template_name: str | None = None,
        override_output: Any = False,  # noqa: FBT002
        url: Any = None,
        **kwargs: Any,
    ) -> None:
        """Note what is to be written; raises FileOverwriteFailedError where Pelican's own would, before it has rendered anything."""
        if not name:
            return
        if relative_urls or self.settings["RELATIVE_URLS"]:
            super().write_file(name, template, context, relative_urls, paginated, template_name, override_output, url, **kwargs)
            return
        shared, more = self._desk.split(context)
        for path, local in self._outputs(name, template_name, paginated, url, kwargs):
            if self._is_wanted(path, override=bool(override_output)):
                self._desk.add(Job(path, template, shared, more | {"output_file": path} | local, bool(override_output)))

    def _outputs(
        self, name: str, template_name: str | None, paginated: Any, url: Any, given: dict[str, Any]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Path and arguments of each page; several for a list that is cut into pages. As `Writer.write_file` has it."""
        lists = {key: value for key, value in given.items() if key in {"articles", "dates"}} if paginated is None else paginated
        if not lists or template_name not in self.settings["PAGINATED_TEMPLATES"]:
            yield name, given
            return
        per_page = self.settings["PAGINATED_TEMPLATES"][template_name] or self.settings["DEFAULT_PAGINATION"]
        paginators = {key: Paginator(name, url, value, self.settings, per_page) for key, value in lists.items()}
        for number in range(next(iter(paginators.values())).num_pages):
            page, local = None, dict(given)
            for key, paginator in paginators.items():
                page = paginator.page(number + 1)
                local[f"{key}_paginator"] = paginator
                local[f"{key}_page"] = page
                local[f"{key}_previous_page"] = paginator.page(number) if number > 0 else None
                local[f"{key}_next_page"] = paginator.page(number + 2) if number + 1 < paginator.num_pages else None
            if page is not None:
                yield page.save_as, local

    def _is_wanted(self, name: str, *, override: bool) -> bool:
        """Whether the file is this job's; as `Writer._open_w` has it, without opening a file."""
        path = sanitised_join(self.output_path, name)
        if path in self._overridden_files:
            if override:
                raise FileOverwriteFailedError(f'Failed to overwrite "{path}" a second time (was previously overwritten)')
            return False
        if path in self._written_files and not override:
            what = "as Pelican has already written to it previously (set `override=True` if intended)"
            raise FileOverwriteFailedError(f'Failed to overwrite "{path}" {what}')
        if override:
            self._overridden_files.add(path)
        self._written_files.add(path)
        return True

    def follow_links(self) -> None:
        """Pelican follows the links of a text when it writes its page; here that is done, where it matters, before the next generator."""
        attach_in_order(self._desk.contents())

    def write_feed(  # noqa: PLR0913, PLR0917  (Pelican's signature)
        self,
        elements: list[Content],
        context: dict[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: Any = False,  # noqa: FBT002
        feed_title: str | None = None,
    ) -> Any:
        """As `write_file`. Returns nothing, since the feed is not made yet; Pelican itself does not ask for it."""
        if self._desk.immediate_feeds or not path or self.settings["RELATIVE_URLS"]:
            return super().write_feed(elements, context, path, url, feed_type, override_output, feed_title)
        if self._is_wanted(path, override=bool(override_output)):
            shown = list(elements[: self.settings["FEED_MAX_ITEMS"]])
            feed = Feed(self, shown, path=path, url=url, kind=feed_type, title=feed_title)
            self._desk.add(Job(path, feed, context, {"output_file": path}, bool(override_output)))
        return None
