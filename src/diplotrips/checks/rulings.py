"""What a decision or a waiver has to say so that it settles what somebody means by it: every claim named, and what is expected of them.

Which findings are meant is told by `targets`; whether an entry of the ledger settles anything is for `settling` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING, TypeAlias

from diplotrips.checks.held import held_texts
from diplotrips.checks.ledger.decision_without_reason import is_reason
from diplotrips.checks.provenance.coders_read_it_differently import CHECK as AMONG_CODERS
from diplotrips.checks.settling import SAME_MATTER
from diplotrips.checks.targets import Matter, names_of, open_findings
from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.schema.claim_names import ClaimName
from diplotrips.schema.codelists import codes
from diplotrips.schema.fields import ID_PATTERN
from diplotrips.schema.ledger import ADOPT
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from diplotrips.findings import Finding
    from diplotrips.schema.dataset import Dataset

_LONGEST_ID = 80
_LONGEST_NAME = 500

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
    """Value that is held to be true."""
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
        waiving = f"diplotrips waive {ruling.matter.code} {meant[0].record} {_field_of(meant[0])}"
        raise UnusableRequestError(f"no source takes part in {ruling.matter}, so there is nothing to decide; {waiving} accepts it")
    _refuse_contradiction(verdict, settles, ruling.matter)
    overrules = [name for name in settles if any(ClaimName.parse(short).covers(ClaimName.parse(name)) for short in verdict.overrule)]
    if verdict.adopt:
        _refuse_value(verdict.adopt, meant[0], overrules, dataset)
    _refuse_ruling(ruling, dataset, today, (verdict.name, verdict.adopt))
    entry: Draft = {
        "id": _id_of(ruling, meant[0], dataset),
        "code": ruling.matter.code,
        "record": meant[0].record,
        "field": _field_of(meant[0]),
        "source": _source_of(meant[0]),
        "verdict": verdict.name,
        "adopted": verdict.adopt,
        "settles": list(settles),
        "overrules": overrules,
        "expect": _expected(meant[0], dataset),
    }
    return {key: value for key, value in {**entry, **_signature(ruling)}.items() if value}


def draft_waiver(ruling: Ruling, findings: Iterable[Finding], dataset: Dataset, today: date) -> Draft:
    """Return the entry of `waivers.yaml` that accepts what *ruling* means; its record as a whole where that names no field.

    Raises:
        UnknownNameError: it names a record, field or coder that there is not; the nearest are named.
        UnusableRequestError: nothing that it means is open, or it gives no reason.
    """
    meant = open_findings(ruling.matter, (), findings, dataset)
    _refuse_ruling(ruling, dataset, today, ())
    entry: Draft = {
        "id": _id_of(ruling, meant[0], dataset),
        "code": ruling.matter.code,
        "record": meant[0].record,
        "field": _field_of(meant[0]) if ruling.matter.field else "",
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
        what = f"“{ruling.because}” is no reason" if ruling.because.strip() else "a reason is missing"
        raise UnusableRequestError(f"{what}; say with --because in a sentence what speaks for it")
    coders = tuple(entry.record.id for entry in dataset.coders)
    if not ruling.by:
        raise UnusableRequestError(f"say with --by who decides: {listed(coders, 'or') or 'a coder of coders.yaml'}")
    if ruling.by not in coders:
        raise UnknownNameError("coder", ruling.by, coders)
    if ruling.on and ruling.on > today:
        raise UnusableRequestError(f"--on {ruling.on} is a day to come; today is {today}")
    if ruling.expires and ruling.expires < today:
        raise UnusableRequestError(f"--expires {ruling.expires} is past; today is {today}")


def _refuse_contradiction(verdict: Verdict, settles: tuple[str, ...], matter: Matter) -> None:
    """Refuse a verdict that is missing, unknown or at odds with what else is given.

    Raises:
        UnknownNameError: there is no such verdict.
        UnusableRequestError: it is missing or at odds.
    """
    known = codes("verdicts")
    if not verdict.name:
        sides = listed([f'"{name}"' for name in settles], "and")
        raise UnusableRequestError(f"say with --verdict {listed(known, 'or')} how {matter} is decided; its claims are {sides}")
    if verdict.name not in known:
        raise UnknownNameError("verdict", verdict.name, known)
    if verdict.name == ADOPT and not verdict.adopt:
        raise UnusableRequestError("the verdict adopt needs the value that is held to be true: --adopt VALUE")
    given = [name for name, value in (("--adopt", verdict.adopt), ("--overrule", verdict.overrule)) if value]
    if verdict.name != ADOPT and given:
        raise UnusableRequestError(f"the verdict {verdict.name} does not go with {listed(given, 'and')}, which the verdict adopt takes")


def _refuse_value(value: str, found: Finding, overrules: list[str], dataset: Dataset) -> None:
    """Refuse to adopt a *value* that nobody says, or that is overruled.

    Raises:
        UnusableRequestError: it is one of these.
    """
    field = _field_of(found)
    said = [claim.text for claim in dataset.claims_about.get(found.record, ()) if claim.field in SAME_MATTER.get(field, (field,))]
    texts = dict.fromkeys([*(end.value for end in found.ends if end.source), *said, *(held_texts(dataset, found.record, field) or ())])
    if value not in texts:
        told = listed([f"“{text}”" for text in texts if text], "and")
        raise UnusableRequestError(f"neither a claim nor the record says “{value}” of {field} of {found.record}; they say {told}")
    loser = next((name for name in overrules if ClaimName.parse(name).value == value), None)
    if loser:
        raise UnusableRequestError(f"{loser} says what is adopted, and cannot be overruled")


def _expected(found: Finding, dataset: Dataset) -> list[str]:
    """Return the names of all claims on the field of *found*; none if one of them cannot be written as a name."""
    field = _field_of(found)
    claims = [claim for claim in dataset.claims_about.get(found.record, ()) if claim.field in SAME_MATTER.get(field, (field,))]
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
        if not re.fullmatch(ID_PATTERN, ruling.id) or len(ruling.id) > _LONGEST_ID:
            raise UnusableRequestError(f"“{ruling.id}” is no id; it takes lower-case letters, digits and single hyphens")
        if taken := dataset.place(ruling.id):
            raise UnusableRequestError(f"{ruling.id} is an id already, at {taken}")
        return ruling.id
    field = _field_of(found) if ruling.matter.field else ruling.matter.code
    stem = re.sub("[^a-z0-9]+", "-", f"{found.record}-{field}".lower())[: _LONGEST_ID - 4].strip("-")
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(name for name in chain([stem], numbered) if name not in dataset.by_id)


def _source_of(found: Finding) -> str:
    """Return the source that coders read differently; empty where it is sources that disagree."""
    return next((end.source for end in found.ends if end.source), "") if found.code == AMONG_CODERS.code else ""


def _field_of(found: Finding) -> str:
    """Return the field of *found* as the ledger writes it, without the path to its record."""
    return found.field.rpartition(".")[2]
