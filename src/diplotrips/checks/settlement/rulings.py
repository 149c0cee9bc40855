"""What a decision or a waiver has to say so that it settles what somebody means by it: every claim named, and what is expected of them.

Which findings are meant is told by `targets`; whether an entry of the ledger settles anything is for `settling` to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING, TypeAlias

from diplotrips.checks.coding.readings import READ_DIFFERENTLY
from diplotrips.checks.settlement.adopting import same_value
from diplotrips.checks.settlement.because import RULE, is_reason
from diplotrips.checks.settlement.held_texts import held_texts
from diplotrips.checks.settlement.questions import claims_in_question, claims_on, is_of_several
from diplotrips.checks.settlement.targets import Matter, names_of, open_findings
from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.schema.claim_names import ClaimName
from diplotrips.schema.codelists import codes
from diplotrips.schema.fields import LONGEST_ID, id_from, is_id
from diplotrips.schema.ledger import ADOPT
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

_LONGEST_NAME = 500
_MOST_CODERS = 5

_TAKES = {ADOPT: ("--adopt", "--overrule"), "keep-both": ("--adopt",)}
"""Options beside the claims that go with a verdict."""

Draft: TypeAlias = "dict[str, str | list[str]]"
"""An entry of the ledger as it is written, its keys in the order of the model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What somebody rules about a finding, and who, when and why."""

    matter: Matter
    because: str
    """The reason."""
    by: str
    """Id of the coder who rules."""
    on: date | None = None
    """Day of the ruling; the day of the check unless given."""
    expires: date | None = None
    """Last day on which it holds."""
    id: str = ""
    """Id of the entry; made of record and field unless given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a disagreement is decided."""

    name: str
    """One of the code list `verdicts`; empty if it was not given."""
    adopt: str = ""
    """Value that is held to be true; where both are kept, the one that the record holds."""
    overrule: tuple[str, ...] = ()
    """Claims that lose, each as `source`, `source:part` or `source:part:value`."""
    claims: tuple[str, ...] = ()
    """Claims that tell which finding is meant, where several are open."""


def draft_decision(ruling: Ruling, verdict: Verdict, findings: Iterable[Finding], dataset: Dataset, today: date) -> Draft:
    """Return the entry of `decisions.yaml` that settles what *ruling* means, its keys in the order of the model.

    Args:
        ruling: Who rules about what, and why.
        verdict: What is ruled.
        findings: Everything that was found, settled or not.
        dataset: The records in which it was found.
        today: Day as of which they were judged.

    Raises:
        UnknownNameError: it names a record, field, claim, verdict or coder that there is not; the nearest are named.
        UnusableRequestError: nothing that it means is open, it contradicts itself, or it gives no reason.
    """
    meant = open_findings(ruling.matter, (*verdict.claims, *verdict.overrule), findings, dataset)
    settles = tuple(dict.fromkeys(_writable(ClaimName.parse(name)) for name in names_of(meant)))
    if not settles:
        waiving = f"diplotrips waive {ruling.matter.code} {meant[0].record} {meant[0].field_name}"
        raise UnusableRequestError(f"no source takes part in {ruling.matter}, so there is nothing to decide; {waiving} accepts it")
    _refuse_contradiction(verdict)
    _refuse_missing(ruling, verdict, settles, meant, dataset)
    overrules = [name for name in settles if any(ClaimName.parse(short).covers(ClaimName.parse(name)) for short in verdict.overrule)]
    adopted = _adopted(verdict.adopt, meant, overrules, dataset) if verdict.adopt else ""
    _refuse_ruling(ruling, dataset, today, (verdict.name, verdict.adopt))
    entry: Draft = {
        "id": _id_of(ruling, meant[0], dataset),
        "code": ruling.matter.code,
        "record": meant[0].record,
        "field": meant[0].field_name,
        "source": _source_of(meant[0]),
        "verdict": verdict.name,
        "adopted": adopted,
        "settles": list(settles),
        "overrules": overrules,
        "expect": _expected(meant, dataset),
    }
    return {key: value for key, value in {**entry, **_signature(ruling)}.items() if value}


def draft_waiver(ruling: Ruling, findings: Iterable[Finding], dataset: Dataset, today: date) -> Draft:
    """Return the entry of `waivers.yaml` that accepts what *ruling* means; its record as a whole where that names no field.

    Raises:
        UnknownNameError: it names a record, field or coder that there is not; the nearest are named.
        UnusableRequestError: nothing that it means is open, or it gives no reason.
    """
    meant = open_findings(ruling.matter, (), findings, dataset)
    if missing := _missing_of(ruling, dataset):
        raise UnusableRequestError(f"say why {ruling.matter} is waived: {listed(missing, 'and')}")
    _refuse_ruling(ruling, dataset, today, ())
    entry: Draft = {
        "id": _id_of(ruling, meant[0], dataset),
        "code": ruling.matter.code,
        "record": meant[0].record,
        "field": meant[0].field_name if ruling.matter.field else "",
    }
    return {key: value for key, value in {**entry, **_signature(ruling)}.items() if value}


def _signature(ruling: Ruling) -> Draft:
    """Return why, by whom, when and until when."""
    expires = ruling.expires.isoformat() if ruling.expires else ""
    because = " ".join(ruling.because.split())
    return {"because": because, "decided_by": ruling.by, "decided_on": str(ruling.on), "expires": expires}


def _refuse_ruling(ruling: Ruling, dataset: Dataset, today: date, told: tuple[str, ...]) -> None:
    """Refuse a reason that is none, a coder whom nobody knows, and days that cannot be.

    Raises:
        UnknownNameError: there is no such coder.
        UnusableRequestError: one of the others is no good.
    """
    if not is_reason(ruling.because, told):
        raise UnusableRequestError(f"“{ruling.because}” is no reason: {RULE}")
    coders = _coders_of(dataset)
    if ruling.by not in coders:
        raise UnknownNameError("coder", ruling.by, coders)
    if ruling.on and ruling.on > today:
        raise UnusableRequestError(f"--on {ruling.on} is a day to come; today is {today}")
    if ruling.expires and ruling.expires < today:
        raise UnusableRequestError(f"--expires {ruling.expires} is past; today is {today}")


def _coders_of(dataset: Dataset) -> tuple[str, ...]:
    """Return the ids of all who can decide."""
    return tuple(entry.record.id for entry in dataset.coders)


def _missing_of(ruling: Ruling, dataset: Dataset) -> list[str]:
    """Return the options that every ruling needs and that are not given."""
    coders = listed(_coders_of(dataset), "or", _MOST_CODERS) or "an id of coders.yaml"
    options = (("--because (a sentence)", ruling.because.strip()), (f"--by ({coders})", ruling.by))
    return [option for option, value in options if not value]


def _refuse_missing(ruling: Ruling, verdict: Verdict, settles: tuple[str, ...], meant: Sequence[Finding], dataset: Dataset) -> None:
    """Refuse a decision of which something is not told; everything that is missing is named at once.

    Raises:
        UnusableRequestError: something is missing.
    """
    missing = [] if verdict.name else [f"--verdict ({listed(codes('verdicts'), 'or')})"]
    if verdict.name == ADOPT and not (verdict.adopt or verdict.overrule):
        missing.append("--overrule (what loses)" if _is_of_several(meant) else "--adopt (what wins) or --overrule (what loses)")
    missing += _missing_of(ruling, dataset)
    if missing:
        sides = listed([f'"{name}"' for name in settles], "and")
        raise UnusableRequestError(f"say how {ruling.matter} is decided: {listed(missing, 'and')}; its claims are {sides}")


def _refuse_contradiction(verdict: Verdict) -> None:
    """Refuse a verdict that is unknown or at odds with what else is given.

    Raises:
        UnknownNameError: there is no such verdict.
        UnusableRequestError: it is at odds.
    """
    known = codes("verdicts")
    if verdict.name and verdict.name not in known:
        raise UnknownNameError("verdict", verdict.name, known)
    given = [option for option, value in (("--adopt", verdict.adopt), ("--overrule", verdict.overrule)) if value]
    if wrong := [option for option in given if verdict.name and option not in _TAKES.get(verdict.name, ())]:
        takes = ", ".join(f"{name} takes {listed(options, 'and')}" for name, options in _TAKES.items())
        raise UnusableRequestError(f"the verdict {verdict.name} does not go with {listed(wrong, 'and')}; {takes}")


def _is_of_several(meant: Sequence[Finding]) -> bool:
    return any(is_of_several(found) for found in meant)


def _adopted(value: str, meant: Sequence[Finding], overrules: list[str], dataset: Dataset) -> str:
    """Return the value that *value* means, as the claims or the record have it.

    Raises:
        UnusableRequestError: the findings are of no one field, nobody says the value, or it is overruled.
    """
    found = meant[0]
    if _is_of_several(meant):
        raise UnusableRequestError(f"{found.code} is about several fields; name what loses with --overrule")
    texts = list(dict.fromkeys(_adoptable(found, dataset)))
    adopted = same_value(value, texts)
    if not adopted:
        told = listed([f"“{text}”" for text in texts if text], "and")
        of = f"“{value}” of {found.field_name} of {found.record}"
        if source := _source_of(found):
            raise UnusableRequestError(f"no coder reads {of} in {source}; they read {told}")
        raise UnusableRequestError(f"neither a claim nor the record says {of}; they say {told}")
    if loser := next((name for name in overrules if ClaimName.parse(name).value == adopted), None):
        raise UnusableRequestError(f"{loser} says what is adopted, and cannot be overruled")
    return adopted


def _adoptable(found: Finding, dataset: Dataset) -> list[str]:
    """Return what can be adopted: what coders read, or what sources and the record say of the field."""
    ends = [end.value for end in found.ends if end.source]
    if found.code == READ_DIFFERENTLY:
        return ends
    said = [claim.text for claim in claims_on(found.record, found.field_name, dataset.claims_about)]
    return [*ends, *said, *(held_texts(dataset, found.record, found.field_name) or ())]


def _expected(meant: Sequence[Finding], dataset: Dataset) -> list[str]:
    """Return the names of all claims on what *meant* is about; none if one of them cannot be written as a name."""
    claims = claims_in_question(meant[0].record, meant[0].field_name, meant, dataset.claims_about)
    names = list(dict.fromkeys(str(claim.name) for claim in claims))
    return names if all(_writable(ClaimName.parse(name)) == name for name in names) else []


def _writable(name: ClaimName) -> str:
    """Return *name* as a decision can write it: that of its part where its value has no text, several lines or too many."""
    text = str(name)
    return text if name.value and not set(text) & set("\r\n") and len(text) <= _LONGEST_NAME else str(ClaimName(name.source, name.part))


def _id_of(ruling: Ruling, found: Finding, dataset: Dataset) -> str:
    """Return the id of the new entry: the one that was given, else record and field, with a number where that is taken.

    Raises:
        UnusableRequestError: the id is none, or taken.
    """
    if ruling.id:
        if not is_id(ruling.id):
            raise UnusableRequestError(f"“{ruling.id}” is no id; it takes lower-case letters, digits and single hyphens")
        if taken := dataset.place(ruling.id):
            raise UnusableRequestError(f"{ruling.id} is an id already, at {taken}")
        return ruling.id
    field = found.field_name if ruling.matter.field else ruling.matter.code
    stem = id_from(f"{found.record}-{field}")[: LONGEST_ID - 4].strip("-")
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(name for name in chain([stem], numbered) if name not in dataset.by_id)


def _source_of(found: Finding) -> str:
    """Return the source that coders read differently; empty where it is sources that disagree."""
    return next((end.source for end in found.ends if end.source), "") if found.code == READ_DIFFERENTLY else ""
