"""The end of a review on a terminal: asks for what is still missing, shows what will be written and lost, and writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from diplotrips.api.approving import approve
from diplotrips.api.planning import planned
from diplotrips.api.reviewing import ground, lacking, name_person, supply, unknown_people
from diplotrips.cli.answers.approved import render_approved, render_losses, render_plan
from diplotrips.cli.answers.explained import KEYS_AT_END
from diplotrips.cli.asking import CancelledError, key_of, line_of, say, until
from diplotrips.errors import UnknownNameError, UnreadablePathError, UnusableRequestError, UnwritablePathError
from diplotrips.schema.fields import id_from
from diplotrips.words import number

if TYPE_CHECKING:
    from datetime import date

    from diplotrips.api import Opened
    from diplotrips.extract.review.items import Part

WRITTEN, AGAIN, BACK, GO = "w", "l", "b", "g"
"""What comes of the end: all is written, what was skipped is to be looked at, or the person goes back, by one value or to a certain one."""

_CHANGE: Final = "b back to the last value, g go to another"

_ASKED: Final = {
    "office": "the office, such as foreign-minister",
    "represents": "the country or organization represented, such as NO",
    "status": "the status, such as planned or completed",
    "dates": "the days (2025-03-10/2025-03-13; or `within` and a window)",
}


class LeaveError(Exception):
    """The person has had enough for now."""

    def __init__(self, *, is_done: bool = False) -> None:
        super().__init__(is_done)
        self.is_done = is_done
        """Whether nothing is left to be done."""


class Closing:
    """The end of one sitting of a review."""

    def __init__(self, opened: Opened, today: date | None) -> None:
        self.opened = opened
        self.review = opened.review
        self.today = today

    def ask(self) -> str:
        """Ask for what is still missing and write everything; return what comes of it.

        Raises:
            LeaveError: the person leaves.
        """
        trips, values = list(self.review.undecided_trips()), list(self.review.undecided())
        if trips or values:
            skipped = number(len(trips), "trip") if trips else ""
            others = [item for item in values if item.trip not in {part.id for part in trips}]
            told = " and ".join(filter(None, (skipped, number(len(others), "value") if others else "")))
            say(f"\n{told} {'was' if len(trips) + len(others) == 1 else 'were'} skipped.")
            key = self._key("l look at what was skipped, w write without it, b back, q quit, ?", "lwbq")
            if key != WRITTEN:
                return key
        try:
            self._ask_people()
            self._ask_lacking()
            return self._write()
        except CancelledError:
            return self._key(f"\nsomething is missing yet: l go on, {_CHANGE}, q quit", "lbgq")
        except (UnusableRequestError, UnknownNameError, UnwritablePathError, UnreadablePathError) as error:
            say(f"\nNothing is written: {error}.", err=True)
            return self._key(f"{_CHANGE}, q quit", "bgq")

    def _key(self, question: str, keys: str, *, is_done: bool = False) -> str:
        """Return the key that was pressed; with `q` the person leaves."""
        for line in question.split("\n")[:-1]:
            click.echo(line)
        key = key_of(question.rsplit("\n", maxsplit=1)[-1], keys, lambda: KEYS_AT_END)
        if key == "q":
            raise LeaveError(is_done=is_done)
        return key

    def _write(self) -> str:
        """Show what will be written, and write it if that is wanted."""
        plan = planned(self.opened)
        if self.review.written and plan.is_written:
            say("\nEverything is decided, and written as it is.")
            return self._key(f"{_CHANGE}, q quit", "bgq", is_done=True)
        losses = render_losses(plan.losses)
        say("\n" + "\n\n".join(filter(None, (render_plan(plan), losses))))
        key = self._key(f"w {'write it' if plan.documents else 'leave it at that'}, {_CHANGE}, q quit, ?", "wbgq")
        if (
            key == WRITTEN
            and losses
            and key_of(f"write it without the {number(len(plan.losses), 'value')} above? y yes, n no", "yn") == "n"
        ):
            return BACK
        if key == WRITTEN:
            say("\n" + render_approved(approve(self.opened, self.today)))
        return key

    def _ask_people(self) -> None:
        """Ask who somebody is whom no register has: a registered person with a name like it, or somebody new, and by which id."""
        for name, person in unknown_people(self.opened).items():
            if person is not None:
                say(f"\nNo register has {name}; {person.id} is {person.name}.")
                if key_of("y the same person, n somebody else", "yn") == "y":
                    name_person(self.opened, name, person.id)
                    self.review.save()
                    continue
            until(
                lambda text, name=name: name_person(self.opened, name, text),  # type: ignore[misc]  # a default in a lambda
                f"id of {name}, who is in no register (Enter takes it):",
                id_from(name),
            )
            self.review.save()

    def _ask_lacking(self) -> None:
        """Ask for what a new trip needs and no accepted line says, and for the passage that says it."""
        for part in self.review.parts:
            for key in lacking(self.opened, part):
                question = f"{part.id}: no accepted line gives {_ASKED[key]}:"
                asked = _Supplied(self.opened, part, key)
                until(asked.take, question)
                self._ask_passage(part, asked.key)
                self.review.save()

    def _ask_passage(self, part: Part, key: str) -> None:
        """Ask where the article says it; an empty line, or none, means that it follows from the whole."""
        question = "words of the article that say so (Enter: it follows from the whole):"
        while text := line_of(question):
            try:
                ground(self.opened, part, key, text)
            except UnusableRequestError as error:
                say(f"  {error}")
            else:
                return


class _Supplied:
    """What is asked for one trip that a line does not give."""

    def __init__(self, opened: Opened, part: Part, key: str) -> None:
        self.opened, self.part, self.key = opened, part, key

    def take(self, text: str) -> None:
        """Take what was typed; for the days that may be a window."""
        if self.key == "dates" and text.startswith("within "):
            supply(self.opened, self.part, "within", text.removeprefix("within "))
            self.key = "within"
        else:
            supply(self.opened, self.part, self.key, text)
