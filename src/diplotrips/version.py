"""The version of the package, alone here so that no module has to import the root to know it."""

__version__ = "0.2.0"
