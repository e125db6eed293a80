from __future__ import annotations

import pickle
from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup


def html(text: str, **config: Any) -> str:
    extensions = ["extra", "smarty", "sane_lists", "codehilite", "reading_aids.markup"]
    return markdown.markdown(text, extensions=extensions, extension_configs={"reading_aids.markup": config}, output_format="html")


def ids(text: str, **config: Any) -> list[str]:
    return [str(tag["id"]) for tag in BeautifulSoup(html(text, **config), "html5lib").select("h2, h3, h4")]


def test_an_image_alone_with_a_title_is_a_figure_with_a_caption() -> None:
    assert html('![Chairs](a.png "Two & <b>three</b>")') == (
        '<figure><img alt="Chairs" src="a.png"><figcaption>Two &amp; &lt;b&gt;three&lt;/b&gt;</figcaption></figure>'
    )


def test_an_image_alone_without_a_title_is_a_figure_without_a_caption() -> None:
    assert html("![Chairs](a.png)") == '<figure><img alt="Chairs" src="a.png"></figure>'


def test_a_linked_image_is_a_figure_too() -> None:
    assert html('[![Chairs](a.png "Two")](https://example.com)') == (
        '<figure><a href="https://example.com"><img alt="Chairs" src="a.png"></a><figcaption>Two</figcaption></figure>'
    )


@pytest.mark.parametrize(
    "text", ["![a](a.png) and words", "words ![a](a.png)", "![a](a.png) ![b](b.png)", "[![a](a.png) words](b)", "[](b)"]
)
def test_an_image_in_company_stays_in_its_paragraph(text: str) -> None:
    assert "<figure" not in html(text)


def test_classes_of_a_paragraph_go_to_the_figure() -> None:
    assert '<figure class="wide">' in html("![a](a.png)\n{: .wide }")


def test_a_decorative_image_has_no_value_that_pelican_would_warn_of() -> None:
    assert '<img alt class="decorative"' in html("![](a.svg){: .decorative }")


TABLE = "| Name | Price | When |\n|:--|--:|:-:|\n| a | 1 | 2 |\n"


def test_tables_are_aligned_by_class_inside_a_named_region() -> None:
    page = BeautifulSoup(html(TABLE), "html5lib")
    assert page.select("[style], [align]") == []
    assert [cell["class"] for cell in page.select("td")] == [["align-left"], ["align-right"], ["align-center"]]
    (region,) = page.select("div.table")
    assert region.attrs == {"class": ["table"], "role": "region", "aria-label": "Table: Name, Price, When", "tabindex": "0"}
    assert [child.name for child in region.find_all(recursive=False)] == ["table"]


def test_a_cells_own_class_stays() -> None:
    assert '<td class="sum align-right">' in html("| a | b |\n|--|--:|\n| x | 1 {: .sum } |\n")


def names(text: str, **config: Any) -> list[str]:
    return [str(region["aria-label"]) for region in BeautifulSoup(html(text, **config), "html5lib").select("div.table")]


def test_every_table_has_a_name_of_its_own() -> None:
    empty = "|  |  |\n|--|--|\n| a | b |\n"
    assert names(f"{TABLE}\nand\n\n{TABLE}\nand\n\n{empty}") == ["Table: Name, Price, When", "Table 2: Name, Price, When", "Table 3"]


def test_a_tables_name_is_text() -> None:
    assert names('| Q&A *x* | `<b>` | "q" | d |\n|--|--|--|--|\n| a | b | c | d |\n') == ["Table: Q&A x, <b>, “q”"]


def test_words_are_in_the_language_of_the_site() -> None:
    assert names(TABLE, language="de-AT") == ["Tabelle: Name, Price, When"]
    assert names(TABLE, language="fi") == ["Table: Name, Price, When"]


def test_headings_get_unique_ids_from_their_text() -> None:
    assert ids("## Größe & *Maß*\n\n## 日本語\n\n### A `<b>` “c”\n\n## 日本語\n\n## !!!\n\n##### Deep") == [
        "größe-maß",
        "日本語",
        "a-b-c",
        "日本語_1",
        "section",
    ]


def test_ids_that_an_author_gave_stay_and_are_not_used_again() -> None:
    assert ids("## One {: #two }\n\n## Two\n\n<div id='three'>x</div>\n\n## Three") == ["two", "two_1", "three_1"]


def test_ids_of_the_page_are_not_taken() -> None:
    assert ids("## Main\n\n## Contents\n\n## Contents\n\n## Shop", reserved_ids=("shop",)) == [
        "section-main",
        "section-contents",
        "section-contents_1",
        "section-shop",
    ]


def test_footnotes_in_headings_do_not_count() -> None:
    assert ids("## One[^1]\n\n[^1]: Note") == ["one"]


def test_a_text_with_an_h1_moves_down() -> None:
    assert html("# A\n\n## B\n\n###### F") == '<h2 id="a">A</h2>\n<h3 id="b">B</h3>\n<h6>F</h6>'
    assert html("## B") == '<h2 id="b">B</h2>'


def test_footnotes_work_and_lead_back_in_the_sites_language() -> None:
    page = BeautifulSoup(html("One[^n] and two[^n].\n\n[^n]: The *note*.", language="de"), "html5lib")
    assert [link["href"] for link in page.select("a.footnote-ref")] == ["#fn:n", "#fn:n"]
    assert [link["href"] for link in page.select("a.footnote-backref")] == ["#fnref:n", "#fnref2:n"]
    assert {link["title"] for link in page.select("a.footnote-backref")} == {"Zurück zu Fußnote 1 im Text"}
    assert page.select_one("[id='fn:n'] em")


def test_a_title_that_the_site_has_set_stays() -> None:
    configs = {"footnotes": {"BACKLINK_TITLE": "Up {}"}}
    assert 'title="Up 1"' in markdown.markdown(
        "a[^1]\n\n[^1]: b", extensions=["footnotes", "reading_aids.markup"], extension_configs=configs
    )


def test_one_markdown_object_can_convert_many_texts() -> None:
    md = markdown.Markdown(extensions=["extra", "reading_aids.markup"])
    assert [md.reset().convert("## A") for _ in range(2)] == ['<h2 id="a">A</h2>'] * 2


def test_what_settings_hold_of_it_can_be_pickled() -> None:
    assert pickle.dumps({"reading_aids.markup": {"language": "de", "reserved_ids": ("a",)}})


@pytest.mark.parametrize(
    "text", ['![x](a.png "<script>alert(1)</script>")', "## <script>\n", '| "onx" | `<script>` |\n|--|--|\n| a | b |\n']
)
def test_hostile_words_stay_words(text: str) -> None:
    page = BeautifulSoup(html(text.replace("## <script>", "## `<script>`")), "html5lib")
    assert page.find("script") is None
    assert all(not name.startswith("on") for tag in page.find_all(True) for name in tag.attrs)


@pytest.mark.parametrize("text", ["    indented", "```python\nx = 1\n```", "```\nplain <pre>\n```"])
def test_code_can_be_reached_with_the_keyboard(text: str) -> None:
    pre = BeautifulSoup(html(text), "html5lib").select("pre")
    assert [tag.get("tabindex") for tag in pre] == ["0"]
