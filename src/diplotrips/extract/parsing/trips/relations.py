"""How a passage has somebody at a place, and which verbs and nouns govern a place by which prepositions."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """How a passage has somebody at a place."""

    OBJECT = "object"
    """Visits it, reaches it."""
    MOTION = "motion"
    """Goes to it, lands in it."""
    TRIP = "trip"
    """A visit to it, its leg of the tour."""
    ITINERARY = "itinerary"
    """It is a stop, the next one, the end of the tour."""
    STAY = "stay"
    """Is in it."""
    EDGE = "edge"
    """A tour begins or ends in it."""
    EVENT = "event"
    """Meets, speaks, attends in it."""
    FRONTED = "fronted"
    """It stands before the one who goes there."""
    HEADING = "heading"
    """It is the heading of a part of the article."""
    AWAITED = "awaited"
    """It awaits somebody."""
    LOCATIVE = "locative"
    """In it, without more."""
    ORIGIN = "origin"
    """From it."""
    TRANSIT = "transit"
    """Through it, without a programme."""
    HOST = "host"
    """Its officials receive or meet somebody."""
    SKIPPED = "skipped"
    BARE = "bare"
    """Nothing says that anybody is there."""


IN = frozenset({"in", "at", "on", "inside", "within", "near", "outside"})

TO = frozenset({"to", "into", "onto", "towards", "toward"})

ACROSS = frozenset({"through", "across", "around", "throughout"})

RULES: dict[tuple[str, bool], tuple[tuple[frozenset[str], int, Relation], ...]] = {
    ("visit", False): ((frozenset({""}), 3, Relation.OBJECT), (IN, 5, Relation.EVENT)),
    ("reach", False): (
        (frozenset({""}), 2, Relation.OBJECT),
        (frozenset({"from"}), 3, Relation.ORIGIN),
    ),
    ("go", False): (
        (TO | ACROSS | {"for"}, 7, Relation.MOTION),
        (frozenset({"between"}), 0, Relation.MOTION),
        (frozenset({"via"}), 7, Relation.TRANSIT),
        (frozenset({"from"}), 3, Relation.ORIGIN),
    ),
    ("onward", False): ((TO | ACROSS | {"for"}, 6, Relation.MOTION), (IN, 2, Relation.MOTION), (frozenset({"from"}), 3, Relation.ORIGIN)),
    ("arrive", False): ((IN | TO, 6, Relation.MOTION), (frozenset({""}), 0, Relation.MOTION), (frozenset({"from"}), 3, Relation.ORIGIN)),
    ("stay", False): ((IN | {"to"}, 5, Relation.STAY),),
    ("transit", False): ((IN | TO | ACROSS | {"", "via"}, 6, Relation.TRANSIT),),
    ("leave", False): (
        (frozenset({"", "from"}), 2, Relation.ORIGIN),
        (frozenset({"of"}), 0, Relation.ORIGIN),
        (TO | {"for"}, 8, Relation.MOTION),
        (IN, 4, Relation.MOTION),
    ),
    ("return", False): ((frozenset({"from"}), 3, Relation.ORIGIN), (TO | IN, 5, Relation.TRANSIT)),
    ("begin", False): ((IN | {"with", "by"}, 10, Relation.EDGE), (frozenset({"from"}), 4, Relation.EDGE)),
    ("end", False): ((IN | {"with"}, 10, Relation.EDGE),),
    ("meet", False): ((IN, 14, Relation.EVENT),),
    ("appear", False): ((IN, 12, Relation.EVENT),),
    ("host", False): ((IN, 8, Relation.EVENT),),
    ("skip", False): ((frozenset({""}), 3, Relation.SKIPPED),),
    ("visit", True): ((TO | ACROSS | {"of"} | IN, 5, Relation.TRIP), (frozenset({""}), 0, Relation.TRIP)),
    ("stop", True): ((IN | {"to"}, 5, Relation.TRIP),),
    ("way", True): ((TO, 1, Relation.MOTION),),
    ("event", True): ((IN, 6, Relation.EVENT),),
    ("arrival", True): ((IN | TO, 4, Relation.MOTION), (frozenset({"from"}), 2, Relation.ORIGIN)),
    ("departure", True): ((frozenset({"from"}), 3, Relation.ORIGIN), (frozenset({"for", "to"}), 3, Relation.MOTION)),
}
