"""The review of an import: what became of everything that a source holds, for a person to read and for a program.

    entry = Entry.of(item, Outcome.ARTICLE, written="articles/hello.md", notes=post.notes, ask=post.ask)
    counts = Counts.of(entries, troubles, read=number_of_items)
    review(entries, troubles, counts)                      a page of HTML, the doubtful first
    as_json(entries, troubles, counts)                     the house's form for programs
    comments_file(title, comments), spam_file(comments)    what readers wrote, private, as Markdown
    proposed_card(author, contacts), proposed_site(contacts)

Nothing of it is meant to be published, and each file says so in its first lines. All of it is a function of what comes in, and comes
out piece by piece. Entries are given in their order (`Entry.order`), by something that can be walked again and keeps them where it wants.
"""

from .cards import proposed_card, proposed_site
from .comments import comments_file, spam_file
from .findings import as_json
from .model import Counts, Entry, Outcome, is_loss
from .page import review

__all__ = ["Counts", "Entry", "Outcome", "as_json", "comments_file", "is_loss", "proposed_card", "proposed_site", "review", "spam_file"]
