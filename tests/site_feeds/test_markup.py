"""What an article's HTML becomes in a feed: plain, whole, the same text, and nothing that must be run."""

from __future__ import annotations

import markdown
import pytest
from site_feeds.addresses import UNSAFE, scheme_of

from .html import PAGE, in_browser, simplified

# Addresses


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ('<a href="two.html">x</a>', '<a href="https://example.com/letters/two.html">x</a>'),
        ('<a href="../about/">x</a>', '<a href="https://example.com/about/">x</a>'),
        ('<a href="?q=1&amp;r=2">x</a>', '<a href="https://example.com/letters/one.html?q=1&amp;r=2">x</a>'),
        ('<a href="#part">x</a>', '<a href="https://example.com/letters/one.html#part">x</a>'),
        ('<a href="//example.org/y">x</a>', '<a href="https://example.org/y">x</a>'),
        ('<a href="https://bücher.example/ü">x</a>', '<a href="https://xn--bcher-kva.example/%C3%BC">x</a>'),
        ('<img src="/two chairs.png" alt="A">', '<img src="https://example.com/two%20chairs.png" alt="A">'),
        ('<blockquote cite="/q">x</blockquote>', '<blockquote cite="https://example.com/q">x</blockquote>'),
        ('<q cite="#q">x</q>', '<q cite="https://example.com/letters/one.html#q">x</q>'),
        (
            '<video src="v.mp4" poster="/p.png"></video>',
            '<video src="https://example.com/letters/v.mp4" poster="https://example.com/p.png" controls=""></video>',
        ),
    ],
)
def test_addresses_are_whole(html: str, plain: str) -> None:
    assert simplified(html) == plain


@pytest.mark.parametrize(
    "url",
    [
        "mailto:ann@example.com?subject=Re%3A%20A&amp;body=b",
        "tel:+1-202-555-0143",
        "sms:+12025550143?&amp;body=x",
        "https://[::1]/a[]=$1'(b)*",
    ],
)
def test_links_of_other_kinds_stay_byte_for_byte(url: str) -> None:
    assert simplified(f'<a href="{url}">x</a>') == f'<a href="{url}">x</a>'


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "&#x20;&#x0d;javascript:alert(1)",
        " \x1fjavascript:alert(1)",
        "\u00a0javascript:alert(1)",
        "javascript&colon;alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "DATA:text/html;base64,x",
        "d\na\tta:text/html,x",
    ],
)
@pytest.mark.parametrize(
    "html",
    [
        '<p>a <a href="{}">b</a> c</p>',
        '<blockquote cite="{}">a b c</blockquote>',
        '<p><q cite="{}">a b</q> c</p>',
        "<iframe src='{}'></iframe>a b c",
        '<embed src="{}">a b c',
        '<object data="{}">a b c</object>',
        '<p title="t" href="{}">a b c</p>',
        '<video poster="{}" src="v.mp4"></video>a b c',
    ],
)
def test_nothing_leads_to_a_script_or_to_data(html: str, url: str) -> None:
    made = in_browser(simplified(html.format(url)))
    assert made.get_text() == "a b c"
    values = [str(value) for element in made.select("*") for value in element.attrs.values()]
    assert not [value for value in values if scheme_of(value) in UNSAFE or "script" in value]


@pytest.mark.parametrize("name", ["img", "audio", "video"])
def test_no_picture_comes_from_a_script(name: str) -> None:
    assert "script" not in simplified(f'<{name} src="javascript:x" alt="Two chairs">')


@pytest.mark.parametrize(
    "html", ['<img src="javascript:x" alt="Two &lt; chairs">', '<img src="//[" alt="Two &lt; chairs">', '<img alt="Two &lt; chairs">']
)
def test_an_image_that_cannot_be_shown_is_its_description(html: str) -> None:
    assert simplified(f"<p>a {html} b</p>") == "<p>a Two &lt; chairs b</p>"


@pytest.mark.parametrize("html", ['<a href="//[x">words</a>', '<a href="http://a:b/">words</a>', "<a>words</a>", '<a name="x">words</a>'])
def test_a_link_to_nowhere_is_its_words(html: str) -> None:
    assert simplified(f"<p>{html}</p>") == "<p>words</p>"


