"""Eight journeys of the people of the region; what comes before each is prepared once.

A long one is several stretches of the same name: one that ends as on a good day is followed by a good day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sc_bot.ticking import follow_up
from tests.faults.town import TroubledTown
from tests.stories import acting, jointly, meeting, promising
from tests.stories.looking import window
from tests.stories.promising import BASTIEN, VAL_SAUVAGE
from tests.stories.test_meetings import DECIDED, with_an_item

DUE, LATER = "le 4 décembre", "le 16 décembre"
FEW = {"HSF-DG", BASTIEN, jointly.KERRY, jointly.FACILITATOR, promising.SABRINA, promising.ROSALIE, meeting.MODERATOR}
PROMISED = "Bastien envoie le sommaire d'ici vendredi"


@dataclass(frozen=True)
class Journey:
    """What somebody does, and where they stand before it."""

    name: str
    prepare: Callable[[TroubledTown], object]
    go: Callable[[TroubledTown], object]


def _nothing(_: TroubledTown) -> None:
    """The region has settled; nobody has said anything."""


def _acknowledge(town: TroubledTown) -> None:
    acting.does(town, BASTIEN, "problem.acknowledge")


def _return(town: TroubledTown) -> None:
    acting.does(town, BASTIEN, "problem.return", reason="C'est le CLSC qui envoie", institution="CVE")


def _promised(town: TroubledTown) -> None:
    promising.promise(town, DUE)
    promising.morning(town, "2026-12-01")


def _redate(town: TroubledTown) -> None:
    promising.on(town, BASTIEN, "commitment.redate", due=LATER, reason="Le poste est vacant")
    person = town.person(BASTIEN)
    person.submits(window(town, person, "reason"), {})
    town.deliver()


def _small(town: TroubledTown) -> None:
    """A few of each: the more read the same, the more often the same calls are tried."""
    with town.house.worker_database.unit_of_work() as uow:
        [place] = uow.communities.in_workspace(town.slack.workspace.team_id)
        for each in place.community.people:
            if each.id not in FEW:
                uow.communities.retire_person(place, each.id, actor=None, now=town.clock())


def _before_monday(town: TroubledTown) -> None:
    _small(town)
    _moves(town, "2026-11-19", time(10, 31))
    follow_up(town.house)
    promising.promise(town, DUE)


def _monday(town: TroubledTown) -> None:
    _moves(town, "2026-11-23", time(7, 30))
    town.tick(lambda: follow_up(town.house))
    town.deliver()


def _accepted_among_few(town: TroubledTown) -> None:
    _small(town)
    promising.accepted(town)


def _begun(town: TroubledTown) -> None:
    _accepted_among_few(town)
    jointly.begins(town)


def _half_taken(town: TroubledTown) -> None:
    _begun(town)
    jointly.takes(town, BASTIEN)


def _in_the_room(town: TroubledTown) -> None:
    _small(town)
    promising.accepted(town)
    with_an_item(town)
    meeting.at(town, "2026-11-27")
    meeting.at(town, "2026-12-01", time(13, 31))
    meeting.started(town)


def _decision(town: TroubledTown) -> None:
    meeting.saves(town, decided=DECIDED, promises=PROMISED)


def _moves(town: TroubledTown, day: str, hour: time) -> None:
    town.clock.now = datetime.combine(date.fromisoformat(day), hour, VAL_SAUVAGE).astimezone(UTC)


JOURNEYS = (
    Journey("report", _nothing, acting.report),
    Journey("acknowledge", acting.report, _acknowledge),
    Journey("return", acting.report, _return),
    Journey("promise", promising.accepted, lambda town: promising.promise_more(town, DUE)),
    Journey("re-date", _promised, _redate),
    Journey("digest", _before_monday, _monday),
    Journey("joint change", _accepted_among_few, jointly.begins),
    Journey("joint change", _begun, lambda town: jointly.takes(town, BASTIEN)),
    Journey("joint change", _half_taken, lambda town: jointly.takes(town, jointly.KERRY)),
    Journey("meeting decision", _in_the_room, _decision),
)
