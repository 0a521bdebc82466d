"""Words around a date that do not change it (*svp*, *échéance :*), and words that weaken it (*peut-être*, *vers*)."""

import re

from sc_bot.due_dates.words import any_of

_POLITE = any_of(
    *("svp", "stp", "s'il (?:vous|te) plait", "merci(?: beaucoup| d'avance)?", "si possible", "si tu peux"),
    *("si vous (?:pouvez|voulez)", "idealement", "de preference", "oui", "please", "pls", "plz", "if possible"),
    *(
        "if (?:you|we) can",
        "thanks?(?: you)?(?: in advance)?",
        "thx",
        "ty",
        "ideally",
        "preferably",
        "ok",
        "okay",
        "yes",
    ),
)
_ANNOUNCED = any_of(
    *(
        "due date(?: is)?",
        "due(?: on| for)?",
        "it'?s due",
        "deadline(?: is)?",
        "echeance",
        "date limite",
        "date butoir",
    ),
    *("c'est du pour", "du pour", r"du(?= \d| lun| mar| mer| jeu| ven| sam| dim)", "cible", "objectif", "target"),
    *("a (?:faire|remettre|rendre|livrer|terminer|finir|regler)", "remise", "livraison", "prevue?", "on vise"),
    *("fait", "termine", "livre", "pret", "regle", "promis", "disons", "mettons", "ce sera", "ca sera"),
    *("(?:to be |will be |i'll be )?(?:done|finished|ready|completed|delivered)", "planned", "promised", "needed"),
    *("let's say", "say", "we need it"),
)
_EMPHASIS = any_of(
    *("sans faute", "pile", "precises?", "heure locale", "inclus(?:ivement)?", "d'accord"),
    *("without fail", "for sure", "sharp", "local time", "inclusive(?:ly)?", "included", "promis"),
)
_HEDGE = any_of(
    *("peut etre", "probablement", "possiblement", "sans doute", "vers", "environ", "plus ou moins"),
    *("approximativement", "autour d[eu]", "aux alentours d[eu]", "genre", "j'espere", "circa", "maybe", "perhaps"),
    *("probably", "possibly", "around", "about", "approximately", "approx", "roughly", "hopefully"),
)
_HEDGE_AFTER = any_of(_HEDGE, "ou a peu pres", "a peu pres", "or so", "or thereabouts")
_LEADS = re.compile(rf"(?:{_POLITE}|{_ANNOUNCED}) (?P<rest>.+)")
_TAILS = re.compile(rf"(?P<rest>.+?) (?:{_POLITE}|{_EMPHASIS})")
_HEDGED = re.compile(rf"{_HEDGE} (?P<rest>.+)")
_HEDGED_AFTER = re.compile(rf"(?P<rest>.+?) {_HEDGE_AFTER}")


def without_courtesy(text: str) -> tuple[str, bool]:
    """The words that matter, and whether the others make the date approximate."""
    hedged = False
    while match := _LEADS.fullmatch(text) or _TAILS.fullmatch(text):
        text = match["rest"]
    while match := _HEDGED.fullmatch(text) or _HEDGED_AFTER.fullmatch(text):
        text, hedged = match["rest"], True
    return text, hedged
