"""Mappings: what can stand in them, with the place of whatever cannot, and how they meet the columns of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.extract.importing.lists import MAPPING

from diplotrips.errors import UnknownNameError, UnusableRequestError
from diplotrips.extract.importing.mappings import read_mapping, rules_for, shipped, with_constants
from diplotrips.schema.mapping import CODELIST_OF, CONSTANTS, TARGETS, ImportMapping

if TYPE_CHECKING:
    from pathlib import Path


def mapping(**others: Any) -> ImportMapping:  # noqa: ANN401  (keys of a mapping)
    """Return the mapping of these tests with other keys."""
    return ImportMapping.model_validate({**MAPPING, **others})


def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key or word that a mapping cannot have is a finding at its line and column, like those of other YAML."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.yaml").write_text(
        "schema: 1\ntitle: x\nrow: visit\nordre: day-first\nconstants: {ofice: president}\ncountries: {Burma: MN2}\n"
        "columns:\n  Country: contry\n  Who: {to: traveller, splitt: x}\n  Id: {to: person_external_id, scheme: cold}\n"
    )

    read = read_mapping("m.yaml")

    assert read.mapping is None
    assert [f"{found.place}: {found.message}" for found in read.findings] == [
        "m.yaml:3:6: visit is not stop, trip, agreement or claim",
        "m.yaml:4:1: ordre is no key of an import mapping; did you mean order?",
        "m.yaml:5:13: ofice is not what can be the same in all rows, such as traveller or office",
        "m.yaml:6:20: MN2 is not in the list countries",
        "m.yaml:8:12: contry is not what a column can be, such as country, dates, note or ignored",
        "m.yaml:9:24: splitt is no key of a column rule; did you mean split?",
        "m.yaml:10:40: cold is not in the list external_id_schemes; did you mean colt?",
    ]


def test_a_mapping_is_a_file_or_shipped(tmp_path: Path) -> None:
    """Shipped mappings are known by name, files by their path, and anything else is answered with what there is."""
    (tmp_path / "m.yaml").write_text(yaml.safe_dump(MAPPING))

    assert read_mapping(str(tmp_path / "m.yaml")).mapping == mapping()
    assert [name for name in shipped() if read_mapping(name).mapping is None] == []
    with pytest.raises(UnknownNameError, match=r"^no mapping is called cold; there are colt and encyclopedia-visits$"):
        read_mapping("cold")


def test_every_column_is_mapped_or_ignored() -> None:
    """A column without a rule is refused, with the nearest that the mapping has; one that is ignored has none."""
    columns = {"Country": "country", "Dates": "dates", "Ref": "ignored", "SourceLink*": "note"}

    assert list(rules_for(mapping(columns=columns), ("Country", "Dates", "Ref", "SourceLink1", "SourceLink33"))) == [
        "Country",
        "Dates",
        "SourceLink1",
        "SourceLink33",
    ]
    with pytest.raises(UnusableRequestError) as refused:
        rules_for(mapping(), ("Country", "Date"))
    assert str(refused.value) == "the column “Date” is not in the mapping: say what it is, or ignored; the mapping has “Dates”"


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ({"to": "stop_external_id"}, "the rule for Other needs a scheme"),
        ({"to": "extra"}, "the rule for Other needs the name of a variable"),
        ({"to": "did"}, "the rule for Other needs the code of the activity that its Yes means"),
        ({"to": "did", "code": "speach"}, "the rule for Other has speach, which is not in the list activities; did you mean speech?"),
        ({"to": "office", "codes": {"King": "kink"}}, "the rule for Other has kink, which is not in the list offices"),
        ({"to": "note", "codes": {"a": "b"}}, "the rule for Other has codes, and note takes none"),
    ],
)
def test_rules_that_cannot_be_used_are_refused(rule: dict[str, Any], told: str) -> None:
    """A rule that lacks what its target needs, or names a code that there is not, is refused before a row is read."""
    with pytest.raises(UnusableRequestError) as refused:
        rules_for(mapping(columns={**MAPPING["columns"], "Other": rule}), ("Country", "Dates", "Other"))

    assert str(refused.value) == told


def test_a_list_without_countries_is_refused() -> None:
    """A list of which no column says the country is none of visits."""
    with pytest.raises(UnusableRequestError, match=r"^no column says which country was visited; the columns are Dates$"):
        rules_for(mapping(), ("Dates",))


def test_constants_are_given_besides() -> None:
    """What somebody gives on the command line wins over the mapping; what can be no constant is refused."""
    assert with_constants(mapping(), {"office": "president"}).constants["office"] == "president"
    with pytest.raises(UnusableRequestError) as refused:
        with_constants(mapping(), {"dates": "2021"})
    assert str(refused.value) == (
        "dates cannot be the same in all rows; what can is traveller, office, represents, status, country, kind and protocol"
    )


def test_what_is_said_of_targets_is_of_targets() -> None:
    """Code lists and constants are those of targets that there are."""
    assert set(CODELIST_OF) | set(CONSTANTS) <= set(TARGETS)
