"""The features of candidates and the scorer's weights."""

from __future__ import annotations

from diplotrips.extract.parsing.article import Article
from diplotrips.extract.parsing.people.inventory import find_people
from diplotrips.extract.parsing.places.mentions import find_places
from diplotrips.extract.parsing.segmenting.layout import take_apart
from diplotrips.extract.parsing.times.times import find_times
from diplotrips.extract.parsing.trips.features import NAMES, SIGNS, Candidate, candidates
from diplotrips.extract.parsing.trips.scene import read_scene
from diplotrips.extract.parsing.trips.scoring import scorer


def candidates_in(text: str) -> dict[str, Candidate]:
    """Return the candidates of *text* by country."""
    layout = take_apart(Article(text))
    places = find_places(layout)
    scene = read_scene(layout, places, find_people(layout, places), find_times(layout, None))
    return {candidate.country: candidate for candidate in candidates(scene)}


def test_every_weight_has_the_sign_of_its_feature() -> None:
    """No weight of the package contradicts what its feature is expected to say."""
    wrong = {name: weight for name, weight in scorer().weights.items() if weight * SIGNS[name] < 0}

    assert wrong == {}
    assert set(scorer().weights) == set(NAMES)


def test_features_tell_how_a_country_is_spoken_of() -> None:
    """A country that is visited, one that is not, and one that only names somebody differ in their features."""
    found = candidates_in("Ghana's Foreign Minister Ama Darko will visit Peru. She will not visit Chile. The Cuban president is Raul Mora.")

    assert found["PE"].values["visited"] == 1.0
    assert found["PE"].values["in_lead"] == 1
    assert found["CL"].values["negated"] == 1
    assert "visited" not in found["CL"].values
    assert "GH" not in found


def test_vectors_follow_the_names() -> None:
    """A vector has one number a feature, in the order of the names."""
    found = candidates_in("Ghana's Foreign Minister Ama Darko will visit Peru.")

    assert len(found["PE"].vector) == len(NAMES)
    assert found["PE"].vector[NAMES.index("visited")] == 1.0


def test_scores_rise_with_evidence() -> None:
    """A country that is visited scores above one half, one that is only named below."""
    found = candidates_in("Ghana's Foreign Minister Ama Darko will visit Peru. Chile and Peru quarrel about fish.")

    assert scorer().score(found["PE"]) > 0.5 > scorer().score(found["CL"])
