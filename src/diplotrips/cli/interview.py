"""A review on a terminal: shows one value after the other, reads a key for each, and keeps every decision at once.

What is decided, and what comes of it, is the affair of `diplotrips.api`; how things look is in `answers.reviewed`, the end in `closing`.
"""

from __future__ import annotations

import shlex
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import click

from diplotrips.api.planning import changed_files
from diplotrips.api.reviewing import decide_trip, suggested_id
from diplotrips.cli.answers.explained import KEYS_OF_TRIP, explain_value
from diplotrips.cli.answers.reviewed import render_item, render_opening, render_trip, written_fields
from diplotrips.cli.asking import CancelledError, key_of, line_of, say, until
from diplotrips.cli.closing import AGAIN, GO, WRITTEN, Closing, LeaveError
from diplotrips.cli.interruption import INTERRUPTED
from diplotrips.cli.wrapping import terminal_width
from diplotrips.errors import UnusableRequestError
from diplotrips.extract.review.items import Item
from diplotrips.extract.review.progress import ACCEPT, EXISTING, NEW, NOT_FOUND, REJECT
from diplotrips.extract.review.reviewing import answer_of
from diplotrips.schema.claims import EXISTS
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any

    from diplotrips.api import Opened
    from diplotrips.extract.review.items import Part

LEFT: Final = 1
"""Exit status of a review that is not done."""

_TRIP: Final = "n new, e existing, r reject, s skip, b back, q quit, ?"
_VALUE: Final = "a accept, e edit, r reject, n not found, s skip, b back, q quit, ?"