# What goes


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert('secret')</script>",
        "<script src='secret.js'></script>",
        "<style>secret { top: 0 }</style>",
        "<template><p>secret</p></template>",
        "<svg><title>secret</title><text>secret</text></svg>",
        "<canvas>secret</canvas>",
        "<form action='/secret'><label>secret <input value=secret></label><button>secret</button></form>",
        "<select><option>secret</select>",
        "<input value=secret><textarea>secret</textarea>",
        "<datalist><option>secret</datalist>",
        "<dialog>secret</dialog>",
        "<map name=m><area href=secret></map>",
        "<link href=secret><meta content=secret><base href=/secret/><title>secret</title>",
        "<noembed>secret</noembed><noframes>secret</noframes>",
        "<iframe>secret</iframe>",
        "<!-- secret -->",
        "<!-- <p> secret --!>",
        "<?php secret ?>",
        "<![CDATA[secret]]>",
        "<!DOCTYPE secret>",
        '<a href="/secret"></a>',
        '<wbr title="x" data-secret="secret">',
    ],
)
def test_what_readers_cannot_use_goes(html: str) -> None:
    made = simplified(f"<p>a</p>{html}<p>b</p>")
    assert "secret" not in made
    assert made.startswith("<p>a</p>")
    assert made.endswith("<p>b</p>")


@pytest.mark.parametrize(
    "start", ["p", "span", "div", "section", "details", "b", "ul", "picture", "a href=x", "x-y", "h2", "font", "noscript"]
)
@pytest.mark.parametrize("attribute", ["hidden", 'hidden=""', "HIDDEN", "hidden=until-found"])
def test_what_is_hidden_on_the_page_is_not_told(start: str, attribute: str) -> None:
    assert simplified(f"<p>a</p><{start} {attribute}>secret <b>secret</b></{start.split(maxsplit=1)[0]}><p>b</p>") == "<p>a</p><p>b</p>"


@pytest.mark.parametrize(
    "attribute",
    ["class=x", "id=x", "style='color:red'", "onclick='x()'", "ONERROR=x", "data-x=y", "aria-label=x", "role=x", "{x}=1", "x:y=z", 'a"b=1'],
)
def test_attributes_for_programs_and_styles_go(attribute: str) -> None:
    assert simplified(f"<p {attribute}>a <em {attribute}>b</em></p>") == "<p>a <em>b</em></p>"


def test_attributes_that_mean_something_stay() -> None:
    html = (
        '<p lang="de" dir="rtl" title="t">a</p><ol start="3" reversed=""><li value="7">b</li></ol>'
        '<table><tr><th scope="col" abbr="c" colspan="2" rowspan="1">c</th></tr></table><del datetime="2026">d</del>'
        '<img src="https://example.com/i.png" alt="I" width="3" height="2">'
    )
    assert simplified(html) == html


@pytest.mark.parametrize(
    "html",
    [
        "<span>words</span>",
        '<font color="red">words</font>',
        "<label>words</label>",
        "<noscript>words</noscript>",
        "<x-note>words</x-note>",
        "<o:p>words</o:p>",
        "<svg:p>words</svg:p>",
        "<pé>words</pé>",
        "<applet>words</applet>",
    ],
)
def test_elements_that_mean_nothing_leave_their_words(html: str) -> None:
    assert simplified(f"<p>a {html} b</p>") == "<p>a words b</p>"


@pytest.mark.parametrize("attribute", ["lang", "dir"])
def test_words_in_another_language_are_still_told_apart(attribute: str) -> None:
    html = f'<p>a <span {attribute}="x">b</span></p>'
    assert simplified(html) == simplified(html.replace("span", "font")) == html


