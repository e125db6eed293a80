"""Two sites that the engine is tried on: a stranger's with Pelican's own theme and feeds, and one with everything of ours."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .engine_site import EngineSite
from .pictures import png

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]

PLAIN: dict[str, Any] = {
    "TIMEZONE": "Europe/London",
    "DEFAULT_LANG": "en",
    "LOCALE": ["C"],
    "SITENAME": "A stranger's site",
    "SITEURL": "https://stranger.example",
    "PLUGINS": [],
    "ARTICLE_PATHS": ["articles"],
    "PAGE_PATHS": ["pages"],
    "STATIC_PATHS": ["images", "extra", "articles"],
    "PATH_METADATA": r"articles/(?P<category>[^/]+)/.*",
    "EXTRA_PATH_METADATA": {"extra/robots.txt": {"path": "robots.txt"}},
    "DEFAULT_DATE": (2020, 1, 2, 3, 4),
    "DEFAULT_PAGINATION": 3,
    "SUMMARY_MAX_LENGTH": 12,
    "FORMATTED_FIELDS": ["summary"],
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "FEED_ALL_RSS": "feeds/all.rss.xml",
    "CATEGORY_FEED_ATOM": "feeds/{slug}.atom.xml",
    "TAG_FEED_ATOM": "feeds/tag-{slug}.atom.xml",
    "TRANSLATION_FEED_ATOM": "feeds/all-{lang}.atom.xml",
    "AUTHOR_FEED_ATOM": "feeds/by-{slug}.atom.xml",
    "YEAR_ARCHIVE_SAVE_AS": "{date:%Y}/index.html",
    "MONTH_ARCHIVE_SAVE_AS": "{date:%Y}/{date:%m}/index.html",
    "YEAR_ARCHIVE_URL": "{date:%Y}/",
    "MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/",
    "OUTPUT_SOURCES": True,
    "IGNORE_FILES": [".*"],
    "CACHE_CONTENT": False,
    "MENUITEMS": (("Home", "/"), ("Elsewhere", "https://elsewhere.example")),
}

PLAIN_FILES: dict[str, str | bytes] = {
    "content/articles/wood/oak.md": """
Title: Oak & ash
Date: 2024-05-06 07:08
Modified: 2024-06-01 10:00
Tags: wood, slow
Author: Ada Example
Summary: On *oak*, with [glue]({filename}../glue/bone.md).

