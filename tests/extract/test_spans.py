"""Passages: where a phrase stands in a text, and spans and hashes held to copies of the sources."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotrips.errors import UnreadablePathError, UnwritablePathError
from diplotrips.extract.citing import CONTEXT, find_phrase
from diplotrips.extract.copies import read_source
from diplotrips.extract.hashes import render_hashes, write_hashes
from diplotrips.extract.reading import read_dataset
from diplotrips.extract.spans import verify
from diplotrips.schema.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diplotrips.schema.dataset import Dataset

TEXT = "Ñandú: the minister arrived.\r\nShe left on Monday.\n"
"""Fifty characters, of which two take two bytes."""


def sha256(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with a copy of the text of the source."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "any name").write_bytes(TEXT.encode())
    return folder


@pytest.fixture
def spans(dataset: Callable[..., Dataset]) -> Callable[..., Dataset]:
    """A function that returns a dataset with one trip of which one source, `gazette`, says one thing a line given."""

    def make(*lines: dict[str, Any], text: str = TEXT, **more: Any) -> Dataset:  # noqa: ANN401  (parts of a document)
        said = {"gazette": [{"status": "completed"} | line for line in lines]}
        document = {"stops": [{"id": "br"}], "said": said} | more
        return dataset({"one": document}, sources=[{"id": "gazette", "text_sha256": sha256(text)}])

    return make


@given(text=st.text(max_size=60), start=st.integers(0, 59), length=st.integers(1, 20))
def test_a_passage_is_always_found_where_it_stands(text: str, start: int, length: int) -> None:
    """Every passage that is not blank is found at its own place, and every place found has it."""
    phrase = text[start : start + length]
    found = find_phrase(text, phrase).first

    assert ((start, start + len(phrase)) in {(one.start, one.end) for one in found}) == bool(phrase.strip())
    assert all(text[one.start : one.end] == one.phrase == phrase for one in found)


def test_occurrences_may_overlap() -> None:
    """No occurrence is left out because another one covers it."""
    assert [(one.start, one.end) for one in find_phrase("ananas", "ana").first] == [(0, 3), (2, 5)]


def test_the_context_is_what_stands_around() -> None:
    """So many characters on either side as there are, at most thirty."""
    (found,) = find_phrase(f"{'a' * 40}X{'b' * 5}", "X").first

    assert found == (40, 41, "a" * CONTEXT, "X", "bbbbb")


@pytest.mark.parametrize("phrase", ["THE MINISTER ARRIVED. SHE", "the  minister\tarrived.\nshe"])
def test_a_phrase_is_found_whatever_its_case_and_line_ends(phrase: str) -> None:
    """A phrase copied from a page is found in a text with other white space."""
    (found,) = find_phrase(TEXT, phrase).first

    assert found.phrase == "the minister arrived.\r\nShe"


def test_marks_and_dashes_of_a_keyboard_find_those_of_a_printer() -> None:
    """Straight quotation marks and hyphens stand for all others; what is special in a pattern is not."""
    (found,) = find_phrase("He said: «No – (never).»", '"no - (never)."').first

    assert found.phrase == "«No – (never).»"


@given(text=st.text(alphabet='aAßẞİiK\u212a \n"“-\u2013', max_size=40), start=st.integers(0, 39), length=st.integers(1, 20))
def test_a_loose_match_has_its_own_span(text: str, start: int, length: int) -> None:
    """With case swapped, other white space and other marks a passage is found where it stands, spans as the text has them."""
    passage = text[start : start + length].strip()
    other = "  ".join(passage.split()).swapcase().replace('"', "«").replace("-", "—")
    found = find_phrase(text, other).first

    assert all(text[one.start : one.end] == one.phrase for one in found)
    assert bool(found) or not passage or "ß" in passage or "İ" in passage


def test_a_search_takes_no_longer_than_the_text_is() -> None:
    """Neither a phrase of many words that almost fits everywhere nor endless white space makes it slow."""
    for text, phrase in (("a " * 200_000, "A " * 20_000 + "b"), ("a" + " " * 400_000, "A b"), ("a" * 400_000, "a" * 200_000 + "b")):
        assert find_phrase(text, phrase).first == ()


def test_what_is_there_as_written_hides_what_is_only_like_it() -> None:
    """Looser matches are offered only where there is no exact one."""
    assert [one.phrase for one in find_phrase("may May MAY", "May").first] == ["May"]


def test_spans_are_held_to_the_copy_with_their_hash(spans: Callable[..., Dataset], texts: Path) -> None:
    """Every span is counted, and its hash is that of the characters, not of the bytes."""
    verification = verify(spans({"span": "0-5"}, {"span": ["7-19", "31-34"]}), texts)

    assert (verification.spans, verification.sources, verification.unhashed, verification.findings) == (3, ("gazette",), 3, ())
    assert verification.hashes == {"gazette": {"0-5": sha256("Ñandú"), "7-19": sha256("the minister"), "31-34": sha256("he ")}}
    assert not verification.holds


def test_quotations_are_passages_too(spans: Callable[..., Dataset]) -> None:
    """Spans of experts' and officials' quotations are walked beside those of claims, each with its record and path."""
    expert = {"id": "roe", "person": "jane-roe", "source": "gazette", "quotes": [{"span": "7-10", "gist": "something"}]}
    quote = {"speaker": "official", "person": "jane-doe", "source": "gazette", "span": ["0-5", "7-10"], "gist": "something else"}
    made = spans({"about": "br", "span": "0-5"}, quoted_experts=[expert], quotes=[quote])

    assert [(one.record, one.path, str(one.span), one.place.line) for one in passages(made)] == [
        ("one.br", "said.gazette.1.span", "0-5", one_line(made, 0)),
        ("one.roe", "quoted_experts.roe.quotes.1.span", "7-10", one_line(made, 1)),
        ("one", "quotes.1.span", "0-5", one_line(made, 2)),
        ("one", "quotes.1.span", "7-10", one_line(made, 3)),
    ]


def one_line(dataset: Dataset, number: int) -> int:
    """Return the line of a passage by its number."""
    return list(passages(dataset))[number].place.line


@pytest.mark.parametrize(
    ("span", "message"),
    [
        ("49-51", "the span 49-51 leads beyond gazette, whose text has 50 characters"),
        ("9-9", "the span 9-9 holds nothing"),
        ("9-5", "the span 9-5 holds nothing"),
    ],
)
def test_a_span_that_is_no_passage_is_found(spans: Callable[..., Dataset], texts: Path, span: str, message: str) -> None:
    """It is said with its place, and it has no hash."""
    verification = verify(spans({"span": span}), texts)
    (found,) = verification.findings

    assert (found.code, found.message, found.field, found.place.width) == ("DT403", message, "said.gazette.1.span", len(span))
    assert (verification.hashes, verification.unhashed) == ({}, 0)


def test_a_changed_text_shows_in_its_passages(spans: Callable[..., Dataset], texts: Path, tmp_path: Path) -> None:
    """Where the register has the hash of a new text, the kept hashes tell which passages are other ones; they are not replaced."""
    made = spans({"span": "0-5"}, {"span": "31-34"})
    folder = tmp_path / "dataset-1"
    write_hashes(folder / "extract", verify(made, texts).hashes)
    changed = TEXT.replace("She", "Who")
    (texts / "any name").write_bytes(changed.encode())
    register = folder / "extract/sources.yaml"
    register.write_text(register.read_text().replace(sha256(TEXT), sha256(changed)))

    verification = verify(read_dataset(folder).dataset, texts)

    (found,) = verification.findings
    assert found.message == "the text of gazette at 31-34 is not the one whose hash span_hashes.json keeps"
    assert verification.hashes["gazette"]["31-34"] == sha256("he ")


def test_a_hash_beside_the_span_is_held_too(spans: Callable[..., Dataset], texts: Path) -> None:
    """A line of a draft that carries its own hash is checked by it."""
    verification = verify(spans({"span": "0-5", "sha256": sha256("other")}, {"span": "0-5", "sha256": sha256("Ñandú")}), texts)

    (found,) = verification.findings
    assert found.message == "the text of gazette at 0-5 is not the one whose hash stands beside it"


def test_hashes_of_spans_that_are_no_more_are_counted_and_dropped(spans: Callable[..., Dataset], texts: Path, tmp_path: Path) -> None:
    """A kept hash whose span no record has is stale, and is not among the hashes to keep."""
    spans({"span": "0-5"})
    folder = tmp_path / "dataset-1"
    write_hashes(folder / "extract", {"gazette": {"0-5": sha256("Ñandú"), "0-4": sha256("Ñand")}, "herald": {"1-2": sha256("x")}})

    verification = verify(read_dataset(folder).dataset, texts)

    assert (verification.stale, verification.hashes) == (2, {"gazette": {"0-5": sha256("Ñandú")}})
    assert verification.holds


def test_why_there_is_no_text_is_told(dataset: Callable[..., Dataset], tmp_path: Path) -> None:
    """A source without a hash, one without a copy, and one whose copy is no text; nothing is said about their spans."""
    (tmp_path / "latin").write_bytes(b"\xed")
    said = {name: [{"status": "completed", "span": "0-900"}] for name in ("hashless", "missing", "latin")}
    sources = [{"id": "missing", "text_sha256": "0" * 64}, {"id": "latin", "text_sha256": hashlib.sha256(b"\xed").hexdigest()}]

    verification = verify(dataset({"one": {"said": said}}, sources=sources), tmp_path)

    assert verification.absent == {
        "hashless": "the register of sources has no text_sha256 of it",
        "latin": "latin is not UTF-8",
        "missing": "no file there has its text_sha256",
    }
    assert (verification.spans, verification.findings, verification.holds) == (0, (), False)


def test_two_sources_may_have_one_text(dataset: Callable[..., Dataset], texts: Path) -> None:
    """A wire copy under two names is held to the same file, each with its own hashes."""
    said = {name: [{"status": "completed", "span": "0-5"}] for name in ("gazette", "herald")}
    sources = [{"id": name, "text_sha256": sha256(TEXT)} for name in said]

    verification = verify(dataset({"one": {"said": said}}, sources=sources), texts)

    assert verification.hashes == {name: {"0-5": sha256("Ñandú")} for name in said}


def test_a_byte_order_mark_is_a_character_of_the_text(tmp_path: Path) -> None:
    """Spans count the text as its bytes say, and so does `cite`."""
    (tmp_path / "text").write_bytes(b"\xef\xbb\xbfone\r\n")

    assert read_source(tmp_path / "text") == "\ufeffone\r\n"


def test_hashes_are_written_in_order_and_once(tmp_path: Path) -> None:
    """Sources by id, spans by where they begin; the same hashes leave the file alone, none make no file, and nothing else is left."""
    assert not write_hashes(tmp_path, {})
    assert write_hashes(tmp_path, {"b": {"10-11": "1", "9-10": "2"}, "a": {"0-1": "3"}})
    assert not write_hashes(tmp_path, {"a": {"0-1": "3"}, "b": {"9-10": "2", "10-11": "1"}})
    assert [path.name for path in tmp_path.iterdir()] == ["span_hashes.json"]
    assert json.loads((tmp_path / "span_hashes.json").read_bytes()) == json.loads(
        render_hashes({"a": {"0-1": "3"}, "b": {"9-10": "2", "10-11": "1"}})
    )
    assert list(json.loads((tmp_path / "span_hashes.json").read_bytes())["span_hashes"]["b"]) == ["9-10", "10-11"]


def test_hashes_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    """The exception names the file, and nothing is left beside it."""
    (tmp_path / "span_hashes.json").mkdir()

    with pytest.raises(UnwritablePathError, match=r"^cannot write .*span_hashes\.json: is a directory$"):
        write_hashes(tmp_path, {"a": {"0-1": "3"}})
    assert [path.name for path in tmp_path.iterdir()] == ["span_hashes.json"]


def test_a_file_is_no_folder_of_texts(spans: Callable[..., Dataset], texts: Path) -> None:
    """A path that is a file is told apart from one that is not there."""
    with pytest.raises(UnreadablePathError, match=r"this is a file, not a folder$"):
        verify(spans({"span": "0-5"}), texts / "any name")


def test_the_real_records_fit_the_articles(root: Path, shared: Path) -> None:
    """Every span of the dataset is a passage of its article, its hash is kept, and no other hash is."""
    verification = verify(read_dataset(root).dataset, shared / "articles")

    assert (verification.findings, verification.absent, verification.unhashed, verification.stale) == ((), {}, 0, 0)
    assert verification.spans > 150
