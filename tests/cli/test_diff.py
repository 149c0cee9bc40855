"""`diplotrips diff`: two states told apart by meaning, in every format, and what is no state."""

from __future__ import annotations

import json
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator
from tests.cli.records import DECISION, DISAGREEING, RECORDS, sha256

from diplotrips.cli.formats.markdown import MOST_BYTES
from diplotrips.schema.published.schemas import diff_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.records import Ran

ANDES = Path("extract/authored/andes.yaml")


@pytest.fixture
def released(project: Path, run: Callable[..., Ran]) -> Path:
    """A project of which the records are released as 1.0.0."""
    (project / "CHANGELOG.md").write_text("## [1.0.0] - 2024-06-01\n- All.\n\n## [1.1.0] - 2024-06-02\n- A day.\n")
    assert run("export", "--version", "1.0.0").status == 0
    return project


def corrected(**words: str) -> None:
    """Give the trip a better last day, and change other words of it."""
    text = RECORDS["authored/andes.yaml"].replace("dates: 2024-05-06/2024-05-09", "dates: 2024-05-06/2024-05-10")
    text = text.replace("dates: 2024-05-08/2024-05-09", "dates: 2024-05-08/2024-05-10")
    for old, new in words.items():
        text = text.replace(old, new)
    ANDES.write_text(text)


MORE = " (diplotrips diff --help tells more)"
TEXT = """\
andes
  ~ last_day of the trip is corrected from 2024-05-09 to 2024-05-10
  - withdrawn: gazette says dates 2024-05-06/2024-05-09 of the trip
  + gazette says dates 2024-05-06/2024-05-10 of the trip
  ~ last_day of stop cl is corrected from 2024-05-09 to 2024-05-10
  - withdrawn: gazette says dates 2024-05-08/2024-05-09 of stop cl
  + gazette says dates 2024-05-08/2024-05-10 of stop cl
"""


COMMENT = r"""### diplotrips diff

1.0.0 → the working tree: 2 dates corrected, 2 claims added, 2 claims withdrawn, 1 finding opened and 11 rows that follow from these. \
A release of this takes a minor version, because gazette says dates 2024-05-06/2024-05-10 of trip andes.

<details open><summary>andes (7 lines)</summary>

- `~` last_day of the trip is corrected from 2024-05-09 to 2024-05-10
- `-` withdrawn: gazette says dates 2024-05-06/2024-05-09 of the trip
- `+` gazette says dates 2024-05-06/2024-05-10 of the trip
- `~` last_day of stop cl is corrected from 2024-05-09 to 2024-05-10
- `-` withdrawn: gazette says dates 2024-05-08/2024-05-09 of stop cl
- `+` gazette says dates 2024-05-08/2024-05-10 of stop cl
- `~` DT205 is open: herald says the tour lasted 4 days and gazette says the tour took place on 2024-05-06/2024-05-10, which are 5 days

</details>

<details open><summary>What follows from these (5 lines)</summary>

- `~` 4 rows of claim_spans follow
- `~` 3 rows of conflict_claims follow
- `~` 1 row of country_days follows
- `~` 2 rows of implied_days follow
- `~` 1 row of trips_flat follows

</details>
""".replace("\\\n", "")


@pytest.mark.usefixtures("released")
def test_the_records_are_compared_with_the_newest_release(run: Callable[..., Ran]) -> None:
    """Nothing changed is status 0; a corrected day is told where it stands, with what it takes, and is status 1."""
    same = run("diff")
    corrected()
    ran = run("diff")

    assert (same.status, same.err) == (0, "")
    assert same.out.startswith("1.0.0 -> the working tree: the same, ")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith(TEXT)
    assert ran.out.endswith(
        "1.0.0 -> the working tree: 2 dates corrected, 2 claims added, 2 claims withdrawn, 1 finding opened and 11 rows\n"
        "  that follow from these\n"
        "a release of this takes a minor version, because gazette says dates 2024-05-06/2024-05-10 of trip andes\n"
    )


