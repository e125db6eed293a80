"""Addresses: taken when they are right, and otherwise with the one that was probably meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_owner.problems import UnfitError
from site_owner.web_address import check_link, check_site_url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://www.example.com", "https://www.example.com"),
        ("HTTPS://Me.Example/Blog/", "https://me.example/Blog"),
        ("https://me.example:8443/", "https://me.example:8443"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://127.0.0.1", "http://127.0.0.1"),
        ("https://localhost", "https://localhost"),
        ("https://müller.example/Büro/", "https://xn--mller-kva.example/B%C3%BCro"),
    ],
)
def test_addresses_of_sites(text: str, url: str) -> None:
    assert check_site_url(text) == url


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("www.example.com", "https://www.example.com"),
        ("me.example/blog", "https://me.example/blog"),
        ("me.example:8080/blog", "https://me.example:8080/blog"),
        ("//me.example", "https://me.example"),
        ("https:/me.example", "https://me.example"),
        ("htps://me.example", "https://me.example"),
        ("ftp://me.example", "https://me.example"),
        ("http://me.example/blog", "https://me.example/blog"),
        ("http://localhost.me.example", "https://localhost.me.example"),
        ("localhost:8000", "http://localhost:8000"),
        ("127.0.0.1", "http://127.0.0.1"),
        ("https://me.example/?a=1", "https://me.example"),
        ("https://me.example/blog#top", "https://me.example/blog"),
    ],
)
def test_what_was_meant(text: str, meant: str) -> None:
    with pytest.raises(UnfitError) as caught:
        check_site_url(text)
    assert str(caught.value).endswith(f" Did you mean `{meant}`?")


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "javascript:alert(1)",
        "https://",
        "https://hello",
        "https://a@b.example",
        "https://[::1",
        "https://x.example:99999",
        "https://x.example/a b",
        "https://x.example//a",
        "https://x.example/../a",
        "https://-x.example",
        "https://x..example",
        "https:\\\\x.example",
    ],
)
def test_no_address_at_all(text: str) -> None:
    with pytest.raises(UnfitError, match="Write it as a browser shows it"):
        check_site_url(text)


@given(st.one_of(st.text(max_size=30), st.text(st.sampled_from("htps:/.[]@?#%aé1 "), max_size=20).map("https://".__add__)))
def test_an_address_that_is_taken_is_taken_again(text: str) -> None:
    try:
        url = check_site_url(text)
    except UnfitError:
        return
    assert check_site_url(url) == url
    assert url.isascii()
    assert not url.endswith("/")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://x.example/a?b=1#c", "https://x.example/a?b=1#c"),
        ('https://x.example/"onclick=', "https://x.example/%22onclick="),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("mailto:a@b.example?subject=Hello there", "mailto:a@b.example?subject=Hello%20there"),
    ],
)
def test_links(text: str, url: str) -> None:
    assert check_link(text) == url


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("http://x.example", "Did you mean `https://x.example`?"),
        ("www.x.example/a", "Did you mean `https://www.x.example/a`?"),
        ("javascript:alert(1)", "instead of a link."),
        ("JavaScript://x.example/%0aalert(1)", "Did you mean `https://x.example/%0aalert(1)`?"),
        ("data:text/html,x", "instead of a link."),
        ("about", "instead of a link."),
        ("tel:+44", "instead of a link."),
        ("mailto:hello", "Write it as in `me@my-site.org`."),
        ("https://", "such as `https://www.example.com`."),
    ],
)
def test_what_a_menu_does_not_take(text: str, advice: str) -> None:
    with pytest.raises(UnfitError) as caught:
        check_link(text)
    assert str(caught.value).endswith(advice)
