"""Settings: read once, wrong ones told together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from contact_cta.config import CHECKS, ContactConfigError, contact_config
from contact_cta.webmail import SERVICES, Webmail


def test_nothing_needs_to_be_set() -> None:
    config = contact_config({"PATH": "/c", "SITEURL": "https://example.com/"})
    assert (config.authors, config.ctas, config.site_file) == (Path("/c/authors"), Path("/c/ctas"), Path("/c/site.md"))
    assert (config.default_kind, config.region, config.reply_code, config.webmail) == ("question", "US", False, SERVICES)
    assert config.public_url == "https://example.com"


def test_every_setting_arrives() -> None:
    given: dict[str, Any] = {
        "CONTACT_AUTHORS_PATH": "people",
        "CONTACT_CTAS_PATH": "kinds",
        "CONTACT_SITE_FILE": "us.md",
        "CONTACT_DEFAULT_KIND": "story",
        "CONTACT_DEFAULT_AUTHOR": "ann",
        "CONTACT_REGION": "GB",
        "CONTACT_REPLY_CODE": True,
        "CONTACT_REPLY_PROMISE": "soon",
        "CONTACT_WEBMAIL": [("Post", "https://example.com/?to={address}&about={subject}")],
    }
    assert given.keys() == CHECKS.keys()
    config = contact_config(given | {"AUTHOR": "Bea"})
    values = {name: getattr(config, field) for name, (field, _) in CHECKS.items()}
    assert values == given | {"CONTACT_WEBMAIL": (Webmail("Post", "https://example.com/?to={address}&about={subject}"),)}


def test_the_public_address_goes_before_that_of_a_preview() -> None:
    assert contact_config({"SITEURL": "", "SITE_PUBLIC_URL": "https://example.com"}).public_url == "https://example.com"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("CONTACT_AUTHOR_PATH", "people", "Did you mean CONTACT_AUTHORS_PATH?"),
        ("CONTACT_AUTHORS_PATH", "/people", "below the content folder"),
        ("CONTACT_AUTHORS_PATH", "../people", "below the content folder"),
        ("CONTACT_CTAS_PATH", "", "below the content folder"),
        ("CONTACT_SITE_FILE", None, "below the content folder"),
        ("CONTACT_DEFAULT_KIND", 1, "Give a text"),
        ("CONTACT_REGION", "Britain", "two letters"),
        ("CONTACT_REPLY_CODE", "yes", "True or False"),
        ("CONTACT_WEBMAIL", "gmail", "list of pairs"),
        ("CONTACT_WEBMAIL", [("A", "https://example.com/")], "recipient"),
        ("CONTACT_WEBMAIL", [("A", "javascript:x?to={address}")], "A:"),
    ],
)
def test_a_wrong_setting_is_told(name: str, value: object, words: str) -> None:
    with pytest.raises(ContactConfigError, match=name) as caught:
        contact_config({name: value})
    assert words in str(caught.value)


def test_all_wrong_settings_are_told_together() -> None:
    with pytest.raises(ContactConfigError) as caught:
        contact_config({"CONTACT_REGION": "x", "CONTACT_REPLY_CODE": 1, "CONTACT_SHOES": 42})
    assert len(caught.value.problems) == 3