@pytest.mark.usefixtures("released")
def test_every_way_to_name_a_state_gives_the_same(run: Callable[..., Ran], tmp_path: Path) -> None:
    """A version, its folder, a build, another project and this one are states, on either side."""
    corrected()
    run("export")
    run("export", "--version", "1.1.0")
    shutil.copytree("extract", tmp_path / "other" / "extract")
    states = ["1.1.0", "exports/1.1.0", "build/export", "other", "."]
    told = {
        run("diff", *pair).out.partition("\n1.0.0 -> ")[0] for pair in (("exports/1.0.0", "1.1.0"), *(("1.0.0", one) for one in states))
    }

    assert len(told) == 1
    assert TEXT in told.pop()
    assert [run("diff", "1.1.0", state).status for state in states] == [0] * 5
    assert [run("diff", *pair).status for pair in (("1.1.0", "1.0.0"), ("other", "1.0.0"), ("1.1.0",), ())] == [1, 1, 0, 0]


@pytest.mark.usefixtures("released")
def test_json_holds_to_its_schema(run: Callable[..., Ran], root: Path) -> None:
    """The report is what is published as its schema, whether something differs or not."""
    published = json.loads((root / "schema" / "diff.schema.json").read_text())
    same = json.loads(run("diff", "--format", "json").out)
    corrected()
    told = json.loads(run("diff", "--format", "json").out)
    for report in (same, told):
        Draft202012Validator(published).validate(report)

    assert published.keys() == diff_schema().keys()
    assert (same["identical"], same["level"], same["changes"]) == (True, None, [])
    assert (told["identical"], told["level"], told["before"], told["since_version"]) == (False, "minor", "1.0.0", "1.0.0")
    assert (told["counts"]["date-corrected"], told["counts"]["claim-added"]) == (2, 2)
    assert {
        "kind": "date-corrected",
        "level": "patch",
        "table": "stops",
        "row": "andes.cl",
        "record": "andes.cl",
        "record_kind": "stop",
        "trip": "andes",
        "field": "last_day",
        "source": None,
        "finding": None,
        "before": "2024-05-09",
        "after": "2024-05-10",
        "successor": None,
        "because": None,
        "rows": 1,
        "message": "last_day of stop andes.cl is corrected from 2024-05-09 to 2024-05-10",
    } in told["changes"]


@pytest.mark.usefixtures("released")
def test_one_run_writes_every_format(run: Callable[..., Ran]) -> None:
    """What is written to files is what would be printed; the table is the one of a release."""
    corrected()
    outputs = ["text=out/a.txt", "json=out/a.json", "markdown=out/a.md", "parquet=out/a.parquet"]
    ran = run("diff", *(word for output in outputs for word in ("--output", output)))
    run("export", "--version", "1.1.0")

    assert Path("out/a.txt").read_text() == ran.out
    assert Path("out/a.json").read_text() == run("diff", "--format", "json", "1.0.0", ".").out
    assert Path("out/a.md").read_text() == run("diff", "--format", "markdown", "1.0.0", ".").out
    assert pq.read_table("out/a.parquet") == pq.read_table("exports/1.1.0/changes.parquet")


@pytest.mark.usefixtures("released")
def test_a_comment_shows_few_changes_at_once(run: Callable[..., Ran]) -> None:
    """What a pull request does to the data stands open below a summary."""
    corrected()

    assert run("diff", "--format", "markdown").out == COMMENT


@pytest.mark.usefixtures("released")
def test_a_comment_is_never_too_long(run: Callable[..., Ran]) -> None:
    """Of thousands of changes as many are shown as a comment takes, folded, and the rest is counted."""
    names = [f"{sha256(str(number))[:40]} <b>@me</b> #1" for number in range(2000)]
    people = "".join(f"  - {{id: p-{number}, name: '{name}'}}\n" for number, name in enumerate(names))
    Path("extract/people.yaml").write_text(RECORDS["people.yaml"] + people)
    comment = run("diff", "--format", "markdown").out
    lines = [line for line in comment.splitlines() if line.startswith("- ")]

    assert MOST_BYTES - 500 < len(comment.encode()) <= MOST_BYTES
    assert comment.splitlines()[4] == "<details><summary>Registers (2,000 lines)</summary>"
    assert lines[0] == f"- `+` person p-0 is added: name {sha256('0')[:40]} &lt;b&gt;@&#8203;me&lt;/b&gt; #&#8203;1, identified true"
    assert comment.rstrip().endswith(f"and {2000 - len(lines):,} lines more: run diplotrips diff")


