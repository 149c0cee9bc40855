"""What the schema takes stays, everything else is left out and counted: a draft is never refused as a whole for one value in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from pydantic import ValidationError

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from diplotrips.schema.record import Record

NOT_IN_SCHEMA: Final = "not-in-schema"
"""Reason of whatever the schema does not take."""

Value = TypeVar("Value", bound=dict[str, Any])


class Sieve(NamedTuple):
    """Holds values to their models."""

    dropped: Counter[str]
    """How many were left out, by reason."""

    def takes(self, model: type[Record], value: dict[str, Any]) -> bool:
        """Tell whether *model* takes *value*."""
        try:
            model.model_validate(value)
        except ValidationError:
            return False
        return True

    def kept(self, model: type[Record], values: Iterable[Value]) -> list[Value]:
        """Return those of *values* that *model* takes; the others are counted."""
        given = list(values)
        kept = [value for value in given if self.takes(model, value)]
        if len(given) > len(kept):
            self.dropped[NOT_IN_SCHEMA] += len(given) - len(kept)
        return kept
