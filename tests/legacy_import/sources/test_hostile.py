"""Sources that want something of us: they are read as text, opened is nothing, and it takes no longer than reading."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING

import pytest
from legacy_import.sources import lexing
from legacy_import.sources.detect import form_of

from tests.legacy_import.sources.corpus import by_number, items, read_bytes, sample, troubles

if TYPE_CHECKING:
    from pathlib import Path

WORDPRESS = sample("wordpress-1.2.xml")
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(10))


def with_type(declarations: str, use: str) -> bytes:
    """The export behind a document type, whose entity is used in a title."""
    return (
        WORDPRESS.decode()
        .replace("<rss version", f"<!DOCTYPE rss {declarations}>\n<rss version", 1)
        .replace("<title>Onion soup</title>", f"<title>Onion {use}</title>")
        .encode()
    )


@pytest.mark.parametrize(
    "declarations",
    [
        '[<!ENTITY l0 "ha"><!-- it\'s -->' + LAUGHS + "]",
        '[<!ENTITY l10 SYSTEM "FILE">]',
        '[<!ENTITY % p SYSTEM "FILE"> %p; <!ENTITY l10 "%p;">]',
        'SYSTEM "FILE" []',
        'PUBLIC "-//x" "http://127.0.0.1:9/x.dtd"',
        '[<!ENTITY l10 "]>">]',
    ],
)
def test_entities_and_document_types_do_nothing(declarations: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret", encoding="utf-8")

    def refused(*_: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket.socket, "connect", refused)
    found = read_bytes(with_type(declarations.replace("FILE", secret.as_uri()), "&l10;"))
    assert by_number(found)["20"].title == "Onion &l10;"
    assert len(items(found)) == len(items(read_bytes(WORDPRESS)))
    assert "repaired-document-type" in troubles(found)
    assert "secret" not in "".join(item.html + item.title for item in items(found))


def test_a_quadratic_blow_up_stays_small() -> None:
    found = read_bytes(with_type(f'[<!ENTITY a "{"x" * 100_000}">]', "&a;" * 1000))
    assert len(by_number(found)["20"].title) < 10_000


def test_elements_in_elements_without_end() -> None:
    deep = b"<a>" * 200_000
    found = read_bytes(WORDPRESS.replace(b"<wp:post_id>20", deep + b"x" + b"</a>" * 200_000 + b"<wp:post_id>20"))
    assert by_number(found)["20"].html == "Onions, slowly."
    assert "repaired-deep-nesting" in troubles(found)
    assert len(items(read_bytes(WORDPRESS.replace(b"<wp:post_id>20", deep + b"<wp:post_id>20")))) == len(items(read_bytes(WORDPRESS)))


def test_what_is_too_deep_ends_nothing_that_is_not() -> None:
    deep = b"<wp:postmeta>" + b"<a>" * 70 + b"<wp:postmeta></wp:postmeta>" + b"</a>" * 70
    data = WORDPRESS.replace(b"<wp:postmeta><wp:meta_key><![CDATA[_thumbnail_id]]>", deep + b"<wp:meta_key><![CDATA[_thumbnail_id]]>", 1)
    assert by_number(read_bytes(data))["12"].cover_number == "13"


def test_an_attribute_without_end() -> None:
    found = read_bytes(WORDPRESS.replace(b'domain="region"', b'domain="' + b"x" * 3_000_000 + b'"'))
    assert set(by_number(found)) == set(by_number(read_bytes(WORDPRESS)))


def test_megabytes_of_references_are_read_as_such() -> None:
    found = read_bytes(WORDPRESS.replace(b">Onion soup", b">" + b"&#x2014;" * 400_000), block=4097)
    assert by_number(found)["20"].title == "—" * 400_000
    assert not [rule for rule in troubles(found) if rule.startswith("repaired")]


def test_a_text_that_is_too_long_is_cut_and_what_follows_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexing, "LONGEST_TEXT", 10_000)
    found = read_bytes(WORDPRESS.replace(b"Onions, slowly.", b"Onions. " * 100_000), block=5000)
    assert 5_000 < len(by_number(found)["20"].html) <= 10_000
    assert set(by_number(found)) == set(by_number(read_bytes(WORDPRESS)))
    assert "repaired-too-long" in troubles(found)


OPENERS = (
    "<![CDATA[",
    "<!--",
    "<?",
    "<!DOCTYPE a [",
    '<!DOCTYPE a "',
    "<",
    "</",
    "<a",
    "<a '",
    '<a "',
    "<a b=c ",
    "<a>",
    "<item>",
    "<entry>",
    "<rss>",
)
OTHERS = ("]]>", "]]>x]]>", "</item>", "-->", "&", "&a", "&#", "&#xD800;", "&amp;", '"', ">", "xx", "x\n")


@pytest.mark.parametrize("at", [b"<title>Onion", b"nion soup", b"ategory><wp:term_id>3"])
@pytest.mark.parametrize("bit", OPENERS + OTHERS)
def test_the_same_again_and_again_takes_no_more_than_its_length(bit: str, at: bytes) -> None:
    """Were it quadratic, it would take minutes."""
    data = WORDPRESS.replace(at, bit.encode() * 30_000 + at, 1)
    start = time.process_time()
    read_bytes(data, block=1 << 18)
    form_of(data[: 1 << 16])
    assert time.process_time() - start < 10
