"""Changing files of YAML that people wrote, and losing nothing of what they wrote.

`written` takes a text apart with its comments, `order` and `styling` lay it out anew, `formatting` does both with one file and holds the
outcome to what was there. `appending` puts an entry behind the others and leaves every other byte alone; `entries` says how it is written.
Which files there are is told in `layout`; what records mean is not asked here.
"""
