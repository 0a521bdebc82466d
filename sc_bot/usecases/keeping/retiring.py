"""Retention: a tick removes what has been kept long enough, in small transactions, as often as it is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sc_bot.domain.notices import PersonFile
from sc_bot.domain.retention import Terms, terms
from sc_bot.ports import Database, Place, UnitOfWork

BATCH = 20  # problems in one transaction: whoever reports waits for its end
MANY = 500  # rows of one table in one transaction
REMOVED = {"fr": "[retiré à la fin du délai de conservation]", "en": "[removed at the end of its retention period]"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """How much was removed."""

    identities: int = 0
    """Problems that name nobody any more."""
    words: int = 0
    """Problems whose words are gone."""
    others: int = 0
    """Rows elsewhere: meetings, changes of the community, absences, registers, requests, messages."""

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def apply_retention(database: Database, now: datetime) -> Removed:
    """Remove what has been kept long enough, everywhere.

    Raises:
        NotAvailable: the database did not answer; what was removed stays removed, the next look goes on.
    """
    with database.reading() as uow:
        places = [each for one in uow.communities.workspaces() for each in uow.communities.in_workspace(one)]
    each_place = [_in_place(database, place, terms(place.community.policies, now), now) for place in places]
    everywhere = _everywhere(database, places, now)
    return Removed(
        identities=sum(each.identities for each in each_place),
        words=sum(each.words for each in each_place),
        others=sum(each.others for each in each_place) + everywhere,
    )


def _in_place(database: Database, place: Place, until: Terms, now: datetime) -> Removed:
    instead = REMOVED[place.community.settings.language.value]

    def no_names(uow: UnitOfWork, ids: Sequence[int]) -> None:
        uow.retention.remove_identities(ids, now)

    def no_words(uow: UnitOfWork, ids: Sequence[int]) -> None:
        uow.retention.remove_words(ids, instead, now)

    identities = _batches(database, lambda uow: uow.retention.naming(place, until.identities, BATCH), no_names)
    words = _batches(database, lambda uow: uow.retention.worded(place, until.words, BATCH), no_words)
    others = _until_few(database, lambda uow: uow.retention.forget_changes(place, until.identities, MANY))
    with database.unit_of_work() as uow:
        others += uow.retention.forget_meetings(place, until.identities)
        others += uow.retention.forget_meeting_words(place, until.words, instead)
        others += uow.retention.forget_rows(place, until.identities)
        others += uow.retention.forget_registers(place, until.accesses, until.incidents)
        if identities or words:
            counts = {"identities": identities, "words": words}
            uow.communities.audit(place, None, "retention", (None, counts), now)
    return Removed(identities=identities, words=words, others=others)


def _everywhere(database: Database, places: Sequence[Place], now: datetime) -> int:
    """What belongs to no community: requests, and messages of which Slack shall hold nothing any more."""
    all_terms = [terms(each.community.policies, now) for each in places]
    if not all_terms:
        return 0
    oldest, until = min(each.identities for each in all_terms), all_terms[0]
    files = (PersonFile.__name__,)
    done = _until_few(database, lambda uow: uow.retention.forget_requests(until.requests, MANY))
    done += _until_few(database, lambda uow: uow.retention.take_back_old(files, until.files, now, MANY))
    done += _until_few(database, lambda uow: uow.retention.take_back_old((), oldest, now, MANY))
    with database.unit_of_work() as uow:
        return done + uow.retention.forget_taken_back()


def _batches(
    database: Database,
    due: Callable[[UnitOfWork], Sequence[int]],
    remove: Callable[[UnitOfWork, Sequence[int]], None],
) -> int:
    """Mostly nothing is due: a look stands in nobody's way."""
    removed = 0
    while True:
        with database.reading() as uow:
            if not due(uow):
                return removed
        with database.unit_of_work() as uow:
            ids = due(uow)
            if ids:
                remove(uow, ids)
            removed += len(ids)


def _until_few(database: Database, some: Callable[[UnitOfWork], int]) -> int:
    done = 0
    while True:
        with database.unit_of_work() as uow:
            removed = some(uow)
        done += removed
        if removed < MANY:
            return done
