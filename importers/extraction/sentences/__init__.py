"""One sentence as the steps after see it, and who or what its noun phrases name."""
