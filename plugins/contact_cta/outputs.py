"""vCards and QR codes, one of each for every card, and the imprint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from .book import BOOK_KEY, Book
from .config import CONFIG_KEY, ContactConfig
from .language import words_in
from .photos import for_vcard
from .qr import qr_svg
from .vcard import permanent_uid, vcard

if TYPE_CHECKING:
    from pelican.writers import Writer

    from .model import Business, Card


class TextOutput:
    """Text in the shape of a template, since Pelican's writer asks nothing else of one."""

    def __init__(self, text: str) -> None:
        self._text = text

    def render(self, _context: Any) -> str:
        return self._text


class QrOutput:
    """A QR code in the shape of a template, drawn when it is asked for; `made_of` tells a writer what it depends on."""

    def __init__(self, address: str, title: str) -> None:
        self.made_of = (address, title)

    def render(self, _context: Any) -> str:
        address, title = self.made_of
        return qr_svg(address, title=title)


class CardFilesGenerator(Generator):
    """Writes the files of all cards through whatever writer is installed."""

    def generate_context(self) -> None:
        """Say what will be written, for whoever looks for two files at one address."""
        planned = self.context.setdefault("planned_outputs", {})
        planned.update({path: f"the card of {card.name}" for card in self._book.cards for path in (card.vcard_path, card.qr_path) if path})
        planned.update({f"{url}index.html": "the imprint" for url in [self._imprint_url] if url})

    def generate_output(self, writer: Writer) -> None:
        config: ContactConfig = self.settings[CONFIG_KEY]
        for card in self._book.cards:
            writer.write_file(card.vcard_path, TextOutput(_vcard(card, self._book.business, config)), self.context)
            if card.qr_path:
                writer.write_file(card.qr_path, _qr(card, config), self.context)
        if self._imprint_url:
            template = self.get_template("cta/imprint")
            writer.write_file(f"{self._imprint_url}index.html", template, self.context, url=self._imprint_url)

    @property
    def _imprint_url(self) -> str:
        """Empty where the owner has written a page of this address."""
        url = str(self.context["imprint_url"])
        return "" if url in {page.url for page in self.context.get("pages", ())} else url

    @property
    def _book(self) -> Book:
        book: Book = self.settings[BOOK_KEY]
        return book


def _vcard(card: Card, business: Business | None, config: ContactConfig) -> str:
    photo, photo_type = for_vcard(card.photo, config.content)
    uid = permanent_uid(f"tag:{config.authority},{card.slug}")
    return vcard(card, business=business, site_url=f"{config.public_url}/", photo=photo, photo_type=photo_type, uid=uid)


def _qr(card: Card, config: ContactConfig) -> QrOutput:
    return QrOutput(f"{config.public_url}/{card.vcard_path}", words_in(config.language, card.name).qr)
