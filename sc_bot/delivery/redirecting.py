"""Somebody cannot be reached in Slack: who gets their messages instead, and the facilitator is told once."""

from datetime import datetime

from sc_bot.domain.answerable import chain, facilitators, is_kept_out
from sc_bot.domain.common_notices import Projector
from sc_bot.domain.community import Person
from sc_bot.domain.notices import DirectorCard, Posting, Told, TriageCard, Unplaced
from sc_bot.ports import Envelope, Place, UnitOfWork


def who_else(uow: UnitOfWork, envelope: Envelope, reason: str, now: datetime) -> str | None:
    """The Slack id of the next in the chain, after telling the facilitator why; None when nobody is left.

    What an author alone may see goes to nobody else; what stands in a channel is nobody's but the channel's.
    """
    members = uow.communities.members(envelope.workspace, envelope.to)
    if members:
        place, person = _meant(uow, envelope, [(each.place.at(now), each.person) for each in members])
        _tell_facilitator(uow, place, envelope, person.id, reason, now)
        return _next_after(uow, place, person, envelope)
    return _from_channel(uow, envelope, reason, now)


def _from_channel(uow: UnitOfWork, envelope: Envelope, reason: str, now: datetime) -> str | None:
    """The facilitator hears that the bot cannot write there; what hangs on a wall goes to who leads the meeting."""
    notice = envelope.notice
    meeting = uow.meetings.get(notice.meeting) if isinstance(notice, Projector) else None
    about = uow.problems.by_id(envelope.problem) if envelope.problem is not None else meeting
    if about is None:
        return None
    place = uow.communities.get(about.community).at(now)
    named = next((name for name, channel in place.channels.items() if channel == envelope.to), envelope.to)
    _tell_facilitator(uow, place, envelope, named, reason, now)
    leads = uow.communities.person(place.id, meeting.moderator) if meeting and meeting.moderator else None
    return leads.slack_id if leads else None


def _meant(uow: UnitOfWork, envelope: Envelope, places: list[tuple[Place, Person]]) -> tuple[Place, Person]:
    """Where the person was written to: the community of the problem or of the notice, or their first one."""
    said = getattr(envelope.notice, "community", None)
    community = uow.problems.by_id(envelope.problem).community if envelope.problem is not None else said
    return next((each for each in places if each[0].id == community), places[0])


def _tell_facilitator(uow: UnitOfWork, place: Place, envelope: Envelope, who: str, reason: str, now: datetime) -> None:
    head = next((each for each in facilitators(place.community) if each.slack_id != envelope.to), None)
    if head is None:
        return
    key = f"unplaced:{place.id}:{who}:{reason}"
    told = Posting(notice=Unplaced(who, reason, place.id), to=head.slack_id or "", key=key, due_at=now)
    uow.outbox.post(envelope.workspace, None, [told])


def _next_after(uow: UnitOfWork, place: Place, person: Person, envelope: Envelope) -> str | None:
    heads = facilitators(place.community)
    if isinstance(envelope.notice, TriageCard | Unplaced):
        return _after(person, heads)
    if envelope.problem is None or not isinstance(envelope.notice, DirectorCard | Told):
        return None
    problem = uow.problems.by_id(envelope.problem)
    if person.id == problem.reporter:
        return None
    line = chain(place.community, problem.institution, problem.continuum)
    return _after(person, tuple(each for each in line if each.id == person.id or not is_kept_out(each, problem)))


def _after(person: Person, line: tuple[Person, ...]) -> str | None:
    """The one behind this person; the first, for somebody who is not in the line."""
    ids = [each.id for each in line]
    behind = line[ids.index(person.id) + 1 :] if person.id in ids else line
    return next((each.slack_id for each in behind), None)
