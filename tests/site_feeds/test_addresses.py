"""Addresses are whole and in ASCII, and none can hide what it does."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from site_feeds.addresses import UNSAFE, absolute, scheme_of

PAGE = "https://example.com/letters/one.html"
NOISE = [*map(chr, range(0x21)), "\x7f"]
URL_LIKE = st.lists(
    st.sampled_from(
        [*":/?#[]@!$&'()*+,;=%\t\n\r\\<>\"` .", "https", "http", "javascript", "data", "example", "com", "ü", "☃", "\u202e", "%2"]
    )
).map("".join)


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        ("two.html", "https://example.com/letters/two.html"),
        ("./two.html", "https://example.com/letters/two.html"),
        ("../about/", "https://example.com/about/"),
        ("../../../about/", "https://example.com/about/"),
        ("/images/a.png", "https://example.com/images/a.png"),
        ("//cdn.example.org/a.png", "https://cdn.example.org/a.png"),
        ("?page=2", "https://example.com/letters/one.html?page=2"),
        ("#fn:1", "https://example.com/letters/one.html#fn:1"),
        ("", PAGE),
        ("http://example.org/x?a=b&c=d#e", "http://example.org/x?a=b&c=d#e"),
        ("https://example.org/100%25/%c3%bc?q=%26", "https://example.org/100%25/%c3%bc?q=%26"),
        ("https://[2001:db8::1]:8080/a[0]", "https://[2001:db8::1]:8080/a[0]"),
        ("ftp://example.org/a", "ftp://example.org/a"),
    ],
)
def test_as_a_browser_on_the_page_finds_it(url: str, whole: str) -> None:
    assert absolute(url, PAGE) == whole


@pytest.mark.parametrize(
    "url",
    [
        "mailto:ann@example.com",
        "mailto:ann@example.com?subject=Re%3A%20A&body=a%0D%0Ab",
        "mailto:ann%2Bletters@example.com?subject=[x]'(y)*$!;,~",
        "mailto:?subject=Pass%20it%20on",
        "mailto:ann@example.com?",
        "tel:+12025550143",
        "tel:+1-202-555-0143;ext=22",
        "sms:+12025550143?&body=Hello",
        "geo:52.5,13.4?z=12",
        "webcal://example.com/cal.ics",
        "xmpp:ann@example.com?message",
        "magnet:?xt=urn:btih:abc&dn=x",
    ],
)
def test_what_is_no_web_address_stays_byte_for_byte(url: str) -> None:
    assert absolute(url, PAGE) == url


@pytest.mark.parametrize(
    ("url", "ascii_url"),
    [
        ("two chairs.png", "https://example.com/letters/two%20chairs.png"),
        ("/Grüße/日本", "https://example.com/Gr%C3%BC%C3%9Fe/%E6%97%A5%E6%9C%AC"),
        ("?q=ü#ß", "https://example.com/letters/one.html?q=%C3%BC#%C3%9F"),
        ("https://Bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://bücher.example:8080/ü", "https://xn--bcher-kva.example:8080/%C3%BC"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),  # IDNA 2003 would lead to strasse.example
        ("https://ex。ample/", "https://ex.ample/"),
        ("https://Ann:Ü@Ü.example/", "https://Ann:%C3%9C@xn--tda.example/"),
        ("https://i❤.ws/", "https://i%E2%9D%A4.ws/"),
        ("mailto:jö@example.com?subject=Grüße an dich", "mailto:j%C3%B6@example.com?subject=Gr%C3%BC%C3%9Fe%20an%20dich"),
        ('/a"b<c>', "https://example.com/a%22b%3Cc%3E"),
        ("/nfc-\xe9/nfd-e\u0301", "https://example.com/nfc-%C3%A9/nfd-e%CC%81"),
    ],
)
def test_all_is_ascii(url: str, ascii_url: str) -> None:
    assert absolute(url, PAGE) == ascii_url


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        (" \t\n two.html \r\n", "https://example.com/letters/two.html"),
        ("/very/\n  long/\n\taddress", "https://example.com/very/%20%20long/address"),
        ("ht\ntps://example.org/", "https://example.org/"),
        ("\x00\x1ftwo.html", "https://example.com/letters/two.html"),
        ("\u00a0two.html", "https://example.com/letters/%C2%A0two.html"),
    ],
)
def test_white_space_is_that_of_html(url: str, whole: str) -> None:
    assert absolute(url, PAGE) == whole


@pytest.mark.parametrize(
    "url", ["http://example.org:port/", "http://example.org:99999/", "//[x", "https://[::1", "https://x℀.example/", "https://ü.example:x/"]
)
def test_what_is_no_address_is_none(url: str) -> None:
    assert absolute(url, PAGE) == ""


@given(URL_LIKE | st.text(max_size=40))
@example("\ud800")
@example("https://" + "ü" * 300 + ".example/")
def test_an_address_is_ascii_and_found_again(url: str) -> None:
    whole = absolute(url, PAGE)
    assert whole.isascii()
    assert not set(whole) & set(' \t\r\n<>"`\\^{|}')
    assert not whole or absolute(whole, PAGE) == whole


@given(st.lists(st.sampled_from(["a", "..", ".", "b.html", "c d", "ü"]), min_size=1, max_size=5).map("/".join))
def test_paths_lead_to_the_site_of_the_page(path: str) -> None:
    assert absolute(path, PAGE).startswith("https://example.com/")
    if path.isascii() and " " not in path:
        assert absolute(path, PAGE) == urljoin(PAGE, path)


@pytest.mark.parametrize("scheme", sorted(UNSAFE))
@given(data=st.data())
def test_no_noise_hides_a_scheme(scheme: str, data: st.DataObject) -> None:
    noise = st.text(st.sampled_from(NOISE), max_size=3)
    hidden = "".join(data.draw(noise) + (letter.upper() if data.draw(st.booleans()) else letter) for letter in f"{scheme}:")
    assert scheme_of(f"{hidden}alert(1)") == scheme


@pytest.mark.parametrize("blank", ["\u00a0", "\u2028", "\u3000", "\x85"])
def test_readers_that_strip_other_blanks_find_no_script(blank: str) -> None:
    assert scheme_of(f"{blank}javascript:alert(1)") == "javascript"


@pytest.mark.parametrize("url", ["a/b:c", "/javascript:x", "?javascript:x", "#data:x", "javascript", "1:2", ":", ""])
def test_a_colon_alone_is_no_scheme(url: str) -> None:
    assert scheme_of(url) == ""


@given(URL_LIKE | st.text(max_size=40))
def test_what_is_told_as_harmless_is_harmless_when_whole(url: str) -> None:
    if scheme_of(url) not in UNSAFE:
        assert urlsplit(absolute(url, PAGE)).scheme not in UNSAFE
