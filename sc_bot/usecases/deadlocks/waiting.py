"""A promise is blocked: what it needs, of whom, and which promises must be kept first. A circle is told at once."""

from dataclasses import replace

from sc_bot.domain.answers import Answer, Promised
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments.changing import Need, block_commitment
from sc_bot.usecases.commitments.stepping import open_commitment
from sc_bot.usecases.deadlocks.finding import report_circle


def block(database: Database, asked: Asked, reference: str, need: Need) -> Answer:
    """Block it; where what it waits for leads back to it, the answer says so, and the deadlock is found.

    Raises:
        Refused: as `block_commitment`.
    """
    answer = block_commitment(database, asked, reference, need)
    if not isinstance(answer, Promised) or not need.waits_for:
        return answer
    with database.reading() as uow:
        _, commitment = open_commitment(uow, asked, reference, to_change=False)
    return replace(answer, circle=report_circle(database, answer.community, commitment.id, asked.now))
