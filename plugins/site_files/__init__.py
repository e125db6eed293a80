"""Writes what a site needs beside its pages: redirects, headers for hosts, sitemap and robots; sees that no file is written twice."""
