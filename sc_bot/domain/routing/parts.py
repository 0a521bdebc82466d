"""Which part a named institution plays in its sentence, judged by the words around its name.

This is no grammar of French and English: a preposition before the name, a verb of receiving after it.
Whatever is not recognised is mentioned "in passing".
"""

from collections.abc import Sequence

from sc_bot.domain.routing.phrases import Found
from sc_bot.domain.routing.reasons import Part
from sc_bot.domain.words import Word


def _cues(words: str) -> frozenset[str]:
    """Return a set of plain words."""
    return frozenset(words.split())


_CLAUSE_ENDS = frozenset('.,;:!?()[]«»"“”…–—\n')
_DETERMINERS = _cues("l le la les un une ce cet cette notre nos leur leurs votre vos the this our their your")
_CONJUNCTIONS = _cues(
    "et mais ou que qu quand lorsque lorsqu puisque puisqu car comme si donc alors"
    " and but or that when while because since as if so"
)
_AGENT = _cues("par by")
_ORIGIN = _cues("de du d des from of")
_OF_A_KIND = _cues("de d")
_ABSENT = _cues("sans without no")
_AWAITED = _cues("attendre attend attends attendons attendent attendait attendant await awaits awaiting")
_WAITING = _cues("wait waits waiting waited")
_ON_OR_FOR = _cues("on for")
_RECEIVING = (
    _AWAITED
    | _WAITING
    | _cues(
        "recoit recoivent recevait apprend apprennent ignore ignorent decouvre decouvrent subit subissent"
        " receive receives received get gets learn learns discover discovers lack lacks"
    )
)
_TOLD = _cues("avise avisee avises avisees informe informee informes informees prevenu prevenue told informed notified")
_REACH = 4  # words before or after the name, in the same clause


def part_of(mention: Found, text: Sequence[Word]) -> Part:
    """Judge the part of one mention from the words before and after it."""
    raw = _before(mention, text)
    before, after = _without_determiners(raw), _after(mention, text)
    last = before[0] if before else ""
    if last in _ABSENT:
        return Part.AFFECTED
    if after[:1] == ["s"] or _is_awaited(before):  # "the hospital's summary"
        return Part.ORIGIN
    if last in _ORIGIN:
        return Part.IN_PASSING if _is_a_kind(raw[0], text[mention.start]) else Part.ORIGIN
    if last in _AGENT:
        return Part.ACTOR
    if last and last not in _CONJUNCTIONS:
        return Part.IN_PASSING
    return Part.AFFECTED if (_RECEIVING | _TOLD).intersection(after) else Part.ACTOR


def _is_awaited(before: Sequence[str]) -> bool:
    """Whether something is expected of the institution: "attend le CLSC", "waits for the clinic"."""
    if before[:1] and before[0] in _ON_OR_FOR:
        return bool(_WAITING.intersection(before[1:2]))
    return bool(_AWAITED.intersection(before[:1]))


def _is_a_kind(preposition: str, name: Word) -> bool:
    """Whether a bare *de* makes the name an adjective: "médication d'urgence", unlike "de l'urgence"."""
    return preposition in _OF_A_KIND and name.written.islower()


def _without_determiners(before: Sequence[str]) -> list[str]:
    """Drop articles and possessives: "de notre hôpital" is "de hôpital"."""
    return [word for word in before if word not in _DETERMINERS]


def _before(mention: Found, text: Sequence[Word]) -> list[str]:
    """Return the words before the name in its clause, the nearest first."""
    found: list[str] = []
    for position in range(mention.start, max(mention.start - _REACH, 0), -1):
        if _CLAUSE_ENDS.intersection(text[position].gap):
            break
        found.append(text[position - 1].plain)
    return found


def _after(mention: Found, text: Sequence[Word]) -> list[str]:
    """Return the words after the name in its clause."""
    found: list[str] = []
    for word in text[mention.end : mention.end + _REACH]:
        if _CLAUSE_ENDS.intersection(word.gap):
            break
        found.append(word.plain)
    return found
