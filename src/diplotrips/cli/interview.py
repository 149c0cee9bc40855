"""A review on a terminal: shows one value after the other, reads a key for each, and keeps every decision at once.

What is decided, and what comes of it, is the affair of `diplotrips.api`; how things look is in `answers.reviewed`.
"""

from __future__ import annotations

import shlex
import shutil
from typing import TYPE_CHECKING, Final

import click

from diplotrips.api.approving import approve
from diplotrips.api.reviewing import decide_trip, lacking, near_people, suggested_id, supply
from diplotrips.cli.answers.reviewed import render_approved, render_item, render_opening, render_trip, written_fields
from diplotrips.cli.columns import one_line
from diplotrips.cli.interruption import INTERRUPTED
from diplotrips.errors import UnknownNameError, UnreadablePathError, UnusableRequestError, UnwritablePathError
from diplotrips.extract.review.items import Item
from diplotrips.extract.review.progress import ACCEPT, EXISTING, NEW, NOT_FOUND, REJECT
from diplotrips.extract.review.reviewing import answer_of
from diplotrips.schema.claims import EXISTS
from diplotrips.words import number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from diplotrips.api import Opened
    from diplotrips.extract.review.items import Part

LEFT: Final = 1
"""Exit status of a review that is not done."""

_WIDEST: Final = 110
"""Columns of a line at most."""

_DONE, _AGAIN = "w", "l"
"""Keys at the end: write, and look at what was skipped."""

_HELP: Final = """\
  a  accept it as it is (of a quotation or subject you are asked for your own words)
  e  edit it: write what the article says instead, then Enter
  r  reject it: the parser read the article wrongly
  n  not found: the article does not say it at all
  s  skip it for now; it comes back at the end
  b  back to the one before
  q  save and leave; the same command goes on here
"""

_HELP_TRIP: Final = """\
  n  a new trip: you are asked for its id, then for each value
  e  lines for a trip that is in the dataset already: you are asked for its id
  r  reject it: nothing of it is recorded
  s  skip it for now
  b  back    q  save and leave
"""


