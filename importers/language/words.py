"""Word lists as they are written down: words with spaces between."""


def words(*lists: str) -> frozenset[str]:
    """Return the words of the lists as a set."""
    return frozenset(" ".join(lists).split())
