"""Who should act on a reported problem, and why: always an answer, always a reason.

The rule, in this order:
1. The institution that the reporter chose.
2. An explicit addressee, `@HSF` or `@clsc`, anywhere in the text.
3. The institutions named in the text, by the part that each plays in its sentence (`Part`): who acts, then
   where something comes from, then who is mentioned in passing, then who is affected. Of equals, another's
   before the reporter's own, then the one named first.
4. The routing table of the text's continuum, its lines in order. A line whose keyword is in the text is the
   partners' own agreement about that topic: it goes before an institution named in passing or as affected. A
   line without keywords, or a keyword while the continuum is unknown, goes only before one named as affected.
5. The services that each kind of institution typically runs (`service_words`), if one institution of that kind
   takes part. A service that acts or that something comes from goes before an institution named in passing and
   before a weak line of the table, any other service only before one named as affected.
6. Where problems like it ended, once directors or the facilitator had sent them elsewhere: it goes before an
   institution named in passing, a weak line of the table and a service that is only mentioned.
7. Nothing of this: the facilitator's triage; where several institutions run the service, they are proposed.
The other institutions addressed or named stay one tap away. `words` and `phrases` say how words are compared.
"""

from collections.abc import Sequence

from sc_bot.domain.community import Community
from sc_bot.domain.routing.continua import by_table, continuum_of
from sc_bot.domain.routing.institutions import Directory, once
from sc_bot.domain.routing.reasons import Candidate, Likelihood, Part, Ranked, Reason, ReasonKind, Route
from sc_bot.domain.routing.services import by_service
from sc_bot.domain.words import words

__all__ = ["Candidate", "Part", "Reason", "ReasonKind", "Route", "route"]

_TRIAGE = Reason(ReasonKind.TRIAGE)


def route(
    text: str,
    *,
    community: Community,
    reporter_institution: str | None,
    chosen_institution: str | None = None,
    chosen_continuum: str | None = None,
    learned: Candidate | None = None,
) -> Route:
    """Decide who receives a report; ids that the community does not know count as not given.

    `learned`: where problems like it ended, once somebody had sent them elsewhere (`domain.learning`).
    """
    read, directory = words(text), Directory(community)
    continuum, continuum_because = continuum_of(read, community, chosen_continuum)
    told = (*_chosen(chosen_institution, community), *directory.addressed(read))
    named = directory.named(read, reporter_institution)
    served = by_service(read, community, directory.places(read), reporter_institution)
    guessed = _likeliest_first(*named, *by_table(read, community, continuum), *_alone(served), *_corrected(learned))
    taken = next(iter((*told, *(each.candidate for each in guessed))), None)
    others = once((*told, *(each.candidate for each in named))) if taken else served
    return Route(
        institution=taken.institution if taken else None,
        because=taken.because if taken else _TRIAGE,
        continuum=continuum,
        continuum_because=continuum_because,
        alternatives=tuple(each for each in others if taken is None or each.institution != taken.institution),
        ambiguous=_several_addressed(told) if told else _several_as_likely(guessed),
    )


def _chosen(institution: str | None, community: Community) -> tuple[Candidate, ...]:
    """Return the reporter's choice, if the community knows it."""
    if institution is None or community.institution(institution) is None:
        return ()
    return (Candidate(institution, Reason(ReasonKind.CHOSEN)),)


def _alone(served: Sequence[Candidate]) -> tuple[Ranked, ...]:
    """Rank the one institution that runs a service; of several, none is likelier."""
    return tuple(Ranked(each, Likelihood.of(each.because)) for each in served if len(served) == 1)


def _corrected(learned: Candidate | None) -> tuple[Ranked, ...]:
    """Rank what was learned, if anything was."""
    return () if learned is None else (Ranked(learned, Likelihood.of(learned.because)),)


def _likeliest_first(*candidates: Ranked) -> tuple[Ranked, ...]:
    """Order candidates; of equals the first stays first."""
    return tuple(sorted(candidates, key=lambda each: each.likelihood, reverse=True))


def _several_addressed(told: Sequence[Candidate]) -> bool:
    """Whether the reporter addressed several institutions and chose none."""
    return told[0].because.kind is ReasonKind.ADDRESSED and len(told) > 1


def _several_as_likely(guessed: Sequence[Ranked]) -> bool:
    """Whether a second institution is as likely as the first."""
    return len(guessed) > 1 and guessed[0].likelihood == guessed[1].likelihood
