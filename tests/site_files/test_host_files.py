"""Files for hosts: what a reader of each finds, whatever is in an address. Real hosts read them in `test_on_hosts`."""

from __future__ import annotations

import re
import time
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st
from site_files.addresses import UnfitError, old_address
from site_files.headers import POLICY, header_rules, protection
from site_files.hosts import HOSTS
from site_files.hosts.told import Told, decoded
from site_files.model import Redirect, Source

from .host_files import fields_for, header_blocks, redirect_lines

SOURCE = Source("the article “A”")
RULES = header_rules(POLICY, ("theme/css/site.0123456789.css",), ("feeds/all.json",))
HIDDEN = ("_headers", "_redirects", "_nginx.conf", ".htaccess")


def told(*redirects: tuple[str, str], prefix: str = "/", has_not_found: bool = True) -> dict[str, str]:
    """All files for these redirects."""
    asked = tuple(Redirect(origin, target, SOURCE) for origin, target in redirects)
    known = Told(asked, RULES, prefix, has_not_found)
    return {path: text for files in HOSTS.values() for path, text in files(known).items()}


def test_all_files_are_those_that_are_hidden() -> None:
    assert set(told()) == set(HIDDEN)


def test_towards_a_feed_both_spellings_have_a_line() -> None:
    """No page stands at the old address, to which a host would add the slash."""
    text = told(("feeds/posts/default/", "feeds/all.atom.xml"), ("old.xml", "feeds/all.atom.xml"))["_redirects"]
    assert {origin for origin, _, _ in redirect_lines(text)} == {"/feeds/posts/default", "/feeds/posts/default/", "/old.xml"}


def test_redirects_are_lines_of_three_words() -> None:
    text = told(("old/", "new/"), ("a b.html", "ü/"), ("x/", "https://elsewhere.example/?q=1"))["_redirects"]
    assert redirect_lines(text) == [
        ("/old/", "/new/", "301"),
        ("/a%20b.html", "/%C3%BC/", "301"),
        ("/x/", "https://elsewhere.example/?q=1", "301"),
    ]


def test_headers_reach_the_addresses_that_they_are_for() -> None:
    text = told()["_headers"]
    for path in ("/", "/a/", "/feeds/a.atom.xml", "/feeds/a.json", "/a/b.png", "/theme/css/site.0123456789.css", "/a.opml"):
        fields = fields_for(path, text)
        assert all(len(values) == 1 for values in fields.values())
        assert {name.lower(): [value] for name, value in protection(POLICY)}.items() <= fields.items()
    assert fields_for("/feeds/a.atom.xml", text)["cache-control"] == ["max-age=3600"]
    assert fields_for("/a/b.png", text)["cache-control"] == ["max-age=604800"]
    assert "cache-control" not in fields_for("/a/", text)


def test_a_site_below_a_path_says_so_everywhere() -> None:
    files = told(("old/", "new/"), prefix="/my blog/")
    assert redirect_lines(files["_redirects"]) == [("/my%20blog/old/", "/my%20blog/new/", "301")]
    assert all(pattern.startswith("/my%20blog/") for pattern, _ in header_blocks(files["_headers"]))
    assert 'location = "/my blog/old" { return 301 "/my%20blog/new/"; }' in files["_nginx.conf"]
    assert 'error_page 404 "/my blog/404.html";' in files["_nginx.conf"]
    assert 'ErrorDocument 404 "/my%20blog/404.html"' in files[".htaccess"]


def test_nobody_is_told_of_a_page_that_is_not_there() -> None:
    assert not any("404.html" in text for text in told(has_not_found=False).values())


def test_apache_gets_no_target_that_it_would_change() -> None:
    text = told(("old/", "https://elsewhere.example/a%2Fb"), ("older/", "https://elsewhere.example/%C3%BC?x=%2F"))[".htaccess"]
    assert '"https://elsewhere.example/ü?x=%2F"' in text
    assert "a%2Fb" not in text
    assert [decoded(f"https://a.example/{path}") for path in ("%3F", "%23", "%FF", "%0A", "%5C")] == [None] * 5


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_in_an_address_gets_out_of_its_place(origin: str, target: str) -> None:
    try:
        old, new = old_address(f"/{origin}", ""), old_address(f"/{target}", "")
    except UnfitError:
        return
    files, quiet = told((old, new)), told()
    ((one, other, status),) = redirect_lines(files["_redirects"])
    assert (unquote(one), unquote(other), status) == (f"/{old}", f"/{new}", "301")
    for path, line in ((".htaccess", r'  RedirectMatch 301 "(?:[^"\\]|\\.)+" "(?:[^"\\]|\\.)+"'), ("_nginx.conf", NGINX_LINE)):
        added = [text for text in files[path].split("\n") if text not in quiet[path].split("\n")]
        assert added or (path == ".htaccess" and set("?#") & set(new))
        assert all(re.fullmatch(line, text) for text in added)
    assert "${" not in files[".htaccess"]


NGINX_LINE = r'location = "(?:[^"\\]|\\.)+" \{ return 301 "[^"\\$ ]+"; \}'


def test_thousands_of_redirects_are_made_in_no_time() -> None:
    redirects = [(f"2019/{number}/old title.html", f"{number}/") for number in range(5_000)]
    began = time.process_time()
    assert told(*redirects)["_redirects"].count("\n") == 5_000
    assert time.process_time() - began < 3
