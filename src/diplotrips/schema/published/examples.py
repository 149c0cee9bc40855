"""The records of an invented dataset that serve as examples, and the values that each field has in them.

They lie as YAML in the folder `examples`, as an author would write them. Reading the records of others is not done here but in
`diplotrips.extract`, which says what is wrong with them.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import yaml

from diplotrips.schema.files import FILES

if TYPE_CHECKING:
    from diplotrips.schema.tree import JsonValue

LONG_TRIP: Final = "trip_in_full"
"""A trip in which every field has a value; `trip` is the short one that a newcomer reads first."""

EXAMPLES: Final = (*FILES, LONG_TRIP)
"""Names of the example files, without their ending."""


def example_text(name: str) -> str:
    """Return the YAML of one of `EXAMPLES`."""
    return (files("diplotrips.schema.published") / "examples" / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def example(name: str) -> JsonValue:
    """Return one of `EXAMPLES` as JSON would have it; a copy is needed to change it."""
    # The loader is SafeLoader's; the types in its stubs are narrower than what PyYAML takes.
    value: JsonValue = yaml.load(example_text(name), Loader=_Loader)  # noqa: S506  (a SafeLoader)
    return value


@cache
def examples_of(file_name: str) -> tuple[JsonValue, ...]:
    """Return the example documents of a kind of file, the one to read first in front."""
    return (example(file_name), example(LONG_TRIP)) if file_name == "trip" else (example(file_name),)


def flow(value: JsonValue) -> str:
    """Return *value* as an author would write it on one line of YAML."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{flow(key)}: {flow(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(flow(inner) for inner in value)}]"
    return value if isinstance(value, str) and _reads_back(value) else json.dumps(value, ensure_ascii=False)


def _reads_back(text: str) -> bool:
    """Tell whether *text* can be written without quotes, also inside a list."""
    try:
        return bool(yaml.load(f"[{text}]", Loader=_Loader) == [text])  # noqa: S506  (a SafeLoader)
    except yaml.YAMLError:
        return False


class _Loader(yaml.SafeLoader):
    """Reads plain numbers and truth values as what they are and the rest as text, as our own reader does; dates and `NO` stay text."""


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[0-9]+$"), list("0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[0-9]+\.[0-9]+$"), list("0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))
