"""A value is of the type that its key takes.

**Why.** Nothing is guessed or converted: a text where a list should stand would be read letter by letter, an empty value as "no".

**Not covered.** Texts of the right type and the wrong form (DT008, DT009, DT010).

**What to do.** Write a list in brackets even if it has one item, numbers without quotes, texts that look like numbers in quotes. Leave a
key out rather than empty.

**Wrong**

```yaml
stops: [{id: cl, country: CL, places: Santiago}]
```

**Right**

```yaml
trip: {route: [cl]}
stops: [{id: cl, country: CL, places: [Santiago]}]
```

**Since** 0.1.0
"""

from __future__ import annotations

from diplotrips.checks.check import ReaderCheck
from diplotrips.findings import Severity

CHECK = ReaderCheck(code="DT007", name="wrong-type", severity=Severity.ERROR, page=__doc__)
