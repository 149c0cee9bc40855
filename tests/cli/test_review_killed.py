"""A review that is killed while it writes: the records are whole after every file, and the same command finishes what was begun."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.reviewed import COMMAND, TODAY, answers, begin, files

from diplotrips.api import approving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.cli.records import Ran

JOURNAL = ".herald-2025-03.review.json"


class Killed(BaseException):
    """The end of a process, after which nothing of it is done any more."""


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, a project with a draft and its text."""
    return begin(tmp_path, monkeypatch)


@pytest.fixture
def killed(monkeypatch: pytest.MonkeyPatch, run: Callable[..., Ran]) -> Callable[[str], None]:
    """A function that reviews, and is killed when it has written a file of that name for the first time; nothing is put back."""

    class Open:
        """A block that puts nothing back."""

        def __init__(self, files: Iterable[Path]) -> None: ...

        def __enter__(self) -> None: ...

        def __exit__(self, *raised: object) -> None: ...

    def kill(behind: str) -> None:
        whole = Path.replace

        def replaced(path: Path, target: Path) -> Path:
            done = whole(path, target)
            if done.name == behind:
                raise Killed
            return done

        with monkeypatch.context() as patched:
            patched.setattr(approving, "all_or_none", Open)
            patched.setattr(Path, "replace", replaced)
            with pytest.raises(Killed):
                run(*COMMAND, "--answers", "answers.json")

    return kill


def records(project: Path) -> dict[str, bytes]:
    """Return every file of the records with its content."""
    return {name: content for name, content in files(project).items() if name.startswith("extract/")}


def undone(project: Path, run: Callable[..., Ran], **changes: Any) -> dict[str, bytes]:  # noqa: ANN401  (keys of the answers)
    """Return what a review makes of the records, and leave them as they were before it."""
    before = records(project)
    run(*COMMAND, "--answers", answers(project, **changes))
    whole = records(project)
    for name in whole:
        (project / name).unlink()
    for name, content in before.items():
        (project / name).write_bytes(content)
    return whole


@pytest.mark.parametrize("behind", ["people.yaml", "sources.yaml", "span_hashes.json", JOURNAL, "holm-2025-03.yaml"])
def test_a_new_trip(begun: Path, run: Callable[..., Ran], killed: Callable[[str], None], behind: str) -> None:
    """After every file of a new trip a check has no error, and the same answers make of it what one run would have made."""
    whole = undone(begun, run)

    killed(behind)

    assert run("check", *TODAY).out.splitlines()[-1].startswith("0 errors")
    assert run(*COMMAND, "--answers", "answers.json").status == 0
    assert records(begun) == whole


@pytest.mark.parametrize("behind", [JOURNAL, "holm-anew.yaml"])
def test_a_trip_that_was_written_before(begun: Path, run: Callable[..., Ran], killed: Callable[[str], None], behind: str) -> None:
    """A review that takes its first document back and writes another one leaves one of the two, or none, and then the other."""
    run(*COMMAND, "--answers", answers(begun))
    renamed = {"t1": {"decision": "new", "id": "holm-anew"}, "t2": {"decision": "reject"}}
    answers(begun, trips=renamed)

    killed(behind)

    assert run("check", *TODAY).out.splitlines()[-1].startswith("0 errors")
    assert run(*COMMAND, "--answers", "answers.json").status == 0
    assert [path.name for path in (begun / "extract/authored").glob("holm*")] == ["holm-anew.yaml"]


@pytest.mark.parametrize("behind", [JOURNAL, "lind-2025-03-lisbon-rabat.yaml"])
def test_lines_in_an_authored_trip(begun: Path, run: Callable[..., Ran], killed: Callable[[str], None], behind: str) -> None:
    """Lines that were added to a trip when the process ended are not added once more."""
    trips = {"t1": {"decision": "existing", "id": "lind-2025-03-lisbon-rabat"}, "t2": {"decision": "reject"}}
    whole = undone(begun, run, trips=trips)

    killed(behind)

    assert run(*COMMAND, "--answers", "answers.json").status == 0
    assert records(begun) == whole
