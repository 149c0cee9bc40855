"""Records become rows: a `Dataset` is flattened to the tables that are declared in `diplotrips.schema.rows`.

Pure and without a clock; nothing is judged or written here. Defaults are filled in (a stop's status is its trip's), ids are made whole
(`trip.stop`), dates and counts are spread over their columns, equal claims are merged.
"""

from diplotrips.schema.flatten.conflicts import Bounds, add_conflicts, add_implied_days
from diplotrips.schema.flatten.derived import add_derived
from diplotrips.schema.flatten.tables import Tables, flatten

__all__ = ["Bounds", "Tables", "add_conflicts", "add_derived", "add_implied_days", "flatten"]
