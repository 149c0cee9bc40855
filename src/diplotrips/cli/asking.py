"""Asking on a terminal: for a key, or for a line that begins as something; whoever types nothing goes back to the question before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from diplotrips.cli.columns import columns_of, one_line
from diplotrips.cli.wrapping import TOGETHER, terminal_width, wrapped, wrapped_lines
from diplotrips.errors import UnknownNameError, UnusableRequestError

if TYPE_CHECKING:
    from collections.abc import Callable

_BINDINGS: Final = (
    "set editing-mode vi",
    "set keymap vi-insert",
    "set keyseq-timeout 50",
    r'"\C-a": beginning-of-line',
    r'"\C-e": end-of-line',
    r'"\C-k": kill-line',
    r'"\e": "\C-a\C-k\C-m"',
)
"""How a line is typed: Esc empties it and sends it. Only where readline expects Esc by itself does it not wait for the rest of an arrow;
the other keys are those of its usual mode.
"""

_MARK: Final = " > "
"""What stands behind the keys that can be pressed."""


class CancelledError(Exception):
    """The person does not want to answer after all."""


def say(text: str, *, err: bool = False) -> None:
    """Print the lines of *text*, each broken at words."""
    click.echo(wrapped_lines((one_line(line) for line in text.split("\n")), terminal_width()), err=err)


def key_of(question: str, keys: str, explain: Callable[[], str] | None = None) -> str:
    """Return the key that was pressed, one of *keys*; `?` prints what *explain* returns.

    Raises:
        KeyboardInterrupt: Ctrl-C or Ctrl-D was pressed.
    """
    *told, last = question.split(": ")  # what each key does stays together
    choice = ": ".join([*told, ", ".join(option.replace(" ", TOGETHER) for option in last.split(", "))])
    while True:
        click.echo(f"{wrapped(choice, terminal_width() - len(_MARK))}{_MARK}", nl=False)
        key = click.getchar().lower()
        click.echo(key if key.isprintable() else "")
        if key in {"\x03", "\x04"}:
            raise KeyboardInterrupt
        if key and key in keys:
            return key
        if key == "?" and explain:
            say(explain())
        else:
            say(f"press one of {', '.join(keys)}{'; ? tells more' if explain else ''}")


def until(take: Callable[[str], None], question: str, suggestion: str = "") -> None:
    """Ask for a line until *take* takes it; what is wrong with it is said, and what was typed can be mended.

    Raises:
        CancelledError: nothing was typed, or Esc or Ctrl-C.
    """
    text = suggestion
    while True:
        text = line_of(question, text)
        if not text:
            raise CancelledError
        try:
            take(text)
        except (UnusableRequestError, UnknownNameError) as error:
            say(f"  {error}")
        else:
            return


def line_of(question: str, text: str = "") -> str:
    """Return a line that was typed, which begins as *text*; empty after Esc.

    Raises:
        CancelledError: Ctrl-C was pressed.
    """
    width = terminal_width()
    is_short = columns_of(question) <= width // 2  # else what is typed has no room beside it
    if question and not is_short:
        click.echo(wrapped(question, width))
    try:
        return _read(f"{question} " if question and is_short else "  ", text)
    except KeyboardInterrupt as error:
        click.echo()
        raise CancelledError from error


def _read(prompt: str, text: str) -> str:
    try:
        import readline  # noqa: PLC0415  (not everywhere there)
    except ImportError:
        click.echo(f"  {text}" if text else "", nl=bool(text))
        return input(prompt).strip() or text
    for binding in _BINDINGS:
        readline.parse_and_bind(binding)
    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        return input(prompt).strip()
    finally:
        readline.set_startup_hook()
