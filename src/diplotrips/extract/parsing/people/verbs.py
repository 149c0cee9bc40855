"""The forms of the verbs of speaking."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from diplotrips.extract.parsing.lexicons.words import lexicon

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One form of a verb of speaking."""

    verb: str
    kind: str
    """As the lexicon `reporting_verbs` has it."""
    form: str
    """`base`, `third`, `past`, `participle` or `ing`."""


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return every form of the verbs of speaking by its first word; a past that is also a participle counts as past."""
    found: dict[str, VerbForm] = {}
    for row in lexicon("reporting_verbs"):
        verb, past, participle = row["verb"], row["past"], row["participle"]
        forms = {"past": past or _past(verb), "third": _third(verb), "ing": _ing(verb), "base": verb, "participle": participle or past}
        for form, text in forms.items():
            if text:
                found.setdefault(text, VerbForm(verb, row["kind"], form))
    return {text: form for text, form in found.items() if " " not in text}


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if _is_consonant_y(verb) else f"{verb}ed"


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x")) or verb in {"go", "undergo"}:
        return f"{verb}es"
    return f"{verb[:-1]}ies" if _is_consonant_y(verb) else f"{verb}s"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}ing"
    doubled = {"put", "admit", "quip", "slam", "regret", "concur", "let"}
    return f"{verb}{verb[-1]}ing" if verb in doubled else f"{verb}ing"


def _is_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in _VOWELS
