"""The plugin in a stranger's site: pages, names, and what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .stock import article, names, stock, tag_file, told

if TYPE_CHECKING:
    from tests.conftest import Site

TRUST = "Title: Trust\nSummary: How it is lent.\nAliases: Confidence, Reliance\nPinned: first\n"


@pytest.fixture
def trusting(site: Site) -> Site:
    """Three articles, two of them with the tag, and its file."""
    stock(site)
    tag_file(site, "trust", TRUST, "Begin with [the second]({filename}../second.md).\n")
    article(site, "first", "trust, Bees")
    article(site, "second", "CONFIDENCE, bees", day=2)
    article(site, "third", "Glue", day=3)
    return site


# --- Pages


def test_a_tags_page_has_its_introduction_with_links_that_lead_there(trusting: Site) -> None:
    built = trusting.build()
    assert built.problems == ()
    introduction = built.page("tag/trust.html").select_one(".tag-introduction")
    assert introduction
    assert introduction.get_text().strip() == "Begin with the second."
    assert [link["href"] for link in introduction.select("a")] == ["https://example.com/second.html"]


def test_pinned_articles_stand_on_the_page(trusting: Site) -> None:
    assert [link["href"] for link in trusting.build().page("tag/trust.html").select(".tag-pinned a")] == ["https://example.com/first.html"]


def test_tags_that_stand_together_are_related(trusting: Site) -> None:
    assert names(trusting.build(), "tag/trust.html")[:1] == ["Bees"]
    assert names(trusting.build(TAG_PAGES_SUPPORT=3), "tag/trust.html") == []


def test_all_tags_stand_by_letter(trusting: Site) -> None:
    page = trusting.build().page("tags.html")
    assert [heading.get_text() for heading in page.select("h2")] == ["B", "G", "T"]


def test_texts_link_to_a_tag_by_its_file(trusting: Site) -> None:
    trusting.write("fourth.md", "Title: Fourth\nDate: 2026-01-04 10:00\n\nOn [trust]({filename}tags/trust.md).\n")
    built = trusting.build()
    assert built.problems == ()
    assert built.page("fourth.html").select_one('a[href="https://example.com/tag/trust.html"]')


def test_a_picture_of_the_introduction_is_copied(trusting: Site) -> None:
    (trusting.folder / "content/images").mkdir()
    (trusting.folder / "content/images/a.txt").write_text("a", encoding="utf-8")
    tag_file(trusting, "glue", "Title: Glue\nImage: images/a.txt", "[What it is]({static}/elsewhere/b.txt)\n")
    trusting.write("elsewhere/b.txt", "b")
    assert {"images/a.txt", "elsewhere/b.txt"} <= trusting.build().files()


def test_tag_files_are_no_articles(trusting: Site) -> None:
    assert "trust.html" not in trusting.build().files()
    assert [page for page in trusting.build(USE_FOLDER_AS_CATEGORY=True).files() if page.startswith("category/tags")] == []


# --- One name


def test_every_spelling_leads_to_one_tag_with_one_name(trusting: Site) -> None:
    built = trusting.build()
    assert {path for path in built.files() if path.startswith("tag/")} == {"tag/trust.html", "tag/bees.html", "tag/glue.html"}
    assert names(built, "second.html") == []  # the theme `simple` has no rel on articles' tags
    links = [link.get_text() for link in built.page("second.html").select('a[href*="/tag/"]')]
    assert links == ["Trust", "Bees"]


def test_an_article_that_has_a_tag_under_two_names_has_it_once(trusting: Site) -> None:
    article(trusting, "fourth", "Reliance; Trust; trust", day=4)
    built = trusting.build()
    assert [link.get_text() for link in built.page("fourth.html").select('a[href*="/tag/"]')] == ["Trust"]
    assert len(built.page("tag/trust.html").select('a[href$="fourth.html"]')) >= 1


def test_drafts_and_hidden_articles_have_the_same_objects(trusting: Site) -> None:
    article(trusting, "draft", "confidence", "Status: draft\n")
    article(trusting, "hidden", "confidence", "Status: hidden\n")
    built = trusting.build()
    for path in ("drafts/draft.html", "hidden.html"):
        assert [link.get_text() for link in built.page(path).select('a[href*="/tag/"]')] == ["Trust"]


def test_two_tags_with_one_address_are_told_with_both_places(site: Site) -> None:
    stock(site, SITE_STRICT=True)
    article(site, "a", "C")
    article(site, "b", "Bees, C++", day=2)
    built = site.build()
    ((file, line, message),) = told(built, "tag-address")
    assert (file, line) == ("b.md", 3)
    assert "a.md:3" in message
    assert "content/tags/c-plus-plus.md" in message
    assert built.problems[0].level == "ERROR"


def test_a_file_gives_one_of_them_an_address_of_its_own(site: Site) -> None:
    stock(site)
    article(site, "a", "C")
    article(site, "b", "C++", day=2)
    tag_file(site, "c-plus-plus", "Title: C++")
    built = site.build()
    assert built.problems == ()
    assert {"tag/c.html", "tag/c-plus-plus.html"} <= built.files()


@pytest.mark.parametrize("name", ["!!!", "..", "\N{PARTY POPPER}", "y" * 300, "&;", "AUX"])
def test_a_name_without_an_address_is_told_and_left_out(site: Site, name: str) -> None:
    stock(site)
    article(site, "a", f"{name}; Bees")
    built = site.build()
    assert [(file, line) for file, line, _ in told(built, "tag-address")] == [("a.md", 3)]
    assert {path for path in built.files() if path.startswith("tag")} == {"tag/bees.html", "tags.html"}


@pytest.mark.parametrize(
    ("field", "rule", "one", "other"),
    [
        ("Category", "category-address", "R&D", "RD"),
        ("Author", "author-address", "Ann Lee", "Ann-Lee"),
        ("Authors", "author-address", "Ann Lee", "Ann-Lee"),
    ],
)
def test_categories_and_authors_with_one_address_are_told(site: Site, field: str, rule: str, one: str, other: str) -> None:
    stock(site)
    article(site, "a", "Bees", f"{field}: {one}\n")
    article(site, "b", "Bees", f"{field}: {other}\n", day=2)
    ((file, line, message),) = told(site.build(), rule)
    assert (file, line) in {("a.md", 4), ("b.md", 4)}
    assert {"a.md", "b.md"} == {name for name in ("a.md", "b.md") if f"{name}:4" in message}


def test_categories_and_authors_have_one_name_too(site: Site) -> None:
    stock(site)
    for day, (category, author) in enumerate([("Notes", "Zoë Ash"), ("notes", "zoe ash"), ("Notes", "Zoë Ash")], 1):
        article(site, f"a{day}", "Bees", f"Category: {category}\nAuthor: {author}\n", day=day)
    built = site.build()
    assert built.problems == ()
    assert {path for path in built.files() if path.startswith(("category/", "author/"))} == {"category/notes.html", "author/zoe-ash.html"}
    assert all("Zoë Ash" in built.read(f"a{day}.html") for day in (1, 2, 3))


@pytest.mark.parametrize("field", ["Category", "Author"])
def test_a_category_or_author_without_an_address_does_not_stop_the_build(site: Site, field: str) -> None:
    stock(site)
    article(site, "a", "Bees", f"{field}: !!!\n")
    built = site.build()
    assert [(file, line) for file, line, _ in told(built, f"{field.lower()}-address")] == [("a.md", 4)]
    assert "a.html" in built.files()


# --- Thin and hidden


def test_a_thin_tag_asks_not_to_be_found(site: Site) -> None:
    stock(site)
    article(site, "a", "Bees, Glue")
    article(site, "b", "Glue, Wax", day=2)
    tag_file(site, "wax", "Title: Wax", "From bees.\n")
    built = site.build()
    unlisted = {path for path in built.files() if path.startswith("tag/") and 'content="noindex,follow"' in built.read(path)}
    assert unlisted == {"tag/bees.html"}
    assert "Bees" in names(built, "tags.html")
    assert "noindex" not in site.build(TAG_PAGES_THIN=0).read("tag/bees.html")


def test_a_hidden_tag_has_a_page_to_which_nothing_leads(site: Site) -> None:
    stock(site)
    tag_file(site, "wax", "Title: Wax\nStatus: hidden", "Secret.\n")
    for day in (1, 2):
        article(site, f"a{day}", "Wax, Bees", day=day)
    built = site.build()
    assert 'content="noindex,follow"' in built.read("tag/wax.html")
    assert names(built, "tags.html") == ["Bees"]
    assert names(built, "tag/bees.html") == []


# --- What is told of tag files


@pytest.mark.parametrize(
    ("fields", "rule", "line", "words"),
    [
        ("Title: Wax\nAlias: Honey", "tag-field", 2, "Did you mean Aliases?"),
        ("Summary: Bees.", "tag-title", 1, "Title: Trust"),
        ("---\nTitle: Wax\nAliases:\n- Honey\n---", "tag-yaml", 1, "without ---"),
        ("Title: Wax\nStatus: draft", "tag-status", 2, "hidden"),
        ("Title: Wax\nAliases: Honey; !!!", "tag-alias", 2, "!!!"),
        ("Title: Wax\nImage: images/none.png", "tag-image", 2, "images/none.png"),
        ("Title: Wax\nPinned: none", "tag-pinned", 2, "there is no article"),
        ("Title: Wax\nPinned: a, drat", "tag-pinned", 2, "there is no article 'drat'"),
        ("Title: Wax\nPinned: a, bee-line", "tag-pinned", 2, "Did you mean 'bee-lines' ("),
        ("Title: Wax\nPinned: draft", "tag-pinned", 2, "draft.md:1) is not published"),
    ],
)
def test_mistakes_are_told_with_their_line(site: Site, fields: str, rule: str, line: int, words: str) -> None:
    stock(site)
    for day, slug in enumerate(("a", "bee-lines"), 1):
        article(site, slug, "Wax", day=day)
    article(site, "draft", "Wax", "Status: draft\n")
    tag_file(site, "wax", fields)
    found = told(site.build(), rule)
    assert [(file, at) for file, at, _ in found] == [("wax.md", line)]
    assert words in found[0][2]


def test_a_file_that_no_article_needs_yet_is_judged_as_well(site: Site) -> None:
    stock(site)
    article(site, "a", "Bees")
    tag_file(site, "wax", "Title: Wax\nPinned: none")
    assert [(file, line) for file, line, _ in told(site.build(), "tag-pinned")] == [("wax.md", 2)]


def test_two_files_that_claim_an_alias_are_both_named(site: Site) -> None:
    stock(site, SITE_STRICT=True)
    article(site, "a", "Wax, Honey")
    tag_file(site, "honey", "Title: Honey\nAliases: Nectar, Syrup")
    tag_file(site, "wax", "Title: Wax\nAliases: nectar, Honey")
    built = site.build()
    found = told(built, "tag-alias")
    assert [(file, line) for file, line, _ in found] == [("wax.md", 2), ("wax.md", 2)]
    assert all("honey.md:" in message for _, _, message in found)
    assert {problem.level for problem in built.problems} == {"ERROR"}


def test_two_files_with_one_title_are_both_named(site: Site) -> None:
    stock(site)
    article(site, "a", "Wax")
    tag_file(site, "bees-wax", "Title: wax")
    tag_file(site, "wax", "Title: Wax")
    ((file, line, message),) = told(site.build(), "tag-double")
    assert (file, line) == ("wax.md", 1)
    assert "bees-wax.md:1" in message


def test_an_alias_at_whose_address_another_tag_is_now_is_told(site: Site) -> None:
    stock(site)
    article(site, "a", "Wax, Honey!")
    tag_file(site, "wax", "Title: Wax\nAliases: Honey")
    ((file, line, message),) = told(site.build(), "tag-alias")
    assert (file, line) == ("wax.md", 2)
    assert "Honey!" in message


def test_a_file_that_is_not_utf8_is_told_and_the_rest_goes_on(site: Site) -> None:
    stock(site)
    article(site, "a", "Wax")
    (site.write("tags/wax.md", "")).write_bytes(b"Title: Wax\n\nCaf\xe9.\n")
    built = site.build()
    assert [(file, line) for file, line, _ in told(built, "tag-encoding")] == [("wax.md", 3)]
    assert "tag/wax.html" in built.files()


def test_old_addresses_of_a_tag_without_articles_are_told(site: Site) -> None:
    stock(site, SITE_STRICT=True)
    article(site, "a", "Bees")
    tag_file(site, "wax", "Title: Wax\nAliases: Propolis")
    built = site.build()
    assert [(problem.rule, problem.level) for problem in built.problems] == [("tag-unused", "WARNING")]


def test_in_a_closed_vocabulary_a_tag_needs_a_file(site: Site) -> None:
    stock(site, TAG_PAGES_STRICT=True)
    article(site, "a", "Word of mouth, Bess, Glue")
    tag_file(site, "bees", "Title: Bees\nAliases: Word of mouth")
    built = site.build()
    found = told(built, "tag-unknown")
    assert [(file, line) for file, line, _ in found] == [("a.md", 3), ("a.md", 3)]
    assert "Did you mean 'Bees'?" in found[0][2]
    assert "content/tags/glue.md" in found[1][2]
    assert {problem.level for problem in built.problems} == {"ERROR"}


# --- Addresses


def test_page_2_of_a_tag_is_no_other_tags_page(site: Site) -> None:
    stock(site, DEFAULT_PAGINATION=1)
    for day in (1, 2):
        article(site, f"a{day}", "Tag 1, Tag 12", day=day)
    built = site.build()
    assert {path for path in built.files() if path.startswith("tag/")} == {
        *("tag/tag-1.html", "tag/tag-1/page/2.html"),
        *("tag/tag-12.html", "tag/tag-12/page/2.html"),
    }


def test_an_owners_pattern_of_pages_stays(site: Site) -> None:
    stock(
        site,
        DEFAULT_PAGINATION=1,
        PAGINATION_PATTERNS=[(1, "{name}{extension}", "{name}{extension}"), (2, "{name}-p{number}.html", "{name}-p{number}.html")],
    )
    for day in (1, 2):
        article(site, f"a{day}", "Wax", day=day)
    assert "tag/wax-p2.html" in site.build().files()


def test_hundreds_of_tags_on_one_article_are_built(site: Site) -> None:
    stock(site)
    article(site, "a", "; ".join(f"Tag number {number}" for number in range(500)))
    assert len([path for path in site.build().files() if path.startswith("tag/")]) == 500


@pytest.mark.parametrize(
    "name",
    ['"quoted"', "<script>alert(1)</script>", "a/b", "../../x", "x" * 200, "O'Neil", "{{ 7 * 7 }}", "{slug}", "שלום", "%2e%2e", "a\\b"],
)
def test_hostile_names_are_built_and_shown_as_text(site: Site, name: str) -> None:
    stock(site)
    article(site, "a", f"{name}; {name}")
    tag_file(site, "other", "Title: Other", "Text.\n")
    article(site, "b", "Other", day=2)
    built = site.build()
    assert built.problems == ()
    assert name in names(built, "tags.html")
    assert all(path.count("/") <= 1 for path in built.files())
    assert not built.page("tags.html").select("script")


def test_tags_may_stand_one_on_each_line(site: Site) -> None:
    stock(site)
    site.write("a.md", "Title: A\nDate: 2026-01-01 10:00\nTags: Bees, wild\n    Wax; white\n    Honey\n\nText.\n")
    built = site.build()
    assert built.problems == ()
    assert names(built, "tags.html") == ["Bees, wild", "Honey", "Wax; white"]
