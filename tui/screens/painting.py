"""A screen that can hold its paint back until what is asked of the store is there to be painted along."""

from contextlib import ExitStack

from textual.screen import Screen


class PaintingScreen(Screen[None]):
    """Paints as every screen, but not while it is told to hold."""

    def __init__(self) -> None:
        super().__init__()
        self._unpainted = ExitStack()
        self._held = False

    def hold_paint(self, seconds: float) -> None:
        """Paint nothing until ``paint``, or so many seconds."""
        if not self._held:
            self._held = True
            self._unpainted.enter_context(self.app.batch_update())
            self.set_timer(seconds, self.paint)

    def paint(self) -> None:
        """Let be painted what was held back."""
        if self._held:
            self._held = False
            self._unpainted.close()
            self.check_idle()
