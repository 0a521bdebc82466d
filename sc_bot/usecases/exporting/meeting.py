"""What committees decided in their meetings, as far as a reader may know what it is about."""

from collections.abc import Iterator

from sc_bot.domain.answerable import facilitates
from sc_bot.domain.decisions import Behalf
from sc_bot.domain.exports import DecisionRow
from sc_bot.domain.meetings import HELD, Item, Meeting, reads_words, sits
from sc_bot.domain.problems import Problem, State
from sc_bot.ports import UnitOfWork
from sc_bot.usecases.exporting.looking import Looker
from sc_bot.usecases.meetings.seeing import Words, words_of

PAGE = 500  # items that are read at once


def committee_rows(uow: UnitOfWork, looker: Looker) -> Iterator[DecisionRow]:
    """Every decision of a meeting that is over, the oldest first."""
    last = 0
    while page := uow.meetings.decided(looker.place, last, PAGE):
        items = [each for each, _ in page]
        about = sorted({each.problem for each in items if each.problem is not None})
        problems = {each.id: each for each in uow.problems.several(about)}
        words = words_of(uow, items)
        for item, meeting in page:
            problem = problems[item.problem] if item.problem is not None else None
            if meeting.phase in HELD and _finds(looker, meeting, problem):
                yield _row(looker, item, meeting, problem, words)
        last = items[-1].id


def _finds(looker: Looker, meeting: Meeting, problem: Problem | None) -> bool:
    """Its members find what they may know of; others what they read anyway."""
    committee = looker.place.community.committee(meeting.committee)
    if committee is None or not reads_words(looker.person):
        return False
    is_inside = sits(looker.person, committee) or facilitates(looker.person, looker.place.community)
    if problem is None:
        return is_inside
    seen = looker.sees(problem)
    return seen.exists and problem.state is not State.WITHDRAWN and (is_inside or seen.text)


def _row(looker: Looker, item: Item, meeting: Meeting, problem: Problem | None, words: Words) -> DecisionRow:
    committee = looker.place.community.committee(meeting.committee)
    day = looker.calendar.local_date(meeting.at)
    return DecisionRow(
        reference=f"{meeting.committee}-{day.isoformat()}.{item.id}",
        problem=problem.reference if problem else "",
        question=words.of(item, item.decided),
        otherwise=None,
        behalf=Behalf.COMMITTEE,
        institution=None,
        asked_on=day,
        due=None,
        standing=None,
        committee=committee.name if committee else None,
    )
