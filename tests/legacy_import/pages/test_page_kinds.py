"""Pages that are no post, or several, or wrapped, encoded and nested as pages can be."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from legacy_import.furniture import stripped
from legacy_import.model import Action, Blog, Item, Kind, Place, Trouble
from legacy_import.sources.saved_pages import read_page

from .collection import PAGES
from .test_saved_pages import parsed

PLACE = Place("page.html")
PROSE = "<p>We bought two chairs, and nobody asked what they cost, which is the point.</p>"


def read(source: str | bytes) -> list[Blog | Item | Trouble]:
    return list(read_page(source if isinstance(source, bytes) else source.encode(), PLACE))


def items(source: str | bytes) -> list[Item]:
    return [found for found in read(source) if isinstance(found, Item)]


def rules(source: str | bytes) -> list[str]:
    return [found.rule for found in read(source) if isinstance(found, Trouble)]


def blogger_list(*bodies: str) -> str:
    posts = "".join(
        f"<div class='date-outer'><h2 class='date-header'>Monday, May {day}, 2009</h2><div class='post hentry'><h3 class='entry-title'>"
        f"<a href='http://ann.blogspot.example/2009/05/{day}.html'>Day {day}</a></h3><div class='post-body' id='post-body-77{day}'>"
        f"{body}</div><div class='post-footer'>Posted by Ann at 5:1{day} PM <a href='#'>3 comments</a></div></div></div>"
        for day, body in enumerate(bodies, 1)
    )
    head = "<meta name='generator' content='blogger'/><link rel='canonical' href='http://ann.blogspot.example/'/>"
    return f"<html><head>{head}</head><body class='index-view'><div class='blog-posts hfeed'>{posts}</div></body></html>"


def test_a_list_of_whole_posts_gives_each_with_its_own_date_and_address() -> None:
    found = items(blogger_list(PROSE, PROSE * 2, "Short."))
    assert [(item.title, item.url, str(item.published), item.author) for item in found] == [
        (f"Day {day}", f"http://ann.blogspot.example/2009/05/{day}.html", f"2009-05-0{day} 17:1{day}:00", "Ann") for day in (1, 2, 3)
    ]


def test_a_list_of_beginnings_is_told_with_the_addresses_of_the_posts() -> None:
    cut = "We bought… <a href='#'>Read more »</a>"
    (trouble,) = [found for found in read(blogger_list(cut, PROSE, cut)) if isinstance(found, Trouble)]
    assert trouble.rule == "page-list"
    assert "http://ann.blogspot.example/2009/05/1.html, http://ann.blogspot.example/2009/05/3.html" in trouble.fix
    assert [item.title for item in items(blogger_list(cut, PROSE, cut))] == ["Day 2"]


def test_a_link_to_the_rest_of_a_post_tells_that_it_is_cut_off_in_any_words() -> None:
    rest = "</div><div class='jump-link'><a href='http://ann.blogspot.example/2009/05/1.html#more'>Clique e leia a matéria</a>"
    assert [item.title for item in items(blogger_list(PROSE + rest, PROSE, PROSE))] == ["Day 2", "Day 3"]


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        (f"<title>Page not found | Ann</title><body class='error404'>{PROSE}</body>", "page-not-found"),
        ("<body class='login'><form id='loginform'></form></body>", "page-login"),
        (f"<title>Search results for chairs</title><body class='search'><article>{PROSE}</article></body>", "page-search"),
        ("", "page-empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, "page-binary"),
    ],
)
def test_a_page_that_is_no_post_is_told(source: str | bytes, rule: str) -> None:
    assert rules(source) == [rule]
    assert items(source) == []


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset='iso-8859-1'><h1>Café “x”</h1>".encode("cp1252"),
        "<meta charset='iso-8859-1'><h1>Café “x”</h1>".encode(),
        "<h1>Café “x”</h1>".encode("utf-8-sig"),
        "<h1>Café “x”</h1>".encode("utf-16"),
        "<h1>Café “x”</h1>".encode("cp1252"),
        "<meta http-equiv=content-type content='text/html; charset=windows-1257'><h1>Café “x”</h1>".encode("cp1257"),
    ],
)
def test_an_encoding_is_found_whatever_is_declared(data: bytes) -> None:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "ascii"
    (post,) = items(data + PROSE.encode(encoding).removeprefix(b"\xff\xfe"))
    assert post.title == "Café “x”"


def test_a_page_kept_in_one_file_by_a_browser_is_read() -> None:
    head = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ann.example/2009/05/x/\r\nMIME-Version: 1.0\r\n"
    kind = b'Content-Type: multipart/related; boundary="B"\r\n\r\n'
    part = b"--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    (post,) = items(head + kind + part + b"\r\n<h1>Caf=C3=A9</h1>" + PROSE.encode() + b"\r\n--B--\r\n")
    assert (post.title, post.url) == ("Café", "https://ann.example/2009/05/x/")


def test_links_to_an_archive_stay_unless_the_page_came_from_it() -> None:
    link = '<a href="https://web.archive.org/web/2015/http://a.example/">then</a>'
    (post,) = items(f"<h1>Then</h1><div class='entry-content'>{PROSE}{link}</div>")
    assert "web.archive.org/web/2015/" in post.html


def test_without_a_date_there_is_none() -> None:
    (post,) = items(f"<title>Chairs</title><div class='entry-content'>{PROSE}</div>")
    assert post.published is None


def test_the_address_gives_the_day_if_nothing_else_does_and_a_note_says_so() -> None:
    (post,) = items(f"<link rel='canonical' href='http://a.example/2009/05/04/x/'><div class='entry-content'>{PROSE}</div>")
    assert str(post.published) == "2009-05-04 00:00:00"
    assert [(note.action, note.rule) for note in post.notes] == [(Action.DOUBTFUL, "page-date")]


def test_comments_without_markup_are_told_by_who_speaks_and_when() -> None:
    below = (
        "<h3>3 Comments</h3><div><b>Bob Archer</b> says:<br>May 5, 2009 at 3:14 pm<p>It creaks.</p><p>Always has.</p></div>"
        "<div><p><strong>Cleo</strong> on May 6, 2009 at 8:00 am</p><p>So do you.</p></div>"
        "<p>Dan said...</p><p>Ha.</p><p>May 7, 2009 9:00 AM</p>"
        "<h3>Leave a Reply</h3><p>Your email address will not be published.</p>"
    )
    _, *comments = items(f"<title>Two chairs</title><div><h1>Two chairs</h1>{PROSE * 3}{below}</div>")
    assert [(item.author, item.html, str(item.published)) for item in comments] == [
        ("Bob Archer", "<p>It creaks.</p><p>Always has.</p>", "2009-05-05 15:14:00"),
        ("Cleo", "<p>So do you.</p>", "2009-05-06 08:00:00"),
        ("Dan", "<p>Ha.</p>", "2009-05-07 09:00:00"),
    ]


def test_an_address_that_is_none_does_no_harm() -> None:
    source = (
        f"<link rel='canonical' href='http://[x'/><body class='postid-4'><div class='entry-content'>{PROSE}<a href='/a'>b</a></div></body>"
    )
    (post,) = items(source)
    assert (post.url, post.id) == ("http://[x", "")


def test_beginnings_of_other_posts_below_a_post_do_not_make_its_page_a_list() -> None:
    teaser = "<article class='post'><h2><a href='#'>Two doors</a></h2><div class='post-content'><p>We bought two doors…</p></div></article>"
    post = f"<article class='post'><h1>Two chairs</h1><div class='post-content'>{PROSE}</div></article>"
    source = f"<title>Two chairs – Ann</title>{post}{teaser * 2}"
    assert [item.title for item in items(source)] == ["Two chairs"]
    assert rules(source) == []


def test_the_name_of_the_blog_above_a_title_is_not_the_text() -> None:
    source = f"<title>Two chairs</title><div><div><a href='/'>Ann's desk</a></div><h2>Two chairs</h2>{PROSE * 3}</div>"
    (post,) = items(source)
    assert "desk" not in post.html


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 4000 + PROSE,
        "<i>x <b>" * 3000 + PROSE,
        "<li class='comment' id='comment-1'><div class='comment-text'>x</div><ul>" * 1500,
        "<div class='post-body'>x</div>" * 3000,
        "<div class='comments'>" * 1500 + PROSE,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + PROSE,
    ],
    ids=["blocks", "inline", "comments", "posts", "names", "json"],
)
def test_nesting_and_numbers_without_end_cost_no_more_than_they_are_long(source: str) -> None:
    for item in items(f"<body class='single'>{source}</body>"):
        stripped(parsed(item.html))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_page_is_read_as_far_as_it_goes(data: st.DataObject) -> None:
    """Bytes cut out, doubled and replaced at random: there is always a blog first, and only items and troubles after it."""
    page = data.draw(st.sampled_from(PAGES)).data
    start = data.draw(st.integers(0, len(page)))
    stop = data.draw(st.integers(start, len(page)))
    filling = data.draw(
        st.one_of(st.binary(max_size=40), st.sampled_from([b"</div>", b"<table>", b"<!--", b"<script>", b"\xff\xfe", page[:500]]))
    )
    first, *rest = read(page[:start] + filling + page[stop:])
    assert isinstance(first, Blog | Trouble)
    for item in rest:
        assert isinstance(item, Item | Trouble)
        if isinstance(item, Item):
            assert item.kind in {Kind.POST, Kind.PAGE, Kind.COMMENT}
            stripped(parsed(item.html))


@given(st.text(alphabet=string.printable + "äéñß“”\u00a0\u200b", max_size=300))
def test_no_text_makes_reading_fail(text: str) -> None:
    assert read(text)


@pytest.mark.parametrize(
    "sign",
    [
        "<a href='http://www.blogger.com/post-edit.g?blogID=4206913370&postID=8123456789'>edit</a>",
        "<script>_WidgetManager._Init('//www.blogger.com/rearrange?blogID\\x3d4206913370');var d={'postId': '8123456789'};</script>",
        (
            "<link rel='service.post' href='http://www.blogger.com/feeds/4206913370/posts/default'/>"
            "<meta itemprop='postId' content='8123456789'/>"
        ),
        (
            "<link rel='alternate' href='http://a.example/feeds/posts/default'/>"
            "<i id='tag:blogger.com,1999:blog-4206913370.post-8123456789'></i>"
        ),
    ],
    ids=["links", "scripts", "head", "tag"],
)
def test_the_id_of_bloggers_feeds_is_pieced_together_from_what_the_page_holds(sign: str) -> None:
    source = f"<meta name='generator' content='blogger'/><body class='item-view'>{sign}<div class='post-body'>{PROSE}</div></body>"
    (post,) = items(source)
    assert post.id == "tag:blogger.com,1999:blog-4206913370.post-8123456789"


def test_posts_below_the_heading_of_their_day_have_its_date_and_the_time_of_their_own_link() -> None:
    post = (
        '<div class="post"><a name="812345678901234567{n}"></a><h3 class="post-title">{title}</h3><div class="post-body"><p>Whole.</p>'
        '</div><p class="post-footer"><em>posted by Ann @ <a href="http://ann.blogspot.example/2009/05/{n}.html" title="permanent link">'
        "5:1{n} PM</a></em></p></div>"
    )
    day = '<h2 class="date-header">{day}, May {n}, 2009</h2>'
    page = (
        '<html><head><meta name="generator" content="blogger"><title>Desk: May 2009</title></head><body><div id="main">'
        + day.format(day="Tuesday", n=5)
        + post.format(n=1, title="First")
        + post.format(n=2, title="Second")
        + day.format(day="Monday", n=4)
        + post.format(n=3, title="Third")
        + "</div></body></html>"
    )
    items = [found for found in read_page(page.encode(), Place("month.html")) if isinstance(found, Item)]
    told = [(item.title, str(item.published), item.author, item.url[-6:]) for item in items]
    assert told == [
        ("First", "2009-05-05 17:11:00", "Ann", "1.html"),
        ("Second", "2009-05-05 17:12:00", "Ann", "2.html"),
        ("Third", "2009-05-04 17:13:00", "Ann", "3.html"),
    ]


def test_pictures_and_films_of_amp_pages_are_those_of_html() -> None:
    page = (
        '<html amp><body><article><h1>Two chairs</h1><div class="amp-wp-article-content">'
        f'{PROSE}<amp-img src="a.jpg" alt="A"><noscript><img src="a.jpg"></noscript></amp-img>'
        '<amp-youtube data-videoid="abc123"></amp-youtube>'
        "</div></article></body></html>"
    )
    (item,) = items(page)
    assert '<img alt="A" src="a.jpg"/>' in item.html
    assert '<iframe src="https://www.youtube.com/embed/abc123"></iframe>' in item.html


def test_the_time_on_the_link_of_the_date_is_that_of_the_post() -> None:
    page = (
        '<html><body class="single"><div class="post"><h1 class="entry-title">Two chairs</h1><div class="entry-meta">Posted on '
        '<a href="http://desk.example/two/" title="5:17 pm" rel="bookmark"><span class="entry-date">May 4, 2011</span></a></div>'
        f'<div class="entry-content">{PROSE}</div></div></body></html>'
    )
    (item,) = items(page)
    assert (str(item.published), item.url) == ("2011-05-04 17:17:00", "http://desk.example/two/")


def test_metadata_and_a_form_within_the_text_go_with_the_words_around_them() -> None:
    page = (
        '<html><head><title>Lathes | The desk</title></head><body><div class="row"><h1>Lathes</h1><p>He rang in May, whoever he was.</p>'
        '<div class="meta"><i></i> 04.05.2016 <i></i> Ann <a href="/category/sales">Sales</a></div>'
        f"<div>{PROSE * 6}</div>"
        '<div class="well"><h4>Newsletter</h4><p>Subscribe, and never miss a post.</p><input></div></div></body></html>'
    )
    (item,) = items(page)
    tree = parsed(item.html)
    stripped(tree)
    assert tree.get_text() == "He rang in May, whoever he was." + parsed(PROSE * 6).get_text()
    assert (str(item.published), item.categories) == ("2016-05-04 00:00:00", ("Sales",))


def test_the_date_of_a_letter_in_the_text_is_not_that_of_the_post() -> None:
    page = (
        '<html lang="en"><head><title>Letters | Desk</title></head><body class="single"><div class="post"><h2 class="entry-title">Letters'
        f'</h2><div class="entry-content"><p>May 4, 2009</p>{PROSE}</div><p class="meta">June 3, 2010 | Ann Lee</p></div></body></html>'
    )
    (item,) = items(page)
    assert str(item.published) == "2010-06-03 00:00:00"
