"""The category that stands for "none": it can still be read, but `{% if article.category %}` is false."""

from __future__ import annotations

import pelican.contents


class Category(pelican.contents.Category):
    """Pelican looks settings up by a class's name, so this one bears the name of its parent."""

    def __bool__(self) -> bool:
        return False
