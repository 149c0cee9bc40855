"""`diplotrips init`: a dataset project that is right from the first moment, and where none is begun."""

from __future__ import annotations

import json
import os
import re
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
import yaml
from jsonschema import Draft7Validator

from diplotrips.api import init
from diplotrips.extract.layout import REGISTERS
from diplotrips.schema.files import FILES
from diplotrips.schema.published.folder import schema_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.records import Ran

BEGUN = """\
wrote my-trips: a dataset project with two example trips, 77 files

Nothing is wrong with it. To see how it works, then to begin your own:

  cd my-trips
  diplotrips check                what is wrong with the records
  diplotrips new TRIP-ID --help   begin the file of a trip
  diplotrips extract --help       draft the records of an article
  diplotrips review --help        hold a draft to its article
  diplotrips explain              all checks, and what each is for

README.md says what to try out first.
"""

GREEN = """\
extract: 2 trips, 3 stops, 1 agreement, 1 quoted expert, 3 sources, 52 claims
nothing to report as of 2026-11-22; 1 disagreement settled in decisions.yaml (DT201)
"""

TODAY = ("--today", "2026-11-22")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was just begun; the schemas take a second, so it is begun once."""
    return init(tmp_path_factory.mktemp("begun") / "my-trips", today=date(2026, 11, 22)).folder


@pytest.fixture
def begun(original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it as the current folder."""
    shutil.copytree(original, tmp_path / "my-trips")
    monkeypatch.chdir(tmp_path / "my-trips")
    return tmp_path / "my-trips"


def test_says_what_was_written_and_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran]) -> None:
    """One line about the folder, and the commands that come next."""
    monkeypatch.chdir(tmp_path)

    ran = run("init", "my-trips", *TODAY)

    n_files = sum(path.is_file() for path in (tmp_path / "my-trips").rglob("*"))
    assert ran == (0, BEGUN.replace("77 files", f"{n_files} files"), "")
    assert [path.name for path in tmp_path.iterdir()] == ["my-trips"]


def test_its_readme_leads_from_an_article_to_a_trip(begun: Path) -> None:
    """The commands are shown one after the other, with the same file, and where drafts lie is told."""
    readme = (begun / "README.md").read_text()

    assert "\n$ diplotrips extract articles/MINE.txt --published " in readme
    assert "\n$ diplotrips review extract/parsed/MINE.json --text articles/MINE.txt " in readme
    assert "\n| `extract/parsed/` | drafts " in readme


def test_its_check_is_green(begun: Path, run: Callable[..., Ran]) -> None:
    """Nothing at all is found; the one disagreement is settled."""
    assert begun.is_dir()
    assert run("check", *TODAY, "--fail-on", "note") == (0, GREEN, "")


def test_its_spans_fit_the_articles(begun: Path, run: Callable[..., Ran]) -> None:
    """Every passage is where the records say, and its hash is kept."""
    assert begun.is_dir()
    assert run("verify-spans", "articles").status == 0
    assert "hashes not kept" not in run("verify-spans", "articles").out


def test_it_is_exported(begun: Path, run: Callable[..., Ran]) -> None:
    """The tables are written as of the day on which the project was begun."""
    ran = run("export", "--version", "0.1.0")

    assert ran.status == 0, ran.err
    assert "      -> adopt 2025-03-10, by lind-2025-03-first-day-in-lisbon: The newspaper tells " in ran.out
    assert json.loads((begun / "exports/0.1.0/manifest.json").read_text())["dataset"] == "my-trips"
    (listed,) = json.loads((begun / "exports/catalog.json").read_text())["versions"]
    assert (listed["version"], listed["date"]) == ("0.1.0", "2026-11-22"), "the changelog has an entry for the first release"


def test_editors_find_a_schema_for_every_file(begun: Path) -> None:
    """The settings map each kind of file to its schema, which is there; every example holds to it."""
    settings = json.loads((begun / ".vscode/settings.json").read_text())
    mapped = {name: [globs] if isinstance(globs, str) else globs for name, globs in settings["yaml.schemas"].items()}
    of_json = {entry["url"]: entry["fileMatch"] for entry in settings["json.schemas"]}

    assert {*mapped, *of_json} == {f"./schema/{name}.schema.json" for name in FILES}
    assert {path.relative_to(begun / "schema").as_posix() for path in (begun / "schema").rglob("*.*")} == set(schema_files())
    for name in ("dataset", *REGISTERS):
        assert f"/extract/{name}.{{yaml,yml}}" in mapped[f"./schema/{name}.schema.json"]
        validate(begun / f"schema/{name}.schema.json", begun / f"extract/{name}.yaml")
    for trip in (begun / "extract/authored").iterdir():
        validate(begun / "schema/trip.schema.json", trip)


