"""The plugin alone in a stranger's site, as its manual page says."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import contact_cta
import pytest
from bs4 import Tag
from pelican import signals

from .stock import FROM_THE_MANUAL, article, heading, stock

if TYPE_CHECKING:
    from tests.conftest import Built, Site


def test_the_manual_page_has_the_template_that_is_used_here() -> None:
    lines = [line.strip() for line in (contact_cta.__doc__ or "").splitlines()]
    assert all(line in lines for line in FROM_THE_MANUAL["article"].splitlines())


def test_an_article_ends_in_its_authors_invitation(site: Site) -> None:
    stock(site).write("a.md", article("Oak & ash", "Cta: story\nAsk: Which wood?\n"))
    built = site.build(SITE_STRICT=True)
    assert built.problems == ()
    page = built.page("oak-ash.html")
    section = page.select_one("section#write")
    assert isinstance(section, Tag)
    assert page.select_one("p.cta-signoff").get_text() == "Yours, Ann"  # type: ignore[union-attr]
    assert section["aria-labelledby"] == section.select_one("h2")["id"]  # type: ignore[index]
    assert section.select_one("h2").get_text() == "Which wood?"  # type: ignore[union-attr]
    links = [(link.get_text(), str(link["href"])) for link in section.select("a")]
    assert links[:6] == [
        ("Send me your story", "mailto:ann@example.com?subject=My%20story%3A%20Oak%20%26%20ash"),
        ("ann@example.com", "mailto:ann@example.com?subject=My%20story%3A%20Oak%20%26%20ash"),
        ("+1 202-555-0143", "tel:+12025550143"),
        ("+1 202-555-0144", "sms:+12025550144"),
        ("Book a meeting", "https://example.com/ann"),
        ("Add Ann Lee to your contacts", "https://example.com/authors/ann-lee.vcf"),
    ]
    assert [link["rel"] for link in section.select("details a")] == [["noreferrer"]] * 3
    assert links[-1][1] == "mailto:?subject=Oak%20%26%20ash&body=https%3A%2F%2Fexample.com%2Foak-ash.html"
    assert not section.select("form, script, style, [style], [onclick], [target]")


def test_the_source_of_a_page_shows_no_address_to_harvesters(site: Site) -> None:
    stock(site).write("a.md", article("A"))
    source = site.build().read("a.html")
    assert "ann@" not in source
    assert "ann%40" in source, "only the links to web mail name it, in their own form"
    assert "202-555" not in source
    assert "2025550143" not in source


NAMES = {"a.html", "a-de.html", "d.html", "h.html", "p.html"}


def test_every_kind_of_page_has_an_invitation(site: Site) -> None:
    stock(site, DRAFT_SAVE_AS="drafts/{slug}.html").write("a.md", article("A", "Tags: wood\nAuthor: Bea Moss\n"))
    site.write("draft.md", article("D", "Status: draft\n"))
    site.write("hidden.md", article("H", "Status: hidden\n"))
    site.write("a-de.md", article("A", "Lang: de\nSlug: a\nCta: question\n"))
    site.write("pages/p.md", "Title: P\nAsk: And you?\n\nText.\n")
    built = site.build(SITE_STRICT=True)
    assert built.problems == ()
    found = {path: heading(built, path) for path in sorted(built.files()) if path.rpartition("/")[2] in NAMES}
    assert found == {
        "a.html": "Did this help you today?",
        "a-de.html": "Was würden Sie in dieser Lage tun?",
        "drafts/d.html": "What would you do in this situation?",
        "h.html": "What would you do in this situation?",
        "pages/p.html": "And you?",
    }
    assert heading(built, "author/bea-moss.html") == "Did this help you today?"
    assert "Kein Mailprogramm?" in built.read("a-de.html")
    for path, subject in (("index.html", "Re%3A%20A%20small%20site"), ("tag/wood.html", "Re%3A%20wood")):
        assert f"subject={subject}" in built.read(path)


def test_no_cta_means_none(site: Site) -> None:
    stock(site).write("a.md", article("A", "Cta: none\nContact_email: x@example.com\n"))
    built = site.build(SITE_STRICT=True, FEED_ALL_ATOM="feed.xml")
    assert built.problems == ()
    assert 'id="write"' not in built.read("a.html")
    assert "mailto:" not in built.read("feed.xml")


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("Cta: storey", "cta-kind"),
        ("Contact_email: x@y@z", "contact-email"),
        ("Contact_phone: 12", "contact-phone"),
        ("Contact_email: javascript:alert(1)", "contact-email"),
    ],
)
@pytest.mark.parametrize(("is_strict", "level"), [(True, "ERROR"), (False, "WARNING")])
def test_a_mistake_in_an_article(site: Site, field: str, rule: str, is_strict: bool, level: str) -> None:  # noqa: FBT001
    path = stock(site).write("a.md", article("A", f"Tags: wood\n{field}\n"))
    built = site.build(SITE_STRICT=is_strict)
    assert [(found.level, found.rule, found.line, found.path) for found in built.problems] == [(level, rule, 4, str(path))]
    assert heading(built, "a.html") == "What would you do in this situation?"
    assert "javascript" not in built.read("a.html")


def test_a_mistake_in_a_card_fails_only_a_strict_build_but_what_is_unsafe_fails_any(site: Site) -> None:
    card = stock(site).write("authors/bea-moss.md", "Name: Bea Moss\nEmail: bea\nBooking: javascript:x\nSms: +1 202 555 0144\n")
    site.write("a.md", article("A", "Author: Bea Moss\n"))
    built = site.build()
    assert [(found.level, found.rule, found.line) for found in built.problems] == [
        ("WARNING", "contact-email", 2),
        ("ERROR", "contact-url", 3),
    ]
    assert f"{card}:3: 'javascript:x' cannot be a link" in built.messages()[1]
    assert "javascript" not in built.read("a.html")


def test_a_site_without_any_card_invites_to_nothing_and_builds_without_a_word(site: Site) -> None:
    stock(site).write("a.md", article("A"))
    for name in ("ann-lee", "bea-moss"):
        (site.folder / f"content/authors/{name}.md").unlink()
    built = site.build()
    assert built.problems == ()
    assert 'id="write"' not in built.read("a.html")


def test_what_is_ours_is_neither_an_article_nor_copied(site: Site) -> None:
    stock(site).write("a.md", article("A"))
    site.write("ctas/visit.md", "Heading: Come\nButton: Go\nSubject: Visit\n")
    site.write("site.md", "Name: Stairs\n")
    site.write("more/site.md", article("Another site.md"))
    built = site.build(STATIC_EXCLUDE_SOURCES=False)
    assert built.problems == ()
    assert not {
        path
        for path in built.files()
        if path.startswith("ctas/") or path == "site.md" or (path.startswith("authors/") and path.endswith(".md"))
    }
    assert "another-sitemd.html" in built.files()
    assert not {path for path in built.files() if path.endswith((".html", ".vcf", ".xml")) and "old@example.org" in built.read(path)}


def test_photos_are_copied_although_no_text_links_to_them(site: Site) -> None:
    stock(site, STATIC_PATHS=["nothing"]).write("a.md", article("A"))
    assert "images/ann.png" in site.build().files()


def test_a_photo_that_is_too_large_for_the_vcard_stops_no_publication(site: Site) -> None:
    stock(site).write("a.md", article("A"))
    picture = site.folder / "content/images/ann.png"
    picture.write_bytes(picture.read_bytes().ljust(300 * 1024))
    built = site.build(SITE_STRICT=True)
    assert [(found.level, found.rule, found.line) for found in built.problems] == [("WARNING", "contact-photo", 3)]
    assert "ann-lee.md:3: 'images/ann.png' has 300 KiB" in built.messages()[0]
    assert "PHOTO" not in built.read("authors/ann-lee.vcf")
    assert built.page("a.html").select_one("img.cta-photo")


def test_cards_are_written_through_the_writer(site: Site) -> None:
    stock(site).write("a.md", article("A"))
    built = site.build()
    assert {"authors/ann-lee.vcf", "authors/ann-lee-card.svg", "authors/bea-moss.vcf", "authors/bea-moss-card.svg"} <= built.files()
    vcard = (built.folder / "authors/ann-lee.vcf").read_bytes()
    assert vcard.startswith(b"BEGIN:VCARD\r\nVERSION:3.0\r\n")
    assert b"\r\nPHOTO;ENCODING=b;TYPE=PNG:" in vcard
    assert vcard.count(b"\n") == vcard.count(b"\r\n")
    assert "<title>QR code: the contact card of Ann Lee</title>" in built.read("authors/ann-lee-card.svg")


def test_a_preview_and_a_publication_write_the_same_cards(site: Site) -> None:
    stock(site).write("a.md", article("A"))
    published = site.build().read("authors/ann-lee.vcf")
    assert site.build(SITEURL="", SITE_PUBLIC_URL="https://example.com").read("authors/ann-lee.vcf") == published


def test_a_preview_without_any_public_address_is_built(site: Site) -> None:
    stock(site).write("a.md", article("A"))
    built = site.build(SITEURL="")
    assert "authors/ann-lee.vcf" in built.files()
    assert "authors/ann-lee-card.svg" not in built.files()


def test_a_tags_own_kind_comes_before_the_authors(site: Site) -> None:
    """The plugin that attaches `tag.info` is played by a receiver."""

    def attach(generator: Any) -> None:
        for found in generator.articles:
            for tag in found.tags:
                tag.info = SimpleNamespace(cta="meeting" if tag.name == "wood" else "", ask="Which wood?")

    signals.article_generator_pretaxonomy.connect(attach)
    stock(site).write("a.md", article("A", "Author: Bea Moss\nTags: other, wood\n"))
    site.write("b.md", article("B", "Author: Bea Moss\nTags: other, wood\nCta: story\n"))
    built = site.build(SITE_STRICT=True)
    assert built.problems == ()
    assert (heading(built, "a.html"), heading(built, "b.html")) == ("Shall we talk it through over coffee?", "How did this go for you?")
    assert heading(built, "tag/wood.html") == "Which wood?"


def test_a_tag_whose_kind_is_none_is_told_with_its_file(site: Site) -> None:
    path = stock(site).write("tags/wood.md", "Title: Wood\nCta: meting\n")
    site.write("a.md", article("A", "Tags: wood\n"))

    def attach(generator: Any) -> None:
        for tag in generator.tags:
            tag.info = SimpleNamespace(cta="meting", ask="", source_path=str(path))

    signals.article_generator_finalized.connect(attach)
    problems = site.build(ARTICLE_EXCLUDES=["tags"]).problems
    assert [(problem.path, problem.line, problem.rule) for problem in problems] == [(str(path), 2, "cta-kind")]
    assert "meeting" in problems[0].message


SHOWN = """{% for author in article.authors %}{{ author.card.name|default("nobody") }} {% endfor %}
{%- for author, articles in authors %}{{ author.name }}={{ author.card.slug|default("none") }} {% endfor %}
{{- site_card.name }} {{ site_cta.kind }} {{ site_business.name }} {{ cards|map(attribute="name")|join("+") }}
 {{- " " }}{% for cta in card_ctas %}{{ cta.card.slug }}:{{ cta.kind }} {% endfor %}{{ cards[0].biography }}"""


def test_what_templates_may_show(site: Site) -> None:
    stock(site).write("a.md", article("A", "Authors: Bea Moss; Guest; Ann Lee\n"))
    site.write("site.md", "Name: Stairs\n")
    (site.folder / "templates/article.html").write_text(SHOWN)
    assert site.build().read("a.html") == (
        "Bea Moss nobody Ann Lee Ann Lee=ann-lee Bea Moss=bea-moss Guest=none "
        "Ann Lee question Stairs Ann Lee+Bea Moss ann-lee:question bea-moss:thanks <p>Makes stairs.</p>"
    )


@pytest.mark.parametrize(
    "title",
    ["</h2><script>alert(1)</script>\"&'", "A\u2028B%0D%0ABcc: x@example.com", "{{ 7 * 7 }} {title}", "&#10;Bcc:", "\U00013000" * 500],
)
def test_no_title_and_no_field_adds_markup(site: Site, title: str) -> None:
    evil = '"><script>alert(1)</script>'
    stock(site).write(
        "authors/ann-lee.md",
        f"Name: Ann {evil}\nEmail: ann@example.com\nSignoff: {evil}\nReply_promise: {evil}\nBooking: https://example.com/\n",
    )
    site.write("a.md", article(title, f"Slug: a\nAsk: {evil} {title}\n"))
    built = site.build(FEED_ALL_ATOM="feed.xml", AUTHOR="Ann")
    section = built.page("a.html").select_one("#write")
    assert isinstance(section, Tag)
    assert not section.select("script")
    assert section.select_one("h2").get_text().startswith(evil)  # type: ignore[union-attr]
    assert {str(link["href"]).partition(":")[0] for link in section.select("a")} == {"mailto", "https"}
    queries = [parse_qs(urlsplit(str(link["href"])).query) for link in section.select("a")]
    assert set().union(*queries) == {"subject", "body", "view", "fs", "to", "su"}
    assert not {"\r", "\n", "\u2028"} & set("".join(str(link["href"]) for link in section.select("a")))


def pages_of(built: Built) -> dict[str, str]:
    return {path: (built.folder / path).read_bytes().hex() for path in sorted(built.files())}


def test_two_builds_are_the_same(site: Site) -> None:
    stock(site).write("a.md", article("A", "Tags: x, y\n"))
    first = pages_of(site.build())
    assert pages_of(site.build()) == first


def test_one_pelican_that_builds_again_reads_the_cards_again(site: Site) -> None:
    stock(site).write("a.md", article("A"))
    built = site.build()
    site.write("authors/ann-lee.md", "Name: Ann Lee\nEmail: new@example.com\n")
    built.pelican.run()
    assert "new@example.com" in built.page("a.html").get_text()


def test_nothing_of_ours_is_imported() -> None:
    folder = Path(contact_cta.__file__).parent
    others = {path.stem for path in folder.parent.iterdir()} - {"contact_cta"}
    sources = [path.read_text(encoding="utf-8") for path in folder.rglob("*.py")]
    assert not [name for name in others for text in sources if f"import {name}" in text or f"from {name}" in text]


BUSINESS = "Name: Stairs\nLegal_name: Ann Lee & Co\nStreet: 1 Long Lane\nCity: Aldermere\nRegistration: none\n\nWe make stairs.\n"


def test_a_business_with_an_address_has_an_imprint(site: Site) -> None:
    stock(site).write("site.md", BUSINESS)
    built = site.build(SITE_STRICT=True)
    assert built.problems == ()
    text = built.page("imprint/index.html").get_text()
    assert all(part in text for part in ("Imprint", "Ann Lee & Co", "1 Long Lane", "Aldermere", "We make stairs.", "ann@example.com"))


def test_what_will_be_written_is_said_before(site: Site) -> None:
    stock(site).write("site.md", BUSINESS)
    seen: dict[str, str] = {}

    def look(generators: list[Any]) -> None:
        seen.update(generators[0].context["planned_outputs"])

    signals.all_generators_finalized.connect(look)
    site.build()
    assert {"imprint/index.html", "authors/ann-lee.vcf", "authors/ann-lee-card.svg"} <= seen.keys()


def test_the_owners_own_imprint_stays(site: Site) -> None:
    stock(site).write("site.md", BUSINESS)
    site.write("pages/imprint.md", "Title: Imprint\n\nMine.\n")
    built = site.build(PAGE_URL="{slug}/", PAGE_SAVE_AS="{slug}/index.html")
    assert built.problems == ()
    assert "Mine." in built.read("imprint/index.html")


def test_a_business_without_an_address_has_none(site: Site) -> None:
    stock(site).write("site.md", "Name: Stairs\nLegal_name: Ann Lee & Co\n")
    assert "imprint/index.html" not in site.build().files()
