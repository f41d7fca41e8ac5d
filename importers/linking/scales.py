"""Weighing the same pairs of mentions round after round: what has not changed is not weighed again."""

from importers.linking.evidence import Evidence, weigh
from importers.linking.mentions import Key, Mention, Rarity


class Scales:
    """Remembers what pairs weigh. For one corpus: how rare its words are is the same in every round."""

    def __init__(self) -> None:
        self._weighed: dict[tuple[Key, Key], tuple[Mention, Mention, Evidence]] = {}

    def weigh(self, a: Mention, b: Mention, rarity: Rarity) -> Evidence:
        """Give what ``evidence.weigh`` gives. Mentions that a round leaves as they are stay the same objects."""
        known = self._weighed.get((a.key, b.key))
        if known is None or known[0] is not a or known[1] is not b:
            known = a, b, weigh(a, b, rarity)
            self._weighed[a.key, b.key] = known
        return known[2]
