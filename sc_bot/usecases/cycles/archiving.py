"""The end: the facilitator archives the community; it is only read from then on, and what is open is closed.

An archive may be taken back for thirty days. What it closed stays closed, with its reason: history is not undone. An
author who disagrees opens their problem again.
"""

from dataclasses import replace
from datetime import datetime

from sc_bot.domain.answers import Answer
from sc_bot.domain.common_answers import Archived, Restored
from sc_bot.domain.cycles import Archive, may_undo
from sc_bot.domain.events import Happened
from sc_bot.domain.problems import Closing, Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.domain.transitions import close
from sc_bot.ports import Database, Member, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, must_be_open, once
from sc_bot.usecases.cycles.reviewing import head_of, keep_confirmed
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.problems.changing import Case
from sc_bot.usecases.problems.ending import give_up_promises

LONGEST = 500  # characters: it is repeated to whoever reports later
AT_ONCE = 5  # problems in one unit of work: none lasts over a tenth of a second


def archive_community(
    database: Database, asked: Asked, community: int, where_to_go: str, confirm: str | None = None
) -> Answer:
    """From now on it is only read; whoever reports is told where to go.

    Raises:
        Refused: nothing is said, too much, or it is identifying; FOR_FACILITATOR; ARCHIVED, it is already.
    """
    words = required(where_to_go, "where_to_go")
    if len(words) > LONGEST:
        raise Refused(Why.TOO_LONG, field="where_to_go", details=(str(LONGEST),))
    passed = gate({"where_to_go": words}, reason=confirm)

    def act(uow: UnitOfWork) -> Answer:
        head = head_of(uow, asked, community)
        member = replace(head, place=uow.communities.get(community, to_change=True).at(asked.now))
        must_be_open(member.place)
        waiting = uow.health.open(member.place)
        uow.cycles.archive(member.place, Archive(at=asked.now, by=member.person.id, reason=words))
        keep_confirmed(uow, member, "archive", passed, asked.now)
        return Archived(community=community, open=waiting)

    return once(database, asked, act)


def restore_community(database: Database, asked: Asked, community: int) -> Answer:
    """It goes on.

    Raises:
        Refused: FOR_FACILITATOR; OLD_WINDOW, it is not archived, or has been for too long.
    """

    def act(uow: UnitOfWork) -> Answer:
        head = head_of(uow, asked, community)
        place = uow.communities.get(community, to_change=True)
        if place.archived is None or not may_undo(place.archived, asked.now):
            raise Refused(Why.OLD_WINDOW)
        uow.cycles.undo(place, head.person.id, asked.now)
        return Restored(community=community)

    return once(database, asked, act)


def close_what_is_open(database: Database, place: Place, now: datetime) -> int:
    """Close what an archived community has left, each with the facilitator's words; whoever reported it hears so."""
    closed = 0
    while True:
        with database.unit_of_work() as uow:
            here = uow.communities.get(place.id).at(now)
            left = uow.problems.open_in(here, AT_ONCE) if here.archived else ()
            for each in left:
                _close(uow, here, uow.problems.by_id(each.id, to_change=True), now)
        closed += len(left)
        if len(left) < AT_ONCE:
            return closed


def _close(uow: UnitOfWork, place: Place, problem: Problem, now: datetime) -> None:
    archive = place.archived
    person = uow.communities.person(place.id, archive.by) if archive else None
    after = close(problem, Closing.OUT_OF_MANDATE, now)
    if archive is None or person is None or after is None:
        return
    asked = Asked(workspace=place.workspace, slack_id="", request="", now=now)
    case = Case(uow, asked, Member(place, person), problem)
    text = case.write(TextKind.REASON, archive.reason, Passed())
    telling = case.happened(Happened.CLOSED, after, text=text, details=(Closing.OUT_OF_MANDATE.value,))
    give_up_promises(replace(case, problem=after), told=case.in_charge())
    case.tell(telling.told(author=case.author()))
