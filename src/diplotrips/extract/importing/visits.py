"""A row of a list as a visit: what it says of the traveller, and of the countries visited; rows about recorded trips are read alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplotrips.extract.importing import cells
from diplotrips.extract.importing.cells import UnmappedError, is_blank, parts_of, text_of
from diplotrips.extract.importing.problems import Problem
from diplotrips.schema.dates.edtf import EdtfInterval
from diplotrips.schema.dates.reasons import EdtfError
from diplotrips.schema.mapping import ABOUT_RECORDED, CODELIST_OF, ColumnRule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from diplotrips.extract.importing.grid import Cell, Grid, GridRow
    from diplotrips.schema.mapping import ImportMapping

NEEDED: Final = ("traveller", "office", "represents", "country")
"""What every visit has."""

_NEEDED_OF: Final[Mapping[str, tuple[str, ...]]] = {"agreement": ("parties", "progress", "subject"), "claim": ("field",)}
_WHERE: Final = ("record", "traveller", "person_external_id", "country", "date")
_TEXTS: Final = ("traveller", "represents", "journey", "trip_id", "record", "agreement_id", "title", "source", "field", "locator")
_LONG_TEXTS: Final = ("subject", "value")
_ONE_CODE: Final = (
    *("office", "status", "kind", "protocol", "certainty", "territory"),
    *("progress", "agreement_kind", "arrangement", "mode", "part"),
)
_DAYS: Final = ("dates", "first_day", "last_day", "within")
_COSTLY: Final = frozenset(
    {
        *NEEDED,
        *_DAYS,
        *_WHERE,
        *_NEEDED_OF["agreement"],
        "arrangement",
        "agreement_id",
        "source",
        "field",
        "value",
        "mode",
        "part",
        "locator",
    }
)
"""Targets without which nothing can be made of a row that has them."""

_LONGEST_NOTE: Final = 5000


@dataclass(slots=True)
class Visit:
    """What one row says."""

    row: int
    texts: dict[str, str] = field(default_factory=dict)
    """What there is one of, by target: names as written, codes, days in EDTF."""
    countries: list[str] = field(default_factory=list)
    """Codes, in the order of the cell."""
    lists: dict[str, list[str]] = field(default_factory=dict)
    """`places`, `purposes`, `did`, `did_not`, names of `events`."""
    met: list[tuple[str, str]] = field(default_factory=list)
    """Names of people met, each with a country or nothing."""
    ids: dict[str, dict[str, str]] = field(default_factory=dict)
    """Ids in other data sets by scheme, of the `person` and of the `stop`."""
    extra: dict[str, str | int | float | bool] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def dates(self) -> EdtfInterval | None:
        """From the first to the last day; None where the row gives no days."""
        return EdtfInterval.parse(self.texts["dates"]) if "dates" in self.texts else None


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list as read."""

    visits: tuple[Visit, ...]
    problems: tuple[Problem, ...]


def read_visits(grid: Grid, mapping: ImportMapping, rules: Mapping[str, ColumnRule]) -> ReadList:
    """Return every row of *grid* as a visit; of a row with a problem whatever else it says.

    A row of which nothing can be made is told among the problems and is none of the visits.
    """
    reading = _Reading(grid.file, mapping, rules)
    visits = [visit for row in grid.rows if (visit := reading.read(row))]
    return ReadList(tuple(visits), tuple(reading.problems))


