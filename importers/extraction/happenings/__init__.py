"""What the mentions of an article tell of each other: which are one happening, who "they" are, what came after what."""
