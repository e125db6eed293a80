"""The QR code, drawn from the SVG's own shapes, is read by a decoder that knows nothing of the encoder."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from contact_cta.plain_text import one_line
from contact_cta.qr import qr_svg
from contact_cta.web_address import UnsafeUrlError
from hypothesis import example, given, settings
from hypothesis import strategies as st

SVG = "{http://www.w3.org/2000/svg}"
URL = "https://example.com/authors/ann.vcf"
SHADES = {"#fff": 255, "#000": 0}
PAGE = 128  # a grey page below the picture shows whether the picture brings its own light ground
SCALE = 3


def drawn(svg: str) -> list[bytearray]:
    """The pixels of the picture, row by row, as a browser paints its paths one over the other."""
    root = ET.fromstring(svg)  # noqa: S314 - made by ourselves a line above
    x, y, width, height = map(int, root.attrib["viewBox"].split())
    assert (x, y, width) == (0, 0, height)
    pixels = [bytearray([PAGE]) * (width * SCALE) for _ in range(height * SCALE)]
    for path in root.iter(f"{SVG}path"):
        for left, top, right, bottom in rectangles(path.attrib["d"]):
            for row in pixels[top * SCALE : bottom * SCALE]:
                row[left * SCALE : right * SCALE] = bytes([SHADES[path.attrib["fill"]]]) * ((right - left) * SCALE)
    return pixels


def rectangles(path: str) -> list[tuple[int, int, int, int]]:
    """The path's parts as left, top, right and bottom; each is a pen that goes right, down, left and home."""
    parts = re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)H(\d+)z", path)
    assert "".join("M{} {}h{}v{}H{}z".format(*part) for part in parts) == path
    boxes = [tuple(map(int, part)) for part in parts]
    assert all(left == back for left, _, _, _, back in boxes)
    return [(left, top, left + width, top + height) for left, top, width, height, _ in boxes]


def decoded(pixels: list[bytearray]) -> list[zxingcpp.Barcode]:
    image = memoryview(b"".join(pixels)).cast("B", shape=[len(pixels), len(pixels[0])])
    return list(zxingcpp.read_barcodes(image, try_invert=False))


def test_a_scanner_finds_the_address() -> None:
    (code,) = decoded(drawn(qr_svg(URL, title="Ann Lee")))
    assert (code.text, code.format) == (URL, zxingcpp.BarcodeFormat.QRCode)
    assert code.ec_level in {"M", "Q", "H"}


def test_four_light_modules_surround_the_code_on_a_ground_of_its_own() -> None:
    pixels = drawn(qr_svg(URL, title="Ann Lee"))
    dark = [(x, y) for y, row in enumerate(pixels) for x, shade in enumerate(row) if shade == 0]
    assert not any(PAGE in row for row in pixels)
    edges = min(x for x, _ in dark), min(y for _, y in dark), max(x for x, _ in dark), max(y for _, y in dark)
    last = len(pixels) - 1
    assert edges == (4 * SCALE, 4 * SCALE, last - 4 * SCALE, last - 4 * SCALE)


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.text(max_size=60))
@example("a" * 1900, "<script>&\"'")
@example("ü日本", "]]>\x00\x08\ufffe\ud800\r\n")
def test_any_address_and_any_title(path: str, title: str) -> None:
    url = "https://example.com/" + "".join(letter for letter in path if letter.isalnum())
    svg = qr_svg(url, title=title)
    root = ET.fromstring(svg)  # noqa: S314 - made by ourselves a line above
    assert root.findtext(f"{SVG}title") == one_line(title)
    assert [child.tag.removeprefix(SVG) for child in root] == ["title", "path", "path"]
    (code,) = decoded(drawn(svg))
    assert code.text.encode("ascii")


def test_the_address_is_in_ascii() -> None:
    (code,) = decoded(drawn(qr_svg("https://bücher.example/ann.vcf", title="Ann")))
    assert code.text == "https://xn--bcher-kva.example/ann.vcf"


@pytest.mark.parametrize("url", ["", "authors/ann.vcf", "javascript:alert(1)"])
def test_an_address_that_leads_nowhere_from_paper_is_refused(url: str) -> None:
    with pytest.raises(UnsafeUrlError):
        qr_svg(url, title="Ann")
