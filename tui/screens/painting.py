"""A screen that can hold its paint back until what is asked of the store is there to be painted along."""

from contextlib import ExitStack

from textual import events
from textual.screen import Screen


class PaintingScreen(Screen[None]):
    """Paints as every screen, but not while it is told to hold."""

    def __init__(self) -> None:
        super().__init__()
        self._unpainted = ExitStack()
        self._held = False
        self._missed = False
        """Whether something was to be drawn while the paint was held."""

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
            if self._missed:
                self._missed = False
                self.refresh()
            self.check_idle()

    def _compositor_refresh(self) -> None:
        """Overrides Textual's, which in a batch draws all that changed, and then does not write it."""
        if self._held:
            self._missed = True
        else:
            super()._compositor_refresh()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Runs before Textual's own handler, which would style all widgets again that were styled as they came."""
        if not self.stack_updates:
            event.refresh_styles = False
