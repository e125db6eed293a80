"""The plugin's own words in the language of what is read."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from gettext import translation
from pathlib import Path

DOMAIN = "contact_cta"
FOLDER = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Words:
    """Some have `{name}` in them, and `open_in` has `{service}`; the templates of this plugin put their parts around them."""

    write_to: str
    call: str
    text: str
    book: str
    no_mail_program: str
    open_in: str
    or_copy: str
    pass_on: str
    save_card: str
    privacy: str
    reply_to: str
    qr: str
    imprint: str


@cache
def words_in(language: str, name: str = "") -> Words:
    """The words for a BCP 47 tag, about the person `name`: for `de-AT` those of `de_AT`, else of `de`, else as they stand here."""
    if name:
        return Words(**{key: text.replace("{name}", name) for key, text in asdict(words_in(language)).items()})
    parts = language.replace("-", "_").split("_")
    names = [parts[0].lower(), *(["_".join(parts)] if len(parts) > 1 else [])]
    _ = translation(DOMAIN, FOLDER, names[::-1], fallback=True).gettext
    return Words(
        write_to=_("Write to"),  # an address follows
        call=_("Call"),  # a number follows
        text=_("Text"),  # a number follows, for text messages
        book=_("Book a meeting"),
        no_mail_program=_("No mail program?"),
        open_in=_("Write with {service}"),
        or_copy=_("Or copy the address:"),
        pass_on=_("Pass it on"),
        save_card=_("Add {name} to your contacts"),
        privacy=_("Goes only to {name}. You will not be added to any list."),
        reply_to=_("Reply to {name} by email"),
        qr=_("QR code: the contact card of {name}"),
        imprint=_("Imprint"),
    )
