"""What a community lacks to work well, although its file is valid or people left since it was read."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sc_bot.domain.community import Community, Role

EXCLUSIVE_WITH = {Role.MANAGING_DIRECTOR, Role.GENERAL_MANAGER, Role.SUPPORT_COMMITTEE}


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that the community lacks; `about` is the id or the word that it concerns."""

    what: str
    about: str = ""

    @property
    def must_be_fixed(self) -> bool:
        """Whether problems would go unanswered until it is."""
        return self.what in {"no_director", "no_facilitator"}


def _facilitation(community: Community) -> Iterator[Concern]:
    facilitator = community.facilitator
    if facilitator is None:
        yield Concern("no_facilitator")
    elif EXCLUSIVE_WITH & {*facilitator.roles}:
        yield Concern("facilitator_not_exclusive", facilitator.id)
    if community.substitute is None:
        yield Concern("no_substitute")


def _roles(community: Community) -> Iterator[Concern]:
    needed = (Role.PRIVACY_OFFICER, Role.MODERATOR, Role.SUPPORT_COMMITTEE, Role.EXTERNAL_INTERVENER)
    held = {role for person in community.people for role in person.roles}
    yield from (Concern(f"no_{role.value}") for role in needed if role not in held)


def _institutions(community: Community) -> Iterator[Concern]:
    directed, managed = (
        {person.institution for person in community.having(role)}
        for role in (Role.MANAGING_DIRECTOR, Role.GENERAL_MANAGER)
    )
    for institution in community.institutions:
        if institution.id not in directed:
            yield Concern("no_director", institution.id)
        if institution.id not in managed:
            yield Concern("no_general_manager", institution.id)
        if not community.delegates_of(institution.id):
            yield Concern("no_delegate", institution.id)
        if institution.channel is None:
            yield Concern("no_channel", institution.id)


def _routing(community: Community) -> Iterator[Concern]:
    if community.settings.triage_channel is None:
        yield Concern("no_triage_channel")
    defaults = {rule.continuum for rule in community.routing if not rule.keywords}
    for continuum in community.continua:
        if not continuum.keywords.all:
            yield Concern("continuum_without_keywords", continuum.id)
        if continuum.id not in defaults:
            yield Concern("continuum_without_default", continuum.id)


def _aliases(community: Community) -> Iterator[Concern]:
    owners: dict[str, set[str]] = defaultdict(set)
    for institution in community.institutions:
        for alias in institution.aliases:
            owners[alias.casefold()].add(institution.id)
    yield from (Concern("shared_alias", alias) for alias, several in owners.items() if len(several) > 1)


def _committees(community: Community) -> Iterator[Concern]:
    held = {role for person in community.people for role in person.roles}
    yield from (Concern("empty_committee", each.id) for each in community.committees if not held & {*each.member_roles})


CHECKS: tuple[Callable[[Community], Iterator[Concern]], ...] = (
    _facilitation,
    _roles,
    _institutions,
    _routing,
    _aliases,
    _committees,
)


def check_health(community: Community) -> tuple[Concern, ...]:
    """Every concern, the gravest first."""
    concerns = [concern for check in CHECKS for concern in check(community)]
    return tuple(sorted(concerns, key=lambda each: not each.must_be_fixed))
