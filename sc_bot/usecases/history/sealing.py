"""The history is sealed day by day, and compared with its seals when somebody asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sc_bot.domain.seals import BEGINNING, Finding, Seal, compare, last_day_to_seal, sealed
from sc_bot.ports import Database, Place, UnitOfWork

MOST_DAYS = 400  # that one look seals in one community: what is left after a long rest is sealed by the next ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A day that was just sealed."""

    place: Place
    seal: Seal


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """One community's history, compared with its seals. `last` is the newest seal: to be noted elsewhere."""

    place: Place
    last: Seal | None
    days: int
    findings: Sequence[Finding]


def seal_days(database: Database, now: datetime) -> Sequence[Sealed]:
    """Seal each day that is over, one transaction a day; as often as it is asked, once each.

    Raises:
        NotAvailable: the database did not answer; the next look does it.
    """
    with database.reading() as uow:
        places = _places(uow)
    return [each for place in places for each in _seal(database, place, last_day_to_seal(now))]


def _seal(database: Database, place: Place, until: date) -> list[Sealed]:
    done: list[Sealed] = []
    while len(done) < MOST_DAYS:
        with database.unit_of_work() as uow:
            seal = _next(uow, place, until)
            if seal is None or not uow.seals.keep(place, seal):  # another worker was faster
                break
        done.append(Sealed(place=place, seal=seal))
    return done


def _next(uow: UnitOfWork, place: Place, until: date) -> Seal | None:
    last = uow.seals.last(place)
    day = last.day + timedelta(days=1) if last else uow.seals.first_day(place)
    if day is None or day > until:
        return None
    return sealed(last.seal if last else BEGINNING, day, uow.seals.marks(place, day, day).get(day, {}))


def verify_history(database: Database, community: str | None = None, expected: str | None = None) -> Sequence[Verified]:
    """Compare the history with its seals; of one community, by its id in the community file, or of each.

    Raises:
        NotAvailable: the database did not answer.
    """
    with database.whole() as uow:
        places = [each for each in _places(uow) if community in (None, each.community.settings.id)]
        return [_verified(uow, each, expected) for each in places]


def _verified(uow: UnitOfWork, place: Place, expected: str | None) -> Verified:
    seals = uow.seals.all(place)
    found = uow.seals.marks(place, date.min, seals[-1].day) if seals else {}
    last = seals[-1] if seals else None
    return Verified(place=place, last=last, days=len(seals), findings=compare(seals, found, expected))


def _places(uow: UnitOfWork) -> list[Place]:
    return [place for one in uow.communities.workspaces() for place in uow.communities.in_workspace(one)]
