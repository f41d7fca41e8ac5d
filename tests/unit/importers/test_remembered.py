"""What a function said of a word is asked for once, and the memory does not grow without end."""

from importers import remembered
from importers.remembered import Remembered


def test_a_full_memory_starts_anew(monkeypatch):
    monkeypatch.setattr(remembered, "_MOST", 2)
    asked = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length)
    assert [lengths[word] for word in ("one", "three", "one", "three", "seven", "one")] == [3, 5, 3, 5, 5, 3]
    assert asked == ["one", "three", "seven", "one"]
    assert len(lengths) == 2
