"""What is generated from the checks for others to read: the page `docs/checks.md`.

The hand-written parts are the template `checks.md` and the table `inconsistencies.csv` beside this module; the rest are the pages of the
checks. Which folder it goes to is not told here.
"""
