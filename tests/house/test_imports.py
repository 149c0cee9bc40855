"""The import graph, where the contracts of pyproject.toml do not reach."""

from __future__ import annotations

from graphlib import TopologicalSorter

import grimp


def test_no_module_imports_itself_through_others() -> None:
    """Modules can be put in an order in which each imports only earlier ones, packages and imports for types included."""
    graph = grimp.build_graph("diplotrips", cache_dir=None)

    ordered = TopologicalSorter({module: graph.find_modules_directly_imported_by(module) for module in graph.modules}).static_order()

    assert set(ordered) == graph.modules
