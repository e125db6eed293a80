"""Takes out of a post's own text what its theme, its comment box and its plugins had written there.

    found, notes = stripped(tree)

Furniture is known by whole lines (a paragraph, a heading, an item, what stands between two line breaks), never by words within the author's
sentences. What proves enough, such as `Your email address will not be published`, is taken out wherever it stands; what an author might say
as well, such as `3 comments`, only before the first and after the last line of the author's; and a word such as `Home` only beside other
furniture or as a link. Lines that say who wrote the post, when and under what are taken out and told as `Found`. Each removal is a note
with the words. The languages are English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish and Polish.
"""

from .stripping import stripped

__all__ = ["stripped"]
