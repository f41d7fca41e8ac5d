"""What an event says, set by hand: any field by typing it, or one source's value where sources differ."""

from asyncio import to_thread
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from store.records.event import FIELDS, Event, settled_by
from tui.panes.lines import Line
from tui.panes.words import words_of
from tui.screens.editing import Editing
from tui.text import cut, plural, visible

if TYPE_CHECKING:
    from importers.linking.comparing import Telling
    from tui.panes.comparison import Row, Voice
    from tui.screens.choose import Choice
    from tui.screens.decide import Decided

_SET, _MACHINE = "set", "machine"
_NOTHING_SAID = "none"


class Setting(Editing):
    """The commands that set fields of events."""

    def action_edit(self) -> None:
        """Choose a field of the event, or of all that are selected, and set it."""
        card, ids = self.looked_at, self.targets()
        if card is None or not ids:
            self.say("There is no event here to edit.")
            return
        from tui.screens.choose import ChoiceScreen

        event = card.event
        what = event.title if len(ids) == 1 else f"{plural(len(ids), 'selected event')}, as"

        def chosen(picked: tuple[str, ...] | None) -> None:
            if not picked:
                return
            how, _, field = picked[0].partition(" ")
            if how == _MACHINE:
                self.start_write(self._set_field, ids, field, None, "")
            else:
                self.ask_value(event, ids, field)

        hint = "Enter sets a field · type to narrow · Esc cancels"
        self.app.push_screen(ChoiceScreen(f"Edit: {what}", list(field_choices(event)), hint=hint), chosen)

    def ask_value(self, event: Event, ids: Sequence[int], field: str) -> None:
        """Ask for the value of a field, as people write it."""
        from store.wording import field_words
        from tui.screens.decide import DecideScreen

        held = field_words(event, field)
        kept = next((one for one in event.corrections if one.field == field), None)
        machine = f". The machine says: {kept.machine if kept else held}" if len(ids) == 1 else ""
        of = event.title if len(ids) == 1 else plural(len(ids), "event")
        screen = DecideScreen(
            f"{words_of(field).capitalize()} of {of}",
            value="" if held == _NOTHING_SAID else held,
            check=partial(problem_with, event, field),
            complete=partial(completed, field),
            hint=f"Enter sets it · Tab: why · empty: none · Esc cancels{machine}",
        )

        def decided(answer: "Decided | None") -> None:
            if answer is not None:
                self.start_write(self._set_field, ids, field, answer.value, answer.reason)

        self.app.push_screen(screen, decided)

    async def _set_field(self, ids: Sequence[int], field: str, typed: str | None, reason: str) -> None:
        from importers.byhand import set_field
        from store.wording import field_words
        from tui.lexicons import lexicon_files

        run = partial(set_field, self.store, ids, field, typed, reason, lexicons=lexicon_files())
        after = await to_thread(run)
        self.reload(whole=True)
        value = field_words(after[0], field) if typed is not None else "as the machine has it"
        self.say(f"{words_of(field).capitalize()} of {plural(len(after), 'event')}: {value}. u undoes.")

    # Where sources differ

    def ask_pin(self, event: Event, row: "Row", voices: "Sequence[Voice]", told: "Sequence[Telling]") -> None:
        """Offer what the sources say of a field, to let one of it stand; or another value, typed."""
        from tui.screens.choose import Choice, ChoiceScreen

        choices = [
            Choice(
                str(numbers[0]),
                f"{cell.text:<24}",
                "; ".join(f"{voices[number].name}, {voices[number].published}" for number in numbers),
            )
            for cell, numbers in row.by_value.items()
        ]
        choices.append(Choice(_SET, "Type another value …"))
        if any(one.field == row.field for one in event.corrections):
            choices.append(Choice(_MACHINE, "Take the machine's value again"))

        def chosen(picked: tuple[str, ...] | None) -> None:
            if not picked:
                return
            if picked[0] == _SET:
                self.ask_value(event, (event.id,), row.field)
            elif picked[0] == _MACHINE:
                self.start_write(self._set_field, (event.id,), row.field, None, "")
            else:
                number = int(picked[0])
                self._ask_why(event, row, voices[number], row.cells[number].text, told[number].sources[0])

        self.app.push_screen(ChoiceScreen(f"{row.label.capitalize()}: which value stands?", choices), chosen)

    def _ask_why(self, event: Event, row: "Row", voice: "Voice", value: str, source_id: int) -> None:
        from tui.screens.decide import DecideScreen

        said: Line = ((" ", "text"), (value, "strong"), (f"  as {voice.name}, {voice.published}, says", "dim"))

        def decided(answer: "Decided | None") -> None:
            if answer is not None:
                self.start_write(self._pin, event.id, row.stated, source_id, answer.reason)

        self.app.push_screen(DecideScreen(f"{row.label.capitalize()}: let this stand", [said]), decided)

    async def _pin(self, event_id: int, field: str, source_id: int, reason: str) -> None:
        from importers.byhand import pin
        from store.wording import field_words

        after = await to_thread(pin, self.store, event_id, field, source_id, reason)
        self.reload(whole=True)
        kept = settled_by(field)
        self.say(f"{words_of(kept).capitalize()}: {field_words(after, kept)} by hand. Sources still differ. u undoes.")


def field_choices(event: Event) -> "Iterator[Choice]":
    """The fields of an event with their values, the machine's beside what a person has set."""
    from store.wording import field_words
    from tui.screens.choose import Choice

    by_hand = {one.field: one for one in event.corrections}
    for field in FIELDS:
        kept = by_hand.get(field)
        beside = f"by hand; the machine says {kept.machine}" if kept else ""
        if event.differs_on(field):
            beside = "≠ sources differ"
        yield Choice(f"{_SET} {field}", f"{words_of(field):<12} {cut(field_words(event, field), 60)}", beside, "Set")
    for field, kept in by_hand.items():
        label = f"{words_of(field):<12} {visible(kept.machine)}"
        yield Choice(f"{_MACHINE} {field}", label, f"instead of {kept.human}", "Take the machine's value again")


def problem_with(event: Event, field: str, typed: str) -> str | None:
    """Why a typed value will not do for a field; None if it will."""
    from importers.typed.errors import TypedError
    from importers.typed.fields import with_typed
    from tui.lexicons import lexicon_files

    try:
        with_typed(event, field, typed, lexicon_files())
    except TypedError as error:
        return str(error)
    return None


async def completed(field: str, typed: str) -> tuple[str, ...]:
    """The first value that begins as typed, of those that can be listed, if there is one."""
    from importers.typed.fields import choices
    from tui.lexicons import lexicon_files

    start = typed.casefold().replace(" ", "_")
    fits = [value for value in choices(field, lexicon_files()) if start and value.startswith(start)]
    return tuple(fits[:1])
