"""What a community lacks to work well, although its file is valid or people left since it was read."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sc_bot.domain.community import Community, Localised, Role

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


SENTENCES: dict[str, tuple[str, str]] = {
    "no_facilitator": (
        "Personne n'a le rôle de facilitation : le triage est sans responsable.",
        "Nobody is the advisor-facilitator: triage has no owner.",
    ),
    "no_substitute": (
        "Le rôle de facilitation n'a pas de relève.",
        "The advisor-facilitator has no substitute.",
    ),
    "facilitator_not_exclusive": (
        "{about} devrait se consacrer à la facilitation, sans autre rôle de gestion.",
        "{about} should be assigned exclusively to facilitation, without another manager's role.",
    ),
    "no_privacy_officer": (
        "Personne n'est responsable de la protection des renseignements.",
        "Nobody is the privacy officer.",
    ),
    "no_moderator": ("Personne n'anime les rencontres.", "Nobody is the moderator of the meetings."),
    "no_external_intervener": ("Aucun intervenant externe.", "There is no external intervener."),
    "no_support_committee": (
        "Personne n'est au comité de soutien : les retours contestés sont sans arbitre.",
        "Nobody is on the support committee: disputed returns have no arbiter.",
    ),
    "no_triage_channel": ("Aucun canal de triage.", "There is no triage channel."),
    "no_director": ("{about} n'a pas de direction responsable.", "{about} has no managing director."),
    "no_general_manager": ("{about} n'a pas de direction générale.", "{about} has no general manager."),
    "no_delegate": (
        "{about} n'a aucune relève pour sa direction responsable.",
        "{about} has no delegate for its managing director.",
    ),
    "no_channel": ("{about} n'a pas de canal.", "{about} has no channel."),
    "continuum_without_keywords": (
        "Le continuum {about} n'a aucun mot-clé : aucun texte n'y mène.",
        "The continuum {about} has no keywords: no text leads to it.",
    ),
    "continuum_without_default": (
        "Le continuum {about} n'a pas de règle sans mots-clés : le reste va au triage.",
        "The continuum {about} has no rule without keywords: the rest goes to triage.",
    ),
    "shared_alias": (
        "L'alias « {about} » désigne plusieurs établissements.",
        "The alias “{about}” stands for several institutions.",
    ),
    "empty_committee": (
        "Personne n'a un rôle qui siège au comité {about}.",
        "Nobody has a role that sits on the committee {about}.",
    ),
}


def check_health(community: Community) -> tuple[Concern, ...]:
    """Every concern, the gravest first."""
    concerns = [concern for check in CHECKS for concern in check(community)]
    return tuple(sorted(concerns, key=lambda each: not each.must_be_fixed))


def concern_in_words(concern: Concern) -> Localised:
    """The concern as a sentence."""
    french, english = SENTENCES[concern.what]
    return Localised(french.format(about=concern.about), english.format(about=concern.about))


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
