"""Which problems of an institution are in nobody's hands there: `answering`, said once for all problems."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sc_bot.domain.answerable import chain, directs
from sc_bot.domain.community import Community, Institution, Person, Role
from sc_bot.domain.homes import Alone
from sc_bot.domain.problems import Because, Problem, Severity, State

ANY = Problem(
    id=0, workspace="", community=0, reference="", state=State.ROUTED, continuum=None, institution=None, owes=None,
    because=Because(""), severity=Severity.DELAY, reporter="", reporter_institution=None, line=None, name_shown=False,
    reported_at=datetime.min, answer_by=datetime.min.date(),  # noqa: DTZ901 - no moment: only its continuum is looked at
)  # fmt: skip
"""Stands for any problem of a continuum: who covers one may act for its problems alone."""


def continua_of(community: Community) -> tuple[str | None, ...]:
    """Every continuum, and none: what is not known yet."""
    return (None, *(each.id for each in community.continua))


def left_alone(community: Community) -> tuple[Alone, ...]:
    """The problems of all institutions that are in nobody's hands there."""
    return tuple(each for home in community.institutions for each in _of(community, home))


def _of(community: Community, home: Institution) -> Iterator[Alone]:
    """One line where every continuum is alike, which is nearly always."""
    each_alone = {continuum: _in(community, home, continuum) for continuum in continua_of(community)}
    if len(set(each_alone.values())) == 1:
        yield from each_alone[None]
        return
    for continuum, found in each_alone.items():
        yield from (replace(each, continua=(continuum,)) for each in found)


def _in(community: Community, home: Institution, continuum: str | None) -> tuple[Alone, ...]:
    about = replace(ANY, continuum=continuum)
    line = chain(community, home.id, continuum)
    acting = [each for each in line if directs(each, community, home.id, about)]
    places = dict.fromkeys(each.institution for each in acting if _is_director(each))
    found = [_without(home.id, line, acting)]
    for author_at in (None, *(each for each in places if each)) if places else ():
        left = [each for each in line if not (_is_director(each) and author_at in {None, each.institution})]
        alone = _without(home.id, left, acting)
        found.append(replace(alone, kept_out=True, author_at=author_at) if alone else None)
    return tuple(each for each in found if each is not None)


def _without(institution: str, line: Sequence[Person], acting: Sequence[Person]) -> Alone | None:
    """The first of the line does not act for it; or the next one does not, and the first reported it themselves."""
    first, second = (*line, None, None)[:2]
    if first is None or first not in acting:
        return Alone(institution=institution)
    passes_on = not _is_director(first) and second is not None and second not in acting
    return Alone(institution=institution, reporter=first.id) if passes_on else None


def _is_director(person: Person) -> bool:
    return Role.MANAGING_DIRECTOR in person.roles
