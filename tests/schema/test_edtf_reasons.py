"""What is said of a text that is no date."""

from __future__ import annotations

import pytest

from diplotrips.schema.dates.edtf import EdtfDate, EdtfError, EdtfInterval


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "'' is not a date: it is empty"),
        ("2023-02-30", "2023-02-30 is not a date: February 2023 has 28 days"),
        ("2023-02-29", "2023-02-29 is not a date: February 2023 has 28 days"),
        ("1900-02-29", "1900-02-29 is not a date: February 1900 has 28 days"),
        ("XXXX-02-30", "XXXX-02-30 is not a date: February has 29 days"),
        ("2023-04-31?", "2023-04-31? is not a date: April 2023 has 30 days"),
        ("2023-04-00", "2023-04-00 is not a date: there is no day 00"),
        ("2023-13", "2023-13 is not a date: there is no month 13"),
        ("2023-21", "2023-21 is not a date: seasons are not used; write the months, such as 2023-03/2023-05"),
        ("0000", "0000 is not a date: years are 0001 to 9999"),
        ("-0044", "-0044 is not a date: years are 0001 to 9999, in four digits"),
        ("12023", "12023 is not a date: years are 0001 to 9999, in four digits"),
        ("2023-4-7", "2023-4-7 is not a date: write 2023-04-07"),
        ("2023-4-31", "2023-4-31 is not a date: April 2023 has 30 days"),
        ("20230417", "20230417 is not a date: write 2023-04-17"),
        ("2023.04.17", "2023.04.17 is not a date: write 2023-04-17"),
        ("17/04/2023", "17/04/2023 is not a date: write the year first, then month and day, such as 2023-04-17"),
        ("2023-04-17 ", "'2023-04-17 ' is not a date: write 2023-04-17 without spaces"),
        ("2023\n", "'2023\\n' is not a date: write 2023 without spaces"),
        ("2023\u201304", "2023\u201304 is not a date: write 2023-04 with plain hyphens"),
        ("202x", "202x is not a date: write 202X in capitals"),
        ("unknown", "unknown is not a date: write a year, month or day such as 2023, 2023-04 or 2023-04-17"),
        ("XXXX", "XXXX is not a date: nothing is said; leave it out"),
        (
            "2023-1X",
            "2023-1X is not a date: X stands for a whole day or month, or ends a year alone, such as 2023-04-XX, 2023-XX or 202X",
        ),
        ("?2023", "?2023 is not a date: a qualifier is one of ? ~ % at the end"),
        ("2023-04-17T10:00", "2023-04-17T10:00 is not a date: write the day alone, such as 2023-04-17"),
        ("[2023-04-17]", "[2023-04-17] is not a date: a choice needs two dates or more; write 2023-04-17"),
        ("[2023-04-17,2023-04-31]", "[2023-04-17,2023-04-31] is not a date: of 2023-04-31, April 2023 has 30 days"),
        ("[2023?,2024]", "[2023?,2024] is not a date: a choice is two plain dates or more, such as [2023-04-17,2023-04-19]"),
        ("2023-04-17..2023-04-19", "2023-04-17..2023-04-19 is not a date: write 2023-04-17/2023-04-19 with a slash between the ends"),
        ("2023-04-17/2023-4-19", "2023-04-17/2023-4-19 is not a date: of 2023-4-19, write 2023-04-19"),
        ("../..", "../.. is not a date: neither end says anything; leave it out"),
        ("2020-02-05/", "2020-02-05/ is not a date: the ends of a window are known or open; write 2020-02-05/.."),
        ("XXXX-04-17/XXXX-04-19", "XXXX-04-17/XXXX-04-19 is not a date: a window needs years"),
        ("x" * 61, f"{'x' * 60}… is not a date: write a year, month or day such as 2023, 2023-04 or 2023-04-17"),
    ],
)
def test_says_why_a_text_is_no_date(text: str, reason: str) -> None:
    """A refused text is named in one sentence that says what to write instead."""
    with pytest.raises(EdtfError) as raised:
        EdtfDate.parse(text)

    assert str(raised.value) == reason
    assert raised.value.value == text


def test_says_what_was_expected_of_an_interval() -> None:
    """Where a from-to may stand, the message says so."""
    with pytest.raises(EdtfError) as raised:
        EdtfInterval.parse("2023-04-17/2023-02-30")

    assert str(raised.value) == "2023-04-17/2023-02-30 is not a date or from-to: of 2023-02-30, February 2023 has 28 days"
