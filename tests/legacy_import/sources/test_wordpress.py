"""WordPress's exports of all versions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from legacy_import.model import Action, Item, Kind, Status

from tests.legacy_import.sources.corpus import accounted, blogs, by_number, items, read_bytes, sample, troubles

FOUND = read_bytes(sample("wordpress-1.2.xml"))
POSTS = by_number(FOUND)
SUMMER = timezone(timedelta(hours=2))


def rules(item: Item) -> set[str]:
    return {note.rule for note in item.notes}


@pytest.mark.parametrize("name", ["wordpress-1.0.xml", "wordpress-1.1.xml", "wordpress-1.2.xml"])
def test_every_item_is_accounted_for(name: str) -> None:
    assert accounted(read_bytes(sample(name))) == sample(name).count(b"<item>")


def test_the_blog_is_told_first_with_its_offset() -> None:
    (blog,) = blogs(FOUND)
    assert FOUND[0] is blog
    assert (blog.title, blog.url, blog.language) == ("Salt & Pepper", "https://salt.example/blog", "en-GB")
    assert (blog.system, blog.utc_offset) == ("wordpress", "+02:00")


def test_a_blog_at_wordpress_com_is_known_as_such_whatever_prefix_its_export_has() -> None:
    (blog,) = blogs(read_bytes(sample("wordpress-1.1.xml")))
    assert (blog.system, blog.url) == ("wordpress.com", "http://wood.wordpress.com")


def test_a_post_comes_with_all_that_is_known_of_it() -> None:
    post = POSTS["12"]
    assert (post.kind, post.status) == (Kind.POST, Status.PUBLISHED)
    assert post.id == "http://salt.example/?p=12&lang=en"
    assert post.url == "https://salt.example/blog/2012/07/caf%c3%a9-cr%c3%a8me/"
    assert post.other_urls == ("https://salt.example/blog/2012/07/coffee/", "https://salt.example/blog/2012/07/tea/")
    assert (post.title, post.slug, post.author) == ("Pepper & other matters", "café-crème", "Nora Ellery")
    assert post.summary == "What pepper & salt have in common."
    assert post.published == datetime(2012, 7, 2, 9, 15, tzinfo=SUMMER)
    assert post.published.utcoffset() == timedelta(hours=2)
    assert post.updated == datetime(2013, 1, 5, 11, tzinfo=UTC)
    assert (post.categories, post.tags) == (("Q & A",), ("Trust", "slow-food"))


def test_the_text_is_as_it_was_typed() -> None:
    post = POSTS["12"]
    assert post.needs_paragraphs
    assert post.html.startswith("First paragraph, typed\nover two lines.\n\nSecond")
    assert "a[b[0]]> and" in post.html
    assert post.html.endswith("A desk[/caption]")


def test_blocks_need_no_paragraphs_made() -> None:
    assert not POSTS["2"].needs_paragraphs


def test_terms_that_are_neither_category_nor_tag_are_told() -> None:
    (note,) = (note for note in POSTS["12"].notes if note.rule == "taxonomy-unknown")
    assert (note.action, note.text) == (Action.DROPPED, "The Alps")


def test_version_1_0_names_each_term_twice_and_we_once() -> None:
    (post,) = by_number(read_bytes(sample("wordpress-1.0.xml"))).values()
    assert (post.categories, post.tags) == (("Sales",), ("listening",))
    assert post.published == datetime(2009, 5, 4, 17, 17, tzinfo=timezone(-timedelta(hours=4)))


def test_a_post_in_a_language_of_its_own() -> None:
    (post,) = items(read_bytes(sample("wordpress-1.1.xml")))
    assert (post.language, post.author, post.title) == ("de", "Tomas Hale", "Birke – hell & leicht")


@pytest.mark.parametrize(
    ("number", "status"),
    [
        ("11", Status.DRAFT),
        ("14", Status.PROTECTED),
        ("15", Status.SCHEDULED),
        ("16", Status.PENDING),
        ("17", Status.PRIVATE),
        ("18", Status.TRASHED),
        ("19", Status.PRIVATE),
    ],
)
def test_only_what_was_public_is_published(number: str, status: Status) -> None:
    assert POSTS[number].status is status


def test_a_status_that_nobody_knows_is_doubtful() -> None:
    assert "status-unknown" in rules(POSTS["19"])


def test_a_draft_has_the_time_of_the_blog_and_no_offset() -> None:
    assert POSTS["11"].published == datetime(2012, 7, 1, 9)  # noqa: DTZ001
    assert POSTS["11"].notes == ()


def test_a_date_that_is_none_stays_out_and_is_told() -> None:
    assert POSTS["18"].published is None
    assert "date-impossible" in rules(POSTS["18"])
    assert POSTS["18"].slug == "gone"


def test_two_dates_that_contradict_each_other_are_doubtful() -> None:
    assert POSTS["19"].published == datetime(2012, 8, 6, 8, 3, tzinfo=UTC)
    assert "date-offset" in rules(POSTS["19"])


def test_a_file_knows_its_post_and_its_place() -> None:
    file = POSTS["13"]
    assert (file.kind, file.parent, file.file) == (Kind.MEDIA, "12", "2012/07/desk.jpg")
    assert (file.url, file.other_urls) == ("https://salt.example/files/desk.jpg", ("https://salt.example/blog/2012/07/cafe-creme/desk/",))
    assert (file.alt, file.summary) == ("A desk, and on it a lamp", "A desk by the window")


def test_the_cover_has_a_number_and_an_address_as_soon_as_its_file_was_read() -> None:
    assert (POSTS["12"].cover, POSTS["12"].cover_number) == ("", "13")
    assert POSTS["2"].cover == "https://salt.example/files/desk.jpg"


def test_comments_are_comments_of_their_post() -> None:
    comments = [each for each in items(FOUND) if each.kind is Kind.COMMENT]
    assert {each.parent for each in comments} == {POSTS["12"].id}
    assert [(each.number, each.status) for each in comments] == [
        ("501", Status.PUBLISHED),
        ("502", Status.SPAM),
        ("503", Status.PENDING),
    ]
    assert comments[0].html == "I never thought of that.\n\nThank you."
    assert comments[0].author == "Tomas Hale"
    assert [rules(each) for each in comments] == [set(), set(), {"comment-type"}]


def test_a_type_of_a_plugin_that_readers_could_see_is_a_page() -> None:
    recipe = POSTS["20"]
    assert (recipe.kind, recipe.status) == (Kind.PAGE, Status.PUBLISHED)
    assert rules(recipe) == {"type-unknown"}


def test_machinery_is_kept_out_and_counted() -> None:
    assert not {"21", "22", "23", "24"} & set(POSTS)
    told = {each.what: each.items for each in FOUND if hasattr(each, "items") and each.rule == "kept-out"}  # type: ignore[union-attr]
    assert told == {
        "earlier versions of posts: 1 kept out": 1,
        "entries of menus: 2 kept out": 2,
        "items of the type some_form: 1 kept out": 1,
    }


def test_nothing_is_mended_in_what_is_sound() -> None:
    assert set(troubles(FOUND)) == {"kept-out"}


def test_an_author_without_an_entry_keeps_the_login() -> None:
    assert POSTS["2"].author == "somebody-who-left"


def with_meta(**values: str) -> Item:
    """The first post of two categories, with what plugins keep beside it."""
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"
        for key, value in values.items()
    )
    head = "".join(
        f"<wp:category><wp:term_id>{number}</wp:term_id><wp:cat_name>{name}</wp:cat_name></wp:category>"
        for number, name in enumerate("ABC")
    )
    filed = "".join(f'<category domain="category" nicename="{name}">{name}</category>' for name in "ABC")
    item = f"<item><title>x</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>{filed}{meta}</item>"
    return items(read_bytes(f'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>{head}{item}</channel></rss>'.encode()))[0]


def test_the_category_that_a_plugin_calls_primary_is_the_first() -> None:
    assert with_meta().categories == ("A", "B", "C")
    assert with_meta(_yoast_wpseo_primary_category="1").categories == ("B", "A", "C")
    assert with_meta(rank_math_primary_category="7").categories == ("A", "B", "C")


def test_a_description_for_search_engines_is_a_summary_if_somebody_wrote_it() -> None:
    assert with_meta(_yoast_wpseo_metadesc="Rope &amp;amp; sail.").summary == "Rope & sail."
    assert with_meta(_yoast_wpseo_metadesc="%%excerpt%%", rank_math_description="100 % rope").summary == "100 % rope"
    assert with_meta(_aioseo_description="#post_excerpt").summary == ""
    assert POSTS["12"].summary == "What pepper & salt have in common."


def export(*records: str) -> bytes:
    """An export of posts, each given as the elements that tell it apart."""
    post = "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>2012-02-16 15:52:55</wp:post_date>"
    inner = "".join(f"<item>{post}<guid>http://a.example/?p=175</guid>{record}</item>" for record in records)
    return f'<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>{inner}</channel></rss>'.encode()


def test_a_copy_of_a_post_that_kept_its_id_is_a_post_of_its_own() -> None:
    first, copy = "<title>One</title><wp:post_name>one</wp:post_name>", "<title>Two</title><wp:post_name>two</wp:post_name>"
    assert [item.id for item in items(read_bytes(export(first, copy)))] == ["http://a.example/?p=175", ""]
    assert [item.id for item in items(read_bytes(export(first, first)))] == ["http://a.example/?p=175"] * 2


def test_a_post_in_several_languages_has_the_first_title_and_all_of_the_text() -> None:
    for marks in (("<!--:fr-->", "<!--:--><!--:en-->", "<!--:-->"), ("[:fr]", "[:en]", "[:]")):
        french, english, end = (f"<![CDATA[{mark}]]>" for mark in marks)
        title = f"<title>{french}Sous le ciel{english}Under heaven{end}</title>"
        text = f"<content:encoded>{french}Il pleut.{english}It rains.{end}</content:encoded>"
        (item,) = items(read_bytes(export(title + text)))
        assert (item.title, item.html) == ("Sous le ciel", "Il pleut.\n\nIt rains.")
        assert rules(item) >= {"text-languages"}
