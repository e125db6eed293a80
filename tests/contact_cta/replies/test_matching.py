from __future__ import annotations

import pytest
from contact_cta.replies.articles import Article, Library
from contact_cta.replies.matching import Match, Matcher

LIGHT = Article("a.md", "The yellow light", "GY47PP", "light", (), "question")
CALLS = Article("b.md", "Forty-three cold calls", "J0R6E2", "calls", (), "referral")
LONG = Article("c.md", "What " + "a long " * 40 + "title", "AAAAA1", "long", (), "thanks")
SUBJECTS = (
    ("question", "Re: {title}"),
    ("referral", "Someone you should meet ({title})"),
    ("story", "My story: {title}"),
    ("other", "Hello"),
)


def matcher(*articles: Article, former: tuple[tuple[str, Article], ...] = ()) -> Matcher:
    return Matcher(Library(articles or (LIGHT, CALLS, LONG), SUBJECTS, frozenset()), former)


def only(article: Article, kind: str = "", *, is_bare: bool = False) -> Match:
    return Match((article,), kind, is_bare)


@pytest.mark.parametrize(
    ("subject", "match"),
    [
        ("Re: The yellow light", only(LIGHT)),
        ("AW: Re: Forty-three cold calls", only(CALLS)),
        ("Forty-three cold calls", only(CALLS, is_bare=True)),
        ("My story: Forty-three cold calls", only(CALLS, "story")),
        ("SV: my story - the yellow light", only(LIGHT, "story")),
        ("Someone you should meet (The yellow light)", only(LIGHT, "referral")),
    ],
)
def test_article_and_kind_of_a_subject(subject: str, match: Match) -> None:
    assert matcher().match(subject) == match


@pytest.mark.parametrize(
    "subject", ["", "Hello", "Re:", "The yellow", "The yellow light bulb", "About the yellow light", "My story:", "Invoice"]
)
def test_other_subjects_are_about_no_article(subject: str) -> None:
    assert matcher().match(subject) is None


def test_a_reply_code_is_enough() -> None:
    assert matcher().match("Re: a thought on colours [gy47pp]") == only(LIGHT)


def test_a_reply_code_wins_over_the_title_and_leaves_the_kind_to_its_own_subject() -> None:
    assert matcher().match("My story: The yellow light [GY47PP]") == only(LIGHT, "story")
    assert matcher().match("My story: The yellow light [J0R6E2]") == only(CALLS)


def test_an_unknown_code_does_not_hide_the_title() -> None:
    assert matcher().match("Re: The yellow light [ZZZZZZ]") == only(LIGHT)


def test_a_code_decides_between_two_articles_of_one_title() -> None:
    twin = Article("d.md", "The Yellow Light!", "BBBBB1", "twin", (), "thanks")
    both = matcher(LIGHT, twin)
    assert both.match("Re: The yellow light") == Match((LIGHT, twin), "")
    assert both.match("Re: The yellow light [BBBBB1]") == only(twin)


def test_a_title_may_begin_with_what_looks_like_a_prefix() -> None:
    cycling, cycle = Article("e.md", "Re: cycling", "", "e", (), "thanks"), Article("f.md", "[Not] cycling", "", "f", (), "thanks")
    assert matcher(cycling, cycle).match("AW: Re: cycling") == only(cycling)
    assert matcher(cycling, cycle).match("AW: [Not] cycling") == only(cycle)


def test_a_former_title_leads_to_its_article_unless_another_has_it_now() -> None:
    known = matcher(LIGHT, CALLS, former=(("Amber", LIGHT), ("Forty-three cold calls", LIGHT)))
    assert known.match("Re: amber") == only(LIGHT)
    assert known.match("Re: Forty-three cold calls") == only(CALLS)


@pytest.mark.parametrize(("before", "kind"), [("", ""), ("Re: ", ""), ("My story: ", "story"), ("Someone you should meet (", "referral")])
def test_a_title_that_was_cut_is_known_by_its_beginning(before: str, kind: str) -> None:
    assert matcher().match(before + LONG.title[:100] + "…") == only(LONG, kind)


def test_a_beginning_that_is_short_or_of_two_titles_is_not_a_title() -> None:
    other = Article("g.md", LONG.title + " again", "", "g", (), "thanks")
    assert matcher().match("Re: " + LONG.title[:50]) is None
    found = matcher(LONG, other).match("Re: " + LONG.title[:100])
    assert found is not None
    assert found.articles == (LONG, other)


def test_a_title_without_letters_is_found_and_found_only_by_itself() -> None:
    marks = Article("h.md", "???", "", "h", (), "thanks")
    assert matcher(marks).match("Re: ???") == only(marks)
    assert matcher(marks).match("Re: !") is None
