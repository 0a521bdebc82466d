"""What those hear who see a problem too: what its author is told, each once, and nothing of who else reported."""

from sc_bot.domain.answerable import answering
from sc_bot.domain.events import Happened
from sc_bot.domain.joining import Joined
from sc_bot.domain.notices import Posting, ToldToo
from sc_bot.domain.problems import FINISHED
from sc_bot.ports import UnitOfWork
from sc_bot.usecases.telling import Telling

_TOLD = frozenset(
    {
        Happened.ACCEPTED,
        Happened.ASSIGNED,
        Happened.RETURNED,
        Happened.COMMITTED,
        Happened.REDATED,
        Happened.SLIPPED,
        Happened.CLOSED,
        Happened.REOPENED,
        Happened.WITHDRAWN,
        Happened.SPLIT,
    }
)
"""A question is for its author alone: two answers to one question help nobody."""


def told_too(uow: UnitOfWork, telling: Telling, kind: Happened) -> list[Posting]:
    """A message about this step to everybody who joined its problem, but who acts and who answers for it."""
    given_up = kind is Happened.CANCELLED and telling.problem.state not in FINISHED
    if kind not in _TOLD and not given_up:
        return []
    in_charge = answering(telling.community, telling.problem)
    stay = [each for each in uow.joinings.of(telling.problem.id) if each.left_at is None]
    away = {in_charge.id if in_charge else None, telling.problem.reporter}
    return [posting for each in stay if each.person not in away for posting in _posting(uow, telling, each, kind)]


def _posting(uow: UnitOfWork, telling: Telling, joined: Joined, kind: Happened) -> list[Posting]:
    person = uow.communities.person(joined.community, joined.person)
    if person is None or person.slack_id in (None, telling.actor):
        return []
    return [
        Posting(
            notice=ToldToo(telling.problem.id, telling.event),
            to=person.slack_id or "",
            key=f"told_too:{telling.event}:{person.slack_id}",
            due_at=telling.now,
            surface=kind is Happened.CLOSED,  # its buttons disappear when they are answered
        )
    ]
