"""Whose problems one person may see, as a question that a database can answer: never less than `sight` shows.

It keeps long lists short and honest: what nobody may know of is neither read nor counted. `sight` has the last word.
"""

from dataclasses import dataclass

from sc_bot.domain.answerable import chain, directs, facilitates
from sc_bot.domain.community import Community, Person, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What one reader may see and has to do, in institutions."""

    person: str
    directed: tuple[str, ...]
    """They act for these."""
    takes_part: tuple[str, ...]
    """They read what these take part in."""
    turns: tuple[str, ...]
    """What these have is theirs to answer."""
    reads_all: bool
    """Every text."""
    reads_restricted: bool
    """What is restricted, and its texts."""
    triages: bool
    """What no institution has is theirs."""
    arbitrates: bool
    """What was returned twice is theirs."""
    kept_out_of: tuple[str | None, ...]
    """Where their authors work who may keep them out."""
    de_identified: bool
    """No lead, no text but their own."""


def scope_of(person: Person, community: Community) -> Scope:
    """What this person may see and has to answer, with their roles as they are now."""
    facilitator = facilitates(person, community)
    directed = tuple(each.id for each in community.institutions if directs(person, community, each.id))
    first = tuple(each.id for each in community.institutions if _is_first(person, community, each.id))
    is_director = Role.MANAGING_DIRECTOR in person.roles and not facilitator
    own = (person.institution,) if person.institution else ()
    return Scope(
        person=person.id,
        directed=directed,
        takes_part=tuple(dict.fromkeys((*own, *directed))),
        turns=tuple(dict.fromkeys((*directed, *first))),
        reads_all=facilitator or Role.SUPPORT_COMMITTEE in person.roles,
        reads_restricted=facilitator or Role.PRIVACY_OFFICER in person.roles,
        triages=facilitator,
        arbitrates=Role.SUPPORT_COMMITTEE in person.roles,
        kept_out_of=(None, person.institution) if is_director else (),
        de_identified=set(person.roles) == {Role.EXTERNAL_INTERVENER},
    )


def _is_first(person: Person, community: Community, institution: str) -> bool:
    return any(each.id == person.id for each in chain(community, institution)[:1])
