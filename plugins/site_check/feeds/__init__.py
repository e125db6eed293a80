"""Feeds: how they are read (`parsing`, `xml`, `json`), into what shape (`model`, `site`), and rules over them by topic (`rules`)."""
