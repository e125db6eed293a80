"""After every kind of edit, a site with Pelican's own theme, feeds and readers is what stock Pelican makes of it."""

from __future__ import annotations

import pytest

from .edits import Edit, Restored, and_then, new_file, of_file, of_settings, renamed, without
from .pictures import png
from .sites import plain_site

OAK = "content/articles/wood/oak.md"
PINE = "content/articles/wood/pine.md"
BONE = "content/articles/glue/bone.md"


NEW_ARTICLE = "Title: Larch\nDate: 2024-05-06 12:00\nTags: wood, new\nAuthor: Cy Example\n\nLarch. See [oak]({filename}oak.md).\n"
PLAN_TOO = "\n![The same plan]({attach}../wood/plan.png)\n"

EDITS = [
    Edit("nothing", lambda _: None, read=0, rendered=0),
    Edit("body", of_file(OAK, "Oak is slow", "Oak is very slow"), read=1),
    Edit("body without derived summary", of_file(BONE, "print", "log"), read=1),
    Edit("title", of_file(OAK, "Title: Oak & ash", "Title: Oak and <b>ash</b>"), read=1),
    Edit("summary", of_file(OAK, "Summary: On *oak*", "Summary: About *oak*"), read=1),
    Edit("summary removed", of_file(OAK, "Summary: On *oak*, with [glue]({filename}../glue/bone.md).\n", ""), read=1),
    Edit("new tag", of_file(OAK, "Tags: wood, slow", "Tags: wood, slow, stately"), read=1),
    Edit("last article of a tag", and_then(of_file(BONE, "glue, slow", "glue"), of_file(OAK, "wood, slow", "wood")), removed=0),
    Edit("tag in other letters", of_file(OAK, "Tags: wood", "Tags: Wood"), read=1),
    Edit("category of its own", of_file(OAK, "Tags:", "Category: Trees\nTags:"), read=1),
    Edit("other folder, other category", renamed(OAK, "content/articles/trees/oak.md")),
    Edit("author", of_file(OAK, "Author: Ada Example", "Author: Dee Example"), read=1),
    Edit("authors", of_file(PINE, "Authors: Ada Example, Bo Example", "Authors: Bo Example, Ada Example"), read=1),
    Edit("date within its month", of_file(OAK, "Date: 2024-05-06", "Date: 2024-05-09"), read=1),
    Edit("date of another year", of_file(OAK, "Date: 2024-05-06", "Date: 2021-05-06"), read=1),
    Edit("date of the future", of_file(OAK, "Date: 2024-05-06", "Date: 2124-05-06"), read=1),
    Edit("future allowed", and_then(of_file(OAK, "Date: 2024", "Date: 2124"), of_settings(WITH_FUTURE_DATES=True))),
    Edit("slug of a link's target", of_file(BONE, "Slug: bone-glue", "Slug: glue-of-bones"), read=1, removed=1),
    Edit("address of a link's target", of_file(BONE, "Slug:", "Save_as: b/index.html\nUrl: b/\nSlug:"), read=1, removed=1),
    Edit("a page's address", of_file("content/pages/hall.md", "hall/", "halle/"), read=1, removed=0),
    Edit("published to draft", of_file(OAK, "Tags:", "Status: draft\nTags:"), read=1),
    Edit("published to hidden", of_file(OAK, "Tags:", "Status: hidden\nTags:"), read=1),
    Edit("draft to published", of_file("content/articles/wood/draft.md", "Status: draft", "Status: published"), read=1),
    Edit("hidden to published", of_file("content/articles/wood/hidden.md", "Status: hidden", "Status: published"), read=1),
    Edit("hidden page to published", of_file("content/pages/hidden.md", "Status: hidden", "Status: published"), read=1),
    Edit("published page to draft", of_file("content/pages/about.md", "Title:", "Status: draft\nTitle:"), read=1),
    Edit("unknown status", of_file(OAK, "Tags:", "Status: ready\nTags:"), read=1),
    Edit("new article", new_file("content/articles/wood/larch.md", NEW_ARTICLE), read=1),
    Edit("new page", new_file("content/pages/more.md", "Title: More\n\nMore.\n"), read=1),
    Edit("article deleted that others link to", without(BONE), read=0),
    Edit("page deleted", without("content/pages/about.md"), read=0),
    Edit("file renamed", renamed(BONE, "content/articles/glue/bones.md"), read=1),
    Edit("translation removed", without("content/articles/wood/pine-de.md"), read=0),
    Edit("original removed", without(PINE), read=0),
    Edit("translation added", new_file("content/articles/oak-de.md", "Title: Eiche\nSlug: oak-ash\nLang: de\n\nEiche.\n"), read=1),
    Edit("translation's title", of_file("content/articles/wood/pine-de.md", "Title: Kiefer", "Title: Föhre"), read=1),
    Edit("HTML", of_file("content/articles/glue/hide.html", "Older than", "Older by far than"), read=1),
    Edit("reST", of_file("content/articles/glue/fish.rst", "It smells", "It stinks"), read=1),
    Edit("static file", new_file("content/images/dot.png", png(2, 2)), read=0, rendered=0),
    Edit("static file added", new_file("content/images/new.png", png(2, 2)), read=0, rendered=0),
    Edit("static file removed", without("content/images/dot.png"), read=0, removed=1),
    Edit("static file with an address", new_file("content/extra/robots.txt", "User-agent: a\n"), read=0, rendered=0),
    Edit("{attach} removed", of_file(OAK, "{attach}plan.png", "nothing.png"), read=1, removed=1),
    Edit("{attach} to {static}", of_file(OAK, "{attach}plan.png", "{static}plan.png"), read=1, removed=1),
    Edit("{attach} of two", of_file(BONE, "Boil it.", "Boil it." + PLAN_TOO), read=1),
    Edit("{attach} and {static}", of_file(BONE, "Boil it.", "Boil it.\n\n![plan]({static}../wood/plan.png)\n"), read=1),
    Edit("{static} of a page", of_file("content/pages/about.md", "Who", "![plan]({static}/articles/wood/plan.png) Who"), read=1),
    Edit("{attach} moves with its page", of_file(OAK, "Tags:", "Save_as: o/a/k.html\nUrl: o/a/k.html\nTags:"), read=1),
    Edit("attached file removed", without("content/articles/wood/plan.png"), read=0, removed=1),
    Edit("template page", of_file("content/raw/status.html", "the newest is", "and the newest is"), read=0),
    Edit("site's name", of_settings(SITENAME="Another stranger's")),
    Edit("site's address", of_settings(SITEURL="https://moved.example")),
    Edit("pagination", of_settings(DEFAULT_PAGINATION=2)),
    Edit("no pagination", of_settings(DEFAULT_PAGINATION=False)),
    Edit("feeds shorter", of_settings(FEED_MAX_ITEMS=2)),
    Edit("feeds with summaries only", of_settings(RSS_FEED_SUMMARY_ONLY=False)),
    Edit("addresses", of_settings(ARTICLE_URL="{date:%Y}/{slug}/", ARTICLE_SAVE_AS="{date:%Y}/{slug}/index.html")),
    Edit("tags without pages", of_settings(TAG_SAVE_AS="")),
    Edit("lists without templates", of_settings(DIRECT_TEMPLATES=["index"])),
    Edit("pages not in the menu", of_settings(DISPLAY_PAGES_ON_MENU=False)),
    Edit("order", of_settings(ARTICLE_ORDER_BY="title")),
    Edit("the other way round", of_settings(REVERSE_CATEGORY_ORDER=True, NEWEST_FIRST_ARCHIVES=False)),
    Edit("date format", of_settings(DEFAULT_DATE_FORMAT="%d/%m/%y")),
    Edit("time zone", of_settings(TIMEZONE="Asia/Tokyo")),
    Edit("locale", of_settings(LOCALE=["C.UTF-8"])),
    Edit("summaries longer", of_settings(SUMMARY_MAX_LENGTH=20)),
    Edit("smart quotes", of_settings(MARKDOWN={"extension_configs": {"markdown.extensions.smarty": {}, "markdown.extensions.meta": {}}})),
    Edit("no sources in the output", of_settings(OUTPUT_SOURCES=False)),
    Edit("static paths", of_settings(STATIC_PATHS=["images"])),
    Edit("relative links", of_settings(RELATIVE_URLS=True)),
    Edit("page of the output deleted", without("out/bone-glue.html"), read=0, rendered=1),
    Edit("page of the output edited", new_file("out/bone-glue.html", "Mine!"), read=0, rendered=1),
    Edit("feed of the output edited", new_file("out/feeds/all.atom.xml", "Mine!"), read=0),
    Edit("static file of the output deleted", without("out/images/dot.png"), read=0, rendered=0),
    Edit("output deleted", without("out"), read=0),
    Edit("cache deleted", without("cache")),
]


@pytest.fixture(scope="module")
def restored(tmp_path_factory: pytest.TempPathFactory) -> Restored:
    return Restored(plain_site(tmp_path_factory.mktemp("plain")), is_quick=True)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_after_an_edit_the_site_is_what_stock_makes_of_it(edit: Edit, restored: Restored) -> None:
    restored.check(edit)