# What becomes something else


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ('<iframe src="//video.example/x" title="A film"></iframe>', '<p><a href="https://video.example/x">A film</a></p>'),
        ('<iframe src="https://video.example/x?a=1"></iframe>', '<p><a href="https://video.example/x?a=1">video.example/x?a=1</a></p>'),
        ('<iframe data-src="https://video.example/x"></iframe>', '<p><a href="https://video.example/x">video.example/x</a></p>'),
        ('<p>a <iframe src="/x" title="f"></iframe> b</p>', '<p>a <a href="https://example.com/x">f</a> b</p>'),
        ('<div><iframe src="/x" title="f"></iframe></div>', '<p><a href="https://example.com/x">f</a></p>'),
        ('<blockquote><iframe src="/x"></iframe></blockquote>', '<blockquote><p><a href="https://example.com/x">/x</a></p></blockquote>'),
        ('<figure><embed src="/x" title="f">c</figure>', '<figure><p><a href="https://example.com/x">f</a></p>c</figure>'),
        ('<object data="/x" title="f"><embed src="/x">c</object>d', '<p><a href="https://example.com/x">f</a></p>d'),
        ("<object>instead</object>", "instead"),
        ('<iframe srcdoc="<p>x">c</iframe>d', "d"),
    ],
)
def test_a_frame_is_a_link_to_what_it_shows(html: str, plain: str) -> None:
    assert simplified(html) == plain


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<details><summary>Why?</summary><p>So.</p></details>", "<p><strong>Why?</strong></p><p>So.</p>"),
        ("<details><summary>Why <em>so</em>?</summary>So.</details>", "<div><p><strong>Why <em>so</em>?</strong></p>So.</div>"),
        ("<details open><summary><h3>Why?</h3></summary><p>So.</p></details>", "<h3>Why?</h3><p>So.</p>"),
        ("<details><p>So.</p></details>", "<p>So.</p>"),
        ("<details>So.</details>", "<p>So.</p>"),
        ("<details><summary></summary><p>So.</p></details>", "<p>So.</p>"),
        (
            "<details><summary>A</summary><details><summary>B</summary><p>C</p></details></details>",
            "<p><strong>A</strong></p><p><strong>B</strong></p><p>C</p>",
        ),
    ],
)
def test_details_stand_open(html: str, plain: str) -> None:
    assert simplified(html) == plain


@pytest.mark.parametrize("name", ["div", "section", "article", "aside", "nav", "header", "footer", "main", "center", "address", "fieldset"])
def test_what_stands_apart_on_the_page_stands_apart(name: str) -> None:
    assert simplified(f"<{name}>one</{name}><{name}>two</{name}>") == "<p>one</p><p>two</p>"
    assert simplified(f"<{name}><p>one</p>\n<p>two</p></{name}>three") == "<p>one</p>\n<p>two</p>three"
    assert simplified(f"<{name}>one<p>two</p>three</{name}><{name}>four</{name}>") == "<div>one<p>two</p>three</div><p>four</p>"
    assert simplified(f"<{name}> </{name}>") == ""


@pytest.mark.parametrize("attribute", ["lang", "dir"])
def test_a_passage_in_another_language_is_told_apart(attribute: str) -> None:
    assert simplified(f'<section {attribute}="x" class="y"><p>a</p></section>') == f'<div {attribute}="x"><p>a</p></div>'
    assert simplified(f'<div {attribute}="x">a</div>') == f'<p {attribute}="x">a</p>'


@pytest.mark.parametrize("inside", ['<img src="https://example.com/i" alt="">', '<video src="https://example.com/v" controls=""></video>'])
def test_what_is_seen_alone_is_a_paragraph(inside: str) -> None:
    assert simplified(f"<div>{inside}</div>") == f"<p>{inside}</p>"
    assert simplified(f"<div>{inside.replace('video', 'audio')}</div>") == f"<p>{inside.replace('video', 'audio')}</p>"


@pytest.mark.parametrize("name", ["h2", "h6", "pre", "dt"])
def test_what_cannot_hold_a_paragraph_holds_words(name: str) -> None:
    assert simplified(f"<dl><{name}><div>a</div> <section>b</section></{name}></dl>") == f"<dl><{name}>a b</{name}></dl>"


def test_a_paragraph_holds_no_block() -> None:
    """A reader's parser would end the paragraph at the block, and make another of the end tag that is left."""
    assert simplified("<p>a<figure><p>b</p></figure>c</p>") == "<div>a<figure><p>b</p></figure>c</div>"
    assert simplified("<p><section><ul><li>b</li></ul></section></p>") == "<ul><li>b</li></ul>"


def test_lists_and_code_of_old_have_today_s_names() -> None:
    assert (
        simplified("<menu><li>a</menu><dir><li>b</dir><xmp>c <b></xmp>") == "<ul><li>a</li></ul><ul><li>b</li></ul><pre>c &lt;b&gt;</pre>"
    )
    assert simplified("a<plaintext>b <i></plaintext>") == "a<pre>b &lt;i&gt;&lt;/plaintext&gt;</pre>"


# Headings


