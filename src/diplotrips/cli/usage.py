"""Wrong usage as one sentence in our words, whatever version of click found it."""

from __future__ import annotations

import difflib

import click

from diplotrips.errors import UnknownNameError
from diplotrips.words import listed


class Commands(click.Group):
    """A group of commands that names the nearest one, and lets errors of the output through to `program`."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that *args* begin with, and the rest of them.

        Raises:
            UnknownNameError: there is no such command.
        """
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise UnknownNameError("command", args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an output that cannot be written is told apart from what click makes of it."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # click would leave with status 1, which says that something was found.
            raise OutputClosed from error


class OutputClosed(Exception):  # noqa: N818  (a reader who has seen enough is no error)
    """Nobody reads the output any more."""


def sentence(error: click.UsageError) -> str:
    """Return what is wrong with the arguments, and where to read on."""
    command = error.ctx.command_path if error.ctx else "diplotrips"
    return f"{_told(error)} ({command} --help tells more)"


def _told(error: click.UsageError) -> str:
    """Return what is wrong with the arguments."""
    if isinstance(error, click.NoSuchOption):
        return _no_option(error.option_name, error.ctx)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        names = _missing(error.ctx) or [_name(error.param)]
        return f"{listed(names, 'and')} {'are' if names[1:] else 'is'} missing"
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _bad_value(error, error.param)
    return _plain(error.message)


def _missing(ctx: click.Context | None) -> list[str]:
    """Return everything that a command needs and that was not given; what was given is read before the first of these is missed."""
    needed = [param for param in (ctx.command.get_params(ctx) if ctx else ()) if param.required]
    return [_name(param) for param in needed if ctx and ctx.params.get(param.name or "") in {None, ()}]


def _no_option(name: str, ctx: click.Context | None) -> str:
    """Return that there is no such option, with the nearest one."""
    known = [option for param in (ctx.command.get_params(ctx) if ctx else ()) for option in param.opts]
    near = difflib.get_close_matches(name, known, n=1)
    return f"there is no option {name}" + (f"; did you mean {near[0]}?" if near else "")


def _bad_value(error: click.BadParameter, param: click.Parameter) -> str:
    """Return that an option or argument takes no such value."""
    if isinstance(param.type, click.Choice):
        return f"{_name(param)} takes {listed(param.type.choices, 'or')}"
    return f"{_name(param)} {_plain(error.message)}"


def _name(param: click.Parameter) -> str:
    """Return what is typed for an option, or how help calls an argument."""
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def _plain(message: str) -> str:
    """Return a message of click as the others are: small at the beginning, without a stop."""
    return f"{message[:1].lower()}{message[1:]}".rstrip(".")
