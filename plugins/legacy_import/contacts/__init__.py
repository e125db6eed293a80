"""Takes out of a post's end what asked for comments and said how to reach its author, and gives it back as data.

    contacts, ask, notes = taken(tree, author="Ann Lee", language="en")

Looked at are the last paragraphs, a P.S. included: as many as hold nothing but such words, and three that say something else. Sentences go,
not paragraphs. What goes: calls for comments; how to reach the author, by letter, telephone or network; calls to subscribe; who paid; the
sign-off with the signature below it. A question to the reader becomes the post's `Ask:` if it can mean nothing else, or stands at the very
end, or beside a call for comments; one that may be the argument's stays, and a note says so.

Nothing inside quotations, tables and preformatted text is touched, nor a sentence of more than 400 characters, nor a text that would be
empty then. Notes have the rules `contact-comments`, `contact-line`, `contact-follow`, `contact-subscribe`, `contact-sponsor`,
`contact-signoff`, `ask-question`, `ask-call`, `ask-heading` for words that went, and `contact-unclear`, `contact-closed-service`,
`contact-signature`, `contact-all`, `ask-doubtful` for what somebody should look at.
"""

from .data import is_profile
from .judging import sponsor_of
from .networks import closed
from .taking import taken

__all__ = ["closed", "is_profile", "sponsor_of", "taken"]
