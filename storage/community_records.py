"""A community and its people as rows and JSON, and back."""

from dataclasses import dataclass
from typing import cast

from pydantic import TypeAdapter
from sqlalchemy import Row

from sc_bot.domain.community import (
    Committee,
    Community,
    CommunitySettings,
    ContinuumDef,
    Habits,
    Institution,
    Language,
    Objective,
    Person,
    Role,
    RoutingRule,
)
from sc_bot.domain.policies import Policies
from sc_bot.ports import Place
from storage.records import Record


@dataclass(frozen=True, slots=True)
class Configuration:
    """A community without its people: what the document holds."""

    settings: CommunitySettings
    continua: tuple[ContinuumDef, ...]
    institutions: tuple[Institution, ...]
    committees: tuple[Committee, ...]
    routing: tuple[RoutingRule, ...]
    policies: Policies
    objectives: tuple[Objective, ...] = ()


_CONFIGURATION = TypeAdapter(Configuration)
_PERSON = TypeAdapter(Person)
_HABITS = TypeAdapter(Habits)


def document_of(community: Community) -> Record:
    """The configuration as JSON."""
    value = Configuration(
        community.settings,
        community.continua,
        community.institutions,
        community.committees,
        community.routing,
        community.policies,
        community.objectives,
    )
    return cast("Record", _CONFIGURATION.dump_python(value, mode="json"))


def community_from(document: Record, people: tuple[Person, ...]) -> Community:
    """The configuration, with these people."""
    value = _CONFIGURATION.validate_python(document)
    return Community(
        settings=value.settings,
        continua=value.continua,
        institutions=value.institutions,
        people=people,
        committees=value.committees,
        routing=value.routing,
        policies=value.policies,
        objectives=value.objectives,
    )


def whole_record(community: Community) -> Record:
    """A community with all its people, as JSON."""
    return {"configuration": document_of(community), "people": list(map(person_record, community.people))}


def whole_from(record: Record) -> Community:
    """Read a community with all its people."""
    return community_from(record["configuration"], tuple(map(_PERSON.validate_python, record["people"])))


def person_record(person: Person) -> Record:
    """A person as JSON, for the audit; their own habits are no business of the file's."""
    return cast("Record", _PERSON.dump_python(person, mode="json", exclude={"habits"}))


def habits_record(habits: Habits) -> Record:
    """What somebody chose, as JSON."""
    return cast("Record", _HABITS.dump_python(habits, mode="json"))


def stand_ins(community: Community) -> frozenset[str]:
    """The ids of those who stand in for somebody, whatever their own roles are."""
    delegates = {each for institution in community.institutions for each in institution.delegates}
    substitute = community.settings.facilitator_substitute
    return frozenset(delegates | ({substitute} if substitute else set()))


def row_of(place: Place, person: Person) -> Record:
    """A person's columns. An officer has more roles than to report: they are known whenever a report is routed."""
    return {
        "community": place.id,
        "workspace": place.workspace,
        "key": person.id,
        "slack_id": person.slack_id,
        "email": person.email,
        "name": person.name,
        "title": person.title,
        "roles": [role.value for role in person.roles],
        "officer": bool(set(person.roles) - {Role.CAREGIVER}),
        "language": person.language.value,
        "timezone": person.timezone,
        "institution": person.institution,
        "line": person.line,
        "until": person.until,
        "active": True,
    }


def person_from(row: Row[tuple[object, ...]]) -> Person:
    """A person from their row."""
    return Person(
        id=row.key,
        name=row.name,
        roles=tuple(Role(role) for role in row.roles),
        language=Language(row.language),
        slack_id=row.slack_id,
        email=row.email,
        title=row.title,
        institution=row.institution,
        line=row.line,
        until=row.until,
        timezone=row.timezone,
        habits=Habits() if row.habits is None else _HABITS.validate_python(row.habits),
    )
