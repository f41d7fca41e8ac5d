"""Which words of a sentence report an event, and who did what to whom with what."""
