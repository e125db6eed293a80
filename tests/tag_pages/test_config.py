"""Settings are judged all at once."""

from __future__ import annotations

import pytest
from tag_pages.config import TagPagesConfigError, tag_pages_config


def test_defaults() -> None:
    config = tag_pages_config({"PATH": "content"})
    assert (config.thin, config.related, config.support, config.vocabulary_is_closed) == (2, 6, 2, False)


def test_all_that_is_wrong_is_told() -> None:
    wrong = {
        "TAG_PAGES_PATH": "../tags",
        "TAG_PAGES_THIN": -1,
        "TAG_PAGES_SUPPORT": 0,
        "TAG_PAGES_RELATED": True,
        "TAG_PAGES_STRICT": "yes",
        "TAG_PAGES_TIN": 3,
    }
    with pytest.raises(TagPagesConfigError) as raised:
        tag_pages_config(wrong)
    assert len(raised.value.problems) == len(wrong)
    assert "Did you mean TAG_PAGES_THIN?" in str(raised.value)
