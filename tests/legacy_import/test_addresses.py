"""When two old addresses are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_import.addresses import address_of, last_name, path_of, unwrapped


@pytest.mark.parametrize(
    "url",
    [
        "https://blog.example/2009/05/first.html",
        "http://www.blog.example/2009/05/first.html#more",
        "//blog.example/2009/05/first.html",
        "/2009/05/first.html",
        "../05/first.html",
        "https://web.archive.org/web/20100203040506/http://blog.example/2009/05/first.html",
        "https://web.archive.org/web/20100203040506id_/http://www.blog.example:80/2009/05/first.html?m=1",
    ],
)
def test_one_address(url: str) -> None:
    assert address_of(url, "https://blog.example/2009/05/second.html") == address_of("https://blog.example/2009/05/first.html")


@pytest.mark.parametrize("other", ["x.blogspot.de", "x.blogspot.co.uk", "www.x.blogspot.com.au", "X.BLOGSPOT.COM"])
def test_bloggers_domains_of_all_countries_are_one(other: str) -> None:
    assert address_of(f"http://{other}/2009/05/a.html") == address_of("https://x.blogspot.com/2009/05/a.html")


def test_wordpresss_numbers_are_addresses_too() -> None:
    found = address_of("https://blog.example/?p=12")
    assert found
    assert found.number == "12"


@pytest.mark.parametrize("url", ["mailto:ann@blog.example", "javascript:x()", "http://[broken", "", "tel:+1"])
def test_what_is_no_page(url: str) -> None:
    assert address_of(url) is None or not address_of(url, "")


def test_paths_are_decoded_and_composed() -> None:
    assert path_of("/caf%C3%A9/") == path_of("/cafe\N{COMBINING ACUTE ACCENT}") == "/café"
    assert path_of("//a//b/index.html") == "/a/b"
    assert path_of("") == "/"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/2009/05/my-post.html", "my-post"),
        ("https://a.example/caf%C3%A9/", "café"),
        ("https://a.example/", ""),
        ("/a/b.php?x=1", "b"),
    ],
)
def test_the_last_name(url: str, name: str) -> None:
    assert last_name(url) == name


@given(st.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    address_of(text, "https://blog.example/")
    unwrapped(text)
    last_name(text) if "[" not in text and "]" not in text else None
