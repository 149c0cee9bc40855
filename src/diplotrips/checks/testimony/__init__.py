"""What sources claim about the days and the order of one trip, held against its record: network B.

`assertions` turns claims into limits, `voices` says whose claims enter, `networks` builds what is held, what was planned and both across,
`disputes` names what cannot all be true, `stay_ends` on which end of a stay, `causes` why that may be, and `told` says it in users' words;
`unsettled` says what decisions leave of it, `dispute_check` makes findings of it, and `hearings` has it all, once a run.
"""