class Interview:
    """One sitting of a review."""

    def __init__(self, opened: Opened, command: Sequence[str], today: date | None, *, colour: bool) -> None:
        self.opened = opened
        self.review = opened.review
        self.command = shlex.join(command)
        """What is typed to go on."""
        self.today = today
        self.colour = colour
        self.steps: list[Part | Item] = []
        for part in self.review.parts:
            self.steps += [part, *part.items]
        self.skipped: set[str] = set()
        self.closing = Closing(opened, today)

    def run(self) -> int:
        """Ask until everything is decided and written, or the person leaves; return the exit status."""
        click.echo(render_opening(self.opened, changed_files(self.opened), terminal_width()))
        if not self.steps:
            say(f"The draft tells of no trip, so there is nothing to review; delete {self.review.path}, or run extract again.")
            return 0
        try:
            return self._ask_all()
        except (KeyboardInterrupt, EOFError):
            self.review.save()
            click.echo("\n", err=True)
            say(f"interrupted; {self._kept()}", err=True)
            return INTERRUPTED
        except LeaveError as leaving:
            if leaving.is_done:
                return 0
            self.review.save()
            click.echo()
            say(self._kept())
            return LEFT

    def _kept(self) -> str:
        """Return that what was decided is kept, and how to go on."""
        left = sum(1 for _ in self.review.undecided())
        how = f"{number(left, 'value')} left; to go on" if left else "nothing of it is written yet; to do so"
        return f"what you decided is kept, {how}:\n  {self.command}"

    def _ask_all(self) -> int:
        """Walk through the steps, back and forth, then write."""
        position = self._next(-1)
        while True:
            if position < len(self.steps):
                step = self.steps[position]
                back = self._ask_item(step) if isinstance(step, Item) else self._ask_trip(step)
                position = self._before(position) if back else self._next(position)
                continue
            outcome = self.closing.ask()
            if outcome == WRITTEN:
                return 0
            if outcome == AGAIN:
                self.skipped.clear()
                position = self._next(-1)
            else:
                position = self._chosen() if outcome == GO else self._before(position)

    def _chosen(self) -> int:
        """Return the number of the step of the value that the person wants to see; of the end if there is none."""
        asked = [item.key for item in self.review.items if not self.review.falls(item)]
        found = [len(self.steps) if asked else self._before(len(self.steps))]

        if not asked:
            return found[0]

        def take(text: str) -> None:
            if not text.isdecimal() or not 1 <= int(text) <= len(asked):
                raise UnusableRequestError(f"write a number from 1 to {len(asked)}")
            found[0] = [_key(step) for step in self.steps].index(asked[int(text) - 1])

        with suppress(CancelledError):
            until(take, "number of the value:")
        return found[0]

    def _next(self, position: int) -> int:
        """Return the number of the next step that waits for a decision."""
        waiting = {part.id for part in self.review.undecided_trips()}
        waiting |= {item.key for item in self.review.undecided() if item.trip not in self.skipped}
        waiting -= self.skipped
        return next((n for n in range(position + 1, len(self.steps)) if _key(self.steps[n]) in waiting), len(self.steps))

    def _before(self, position: int) -> int:
        """Return the number of the step before, passing over what has fallen."""
        asked = [n for n in range(position) if not (isinstance(step := self.steps[n], Item) and self._is_passed_over(step))]
        return asked[-1] if asked else 0

    def _is_passed_over(self, item: Item) -> bool:
        return self.review.falls(item) or item.trip in self.skipped

    def _ask_trip(self, part: Part) -> bool:
        """Ask whether a trip is recorded; tell whether the person wants to go back instead."""
        click.echo("\n" + render_trip(self.opened, part, terminal_width(), colour=self.colour), color=self.colour)
        while True:
            key = key_of(_TRIP, "nersbq", lambda: KEYS_OF_TRIP)
            try:
                if key == "n":
                    answer = self.review.trips.get(part.id)
                    now = answer.id if answer and answer.decision == NEW else None
                    self._decide_trip(part, NEW, "id of the new trip:", now or suggested_id(self.opened, part))
                elif key == "e":
                    self._decide_trip(part, EXISTING, "id of the trip:", (self.opened.meant or {}).get(part.id, ""))
                elif key == "r":
                    decide_trip(self.opened, part, REJECT)
            except CancelledError:
                say("  nothing was decided")
                continue
            self.skipped -= {part.id} if key in "ner" else set()
            return self._done(key, part.id)

    def _decide_trip(self, part: Part, decision: str, question: str, suggestion: str) -> None:
        until(lambda text: decide_trip(self.opened, part, decision, text), question, suggestion)

    def _ask_item(self, item: Item) -> bool:
        """Ask about one value; tell whether the person wants to go back instead."""
        click.echo("\n" + render_item(self.opened, item, terminal_width(), colour=self.colour), color=self.colour)
        while True:
            key = key_of(_VALUE, "aernsbq", lambda: explain_value(item))
            try:
                if key == "a":
                    self._take(item, self.review.fields_of(item))
                elif key == "e":
                    self._edit(item)
                elif key in {"r", "n"}:
                    self.review.answers[item.key] = answer_of(REJECT if key == "r" else NOT_FOUND)
            except CancelledError:
                say("  nothing was changed")
                continue
            return self._done(key, item.key)

    def _edit(self, item: Item) -> None:
        """Let the person write something else for a value."""
        before = written_fields(self.review.fields_of(item)).removeprefix(EXISTS).removeprefix(", ")
        until(lambda text: self._take(item, self.review.changed(item, text)), "", before)

    def _take(self, item: Item, fields: Mapping[str, Any]) -> None:
        """Accept a value; what a draft can only tell in neutral words is asked for in the person's own."""
        own = item.in_own_words
        if own and (item.lacks_words(fields) or fields.get(own) == item.fields[own]):
            fields = {**fields, own: self._own_words(item, own, fields)}
        self.review.answers[item.key] = answer_of(ACCEPT, fields if fields != item.fields else None)

    def _own_words(self, item: Item, own: str, fields: Mapping[str, Any]) -> str:
        """Return what the person says in words of their own."""
        text = "" if item.lacks_words(fields) else str(fields[own])
        while text := line_of(f"{own} in your own words:", text):
            try:
                if not item.lacks_words({own: text}):
                    return str(self.review.held(item, {**fields, own: text})[own])
                say("  these are the words of the parser")
            except UnusableRequestError as error:
                say(f"  {error}")
        say(f"  a {own} is needed; to record it without one is not possible, so write it or reject the value")
        raise CancelledError

    def _done(self, key: str, name: str) -> bool:
        """Keep what was decided; tell whether the person wants to go back."""
        if key == "q":
            raise LeaveError
        if key == "s":
            self.skipped.add(name)
        elif key != "b":
            self.review.save()
        return key == "b"


def _key(step: Part | Item) -> str:
    return step.key if isinstance(step, Item) else step.id
