"""Finding a mapping, by its file or by the name of one that comes with the package, and the rule for each column of a list."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.files import read_file
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.schema.codelists import codes, nearest
from diplotrips.schema.mapping import ABOUT_RECORDED, CODELIST_OF, CONSTANTS, TARGETS_OF, ColumnRule, ImportMapping
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplotrips.extract.notation.parsed import Parsed
    from diplotrips.findings import Finding

IGNORED: Final = "ignored"

_SUFFIXES: Final = {".yaml", ".yml", ".json"}
_LEADING: Final = {
    False: (frozenset({"country"}), "which country was visited"),
    True: (frozenset({"record", "traveller", "person_external_id"}), "of which trip a row is, neither a record nor a traveller"),
}
"""What one column at least must say, by whether rows are about recorded trips."""


@dataclass(frozen=True, slots=True)
class ReadMapping:
    """A mapping as read, or what is wrong with its file."""

    mapping: ImportMapping | None
    findings: tuple[Finding, ...] = ()


def shipped() -> dict[str, str]:
    """Return the text of every mapping that comes with the package, by its name, sorted."""
    folder = files("diplotrips.extract.importing") / "shipped"
    found = {file.name.removesuffix(".yaml"): file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".yaml")}
    return dict(sorted(found.items()))


def read_mapping(name: str) -> ReadMapping:
    """Return the mapping in the file *name*, or the shipped one that is called so.

    Raises:
        UnknownNameError: it is neither.
    """
    path = Path(name)
    if path.suffix.lower() in _SUFFIXES or path.exists():
        return _held(read_file(path, path.as_posix(), date_keys=frozenset()))
    texts = shipped()
    if name not in texts:
        raise UnknownNameError("mapping", name, tuple(texts))
    return _held(parse_yaml(texts[name], f"{name}.yaml", date_keys=frozenset()))


def _held(parsed: Parsed) -> ReadMapping:
    """Return what was read as a mapping."""
    if parsed.node is None or not parsed.readable:
        return ReadMapping(None, parsed.findings)
    held = hold(parsed.value, parsed.node, ImportMapping)
    return ReadMapping(held.record if not parsed.findings else None, (*parsed.findings, *held.findings))


def with_constants(mapping: ImportMapping, given: Mapping[str, str]) -> ImportMapping:
    """Return *mapping* with constants that somebody gave besides.

    Raises:
        UnusableRequestError: one of them can be no constant.
    """
    for name in given:
        if name not in CONSTANTS or name not in TARGETS_OF[mapping.row]:
            can = [each for each in CONSTANTS if each in TARGETS_OF[mapping.row]]
            raise UnusableRequestError(f"{name} cannot be the same in all rows; what can is {listed(can, 'and', len(can))}")
    return mapping.model_copy(update={"constants": {**mapping.constants, **given}})


def rules_for(mapping: ImportMapping, columns: tuple[str, ...]) -> dict[str, ColumnRule]:
    """Return the rule for each of *columns* that is not ignored.

    Raises:
        UnusableRequestError: a column has no rule, a rule has no column, or one cannot be used as it is.
    """
    rules = {}
    for column in columns:
        pattern = column if column in mapping.columns else next((each for each in mapping.columns if fnmatchcase(column, each)), None)
        if pattern is None:
            raise UnusableRequestError(_without_rule(column, mapping))
        rule = mapping.columns[pattern]
        rules[column] = ColumnRule(to=rule) if isinstance(rule, str) else rule
    absent = [each for each in mapping.columns if not any(fnmatchcase(column, each) or column == each for column in columns)]
    needed = [each for each in absent if _target(mapping, each) not in {IGNORED, "note", "extra"}]
    there = {rule.to for rule in rules.values()} | mapping.constants.keys()
    wanted, what = _LEADING[mapping.row in ABOUT_RECORDED]
    if len(needed) == len(mapping.columns) or not wanted & there:
        raise UnusableRequestError(f"no column says {what}; the columns are {listed(columns, 'and', 12)}")
    for told in _misplaced(mapping, rules):
        raise UnusableRequestError(told)
    for column, rule in rules.items():
        for told in _wrong(rule):
            raise UnusableRequestError(f"the rule for {column} {told}")
    return {column: rule for column, rule in rules.items() if rule.to != IGNORED}


def _misplaced(mapping: ImportMapping, rules: Mapping[str, ColumnRule]) -> Iterator[str]:
    """Give what rows of this kind cannot say."""
    can = TARGETS_OF[mapping.row]
    told = [*((f"the rule for {column}", rule.to) for column, rule in rules.items()), *((name, name) for name in mapping.constants)]
    for where, target in told:
        if target not in can:
            said = f"{where} says {target}" if where != target else f"constants say {target}"
            yield f"{said}, which no row that is one {mapping.row} has"


def _target(mapping: ImportMapping, column: str) -> str:
    rule = mapping.columns[column]
    return rule if isinstance(rule, str) else rule.to


def _without_rule(column: str, mapping: ImportMapping) -> str:
    near = nearest(column, mapping.columns)
    told = f"the column “{column}” is not in the mapping: say what it is, or ignored"
    return f"{told}; the mapping has “{near}”" if near else told


def _wrong(rule: ColumnRule) -> Iterator[str]:
    """Give what is wrong with a rule by itself."""
    if rule.to.endswith("_external_id") and rule.scheme is None:
        yield "needs a scheme"
    if rule.to == "extra" and rule.variable is None:
        yield "needs the name of a variable"
    if rule.to == "did" and rule.code is None and rule.codes is None and rule.split is None:
        yield "needs the code of the activity that its Yes means"
    known = codes(CODELIST_OF[rule.to]) if rule.to in CODELIST_OF else None
    told = [*(rule.codes or {}).values(), *(each for each in (rule.code, rule.otherwise) if each)]
    for code in told:
        if known is None:
            yield f"has codes, and {rule.to} takes none"
        elif code not in known:
            near = nearest(code, known)
            yield f"has {code}, which is not in the list {CODELIST_OF[rule.to]}" + (f"; did you mean {near}?" if near else "")
