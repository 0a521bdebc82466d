"""Read promises: one, and one's own list."""

from collections.abc import Sequence
from dataclasses import dataclass

from sc_bot.domain.answers import Faster
from sc_bot.domain.community import Community
from sc_bot.domain.promising import Act
from sc_bot.domain.references import Mark, split_reference
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.views import CommitmentView
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked, member_of_reading
from sc_bot.usecases.commitments.stepping import faster_than, open_commitment
from sc_bot.usecases.promises import Looking

LISTED = 50  # promises that one person may choose from


@dataclass(frozen=True, slots=True)
class SeenCommitment:
    """One promise, for somebody about to do something to it, and their community."""

    view: CommitmentView
    community: Community


def see_commitment(database: Database, asked: Asked, reference: str, act: Act | None = None) -> SeenCommitment | Faster:
    """One promise; if `act` no longer applies, who was faster.

    Raises:
        Refused: NOT_FOUND, or NOT_YOURS.
    """
    with database.reading() as uow:
        case, commitment = open_commitment(uow, asked, reference, to_change=False)
        looking = Looking(uow, case.member.place, case.person, asked.now)
        view = looking.at(case.problem, commitment)
        if act is None or act in view.offers:
            return SeenCommitment(view, case.community)
        return faster_than(case, commitment, act)


def own_promises(database: Database, asked: Asked) -> Sequence[CommitmentView]:
    """What one owes, is asked to take over, or is needed for; the first due first.

    Raises:
        Refused: NO_COMMUNITY.
    """
    with database.reading() as uow:
        member = member_of_reading(uow, asked)
        if member is None:
            raise Refused(Why.NO_COMMUNITY)
        looking = Looking(uow, member.place, member.person, asked.now)
        return promises_owed(looking)


def promises_owed(looking: Looking) -> list[CommitmentView]:
    """The same, inside a unit of work."""
    owed = looking.uow.commitments.owed_by(looking.place, looking.person.id, LISTED)
    both = [(looking.uow.problems.by_id(each.problem), each) for each in owed]
    return [looking.at(problem, each) for problem, each in both if looking.may_know_of(problem)]


def is_a_commitment(reference: str) -> bool:
    """Whether this is how a promise is called: `ONC-42.1`."""
    return split_reference(reference, Mark.PROMISE) is not None
