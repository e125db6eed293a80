"""Feeds, labels and months of the old blog lead to ours."""

from __future__ import annotations

import tomllib

from legacy_import.model import Status
from legacy_import.redirects import CLOSED, redirects, with_redirects
from site_owner.slugs import slug_of

from .items import DAY, index_of, post

TOML = "name = \"x\"\n\n# Old ones.\n[redirects]\n'/shop/' = 'https://shop.example/'\n\n[counts]\nlist = 10\n"


def test_labels_feeds_and_months() -> None:
    index = index_of(
        post(1, tags=("Café & cake",), categories=("Notes",), author="Ann Lee"), post(2, tags=("Secret",), status=Status.PRIVATE)
    )
    found = redirects(index.public(), slug_of)
    assert not [origin for origin in redirects(index.public(), slug_of, ["blogger"]) if origin.startswith(("/tag/", "/feed/"))]
    assert not [origin for origin in redirects(index.public(), slug_of, ["wordpress.com"]) if origin.startswith(("/search", "/feeds"))]
    assert found["/search/label/Caf%C3%A9%20%26%20cake"] == "/tags/cafe-cake/"
    assert found["/feeds/posts/default/-/Caf%C3%A9%20%26%20cake"] == "/feeds/tags/cafe-cake.atom.xml"
    assert found["/category/notes/"] == "/categories/notes/"
    assert found["/category/notes/feed/"] == "/feeds/categories/notes.atom.xml"
    assert found["/feeds/posts/default"] == "/feeds/all.atom.xml"
    assert (found["/author/ann-lee/"], found["/author/ann-lee/feed/"]) == ("/authors/ann-lee/", "/feeds/authors/ann-lee.atom.xml")
    assert found["/feed/"] == "/feeds/all.rss.xml"
    assert found["/comments/feed/"] == found["/feeds/comments/default"] == CLOSED
    assert found[f"/{DAY:%Y/%m}/"] == f"/archive/{DAY:%Y}/"
    assert not [origin for origin in found if "ecret" in origin]


def test_categories_lead_to_what_became_of_them() -> None:
    """A post has one category here, so its others are tags; and none stands for having none."""
    index = index_of(
        post(1, categories=("Notes", "Travel")), post(2, categories=("Uncategorized", "Rope")), post(3, categories=("Travel",))
    )
    found = redirects(index.public(), slug_of, ["wordpress"])
    assert [found[f"/category/{name}/"] for name in ("notes", "travel", "rope")] == [
        *("/categories/notes/", "/categories/travel/", "/categories/rope/"),
    ]
    index = index_of(post(1, categories=("Notes", "Travel")))
    found = redirects(index.public(), slug_of, ["wordpress"])
    assert (found["/category/travel/"], found["/category/travel/feed/"]) == ("/tags/travel/", "/feeds/tags/travel.atom.xml")
    assert not [origin for origin in redirects(index_of(post(1, categories=("Allgemein",))).public(), slug_of) if "allgemein" in origin]


def test_labels_are_led_from_where_the_source_says_they_were() -> None:
    index = index_of(
        post(
            1,
            tags=("Q & A",),
            categories=("Café",),
            label_slugs=(("Q & A", "q-and-a"), ("Café", "kaffee")),
            author="Ann Lee",
            author_slug="admin",
        )
    )
    found = redirects(index.public(), slug_of, ["wordpress"])
    assert (found["/tag/q-and-a/"], found["/category/kaffee/feed/"]) == (f"/tags/{slug_of('Q & A')}/", "/feeds/categories/cafe.atom.xml")
    assert found["/author/admin/"] == "/authors/ann-lee/"
    assert not {"/category/cafe/", "/author/ann-lee/"} & set(found)


def test_nothing_public_wants_no_redirect() -> None:
    assert redirects([], slug_of) == {}


def test_lines_are_added_to_the_table_that_is_there() -> None:
    text = with_redirects(TOML, {"/feed/": "/feeds/all.rss.xml", "/it's/": "/its/"})
    assert tomllib.loads(text)["redirects"] == {"/shop/": "https://shop.example/", "/feed/": "/feeds/all.rss.xml", "/it's/": "/its/"}
    assert tomllib.loads(text)["counts"] == {"list": 10}
    assert "# Old ones." in text


def test_a_table_is_made_where_there_is_none() -> None:
    text = with_redirects('name = "x"\n[counts]\nlist = 10', {"/feed/": "/a/"})
    assert tomllib.loads(text) == {"name": "x", "counts": {"list": 10}, "redirects": {"/feed/": "/a/"}}
    assert with_redirects("x = 1\n", {}) == "x = 1\n"
