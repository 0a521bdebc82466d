"""What general managers were asked to decide, as far as a reader may see the problems that it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from sc_bot.domain.community import Localised
from sc_bot.domain.decisions import UNDECIDED, Deciding, Decision, Reply, Said, may_be_asked, standing
from sc_bot.domain.exports import DecisionRow
from sc_bot.domain.problems import Problem, State
from sc_bot.ports import UnitOfWork
from sc_bot.usecases.exporting.looking import Looker

PAGE = 500  # requests that are read at once
RUNNING = 500  # requests that wait for answers


def decision_rows(uow: UnitOfWork, looker: Looker) -> Iterator[DecisionRow]:
    """Every request, the oldest first; four queries a page."""
    last = 0
    while page := uow.decisions.page(looker.place, last, PAGE):
        problems = {each.id: each for each in uow.problems.several(sorted({each.problem for each in page}))}
        told = [replace(each, said=_told(looker, problems[each.problem], each)) for each in page]
        texts = uow.history.bodies([text for each in told for text in _texts(each)])
        for whole, each in zip(page, told, strict=True):
            if each.said:
                problem = problems[each.problem]
                yield _row(looker, problem, each, texts, standing(whole, problem, looker.place.community, looker.now))
        last = page[-1].id


def open_questions(uow: UnitOfWork, looker: Looker) -> int:
    """How many requests wait for a decision, of those that the reader finds; what is to be discussed waits too."""
    running = uow.decisions.running_in(looker.place, RUNNING)
    problems = {each.id: each for each in uow.problems.several(sorted({each.problem for each in running}))}
    both = [(each, problems[each.problem]) for each in running]
    return sum(
        problem.is_open
        and bool(_told(looker, problem, each))
        and standing(each, problem, looker.place.community, looker.now) in UNDECIDED
        for each, problem in both
    )


def _told(looker: Looker, problem: Problem, decision: Decision) -> tuple[Said, ...]:
    """The answers that the reader may see: all where they read the problem; else, if they are asked, their own.

    What was withdrawn is in no sheet; a question tells what the problem is about.
    """
    seen = looker.sees(problem)
    if problem.state is State.WITHDRAWN or not seen.exists:
        return ()
    own = decision.of(looker.person.id) if may_be_asked(looker.person, problem, looker.place.community) else None
    return decision.said if seen.text else (own,) if own else ()


def _texts(decision: Decision) -> list[int]:
    reasons = [each.reason for each in decision.said if each.reason is not None]
    return [decision.question, decision.otherwise, *reasons]


def _row(looker: Looker, problem: Problem, decision: Decision, texts: Mapping[int, str], now: Deciding) -> DecisionRow:
    zone = ZoneInfo(decision.zone)
    return DecisionRow(
        reference=decision.reference,
        problem=problem.reference,
        question=texts.get(decision.question),
        otherwise=texts.get(decision.otherwise),
        behalf=decision.behalf,
        institution=looker.name(decision.institution),
        asked_on=decision.made_at.astimezone(zone).date(),
        due=decision.due.day,
        standing=now,
        agreed=_homes(looker, decision, Reply.AGREE),
        refused=_homes(looker, decision, Reply.NO),
        to_discuss=_homes(looker, decision, Reply.DISCUSS),
        silent=_homes(looker, decision, None),
        reasons=tuple(texts[each.reason] for each in decision.said if each.reason is not None and each.reason in texts),
    )


def _homes(looker: Looker, decision: Decision, reply: Reply | None) -> tuple[Localised, ...]:
    """The institutions whose general managers answered so."""
    homes = (looker.name(looker.homes.get(each.person)) for each in decision.said if each.reply is reply)
    return tuple(each for each in homes if each is not None)
