"""Keys one after the other, however fast they come.

Textual hands every key to what has the focus at that moment, and acts on its binding only once the key has come back up
from there. Of keys that come together, as over a slow line, the second would go where the first is about to leave:
``/quito`` opened cards instead of a filter. So a key waits until the one before has come all the way up.
"""

from asyncio import get_running_loop
from collections import deque
from typing import Final

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget

_PATIENCE: Final = 0.1
"""Seconds after which a key is not waited for any longer: what it went to may be gone."""


class KeyPassed(Message):
    """Follows a key on its way up, and what the key's command says by a message on the same way."""

    def __init__(self, key: events.Key, *, again: bool) -> None:
        self.key, self.again = key, again
        super().__init__()


class KeysInTurn(App[int]):
    """An App that hands on one key at a time."""

    _waiting: deque[events.Key]
    _passing: tuple[events.Key, Widget] | None = None
    """The key that was handed on last, until it has passed, and what it went to."""

    def start_keys(self) -> None:
        """Begin to keep keys in turn; called once, before the app runs."""
        self._waiting = deque()

    async def on_event(self, event: events.Event) -> None:
        """Called by Textual for each event; a key that comes back up is one too."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if self._passing is None or not self._is_shown(self._passing[1]):
            await self._next()

    def _is_shown(self, widget: Widget) -> bool:
        return widget.is_attached and widget.screen is self.screen

    async def _next(self) -> None:
        key = self._waiting.popleft()
        goes_to = self.focused or self.screen
        self._passing = key, goes_to
        get_running_loop().call_later(_PATIENCE, self.call_later, self._passed, key)
        await super().on_event(key)
        goes_to.post_message(KeyPassed(key, again=True))

    async def on_key_passed(self, message: KeyPassed) -> None:
        """Hand on the next key once this one, and then what it has led to, has come all the way up."""
        if self._passing is None or self._passing[0] is not message.key:
            return
        went_to = self._passing[1]
        if message.again and self._is_shown(went_to):
            went_to.post_message(KeyPassed(message.key, again=False))
        else:
            await self._passed(message.key)

    async def _passed(self, key: events.Key) -> None:
        if self._passing is not None and self._passing[0] is key:
            self._passing = None
            if self._waiting:
                await self._next()
