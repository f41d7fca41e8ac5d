"""From the text of one article to the events it reports: ``reports`` is the cascade, docs/extraction.md the map."""
