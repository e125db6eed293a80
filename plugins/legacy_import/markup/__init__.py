"""HTML of an old blog becomes Markdown that one goes on writing in.

`parsed` gives the tree that all stages hand on, `tidied` that tree without shortcodes, block comments and the soup of old editors, and
`to_markdown` its text as this site's Python-Markdown reads it.
"""

from .converting import to_markdown
from .parsing import parsed
from .tidying import tidied

__all__ = ["parsed", "tidied", "to_markdown"]
