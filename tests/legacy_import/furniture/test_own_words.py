"""Authors write of comments, of sharing and of home pages too, and under headings that themes use: nothing of it may go."""

from __future__ import annotations

import pytest

from .trees import HERE, left, notes, tree_of

TEXT = "<p>A first paragraph that is certainly the author's, with commas, and a full stop at its end.</p>"
POSTS = (HERE / "own_posts.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("post", POSTS)
def test_what_an_author_says_of_such_things_stays(post: str) -> None:
    html = tree_of(post.replace("{}", TEXT)).decode_contents()
    assert (left(html), notes(html)) == (html, [])


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<div class='cta-box'><h4>Enjoying this?</h4><p>Sign up for my newsletter.</p></div>", "furniture-subscribe"),
        ("<div class='social-bar'><span>12 Shares</span><a href='https://x.example'>Tweet it</a></div>", "furniture-share"),
        ("<div class='my-author-bio'><p>Ann has sold chairs for twenty years.</p></div>", "furniture-author"),
        ("<h3>About the author</h3><p>Ann has sold chairs for twenty years.</p>", "furniture-navigation"),
        ("<p>Lagt i <a rel='category tag' href='/k/salg/'>Salg</a> den 4 maj 2009, og sådan.</p>", "furniture-dateline"),
    ],
)
def test_boxes_and_lines_of_unknown_themes_go(html: str, rule: str) -> None:
    assert left(TEXT * 6 + html) == TEXT * 6
    assert notes(TEXT * 6 + html)[0][0] == rule
