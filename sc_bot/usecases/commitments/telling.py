"""Who hears of a promise: its author of the problem, who owes it, who is asked."""

from sc_bot.domain.commitments import Commitment
from sc_bot.domain.notices import CommitmentCard, Posting
from sc_bot.usecases.problems.changing import Case
from sc_bot.usecases.telling import Telling, reading_time


def tell_author(case: Case, telling: Telling) -> list[Posting]:
    """The author of the problem hears that something is promised, given up or late."""
    return telling.told(author=case.author())


def cards_of(case: Case, commitment: Commitment, but: str | None = None) -> list[Posting]:
    """A card for each person whom the promise concerns and who did not just act themselves.

    `but` hears of it in a message of their own; the card that they have is edited with all others.
    """
    concerned = {commitment.owner, commitment.offered_to, commitment.needs_of} - {None, but, case.person.id}
    return [posting for each in sorted(filter(None, concerned)) for posting in card_of(case, commitment, each)]


def card_of(case: Case, commitment: Commitment, person: str) -> list[Posting]:
    """The card of one of them, in their working hours; one that exists is edited in place."""
    reader = case.uow.communities.person(commitment.community, person)
    if reader is None or not reader.slack_id:
        return []
    return [
        Posting(
            notice=CommitmentCard(commitment.problem, commitment.id),
            to=reader.slack_id,
            key=f"commitment:{commitment.id}:{person}",
            due_at=reading_time(case.community, reader, case.now),
            surface=True,
        )
    ]
