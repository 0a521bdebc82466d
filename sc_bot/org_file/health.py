"""What a community lacks, as sentences: for whoever imports its file, and for the doctor."""

from sc_bot.domain.community import Localised
from sc_bot.domain.health import Concern, check_health

__all__ = ["Concern", "check_health", "concern_in_words"]

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


def concern_in_words(concern: Concern) -> Localised:
    """The concern as a sentence."""
    french, english = SENTENCES[concern.what]
    return Localised(french.format(about=concern.about), english.format(about=concern.about))
