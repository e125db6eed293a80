"""The few words of XML: what goes in comes out."""

from __future__ import annotations

from hypothesis import given
from site_feeds.xml import DECLARATION, attributes, element, empty

from .html import xml
from .samples import HTML


@given(HTML, HTML)
def test_text_and_values_come_back(text: str, value: str) -> None:
    found = xml(f"{DECLARATION}{element('title', text, type=value)}")
    assert (found.tag, found.text or "", found.attrib, len(found)) == ("title", text, {"type": value}, 0)


@given(HTML)
def test_an_empty_element_has_its_values(value: str) -> None:
    assert xml(empty("link", href=value, rel="self")).attrib == {"href": value, "rel": "self"}


def test_the_order_of_attributes_is_that_in_which_they_are_given() -> None:
    assert attributes({"b": "1", "a": "2"}) == ' b="1" a="2"'
