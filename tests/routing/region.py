"""A trimmed region: enough institutions, keywords and table lines for every rule of routing."""

from datetime import date

from sc_bot.domain.community import (
    Community,
    CommunitySettings,
    ContinuumDef,
    Institution,
    Keywords,
    Language,
    Localised,
    RoutingRule,
)
from sc_bot.domain.routing import Route, route


def institution(id_: str, fr: str, en: str, *aliases: str) -> Institution:
    """Build an institution that is known by its names and aliases."""
    return Institution(id_, Localised(fr, en), "partner", (1,), "Val-Sauvage", Language.FR, aliases=aliases)


HSF = institution(
    "HSF",
    "Hôpital Saint-Firmin-des-Monts",
    "Saint-Firmin Hospital",
    "l'hôpital",
    "hôpital",
    "hospital",
    "urgence",
    "ER",
)
CVE = institution("CVE", "CLSC Val-des-Érables", "Val-des-Érables CLSC", "CLSC", "soutien à domicile", "SAD")
CRC = institution("CRC", "CHSLD du Ruisseau-Clair", "Ruisseau-Clair long-term care centre", "CHSLD", "hébergement")
CRP = institution("CRP", "Centre de réadaptation Les Passerelles", "Les Passerelles", "Les Passerelles")
GTV = institution("GTV", "GMF des Trois-Villages", "Trois-Villages clinic", "GMF", "médecin de famille", "clinic")
PCO = institution("PCO", "Réseau de pharmacies des Collines", "Collines pharmacy network", "pharmacie", "pharmacy")

REGION = Community(
    settings=CommunitySettings(
        id="estrie",
        code="CS",
        name=Localised("Communauté fictive", "Fictional community"),
        language=Language.FR,
        timezone="America/Toronto",
        holidays="CA-QC",
        starts_on=date(2026, 9, 1),
        ends_on=date(2028, 8, 31),
        continua=("ONC", "PA"),
    ),
    continua=(
        ContinuumDef("ONC", Localised("oncologie", "oncology"), Keywords(("cancer", "tumeur"), ("cancer", "tumour"))),
        ContinuumDef("PA", Localised("perte d'autonomie", "loss of autonomy"), Keywords(("aîné", "perte d'autonomie"))),
    ),
    institutions=(HSF, CVE, CRC, CRP, GTV, PCO),
    people=(),
    routing=(
        RoutingRule("ONC", "PCO", ("ordonnance", "médication")),
        RoutingRule("ONC", "HSF"),
        RoutingRule("PA", "CRP", ("fauteuil",)),
    ),
)


def routed(
    text: str,
    *,
    by: str | None = None,
    chosen: str | None = None,
    continuum: str | None = None,
    community: Community = REGION,
) -> Route:
    """Route a text in the region."""
    return route(
        text,
        community=community,
        reporter_institution=by,
        chosen_institution=chosen,
        chosen_continuum=continuum,
    )
