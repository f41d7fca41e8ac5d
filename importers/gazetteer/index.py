"""The gazetteer's index on disk: which lines of places.tsv go by a name, found without loading either file.

places.idx holds, little-endian: a mark of 8 bytes, two counts (names, beginnings) of 4 bytes; the hashes of all names,
sorted, 8 bytes each; the hashes of all beginnings ("san luis" of "san luis de la reina"), sorted, 8 bytes each; and for
each name the offset of its line, 4 bytes. A name with several places stands several times, the most populous first.
"""

import mmap
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"
_MARK: Final = b"ecu-gaz1"
_HEADER: Final = struct.Struct("<8sII")


def hash_of(folded: str) -> int:
    """Return the 64 bits a folded name is filed under."""
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), "little")


class Index:
    """places.tsv and places.idx, open for reading."""

    def __init__(self, folder: Path = DATA) -> None:
        self._lines = _map(folder / "places.tsv")
        view = memoryview(_map(folder / "places.idx"))
        mark, names, beginnings = _HEADER.unpack_from(view)
        if mark != _MARK:
            raise ValueError(
                f"{folder / 'places.idx'} is not a gazetteer index: build it anew (importers.gazetteer.build)"
            )
        at = _HEADER.size
        self._names = _numbers(view[at : at + 8 * names], "Q")
        at += 8 * names
        self._beginnings = _numbers(view[at : at + 8 * beginnings], "Q")
        at += 8 * beginnings
        self._offsets = _numbers(view[at : at + 4 * names], "I")

    def lines(self, folded: str) -> list[str]:
        """Return the lines of places.tsv that go by a folded name, the most populous place first."""
        wanted = hash_of(folded)
        at = bisect_left(self._names, wanted)
        found = []
        while at < len(self._names) and self._names[at] == wanted:
            start = self._offsets[at]
            found.append(self._lines[start : self._lines.find(b"\n", start)].decode())
            at += 1
        return found

    def begins(self, folded: str) -> bool:
        """Tell whether a longer name starts with these words."""
        wanted = hash_of(folded)
        at = bisect_left(self._beginnings, wanted)
        return at < len(self._beginnings) and self._beginnings[at] == wanted


def write_index(path: Path, entries: Iterable[tuple[str, int]]) -> None:
    """Write places.idx for (folded name, offset) pairs; offsets of one name in the order they are to be found."""
    pairs = sorted({(hash_of(name), offset) for name, offset in entries})
    beginnings = sorted({hash_of(words) for name, _ in entries for words in _beginnings(name)})
    with path.open("wb") as file:
        file.write(_HEADER.pack(_MARK, len(pairs), len(beginnings)))
        file.write(struct.pack(f"<{len(pairs)}Q", *(name for name, _ in pairs)))
        file.write(struct.pack(f"<{len(beginnings)}Q", *beginnings))
        file.write(struct.pack(f"<{len(pairs)}I", *(offset for _, offset in pairs)))


def _beginnings(name: str) -> list[str]:
    words = name.split(" ")
    return [" ".join(words[:count]) for count in range(1, len(words))]


def _map(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _numbers(view: memoryview, code: str) -> Sequence[int]:
    """Return the numbers in ``view`` without copying them; on a big-endian machine swapped, in memory."""
    if sys.byteorder == "little":
        return view.cast(code)  # type: ignore[call-overload,no-any-return]
    swapped = array(code, view.tobytes())
    swapped.byteswap()
    return swapped
