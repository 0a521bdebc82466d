"""Somebody cannot be reached in Slack: who gets their messages instead."""

from datetime import datetime

from sc_bot.domain.answerable import chain, facilitators
from sc_bot.domain.community import Person
from sc_bot.domain.notices import DirectorCard, Posting, Told, Unplaced
from sc_bot.ports import Envelope, Place, UnitOfWork


def who_else(uow: UnitOfWork, envelope: Envelope, reason: str, now: datetime) -> str | None:
    """The Slack id of the next in the chain, after telling the facilitator why; None when nobody is left.

    What an author alone may see goes to nobody else.
    """
    members = uow.communities.members(envelope.workspace, envelope.to)
    if not members:
        return None
    place, person = members[0].place, members[0].person
    heads = facilitators(place.community)
    if heads and heads[0].id != person.id:
        notice = Unplaced(person.id, reason)
        key = f"unplaced:{place.id}:{person.id}:{reason}"
        uow.outbox.post(
            envelope.workspace,
            None,
            [Posting(notice=notice, to=heads[0].slack_id or "", key=key, due_at=now)],
        )
    return _next_after(uow, place, person, envelope)


def _next_after(uow: UnitOfWork, place: Place, person: Person, envelope: Envelope) -> str | None:
    if envelope.problem is None:
        return None
    problem = uow.problems.by_id(envelope.problem)
    if person.id == problem.reporter or not isinstance(envelope.notice, DirectorCard | Told):
        return None
    line = chain(place.community, problem.institution)
    after = [each for each in line if each.id != person.id]
    passed = next((i for i, each in enumerate(line) if each.id == person.id), -1)
    return next((each.slack_id for each in after[max(passed, 0) :]), None)
