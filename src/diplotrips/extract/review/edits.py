"""What a person may write instead of a value of a draft: the same thing otherwise, such as another day or a coarser one.

Something else than the line says is no edit of it: the passage, and how the value is known, would be those of another matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from diplotrips.errors import UnusableRequestError
from diplotrips.extract.messages import hold
from diplotrips.extract.notation.yaml import parse_yaml
from diplotrips.extract.reading import DATE_KEYS
from diplotrips.extract.review.passages import passages
from diplotrips.extract.starting.terms import days
from diplotrips.schema.claims import CLAIM_FIELDS
from diplotrips.schema.codelists import nearest
from diplotrips.schema.coding import CodedQuote, ReadQuote
from diplotrips.schema.said import ClaimLine
from diplotrips.words import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplotrips.extract.parsing.drafting.witness import Witness
    from diplotrips.extract.review.items import Item

_DAYS: Final = ("first_day", "last_day", "dates", "within", "seen")
"""Fields of which one can be the finer or coarser word for another."""

_ALIKE: Final[Mapping[str, Sequence[Sequence[str]]]] = {
    "trip": (("named",), ("office", "represents"), (*_DAYS, "left_home", "back_home"), ("days", "nights"), ("route", "countries")),
    "stop": (
        ("country", "kind"),
        ("places", "territory"),
        _DAYS,
        ("days", "nights"),
        ("purposes", "events", "protocol"),
        ("did", "did_not"),
    ),
    "meeting": (("named", "office", "of", "capacity", "channel"),),
    "agreement": (("kind", "progress", "title", "papers"), ("parties", "arrangement")),
    "expert": (("named",), ("position",), ("affiliation",)),
    "quote": (("speaker", "manner", "gist"),),
}
"""By kind of record, fields that speak of one matter: a line with one of them may be given another."""

_HOW_KNOWN: Final = ("mode", "span", "basis", "phrase", "anchor")
"""Keys of every line beside its fields that a person may change."""

_NEEDED: Final = {"trip": "named", "stop": "country", "expert": "named", "agreement": "progress"}
"""Field without which the line that decides about a record would not name it any more."""

_RESTS_ON: Final = ("phrase", "anchor")
"""What a resolved day rests on, and another day does not."""


def allowed(item: Item) -> tuple[str, ...]:
    """Return the fields that *item* may have when it is edited, its own first, then those of the same matter, then how it is known."""
    own = [field for field in item.fields if field != "mode"]
    alike = [field for group in _ALIKE[item.kind] if set(own) & set(group) for field in group]
    if item.is_quote:
        speaker = [] if "person" in item.entry else ["speaker"]
        return tuple(field for field in dict.fromkeys((*own, *alike, "span")) if field not in speaker)
    return tuple(dict.fromkeys((*own, *alike, *_HOW_KNOWN)))


def changed(item: Item, written: str, witness: Witness) -> dict[str, Any]:
    """Return the fields that somebody wrote for *item*: `first_day: 2025-03-04, mode: planned`.

    Raises:
        UnusableRequestError: they cannot be written like that; the reason is told.
    """
    parsed = parse_yaml(f"{{{written}}}\n", "", date_keys=DATE_KEYS)
    if parsed.findings and isinstance(parsed.value, dict):
        raise UnusableRequestError(parsed.findings[0].message)
    if not isinstance(parsed.value, dict):
        raise UnusableRequestError("write it as key: value, with commas between several")
    return held(item, parsed.value, witness)


def held(item: Item, fields: Mapping[str, Any], witness: Witness) -> dict[str, Any]:
    """Return *fields* if *item* can say that, and the article spells the names in it so; passages as code points.

    Of a quotation, what is not among *fields* stays; of a line it goes.

    Raises:
        UnusableRequestError: it cannot; the reason is told.
    """
    if not fields:
        raise UnusableRequestError("nothing is left; reject the value instead")
    _refuse_other_matter(item, fields)
    told = {**item.fields, **fields} if item.is_quote else dict(fields)  # without its manner a quotation would be another one
    if "span" in told:
        told["span"] = passages(witness.text, told["span"])
    model = ClaimLine if not item.is_quote else CodedQuote if "person" in item.entry else ReadQuote
    parsed = parse_yaml("{}\n", "")
    taken = hold(entry_with(item, told), parsed.node, model) if parsed.node else None
    if taken and taken.findings:
        raise UnusableRequestError(taken.findings[0].message)
    for key in {"dates", "within"} & told.keys():
        days(str(told[key]))
    for key in ("named", "phrase"):
        if key in told and not witness.spells(str(told[key])):
            raise UnusableRequestError(f"the article does not write {told[key]}; `{key}` is what stands in the article")
    own = item.in_own_words
    if own in told and witness.repeats(str(told[own])):
        raise UnusableRequestError(f"this {own} has a passage of the article in it; say it in words of your own")
    return told


def entry_with(item: Item, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the line or quotation of *item* with *fields* in the place of those of the draft.

    With another day a line does not rest on its phrase any more, and with another passage not on its hash.
    """
    kept = {key: value for key, value in item.entry.items() if key not in item.fields}
    if "span" in fields:
        kept.pop("sha256", None)
    days = {key: value for key, value in item.fields.items() if key in _DAYS}
    if days and days != {key: value for key, value in fields.items() if key in _DAYS} and not {"basis", *_RESTS_ON} & fields.keys():
        kept = {key: value for key, value in kept.items() if key not in _RESTS_ON}
        kept |= {"basis": "inferred"} if kept.get("basis") == "resolved" else {}
    return {**kept, **fields}


def _refuse_other_matter(item: Item, fields: Mapping[str, Any]) -> None:
    """Refuse fields that speak of something else than *item*, and an edit after which its record would not be there."""
    may = allowed(item)
    other = [field for field in fields if field not in may]
    if other:
        near = "" if other[0] in CLAIM_FIELDS else nearest(other[0], may)
        by_hand = "; to say something else, reject it and write that by hand" if other[0] in CLAIM_FIELDS else ""
        meant = f"; did you mean {near}?" if near else f", which may have {listed(may, 'and')}{by_hand}"
        raise UnusableRequestError(f"{other[0]} does not belong to this value{meant}")
    needed = _NEEDED.get(item.kind, "")
    if item.is_decisive and needed in item.fields and needed not in fields:
        raise UnusableRequestError(f"without {needed} the {item.kind} would be lost; give it too, or reject the value")
    own = {*item.fields, *may} - set(_HOW_KNOWN)
    if own and not own & fields.keys():
        raise UnusableRequestError(
            f"nothing is said any more without {listed(sorted(own & item.fields.keys()), 'or')}; reject the value instead"
        )
