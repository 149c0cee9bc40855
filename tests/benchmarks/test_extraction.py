"""`benchmarks/extraction.py`: predictions for a folder of articles, figures against gold, and the training of the scorer of stops."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.found import Evidence, Extraction, Found, FoundAgreement, FoundQuote, FoundStop, FoundTrip
from diplotrips.extract.parsing.mentions import People, Person, Role
from diplotrips.extract.parsing.segmenting.layout import take_apart
from diplotrips.schema.dates.edtf import EdtfDate, EdtfInterval
from diplotrips.schema.fields import Span

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

Written: TypeAlias = "dict[str, Any]"

TEXT = (
    "Lind in Chile\n\nAsta Lind, the foreign minister of Norway, arrived in Chile on Thursday. "
    "\u201cWe have come here to listen,\u201d Lind said. She travels on to Peru on Friday.\n"
)
EVIDENCE = Evidence((Span(15, 24),), "test")


@pytest.fixture
def part(root: Path, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401  (a module that is not installed has no types)
    """Import a module of the benchmark as the script itself does."""
    monkeypatch.syspath_prepend(str(root / "benchmarks"))

    def load(name: str) -> ModuleType:
        return importlib.import_module(f"extraction_corpus.{name}")

    return load


def benchmark(root: Path, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    """Run the benchmark as a user does."""
    program = [sys.executable, str(root / "benchmarks" / "extraction.py"), *map(str, arguments)]
    return subprocess.run(program, capture_output=True, text=True, check=False)


def write_articles(folder: Path, **more: object) -> Path:
    """Write two articles of one trip key, one without a key, and what is no article into *folder*."""
    folder.mkdir(parents=True)
    about: Written = {"url": "", "publisher": "The Gazette", "published": "2024-05-02", "trip_key": "lind-2024", "tags": [], "text": TEXT}
    for name, given in {"a": about, "b": about | {"published": None}, "c": about | {"trip_key": None, "text": "Rain."}}.items():
        (folder / f"{name}.json").write_text(json.dumps(given | {"id": name} | more), "utf-8")
    return folder


def found_in(text: str, *trips: FoundTrip, quotes: tuple[FoundQuote, ...] = (), agreements: tuple[FoundAgreement, ...] = ()) -> Extraction:
    """Return an extraction in which Asta Lind is the only person."""
    person = Person("Asta Lind", "Lind", (Span(15, 24),), title="foreign minister", country="NO")
    return Extraction(take_apart(Article(text)), People((person,), ()), trips, quotes, agreements)


def trip(*stops: FoundStop, main: bool = True, status: str = "under-way", **more: Any) -> FoundTrip:  # noqa: ANN401  (fields of any type)
    """Return a trip of Asta Lind."""
    return FoundTrip("t1", Found("Asta Lind", EVIDENCE), 0, main, Found(status, EVIDENCE), stops, **more)


def stop(country: str, **more: Any) -> FoundStop:  # noqa: ANN401  (fields of any type)
    """Return a stop in *country*."""
    return FoundStop(country.lower(), Found(country, EVIDENCE), **more)


def day(text: str) -> Found[EdtfDate]:
    """Return the date *text* with some evidence."""
    return Found(EdtfDate.parse(text), EVIDENCE)


def test_predictions(root: Path, tmp_path: Path) -> None:
    """Each article gets a prediction in the shape of gold, each trip key a file of conflicts; no gold is needed."""
    articles = write_articles(tmp_path / "articles")

    done = benchmark(root, articles, tmp_path / "out")

    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(str(file.relative_to(tmp_path / "out")) for file in (tmp_path / "out").rglob("*.json")) == [
        "a.json",
        "b.json",
        "c.json",
        "conflicts/lind-2024.json",
    ]
    assert json.loads((tmp_path / "out" / "c.json").read_text("utf-8")) == {"id": "c", "trips": [], "quotes": []}
    assert json.loads((tmp_path / "out" / "conflicts" / "lind-2024.json").read_text("utf-8"))["trip_key"] == "lind-2024"


def test_number_of_workers(root: Path, tmp_path: Path) -> None:
    """Two processes write the same bytes as one."""
    articles = write_articles(tmp_path / "articles")

    for workers in ("1", "2"):
        assert benchmark(root, articles, tmp_path / workers, "--workers", workers).returncode == 0

    alone, together = ({file.name: file.read_bytes() for file in (tmp_path / workers).glob("*.json")} for workers in ("1", "2"))
    assert alone == together


def test_what_is_no_article(root: Path, tmp_path: Path) -> None:
    """A file that cannot be read is told and left out; fields of another type are taken as not given."""
    articles = write_articles(tmp_path / "articles", published=3, trip_key="../outside")
    (articles / "broken.json").write_text("{", "utf-8")
    (articles / "list.json").write_text("[]", "utf-8")

    done = benchmark(root, articles, tmp_path / "out")

    assert done.returncode == 0
    assert [line.removeprefix(f"{articles}/").partition(":")[0] for line in done.stderr.splitlines()] == ["broken.json", "list.json"]
    assert sorted(file.name for file in (tmp_path / "out").rglob("*.json")) == ["a.json", "b.json", "c.json"]


@pytest.mark.parametrize("command", [(), ("score",), ("errors",), ("train",)])
def test_no_articles(root: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    """A folder without articles, or without the scorer, is told in one sentence."""
    done = benchmark(root, *command, tmp_path, *([] if command else [tmp_path / "out"]))

    wanted = f"{tmp_path} has no score.py, nor has the folder above; name one with --scorer\n"
    assert (done.returncode, done.stderr) == (3, wanted if command else f"{tmp_path} holds no articles: it needs <id>.json with a text\n")


def test_trip_as_gold(part: Any) -> None:  # noqa: ANN401  (a module that is not installed has no types)
    """A trip under way is ongoing; a day on which the traveller is seen is a stop's start and end; an order is told where it is stated."""
    stops = (
        stop("CL", first_day=day("2024-05-02"), places=(Found("Santiago", EVIDENCE),)),
        stop("PE", seen=(day("2024-05-05"), day("2024-05-04"))),
        stop("BO"),
    )
    tour = trip(*stops, first_day=day("2024-05-02"), route=(("cl",), ("bo", "pe")), route_evidence=EVIDENCE)

    (gold,) = part("predictions").as_gold("a", found_in(TEXT, tour))["trips"]

    assert (gold["traveller"], gold["office"], gold["status"], gold["main"]) == ("Asta Lind", "foreign minister", "ongoing", True)
    assert (gold["start"], gold["end"]) == ("2024-05-02", None)
    assert [(one["country"], one["city"], one["start"], one["end"], one["order"]) for one in gold["stops"]] == [
        ("CL", "Santiago", "2024-05-02", None, 1),
        ("PE", None, "2024-05-04", "2024-05-05", 2),
        ("BO", None, None, None, 2),
    ]


