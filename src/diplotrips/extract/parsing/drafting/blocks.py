"""One trip of a draft held to the text: its lines first, then its records by the lines that are left, then its quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from diplotrips.extract.parsing.drafting.headers import agreement_values, expert_values, meeting_values, stop_values, trip_values
from diplotrips.extract.parsing.drafting.references import NO_LINE, hold_references, local_id_of, once
from diplotrips.extract.parsing.drafting.witness import spans_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplotrips.extract.parsing.drafting.lines import Line
    from diplotrips.extract.parsing.drafting.witness import Witness

    Json = dict[str, Any]

_AS_GIVEN: Final = {"trip": ("id", "traveller", "main", "note"), "stop": ("id", "note"), "agreement": ("id", "stop", "note")}
"""Keys of a record that need no line."""

_SOMEBODY: Final = frozenset({"person", "organization", "office"})
"""Keys of a meeting of which one at least is needed."""


def hold_block(block: Json, witness: Witness) -> Json | None:
    """Return what the text bears out of *block*; None if it does not even name the traveller, all of which is then counted as one."""
    lines = [line for line in block["said"] if _stands(line, witness)]
    quotes = [held for quote in block.get("quotes", ()) if (held := hold_quote(quote, witness))]
    experts = [held for expert in block.get("quoted_experts", ()) if (held := _hold_expert(expert, witness))]
    block = {**block, "quotes": quotes, "quoted_experts": once(experts, witness)}
    block = hold_references({**block, "said": lines}, witness)
    own = [line for line in block["said"] if "about" not in line]
    if not any("named" in line for line in own) or not witness.spells(block["trip"]["traveller"]):
        witness.drop("no-traveller")
        return None
    by_record: dict[str, list[Line]] = {}
    for line in block["said"]:
        by_record.setdefault(line.get("about", ""), []).append(line)
    stops = [{**stop, **_hold_meetings(stop, by_record)} for stop in block.get("stops", ())]
    return {
        **block,
        "trip": _restated(block["trip"], trip_values(own), "trip", witness),
        "stops": [_restated(stop, stop_values(by_record[stop["id"]]), "stop", witness) for stop in stops],
        "agreements": [
            _restated(entry, agreement_values(by_record[entry["id"]]), "agreement", witness) for entry in block.get("agreements", ())
        ],
        "quoted_experts": [_restate_expert(expert, by_record.get(expert["id"], ()), witness) for expert in block["quoted_experts"]],
    }


def _stands(line: Line, witness: Witness) -> bool:
    """Tell whether the text bears out a claim line, which then has the hash of its passage, and a phrase only if the text has it."""
    reason = witness.refusal(line)
    if not reason and "named" in line and not witness.spells(line["named"]):
        reason = "name-not-in-text"
    if reason:
        witness.drop(reason)
        return False
    spans = spans_of(line.get("span"))
    if spans:
        line["sha256"] = witness.sha256_of(spans)
    if "phrase" in line and not witness.spells(line["phrase"]):
        witness.drop("phrase-not-in-text")
        del line["phrase"]
    return True


def hold_quote(quote: Json, witness: Witness) -> Json | None:
    """Return a quotation with its hash and without its words, as reported speech if it is no exact one; None if it is not in the text."""
    reason = witness.refusal(quote)
    if not reason and "person" in quote and not witness.spells(quote["person"]):
        reason = "name-not-in-text"
    if reason:
        witness.drop(reason)
        return None
    held = {key: value for key, value in quote.items() if key != "text"}
    held["sha256"] = witness.sha256_of(spans_of(quote["span"]))
    if quote.get("manner", "direct") != "reported" and not witness.is_quoted(quote):
        witness.drop("quotation-not-exact")
        held["manner"] = "reported"
    if "attribution" in held and witness.refusal({"span": held["attribution"]}):
        witness.drop("span-outside-text")
        del held["attribution"]
    return held


def _hold_expert(expert: Json, witness: Witness) -> Json | None:
    """Return an expert with the quotations that the text has; None if it has none of them, or not the name."""
    if not witness.spells(expert["person"]):
        witness.drop("name-not-in-text", len(expert["quotes"]))
        return None
    quotes = [held for quote in expert["quotes"] if (held := hold_quote(quote, witness))]
    return {**expert, "quotes": quotes} if quotes else None


def _restated(record: Json, values: Json, kind: str, witness: Witness) -> Json:
    """Return *record* with the values that its lines give it, and no others."""
    kept = {key: value for key, value in record.items() if key in _AS_GIVEN[kind] or (kind == "stop" and key == "met")}
    witness.drop(NO_LINE, len(record.keys() - kept.keys() - values.keys()))
    order = {**record, **values}
    return {key: {**kept, **values}[key] for key in order if key in kept or key in values}


def _hold_meetings(stop: Json, by_record: dict[str, list[Line]]) -> Json:
    """Return the meetings of *stop*, each with what its lines say; `hold_references` has left those only that have any."""
    met = []
    for meeting in stop.get("met", ()):
        who = {key: value for key, value in meeting.items() if key in {"id", "person", "organization"}}
        told = meeting_values(by_record[f"{stop['id']}.{local_id_of(meeting)}"])
        met.append({**who, **told} if _SOMEBODY & {*who, *told} else meeting)
    return {"met": met} if met else {}


def _restate_expert(expert: Json, lines: Sequence[Line], witness: Witness) -> Json:
    """Return an expert with position and organization only where a line says so, spelled as the source does."""
    said = {key for line in lines for key in line}
    doubtful = {key for key in ("affiliation", "position") if key in expert and not (key in said and witness.spells(expert[key]))}
    witness.drop(NO_LINE, len(doubtful))
    told = {key: value for key, value in expert_values(lines).items() if key == "position" and key not in doubtful}
    return {**{key: value for key, value in expert.items() if key not in doubtful}, **told}