class _Reading:
    """Rows read one after the other."""

    def __init__(self, file: str, mapping: ImportMapping, rules: Mapping[str, ColumnRule]) -> None:
        self.file = file
        self.mapping = mapping
        self.rules = rules
        self.problems: list[Problem] = []
        self._above: dict[str, Cell] = {}
        """The last cell with something in it, of columns whose empty cells repeat it."""
        self._costs = False

    def read(self, row: GridRow) -> Visit | None:
        """Return what one row says, None if too little."""
        visit, self._costs = Visit(row.number), False
        for target, value in self.mapping.constants.items():
            self._take(visit, row, target, ColumnRule(to=target), value)
        for column, rule in self.rules.items():
            cell = row.cells[column]
            if rule.down:
                cell = self._above.get(column) if cell is None else cell
                self._above[column] = cell
            if not is_blank(text_of(cell), (*self.mapping.blank, *rule.blank)):
                self._take(visit, row, column, rule, cell)
        self._settle(visit)
        return None if self._costs else visit

    def _take(self, visit: Visit, row: GridRow, column: str, rule: ColumnRule, cell: Cell) -> None:
        """Take what one cell says, or note why it cannot be taken."""
        try:
            _READERS.get(rule.to, _note)(visit, cell, rule, self.mapping)
        except UnmappedError as error:
            if rule.otherwise and rule.to in CODELIST_OF:
                _coded(visit, rule.to, rule.otherwise)
                visit.notes.append(f"{rule.label or column}: {text_of(cell)}")
                return
            costs = rule.to in _COSTLY
            self._costs = self._costs or costs
            self.problems.append(Problem(self.file, row.number, column, str(error), costs_row=costs))
            visit.notes.append(f"{rule.label or column}: {text_of(cell)}")

    def _settle(self, visit: Visit) -> None:
        """Put what several cells say together, and note what is missing."""
        lacking = _details_lacking(visit, self.mapping.row) if self.mapping.row in ABOUT_RECORDED else _lacking(visit)
        for told in lacking if not self._costs else ():
            self._costs = True
            self.problems.append(Problem(self.file, visit.row, "", told))
        try:
            _join_days(visit)
        except UnmappedError as error:
            self._costs = True
            self.problems.append(Problem(self.file, visit.row, "", str(error)))
        both = set(visit.lists.get("did", ())) & set(visit.lists.get("did_not", ()))
        for code in sorted(both):
            self.problems.append(Problem(self.file, visit.row, "", f"{code} is said to have happened and not to have happened"))
            self._costs = True
        if sum(map(len, visit.notes)) > _LONGEST_NOTE:
            self.problems.append(Problem(self.file, visit.row, "", f"its notes have more than {_LONGEST_NOTE:,} characters"))
            self._costs = True


def _lacking(visit: Visit) -> Iterator[str]:
    """Give what a visit needs and does not have."""
    for target in NEEDED:
        if target not in visit.texts and not (target == "country" and visit.countries):
            yield f"nothing says the {target.replace('country', 'country visited')}"
    if not any(target in visit.texts for target in _DAYS):
        yield "nothing says when it was"


def _details_lacking(visit: Visit, row: str) -> Iterator[str]:
    """Give what a row about a recorded trip needs and does not have."""
    if not visit.texts.keys() & {"record", "traveller"} and "person" not in visit.ids:
        yield "nothing says of which trip it is: neither a record nor a traveller"
    for target in _NEEDED_OF[row]:
        if target not in visit.texts and target not in visit.lists:
            yield f"nothing says the {target}"


def _join_days(visit: Visit) -> None:
    """Make one stretch of days of a first and a last day; a window counts only where there are no days."""
    texts = visit.texts
    first, last = texts.pop("first_day", ""), texts.pop("last_day", "")
    if first or last:
        if "dates" in texts:
            raise UnmappedError("it has its days in one column and again in others")
        texts["dates"] = first if first == last else f"{first}/{last}"
    if "dates" not in texts:
        return
    texts.pop("within", None)
    try:
        interval = EdtfInterval.parse(texts["dates"])
    except EdtfError as error:
        raise UnmappedError(str(error)) from error
    if interval.is_reversed:
        raise UnmappedError(f"it ends before it starts: {interval}")
    texts["dates"] = str(interval)


def _coded(visit: Visit, target: str, code: str) -> None:
    if target in _ONE_CODE:
        visit.texts[target] = code
    elif code not in visit.lists.setdefault(target, []):
        visit.lists[target].append(code)


def _text(visit: Visit, cell: Cell, rule: ColumnRule, _mapping: ImportMapping) -> None:
    visit.texts[rule.to] = cells.name_of(text_of(cell))


