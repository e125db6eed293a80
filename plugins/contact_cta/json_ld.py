"""People and the business in the words of schema.org, as dictionaries for JSON-LD. What is empty is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .model import Business, Card

Node = dict[str, Any]


def person(card: Card, page_url: str, *, site_url: str) -> Node:
    """A Person for `card`; `page_url` is the author's page, `site_url` the public address of the site without a slash."""
    return filled(
        {
            "@type": "Person",
            "name": card.name,
            "url": page_url,
            "jobTitle": card.role,
            "image": f"{site_url}/{card.photo.path}" if card.photo else "",
            "knowsLanguage": list(card.languages),
            "sameAs": [profile.url for profile in card.profiles],
            "contactPoint": contact_point(card),
        }
    )


def contact_point(card: Card) -> Node:
    """How the author is reached (https://schema.org/ContactPoint); empty for a card without email and phone."""
    phone = card.phone or card.sms
    channels = filled({"email": card.email, "telephone": phone.e164 if phone else ""})
    if not channels:
        return {}
    return {"@type": "ContactPoint", "contactType": "author", **channels, **filled({"availableLanguage": list(card.languages)})}


def organisation(business: Business | None, card: Card | None, *, name: str, site_url: str) -> Node:
    """The publisher: the business behind the site, a LocalBusiness if it has an address, or else the site itself under its `name`."""
    node: Node = {"@type": "Organization", "@id": f"{site_url}/#publisher", "name": name, "url": f"{site_url}/"}
    if business:
        node |= filled(
            {
                "@type": "LocalBusiness" if business.has_address else "Organization",
                "name": business.name,
                "legalName": business.legal_name,
                "areaServed": business.area,
                "logo": f"{site_url}/{business.logo.path}" if business.logo else "",
                "address": _address(business),
            }
        )
    return node | filled({"contactPoint": contact_point(card) if card else {}})


def _address(business: Business) -> Node:
    parts = {
        "streetAddress": business.street,
        "postalCode": business.postcode,
        "addressLocality": business.city,
        "addressCountry": business.country,
    }
    return {"@type": "PostalAddress", **filled(parts)} if business.has_address else {}


def filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value}
