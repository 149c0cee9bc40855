"""One validator for the drafts of every extractor: what the text does not bear out is dropped and counted.

Each span lies in the text and slices to its hash; each value has a span, unless it is metadata; a direct quotation stands between marks,
and its words are those of the passage, or it is taken for reported speech; names are spelled somewhere in the text; ids are unique, and
every record that is referred to exists. Values of records are taken from the lines that are left (`headers`). Words of the article go, also
out of free texts (`copied_words`).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from diplotrips.extract.parsing.drafting.blocks import hold_block
from diplotrips.extract.parsing.drafting.copied_words import metadata_held, without_copies
from diplotrips.extract.parsing.drafting.grounding import text_sha256
from diplotrips.extract.parsing.drafting.rendering import plain
from diplotrips.extract.parsing.drafting.witness import Witness
from diplotrips.schema.coding import CodingFile

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def validate(draft: CodingFile, text: str, told: Collection[str] = ()) -> tuple[CodingFile, Mapping[str, int]]:
    """Hold *draft* to the *text* that it was made of, and to what was *told* with it: title and publisher of the article.

    Returns:
        The draft with what the text bears out, each passage with its hash, the text by its own hash and length, and under `dropped` how
        many values it and its extractor left out; and how many were left out here, by reason. A draft that came out of here is not changed.
    """
    witness = Witness(text)
    value = plain(draft)
    blocks, taken = [], set[str]()
    for block in value["trips"]:
        reason = _refusal(block, taken)
        held = None if reason else hold_block(without_copies(block, witness), witness)
        if held:
            taken.add(held["trip"]["id"])
            blocks.append(held)
        elif reason:
            witness.drop(reason)
    article = metadata_held(value.pop("article", {}), told, witness)
    value = without_copies({key: given for key, given in value.items() if key != "trips"}, witness)
    dropped = Counter(value.pop("dropped", {}))
    dropped.update(witness.dropped)
    article = {**article, "text_sha256": text_sha256(text), "text_chars": len(text)}
    whole: dict[str, Any] = {**value, "article": article, "trips": blocks}
    if dropped:
        whole["dropped"] = dict(sorted(dropped.items()))
    return CodingFile.model_validate(whole), dict(sorted(witness.dropped.items()))


def _refusal(block: Mapping[str, Any], taken: set[str]) -> str:
    """Return why a whole block is left out, empty if it is not: an extractor knows no authored trips."""
    if isinstance(block["trip"], str):
        return "names-a-record"
    return "id-twice" if block["trip"]["id"] in taken else ""
