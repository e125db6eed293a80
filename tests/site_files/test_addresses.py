"""Addresses as people type them, and the one form that they all come to."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_files.addresses import UnfitError, in_ascii, is_elsewhere, old_address, target_address

SITE = "https://me.example/blog"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("/old", "old/"),
        ("/old/", "old/"),
        ("/old/index.html", "old/"),
        (" /old/ ", "old/"),
        ("/", ""),
        ("/index.html", ""),
        ("/old.html", "old.html"),
        ("/old.php", "old.php"),
        ("/old.html/", "old.html/"),
        ("/a/my-index.html", "a/my-index.html"),
        ("/version-1.0", "version-1.0/"),
        ("/v1.x/old", "v1.x/old/"),
        ("/a%20b/", "a b/"),
        ("/a b/", "a b/"),
        ("/a+b/", "a+b/"),
        ("/100%/", "100%/"),
        ("/100%25/", "100%/"),
        ("/%2541/", "%41/"),
        ("/caf%C3%A9/", "café/"),
        ("/cafe\u0301/", "café/"),
        ("/cafe%CC%81/", "café/"),
        ("/a%3Fb%23c/", "a?b#c/"),
        ("https://me.example/blog/old/", "old/"),
        ("HTTP://ME.example/blog/old.html", "old.html"),
        ("https://me.example/blog", ""),
        ("/.well-known/old.txt", ".well-known/old.txt"),
    ],
)
def test_spellings_of_an_address_are_one(typed: str, address: str) -> None:
    assert old_address(typed, SITE) == address
    assert target_address(typed, SITE) == address


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("old/", "does not begin with a slash"),
        ("", "does not begin with a slash"),
        ("/?p=12", "question mark"),
        ("/old/#part", "question mark or a #"),
        ("/../etc/passwd", "of dots only"),
        ("/a/%2e%2e/b", "of dots only"),
        ("/a/./b", "of dots only"),
        ("//evil.example/x", "empty part"),
        ("/a//b", "empty part"),
        ("/a%2F%2Fb", "empty part"),
        ("/a\\b", "backslash"),
        ("/a%5Cb", "backslash"),
        ("/a%00b", "nobody can see"),
        ("/a\u2028b", "nobody can see"),
        ("/a%0d%0aSet-Cookie:x", "nobody can see"),
        ("/a\nb", "nobody can see"),
        ("/%FF/", "not UTF-8"),
        (f"/{'a' * 300}/", "too long"),
        ("/one/, /two/", "more than one"),
        ("https://other.example/old/", "another site"),
        ("https://me.example/old/", "another site"),
        ("https://me.example/blogger/", "another site"),
        ("https://me.example/blog/?p=1", "question mark"),
        ("ftp://me.example/blog/", "does not begin with a slash"),
    ],
)
def test_what_cannot_be_an_old_address_is_told(typed: str, says: str) -> None:
    with pytest.raises(UnfitError) as told:
        old_address(typed, SITE)
    assert says in told.value.what
    assert not told.value.fix.endswith(".")


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("https://other.example", "https://other.example/"),
        ("HTTPS://Other.Example/A", "https://other.example/A"),
        ("http://other.example:8080/x?y=1#z", "http://other.example:8080/x?y=1#z"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://other.example/%C3%A4", "https://other.example/%C3%A4"),
        ("https://other.example/$1\"'{x}*", "https://other.example/%241%22%27%7Bx%7D%2A"),
        ("https://[::1]:80/x", "https://[::1]:80/x"),
        ("https://me.example/blog/x/?y=1", "https://me.example/blog/x/?y=1"),
        ("https://me.example/shop/", "https://me.example/shop/"),
    ],
)
def test_targets_elsewhere_are_whole_and_in_ascii(typed: str, target: str) -> None:
    assert target_address(typed, SITE) == target
    assert is_elsewhere(target)
    assert target_address(target, SITE) == target


@pytest.mark.parametrize(
    "typed",
    [
        *("javascript:alert(1)", "data:text/html,x", "mailto:ann@example.com", "ftp://x.example/", "//other.example/", "other.example/x"),
        *("https://", "https:///x", "https://user@other.example/", "https://a b.example/", "https://other.example/a b", "https://x:port/"),
        *("https://other.example\\@evil.example/", "https://<b>/", "https://other.example/\nx"),
    ],
)
def test_nobody_is_sent_to_other_schemes_or_to_what_is_no_address(typed: str) -> None:
    with pytest.raises(UnfitError):
        target_address(typed, SITE)


@given(st.text())
def test_an_address_is_harmless_and_comes_back_from_its_link(text: str) -> None:
    try:
        address = old_address(f"/{text}", SITE)
    except UnfitError:
        return
    assert address == unicodedata.normalize("NFC", address)
    assert not {"..", "."} & set(address.split("/"))
    assert not address.startswith("/")
    assert not is_elsewhere(address)
    assert unquote(in_ascii(address)) == address
    assert not set("\"'<>&$*:#?{} \\") & set(in_ascii(address))
    assert old_address(f"/{quote(address)}", SITE) == address


@given(st.text())
def test_a_target_is_harmless_whatever_is_typed(text: str) -> None:
    for typed in (text, f"https://{text}", f"https://other.example/{text}"):
        try:
            target = target_address(typed, SITE)
        except UnfitError:
            continue
        assert not is_elsewhere(target) or (target.isascii() and target.isprintable() and not set("\"'<>$*{} \\") & set(target))
