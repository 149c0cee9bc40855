"""What was agreed, signed, discussed or intended; `agreements.find_agreements` is what others call."""
