"""What the dataset is: its title, makers and rules, and the project's own variables. One file, `dataset.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from diplotrips.schema.dates.edtf import EdtfDate
from diplotrips.schema.fields import Id, Name, Orcid, Text, Url, Variable, VariableType
from diplotrips.schema.record import Many, Opt, Record


class Creator(Record):
    """Somebody who made the dataset."""

    name: Name
    """Name as cited."""

    orcid: Opt[Orcid] = None
    """ORCID."""

    affiliation: Opt[Name] = None
    """Affiliation as cited."""


class ExtraVariable(Record):
    """A variable of the project's own, written under `extra:` of a record."""

    name: Variable
    """Name of the variable."""

    type: VariableType
    """What its values are."""

    description: Text
    """What it means."""

    codes: Many[Name] = ()
    """The values that it may have, if they are few."""


class DatasetInfo(Record):
    """What the dataset is: what a citation, a data package and a repository ask for."""

    id: Id
    """Short name of the dataset."""

    title: Name
    """Title as cited."""

    description: Text
    """What it holds, in a few sentences."""

    creators: Annotated[Many[Creator], Field(min_length=1)]
    """Who made it."""

    licence: Name
    """SPDX id of the licence of the data."""

    url: Opt[Url] = None
    """Home of the dataset."""

    codebook: Name
    """Version of the coding rules."""

    reference_date: EdtfDate
    """Day as of which a release tells what is past; findings are released as of this day."""

    inclusion: Many[Text] = ()
    """Rules by which a trip is in the dataset or not."""

    territories: Opt[Text] = None
    """How contested and dependent territories are recorded."""

    variables: Many[ExtraVariable] = ()
    """Variables of the project's own."""

    note: Opt[Text] = None
    """Whatever a reader should know, in the coder's own words."""
