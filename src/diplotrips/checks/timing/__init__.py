"""When something was, for checks that are about more than the order of one trip.

`when` gives the days that a trip or stop can have, `presence` is a query for where somebody certainly was, and `phrasing` holds dates
against the words on which they rest. Which days can all hold is the affair of `itinerary` and `testimony`.
"""
