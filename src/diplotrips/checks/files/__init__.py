"""Pages of the defects that reading finds (DT0xx): files, YAML, and what the schemas refuse. Nothing is judged here."""
