"""DT403, as far as the length of a text tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from diplotrips.checks.provenance.span_does_not_match import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding

Written = dict[str, Any]

GAZETTE = {"id": "gazette", "text_chars": 100}


def test_names_source_and_length(find: Callable[..., list[Finding]]) -> None:
    """A span beyond the text is found where it is written; the length of the text is the other end."""
    said = {"gazette": [{"about": "br", "country": "BR", "span": ["0-9", "95-101"]}]}
    (finding,) = find(CHECK, {"one": {"said": said}}, sources=[GAZETTE])

    assert str(finding) == (
        "extract/authored/one.yaml:18:11: error DT403 said.gazette.1.span: "
        "the span 95-101 leads beyond gazette, whose text has 100 characters"
    )
    assert [(end.field, str(end.place)) for end in finding.related] == [("text_chars", "extract/sources.yaml:6:17")]


@pytest.mark.parametrize(
    ("document", "field", "told"),
    [
        ({"said": {"gazette": [{"span": "9-9"}]}}, "said.gazette.1.span", "the span 9-9 is empty"),
        ({"said": {"gazette": [{"span": "12-9"}]}}, "said.gazette.1.span", "the span 12-9 ends before it begins"),
        (
            {"quotes": [{"person": "ana", "source": "gazette", "span": "12-9", "gist": "good"}]},
            "quotes.1.span",
            "the span 12-9 ends before it begins",
        ),
        (
            {
                "quoted_experts": [
                    {"id": "e", "person": "ana", "source": "gazette", "quotes": [{"span": ["0-9", "90-200"], "gist": "good"}]}
                ]
            },
            "quoted_experts.e.quotes.1.span",
            "the span 90-200 leads beyond gazette, whose text has 100 characters",
        ),
    ],
)
def test_finds(find: Callable[..., list[Finding]], document: Written, field: str, told: str) -> None:
    """Spans of claims, of experts and of officials are looked at."""
    (finding,) = find(CHECK, {"one": document}, sources=[GAZETTE])

    assert (finding.field, finding.message) == (field, told)


def test_each_wrong_span_is_a_finding_of_its_own(find: Callable[..., list[Finding]]) -> None:
    """Wrong spans of two lines, and two of one line, are told apart by their fingerprints."""
    found = find(CHECK, {"one": {"said": {"gazette": [{"span": "9-9"}, {"span": ["8-8", "7-7"]}]}}}, sources=[GAZETTE])

    assert [one.field for one in found] == ["said.gazette.1.span", "said.gazette.2.span", "said.gazette.2.span"]
    assert len({one.fingerprint for one in found}) == 3


def test_is_silent(find: Callable[..., list[Finding]]) -> None:
    """A span up to the end is right; of a text of unknown length, and of a line without a span, nothing is told."""
    said = {"gazette": [{"span": "0-100"}, {"locator": "page 3"}], "herald": [{"span": "0-99999"}]}

    assert find(CHECK, {"one": {"said": said}}, sources=[GAZETTE]) == []
