"""Comment systems and what they leave behind, in finished pages, scripts and feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from site_check.comment_furniture import is_furniture
from site_check.comment_systems import HOSTS, system_in_code, system_of_host, system_of_name

if TYPE_CHECKING:
    from .conftest import Project


@pytest.mark.parametrize("host", HOSTS)
def test_hosts_stand_for_those_below_them_and_for_no_others(host: str) -> None:
    assert system_of_host(host) == system_of_host(f"A.b.{host}:8443") == HOSTS[host]
    assert system_of_host(f"not{host}") is None
    assert system_of_host(f"{host}.example.com") is None


@pytest.mark.parametrize("name", ["disqus_thread", "utterances", "giscus-frame", "fb-comments", "isso-thread", "remark42", "DISQUS_THREAD"])
def test_names_are_matched_as_a_whole(name: str) -> None:
    assert system_of_name(name)
    assert system_of_name(f"x{name}") is None
    assert system_in_code(f"var a = document.getElementById('{name}')")


def test_a_host_is_found_within_a_script_and_not_within_another_host() -> None:
    assert system_in_code("s.src = 'https://my-blog.disqus.com/embed.js'") == "Disqus"
    assert system_in_code("s.src = 'https://disqus.com.example.net/x.js'") is None
    assert system_in_code("let valiant = notgiscus") is None


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://giscus.app/client.js"></script>',
        '<script src="//blog.disqus.com/embed.js"></script>',
        '<div id="disqus_thread"></div>',
        '<div class="wide fb-comments" data-href="/x"></div>',
        "<script>var d = 'x.disqus.com';</script>",
        '<section id="isso-thread"></section>',
        '<iframe src="https://www.facebook.com/plugins/comments.php?href=x"></iframe>',
        '<iframe srcdoc="&lt;script src=https://utteranc.es/client.js&gt;&lt;/script&gt;"></iframe>',
        '<noscript><iframe src="https://disqus.com/embed/comments"></iframe></noscript>',
        '<form action="https://example.com/wp-comments-post.php"></form>',
        '<link rel="preconnect" href="https://disqus.com">',
        '<script src="/static/twikoo.all.min.js"></script>',
        "<hyvor-talk-comments></hyvor-talk-comments>",
    ],
)
def test_a_comment_system_is_an_error_at_its_line(project: Project, markup: str) -> None:
    project.page(f"<p>\n{markup}</p>")
    assert ("comment-system", "output/hello/index.html", 3) in project.found()
    assert project.check().exit_code == 1


def test_a_comment_system_is_told_by_its_own_rule_alone(project: Project) -> None:
    project.page('<img src="https://dis\nqus.com/x.png"><iframe src="https://example.net/plugins/comments.php"></iframe>')
    assert project.rules() == {"comment-system"}


@pytest.mark.parametrize("allowed", ["frame-src", "script-src", "form-action"])
def test_no_policy_allows_a_comment_system(project: Project, allowed: str) -> None:
    project.page('<iframe src="https://disqus.com/x"></iframe>')
    assert project.rules(SITE_POLICY={allowed: "https://disqus.com"}) == {"comment-system"}


def test_a_comment_system_in_a_script_of_ones_own_is_found(project: Project) -> None:
    project.write("site/js/talk.js", "load('https://cdn.commento.io/js/commento.js')")
    assert project.found() == [("comment-system", "output/js/talk.js", 0)]


@pytest.mark.parametrize(
    "markup",
    [
        '<ol class="commentlist"></ol>',
        '<div id="respond"></div>',
        '<div id="comments"></div>',
        '<div class="post-comments"></div>',
        '<p><textarea name="comment"></textarea></p>',
        '<input type="hidden" name="comment_post_ID">',
        '<div itemscope itemtype="https://schema.org/Comment"></div>',
        '<script type="application/ld+json">{"@type": "Article", "commentCount": 3}</script>',
        '<h2 class="comment-reply-title">Write</h2>',
    ],
)
def test_markup_of_comment_systems_is_found(project: Project, markup: str) -> None:
    project.page(markup)
    assert project.found() == [("comment-markup", "output/hello/index.html", 2)]


@pytest.mark.parametrize(
    "markup",
    [
        '<h2 id="comments">Comments on a comment</h2>',
        '<span class="c1 comment-free">x</span>',
        "<p>He said: leave a reply, and so she did.</p>",
        "<p><q>Leave a Reply</q></p>",
        "<pre><code>No comments:</code></pre>",
        '<script type="application/ld+json">{"@type": "BlogPosting"}</script>',
    ],
)
def test_articles_about_comments_are_left_alone(project: Project, markup: str) -> None:
    project.page(markup)
    assert project.found() == []


@pytest.mark.parametrize(
    "text",
    [
        "No comments:", "3 Comments", "Post a Comment", "Leave a Reply", "Leave a comment", "Comments Off", "Comments Off on A title",
        "Comments are closed.", "Cancel reply", "Log in to reply", "This site uses Akismet to reduce spam. Learn more.",
        "DATE | In CATEGORY | Comments Off", "Keine Kommentare:", "Kommentar veröffentlichen", "Schreibe einen Kommentar",
        "Aucun commentaire:", "Enregistrer un commentaire", "No hay comentarios:", "Deja una respuesta", "2 comentarios",
    ],
)  # fmt: skip
def test_texts_of_comment_systems_are_known_alone(project: Project, text: str) -> None:
    assert any(is_furniture(part) for part in text.split("|"))
    project.page(f"<div>\n<a href='#'>\n{text}</a></div>")
    assert project.found() == [("comment-text", "output/hello/index.html", 4)]
    project.page(f"<p>It once said “{text}” at the end, and nobody did.</p>")
    assert project.found() == []


@pytest.mark.parametrize(
    "element",
    [
        "<comments>https://example.com/a/#c</comments>",
        "<slash:comments>3</slash:comments>",
        "<wfw:commentRss>https://example.com/a/feed</wfw:commentRss>",
        '<link rel="replies" type="application/atom+xml" href="https://example.com/a"/>',
        "<thr:total>3</thr:total>",
    ],
)
def test_feeds_do_not_speak_of_comments(project: Project, element: str) -> None:
    project.write("site/feeds/all.xml", f"<rss>\n<item>\n{element}</item></rss>")
    assert ("comment-feed", "output/feeds/all.xml", 3) in project.found()


def test_comments_in_the_text_of_a_feed_are_only_text(project: Project) -> None:
    project.write("site/feeds/all.atom.xml", "<feed><content type='html'>&lt;comments&gt;</content><title>Comments</title></feed>")
    assert "comment-feed" not in project.rules()
