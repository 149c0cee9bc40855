"""The formats of a comparison; how each is written is told in `difference`."""

from __future__ import annotations

from typing import Final

DIFF_FORMATS: Final = ("text", "markdown", "json")
"""Their names, as `--format` takes them."""

DIFF_OUTPUTS: Final = (*DIFF_FORMATS, "parquet")
"""Their names, as `--output` takes them."""
