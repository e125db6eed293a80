"""After every kind of edit, a site with our theme and all our plugins is what stock Pelican makes of it."""

from __future__ import annotations

import pytest

from .edits import Edit, Restored, and_then, new_file, of_file, of_settings, renamed, without
from .pictures import png
from .sites import full_site

OAK = "content/articles/oak.md"
PINE = "content/articles/pine.md"
BONE = "content/articles/bone.md"
HIDE = "content/articles/hide.md"

NEW_ARTICLE = """
Title: Larch
Date: 2024-05-06 12:00
Author: Ada Example
Category: Material
Tags: Wood, Rain
Summary: On larch.
Id: AAA009

Larch. See [oak]({filename}oak.md).
"""
OAK_IN_GERMAN = """
Title: Eiche
Date: 2024-05-06 07:08
Author: Ada Example
Category: Material
Lang: de
Slug: oak
Summary: Eiche.
Id: AAA010

Eiche.
"""
RAIN = "Title: Rain\nSummary: What falls.\nAliases: drizzle\n\nIt falls.\n"

EDITS = [
    Edit("nothing", lambda _: None, read=0, rendered=0),
    Edit("body", of_file(HIDE, "| 1 | 2 |", "| 1 | 3 |"), read=1, rendered=10),
    Edit("title", of_file(OAK, "Title: Oak & ash", "Title: Oak and ash"), read=1),
    Edit("summary", of_file(OAK, "Summary: On oak.", "Summary: All about oak."), read=1),
    Edit("new tag", of_file(OAK, "Tags: Wood, Patience", "Tags: Wood, Patience, Rain"), read=1),
    Edit("tag without articles", of_file("content/articles/yew.md", "Tags: Wood, Danger", "Tags: Wood"), read=1, removed=1),
    Edit("tag by its alias", of_file(OAK, "Tags: Wood", "Tags: Timber"), read=1),
    Edit("alias added", of_file("content/tags/wood.md", "Aliases: timber", "Aliases: timber, lumber")),
    Edit("alias renamed", of_file("content/tags/wood.md", "Aliases: timber", "Aliases: lumber")),
    Edit("alias that is a tag", of_file("content/tags/wood.md", "Aliases: timber", "Aliases: timber, danger")),
    Edit("tag's introduction", of_file("content/tags/wood.md", "See [oak]", "Look at [oak]")),
    Edit("tag's title", of_file("content/tags/wood.md", "Title: Wood", "Title: Timber and wood")),
    Edit("pinned", of_file("content/tags/wood.md", "Pinned: pine", "Pinned: yew")),
    Edit("tag file added", new_file("content/tags/patience.md", "Title: Patience\nSummary: Slow.\n\nSlowly.\n")),
    Edit("tag file removed", without("content/tags/glue.md")),
    Edit("tag file of a tag without articles", new_file("content/tags/rain.md", RAIN)),
    Edit("category", of_file(OAK, "Category: Material", "Category: Matter"), read=1),
    Edit("author", of_file(OAK, "Author: Ada Example", "Author: Bo Example"), read=1),
    Edit("guest", of_file(OAK, "Author: Ada Example", "Author: Gus Guest"), read=1),
    Edit("author's card", of_file("content/authors/ada-example.md", "ada@example.com", "ada@rungs.example")),
    Edit("author's life", of_file("content/authors/ada-example.md", "Ada makes", "Ada no longer makes")),
    Edit("author's invitation", of_file("content/authors/ada-example.md", "Cta: story", "Cta: question")),
    Edit("author's card removed", without("content/authors/bo-example.md")),
    Edit("invitation", of_file("content/ctas/question.md", "What do you think?", "What would you do?")),
    Edit("invitation in another language", new_file("content/ctas/story.de.md", "Heading: Ihre Geschichte?\nButton: Schreiben\n\nGern.\n")),
    Edit("article's invitation", of_file(PINE, "Cta: story", "Cta: question"), read=1),
    Edit("article's question", of_file(PINE, "Which tree", "Which tree of all"), read=1),
    Edit("business", of_file("content/site.md", "Monday, 9:00", "Tuesday, 9:00")),
    Edit("date", of_file(OAK, "Date: 2024-05-06", "Date: 2024-05-08"), read=1),
    Edit("date of the future", of_file(OAK, "Date: 2024-05-06", "Date: 2124-05-06"), read=1),
    Edit("modified", of_file(OAK, "Modified: 2024-06-01", "Modified: 2024-06-02"), read=1),
    Edit("slug of a link's target", of_file(BONE, "Slug: bone-glue", "Slug: glue-of-bones"), read=1, removed=1),
    Edit("slug of a target of tags and pages", of_file(OAK, "Id: AAA001", "Slug: quercus\nId: AAA001"), read=1, removed=1),
    Edit("slug of a target of a tag", of_file("content/pages/shed.md", "Summary:", "Slug: hut\nSummary:"), read=1, removed=1),
    Edit("series", of_file(PINE, "Series_index: 2", "Series_index: 3"), read=1),
    Edit("out of the series", of_file(PINE, "Series: Trees\nSeries_index: 2\n", ""), read=1),
    Edit("published to draft", of_file(OAK, "Tags:", "Status: draft\nTags:"), read=1),
    Edit("published to hidden", of_file(OAK, "Tags:", "Status: hidden\nTags:"), read=1),
    Edit("draft to published", of_file("content/articles/draft.md", "Status: draft\n", ""), read=1),
    Edit("new article", new_file("content/articles/larch.md", NEW_ARTICLE), read=1),
    Edit("article deleted", and_then(without(BONE), of_file(OAK, "[bone glue]({filename}bone.md)", "bone glue")), read=1, removed=1),
    Edit("file renamed", and_then(renamed(BONE, "content/articles/bones.md"), of_file(OAK, "bone.md", "bones.md")), read=2),
    Edit("translation removed", without("content/articles/pine-de.md"), read=0, removed=1),
    Edit("translation added", new_file("content/articles/oak-de.md", OAK_IN_GERMAN), read=1),
    Edit("old address", of_file(OAK, "/oaks.html", "/oaken.html"), read=1, removed=1),
    Edit("redirect", of_file("site.toml", "/old-letter.html", "/older-letter.html")),
    Edit("tagline", of_file("site.toml", "[counts]", 'tagline = "Up"\n[counts]')),
    Edit("menu", of_file("site.toml", '"about", "write"', '"write", "about"')),
    Edit("template overridden", new_file("custom/templates/404.html", '{% extends "base.html" %}{% block content %}Gone{% endblock %}\n')),
    Edit("override edited", of_file("custom/templates/authors.html", 'name="words"', 'name="number"'), read=0, rendered=1),
    Edit("override removed", without("custom/templates/article.html"), read=0),
    Edit("theme's template", of_file("theme/templates/components/chips.html", "chip", "a-chip"), read=0),
    Edit("theme's feed template", new_file("theme/templates/feeds/item.html", "{{ content }}<hr>{{ article.title }}\n")),
    Edit("style", new_file("custom/style.css", ".heading-title { color: red }\n")),
    Edit("theme's style", of_file("theme/css/tokens.css", "{", "{ --of-a-test: 1px;")),
    Edit("theme's picture", new_file("theme/static/images/new.svg", "<svg/>")),
    Edit("plugin's code", of_file("strangers/counting.py", '"words"', '"words of ours"')),
    Edit("setting", of_settings(SITENAME="Rungs and rails")),
    Edit("picture", new_file("content/images/dot.png", png(9, 9))),
    Edit("size of a picture", new_file("content/articles/plan.png", png(40, 20))),
    Edit("{attach} elsewhere", and_then(of_file(OAK, "{attach}plan.png", "#"), of_file(BONE, "Boil it", "![x]({attach}plan.png)"))),
    Edit("{attach} twice", of_file(BONE, "Boil it", "![x]({attach}plan.png)")),
    Edit("page", of_file("content/pages/about.md", "Two people", "Three people"), read=1),
    Edit("page added", new_file("content/pages/more.md", "Title: More\nSummary: More.\n\nMore.\n"), read=1),
    Edit("page of the output edited", new_file("out/oak/index.html", "Mine!"), read=0, rendered=1),
    Edit("feed of the output deleted", without("out/feeds/all.atom.xml"), read=0),
    Edit("cache deleted", without("cache")),
]


@pytest.fixture(scope="module")
def restored(tmp_path_factory: pytest.TempPathFactory) -> Restored:
    return Restored(full_site(tmp_path_factory.mktemp("full")))


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_after_an_edit_the_site_is_what_stock_makes_of_it(edit: Edit, restored: Restored) -> None:
    restored.check(edit)
