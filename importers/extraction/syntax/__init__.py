"""From the words of a sentence to its clauses: parts of speech, chunks, subjects and objects."""
