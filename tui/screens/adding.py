"""An event that was not found, added by hand: the marked words are its evidence, its type is chosen."""

from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING

from store import queries
from store.records.event import Event
from store.records.span import Span
from tui import pages
from tui.panes.words import words_of
from tui.screens.editing import Editing
from tui.screens.setting import problem_with
from tui.text import cut

if TYPE_CHECKING:
    from store.records.source import Source
    from tui.screens.article import ArticleScreen
    from tui.screens.decide import Decided

_LONGEST_TITLE = 80
_NEW = Event(0, "", "", "")


class Adding(Editing):
    """The command that makes an event of marked words."""

    def ask_event(self, screen: "ArticleScreen", source: "Source", span: Span) -> None:
        """Ask which type of event marked words tell of, what to call it and why, and add it."""
        self.start("open", self._ask_type, screen, source, span)

    async def _ask_type(self, screen: "ArticleScreen", source: "Source", span: Span) -> None:
        from tui.screens.choose import Choice, ChoiceScreen

        types = await to_thread(types_by_group)
        choices = [Choice(name, words_of(name), "", group) for group, names in types for name in names]

        def chosen(picked: tuple[str, ...] | None) -> None:
            if picked:
                self._ask_title(screen, source, span, picked[0])

        self.app.push_screen(ChoiceScreen("What kind of event is it?", choices), chosen)

    def _ask_title(self, screen: "ArticleScreen", source: "Source", span: Span, kind: str) -> None:
        from tui.screens.decide import DecideScreen

        words = " ".join(source.article.text[span.start : span.end].split())

        def decided(answer: "Decided | None") -> None:
            if answer is not None:
                self.start_write(self._add, screen, source, span, kind, answer)

        hint = "Enter adds it, dated and placed by those words · E sets more · Esc cancels"
        question = f"Add an event: {words_of(kind)}"
        check = partial(problem_with, _NEW, "title")
        title = cut(words.rstrip("."), _LONGEST_TITLE)
        self.app.push_screen(DecideScreen(question, value=title, check=check, hint=hint), decided)

    async def _add(self, screen: "ArticleScreen", source: "Source", span: Span, kind: str, answer: "Decided") -> None:
        from importers.byhand import add_event
        from tui.lexicons import lexicon_files

        self.say("Adding the event …")
        fields = {"title": answer.value}
        add = partial(add_event, self.store, source.id, span, kind, fields, answer.reason, lexicons=lexicon_files())
        added = await to_thread(add)
        self.event_id = added.id
        self.reload(whole=True)
        screen.show_anew(*await self.ask("open", pages.load_article, source.id), added.id)
        self.say(f"{added.ref} is added, {words_of(kind)}. u takes it back.")

    def undo_in(self, screen: "ArticleScreen", source: "Source", redo: bool) -> None:
        """Undo the last change, or do it again, and show the open article as it is then."""
        self.start_write(self._again_in, screen, source, redo)

    async def _again_in(self, screen: "ArticleScreen", source: "Source", redo: bool) -> None:
        await (self.do_again() if redo else self.take_back())
        if await self.ask("open", queries.has_source, source.id):
            screen.show_anew(*await self.ask("open", pages.load_article, source.id), self.event_id)
        else:
            screen.dismiss(None)


def types_by_group() -> list[tuple[str, list[str]]]:
    """The types of the lexicons, by the group they belong to."""
    from importers.typed.kinds import types
    from tui.lexicons import lexicon_files

    groups: dict[str, list[str]] = {}
    for name, group in sorted(types(lexicon_files()).items(), key=lambda item: (item[1], item[0])):
        groups.setdefault(group, []).append(name)
    return list(groups.items())
