"""Names, and people who can be recognised without one.

A name is only seen where the words around it say so (*Mme Testard*, *patient J. Doe*). Dr, Dre and Me name
professionals, whom a report may have to name: they are let through. So is a surname without a capital.
"""

import re
from collections.abc import Iterator

from sc_bot.privacy.findings import Finding, Kind
from sc_bot.privacy.normalise import Comparable

_CAPITALISED = r"[A-ZŒÆØŁ](?:'[A-Z]|[^\W\d_])[^\W\d_]*(?:['-][^\W\d_]+)*"
_INITIAL = r"[A-Z]\.(?:-?[A-Z]\.)*"
_PARTICLE = r"(?:(?:[Dd]e la|[Dd]e|[Dd]u|[Dd]es|[Ll]e|[Ll]a|[Vv]an|[Vv]on|[Mm]ac|[Ss]t|[Ss]te)\.? |[Dd]')"
_NAME = (
    rf"(?P<name>(?:{_INITIAL} ?){{0,2}}{_PARTICLE}?{_CAPITALISED}"
    rf"(?: {_PARTICLE}?{_CAPITALISED}){{0,2}}|{_INITIAL})"
)
_CIVIL = re.compile(
    rf"(?<![\w.])(?:MM?\.(?= |[A-Z][a-z])|(?<!\d )m\.(?= [A-Z][a-z])|M(?= [A-Z][a-z])|"
    rf"(?:Ms|[Mm]rs?|MRS?)\b\.?|Miss\b|[Mm]ister\b|"
    rf"(?i:mmes?|mlles?|madame|mesdames|monsieur|messieurs|mademoiselle)\b\.?) ?{_NAME}"
)
_PERSON = re.compile(
    rf"\b(?i:patiente?|usagere?|cliente?|residente?|beneficiaire|(?<!de )famille)\b"
    rf" ?(?i:[:,(] ?|is |named |called |nommee? |appelee? )?{_NAME}"
)
_CALLED = re.compile(rf"(?:\b(?i:s'appelle|se nomme)|\b(?i:nom|prenom|nom de famille|name|surname) ?:) ?{_NAME}")
_FUNCTION_WORD = re.compile(
    r"After|And|Apres|At|Au|Aux|Avant|Avec|Before|But|Ce|Ces|Cette|Dans|De|Des|Du|"
    r"Elle|Elles|En|Et|He|Her|His|If|Il|Ils|In|It|La|Le|Les|Mais|No|Not|Notre|"
    r"Nous|On|Our|Pour|Quand|Sa|Ses|She|Si|Son|That|The|They|This|Un|Une|Votre|Vous|"
    r"We|When"
)
_AFTER_PATIENT = re.compile(
    r"Alzheimer|April|Asperger|August|Care|Center|Centre|Chart|Covid|Crohn|December|Down|"
    r"Experience|February|File|Flow|Friday|January|July|June|March|May|Monday|November|"
    r"October|Parkinson|Portal|Record|Records|Safety|Saturday|September|Service|Services|"
    r"Sunday|Thursday|Transport|Tuesday|Wednesday|"
    r"Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Ambulatoire|Chirurgie|Dialyse|Geriatrie|Hebergement|"
    r"Medecine|Oncologie|Palliatif|Pediatrie|Psychiatrie|Readaptation|Soins|Teams|Urgence"
)
_SHORTEST_CAPITALS = 6  # without a civility, shorter words in capitals are acronyms (CHSLD)
_RARE = re.compile(
    r"\b(?:seule?s?|unique|only|sole)\b (?:[a-z']+ ){0,2}?"
    r"(?:cas|case|homme|femme|enfant|man|woman|child|porteu[rs]e?|patiente?|usagere?|"
    r"(?:personne|person|famille|family)(?= (?:atteinte|avec|with)\b))\b"
    r"(?! (?:ou|where|when|qui attend)\b)(?:"
    r"[^.!?;\d]{0,60}?\b"
    r"(?:d[eu] (?:la |l')?|au |in (?:the |this |our )?|of (?:the )?|dans (?:le |la |notre )?|a )"
    r"(?:village|ville|municipalite|paroisse|mrc|region|rang|town|county|parish|area|saint-|st-)|"
    r" (?:de |d'|of |with |atteinte? de |avec )(?:la |a |une? )?"
    r"(?:sla|als|maladie|syndrome|disease|dystrophie))"
    r"[\w-]*"
)


def find_names(text: Comparable) -> Iterator[Finding]:
    """Names that a civility or a word such as *patient* announces; that word stays outside the span."""
    for pattern in (_CIVIL, _PERSON, _CALLED):
        for match in pattern.finditer(text.cased):
            if _is_a_name(match["name"], after_civility=pattern is _CIVIL):
                yield Finding(Kind.NAME, *match.span("name"))


def find_rare_cases(text: Comparable) -> Iterator[Finding]:
    """*Seul cas de SLA du village*: nobody is named and everybody knows. Modest: it asks, it cannot prove."""
    for match in _RARE.finditer(text.lower):
        yield Finding(Kind.RARE, *match.span())


def _is_a_name(words: str, *, after_civility: bool) -> bool:
    name = next((word for word in words.split() if not _is_ordinary(word, after_civility=after_civility)), "")
    if "." in words:
        return name != ""
    if len(name) <= 1:  # an initial
        return False
    acronym = name.isupper() and (len(name) < _SHORTEST_CAPITALS)
    return not acronym or (after_civility and words.startswith(name))


def _is_ordinary(word: str, *, after_civility: bool) -> bool:
    """*Le* is nobody; *Alzheimer* or *May* is nobody after *patient*, and somebody after *Mme*."""
    return bool(_FUNCTION_WORD.fullmatch(word) or (not after_civility and _AFTER_PATIENT.fullmatch(word)))
