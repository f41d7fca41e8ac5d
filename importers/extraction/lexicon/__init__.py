"""What the extraction knows of a language and of its subject: word lists read from TOML, checked and compiled."""