def test_order_of_a_list(part: Any) -> None:  # noqa: ANN401  (a module that is not installed has no types)
    """A route that only a list gives is no order."""
    listed = trip(stop("CL"), stop("PE"), route=(("cl",), ("pe",)), route_evidence=Evidence(EVIDENCE.spans, "route-list", "list"))

    (gold,) = part("predictions").as_gold("a", found_in(TEXT, listed))["trips"]

    assert [one["order"] for one in gold["stops"]] == [None, None]


@pytest.mark.parametrize(
    ("main", "status", "expected"),
    [
        (True, "planned", ("planned", "2024-05", None)),
        (True, "postponed", ("cancelled", "2024-05", None)),
        (False, "completed", ("mentioned", "2024-05", "2024-05")),
        (False, "cancelled", ("cancelled", "2024-05", "2024-05")),
    ],
)
def test_window(part: Any, main: bool, status: str, expected: tuple[str, str, str | None]) -> None:  # noqa: ANN401, FBT001  (of the case)
    """A window is the start of a main trip, and start and end of one that is only mentioned."""
    window = Found(EdtfInterval.parse("2024-05"), EVIDENCE)

    (gold,) = part("predictions").as_gold("a", found_in(TEXT, trip(stop("CL"), main=main, status=status, within=window)))["trips"]

    assert (gold["status"], gold["start"], gold["end"]) == expected


def test_quotes_as_gold(part: Any) -> None:  # noqa: ANN401  (a module that is not installed has no types)
    """Each part of a quotation stands without its marks; short ones, those of nobody, and an official's reported speech are left out."""
    start = TEXT.index("\u201c")
    whole, short = Span(start, TEXT.index("\u201d") + 1), Span(start, start + len("\u201cWe have"))
    sentence = Span(TEXT.index("She travels"), len(TEXT) - 1)
    quotes = (
        FoundQuote((whole, short), "direct", 0, Role.OFFICIAL),
        FoundQuote((whole,), "direct", None),
        FoundQuote((Span(sentence.start + 4, sentence.end),), "reported", 0, Role.EXPERT),
        FoundQuote((sentence,), "reported", 0, Role.OFFICIAL),
    )

    told = part("predictions").as_gold("a", found_in(TEXT, quotes=quotes))["quotes"]

    assert [(one["speaker"], one["direct"], one["is_expert"], one["quote"]) for one in told] == [
        ("Asta Lind", True, False, "We have come here to listen,"),
        ("Asta Lind", False, True, "She travels on to Peru on Friday."),
    ]


