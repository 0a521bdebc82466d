"""One person's data: given out whole to whoever may ask for it; what an erasure would do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sc_bot.domain.accesses import Screen
from sc_bot.domain.community import Person
from sc_bot.domain.persons import Holds, roles_held
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.keeping.naming import names_of, unnamed


@dataclass(frozen=True, slots=True)
class Target:
    """Whose data, and who asks: a person's id, or None for whoever has the command line."""

    community: int
    person: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What an erasure would do: what goes, part by part, how many texts name them, what has to be handed over first."""

    place: Place
    person: Person
    counts: Mapping[str, int]
    texts: int
    holds: Holds


def find_person(database: Database, workspace: str | None, community: str | None, person: str) -> list[Target]:
    """The places of somebody, by the id of the community file, a Slack id or an e-mail; once a place and Slack user."""
    with database.reading() as uow:
        places = [
            place
            for one in uow.communities.workspaces()
            if workspace in (None, one)
            for place in uow.communities.in_workspace(one)
            if community in (None, place.community.settings.id)
        ]
        return [Target(place.id, each) for place in places for each in _meant(uow, place, person)]


def _meant(uow: UnitOfWork, place: Place, person: str) -> list[str]:
    """Whom the file names comes before the newcomer that they once were, and who goes with them."""
    people = uow.communities.people(place.id, active_only=False)
    meant = {each.slack_id or each.id: each.id for each in reversed(people) if person in _known_as(each)}
    return sorted(meant.values())


def _known_as(person: Person) -> tuple[str | None, ...]:
    return person.id, person.slack_id, person.email


def export_person(database: Database, target: Target, now: datetime, screen: Screen) -> dict[str, Any]:
    """Everything that is stored about somebody, as JSON; that it was read is kept.

    Raises:
        Refused: UNKNOWN_PERSON.
    """
    with database.unit_of_work() as uow:
        place, person = found(uow, target)
        uow.accesses.note(place, target.by, person.id, screen, now)
        return exported(uow, place, person, now)


def exported(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> dict[str, Any]:
    """The export itself."""
    name = place.community.settings.name
    head = {"made_at": now.isoformat(), "community": {"fr": name.fr, "en": name.en}, "person": person.id}
    return head | {"stored": uow.personal.everything(place, person)}


def plan_erasure(database: Database, target: Target) -> Plan:
    """What an erasure would do; it changes nothing, and reads everything that was written.

    Raises:
        Refused: UNKNOWN_PERSON.
    """
    with database.whole() as uow:
        place, person = found(uow, target)
        names = names_of(person, uow.communities.people(place.id, active_only=False))
        texts = sum(1 for each in uow.erasing.words(place) if unnamed(each.body, names, place) != each.body)
        roles = roles_held(person, place.community)
        return Plan(place, person, uow.personal.counted(place, person), texts, Holds(roles))


def found(uow: UnitOfWork, target: Target) -> tuple[Place, Person]:
    """Who is meant, and where.

    Raises:
        Refused: UNKNOWN_PERSON.
    """
    person = uow.communities.person(target.community, target.person)
    if person is None:
        raise Refused(Why.UNKNOWN_PERSON, field="person")
    return uow.communities.get(target.community), person
