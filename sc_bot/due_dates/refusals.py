"""Why a phrase that no rule reads is no due date (R12): the words that give it away, the most telling first."""

import re

from sc_bot.due_dates.reasons import Reason
from sc_bot.due_dates.words import WEEKDAYS, any_of, one_of

_SHORTEST_NAME = 5  # "lundi", "sunday"; the plural of an abbreviation is nobody's
_EVERY_WEEKDAY = f"(?:{one_of(word for word in WEEKDAYS if len(word) >= _SHORTEST_NAME)})s"
_GIVEAWAYS = {
    Reason.RECURRING: any_of(
        *(
            "tous les",
            "toutes les",
            "chaque",
            "hebdo\\w*",
            "quotidien\\w*",
            "mensuel\\w*",
            "trimestriel\\w*",
            "annuel\\w*",
        ),
        *("bimensuel\\w*", "bihebdo\\w*", "regulierement", "recurrent", r"un \w+ sur (?:deux|2|trois|3)"),
        *(
            "every",
            "each",
            "weekly",
            "biweekly",
            "daily",
            "monthly",
            "quarterly",
            "yearly",
            "regularly",
            _EVERY_WEEKDAY,
        ),
        r"aux? (?:\w+ )?(?:jours|semaines|mois|ans)",
        "(?:par|per|a) (?:jour|semaine|mois|an|day|week|month|year)",
    ),
    Reason.LOWER_BOUND: any_of(
        *(
            r"a partir d\w+",
            r"a compter d\w+",
            r"des (?!que|jours|semaines|mois)\w+",
            "pas avant",
            "au plus tot",
            "apres",
        ),
        *("depuis", "starting", "as of", "not before", "no (?:earlier|sooner) than", "not until", "after", "onwards?"),
        *("since", "from"),
    ),
    Reason.PAST: any_of(
        *("hier", "avant hier", "derniere?s?", "passee?s?", "il y a", "precedente?", "en retard"),
        *("yesterday", "last", "ago", "previous", "past", "overdue"),
    ),
    Reason.NEEDS_CALENDAR: any_of(
        *(
            "relache",
            r"p ?\d{1,2}",
            r"periode(?: \d+)?",
            "comites?",
            "reunions?",
            "rencontres?",
            "seance",
            "conseil",
            "ca",
        ),
        *("rentree", "vacances", "conges?", "annee scolaire", "semestres?", "session", "quart", "paie", "assemblee"),
        *("longue fin de semaine", "colloque", "congres", "ramadan", "eid", "hanoukka", "hanukkah", "committees?"),
        *("spring break", "march break", "reading week", r"period \d+", "meetings?", "board", "back to school", "agm"),
        *("vacations?", "school year", "semester", "shift", "payday", "payroll", "long weekend"),
    ),
    Reason.VAGUE: any_of(
        *("printemps", "ete", "automne", "hiver", "spring", "summer", "fall", "autumn", "winter", "fetes", "holidays"),
        *("bientot", "plus tard", "prochainement", "sous peu", "eventuellement", "quelques", "plusieurs", "un jour"),
        *(
            "prochaine?s? (?:jours|semaines|mois)",
            "un de ces",
            "d'ici peu",
            "d'ici la",
            "dans peu",
            "tot",
            "tard",
            "nuit",
        ),
        *("quand", "des que", "au plus vite", "au plus sacrant", "le plus", "vite", r"immediat\w*", "tout de suite"),
        *("maintenant", r"urgent\w*", "a (?:determiner|confirmer|venir|voir)", "nouvelle annee", "milieu", "couple"),
        *("soon", "later", "shortly", "eventually", "few", "several", "coming (?:days|weeks|months)", "some ?day"),
        *(
            "some ?time",
            "one of these",
            "before long",
            "early",
            "late",
            r"when\w*",
            "asap",
            "as soon as",
            "immediately",
        ),
        *("right away", "now", "tbd", "tba", "new year", "mid"),
    ),
}
_READ = tuple((reason, re.compile(rf"(?<![a-z0-9]){words}(?![a-z0-9])")) for reason, words in _GIVEAWAYS.items())


def why_unread(text: str) -> Reason:
    """The most telling reason found in the words, else that they are no date."""
    return next((reason for reason, pattern in _READ if pattern.search(text)), Reason.NOT_A_DATE)
