"""Drafts of the parser beside the records: which trip a draft means, its claims about that trip, and what they contradict.

`linking` tells the trip, `translating` puts a draft into the ids of its record, and `second_look` runs the checks of claims once more with
them. Nobody has vouched for a draft, so whatever it contradicts is a note, and no record and no export changes by it.
"""
