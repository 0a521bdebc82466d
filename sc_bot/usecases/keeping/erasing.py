"""Forgetting somebody: what they answer for is handed over first, then nothing says any more who they were.

Where they stand is found by reading alone, which nobody waits for; it goes in small transactions. A crash between two
of them loses nothing: the erasure is kept until it has ended, and whoever finds it goes on with it.
"""

from datetime import datetime

from sc_bot.domain.accesses import Screen
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.common_notices import ErasureEnded
from sc_bot.domain.community import Person
from sc_bot.domain.nobody import NOBODY
from sc_bot.domain.notices import Posting
from sc_bot.domain.persons import roles_held, without_stand_in
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Erasure, Place, UnitOfWork
from sc_bot.usecases.followups.watching import pass_on
from sc_bot.usecases.handing_over import retire
from sc_bot.usecases.keeping.person import Target, found
from sc_bot.usecases.keeping.unnaming import in_small, unname

ALL = 1_000_000
BATCH = 20  # rows in one transaction: whoever reports waits for its end
LOOKS = 2  # what was written while the first look went on is found by the second


def erase_person(database: Database, target: Target, now: datetime, screen: Screen) -> None:
    """Forget somebody, from beginning to end. What the institutions owe stays with them.

    Raises:
        Refused: UNKNOWN_PERSON; LAST_ONE, somebody must have their role; STILL_OWES, with the promises that nobody
            can take over. Nothing was changed.
        NotAvailable: the database did not answer; what was begun goes on when it is asked for again.
    """
    with database.unit_of_work() as uow:
        erasure = begin_erasure(uow, target, now, screen)
        _hand_over(uow, erasure, now)
    _forget(database, erasure, now)


def begin_erasure(uow: UnitOfWork, target: Target, now: datetime, screen: Screen) -> Erasure:
    """Keep that somebody is to be forgotten: the worker does it.

    Raises:
        Refused: UNKNOWN_PERSON; LAST_ONE.
    """
    place, person = found(uow, target)
    _must_be_replaced(uow.communities.get(place.id, to_change=True), person)
    return uow.erasing.begin(place, person.id, target.by, screen, now)


def erase_begun(database: Database, now: datetime) -> int:
    """Go on with every erasure that was begun; whoever asked for one hears when it is done, or why it cannot be.

    Raises:
        NotAvailable: the database did not answer; the next look goes on.
    """
    with database.reading() as uow:
        begun = uow.erasing.begun()
    for each in begun:
        try:
            with database.unit_of_work() as uow:
                _hand_over(uow, each, now)
        except Refused as refused:
            _give_up(database, each, refused, now)
        else:
            _forget(database, each, now)
    return len(begun)


def _must_be_replaced(place: Place, person: Person) -> None:
    if roles_held(person, place.community):
        raise Refused(Why.LAST_ONE, field="person")


def _hand_over(uow: UnitOfWork, erasure: Erasure, now: datetime) -> None:
    """Once, whoever goes on with it."""
    place = uow.communities.get(erasure.community, to_change=True)
    now_it_is = uow.erasing.get(erasure)
    person = uow.communities.person(place.id, erasure.person)
    if now_it_is is None or now_it_is.handed_over or person is None:
        return
    _must_be_replaced(place, person)
    alone = without_stand_in(place.community, person.id)
    if alone != place.community:
        uow.communities.save_settings(place, alone, actor=erasure.by, now=now)
    retire(uow, uow.communities.get(place.id), person.id, actor=erasure.by, now=now)
    pass_on(uow, now)
    left = uow.commitments.owed_by(place, person.id, ALL)
    if left:
        raise Refused(Why.STILL_OWES, field="person", details=(", ".join(_reference(uow, each) for each in left[:10]),))
    uow.erasing.handed_over(erasure)


def _reference(uow: UnitOfWork, commitment: Commitment) -> str:
    return f"{uow.problems.by_id(commitment.problem).reference}+{commitment.number}"


def _give_up(database: Database, erasure: Erasure, refused: Refused, now: datetime) -> None:
    with database.unit_of_work() as uow:
        if uow.erasing.end(erasure):
            _tell(uow, erasure, ErasureEnded(erasure.community, refused.why.value, *refused.details[:1]), now)


def _forget(database: Database, erasure: Erasure, now: datetime) -> None:
    with database.reading() as uow:
        person = uow.communities.person(erasure.community, erasure.person)
        place = uow.communities.get(erasure.community)
        if person is None or uow.erasing.get(erasure) is None:
            return
    for _ in range(LOOKS):
        unname(database, erasure, place, person, now)
        with database.whole() as uow:
            traces = uow.erasing.traces(place, person)
        for some in in_small(traces, BATCH):
            with database.unit_of_work() as uow:
                uow.erasing.forget(place, person, some, erasure, now)
    _show_anew(database, erasure, place, person, now)
    _end(database, erasure, person, now)


def _show_anew(database: Database, erasure: Erasure, place: Place, person: Person, now: datetime) -> None:
    with database.whole() as uow:
        last = uow.erasing.get(erasure) or erasure
        quoting = uow.erasing.quoting(place, person, last)
    for some in in_small(quoting, BATCH):
        with database.unit_of_work() as uow:
            uow.erasing.show_anew(some, now)


def _end(database: Database, erasure: Erasure, person: Person, now: datetime) -> None:
    """The last step: what is kept of it says who asked, and nothing of whom."""
    with database.unit_of_work() as uow:
        place = uow.communities.get(erasure.community, to_change=True)
        if not uow.erasing.end(erasure):
            return
        uow.erasing.forget_person(place, person, now)
        by = NOBODY if erasure.by == erasure.person else erasure.by
        uow.communities.audit(place, by, f"erasure {NOBODY}", (None, {"done": True}), now)
        uow.accesses.note(place, erasure.by, NOBODY, erasure.screen, now)
        _tell(uow, erasure, ErasureEnded(erasure.community), now)


def _tell(uow: UnitOfWork, erasure: Erasure, notice: ErasureEnded, now: datetime) -> None:
    officer = uow.communities.person(erasure.community, erasure.by) if erasure.by else None
    if officer is None or not officer.slack_id:
        return
    place = uow.communities.get(erasure.community)
    told = Posting(notice=notice, to=officer.slack_id, key=f"erasure:{erasure.nonce}", due_at=now)
    uow.outbox.post(place.workspace, None, [told])
