"""English phrases for days, such as "on Thursday" or "in late April", as dates counted from an anchor day.

`relative` has what others call: `resolve`, and `sort_of` for what a phrase needs to be resolved. `numerals`, `days_of_month`, `months`,
`weekdays` and `counting` have the rules, `rules` what a rule is, `kinds` what sorts of phrases there are, `words` the vocabulary, `tense`
which way a phrase looks. A phrase that no rule covers from end to end is not known and never guessed. Nothing here reads an article:
finding phrases in a text is the parser's affair.
"""
