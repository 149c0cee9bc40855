"""Checks of the ledger (DT5xx): whether each decision and waiver has a reason, still holds, and is about something that was found."""
