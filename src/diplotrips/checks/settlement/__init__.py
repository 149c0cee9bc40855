"""What the ledger of decisions and waivers settles, and what a new entry of it has to say.

`settling` matches entries with findings; `targets` tells which findings somebody means, `rulings` drafts the entry that settles them;
`because` judges a reason, `expiry` tells of a last day, `held_texts` what a record holds of a field. What is wrong with the ledger itself
is found by the checks of the family `ledger`.
"""
