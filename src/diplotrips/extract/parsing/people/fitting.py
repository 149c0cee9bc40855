"""Whether a bare office or position can stand for somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplotrips.extract.parsing.mentions import Role

if TYPE_CHECKING:
    from diplotrips.extract.parsing.people.profile import Given, Profile

_LEADERS = frozenset(
    {
        "president",
        "monarch",
        "prime-minister",
        "chancellor",
        "head-of-junta",
        "supreme-leader",
        "party-leader",
        "opposition-leader",
        "movement-leader",
        "",
    }
)
_DIPLOMATS = frozenset(
    {
        "foreign-minister",
        "ambassador",
        "deputy-foreign-minister",
        "special-envoy",
        "special-representative",
        "high-representative",
        "consul-general",
        "permanent-representative",
        "assistant-secretary",
        "spokesperson",
    }
)
_GENERIC = {
    "leader": _LEADERS,
    "ruler": _LEADERS,
    "strongman": _LEADERS,
    "diplomat": _DIPLOMATS,
    "secretary": frozenset(
        {"foreign-minister", "defence-minister", "finance-minister", "trade-minister", "assistant-secretary", "secretary-general"}
    ),
    "envoy": frozenset({"special-envoy", "special-representative", "ambassador"}),
    "deputy": frozenset({"deputy-foreign-minister", "deputy-minister", "legislator"}),
    "chairman": frozenset({"commission-president", "president-of-organization", "committee-chair"}),
}


def fits(given: Given, profile: Profile) -> bool:
    """Tell whether the title *given*, with no name beside it, can stand for somebody of that *profile*."""
    if given.title.country and profile.country and given.title.country != profile.country:
        return False
    position = given.title.position
    if position.kind in {"expert", "by-organization"}:
        return profile.role is Role.EXPERT
    if position.office == "=" or profile.title is None:
        return False
    if given.title.is_former != profile.title.title.is_former:
        return False
    return _is_office(position.office, position.phrase[-1], profile)


def _is_office(office: str, head: str, profile: Profile) -> bool:
    if office == profile.office and office:
        return True
    if office == "minister":
        return "minister" in profile.words and profile.office.endswith("minister") and not profile.office.startswith(("prime", "deputy"))
    if head in {"secretary", "chairman", "deputy"} and head not in profile.words:
        return False
    if head in _GENERIC:
        return profile.office in _GENERIC[head] and profile.role is not Role.EXPERT
    is_official = profile.role in {Role.OFFICIAL, Role.SPOKESPERSON}
    return not office and head in {"official", "politician", "statesman", "stateswoman", "visitor", "guest"} and is_official
