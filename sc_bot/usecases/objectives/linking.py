"""The facilitator, or whoever has a problem, links it to one of the community's strategic objectives."""

from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.gate import Passed
from sc_bot.usecases.problems.changing import Case, change


def link_objective(database: Database, asked: Asked, reference: str, objective: str) -> Answer:
    """Link it to this one; the link before stays in the history.

    Raises:
        Refused: UNKNOWN_OBJECTIVE, or NOT_YOURS.
    """

    def act(case: Case) -> Answer:
        if case.community.objective(objective) is None:
            raise Refused(Why.UNKNOWN_OBJECTIVE, field="objective")
        case.write(TextKind.OBJECTIVE, objective, Passed())  # an id of the community file, read with the titles
        case.happened(Happened.OBJECTIVE_LINKED, details=(objective,))
        return case.done(Verb.LINK)

    return change(database, asked, reference, Verb.LINK, act)
