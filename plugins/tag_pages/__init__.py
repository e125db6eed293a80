"""Makes each tag a small home page: introduction, pinned articles, related tags, an invitation, and old names that still lead there."""
