"""The care continuum that a report is about, and what the community's routing table says of it."""

from collections.abc import Sequence

from sc_bot.domain.community import Community
from sc_bot.domain.routing.phrases import PhraseBook
from sc_bot.domain.routing.reasons import Candidate, Likelihood, Ranked, Reason, ReasonKind
from sc_bot.domain.words import Word

UNKNOWN = Reason(ReasonKind.TRIAGE)


def continuum_of(text: Sequence[Word], community: Community, chosen: str | None) -> tuple[str | None, Reason]:
    """Return the chosen continuum, else the one with most keywords in the text, the first of equals."""
    if chosen and community.continuum(chosen):
        return chosen, Reason(ReasonKind.CHOSEN, continuum=chosen)
    found = {each.id: _found(each.keywords.all, text) for each in community.continua}
    likeliest = max(found, key=lambda each: len(found[each]), default=None)
    if not likeliest or not found[likeliest]:
        return None, UNKNOWN
    return likeliest, Reason(ReasonKind.NAMED, found[likeliest], continuum=likeliest)


def by_table(text: Sequence[Word], community: Community, continuum: str | None) -> tuple[Ranked, ...]:
    """Return what the first matching line of the continuum's table says, if any.

    A line without keywords always matches. While the continuum is unknown, a keyword alone is a weaker sign.
    """
    for rule in community.routing:
        found = _found(rule.keywords, text)
        if continuum in (rule.continuum, None) and (found or (continuum and not rule.keywords)):
            candidate = Candidate(rule.institution, Reason(ReasonKind.TABLE, found, rule.continuum))
            return (Ranked(candidate, Likelihood.KEYWORD if found and continuum else Likelihood.DEFAULT),)
    return ()


def _found(keywords: Sequence[str], text: Sequence[Word]) -> tuple[str, ...]:
    """Return the keywords that a text holds, each once, in the order of the text."""
    return tuple(dict.fromkeys(each.phrases[0] for each in PhraseBook(keywords).find(text)))
