"""What pages depend on, each with a digest by which a later build knows whether it has changed.

* `telling`    any value as text that is the same in every process, with contents and tags by their names
* `answers`    what a template is told that asks something of a value
* `catalogue`  the contents, tags, categories and authors of a build, and the digests of what was read of them

A fact is a tuple of plain values, so that it means the same in the next process:

    ("meta", kind, source)            everything of a content but its text
    ("body", kind, source)            its text, and where the links in it lead
    ("wrapper", kind, slug, name)     an attribute of a tag, a category or an author
    ("asked", path, question)         what a template asked of a value of the context
    ("all",)                          everything
"""
