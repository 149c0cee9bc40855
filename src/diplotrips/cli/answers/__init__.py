"""What the commands but `check` answer, for people: one module a subject, pure functions from what `diplotrips.api` returns to text.

What `check` found has formats of its own, in `diplotrips.cli.formats`.
"""
