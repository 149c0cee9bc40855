"""Journeys: candidates for stops, their features, the scorer, and how trips are put together; `trips.find_trips` is what others call."""
