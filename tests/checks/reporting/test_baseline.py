"""Findings held against a baseline: what is known, what is new, what is gone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from diplotrips.checks.reporting.baseline import compare, known_findings
from diplotrips.findings import End, Finding, Place, Severity
from diplotrips.schema.baseline import KnownFinding

WARNING = Finding(
    code="DT201",
    severity=Severity.WARNING,
    record="doe-2024-05.cl",
    field="stops.cl.first_day",
    message="gazette says 2024-05-13 and herald says 2024-05-14",
    place=Place("extract/authored/doe.yaml", 33, 9, 10),
    end=End("gazette says 2024-05-13", "doe-2024-05.cl", "first_day", "gazette", "body", "2024-05-13"),
    related=(End("herald says 2024-05-14", "doe-2024-05.cl", "first_day", "herald", "body", "2024-05-14"),),
)
THIRD = End("post says 2024-05-15", "doe-2024-05.cl", "first_day", "post", "body", "2024-05-15")

FINDINGS = st.lists(
    st.builds(
        lambda code, record, settled: replace(WARNING, code=code, record=record, settled_by=settled),
        st.sampled_from(["DT201", "DT203"]),
        st.sampled_from(["doe-2024-05", "doe-2024-05.cl"]),
        st.sampled_from(["", "", "decided"]),
    ),
    max_size=6,
)


def test_an_entry_says_what_it_is_about_and_no_value() -> None:
    """The file names code, record and field; what the sources say is not in it."""
    (entry,) = known_findings([WARNING])

    assert entry == KnownFinding(code="DT201", record="doe-2024-05.cl", field="stops.cl.first_day", fingerprint=WARNING.fingerprint)
    assert "2024-05-1" not in entry.model_dump_json()


def test_moved_renamed_and_reworded_is_still_known() -> None:
    """Lines, files, wording and values make no difference."""
    elsewhere = replace(
        WARNING,
        place=Place("extract/authored/andes/doe.yaml", 90, 3),
        message="two sources disagree",
        related=(replace(WARNING.related[0], label="else", value="2024-05-16", place=Place("x.yaml", 7)),),
    )

    (found,) = compare([elsewhere], known_findings([WARNING])).findings

    assert found == replace(elsewhere, known=True)


def test_a_third_source_is_new() -> None:
    """A further source that disagrees on a field of the baseline makes another finding; the old one has changed and is not gone."""
    compared = compare([replace(WARNING, related=(*WARNING.related, THIRD))], known_findings([WARNING]))

    assert [found.known for found in compared.findings] == [False]
    assert compared.changed == known_findings([WARNING])
    assert (compared.gone, compared.kept) == ((), ())


def test_one_new_finding_takes_the_place_of_one() -> None:
    """Of two entries on a field in whose place one new finding stands, one has changed and one is gone."""
    other = replace(WARNING, related=())
    compared = compare([replace(WARNING, related=(*WARNING.related, THIRD))], known_findings([WARNING, other]))

    assert (len(compared.changed), len(compared.gone)) == (1, 1)


def test_of_equal_ones_as_many_are_known_as_were_written() -> None:
    """A second finding with the fingerprint of a known one is new."""
    compared = compare([WARNING, WARNING], known_findings([WARNING]))

    assert [found.known for found in compared.findings] == [True, False]


def test_what_is_settled_needs_no_entry() -> None:
    """A finding that a decision settles is not written, and an entry of it is gone."""
    settled = replace(WARNING, settled_by="doe-2024-05-first-day")

    assert known_findings([settled]) == ()
    compared = compare([settled], known_findings([WARNING]))
    assert (compared.findings, compared.gone) == ((settled,), known_findings([WARNING]))


@given(FINDINGS, FINDINGS)
@settings(max_examples=200)
def test_shrinks_and_never_grows(before: list[Finding], after: list[Finding]) -> None:
    """What is kept was there and is found; with what is gone or has changed it is all there was; known and new are all that is open."""
    entries = known_findings(before)
    compared = compare(after, entries)

    n_open = sum(not found.settled_by for found in after)
    n_known = sum(found.known for found in compared.findings)
    assert sorted([*compared.kept, *compared.gone, *compared.changed], key=repr) == sorted(entries, key=repr)
    assert n_known == len(compared.kept) <= n_open
    assert compare(before, entries).gone == compare(before, entries).changed == ()
    assert all(found.known for found in compare(before, entries).findings if not found.settled_by)
    assert [replace(found, known=False) for found in compared.findings] == after
