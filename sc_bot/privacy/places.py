"""Where somebody lives or lies: street addresses, postal codes, rooms and beds."""

import re
from collections.abc import Iterator

from sc_bot.privacy.findings import Finding, Kind
from sc_bot.privacy.normalise import Comparable

_POSTAL_CODE = re.compile(
    r"(?<![^\W_])[abceghj-nprstvxy]\d[abceghj-nprstv-z][ ._*-]{0,3}\d[abceghj-nprstv-z]\d(?![^\W_])"
)
_CAPITALISED = r"[A-Z][\w'.-]*"
_LINK = r"(?:(?i:de la|de l'|des|du|de|d'|le|la|les) ?)?"
_STREET = r"(?i:rue|avenue|boulevard|boul\.?|chemin|rang)"
_OTHER_STREET = r"(?i:av\.?|ch\.?|route|rte\.?|place|allee|cote|impasse|montee|croissant|terrasse|promenade|quai)"
_ENGLISH_STREET = "(?:St|Ave|Rd|Road|Drive|Dr(?! [A-Z])|Lane|Ln|Court|Ct|Cres|Blvd|Way|Place|Pl)"
_HOME = r"(?i:habite|demeure|reside|vit|lives|adresse|address)\b[^.;!?\d]{0,20}?\b"
_HOUSE = r"(?<![\w-])\d{1,5}(?:-\d{1,5})?[A-Za-z]?(?: bis| ter)?,? "
_MORE = rf"(?:[ -]{_LINK}{_CAPITALISED}){{0,3}}"
_AFTER_HOUSE = (
    rf"{_STREET} {_LINK}[\w'-]+{_MORE}",
    rf"{_OTHER_STREET} {_LINK}[A-Z0-9][\w'.-]*{_MORE}",
    r"\d{1,3} ?(?i:e|re|ieme|th|st|nd|rd) (?i:rue|avenue|av|street|ave|boulevard|rang)\b",
    r"(?:[NSEW]\.? )?(?:[A-Za-z'.-]+ ){1,2}(?i:street|avenue|boulevard|crescent)\b",
    rf"(?:[NSEW]\.? )?(?:{_CAPITALISED} ){{1,2}}{_ENGLISH_STREET}\b",
)
_ELSEWHERE = (
    rf"[Rr]ang (?:\d{{1,3}}\b(?! de la liste| du classement)|[IVX]+\b|{_LINK}{_CAPITALISED}{_MORE})",
    rf"{_HOME}{_STREET} {_LINK}{_CAPITALISED}{_MORE}",
    r"(?i:c\. ?p\.|case postale|p\.? ?o\.? box) ?\d{1,6}\b",
    r"(?i:app\.|appartement|apt\.?|apartment) ?(?i:no\.? )?#?\d{1,5}\b",
)
_ADDRESS = re.compile(rf"{_HOUSE}(?:{'|'.join(_AFTER_HOUSE)})|\b(?:{'|'.join(_ELSEWHERE)})")
_ROOM = re.compile(
    r"(?:\b(?:chambres?|rooms?|rm\.?|ch\.?)|(?<!il )(?<!elle )(?<!on )(?<!qui )\b(?:lit|bed|civiere))"
    r"[ :#(]{0,3}(?:(?:n°|(?:no|numero|number|num)\b\.?) ?)?"
    r"(?P<place>#?(?:\d{1,4}(?:-\d{1,3}|-?[a-z])?|[a-z]-?\d{1,4}))(?![\w/])"
    r"(?! ?[$€%]| (?:fois|jours?|personnes?|patients?|lits?|heures?|h|mois|semaines?|places?|min(?:utes)?|"
    r"days?|times|beds?|hours?|weeks?|months?|people)\b)"
)
_BED_LETTER = re.compile(r"\b(?i:lit|bed) (?P<place>[A-F])(?![\w'-])")


def find_addresses(text: Comparable) -> Iterator[Finding]:
    """Street addresses in both languages, country roads (*rang 4*), post boxes and apartments."""
    for match in _ADDRESS.finditer(text.cased):
        yield Finding(Kind.ADDRESS, *match.span())


def find_postal_codes(text: Comparable) -> Iterator[Finding]:
    """Canadian postal codes."""
    for match in _POSTAL_CODE.finditer(text.lower):
        yield Finding(Kind.POSTAL_CODE, *match.span())


def find_rooms(text: Comparable) -> Iterator[Finding]:
    """The number of a room or a bed; *3 lits* and *chambre à 2 lits* say nothing of who lies there."""
    for match in _ROOM.finditer(text.lower):
        yield Finding(Kind.ROOM, *match.span("place"))
    for match in _BED_LETTER.finditer(text.cased):
        yield Finding(Kind.ROOM, *match.span("place"))
