"""Help for newcomers, and wrong usage: one sentence, status 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

import diplotrips
from diplotrips.cli.commands import cli

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.records import Ran


@pytest.mark.parametrize("command", sorted(cli.commands))
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_has_help(run: Callable[..., Ran], command: str, option: str) -> None:
    """Help begins with usage and a sentence, shows examples of the command, explains its options and names its exit statuses."""
    ran = run(command, option)
    paragraphs = ran.out.split("\n\n")

    assert (ran.status, ran.err) == (0, "")
    assert paragraphs[0].startswith(f"Usage: diplotrips {command} ")
    assert paragraphs[1].startswith("  ")
    assert paragraphs[1].endswith(".")
    assert f"  Examples:\n    diplotrips {command}" in ran.out
    assert "Exit status: 0 " in ran.out
    for param in cli.commands[command].params:
        assert param.help if isinstance(param, click.Option) else f"{param.human_readable_name} is " in " ".join(ran.out.split())


def test_help_names_every_command(run: Callable[..., Ran]) -> None:
    """The help of the whole has a full sentence for each command, uncut."""
    ran = run("--help")
    listed = ran.out.partition("Commands:\n")[2].splitlines()

    assert [line.split()[0] for line in listed] == sorted(cli.commands)
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


@pytest.mark.parametrize("command", ["init", "extract", "review", "check", "export"])
def test_help_leads_through_the_work(run: Callable[..., Ran], command: str) -> None:
    """The help of the whole has an example of each step from an article to a release."""
    assert f"\n    diplotrips {command} " in run("--help").out.partition("Commands:\n")[0]


def test_without_a_command_help_is_shown_as_wrong_usage(run: Callable[..., Ran]) -> None:
    """Whoever forgets the command sees the help; a script that does so fails."""
    assert run() == (2, "", run("--help").out)


def test_the_version_is_printed(run: Callable[..., Ran]) -> None:
    """Name and version, nothing else."""
    assert run("--version") == (0, f"diplotrips {diplotrips.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("chekc", "no command is called chekc; did you mean check?"),
        ("check --formt text", "there is no option --formt; did you mean --format? (diplotrips check --help tells more)"),
        ("--formt", "there is no option --formt (diplotrips --help tells more)"),
        ("check --format xml", "--format takes text, json, github, sarif, junit or markdown (diplotrips check --help tells more)"),
        ("check --fail-on fatal", "--fail-on takes error, warning, note or never (diplotrips check --help tells more)"),
        ("check --today 2026-02-30", "--today takes a day such as 2026-11-22, not 2026-02-30 (diplotrips check --help tells more)"),
        ("check --today 20261122", "--today takes a day such as 2026-11-22, not 20261122 (diplotrips check --help tells more)"),
        (
            "export --version 9999999.0.0",
            "--version takes three numbers of at most six digits such as 1.0.0, not 9999999.0.0 (diplotrips export --help tells more)",
        ),
        (
            "export --version 1.0",
            "--version takes three numbers of at most six digits such as 1.0.0, not 1.0 (diplotrips export --help tells more)",
        ),
        (
            "export --version ../1.0.0",
            "--version takes three numbers of at most six digits such as 1.0.0, not ../1.0.0 (diplotrips export --help tells more)",
        ),
        ("cite text.txt", "PHRASE is missing (diplotrips cite --help tells more)"),
        ("verify-spans", "TEXTS is missing (diplotrips verify-spans --help tells more)"),
    ],
)
def test_wrong_usage_is_one_sentence(run: Callable[..., Ran], arguments: str, sentence: str) -> None:
    """What is wrong is named with what would be right, and where to read on."""
    assert run(*arguments.split()) == (2, "", f"diplotrips: {sentence}\n")
