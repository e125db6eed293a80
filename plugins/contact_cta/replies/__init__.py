"""Replies, counted without tracking: which articles, tags and invitations people answer, from the author's own mail.

    python3 tasks.py replies ~/Mail/Letters.mbox
    python3 tasks.py replies ~/Maildir --json

The folder is an mbox file (as Thunderbird, Apple Mail and Google Takeout write it; many GB are read as a stream, and memory does not grow
with them) or a Maildir (its `cur` and `new`; a subfolder is a folder of its own). It is only read, and nothing leaves the machine.

A message is a reply to an article if its subject
 * holds the article's reply code, its `Id` in brackets: `Re: Five questions [J0R6E2]`;
 * is the article's title, with or without `Re:` and its translations, or the subject of an invitation (`Subject:` in
   `content/ctas/KIND.md`) with that title in it. Letters and digits count; case, punctuation and spaces do not. A long title may be cut;
 * the same with a former title, if `published.json` knows one.

The kind is the one whose subject it is; where the subject is only the title, the kind of the article: its own `Cta:`, or that of its first
tag that has one, of its author, or the site's. The month is the one in which the sender wrote, by the message's `Date:`. A reply counts
once for each tag of its article.

Not counted are messages from the addresses in `content/authors` (`Email:` and `Formerly:`) and in `Contact_email:`, automatic answers
(RFC 3834), what a mailing list sends out under a bare title, and a second copy of the same message (by `Message-ID`). Messages that fit
several articles of one title are counted apart. Damaged messages are named with file and line, and left out.
"""

from .command import replies

__all__ = ["replies"]
