"""`diplotrips extract`: make drafts of records from articles."""

# ruff: noqa: D301  (a backspace before a paragraph, which a raw string cannot hold, tells click to leave its lines as they are)

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from diplotrips.cli.commands.options import FOLDER, TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from diplotrips.api import Drafted, Extracting


@click.command(short_help="Make drafts of records from articles.")
@click.argument("files", nargs=-1, required=True, type=FOLDER, metavar="FILE...")
@click.option("--published", default="", metavar="EDTF", help="Day of publication, or an interval that it lies in.")
@click.option("--publisher", default="", metavar="NAME", help="Name of the outlet.")
@click.option("--source", metavar="ID", help="Id of the source, instead of one made of the name of the file.")
@click.option("--into", type=FOLDER, metavar="FOLDER", help="Folder of the drafts, instead of extract/parsed of the dataset.")
@click.option("--texts", type=FOLDER, metavar="FOLDER", help="Keep the texts there as well; a review of what was a page needs them.")
@click.option("--folder", type=FOLDER, default=".", help="Folder of a dataset project, instead of the current one.")
@click.option("--encoding", default="", metavar="NAME", help="Encoding of texts that are not UTF-8.")
@click.option("--extractor", default="rules", show_default=True, metavar="NAME", help="What reads the articles: rules, or a plug-in.")
@click.option("--workers", type=click.IntRange(1, 256), metavar="N", help="Processes, instead of one a core where there are many files.")
@click.option("--stdout", "printed", is_flag=True, help="Print the draft of one article and write nothing.")
@click.option("--overwrite", is_flag=True, help="Write over drafts that were reviewed or are of another text.")
@TODAY
def extract(  # noqa: PLR0913  (one parameter an option)
    files: tuple[Path, ...],
    *,
    published: str,
    publisher: str,
    source: str | None,
    into: Path | None,
    texts: Path | None,
    folder: Path,
    encoding: str,
    extractor: str,
    workers: int | None,
    printed: bool,
    overwrite: bool,
    today: date | None,
) -> int:
    """Read English articles on officials' trips, and write a draft of what each says to extract/parsed/SOURCE.json.

    FILE... is what holds the articles: texts, pages in HTML, WARC archives, folders with such files, or - for standard input. Pages need
    the package trafilatura (install diplotrips[html]), archives warcio (diplotrips[warc]).

    A draft has the trips, stops, quotations and agreements, each value with the passage it rests on, the name of the rule and how sure it
    is; it has no text of the article. Nobody has vouched for it: `diplotrips review` shows it value by value beside the text.

    "On Thursday" means a day only if it is known when the article was published: from --published, its dateline, or the metadata of a page;
    never from a day in the body or that of a visit to the page. An interval is enough where all its days give the same answer. The day,
    publisher, title and address that an earlier draft of the same text has are kept; what is said now goes before them.

    \b
    Examples:
      diplotrips extract articles/gazette.txt --published 2024-05-20
      diplotrips extract articles/ --texts articles/read
      diplotrips extract crawl.warc.gz --into drafts
      diplotrips extract page.html --stdout

    Exit status: 0 all are drafted, 1 a draft was not written, 2 wrong usage, 3 a file or folder cannot be read or written.
    """
    from diplotrips import api  # noqa: PLC0415  (`--help` prints sooner than the models are built)
    from diplotrips.cli.answers.extracted import only_draft, render_extracted, status_of  # noqa: PLC0415  (as above)
    from diplotrips.errors import UnusableRequestError  # noqa: PLC0415  (as above)

    if source == "":
        raise UnusableRequestError(
            "--source takes the id of a source and was given nothing; left out, the id is made of the name of the file"
        )
    known = api.Known.given(source or "", published, publisher, encoding, today)
    place = None if printed else into or api.drafts_folder(folder)
    run = api.extract(files, api.Wished(known, extractor, folder, place, texts, overwrite, workers))
    found = list(_watched(run))
    if printed:
        click.echo(only_draft(found), nl=False)
    click.echo(render_extracted(found, quiet=printed), nl=False, err=printed)
    return status_of(found)


def _watched(run: Extracting) -> Iterator[Drafted]:
    """Yield what becomes of the articles, with a bar of progress where there is a terminal to see it and several files to wait for."""
    if run.files < 2 or sys.stderr is None or not sys.stderr.isatty():  # noqa: PLR2004
        yield from run.articles
        return
    with click.progressbar(length=run.size_bytes, label="Reading articles", file=sys.stderr) as bar:
        for drafted in run.articles:
            yield drafted
            bar.update(drafted.size_bytes)
