"""Which names are taken for one tag, and which never are."""

from __future__ import annotations

import time
from itertools import islice, product

import pytest
from site_owner.slugs import slug_of
from tag_pages.doctor.likeness import alike
from tag_pages.doctor.model import Tag


def tag(name: str, published: int = 1) -> Tag:
    return Tag(name, slug_of(name), None, (), (), published, 0)


def told(*tags: Tag) -> list[tuple[str, str, str]]:
    return [(pair.less.name, pair.more.name, pair.kind) for pair in alike(tags, 3)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Follow up", "Follow-up", "address"),
        ("Followup", "Follow-up", "letters"),
        ("Q&A", "Q and A", "letters"),
        ("Customer’s trust", "Customers trust", "address"),
        ("R. and D.", "RandD", "letters"),
        ("Referral", "Referrals", "plural"),
        ("Story", "Stories", "plural"),
        ("Small shop", "Small shops", "plural"),
        ("Boxes", "Box", "plural"),
        ("Car", "Cars", "plural"),
        ("Empfehlung", "Empfehlungen", "plural"),
        ("Customer trust", "Trust, customer", "order"),
        ("Shops, small", "Small shop", "order"),
        ("Relationship", "Relatoinship", "typing"),
        ("Gratitude", "Gratitutde", "typing"),
        ("Relationship marketing", "Relationship markting", "typing"),
        ("Acquaintances", "Aquantances", "typing"),
    ],
)
def test_the_same_under_two_names(one: str, other: str, kind: str) -> None:
    assert told(tag(one, 5), tag(other, 1)) == [(other, one, kind)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C", "C#"),
        ("C", "C++"),
        ("C++", "C#"),
        ("F#", "F"),
        ("2024", "2025"),
        ("Spring 2024", "Spring 2025"),
        ("Web 1 2", "Web 12"),
        ("Letters 1", "Letters 11"),
        ("Art", "Arc"),
        ("Trust", "Truss"),
        ("Sales", "Tales"),
        ("Import", "Export"),
        ("Internal", "External"),
        ("Tea", "Team"),
        ("Business", "Busines trip"),
        ("Us", "U"),
        ("Basis", "Basics"),
        ("Listening", "Learning"),
        ("日本", "日木"),
        ("!!!", "???"),
    ],
)
def test_two_tags_that_only_look_alike(one: str, other: str) -> None:
    assert told(tag(one), tag(other)) == []


def test_who_writes_about_both_means_both() -> None:
    assert told(tag("Meeting", 3), tag("Melting", 3)) == []
    assert told(tag("Meeting", 3), tag("Melting", 2)) == [("Melting", "Meeting", "typing")]


def test_the_one_with_fewer_articles_is_merged_into_the_other() -> None:
    assert told(tag("Referral", 2), tag("Referrals", 1)) == [("Referrals", "Referral", "plural")]
    assert told(tag("Referrals", 1), tag("Referral", 1)) == [("Referrals", "Referral", "plural")]


def test_a_group_is_mended_by_one_hint_for_each_but_the_largest() -> None:
    assert told(tag("E-mail", 1), tag("Email", 4), tag("E mail", 2), tag("Emails", 1)) == [
        ("E-mail", "E mail", "address"),
        ("E mail", "Email", "letters"),
        ("Emails", "Email", "plural"),
    ]


def test_thousands_of_tags_take_no_time() -> None:
    syllables = ["ba", "ke", "ti", "lo", "mu", "ra", "se", "no", "vi", "du", "pra", "sto", "kli"]
    names = ["".join(letters) for letters in islice(product(syllables, repeat=4), 0, None, 14)]
    tags = [tag(name.capitalize()) for name in names[:2000]]
    start = time.perf_counter()
    found = alike([*tags, tag("Kekliduprra"), tag("Kekliduprras")], 3)
    assert time.perf_counter() - start < 2
    assert ("Kekliduprras", "Kekliduprra", "plural") in {(pair.less.name, pair.more.name, pair.kind) for pair in found}
    assert alike(tags[::-1], 3) == alike(tags, 3)
