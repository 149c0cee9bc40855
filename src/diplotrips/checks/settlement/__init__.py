"""What the ledger of decisions and waivers settles, and what a new entry of it has to say.

`settling` matches entries with findings, and `lost` tells what is open because an entry could not be read; `questions` tells what is in
question in a finding, `targets` which findings somebody means, `rulings` drafts the entry that settles them; `adopting` holds a value that
is adopted against the record, and `held_texts` tells what that holds; `because` judges a reason, `expiry` tells of a last day. What is
wrong with the ledger itself is found by the checks of the family `ledger`.
"""
