"""The community, stored: imported from its file and read back.

The file and Slack both change a community. The file is applied where the file itself changed since it was last read;
what was changed in Slack stays, and shows as a difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sc_bot.domain.community import Community, Institution, Person, Role
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.handing_over import hand_over
from sc_bot.usecases.merging import merged
from sc_bot.usecases.ties import is_newcomer, tie


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: `before` stands now (None: nothing yet), `after` would."""

    workspace: str
    place: Place | None
    before: Community | None
    file: Community
    after: Community


def plan_import(
    uow: UnitOfWork, workspace: str, file: Community, *, force: bool = False, to_change: bool = False
) -> Plan:
    """Compare a valid community file with what is stored; `force` takes the file as it is.

    `to_change`: the plan is going to be carried out in this unit of work.
    """
    existing = _existing(uow, workspace, file)
    if existing is None:
        return Plan(workspace, None, None, file, file)
    place = uow.communities.get(existing.id, to_change=to_change)
    before = export_community(uow, place)
    said = None if force else uow.communities.file_of(place)
    after = file if said is None else merged(said, _without_twins(before, file), file)
    return Plan(workspace, place, before, file, after)


def apply_import(
    uow: UnitOfWork,
    plan: Plan,
    now: datetime,
    *,
    channels: Mapping[str, str],
    slack_ids: Mapping[str, str] | None = None,
) -> Place:
    """Do what was planned; open problems go to whoever answers for them afterwards.

    Args:
        uow: the unit of work in which the plan was made.
        plan: the plan.
        now: the time.
        channels: the Slack id of each channel by its name in the file.
        slack_ids: the Slack ids of people whom the file ties by e-mail, by their id in the file.
    """
    place = plan.place or uow.communities.create(plan.workspace, plan.after, now)
    planned = replace(place, community=plan.after)
    if replace(place.community, people=()) != replace(plan.after, people=()):
        uow.communities.save_settings(place, plan.after, actor=None, now=now)
    if dict(place.channels) != dict(channels):
        uow.communities.save_channels(planned, channels)
    _save_people(uow, planned, slack_ids or {}, now)
    if uow.communities.file_of(place) != plan.file:
        uow.communities.keep_file(planned, plan.file)
    result = uow.communities.get(place.id)
    if plan.place is not None:
        hand_over(uow, plan.place, result, now)
    return result


def import_community(
    uow: UnitOfWork, workspace: str, community: Community, now: datetime, *, channels: Mapping[str, str]
) -> Place:
    """Store a community as its file says; importing it twice changes nothing.

    What is missing from the file is deactivated, never deleted. `channels` gives the Slack id of each channel's name.
    """
    plan = plan_import(uow, workspace, community, to_change=True)
    return apply_import(uow, plan, now, channels=channels)


def export_community(uow: UnitOfWork, place: Place) -> Community:
    """The community as its file would say it: without newcomers who hold no office, and without what Slack told us."""
    said = uow.communities.file_of(place)
    community = place.community
    stand_in = {each for institution in community.institutions for each in institution.delegates}
    stand_in.add(community.settings.facilitator_substitute or "")
    people = tuple(
        _as_filed(each, said.person(each.id) if said else None)
        for each in uow.communities.people(place.id)
        if not is_newcomer(each) or set(each.roles) != {Role.CAREGIVER} or each.id in stand_in
    )
    return _without_absent_stand_ins(replace(community, people=people))


def code_taken_by(uow: UnitOfWork, workspace: str, file: Community) -> str | None:
    """The id of another community of this workspace that has the file's code: their references would be the same."""
    places = (each.community.settings for each in uow.communities.in_workspace(workspace))
    mine = file.settings
    return next((each.id for each in places if each.code == mine.code and each.id != mine.id), None)


def _existing(uow: UnitOfWork, workspace: str, community: Community) -> Place | None:
    places = uow.communities.in_workspace(workspace)
    return next((each for each in places if each.community.settings.id == community.settings.id), None)


def _without_twins(stored: Community, file: Community) -> Community:
    """Leave out newcomers whom the file names under an id of its own: they become that person."""
    named = {each.slack_id: each.id for each in file.people if each.slack_id}
    people = tuple(each for each in stored.people if named.get(each.slack_id or "", each.id) == each.id)
    return replace(stored, people=people)


def _save_people(uow: UnitOfWork, place: Place, slack_ids: Mapping[str, str], now: datetime) -> None:
    before = {each.id: each for each in uow.communities.people(place.id)}
    order = [each.id for each in place.community.people]
    named = set(order)
    unnamed = {each.slack_id for each in before.values() if each.slack_id and each.id not in named}
    for position, said in enumerate(place.community.people):
        person = _tied(said, before.get(said.id), slack_ids.get(said.id))
        if person != before.get(said.id):
            uow.communities.save_person(place, person, actor=None, now=now, position=position)
            if person.slack_id in unnamed:
                tie(uow, place, person, actor=None, now=now)
    for each in uow.communities.people(place.id):
        if each.id not in order:
            _leave(uow, place, each, now)
    if [each.id for each in uow.communities.people(place.id)][: len(order)] != order:
        uow.communities.order_people(place, order)


def _tied(person: Person, earlier: Person | None, found: str | None) -> Person:
    """Somebody whom the file ties by e-mail keeps the Slack id that was found for it."""
    if person.slack_id is not None:
        return person
    kept = earlier.slack_id if earlier is not None and earlier.email == person.email else None
    return replace(person, slack_id=found or kept)


def _leave(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> None:
    """Whom the file does not name is deactivated; whom Slack brought loses their offices, and may still report."""
    if not is_newcomer(person):
        uow.communities.retire_person(place, person.id, actor=None, now=now)
    elif set(person.roles) != {Role.CAREGIVER}:
        uow.communities.save_person(place, replace(person, roles=(Role.CAREGIVER,)), actor=None, now=now)


def _as_filed(person: Person, said: Person | None) -> Person:
    """A person as a file says them: with a name, and tied by the e-mail alone where the file did so."""
    by_email = said is not None and said.slack_id is None and said.email == person.email
    return replace(person, name=person.name or person.id, slack_id=None if by_email else person.slack_id)


def _without_absent_stand_ins(community: Community) -> Community:
    """Whoever left stands in for nobody."""
    substitute = community.settings.facilitator_substitute
    present = substitute if substitute and community.person(substitute) else None
    settings = replace(community.settings, facilitator_substitute=present)
    institutions = tuple(_with_present_delegates(each, community) for each in community.institutions)
    return replace(community, settings=settings, institutions=institutions)


def _with_present_delegates(institution: Institution, community: Community) -> Institution:
    return replace(institution, delegates=tuple(each for each in institution.delegates if community.person(each)))
