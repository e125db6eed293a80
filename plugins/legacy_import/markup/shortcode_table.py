"""The shortcodes that are known: of WordPress itself, of WordPress.com, and of plugins that many have."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from .embeds import film_address
from .page_builders import raw_html

if TYPE_CHECKING:
    from collections.abc import Callable

    Handler = Callable[[dict[str, str], str], str]

_PICTURE = re.compile(r"((?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL | re.IGNORECASE)
_LANGUAGES = frozenset(
    {
        *(
            "actionscript3",
            "bash",
            "c",
            "clojure",
            "coldfusion",
            "cpp",
            "csharp",
            "css",
            "delphi",
            "diff",
            "erlang",
            "fsharp",
            "go",
            "groovy",
        ),
        *(
            "html",
            "java",
            "javafx",
            "javascript",
            "js",
            "matlab",
            "objc",
            "perl",
            "php",
            "plain",
            "powershell",
            "python",
            "py",
            "r",
        ),
        *("ruby", "scala", "shell", "sql", "swift", "text", "vb", "xml", "yaml"),
    }
)
_PLAIN = frozenset({"plain", "text"})


def _caption(given: dict[str, str], content: str) -> str:
    match = _PICTURE.search(content)
    if match is None:
        return content
    words = given.get("caption") or match[2].strip()
    return f"\n\n<figure>{match[1]}<figcaption>{words}</figcaption></figure>\n\n" if words else f"\n\n{match[1]}\n\n"


def _gallery(given: dict[str, str], _: str) -> str:
    """The media stage knows the pictures; without numbers they are all that belong to the post."""
    ids = re.sub(r"[^\d,]", "", given.get("ids") or given.get("include") or "")
    return f'\n\n<div data-gallery="{ids}"></div>\n\n'


def _link(address: str, words: str = "") -> str:
    """An address of its own is a line of its own, as WordPress shows it."""
    if not re.match(r"(?:https?:)?//", address):
        return ""
    address = film_address(address) or address
    return f'\n\n<a href="{escape(address)}">{escape(words or address)}</a>\n\n'


def _embed(given: dict[str, str], content: str) -> str:
    return _link(re.sub(r"<[^>]*>|\s", "", content) or given.get("src") or given.get("url") or given.get("0", ""))


def _video_site(pattern: str) -> Handler:
    def handler(given: dict[str, str], content: str) -> str:
        value = re.sub(r"<[^>]*>|\s", "", content) or given.get("id") or given.get("url") or given.get("src") or given.get("0", "")
        if re.match(r"(?:https?:)?//", value):
            return _link(value)
        return _link(pattern.format(value)) if re.fullmatch(r"[\w/.-]+", value) else ""

    return handler


def _media(kind: str) -> Handler:
    def handler(given: dict[str, str], content: str) -> str:
        keys = ("src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv", "flv", "wmv", "0")
        source = next((given[key] for key in keys if given.get(key)), re.sub(r"<[^>]*>|\s", "", content))
        if not source or not re.match(r"(?:https?:)?//|/", source):
            return ""
        return f'\n\n<{kind} controls src="{escape(source.split("|")[0])}"></{kind}>\n\n'

    return handler


def _code(given: dict[str, str], content: str) -> str:
    """Code as it stood. An editor may have escaped it, or made paragraphs of it."""
    name = given.get("language") or given.get("lang") or given.get("0") or (given["name"] if given["name"] in _LANGUAGES else "")
    text = re.sub(r"<br\s*/?>\n?|</p>\s*<p[^>]*>", "\n", content) if "&lt;" in content or "<br" in content else content
    text = re.sub(r"</?p>", "", text) if "<br" in content else text
    text = text if re.search("&(?:lt|gt|amp|quot|#0?39);", text) else escape(text, quote=False)
    language = f' class="language-{escape(name)}"' if name and name not in _PLAIN else ""
    return f"\n\n<pre><code{language}>{text.strip(chr(10))}</code></pre>\n\n"


def _formula(_: dict[str, str], content: str) -> str:
    return f"<code>{escape(unescape(content), quote=False)}</code>" if content.strip() else ""


def _quote(given: dict[str, str], content: str) -> str:
    who = given.get("author") or given.get("cite") or given.get("name", "")
    who = "" if who in ("quote", "blockquote", "pullquote", "su_quote") else who
    source = f"\n\n<p><cite>{escape(who)}</cite></p>" if who else ""
    return f"\n\n<blockquote>{content}{source}</blockquote>\n\n" if content.strip() else ""


def _footnote(_: dict[str, str], content: str) -> str:
    return f"<sup data-note>{content.strip()}</sup>" if content.strip() else ""


def _button(given: dict[str, str], content: str) -> str:
    address = given.get("url") or given.get("link") or given.get("href") or given.get("0", "")
    return f'<a href="{escape(address)}">{content or escape(given.get("text", address))}</a>' if address else content


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(("caption", "wp_caption"), _caption),
    **dict.fromkeys(("gallery", "nggallery"), _gallery),
    **dict.fromkeys(
        ("embed", "tweet", "instagram", "facebook", "soundcloud", "slideshare", "flickr", "googlevideo", "scribd", "gist"), _embed
    ),
    "youtube": _video_site("https://www.youtube.com/watch?v={}"),
    "youtubevid": _video_site("https://www.youtube.com/watch?v={}"),
    "vimeo": _video_site("https://vimeo.com/{}"),
    "dailymotion": _video_site("https://www.dailymotion.com/video/{}"),
    "ted": _video_site("https://www.ted.com/talks/{}"),
    "wpvideo": _video_site("https://videopress.com/v/{}"),
    "videopress": _video_site("https://videopress.com/v/{}"),
    **dict.fromkeys(("audio", "mp3player"), _media("audio")),
    **dict.fromkeys(("video", "flv", "flowplayer"), _media("video")),
    **dict.fromkeys(("code", "sourcecode", "source", "source_code", *_LANGUAGES), _code),
    **dict.fromkeys(("quote", "blockquote", "pullquote", "su_quote"), _quote),
    **dict.fromkeys(("ref", "footnote", "note", "efn_note", "mfn", "fn", "sidenote"), _footnote),
    **dict.fromkeys(("button", "su_button"), _button),
    "latex": _formula,
    "vc_raw_html": raw_html,
    "vc_raw_js": lambda _, __: "",
}

CODE = frozenset({"code", "sourcecode", "source", "source_code", *_LANGUAGES})
"""Names that mean something only with an end."""
NOTES = frozenset({"ref", "footnote", "note", "efn_note", "mfn", "fn", "sidenote"})

ENCLOSING = {
    **dict.fromkeys(
        ("caption", "wp_caption", "embed", "audio", "video", "quote", "blockquote", "pullquote", "su_quote", "button", "su_button"), False
    ),
    **dict.fromkeys(("ref", "footnote", "note", "efn_note", "mfn", "fn", "sidenote", "youtube", "vimeo", "instagram", "flv"), False),
    **dict.fromkeys(("code", "sourcecode", "source", "source_code", *_LANGUAGES, "latex", "vc_raw_html", "vc_raw_js"), True),
}
"""Those that have content, and whether it is code."""
