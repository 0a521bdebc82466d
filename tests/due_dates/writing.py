"""The words of dates and hours, and the ways in which people disguise them."""

import unicodedata
from datetime import time
from random import Random

DAYS = {
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
SHORT_DAYS = {
    "fr": ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
}
_FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_ENGLISH = "January February March April May June July August September October November December"
_SHORT_FRENCH = "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc."
_SHORT_ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"
MONTHS = {"fr": _FRENCH.split(), "en": _ENGLISH.split()}
SHORT_MONTHS = {"fr": _SHORT_FRENCH.split(), "en": _SHORT_ENGLISH.split()}
SPACES = " \u00a0\u202f\u2009"


def hour_in_words(chance: Random, at: time, language: str) -> str:
    """*à 14 h 30*, *14h30*, *at 2:30 pm*."""
    if language == "fr":
        minutes = f"{at.minute}" if at.minute else ""
        return chance.choice([f"à {at.hour} h {minutes}".strip(), f"à {at.hour:02}h{at.minute:02}", f"{at:%H:%M}"])
    half, hour = ("am", "pm")[at.hour >= 12], at.hour % 12 or 12
    if at.hour == 0:
        return f"at {at:%H:%M}"
    return chance.choice([f"at {hour}:{at.minute:02} {half}", f"at {hour}:{at.minute:02}{half}", f"at {at:%H:%M}"])


def without_accents(text: str) -> str:
    """As some keyboards write."""
    return "".join(each for each in unicodedata.normalize("NFD", text) if unicodedata.category(each) != "Mn")


def disguised(chance: Random, phrase: str) -> str:
    """The same words in another dress."""
    dress = chance.randrange(8)
    match dress:
        case 0:
            return phrase.upper()
        case 1:
            return without_accents(phrase)
        case 2:
            return unicodedata.normalize("NFD", phrase)
        case 3:
            return phrase.replace(" ", chance.choice(SPACES))
        case 4:
            curly = phrase.replace("'", "’")
            return f"  {curly}. "
        case _:
            return phrase