Oak is slow. See [bone glue]({filename}../glue/bone.md) and [a page]({filename}/pages/about.md#now).

![A plan]({attach}plan.png)
""",
    "content/articles/wood/pine.md": """
Title: Pine
Date: 2024-05-07 07:08
Tags: wood
Authors: Ada Example, Bo Example

Pine is quick, and *soft*. Twelve words are not many when one wants to speak of a tree like this one.

A second paragraph with [a picture]({static}/images/dot.png).
""",
    "content/articles/wood/pine-de.md": """
Title: Kiefer
Date: 2024-05-07 07:08
Lang: de
Slug: pine
Tags: wood
Author: Ada Example

Kiefer ist schnell.
""",
    "content/articles/glue/bone.md": """
Title: Bone glue
Date: 2023-01-02 03:04
Tags: glue, slow
Author: Bo Example
Slug: bone-glue

Boil it. Then see [oak]({filename}../wood/oak.md) and {nothing}.

```python
print("glue")
```
""",
    "content/articles/glue/hide.html": """
<html><head>
<title>Hide glue</title>
<meta name="date" content="2023-01-03 03:04" />
<meta name="tags" content="glue" />
<meta name="author" content="Ada Example" />
</head><body><p>Older than <a href="{filename}bone.md">bone</a>.</p></body></html>
""",
    "content/articles/glue/fish.rst": """
Fish glue
#########

:date: 2023-02-03 03:04
:tags: glue
:author: Bo Example

It smells. Look `at bone <{filename}bone.md>`_.
""",
    "content/articles/wood/undated.md": "Title: No day\nTags: slow\nAuthor: Ada Example\n\nThis has no date of its own.\n",
    "content/articles/wood/draft.md": "Title: A draft\nDate: 2024-06-01 10:00\nStatus: draft\n\nNot yet, see [oak]({filename}oak.md).\n",
    "content/articles/wood/hidden.md": "Title: Behind\nDate: 2024-06-02 10:00\nStatus: hidden\nTags: wood\n\nFound by those who know.\n",
    "content/articles/wood/elsewhere.md": """
Title: Elsewhere
Date: 2022-06-02 10:00
Save_as: odd/place.html
Url: odd/place.html
Tags: wood

At an address of its own.
""",
    "content/pages/about.md": "Title: About\n\nWho we are. See [oak]({filename}/articles/wood/oak.md).\n",
    "content/pages/hidden.md": "Title: Hidden page\nStatus: hidden\n\nNothing to see.\n",
    "content/pages/hall.md": "Title: Hall\nSave_as: hall/index.html\nUrl: hall/\n\nA hall.\n",
    "content/extra/robots.txt": "User-agent: *\n",
    "content/articles/wood/plan.png": png(3, 2),
    "content/images/dot.png": png(1, 1),
    "content/raw/status.html": "<p>{{ SITENAME }} has {{ articles|length }} articles; the newest is {{ articles[0].title }}.</p>\n",
}


def plain_site(folder: Path, **settings: Any) -> EngineSite:
    """With the theme `simple`, HTML and reST, feeds and archives of Pelican's own."""
    chosen = {**PLAIN, "TEMPLATE_PAGES": {"raw/status.html": "status.html"}, **settings}
    return written(EngineSite(folder, settings=chosen), PLAIN_FILES)


def written(site: EngineSite, files: Mapping[str, str | bytes]) -> EngineSite:
    for path, text in files.items():
        site.write(path, text)
    return site


FULL_FILES: dict[str, str | bytes] = {
    "site.toml": """
name = "Rungs"
url = "https://rungs.example"
language = "en-GB"
timezone = "Europe/London"
default_author = "Ada Example"
default_cta = "question"
feed_authority = "rungs.example,2026"
menu = ["letters", "topics", "about", "write"]
footer = ["subscribe", "categories", "authors"]

[counts]
list = 3
related = 2
home = 3

[redirects]
'/old-letter.html' = '/oak/'
""",
    "content/site.md": "Name: Rungs\nCity: Aldermere\nHours: Monday, 9:00 to 16:00\n\nWe make ladders.\n",
    "content/authors/ada-example.md": """
Name: Ada Example
Email: ada@example.com
Phone: +44 20 7946 0163
Cta: story

Ada makes ladders.
""",
    "content/authors/bo-example.md": "Name: Bo Example\nEmail: bo@example.com\n\nBo holds them.\n",
    "content/ctas/question.md": "Heading: What do you think?\nButton: Write to me\nSubject: Re: {title}\n\nI answer {reply_promise}.\n",
    "content/ctas/story.md": "Heading: Your story?\nButton: Tell me\nSubject: Re: {title}\n\nI read them all.\n",
    "content/tags/wood.md": """
Title: Wood
Summary: What ladders are made of.
Aliases: timber
Pinned: pine

See [oak]({filename}/articles/oak.md).
""",
    "content/tags/glue.md": "Title: Glue\nSummary: What holds.\n\nIt holds [the shed]({filename}/pages/shed.md).\n",
    "content/pages/about.md": "Title: About\nSummary: Who we are.\n\nTwo people. See [oak]({filename}/articles/oak.md).\n",
    "content/pages/write.md": "Title: Write to us\nSummary: How.\nTemplate: write\n\nWrite.\n",
    "content/pages/shed.md": "Title: Shed\nSummary: Where we work.\n\nIt leaks.\n",
    "content/pages/subscribe.md": "Title: Subscribe\nSummary: Feeds.\nTemplate: subscribe\n\nSubscribe.\n",
    "content/articles/oak.md": """
Title: Oak & ash
Date: 2024-05-06 07:08
Modified: 2024-06-01 10:00
Author: Ada Example
Category: Material
Tags: Wood, Patience
Series: Trees
Series_index: 1
Summary: On oak.
Redirect_from: /oaks.html
Id: AAA001

Oak is slow. See [bone glue]({filename}bone.md).

## A plan

![A plan]({attach}plan.png)
""",
    "content/articles/pine.md": """
Title: Pine
Date: 2024-05-07 07:08
Author: Bo Example
Category: Material
Tags: timber
Series: Trees
Series_index: 2
Summary: On pine.
Image: images/dot.png
Cta: story
Ask: Which tree is yours?
Id: AAA002

Pine is quick.

![A dot]({static}/images/dot.png)
""",
    "content/articles/pine-de.md": """
Title: Kiefer
Date: 2024-05-07 07:08
Author: Bo Example
Category: Material
Tags: Wood
Lang: de
Slug: pine
Summary: Von der Kiefer.
Id: AAA003

Die Kiefer ist schnell.
""",
    "content/articles/bone.md": """
Title: Bone glue
Date: 2023-01-02 03:04
Author: Bo Example
Category: Method
Tags: Glue, Patience
Summary: On bone glue.
Slug: bone-glue
Id: AAA004

Boil it. Then see [oak]({filename}oak.md).

```python
print("glue")
```
""",
    "content/articles/hide.md": """
Title: Hide glue
Date: 2023-01-03 03:04
Authors: Ada Example, Bo Example
Category: Method
Tags: Glue
Summary: On hide glue.
Id: AAA005

| a | b |
|---|---|
| 1 | 2 |
""",
    "content/articles/yew.md": """
Title: Yew
Date: 2022-03-04 05:06
Author: Ada Example
Category: Material
Tags: Wood, Danger
Summary: On yew.
Cta: none
Id: AAA006

Yew is not for ladders.[^1]

[^1]: Nor for tea.
""",
    "content/articles/draft.md": """
Title: A draft
Date: 2024-06-01 10:00
Category: Method
Status: draft
Summary: Not yet.
Id: AAA007

See [oak]({filename}oak.md).
""",
    "content/articles/hidden.md": """
Title: Behind
Date: 2024-06-02 10:00
Category: Method
Tags: Wood
Status: hidden
Summary: Hush.
Id: AAA008

Hush.
""",
    "content/articles/plan.png": png(30, 20),
    "content/images/dot.png": png(8, 8),
}


STRANGERS: dict[str, str | bytes] = {
    "strangers/counting.py": '''
"""Like plugins of others: attributes on articles, names in the context, a filter and a function for templates."""
from functools import partial

from pelican import signals

WORDS = "words"


def latest(generator, count=2):
    return [article.title for article in generator.context["articles"][:count]]


def count_words(generator):
    for place, article in enumerate(generator.articles):
        article.word_count = len((article._content or "").split())
        article.newer = generator.articles[place - 1] if place else None
    generator.context["words_in_all"] = sum(article.word_count for article in generator.articles)


def add_to_templates(generator):
    generator.env.globals["latest"] = partial(latest, generator)
    generator.env.filters["in_words"] = lambda count: f"{count} {WORDS}"


def register():
    signals.article_generator_finalized.connect(count_words)
    signals.generator_init.connect(add_to_templates)
''',
    "custom/templates/categories.html": """
{% extends "!theme/categories.html" %}
{% block head_extra %}<meta name="latest" content="{{ latest()|join(', ') }}">{% endblock %}
""",
    "custom/templates/article.html": """
{% extends "!theme/article.html" %}
{% block head_extra %}
{% if article.newer|default(none) %}<link rel="next" href="{{ site_url(article.newer.url) }}" title="{{ article.newer.title }}">{% endif %}
{% endblock %}
""",
    "custom/templates/authors.html": """
{% extends "!theme/authors.html" %}
{% block head_extra %}<meta name="words" content="{{ words_in_all|in_words }}">{% endblock %}
""",
}


def full_site(folder: Path) -> EngineSite:
    """With our theme, settings and plugins, and one like those of others."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    shutil.copytree(ROOT / "theme", folder / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    site = EngineSite(folder, "pelicanconf.py")
    ours = ["theme_assets", "reading_aids", "tag_pages", "contact_cta", "site_feeds", "site_files"]
    site.settings = {
        "PLUGIN_PATHS": [str(ROOT / "plugins"), str(folder / "strangers")],
        "PLUGINS": [*ours, "counting"],
        "STATIC_PATHS": ["images", "extra", "articles"],
        "EXTRA_PATH_METADATA": {},
    }
    written(site, FULL_FILES | STRANGERS)
    site.age_everything()
    return site
