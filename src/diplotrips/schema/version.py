"""The version of the record format, and what the version of a dataset looks like; that of the package is in `diplotrips.version`."""

DATASET_VERSION = r"(?:0|[1-9][0-9]{0,5})(?:\.(?:0|[1-9][0-9]{0,5})){2}"
"""Pattern of the version of a dataset: three numbers of at most six digits with points between them."""

SCHEMA_VERSION = 1
"""Version of the record format, which every document says."""


def numbers_of(version: str) -> tuple[int, int, int]:
    """Return the three numbers of the version of a dataset, by which versions are sorted."""
    major, minor, patch = (int(part) for part in version.split("."))
    return major, minor, patch
