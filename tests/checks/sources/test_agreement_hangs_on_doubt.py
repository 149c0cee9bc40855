"""DT219: dates that only the doubt of one of them brings together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.checks.sources.agreement_hangs_on_doubt import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplotrips.findings import Finding


def test_names_both_and_what_it_hangs_on(find: Callable[..., list[Finding]]) -> None:
    """Both dates are told, and that no day is in both as they stand."""
    (finding,) = find(CHECK, {"gazette": [{"last_day": "2023-04-20"}], "herald": [{"last_day": "2023-04-22~"}]})

    assert finding.message == (
        "gazette says last day 2023-04-20 and herald says last day 2023-04-22~, which share a day only within the margin of a doubtful date"
    )
    assert (finding.field, [end.source for end in finding.ends]) == ("last_day", ["gazette", "herald"])


def test_silent_where_there_is_no_doubt(find: Callable[..., list[Finding]]) -> None:
    """Days in common, days that no margin joins, one source's own two dates, and a plan beside what took place: nothing is said."""
    plan = {"last_day": "2023-04-22~", "mode": "planned"}

    assert find(CHECK, {"gazette": [{"last_day": "2023-04-20"}], "herald": [{"last_day": "2023-04-20~"}]}) == []
    assert find(CHECK, {"gazette": [{"last_day": "2023-04-20"}], "herald": [{"last_day": "2023-04-28~"}]}) == []
    assert find(CHECK, {"gazette": [{"last_day": "2023-04-20"}, {"last_day": "2023-04-22~"}]}) == []
    assert find(CHECK, {"gazette": [{"last_day": "2023-04-20"}], "herald": [plan]}) == []
