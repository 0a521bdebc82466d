"""One person's data: given out whole to whoever may ask for it, and forgotten when nothing is held by them any more."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sc_bot.domain.accesses import Screen
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.community import Person
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.nobody import NOBODY
from sc_bot.domain.persons import Holds, named_by, roles_held, without_stand_in
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.privacy import redact_words
from sc_bot.usecases.followups.watching import pass_on
from sc_bot.usecases.handing_over import retire

ALL = 1_000_000


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
    """The places of somebody, by the id of the community file, a Slack id or an e-mail."""
    with database.reading() as uow:
        places = [
            place
            for one in uow.communities.workspaces()
            if workspace in (None, one)
            for place in uow.communities.in_workspace(one)
            if community in (None, place.community.settings.id)
        ]
        return [
            Target(place.id, each.id)
            for place in places
            for each in uow.communities.people(place.id, active_only=False)
            if person in (each.id, each.slack_id, each.email)
        ]


def export_person(database: Database, target: Target, now: datetime, screen: Screen) -> dict[str, Any]:
    """Everything that is stored about somebody, as JSON; that it was read is kept.

    Raises:
        Refused: UNKNOWN_PERSON.
    """
    with database.unit_of_work() as uow:
        place, person = _found(uow, target)
        uow.accesses.note(place, target.by, person.id, screen, now)
        return exported(uow, place, person, now)


def exported(uow: UnitOfWork, place: Place, person: Person, now: datetime) -> dict[str, Any]:
    """The export itself."""
    name = place.community.settings.name
    head = {"made_at": now.isoformat(), "community": {"fr": name.fr, "en": name.en}, "person": person.id}
    return head | {"stored": uow.personal.everything(place, person)}


def plan_erasure(database: Database, target: Target) -> Plan:
    """What an erasure would do; it changes nothing.

    Raises:
        Refused: UNKNOWN_PERSON.
    """
    with database.reading() as uow:
        return plan_in(uow, target)


def plan_in(uow: UnitOfWork, target: Target) -> Plan:
    """The same, in a transaction that is open."""
    place, person = _found(uow, target)
    texts = sum(1 for each in uow.erasing.words(place) if _without(each.body, person, place) != each.body)
    roles = roles_held(person, place.community)
    return Plan(place, person, uow.personal.counted(place, person), texts, Holds(roles))


def erase_person(database: Database, target: Target, now: datetime, screen: Screen) -> None:
    """Forget somebody: what they answer for is handed over first, then nothing says any more who they were.

    All in one transaction: it happens whole or not at all. What the institutions owe stays with them.

    Raises:
        Refused: UNKNOWN_PERSON; LAST_ONE, somebody must have their role; STILL_OWES, with the promises that nobody
            can take over.
    """
    with database.unit_of_work() as uow:
        erase_in(uow, target, now, screen)


def erase_in(uow: UnitOfWork, target: Target, now: datetime, screen: Screen) -> None:
    """The same, in a transaction that is open."""
    place, person = _found(uow, target)
    place = uow.communities.get(place.id, to_change=True)
    if roles_held(person, place.community):
        raise Refused(Why.LAST_ONE, field="person")
    _hand_over(uow, place, person, target.by, now)
    concerned = uow.erasing.concerns(place, person.id)
    _unname(uow, place, person, target.by, now)
    uow.erasing.forget(place, person, now)
    for problem in concerned:
        uow.outbox.refresh(problem, now, said=True)
    for standing in (f"meeting:{place.id}:", "lesson:"):
        uow.outbox.show_all_anew(place.workspace, standing, now)
    uow.communities.audit(place, target.by, f"erasure {NOBODY}", (None, {"problems": len(concerned)}), now)
    uow.accesses.note(place, target.by, NOBODY, screen, now)


def _hand_over(uow: UnitOfWork, place: Place, person: Person, by: str | None, now: datetime) -> None:
    alone = without_stand_in(place.community, person.id)
    if alone != place.community:
        uow.communities.save_settings(place, alone, actor=by, now=now)
    retire(uow, uow.communities.get(place.id), person.id, actor=by, now=now)
    pass_on(uow, now)
    left = uow.commitments.owed_by(place, person.id, ALL)
    if left:
        raise Refused(Why.STILL_OWES, field="person", details=(", ".join(_reference(uow, each) for each in left[:10]),))


def _reference(uow: UnitOfWork, commitment: Commitment) -> str:
    return f"{uow.problems.by_id(commitment.problem).reference}+{commitment.number}"


def _unname(uow: UnitOfWork, place: Place, person: Person, by: str | None, now: datetime) -> None:
    """Their name goes from everything that was written; each problem's history says that something was removed."""
    changed: dict[int, int] = {}
    for words in list(uow.erasing.words(place)):
        body = _without(words.body, person, place)
        if body != words.body:
            uow.erasing.rewrite(place, replace(words, body=body))
            if words.problem is not None:
                changed[words.problem] = changed.get(words.problem, 0) + 1
    for problem in uow.problems.several(sorted(changed)):
        step = Event(
            problem=problem.id,
            kind=Happened.REDACTED,
            at=now,
            actor=by or NOBODY,
            internal=True,
            details=(str(changed[problem.id]),),
        )
        uow.history.add(problem, step)
        uow.outbox.refresh(problem.id, now, said=True)


def _without(text: str, person: Person, place: Place) -> str:
    for each in named_by(person):
        text = redact_words(text, each, language=place.community.settings.language.value)
    return text


def _found(uow: UnitOfWork, target: Target) -> tuple[Place, Person]:
    person = uow.communities.person(target.community, target.person)
    if person is None:
        raise Refused(Why.UNKNOWN_PERSON, field="person")
    return uow.communities.get(target.community), person