def test_a_settled_disagreement_is_told(released: Path, run: Callable[..., Ran]) -> None:
    """The decision has its reason; what it settles is told with the code of its check."""
    ANDES.write_text(DISAGREEING)
    assert "  ~ DT205 is open: herald says the tour lasted 7 days" in run("diff").out
    (released / "extract/decisions.yaml").write_text(DECISION)
    out = run("diff").out

    assert "  + decision andes-days is added, because: The herald counts the flights." in out
    assert "  ~ DT205 is settled: herald says the tour lasted 7 days" in out


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and tells nobody."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(released: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server that has the releases of the project."""
    monkeypatch.setenv("DIPLOTRIPS_CACHE", str(released / "cache"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "DIPLOTRIPS_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(released / "exports"))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_release_on_a_server_is_a_state(served: str, run: Callable[..., Ran]) -> None:
    """It is fetched and held to its hashes; once it was fetched, no server is needed."""
    corrected()
    here = run("diff", "exports/1.0.0").out

    assert run("diff", f"{served}/1.0.0") == (1, here, "")
    assert run("diff", f"{served}/1.0.0/", ".", "--offline") == (1, here, "")
    assert run("diff", f"{served}/7.0.0").err.startswith(f"diplotrips: no version of made-up at {served} is called 7.0.0")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("nowhere",), 3, "cannot read nowhere: the folder does not exist"),
        (("1.0.0", "extract/people.yaml"), 3, "cannot read extract/people.yaml: this is a file, not a folder"),
        (("http://a.invalid/",), 3, "cannot read http://a.invalid/: the address of a release ends with its version, such as 1.0.0"),
        (("1.0.0", "1.0.0", "1.0.0"), 2, f"got unexpected extra argument (1.0.0){MORE}"),
        (("--format", "sarif"), 2, f"--format takes text, markdown or json{MORE}"),
        (("--output", "csv=a"), 2, f"--output takes text, markdown, json or parquet before the file, not csv{MORE}"),
        (("--output", "markdown"), 2, f"--output takes a format and a file such as markdown=changes.md, not markdown{MORE}"),
        (("--output", "json=extract/a.json"), 3, "cannot write extract/a.json: it lies among the records"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("released")
def test_what_is_no_state_is_said_in_a_sentence(run: Callable[..., Ran], arguments: tuple[str, ...], status: int, message: str) -> None:
    """Nothing is compared with what cannot be read, and never is an empty state taken for it."""
    ran = run("diff", *arguments)

    assert (ran.status, ran.err) == (status, f"diplotrips: {message}\n")


@pytest.mark.usefixtures("released")
def test_a_release_that_was_changed_is_not_compared(run: Callable[..., Ran]) -> None:
    """The file that is another one is named."""
    shutil.copytree("exports/1.0.0", "copy")
    Path("copy/stops.parquet").write_bytes(b"PAR1")

    assert run("diff", "copy") == (
        3,
        "",
        "diplotrips: cannot read copy/stops.parquet: it is not the file that copy was released with (SHA-256 differs from manifest.json)\n",
    )


@pytest.mark.usefixtures("released")
def test_records_with_errors_are_not_compared(run: Callable[..., Ran]) -> None:
    """What cannot be exported has no tables to compare; the message counts the errors."""
    corrected(completed="complete")
    ran = run("diff")

    assert (ran.status, ran.out) == (3, "")
    assert ran.err == "diplotrips: cannot read .: 2 errors are open in extract; diplotrips check shows them\n"


@pytest.mark.usefixtures("project")
def test_without_a_release_two_states_have_to_be_named(run: Callable[..., Ran]) -> None:
    """A project without releases can still be compared with another one."""
    shutil.copytree("extract", "base/extract")

    assert run("diff").err == "diplotrips: cannot read exports: there is no release to compare with; name two states\n"
    assert run("diff", "base", ".").out.startswith("base -> the working tree: the same, ")


def test_two_datasets_are_not_compared(released: Path, run: Callable[..., Ran]) -> None:
    """What changed can be told of one dataset only, so a version that only the package comes with is none of this project's."""
    ran = run("diff", str(Path(__file__).parents[2] / "exports" / "0.1.0"), str(released / "exports" / "1.0.0"))

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "diplotrips: 0.1.0 is of the dataset diplotrips, and 1.0.0 of made-up; what changed can be told of one dataset only\n"
    )


def test_two_releases_need_no_project(
    released: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran]
) -> None:
    """Whoever has two releases and no records can have them compared."""
    first, second = (tmp_path_factory.mktemp("had") / name for name in ("one", "two"))
    for copy in (first, second):
        shutil.copytree(released / "exports" / "1.0.0", copy)
    monkeypatch.chdir(first.parent)

    ran = run("diff", str(first), str(second))

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("1.0.0 -> 1.0.0: the same, ")
