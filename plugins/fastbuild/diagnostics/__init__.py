"""What is wrong with a site, found by looking, where Pelican says nothing, says it without a place, or falls over.

* `examining`  one file's front matter, from its bytes and the `rules` that the settings make
* `after_reading`  links, images, addresses and tags, when all contents are known
* `records`  what Pelican logs, in words that say what to do
* `templates`  what went wrong in a template, at its line and for which page
* `settings`  the settings file, before anything is read
* `watching`  all of that around one build

Whoever runs a build wraps it in `watching.watched` and lists what `problems.settled` makes of it in the end.

A site's own front matter fields, such as `Mood` for its templates, are named in the setting FASTBUILD_FIELDS = ["mood"]; slugs that no
article may have, besides those of Pelican's own folders, in FASTBUILD_RESERVED_SLUGS; settings whose names are near to Pelican's and meant
so in FASTBUILD_SETTINGS.
"""
