"""One person's data: what holds them in the community, and when they can be forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sc_bot.domain.community import Community, Institution, Person, Role

ALONE = (Role.MANAGING_DIRECTOR, Role.FACILITATOR)
"""Roles that one person has: whoever has them is replaced before they are forgotten."""
SHORTEST = 3  # letters of a family name that is looked for by itself


@dataclass(frozen=True, slots=True)
class Holds:
    """What has to be handed over first: roles that one person has, and promises that nobody else can take."""

    roles: tuple[Role, ...] = ()
    promises: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.roles or self.promises)


def roles_held(person: Person, community: Community) -> tuple[Role, ...]:
    """The roles in which they would be missed: nobody else of the community, or of their institution, has them."""
    return tuple(
        role
        for role in ALONE
        if role in person.roles
        and not [
            each
            for each in community.having(role, person.institution if role is Role.MANAGING_DIRECTOR else None)
            if each.id != person.id
        ]
    )


def without_stand_in(community: Community, person: str) -> Community:
    """The community in which somebody stands in for nobody."""

    def alone(each: Institution) -> Institution:
        return replace(each, delegates=tuple(other for other in each.delegates if other != person))

    settings = community.settings
    if settings.facilitator_substitute == person:
        settings = replace(settings, facilitator_substitute=None)
    return replace(community, settings=settings, institutions=tuple(map(alone, community.institutions)))


def named_by(person: Person) -> Sequence[str]:
    """How a text may name somebody without doubt: whole name, either way round, e-mail, Slack id; the longest first."""
    given, _, family = person.name.partition(" ")
    turned = [f"{family} {given}", f"{family}, {given}"] if family.strip() else []
    names = {person.name, *turned, person.email or "", person.slack_id or ""}
    return sorted({each for each in names if each.strip()}, key=len, reverse=True)


def family_of(person: Person) -> str:
    """The family name, which is looked for by itself too; empty when it is too short for that, or there is none."""
    family = person.name.partition(" ")[2].strip()
    return family if len(family) >= SHORTEST else ""