def test_agreements_as_gold(part: Any) -> None:  # noqa: ANN401  (a module that is not installed has no types)
    """Kinds and progress are in the corpus' words; what is not of the trip is left out."""
    parties = (Found("NO", EVIDENCE), Found("CL", EVIDENCE))
    agreed = FoundAgreement(
        "a1",
        parties,
        "joint-statement",
        Found("initialled", EVIDENCE),
        subject=Found("trade", EVIDENCE),
        papers=Found("~12", EVIDENCE),
        trip="t1",
    )
    older = FoundAgreement("a2", parties, "treaty", Found("signed", EVIDENCE), of_this_trip=False)

    (gold,) = part("predictions").as_gold("a", found_in(TEXT, trip(stop("CL")), agreements=(agreed, older)))["trips"]

    (one,) = gold["agreements"]
    assert (one["parties"], one["kind"], one["status"], one["subject"]) == (["CL", "NO"], "declaration", "signed", "12 agreements on trade")


def test_words_of_the_corpus(part: Any) -> None:  # noqa: ANN401  (a module that is not installed has no types)
    """Every code of the package has a word in the corpus."""
    codelists = importlib.import_module("diplotrips.schema.codelists")
    tables = part("vocabulary")

    for table, name in ((tables.STATUSES, "trip_statuses"), (tables.AGREEMENT_KINDS, "agreement_kinds"), (tables.PROGRESS, "progress")):
        assert set(table) == set(codelists.codes(name))


def test_fit_keeps_signs(part: Any) -> None:  # noqa: ANN401  (a module that is not installed has no types)
    """What speaks for being right gets a positive weight, what is against its expected sign none; the same examples give the same."""
    fitting = part("fitting")
    examples = [
        fitting.Example({"good": 1.0, "odd": 1.0}, is_right=True),
        fitting.Example({"good": 1.0}, is_right=True),
        fitting.Example({"bad": 1.0}, is_right=False),
        fitting.Example({}, is_right=False),
    ] * 10

    weights = fitting.fit(examples, {"good": 1, "bad": -1, "odd": -1})

    assert weights["good"] > 1
    assert weights["bad"] < 0
    assert weights["odd"] == 0
    assert fitting.loss(examples, weights) < fitting.loss(examples, dict.fromkeys(weights, 0.0))
    assert weights == fitting.fit(examples, {"good": 1, "bad": -1, "odd": -1})


def test_held_out_weights(part: Any) -> None:  # noqa: ANN401  (a module that is not installed has no types)
    """Weights of a fold hold as long as the fold is predicted, and the package's own again afterwards."""
    training = part("training")
    scorer = training.scorer()
    own = scorer.bias, dict(scorer.weights)

    with training.using({"bias": 0.5, "visited": 2.0}):
        assert (scorer.bias, scorer.weights) == (0.5, {"visited": 2.0})

    assert (scorer.bias, dict(scorer.weights)) == own


def test_intervals(part: Any) -> None:  # noqa: ANN401  (a module that is not installed has no types)
    """The interval of a row is that of draws of whole trip keys; where every key is alike it is a point."""
    figures = part("figures")
    row = "stop countries (main)"
    alike = {name: {row: figures.Counts(1, 2, 2)} for name in "abcd"}
    mixed = alike | {"a": {row: figures.Counts(2, 2, 2)}, "b": {row: figures.Counts(0, 2, 2)}}

    (point,) = figures.rows(alike, {})
    (spread,) = figures.rows(mixed, {})
    (together,) = figures.rows(mixed, dict.fromkeys("abcd", "one-trip"))

    assert (point.low, point.counts.f1, point.high, point.reached) == (0.5, 0.5, 0.5, False)
    assert spread.low < spread.counts.f1 < spread.high
    assert (together.low, together.high) == (0.5, 0.5)


def test_span_gold(part: Any) -> None:  # noqa: ANN401  (a module that is not installed has no types)
    """Stops that only a list gives share a place; without any stated place there is no order."""
    stops = [
        {"order": number, "iso2": code, "city": None, "date": None, "order_basis": basis}
        for number, (code, basis) in enumerate(
            [("CL", 'list order + "first"'), ("PE", "list order"), ("BO", "list order only"), ("EC", '"last"')], start=1
        )
    ]

    orders = [[one["order"] for one in part("span_gold").stops_of({"stops": given})] for given in (stops, stops[1:3])]

    assert orders == [[1, 2, 2, 3], [None, None]]


def test_figures_on_the_development_corpus(root: Path, shared: Path, tmp_path: Path) -> None:
    """The figures that are printed are those of the corpus' own scorer on the predictions that are written."""
    corpus = shared / "corpus"
    done = benchmark(root, "score", corpus, "--out", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")

    scorer = [sys.executable, str(corpus / "score.py"), str(tmp_path), "--json"]
    rows = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout)["rows"]

    for name in ("stop countries (main)", "direct quotes with right speaker", "agreements", "conflicts"):
        (line,) = (line for line in done.stdout.splitlines() if line.startswith(f"{name} "))
        assert f"{rows[name]['right']}/{rows[name]['predicted']}/{rows[name]['gold']}" in line
