"""Somebody cannot be reached in Slack: what is theirs goes by e-mail, what is to be done to who stands in.

The facilitator is told when neither reaches them, or when somebody who has things to do is gone: once for each cause.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain.addresses import by_mail, mailed
from sc_bot.domain.answerable import chain, facilitators, is_kept_out
from sc_bot.domain.common_notices import Projector
from sc_bot.domain.community import Person
from sc_bot.domain.notices import DOCUMENTS, DirectorCard, Posting, Told, TriageCard, Unplaced
from sc_bot.domain.unreached import Mail, key_of, kind_of
from sc_bot.ports import Envelope, Place, UnitOfWork


@dataclass(frozen=True, slots=True)
class Unreached:
    """A message that did not reach its reader: why, and whether e-mail is set up."""

    envelope: Envelope
    reason: str
    has_mail: bool
    now: datetime


def who_else(uow: UnitOfWork, case: Unreached) -> str | None:
    """The target of the message now, after telling whoever else is to be told; None when nobody is left.

    What an author alone may see goes to nobody else; what stands in a channel is nobody's but the channel's. What
    stands already and is only edited is no news: it does not go by e-mail.
    """
    found = _meant(uow, case)
    if found is None:
        return _from_channel(uow, case)
    place, person = found
    mail = _mail(case, person)
    following = _next_after(uow, place, person, case.envelope)
    if mail is not Mail.GOES or following is not None:
        _tell_facilitator(uow, place, case, person, mail)
    own = by_mail(place.id, person.id) if mail is Mail.GOES and case.envelope.ts is None else None
    if following is not None and own is not None:
        _copy(uow, case, own)
    return following or own


def tell_unreached(uow: UnitOfWork, envelope: Envelope, mail: Mail, now: datetime) -> None:
    """An e-mail was given up, too: the facilitator is told why."""
    case = Unreached(envelope, "", has_mail=True, now=now)
    found = _meant(uow, case)
    if found is not None:
        place, person = found
        _tell_facilitator(uow, place, case, person, mail)


def _mail(case: Unreached, person: Person) -> Mail:
    """Whether it goes by e-mail."""
    if isinstance(case.envelope.notice, DOCUMENTS):
        return Mail.NO_FILE
    if not person.email:
        return Mail.NO_ADDRESS
    return Mail.GOES if case.has_mail else Mail.NOT_SET_UP


def _copy(uow: UnitOfWork, case: Unreached, to: str) -> None:
    """What is to be done is with who stands in; whose it was reads it all the same."""
    envelope = case.envelope
    copy = Posting(notice=envelope.notice, to=to, key=f"mail:{envelope.id}", due_at=case.now)
    uow.outbox.post(envelope.workspace, envelope.problem, [copy])


def _from_channel(uow: UnitOfWork, case: Unreached) -> str | None:
    """The facilitator hears that the bot cannot write there; what hangs on a wall goes to who leads the meeting."""
    envelope, notice = case.envelope, case.envelope.notice
    meeting = uow.meetings.get(notice.meeting) if isinstance(notice, Projector) else None
    about = uow.problems.by_id(envelope.problem) if envelope.problem is not None else meeting
    places = [uow.communities.get(about.community)] if about else uow.communities.in_workspace(envelope.workspace)
    place = next((each.at(case.now) for each in places if about or envelope.to in each.channels.values()), None)
    if place is None:
        return None
    named = next((name for name, channel in place.channels.items() if channel == envelope.to), envelope.to)
    _post(uow, place, case, Unplaced(named, case.reason, place.id))
    leads = uow.communities.person(place.id, meeting.moderator) if meeting and meeting.moderator else None
    return leads.slack_id if leads else None


def _meant(uow: UnitOfWork, case: Unreached) -> tuple[Place, Person] | None:
    """Who was written to, and where: the community of the problem or of the notice, or their first one.

    An author whom the community no longer knows is still one.
    """
    envelope = case.envelope
    members = uow.communities.members(envelope.workspace, envelope.to)
    places = [(each.place.at(case.now), each.person) for each in members]
    said = getattr(envelope.notice, "community", None)
    problem = uow.problems.by_id(envelope.problem) if envelope.problem is not None else None
    community = problem.community if problem is not None else said
    found = next((each for each in places if each[0].id == community), None) or next(iter(places), None)
    if found is not None or problem is None:
        return found
    author = uow.communities.person(problem.community, problem.reporter)
    if author is None or envelope.to not in _targets(problem.community, author):
        return None
    return uow.communities.get(problem.community).at(case.now), author


def _targets(community: int, person: Person) -> Sequence[str | None]:
    return person.slack_id, by_mail(community, person.id)


def _tell_facilitator(uow: UnitOfWork, place: Place, case: Unreached, who: Person, mail: Mail) -> None:
    problem = uow.problems.by_id(case.envelope.problem) if case.envelope.problem is not None else None
    kind = kind_of(case.envelope.notice, is_author=problem is not None and problem.reporter == who.id)
    _post(uow, place, case, Unplaced(who.id, case.reason, place.id, mail.value, kind.value))


def _post(uow: UnitOfWork, place: Place, case: Unreached, notice: Unplaced) -> None:
    """To the facilitator, or to who stands in if it is the facilitator who cannot be reached."""
    theirs = mailed(case.envelope.to)
    heads = facilitators(place.community)
    head = next((each for each in heads if each.slack_id != case.envelope.to and (place.id, each.id) != theirs), None)
    if head is None:
        return
    told = Posting(notice=notice, to=head.slack_id or "", key=key_of(notice), due_at=case.now)
    uow.outbox.post(case.envelope.workspace, None, [told])


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
