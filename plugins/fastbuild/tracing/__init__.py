"""What a template reads while it renders a page, seen by Jinja itself instead of guessed from the template's text.

* `environment`  Jinja's environment and context, which notice every name and attribute
* `lists`        lists that notice what is asked of them
* `trace`        what one page has read
* `callables`    which functions look at their arguments alone

A page depends on `facts` (see the package of that name): the two facets of a content, the attributes of a tag, category or author, and
what a name of the context stands for. Whatever cannot be seen, such as a function of a plugin that is not listed, makes a page depend on
everything: that costs time and never a wrong page.
"""
