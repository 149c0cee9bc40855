"""Checks inside one trip (DT1xx): what its record says about days and order, taken together; all read the same network."""
