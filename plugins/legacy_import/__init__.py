"""Brings the posts of an old blog along, from Blogger, WordPress, feeds and saved pages, and leaves the comment box behind."""
