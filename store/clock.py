"""The time that changes are stamped with: handed in, so that tests have a clock of their own."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    return datetime.now(UTC)


def stamp(now: Clock) -> str:
    return now().astimezone(UTC).isoformat(timespec="seconds")