def validate(schema: Path, file: Path) -> None:
    """Hold a file of records to a schema as an editor does."""
    Draft7Validator(json.loads(schema.read_text())).validate(yaml.load(file.read_text(), Loader=EditorsLoader))  # noqa: S506  (a SafeLoader)


class EditorsLoader(yaml.SafeLoader):
    """Reads days as text and whole numbers as numbers, as YAML 1.2 has it."""

    yaml_implicit_resolvers = {  # noqa: RUF012  (as PyYAML has it)
        first: [(tag, form) for tag, form in resolvers if not tag.endswith(("timestamp", "bool"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@pytest.mark.parametrize("name", [".github/workflows/check.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"])
def test_what_checks_it_elsewhere_is_what_the_docs_show(begun: Path, root: Path, name: str) -> None:
    """Each file says the same as one that the page about CI shows, where it is tried by running it."""
    shown = re.findall(rf"^```yaml\n# {re.escape(name)}\n(.*?)^```$", (root / "docs/ci.md").read_text(), re.MULTILINE | re.DOTALL)

    assert yaml.safe_load((begun / name).read_text()) in [yaml.safe_load(text) for text in shown]


def test_nothing_is_left_to_fill_in(begun: Path, run: Callable[..., Ran]) -> None:
    """Texts of articles are not committed, the files are written as `diplotrips format` has them, and no mark of the template is left."""
    assert "/articles/" in (begun / ".gitignore").read_text().splitlines()
    assert run("format", "--check").status == 0
    assert not re.search("<(dataset|today|package)", "".join(path.read_text() for path in begun.rglob("*") if path.is_file()))


def test_title_and_id_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran]) -> None:
    """They stand in the description of the dataset, whatever signs are in the title."""
    monkeypatch.chdir(tmp_path)

    assert run("init", "x", "--id", "baltic-visits", "--title", 'Visits: "Baltic" \\ #1', *TODAY).status == 0

    told = (tmp_path / "x/extract/dataset.yaml").read_text()
    assert '  id: baltic-visits\n  title: "Visits: \\"Baltic\\" \\\\ #1"\n' in told
    assert run("check", "x", *TODAY).out.startswith("x/extract: 2 trips, ")
    assert (tmp_path / "x/README.md").read_text().startswith('# Visits: "Baltic" \\ #1\n')


@pytest.mark.parametrize("folder", [".", "new", "deep/down/My Trips"])
def test_an_empty_folder_or_a_new_one_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran], folder: str
) -> None:
    """The current folder, one that is there, one that is not; a repository may have been made before."""
    (tmp_path / "My trips" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "My trips")

    ran = run("init", folder, *TODAY)

    assert ran.status == 0, ran.err
    assert ("  cd " in ran.out) == (folder != ".")
    assert run("check", folder, *TODAY).out.endswith("1 disagreement settled in decisions.yaml (DT201)\n")


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["notes.txt"], "notes.txt"),
        (["a", "b", "c", "d", "e"], "a, b, c and 2 more"),
        ([".git", "extract"], "extract"),
    ],
)
def test_a_folder_that_is_not_empty_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran], names: list[str], told: str
) -> None:
    """What is there is named, and nothing is written."""
    for name in names:
        (tmp_path / "mine" / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)

    assert run("init", "mine") == (3, "", f"diplotrips: cannot write mine: the folder is not empty: it holds {told}\n")
    assert sorted(path.name for path in (tmp_path / "mine").iterdir()) == sorted(names)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("x", "--id", "My Trips!"), "“My Trips!” cannot be the id of a dataset: "),
        (("x", "--id", "a--b"), "“a--b” cannot be the id of a dataset: "),
        (("x", "--id", "a" * 81), f"“{'a' * 81}” cannot be the id of a dataset: "),
        (("旅",), "“” cannot be the id of a dataset: "),
        (("x", "--title", " "), "“ ” cannot be the title of a dataset: "),
        (("x", "--title", "two\nlines"), "“two lines” cannot be the title of a dataset: "),
    ],
)
def test_what_is_no_id_or_title_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran], arguments: tuple[str, ...], told: str
) -> None:
    """One sentence, status 2, and no folder."""
    monkeypatch.chdir(tmp_path)

    ran = run("init", *arguments)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"diplotrips: {told}")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran]) -> None:
    """A file in the way, or no permission, leaves with status 3 and nothing behind."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine")

    assert run("init", "file") == (3, "", "diplotrips: cannot write file: this is a file, not a folder\n")
    assert run("init", "file/below").err.startswith("diplotrips: cannot write file/below: ")
    assert os.listdir(tmp_path) == ["file"]  # noqa: PTH208  (hidden files too)
