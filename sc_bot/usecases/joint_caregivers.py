"""The caregivers whom a joint change concerns: who hears that it went, and who says whether it changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sc_bot.calendar import working_calendar
from sc_bot.domain.community import Community, Person
from sc_bot.domain.joint_changes import Part
from sc_bot.domain.problems import Problem
from sc_bot.ports import Place, UnitOfWork


@dataclass(frozen=True, slots=True)
class Concerned:
    """A caregiver who sees one of the problems, and where they work; `institution` None: it is not known."""

    person: Person
    problem: Problem
    institution: str | None


def concerned(uow: UnitOfWork, place: Place, problems: Sequence[Problem]) -> list[Concerned]:
    """Every caregiver whom these problems concern, each once: who reported one of them, and who sees it too."""
    found: dict[str, Concerned] = {}
    for each in problems:
        too = [(one.person, one.institution) for one in uow.joinings.of(each.id) if one.left_at is None]
        for person, institution in ((each.reporter, each.reporter_institution), *too):
            known = uow.communities.person(place.id, person)
            if known is not None and known.slack_id:
                found.setdefault(known.id, Concerned(known, each, institution))
    return list(found.values())


def checkers(uow: UnitOfWork, place: Place, problems: Sequence[Problem], institution: str) -> list[Concerned]:
    """Who says whether it changed at an institution: its caregivers; none where a small team would name them.

    Where there are none, whoever answers for the institution asks on the ground.
    """
    home = place.community.institution(institution)
    if home is None or (home.staff is not None and home.staff < place.community.policies.small_group):
        return []
    return [each for each in concerned(uow, place, problems) if each.institution == institution]


ASKED_AGAIN, IN_VAIN = 1, 2
"""After how many times as many working days as what stands still is looked at again."""


def silent_for(community: Community, part: Part, today: date, times: int) -> bool:
    """Whether a part whose caregivers were asked has waited so long for their answer."""
    if not part.checking or part.check_on is None:
        return False
    days = working_calendar(community).working_days_between(part.check_on, today)
    return days >= times * community.policies.stale_working_days


def asks_on_the_ground(uow: UnitOfWork, place: Place, problems: Sequence[Problem], part: Part, today: date) -> bool:
    """Whether who answers for an institution says it: no caregiver is asked there, or none of them has answered."""
    if silent_for(place.community, part, today, IN_VAIN):
        return True
    return not checkers(uow, place, problems, part.institution)
