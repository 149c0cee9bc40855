"""The formats of what a check found, one module each: pure functions from a report to text.

Which one is chosen, and where it goes, is told in `diplotrips.cli.render`.
"""

from __future__ import annotations

from typing import Final

FORMATS: Final = ("text", "json", "github", "sarif", "junit", "markdown")
"""Their names, as `--format` and `--output` take them."""
