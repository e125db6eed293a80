"""The plugin alone in a stock Pelican site, and what other plugins may attach."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from pelican import signals

from .host_files import redirect_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Built, Site

OURS = {"_headers", "_redirects", "_nginx.conf", ".htaccess"}
ARTICLE = "Title: {title}\nDate: 2026-01-01\nCategory: misc\n{more}\n\nText\n"


@pytest.fixture
def stock(site: Site) -> Site:
    site.settings |= {
        "PLUGINS": ["site_files"],
        "SITEURL": "https://me.example",
        "ARTICLE_SAVE_AS": "{slug}/index.html",
        "ARTICLE_URL": "{slug}/",
        "PAGE_SAVE_AS": "{slug}/index.html",
    }
    return site


def write_article(site: Site, name: str, more: str = "Tags: x") -> Path:
    return site.write(f"articles/{name}.md", ARTICLE.format(title=name.capitalize(), more=more))


def ways(built: Built) -> dict[str, str]:
    return {origin: target for origin, target, _ in redirect_lines(built.read("_redirects"))}


def rules(built: Built) -> list[str | None]:
    return [problem.rule for problem in built.problems]


def test_old_addresses_of_contents_lead_to_them(stock: Site) -> None:
    write_article(stock, "one", "Redirect_from: /a/, /b.html")
    write_article(stock, "two", "Redirect_from: /c/; /d,e/")
    write_article(stock, "three", "Redirect_from: /f/\n    /g/\nStatus: hidden")
    write_article(stock, "four", "Redirect_from: /never/\nStatus: draft")
    write_article(stock, "five", "Lang: de\nSlug: one\nSave_as: de/one/index.html\nUrl: de/one/\nRedirect_from: /h/")
    stock.write("pages/about.md", "Title: About\nRedirect_from: /i.php\n\nText\n")
    built = stock.build()
    assert ways(built) == {
        "/a/": "/one/",
        "/b.html": "/one/",
        "/c/": "/two/",
        "/d%2Ce/": "/two/",
        "/f/": "/three/",
        "/g/": "/three/",
        "/h/": "/de/one/",
        "/i.php": "/about/",
    }
    assert built.problems == ()
    assert {"a/index.html", "b.html", "h/index.html"} <= built.files()
    assert not {"never/index.html", "i.php", "i.php/index.html"} & built.files()


def test_a_redirect_page_leads_on_and_says_where(stock: Site) -> None:
    write_article(stock, "one", 'Redirect_from: /a/\nSlug: dit-&-dat-"ü"')
    page = stock.build().page("a/index.html")
    address = "https://me.example/dit-%26-dat-%22%C3%BC%22/"
    (refresh,) = page.select("meta[http-equiv=refresh]")
    assert refresh["content"] == f"0; url={address}"
    assert [link["href"] for link in page.select("a, link[rel=canonical]")] == [address, address]
    assert page.select_one("meta[name=robots]")["content"] == "noindex"  # type: ignore[index]
    assert page.select_one("a").get_text() == '/dit-&-dat-"ü"/'  # type: ignore[union-attr]


def test_redirect_pages_speak_the_sites_language_and_need_no_public_address(stock: Site) -> None:
    write_article(stock, "one", "Redirect_from: /a/")
    page = stock.build(DEFAULT_LANG="de", SITEURL="").page("a/index.html")
    assert page.html["lang"] == "de"  # type: ignore[index]
    assert page.title.get_text() == "Diese Seite ist umgezogen"  # type: ignore[union-attr]
    assert page.select_one("a")["href"] == "/one/"  # type: ignore[index]
    assert page.select("link[rel=canonical]") == []


def test_a_theme_may_have_its_own_redirect_page(stock: Site, tmp_path: Path) -> None:
    write_article(stock, "one", "Redirect_from: /a/")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "redirect.html").write_text("Mine: {{ address }} {{ words.moved }} {{ SITENAME }}", encoding="utf-8")
    built = stock.build(THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "mine")])
    assert built.read("a/index.html") == "Mine: https://me.example/one/ This page has moved A small site"


def test_a_site_without_pages_at_old_addresses(stock: Site) -> None:
    write_article(stock, "one", "Redirect_from: /a/")
    built = stock.build(SITE_FILES_REDIRECT_PAGES=False)
    assert "a/index.html" not in built.files()
    assert ways(built) == {"/a/": "/one/"}


def test_only_the_hosts_that_are_asked_for_get_files(stock: Site) -> None:
    write_article(stock, "one")
    assert stock.build(SITE_FILES_HOSTS=["apache"]).files() & OURS == {".htaccess"}


def test_mistakes_are_told_with_the_line_of_the_address(stock: Site) -> None:
    one = write_article(stock, "one", "Redirect_from: /fine/\n    /two/\n    /?p=1")
    two = write_article(stock, "two", "Tags: a\nRedirect_from: /fine/")
    built = stock.build()
    places = {(problem.rule, problem.path, problem.line) for problem in built.problems}
    assert places == {
        ("redirect-address", str(one), 6),
        ("redirect-over-page", str(one), 5),
        ("redirect-double", str(one), 4),
        ("redirect-double", str(two), 5),
    }
    assert {problem.level for problem in built.problems} == {"WARNING"}
    assert ways(built) == {}
    assert {problem.level for problem in stock.build(SITE_STRICT=True).problems} == {"ERROR"}


def test_the_list_in_the_settings_is_read_as_typed(stock: Site, tmp_path: Path) -> None:
    write_article(stock, "one")
    (tmp_path / "site.toml").write_text("\n", encoding="utf-8")
    asked = [("/a", "/one", 3), ("/b/", "https://me.example/one/", 4), ("/c/", "https://elsewhere.example/ü", 5), ("/d/", "/nowhere/", 6)]
    built = stock.build(SITE_FILES_REDIRECTS=asked)
    assert ways(built) == {"/a/": "/one/", "/b/": "/one/", "/c/": "https://elsewhere.example/%C3%BC"}
    (problem,) = built.problems
    assert (problem.rule, problem.path, problem.line) == ("redirect-target", str(tmp_path / "site.toml"), 6)


def test_what_the_owner_has_is_the_owners(stock: Site) -> None:
    write_article(stock, "one", "Redirect_from: /a/")
    for name in ("robots.txt", "_headers", "sitemap.xml"):
        stock.write(f"images/{name}", "mine")
    built = stock.build(EXTRA_PATH_METADATA={f"images/{name}": {"path": name} for name in ("robots.txt", "_headers", "sitemap.xml")})
    assert [built.read(name) for name in ("robots.txt", "_headers", "sitemap.xml")] == ["mine"] * 3
    assert built.problems == ()
    assert ways(built) == {"/a/": "/one/"}


def test_without_a_public_address_there_is_nothing_for_search_engines(stock: Site) -> None:
    write_article(stock, "one")
    built = stock.build(SITEURL="")
    assert not {"robots.txt", "sitemap.xml"} & built.files()
    assert built.files() > OURS
    assert {"robots.txt", "sitemap.xml"} <= stock.build(SITE_PUBLIC_URL="https://me.example", SITEURL="").files()


def test_a_site_below_a_path_is_told_so_when_it_is_published(stock: Site) -> None:
    write_article(stock, "one", "Redirect_from: /a/, https://me.example/blog/b/")
    below = {"SITE_PUBLIC_URL": "https://me.example/blog"}
    assert ways(stock.build(**below, SITEURL="")) == {"/a/": "/one/", "/b/": "/one/"}
    built = stock.build(**below, SITEURL="https://me.example/blog")
    assert ways(built) == {"/blog/a/": "/blog/one/", "/blog/b/": "/blog/one/"}
    assert built.page("a/index.html").select_one("a")["href"] == "https://me.example/blog/one/"  # type: ignore[index]


def test_the_same_site_has_the_same_bytes(stock: Site, tmp_path: Path) -> None:
    write_article(stock, "one", "Redirect_from: /a/, /b/, /c/")
    write_article(stock, "two", "Redirect_from: /d/, /e/")
    first, second = (stock.build(OUTPUT_PATH=str(tmp_path / name)) for name in ("1", "2"))
    folders = [tmp_path / "1", tmp_path / "2"]
    one, two = ({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()} for folder in folders)
    assert one == two
    assert len(one) > 10
    assert first.problems == second.problems == ()


@dataclass
class Old:
    name: str
    slug: str
    url: str
    save_as: str


@dataclass
class Info:
    aliases: tuple[Old, ...] = ()
    redirect_from: tuple[str, ...] = ()
    source_path: str = ""


@dataclass
class Card:
    slug: str
    name: str
    redirect_from: tuple[str, ...]
    source_path: str = ""


def test_old_names_of_tags_lead_to_them_page_by_page(stock: Site) -> None:
    for number in range(5):
        write_article(stock, f"a{number}", "Tags: Trust")
    file = stock.write("tags/trust.md", "Title: Trust\nAliases: trusting, Trust\nRedirect_from: /topics/trust.php\n\nText\n")

    def attach(generator: Any) -> None:
        for tag in generator.tags:
            old = [Old(name, name.lower(), f"tag/{name.lower()}/", f"tag/{name.lower()}/index.html") for name in ("trusting", "Trust")]
            tag.info = Info(tuple(old), ("/topics/trust.php",), str(file))

    signals.article_generator_finalized.connect(attach)
    built = stock.build(
        TAG_URL="tag/{slug}/",
        TAG_SAVE_AS="tag/{slug}/index.html",
        PAGINATED_TEMPLATES={"index": None, "tag": 2, "category": None, "author": None},
        PAGINATION_PATTERNS=[
            (1, "/{base_name}/", "{base_name}/index.html"),
            (2, "/{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
        ],
    )
    assert ways(built) == {
        "/tag/trusting/": "/tag/trust/",
        "/tag/trusting/page/2/": "/tag/trust/page/2/",
        "/tag/trusting/page/3/": "/tag/trust/page/3/",
        "/topics/trust.php": "/tag/trust/",
    }
    assert built.problems == ()


def test_an_old_name_over_a_page_is_told_with_the_line_of_the_aliases(stock: Site) -> None:
    write_article(stock, "a", "Tags: Trust")
    file = stock.write("other/trust.md", "Title: Trust\nAliases: x\n\nText\n")

    def attach(generator: Any) -> None:
        for tag in generator.tags:
            tag.info = Info((Old("x", "x", "a/", "a/index.html"),), source_path=str(file))

    signals.article_generator_finalized.connect(attach)
    (problem,) = stock.build().problems
    assert (problem.rule, problem.path, problem.line) == ("redirect-over-page", str(file), 2)
    assert "the old name “x” of the tag “Trust”" in problem.message


def test_old_addresses_in_cards_lead_to_the_authors_page(stock: Site) -> None:
    write_article(stock, "a", "Author: Ann Lee")
    cards = (Card("ann-lee", "Ann Lee", ("/ann/",)), Card("bo-ek", "Bo Ek", ("/bo/",)))

    def attach(generator: Any) -> None:
        generator.context["cards"] = cards

    signals.article_generator_finalized.connect(attach)
    built = stock.build(AUTHOR_SAVE_AS="authors/{slug}/index.html")
    assert ways(built) == {"/ann/": "/authors/ann-lee/"}
    (problem,) = built.problems
    assert problem.rule == "redirect-target"
    assert "the card of Bo Ek" in problem.message


def test_more_redirects_than_cloudflare_reads_are_told_and_written(stock: Site) -> None:
    write_article(stock, "one")
    began = time.process_time()
    built = stock.build(SITE_FILES_REDIRECTS=[(f"/old/{number}.php", "/one/") for number in range(2001)], SITE_STRICT=True)
    assert time.process_time() - began < 5
    assert len(ways(built)) == 2001
    assert [(problem.rule, problem.level) for problem in built.problems] == [("redirect-many", "WARNING")]


@pytest.mark.parametrize("path", ["../output-x/evil.html", "../../evil.html", "/evil.html", "a/../../evil.html"])
def test_nothing_is_written_outside_of_the_site(stock: Site, path: str) -> None:
    write_article(stock, "evil", f"Save_as: {path}\nUrl: evil/")
    write_article(stock, "good", "")
    before = {file for file in stock.folder.rglob("*") if stock.folder / "output" not in file.parents}
    built = stock.build()
    assert [problem for problem in built.problems if problem.level == "ERROR" and "outside" in problem.message]
    assert {file for file in stock.folder.rglob("*") if stock.folder / "output" not in file.parents} - {stock.folder / "output"} == before
    assert not [name for name in built.files() if "evil" in name]
    assert "evil" not in built.read("sitemap.xml")
