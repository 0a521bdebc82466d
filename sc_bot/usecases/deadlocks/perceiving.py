"""Somebody says that a problem is perceived as unsolvable. Each perception is kept; none replaces an earlier one."""

from dataclasses import replace

from sc_bot.domain.answers import Answer
from sc_bot.domain.deadlock_signs import AUTHOR
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.perceiving import perceives_as
from sc_bot.domain.permissions import Verb
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.changing import Case, change
from sc_bot.usecases.stuck import look_at


def perceive(database: Database, asked: Asked, reference: str) -> Answer:
    """Keep it with who and as what; it is a sign of a deadlock at once.

    Once a person, until a way out is decided: what is repeated is not perceived more.

    Raises:
        Refused: NOT_FOUND, or NOT_YOURS: they take no part in it.
    """

    def act(case: Case) -> Answer:
        office = perceives_as(case.person, case.problem, case.community)
        if not case.problem.is_open or office is None:
            return case.faster()
        if _said_already(case, office):
            return replace(case.faster(frozenset({Happened.PERCEIVED})), own=True)
        after = replace(case.problem, unresolvable=True)
        case.happened(Happened.PERCEIVED, after, details=(office,))
        look_at(case.uow, case.member.place, replace(after, version=after.version + 1), case.now)
        return case.done(Verb.PERCEIVE, after)

    return change(
        database,
        asked,
        reference,
        Verb.PERCEIVE,
        act,
        permit=lambda person, problem, community: perceives_as(person, problem, community) is not None,
    )


def _said_already(case: Case, office: str) -> bool:
    decided = [each.ended_at for each in case.uow.deadlocks.of(case.problem.id) if each.is_decided and each.ended_at]
    said = [each for each in case.uow.history.of(case.problem.id) if each.kind is Happened.PERCEIVED]
    return any(_is_of(case, each, office) and (not decided or each.at > decided[-1]) for each in said)


def _is_of(case: Case, step: Event, office: str) -> bool:
    return step.actor == (None if office == AUTHOR else case.person.id) and step.details[:1] == (office,)