@pytest.mark.parametrize(
    "link",
    [
        '<a class="headerlink" href="#h" title="Permanent link">¶</a>',
        '<a class="headerlink" href="#h">Link to here</a>',
        '<a class="anchor" href="#h"><svg><path/></svg></a>',
        '<a href="#h">#</a>',
        '<a href="#h">\u00a0§ </a>',
        '<a class="x header-anchor" href="one.html#h">🔗</a>',
        '<a class="anchor" id="h"></a>',
    ],
)
@pytest.mark.parametrize("heading", ["<h2>{}Words</h2>", "<h2>Words{}</h2>", "<h6><span>{}</span>Words</h6>"])
def test_links_of_headings_to_themselves_go(heading: str, link: str) -> None:
    assert in_browser(simplified(heading.format(link))).get_text() == "Words"
    assert "<a" not in simplified(heading.format(link))


@pytest.mark.parametrize("of", ['class="anchor" href="#h"', 'class="toclink" href="#toc"', 'class="headerlink" href="#h"'])
def test_a_heading_that_is_a_link_as_a_whole_keeps_its_words(of: str) -> None:
    assert simplified(f"<h2><a {of}>Words</a></h2>") == "<h2>Words</h2>"


@pytest.mark.parametrize(
    "html",
    [
        '<h2>Read <a href="https://example.org/">this</a></h2>',
        '<h2><a href="https://example.com/letters/one.html#h">See there</a></h2>',
        '<h2>C<a href="https://example.org/">#</a></h2>',
        '<p>See <a href="#n">§</a>.</p>',
        '<h2><a href="#h"><img src="https://example.org/i.png" alt=""></a></h2>',
    ],
)
def test_other_links_stay(html: str) -> None:
    assert simplified(html) == html.replace('"#', f'"{PAGE}#')


def test_a_permalink_by_its_class_goes_wherever_it_is() -> None:
    assert simplified('<dl><dt>a<a class="headerlink" href="#a">¶</a></dt></dl>') == "<dl><dt>a</dt></dl>"


def test_a_link_with_the_class_of_a_permalink_in_a_text_is_a_link() -> None:
    assert simplified('<p><a class="permalink anchor" href="/x">here</a></p>') == '<p><a href="https://example.com/x">here</a></p>'


# What Markdown makes


def test_footnotes_lead_to_the_page() -> None:
    html = markdown.markdown("Words[^a] and[^b].\n\n[^a]: One.\n[^b]: Two.\n", extensions=["footnotes"])
    made = in_browser(simplified(html))
    links = [str(link["href"]) for link in made.select("a")]
    assert links == [f"{PAGE}#{name}" for name in ("fn:a", "fn:b", "fnref:a", "fnref:b")]
    assert [sup.get_text() for sup in made.select("sup")] == ["1", "2"]
    assert "One." in made.select("ol > li")[0].get_text()


def test_a_table_of_markdown_keeps_its_shape() -> None:
    html = markdown.markdown("a | b\n:--|--:\n`x | y` | 2\n", extensions=["tables"])
    made = in_browser(simplified(html))
    assert [[cell.get_text() for cell in row.select("th,td")] for row in made.select("tr")] == [["a", "b"], ["x | y", "2"]]
    assert "style" not in str(made.body)


@pytest.mark.parametrize("options", [{}, {"linenums": True}, {"linenos": "inline", "lineanchors": "l", "anchorlinenos": True}])
def test_code_keeps_its_text(options: dict[str, object]) -> None:
    code = "if a < b and c > d:\n\n\n    return '&lt;', \"&\"  \n\n\tx = 1\n        y\n"
    html = markdown.markdown(f"~~~python\n{code}~~~", extensions=["fenced_code", "codehilite"], extension_configs={"codehilite": options})
    before, after = in_browser(html), in_browser(simplified(html))
    assert [pre.get_text() for pre in after.select("pre")] == [pre.get_text() for pre in before.select("pre")]
    assert "<span" not in simplified(html)


def test_contents_and_permalinks_of_markdown() -> None:
    html = markdown.markdown("[TOC]\n\n# A *b*\n\nc", extensions=["toc"], extension_configs={"toc": {"permalink": True}})
    assert simplified(html) == f'<ul>\n<li><a href="{PAGE}#a-b">A b</a></li>\n</ul>\n\n<h1>A <em>b</em></h1>\n<p>c</p>'
