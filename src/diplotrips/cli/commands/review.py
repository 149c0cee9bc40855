"""`diplotrips review`: hold a draft of the parser to its text, value by value."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import FOLDER, TODAY
from diplotrips.cli.environment import in_colour

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from diplotrips import api


@click.command(short_help="Hold a draft of the parser to its text, value by value.")
@click.argument("draft", type=FOLDER)
@click.option("--text", required=True, type=FOLDER, metavar="FILE", help="The text that the draft was made of.")
@click.option("--folder", type=FOLDER, default=".", help="Folder of a dataset project, instead of the current one.")
@click.option("--by", default="", metavar="CODER", help="Who reviews: an id of coders.yaml; not needed where there is one person only.")
@click.option("--answers", type=FOLDER, metavar="FILE", help="Take the decisions from FILE and ask nothing.")
@click.option("--list", "only_list", is_flag=True, help="Print the name of every value and what was decided of it, and ask nothing.")
@TODAY
def review(  # noqa: PLR0913  (one parameter an option)
    draft: Path, *, text: Path, folder: Path, by: str, answers: Path | None, only_list: bool, today: date | None
) -> int:
    """Show every value of DRAFT with its passage, and write what you accept as records of yours.

    DRAFT is a file of `diplotrips extract`, such as extract/parsed/SOURCE.json, or just SOURCE. First comes what the checks find of it,
    then trip by trip each value with the words around its passage, how sure the parser is, and by which rule. One key decides: accept,
    edit, reject (it was read wrongly), not found (the article does not say it), skip, back, quit; `?` explains keys and words. An edit says
    the same thing otherwise, another day or place; to say something else, reject the value and write that by hand. Ctrl-C and q keep what
    was decided, in the hidden file .SOURCE.review.json beside the draft; the same command goes on there. When the draft or the text
    changes, or what was written is deleted, that is void and kept in .SOURCE.review.former.json.

    At the end what was accepted is written: a new file in extract/authored, or lines in one that is there; stubs in the registers for
    whoever is new; the hashes of the passages. The file says who reviewed it, and by their hashes which draft and which text. All of it is
    written or nothing. Run again, the review can be changed, and what it wrote is written anew unless somebody changed it since.

    Without a terminal --answers takes the decisions from a file of JSON in the shape of .SOURCE.review.json: under `trips` what becomes of
    each trip (new or existing with an id, or reject; office, represents, status, dates or within where no line gives them, under `passages`
    the words that do), under `items` of each value (accept, perhaps with `fields` instead of those of the draft; reject; not-found), under
    `others` of all values that are not named, under `people` ids by name. --list prints the names. A quotation without a `gist` of yours,
    or an agreement without a `subject`, is left out and counted: the parser's words for them are none.

    \b
    Examples:
      diplotrips review extract/parsed/gazette-2024-05-20.json --text articles/gazette.txt
      diplotrips review extract/parsed/gazette-2024-05-20.json --text articles/gazette.txt --list
      diplotrips review extract/parsed/gazette-2024-05-20.json --text articles/gazette.txt --answers answers.json
          {"trips": {"t1": {"decision": "new", "id": "doe-2024-05-andes"}},
           "items": {"t1.said.4": {"decision": "not-found"},
                     "t1.quotes.1": {"decision": "accept", "fields": {"gist": "Hopes for a treaty."}}},
           "others": "accept"}

    Exit status: 0 it is written, 1 something is left to decide, 2 wrong usage, 3 a file or folder cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.approved import render_approved  # noqa: PLC0415  (as above)
    from diplotrips.cli.answers.reviewed import render_names  # noqa: PLC0415  (as above)

    opened = api.open_review(draft, text, folder, by, today)
    if only_list:
        click.echo(render_names(opened), nl=False)
        return 0
    if answers:
        api.take_answers(opened, answers)
        click.echo(render_approved(api.approve(opened, today)), nl=False)
        return 0
    return _ask(opened, today)


def _ask(opened: api.Opened, today: date | None) -> int:
    """Ask on the terminal."""
    from diplotrips.cli.interview import Interview  # noqa: PLC0415  (only who asks needs it)
    from diplotrips.errors import UnusableRequestError  # noqa: PLC0415  (as above)

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UnusableRequestError("a review asks on a terminal, and this is none; give --answers FILE, or --list to see what there is")
    return Interview(opened, ["diplotrips", *sys.argv[1:]], today, colour=in_colour()).run()
