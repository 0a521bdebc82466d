"""One human, one person: a newcomer whom the community file turns out to name becomes that person."""

from dataclasses import replace
from datetime import datetime

from sc_bot.domain.community import Community, Habits, Institution, Person
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.handing_over import ALL, settle_reports


def is_newcomer(person: Person) -> bool:
    """Whether this person was met in Slack: no community file gave them an id of their own."""
    return person.id == person.slack_id


def tie(uow: UnitOfWork, place: Place, person: Person, *, actor: str | None, now: datetime) -> None:
    """Let a saved person be the only one of their Slack user: reports and offices of the newcomer become theirs."""
    for member in uow.communities.members(place.workspace, person.slack_id or ""):
        twin = member.person
        if member.place.id != place.id or twin.id == person.id:
            continue
        uow.problems.give_reports(place, twin.id, person.id)
        uow.absences.rename(place, twin.id, person.id)
        uow.decisions.rename(place, twin.id, person.id)
        uow.tryouts.rename(place, twin.id, person.id)
        uow.joint_changes.rename(place, twin.id, person.id)
        uow.lessons.rename(place, twin.id, person.id)
        uow.meetings.rename(place, twin.id, person.id)
        uow.pulse.rename(place, twin.id, person.id)
        uow.joinings.rename(place, twin.id, person.id)
        known = uow.communities.person(place.id, person.id)
        if known is not None and known.habits == Habits() != twin.habits:
            uow.communities.keep_habits(place, replace(known, habits=twin.habits), now)
        uow.communities.retire_person(place, twin.id, actor=actor, now=now)
        renamed = with_stand_in_renamed(place.community, twin.id, person.id)
        if renamed != place.community:
            uow.communities.save_settings(place, renamed, actor=actor, now=now)
        settle_reports(uow, place, person, now)
        for report in uow.problems.reported_by(place, person.id, ALL):
            uow.outbox.refresh(report.id, now)


def with_stand_in_renamed(community: Community, old: str, new: str) -> Community:
    """The community with one stand-in under another id, wherever they stand in."""
    settings = community.settings
    if settings.facilitator_substitute == old:
        settings = replace(settings, facilitator_substitute=new)
    institutions = tuple(_with_delegate_renamed(each, old, new) for each in community.institutions)
    return replace(community, settings=settings, institutions=institutions)


def _with_delegate_renamed(institution: Institution, old: str, new: str) -> Institution:
    if old not in institution.delegates:
        return institution
    named = (new if each == old else each for each in institution.delegates)
    return replace(institution, delegates=tuple(dict.fromkeys(named)))
