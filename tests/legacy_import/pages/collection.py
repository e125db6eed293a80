"""Saved pages in the shape of real themes, from 2004 to today, each beside what its post is in truth.

`saved/NAME.html` is the page, kept as UTF-8 here and encoded as `encoding` says when it is read; `texts/NAME.txt` is the title and the text
of its post. All were written for this collection; the posts are shared, the markup is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Page:
    """What is read, and what must come of it; a field that is empty is not said on the page."""

    name: str
    text: str
    shape: str
    when: str = ""
    author: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    url: str = ""
    id: str = ""
    comments: tuple[str, ...] = ()
    """Their authors, in order."""
    encoding: str = "utf-8"

    @property
    def data(self) -> bytes:
        return (HERE / "saved" / f"{self.name}.html").read_text(encoding="utf-8").encode(self.encoding)

    @property
    def title(self) -> str:
        return self._lines()[0]

    @property
    def words(self) -> list[str]:
        return " ".join(self._lines()[1:]).split()

    @property
    def published(self) -> datetime | None:
        return datetime.fromisoformat(self.when) if self.when else None

    def _lines(self) -> list[str]:
        return (HERE / "texts" / f"{self.text}.txt").read_text(encoding="utf-8").splitlines()


PAGES: tuple[Page, ...] = (
    Page(
        "blogger-simple",
        "call",
        "Template “Simple” of 2010, with threaded comments and microdata.",
        when="2009-05-04T17:17:00-07:00",
        author="Ann Lee",
        url="http://anns-desk.blogspot.example/2009/05/call-that-nobody-made.html",
        id="tag:blogger.com,1999:blog-4206913370012345678.post-8123456789012345678",
        tags=("trust", "meetings"),
        comments=("Bob Archer", "Ann Lee"),
    ),
    Page(
        "blogger-classic",
        "short",
        "A template of 2005 without widgets: `blogPost`, comments in a `dl`, the byline below in an `em`.",
        when="2009-05-04T17:17:00",
        author="Ann Lee",
        id="tag:blogger.com,1999:blog-4206913370012345678.post-8123456789012345678",
        comments=("Bob Archer",),
    ),
    Page(
        "blogger-contempo",
        "list",
        "A responsive theme of 2017: JSON-LD, `post-outer-container`, the byline above, sharing in a popup.",
        when="2009-05-04T17:17:00-07:00",
        author="Bob Archer",
        url="http://anns-desk.blogspot.example/2009/05/call-that-nobody-made.html",
        id="tag:blogger.com,1999:blog-4206913370012345678.post-8123456789012345678",
        tags=("lists",),
    ),
    Page(
        "blogger-custom",
        "call",
        "A template somebody bought: its own names, a related-posts gadget within the post, the author's box, all dates as text.",
        when="2009-05-04T00:00:00",
        author="Ann Lee",
        url="http://anns-desk.blogspot.example/2009/05/call-that-nobody-made.html",
        tags=("trust",),
    ),
    Page(
        "blogger-archived",
        "anruf",
        "A page of 2007 from archive.org: toolbar, wrapped addresses, the hAtom of the time in the author's German.",
        when="2009-05-04T17:17:00+02:00",
        author="Änne Groß",
        url="http://aenne.blogspot.example/2009/05/der-anruf.html",
        tags=("Vertrauen",),
        comments=("Bernd",),
    ),
    Page(
        "blogger-awesome-french",
        "appel",
        "Template “Awesome Inc.“ in French, time only in the byline, labels in the margin.",
        when="2009-05-04T17:17:00",
        author="Élodie Martin",
        tags=("confiance", "rendez-vous"),
    ),
    Page(
        "blogger-dynamic",
        "call",
        "A dynamic view, as a browser saved it once scripts had run: no template's classes but those of the view.",
        when="2009-05-05T00:17:00+00:00",
        author="Ann Lee",
        url="http://anns-desk.blogspot.example/2009/05/call-that-nobody-made.html",
        tags=("trust", "meetings"),
    ),
    Page(
        "blogger-emporio-spanish",
        "llamada",
        "A responsive theme in Spanish, with `h-entry` names, numbers for the date and the month in the address.",
        when="2009-05-04T00:00:00",
        author="Íñigo Vega",
        url="http://vega.blogspot.example/2009/05/la-llamada.html",
        tags=("confianza",),
    ),
    Page(
        "blogger-tables-portuguese",
        "ligacao",
        "A template of 2008 in Portuguese, in Latin-1 although nothing says so but a `meta`; byline above, all of it text.",
        when="2009-05-04T17:17:00",
        author="João Prado",
        encoding="cp1252",
        tags=("confiança", "encontros"),
    ),
    Page(
        "wordpress-kubrick",
        "call",
        "The default theme from 2005 to 2010, on the page of a post: dates only in the sentence below.",
        when="2009-05-04T17:17:00",
        categories=("Sales",),
        tags=("trust", "meetings"),
        comments=("Bob Archer", "Cleo"),
    ),
    Page(
        "wordpress-classic-2005",
        "short",
        "WordPress 1.2 to 1.5 “Classic“: `storycontent`, the date in a heading above, comments without names of parts.",
        author="Ann Lee",
        categories=("Furniture",),
        comments=("Bob Archer",),
    ),
    Page(
        "wordpress-dateline",
        "call",
        "A theme of 2008 with a line `DATE on TIME | In CATEGORY | Comments Off` above, and a footer with badges, a sponsor, statistics.",
        when="2009-05-04T17:17:00",
        categories=("Sales",),
    ),
    Page(
        "wordpress-k2",
        "call",
        "K2: `hentry` of the early kind, metadata in a list, the entry in `entry-content`, live comments.",
        when="2009-05-04T17:17:00-07:00",
        author="Ann Lee",
        url="http://www.annsdesk.example/2009/05/04/the-call-that-nobody-made/",
        id="http://www.annsdesk.example/?p=17",
        categories=("Sales",),
        tags=("trust",),
    ),
    Page(
        "wordpress-hemingway",
        "list",
        "Hemingway: the text between a story and a column of details, comments in a `div` of their own.",
        categories=("Habits",),
        tags=("lists",),
    ),
    Page(
        "wordpress-thesis",
        "call",
        "Thesis: `format_text entry-content`, byline above, related posts and sharing within the text.",
        when="2009-05-04T00:00:00",
        author="Ann Lee",
        url="http://www.annsdesk.example/2009/05/04/the-call-that-nobody-made/",
        tags=("trust",),
    ),
    Page(
        "wordpress-genesis",
        "call",
        "Genesis of the HTML5 years: microdata, an author's box, a newsletter form within the entry.",
        when="2009-05-04T17:17:00-07:00",
        author="Ann Lee",
        url="http://www.annsdesk.example/2009/05/04/the-call-that-nobody-made/",
        id="http://www.annsdesk.example/?p=17",
        categories=("Sales",),
        tags=("trust", "meetings"),
    ),
    Page(
        "wordpress-twenty-ten-portuguese",
        "ligacao",
        "Twenty Ten in Portuguese: `entry-utility` below, an author's description, `nav-below`.",
        when="2009-05-04T00:00:00",
        author="João Prado",
        id="http://oficina.example/?p=44",
        categories=("Vendas",),
        tags=("confiança",),
        comments=("Rui",),
    ),
    Page(
        "wordpress-kubrick-german",
        "anruf",
        "Kubrick in German with umlauts in Windows-1252, undeclared, and the metadata in `small` above.",
        when="2009-05-04T00:00:00",
        author="Änne Groß",
        encoding="cp1252",
        categories=("Verkauf",),
        comments=("Bernd",),
    ),
    Page(
        "wordpress-twenty-eleven-french",
        "appel",
        "Twenty Eleven in French, saved by a browser: images beside the page, `time` with the zone.",
        when="2009-05-04T17:17:00+00:00",
        author="Élodie Martin",
        url="http://lebureau.example/2009/05/lappel/",
        id="http://lebureau.example/?p=81",
        categories=("Vente",),
        tags=("confiance",),
        comments=("Paul",),
    ),
    Page(
        "wordpress-nameless",
        "call",
        "A theme with class names of its own throughout: everything is known by the words and where they stand.",
        when="2009-05-04T17:17:00",
        author="Ann Lee",
        url="http://www.annsdesk.example/2009/05/04/the-call-that-nobody-made/",
        categories=("Sales",),
    ),
    Page(
        "wordpress-magazine-spanish",
        "llamada",
        "A magazine theme in Spanish with a slider of other posts above and a box of popular ones below, AddToAny within.",
        when="2009-05-04T17:17:00+02:00",
        author="Íñigo Vega",
        categories=("Ventas",),
        tags=("confianza", "reuniones"),
    ),
    Page(
        "wordpress-blocks-2024",
        "call",
        "A block theme: no `article`, everything a group, the byline in blocks.",
        when="2009-05-04T17:17:00-07:00",
        author="Ann Lee",
        url="https://annsdesk.example/2009/05/the-call-that-nobody-made/",
        id="https://annsdesk.example/?p=17",
        categories=("Sales",),
        tags=("trust", "meetings"),
        comments=("Bob Archer",),
    ),
    Page(
        "wordpress-com-hemingway-rewritten",
        "short",
        "WordPress.com: sharing, likes, related posts and an advertisement within the entry; the login lines of Highlander below.",
        when="2009-05-05T00:17:00+00:00",
        author="Ann Lee",
        url="https://annsdesk.wordpress.example/2009/05/05/two-chairs/",
        categories=("Furniture",),
    ),
    Page(
        "wordpress-com-p2",
        "call",
        "P2, where a post looks like a message: no title but the words, actions beside, comments in `commentcontent`.",
        when="2009-05-05T00:17:00+00:00",
        author="Ann Lee",
        tags=("trust",),
        comments=("Bob Archer",),
    ),
    Page(
        "wordpress-disqus-yoast",
        "call",
        "Twenty Seventeen with Yoast's JSON-LD and Disqus as it was saved with its frame.",
        when="2009-05-05T00:17:00+00:00",
        author="Ann Lee",
        url="https://annsdesk.example/2009/05/the-call-that-nobody-made/",
        categories=("Sales",),
        tags=("trust", "meetings"),
    ),
    Page(
        "wordpress-elementor",
        "call",
        "A page builder: the text in widgets, deep in `div`s, with other posts and a form below.",
        when="2009-05-05T00:17:00+00:00",
        author="Ann Lee",
        url="https://annsdesk.example/2009/05/the-call-that-nobody-made/",
    ),
    Page(
        "wordpress-divi",
        "list",
        "Divi: the entry's modules, metadata in one line with bars.",
        when="2009-05-04T00:00:00",
        author="Bob Archer",
        categories=("Habits",),
    ),
    Page(
        "wordpress-amp",
        "call",
        "The AMP page of a post: other elements for images, trackers and shares.",
        when="2009-05-05T00:17:00+00:00",
        author="Ann Lee",
        url="https://annsdesk.example/2009/05/the-call-that-nobody-made/",
        categories=("Sales",),
    ),
    Page(
        "wordpress-facebook-german",
        "anruf",
        "Twenty Fifteen in German, with Facebook's comments and a cookie notice in the entry, and the plain words of shares.",
        when="2009-05-04T17:17:00+02:00",
        author="Änne Groß",
        id="https://aenne.example/?p=6",
        categories=("Verkauf",),
        tags=("Vertrauen",),
    ),
    Page(
        "wordpress-twenty-twenty-one-french",
        "appel",
        "Twenty Twenty-One in French: navigation of posts in a `nav` of its own, an image lazily loaded.",
        when="2009-05-04T17:17:00+02:00",
        author="Élodie Martin",
        url="https://lebureau.example/lappel/",
        id="https://lebureau.example/?p=81",
        categories=("Vente",),
        tags=("confiance",),
    ),
    Page(
        "wordpress-everything-inside",
        "call",
        "Everything within `entry-content`, where a plugin wrote it as plain paragraphs without any name.",
        when="2009-05-04T17:17:00",
        author="Ann Lee",
        categories=("Sales",),
        tags=("trust", "meetings"),
        comments=("Bob Archer",),
    ),
    Page(
        "themed-entry-holds-everything",
        "call",
        "A theme whose `entry` holds title, date, text, byline and comments.",
        when="2009-05-04T00:00:00",
        author="Ann Lee",
        comments=("Bob",),
    ),
    Page(
        "themed-main-only",
        "call",
        "No names at all below `main`; comments as plain lines.",
        when="2009-05-04T00:00:00",
        author="Ann Lee",
        comments=("Bob Archer", "Cleo"),
    ),
    Page(
        "themed-long-comments",
        "call",
        "Far more words of comments than of the post, in boxes of unknown names.",
        comments=(
            "Bob 0",
            "Bob 1",
            "Bob 2",
            "Bob 3",
            "Bob 4",
            "Bob 5",
            "Bob 6",
            "Bob 7",
            "Bob 8",
            "Bob 9",
            "Bob 10",
            "Bob 11",
            "Bob 12",
            "Bob 13",
        ),
    ),
    Page("themed-split-boxes", "call", "The text in four boxes, below it another post's beginning."),
    Page("themed-longer-neighbour", "call", "Another post on the page is longer than the page's own."),
    Page("blogger-word-processor", "call", "Markup of a word processor, conditional comments and all."),
)
