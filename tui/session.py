"""What is restored at the next start: filter, focus, cursor, zoom, sizes, theme. JSON in the user's state folder.

It is a convenience, never a need: a missing, broken or newer file means a fresh start. It is kept apart from the store,
so that a store can be handed on without telling what its owner looked at.
"""

import json
import os
import zlib
from pathlib import Path
from typing import Final, NamedTuple

HISTORY: Final = 50
_SELECTION_LIMIT: Final = 10_000
_STEM: Final = 40


class Session(NamedTuple):
    """The state of one store's browser."""

    filter_text: str = ""
    pane: str = "events"
    event_id: int = 0
    zoom: str = "day"
    lane: str = ""
    newest_first: bool = False
    sources_cells: int = 0
    """The width of the Sources pane as set by the user; 0 as it comes."""
    timeline_cells: int = 0
    theme: str = ""
    selected: tuple[int, ...] = ()
    history: tuple[str, ...] = ()
    """Filters used before, the newest last."""


def state_folder() -> Path:
    """The user's state folder for this program ($XDG_STATE_HOME/ecu-tui)."""
    from platformdirs import user_state_path

    return user_state_path("ecu-tui", appauthor=False)


def session_file(store: Path, folder: Path | None = None) -> Path:
    """Where a store's session is kept: one small file a store, named after it and a checksum of its path."""
    path = os.fsencode(store.absolute())
    name = f"{store.stem[:_STEM]}-{zlib.crc32(path):08x}{zlib.adler32(path):08x}"  # hashlib would load OpenSSL: 5 ms
    return (folder or state_folder()) / "sessions" / f"{name}.json"


def load(file: Path) -> Session:
    """The session in ``file``; a fresh one where it is missing or makes no sense."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Session()
    if not isinstance(data, dict):
        return Session()
    return Session(
        filter_text=_text(data.get("filter_text")),
        pane=_text(data.get("pane")) or "events",
        event_id=_whole(data.get("event_id")),
        zoom=_text(data.get("zoom")) or "day",
        lane=_text(data.get("lane")),
        newest_first=data.get("newest_first") is True,
        sources_cells=_whole(data.get("sources_cells")),
        timeline_cells=_whole(data.get("timeline_cells")),
        theme=_text(data.get("theme")),
        selected=tuple(item for item in _list(data.get("selected")) if isinstance(item, int)),
        history=tuple(item for item in _list(data.get("history")) if isinstance(item, str)),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def save(file: Path, session: Session) -> bool:
    """Write the session, whole or not at all. False if it could not be written (a full disk, a read-only home)."""
    data: dict[str, object] = session._asdict()
    data["selected"] = list(session.selected[:_SELECTION_LIMIT])
    data["history"] = list(session.history[-HISTORY:])
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(f".{os.getpid()}.tmp")
        temporary.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        temporary.replace(file)
    except OSError:
        return False
    return True


def remember(history: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The history with ``text`` as its newest entry, each filter once."""
    if not text.strip():
        return history
    return (*(entry for entry in history if entry != text), text)[-HISTORY:]
