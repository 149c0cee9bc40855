"""How many expectations of the written articles the parser meets: `python -m tests.extract.parsing.report [--misses] [--write] [NAME…]`.

Prints right and total by kind; `--misses` every unmet expectation, `--tags` the share by what an article plants, `--write` lists the
misses anew in `known_misses.yaml`, for every article. A figure over texts that the project wrote itself is no accuracy.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import yaml
from tests.extract.parsing.judging import judge
from tests.extract.parsing.lawbook import broken_by_law
from tests.extract.parsing.synthetic import CASES, MISSES, extract

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.extract.parsing.verdicts import Verdict


def judge_all(names: Iterable[str] = ()) -> dict[str, list[Verdict]]:
    """Return the verdicts of every article, or of those whose name contains one of *names*."""
    wanted = list(names)
    return {case.name: judge(case, extract(case)) for case in CASES if not wanted or any(name in case.name for name in wanted)}


def render_counts(verdicts: dict[str, list[Verdict]]) -> str:
    """Return a table of right and total by kind of expectation, most common first."""
    return _table([(verdict.kind, verdict.right) for each in verdicts.values() for verdict in each])


def render_tags(verdicts: dict[str, list[Verdict]]) -> str:
    """Return the same by what the articles plant, worst first."""
    return _table(
        [(tag, verdict.right) for case in CASES if case.name in verdicts for tag in case.tags for verdict in verdicts[case.name]],
        worst=True,
    )


def _table(judged: list[tuple[str, bool]], *, worst: bool = False) -> str:
    total = Counter(kind for kind, _ in judged)
    right = Counter(kind for kind, is_right in judged if is_right)
    order = sorted(total, key=lambda kind: (right[kind] / total[kind], kind) if worst else (-total[kind], kind))
    rows = [f"{right[kind]:5}/{total[kind]:<5} {right[kind] / total[kind]:6.1%}  {kind}" for kind in order]
    return "\n".join([*rows, f"{right.total():5}/{total.total():<5} {right.total() / max(1, total.total()):6.1%}  all"])


def render_misses(verdicts: dict[str, list[Verdict]]) -> str:
    """Return every unmet expectation under the name of its article."""
    lines = []
    for name, each in verdicts.items():
        wrong = [verdict for verdict in each if not verdict.right]
        lines += [f"{name}: {len(each) - len(wrong)}/{len(each)}", *(f"    {verdict}" for verdict in wrong)]
    return "\n".join(lines)


def write_misses(verdicts: dict[str, list[Verdict]]) -> None:
    """List the unmet expectations of all articles, and those that break a law, in `known_misses.yaml`."""
    missed = {name: sorted({verdict.name for verdict in each if not verdict.right}) for name, each in verdicts.items()}
    listed = {name: names for name, names in {**missed, **broken_by_law()}.items() if names}
    head = "# What the parser does not yet get right in the written articles, by article and expectation; `report --write` lists it anew.\n"
    MISSES.write_text(head + yaml.safe_dump(listed, allow_unicode=True, width=200), encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Print what *arguments* ask for."""
    verdicts = judge_all(each for each in arguments if not each.startswith("--"))
    if "--misses" in arguments:
        print(render_misses(verdicts))  # noqa: T201 - a report on a terminal
    if "--tags" in arguments:
        print(render_tags(verdicts))  # noqa: T201 - a report on a terminal
    print(render_counts(verdicts))  # noqa: T201 - a report on a terminal
    if "--write" in arguments:
        write_misses(judge_all())


if __name__ == "__main__":
    main(sys.argv[1:])