def _long_text(visit: Visit, cell: Cell, rule: ColumnRule, _mapping: ImportMapping) -> None:
    visit.texts[rule.to] = text_of(cell)
    if rule.to == "value":  # what it means follows from its field
        visit.lists["value"] = parts_of(text_of(cell), rule.split)


def _country(visit: Visit, cell: Cell, rule: ColumnRule, mapping: ImportMapping) -> None:
    found = [cells.country_of(part, mapping.countries) for part in parts_of(text_of(cell), rule.split)]
    if found[1:] and mapping.row != "trip":
        raise UnmappedError(f"{text_of(cell)} names several countries, and a row is one stop")
    visit.countries += found


def _code(visit: Visit, cell: Cell, rule: ColumnRule, _mapping: ImportMapping) -> None:
    visit.texts[rule.to] = cells.code_of(text_of(cell), rule)


def _codes(visit: Visit, cell: Cell, rule: ColumnRule, _mapping: ImportMapping) -> None:
    """Take codes, or what Yes and No say of the one code of the column."""
    if rule.code is None:
        for part in parts_of(text_of(cell), rule.split):
            _coded(visit, rule.to, cells.code_of(part, rule))
    elif cells.flag_of(text_of(cell)):
        _coded(visit, rule.to, rule.code)
    elif rule.to == "did" and rule.denies:
        _coded(visit, "did_not", rule.code)
    else:
        visit.notes.append(f"{rule.label or rule.code}: {text_of(cell)}")


def _days(visit: Visit, cell: Cell, rule: ColumnRule, mapping: ImportMapping) -> None:
    found = cells.days_of(cell, rule.order or mapping.order)
    visit.texts["within" if found.is_window else rule.to] = found.edtf


def _day(visit: Visit, cell: Cell, rule: ColumnRule, mapping: ImportMapping) -> None:
    visit.texts[rule.to] = cells.day_of(cell, rule.order or mapping.order)


def _count(visit: Visit, cell: Cell, rule: ColumnRule, _mapping: ImportMapping) -> None:
    visit.texts[rule.to] = cells.count_of(text_of(cell))


def _names(visit: Visit, cell: Cell, rule: ColumnRule, _mapping: ImportMapping) -> None:
    target = {"event": "events"}.get(rule.to, rule.to)
    known = visit.lists.setdefault(target, [])
    known += [cells.name_of(part) for part in parts_of(text_of(cell), rule.split) if part not in known]


def _met(visit: Visit, cell: Cell, rule: ColumnRule, _mapping: ImportMapping) -> None:
    visit.met += [(cells.name_of(part), rule.of or "") for part in parts_of(text_of(cell), rule.split)]


def _id(visit: Visit, cell: Cell, rule: ColumnRule, _mapping: ImportMapping) -> None:
    visit.ids.setdefault(rule.to.partition("_")[0], {})[str(rule.scheme)] = cells.name_of(text_of(cell))


def _extra(visit: Visit, cell: Cell, rule: ColumnRule, _mapping: ImportMapping) -> None:
    visit.extra[str(rule.variable)] = cell if isinstance(cell, bool | int | float) else text_of(cell)


def _note(visit: Visit, cell: Cell, rule: ColumnRule, _mapping: ImportMapping) -> None:
    visit.notes.append(f"{rule.label}: {text_of(cell)}" if rule.label else text_of(cell))


_READERS: Final[Mapping[str, Callable[[Visit, Cell, ColumnRule, ImportMapping], None]]] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(_LONG_TEXTS, _long_text),
    **dict.fromkeys(_ONE_CODE, _code),
    "country": _country,
    "purposes": _codes,
    "topics": _codes,
    "did": _codes,
    "date": _day,
    "parties": _names,
    "papers": _count,
    "dates": _days,
    "within": _days,
    "first_day": _day,
    "last_day": _day,
    "days": _count,
    "places": _names,
    "event": _names,
    "met": _met,
    "person_external_id": _id,
    "stop_external_id": _id,
    "extra": _extra,
}
"""What reads a cell, by target; whatever is not here goes to the note."""