class _LeaveError(Exception):
    """The person has had enough for now."""


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

    def run(self) -> int:
        """Ask until everything is decided and written, or the person leaves; return the exit status."""
        click.echo(render_opening(self.opened, colour=self.colour), color=self.colour)
        try:
            return self._ask_all()
        except (KeyboardInterrupt, EOFError):
            self.review.save()
            click.echo(f"\n\ninterrupted; {self._kept()}", err=True)
            return INTERRUPTED
        except _LeaveError:
            self.review.save()
            click.echo(f"\n{self._kept()}")
            return LEFT

    def _kept(self) -> str:
        """Return that what was decided is kept, and how to go on."""
        left = sum(1 for _ in self.review.undecided())
        return f"what you decided is kept, {number(left, 'value')} left; to go on:\n  {one_line(self.command)}"

    def _ask_all(self) -> int:
        """Walk through the steps, back and forth, then write."""
        position = self._next(-1)
        while True:
            if position < len(self.steps):
                step = self.steps[position]
                back = self._ask_item(step) if isinstance(step, Item) else self._ask_trip(step)
                position = self._before(position) if back else self._next(position)
                continue
            outcome = self._finish()
            if outcome == _DONE:
                return 0
            position = self._next(-1) if outcome == _AGAIN else self._before(position)

    def _next(self, position: int) -> int:
        """Return the number of the next step that waits for a decision."""
        waiting = {part.id for part in self.review.undecided_trips()} | {item.key for item in self.review.undecided()}
        waiting -= self.skipped
        return next((n for n in range(position + 1, len(self.steps)) if _key(self.steps[n]) in waiting), len(self.steps))

    def _before(self, position: int) -> int:
        """Return the number of the step before, passing over what has fallen."""
        asked = [n for n in range(position) if not (isinstance(step := self.steps[n], Item) and self.review.falls(step))]
        return asked[-1] if asked else 0

    def _ask_trip(self, part: Part) -> bool:
        """Ask whether a trip is recorded; tell whether the person wants to go back instead."""
        click.echo("\n" + render_trip(self.opened, part, colour=self.colour), color=self.colour)
        key = _key_of("n new, e existing, r reject, s skip, b back, q quit, ?", "nersbq", _HELP_TRIP)
        if key == "n":
            self._decide_trip(part, NEW, "id of the new trip: ", suggested_id(self.opened, part))
        elif key == "e":
            self._decide_trip(part, EXISTING, "id of the trip: ", (self.opened.meant or {}).get(part.id, ""))
        elif key == "r":
            decide_trip(self.opened, part, REJECT)
        return self._done(key, part.id)

    def _decide_trip(self, part: Part, decision: str, question: str, suggestion: str) -> None:
        _until(lambda text: decide_trip(self.opened, part, decision, text), question, suggestion)

    def _ask_item(self, item: Item) -> bool:
        """Ask about one value; tell whether the person wants to go back instead."""
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        click.echo("\n" + render_item(self.opened, item, width, colour=self.colour), color=self.colour)
        key = _key_of("a accept, e edit, r reject, n not found, s skip, b back, q quit, ?", "aernsbq", _HELP)
        if key == "a":
            self._accept(item)
        elif key == "e":
            before = written_fields(self.review.fields_of(item)).removeprefix(EXISTS).removeprefix(", ")
            _until(lambda text: self._change(item, text), "", before)
        elif key in {"r", "n"}:
            self.review.answers[item.key] = answer_of(REJECT if key == "r" else NOT_FOUND)
        return self._done(key, item.key)

    def _accept(self, item: Item) -> None:
        """Accept a value; what a draft can only tell in neutral words is asked for in the person's own."""
        fields = self.review.fields_of(item)
        own = item.in_own_words
        if own:
            text = _line(f"{own} in your own words (Enter keeps “{fields[own]}”): ", "")
            fields = {**fields, own: text} if text else fields
        self.review.answers[item.key] = answer_of(ACCEPT, fields if fields != item.fields else None)

    def _change(self, item: Item, text: str) -> None:
        fields = self.review.changed(item, text)
        self.review.answers[item.key] = answer_of(ACCEPT, fields if fields != item.fields else None)

    def _done(self, key: str, name: str) -> bool:
        """Keep what was decided; tell whether the person wants to go back."""
        if key == "q":
            raise _LeaveError
        if key == "s":
            self.skipped.add(name)
        elif key != "b":
            self.review.save()
        return key == "b"

    def _finish(self) -> str:
        """Ask for what is still missing and write everything; return the key that was pressed."""
        left = sum(1 for _ in self.review.undecided()) + sum(1 for _ in self.review.undecided_trips())
        if left:
            click.echo(f"\n{number(left, 'value or trip was', 'values and trips were')} skipped.")
            key = self._chosen("l look at them again, w write without them, b back, q quit", "lwbq")
            if key == _AGAIN:
                self.skipped.clear()
            if key != _DONE:
                return key
        try:
            self._ask_people()
            self._ask_lacking()
            key = self._chosen("\nEverything else is decided: w write it, b back, q quit", "wbq")
            if key == _DONE:
                click.echo("\n" + render_approved(approve(self.opened, self.today)), nl=False)
        except (UnusableRequestError, UnknownNameError, UnwritablePathError, UnreadablePathError) as error:
            click.echo(one_line(f"nothing was written: {error}"), err=True)
            return self._chosen("b back to change something, q quit", "bq")
        return key

    def _chosen(self, question: str, keys: str) -> str:
        """Return the key that was pressed; with `q` the person leaves, and with `b` too where there is nothing to go back to."""
        key = _key_of(question, keys, "")
        if key == "q" or (key == "b" and not self.steps):
            raise _LeaveError
        return key

    def _ask_people(self) -> None:
        """Ask whether somebody whom no register calls so is a registered person with a name like it."""
        for name, person in near_people(self.opened).items():
            click.echo("\n" + one_line(f"No register has {name}; {person.id} is {person.name}."))
            key = _key_of("y the same person, n somebody else", "yn", "")
            if key == "y":
                self.review.people[name] = person.id
            else:
                _until(lambda text, name=name: self.review.people.update({name: _id(text)}), f"id of {name}: ", "")  # type: ignore[misc]  # a default in a lambda
            self.review.save()

    def _ask_lacking(self) -> None:
        """Ask for what a new trip needs and no accepted line says."""
        for part in self.review.parts:
            for key in lacking(self.opened, part):
                question = f"{part.id}: no accepted line gives {_ASKED[key]}: "
                _until(lambda text, part=part, key=key: self._supply(part, key, text), question, "")  # type: ignore[misc]  # as above
                self.review.save()

    def _supply(self, part: Part, key: str, text: str) -> None:
        window = key == "dates" and text.startswith("within ")
        supply(self.opened, part, "within" if window else key, text.removeprefix("within ") if window else text)


_ASKED: Final = {
    "office": "the office, such as foreign-minister",
    "represents": "the country or organization represented",
    "dates": "the days (2025-03-10/2025-03-13; or `within` and a window)",
}


def _id(text: str) -> str:
    from diplotrips.extract.starting.terms import id_of  # noqa: PLC0415

    return id_of("a person", text)


def _key(step: Part | Item) -> str:
    return step.key if isinstance(step, Item) else step.id


def _key_of(question: str, keys: str, help_text: str) -> str:
    """Return the key that was pressed, one of *keys*; `?` prints the help."""
    while True:
        click.echo(f"{question} > ", nl=False)
        key = click.getchar().lower()
        click.echo(key if key.isprintable() else "")
        if key in {"\x03", "\x04"}:
            raise KeyboardInterrupt
        if key and key in keys:
            return key
        click.echo(help_text if key == "?" and help_text else f"press one of {', '.join(keys)}{'; ? tells more' if help_text else ''}")


def _until(take: Callable[[str], None], question: str, suggestion: str) -> None:
    """Ask for a line until *take* takes it; what is wrong with it is said, and what was typed can be mended."""
    text = suggestion
    while True:
        text = _line(question, text)
        try:
            take(text)
        except (UnusableRequestError, UnknownNameError) as error:
            click.echo(one_line(f"  {error}"))
        else:
            return


def _line(question: str, text: str) -> str:
    """Return a line that was typed, which begins as *text* where the terminal can do that."""
    try:
        import readline  # noqa: PLC0415  (not everywhere there)
    except ImportError:
        click.echo(f"  {text}" if text else "", nl=bool(text))
        return input(question).strip() or text
    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        return input(question or "  ").strip()
    finally:
        readline.set_startup_hook()
