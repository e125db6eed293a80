from __future__ import annotations

import pickle

import pytest
from reading_aids.config import CONFIG_KEY, ReadingConfig, ReadingConfigError, reading_config


def test_without_settings_the_manuals_values_hold() -> None:
    config = reading_config({})
    assert (config.words_per_minute, config.toc_words, config.related, config.related_window) == (230, 700, 3, 20)
    assert config.series_save_as == "series/{slug}/index.html"


def test_settings_are_taken() -> None:
    config = reading_config({"READING_RELATED": 5, "READING_RESERVED_IDS": ["shop"], "SITE_STRICT": True, "DEFAULT_LANG": "de"})
    assert (config.related, config.reserved_ids, config.strict, config.language) == (5, ("shop",), True, "de")


def test_all_problems_are_told_at_once_each_with_a_way_out() -> None:
    wrong = {"READING_WORDS_PER_MINUT": 200, "READING_RELATED": "3", "READING_TOC_WORDS": True, "READING_SERIES_URL": "series/"}
    with pytest.raises(ReadingConfigError) as raised:
        reading_config(wrong)
    assert len(raised.value.problems) == 4
    assert "Did you mean READING_WORDS_PER_MINUTE?" in str(raised.value)
    assert "READING_RELATED is '3'. Give a whole number from 0 up." in str(raised.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("READING_WORDS_PER_MINUTE", 0),
        ("READING_RELATED_WINDOW", 0),
        ("READING_SERIES_SAVE_AS", "series/{slug}/{number}.html"),
        ("READING_SERIES_SAVE_AS", ""),
        ("READING_RESERVED_IDS", "main"),
        ("READING_NOTHING_LIKE_IT_AT_ALL", 1),
    ],
)
def test_what_cannot_work_is_refused(name: str, value: object) -> None:
    with pytest.raises(ReadingConfigError, match=name):
        reading_config({name: value})


@pytest.mark.parametrize(
    ("pattern", "lang", "address"),
    [("series/{slug}/", "en", "series/a/"), ("series/{slug}/", "de", "de/series/a/"), ("{lang}/s/{slug}.html", "en", "en/s/a.html")],
)
def test_a_series_in_another_language_has_an_address_of_its_own(pattern: str, lang: str, address: str) -> None:
    assert reading_config({}).series_address(pattern, "a", lang) == address


def test_the_configuration_can_be_pickled() -> None:
    config = reading_config({"READING_RESERVED_IDS": ["shop"]})
    copy: ReadingConfig = pickle.loads(pickle.dumps(config))  # noqa: S301  (our own bytes)
    assert copy == config


def test_settings_can_be_read_again() -> None:
    config = reading_config({"READING_RELATED": 5})
    assert reading_config({"READING_RELATED": 5, CONFIG_KEY: config}) == config
