"""Words and shapes that several detectors need to tell an identifier from an ordinary number."""

import re

_NEUTRAL = re.compile(
    r"\b(?:projets?|lots?|factures?|commandes?|modeles?|references?|ref|contrats?|series?|produits?|billets?|"
    r"requetes?|formulaires?|projects?|invoices?|orders?|batch(?:es)?|models?|serial|contracts?|products?|"
    r"tickets?|forms?|versions?|purchase order|bon de commande)\b"
    r"(?:[ .:#=(-]|n°|\b(?:no|num|numero|number|nr|id)\b){0,8}$"
)
_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d) ?[-/] ?(?P<last>(?:19|20)\d\d)")
_DATE = re.compile(
    r"(?:19|20)\d\d ?[-/. ] ?(?:0\d|1[0-2]) ?[-/. ] ?[0-3]\d|[0-3]\d ?[-/. ] ?[0-3]\d ?[-/. ] ?(?:19|20)\d\d"
)
_LONGEST_PERIOD = 10  # years; "2011-2012" is a period, "1955 2001" may be half of an identifier


def follows_neutral_word(before: str) -> bool:
    """Whether a number that comes right after `before` belongs to a project, an invoice or the like."""
    return bool(_NEUTRAL.search(before))


def is_calendar(number: str) -> bool:
    """Whether grouped digits are a date (2026-11-19, 19/11/2026) or a period of years (2026-2027)."""
    if years := _YEARS.fullmatch(number):
        return 0 < int(years["last"]) - int(years["first"]) <= _LONGEST_PERIOD
    return bool(_DATE.fullmatch(number))
