"""The charter: what the partners commit to, signed for each institution by its general manager and its director.

A version that was adapted asks for new signatures. Whoever took over an institution signs for themselves: what their
predecessor signed stays in the history and counts no longer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain.community import Community, Institution, Person, Role

SIGNATORIES = (Role.GENERAL_MANAGER, Role.MANAGING_DIRECTOR)
"""Who signs for an institution: both."""
LONGEST = 3_000  # characters of the text in one language: what a window takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """One version, counted from 1. Without texts it is the one that comes with the bot."""

    number: int
    fr: str | None = None
    en: str | None = None
    made_by: str | None = None
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One person signed one version, as one of the two who sign for an institution."""

    charter: int
    institution: str
    role: Role
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """One institution: who has signed for it, and as what nobody has yet."""

    institution: Institution
    signed: tuple[Signature, ...]
    missing: tuple[Role, ...]


def may_sign(person: Person, community: Community) -> tuple[Role, ...]:
    """As what somebody signs for their institution; nothing for who does not."""
    if person.institution is None or community.institution(person.institution) is None:
        return ()
    return tuple(each for each in SIGNATORIES if each in person.roles)


def unsigned(person: Person, community: Community, signatures: Iterable[Signature]) -> tuple[Role, ...]:
    """As what they still have to sign this version."""
    done = {each.role for each in signatures if (each.person, each.institution) == (person.id, person.institution)}
    return tuple(each for each in may_sign(person, community) if each not in done)


def standings(community: Community, signatures: Sequence[Signature]) -> tuple[Standing, ...]:
    """Where each institution stands, in the order of the community; only who holds the office now counts."""
    return tuple(_standing(community, each, signatures) for each in community.institutions)


def _standing(community: Community, institution: Institution, signatures: Sequence[Signature]) -> Standing:
    found = (each for each in signatures if each.institution == institution.id and _holds(community, each))
    valid = tuple(sorted(found, key=lambda each: SIGNATORIES.index(each.role)))
    signed = {each.role for each in valid}
    return Standing(institution, valid, tuple(each for each in SIGNATORIES if each not in signed))


def _holds(community: Community, signature: Signature) -> bool:
    person = community.person(signature.person)
    return person is not None and person.institution == signature.institution and signature.role in person.roles
