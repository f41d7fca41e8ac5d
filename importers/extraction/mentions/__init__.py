"""One mention of an event: did it happen, how many, when and where, as its own sentence says."""
