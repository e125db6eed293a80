"""Pelican's generators, with the same outcome in time that grows with the number of articles and not with its square.

* `classes`        articles, pages and static files that note where their links lead
* `reading`        files become contents
* `articles`, `pages`, `static`  the generators, under Pelican's own names
* `translations`   which contents are translations of which
* `periods`        articles by year, month and day
* `files`          the files of a folder, in an order of their own
"""
