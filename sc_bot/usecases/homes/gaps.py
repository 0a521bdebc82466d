"""What a community lacks, for its facilitator: roles without anybody, institutions gone quiet, people out of reach."""

from collections.abc import Iterator
from datetime import datetime

from sc_bot.domain.community import Community, Localised, Person
from sc_bot.domain.community_views import GapView, PersonView
from sc_bot.domain.health import check_health
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.homes.scope import scope_of

OF_PEOPLE = frozenset({
    "no_facilitator", "facilitator_not_exclusive", "no_substitute", "no_privacy_officer", "no_moderator",
    "no_support_committee", "no_director", "no_general_manager", "no_delegate", "empty_committee",
})  # fmt: skip
"""What the community's people can mend; the rest is for whoever writes its file."""


def gaps(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> tuple[GapView, ...]:
    """What it lacks, the gravest first; then the institutions that have gone quiet while something waits for them."""
    community = place.community
    lacking = (each for each in check_health(community) if each.what in OF_PEOPLE)
    missing = [GapView(each.what, _named(community, each.about)) for each in lacking]
    return (*missing, *_quiet(uow, place, person, now))


def _quiet(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> Iterator[GapView]:
    scope = scope_of(place, person, now)
    active = uow.health.acted_since(place, scope.quiet_since)
    silent = {each.id: each.name for each in place.community.institutions if each.id not in active}
    for each in uow.overview.glances(place, scope, list(silent)) if silent else ():
        waiting = each.to_answer + each.in_hand + each.promised
        if waiting:
            yield GapView("quiet", silent[each.institution], waiting)


def unreachable(community: Community) -> tuple[PersonView, ...]:
    """Those who hold an office and cannot be told in Slack."""
    homes = {each.id: each.name for each in community.institutions}
    without = (each for each in community.people if not each.slack_id)
    return tuple(PersonView(each.name, homes.get(each.institution or "")) for each in without)


def _named(community: Community, about: str) -> Localised | None:
    """An institution, a committee or a person, by name."""
    institution, person = community.institution(about), community.person(about)
    committee = next((each for each in community.committees if each.id == about), None)
    if institution is not None:
        return institution.name
    if committee is not None:
        return committee.name
    return Localised(person.name, person.name) if person else None
