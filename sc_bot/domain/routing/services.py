"""The services that a report speaks of, and who runs them: a guess when nobody says who should act."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sc_bot.domain.community import Community
from sc_bot.domain.routing.parts import part_of
from sc_bot.domain.routing.phrases import Found, PhraseBook
from sc_bot.domain.routing.reasons import Candidate, Part, Reason, ReasonKind
from sc_bot.domain.routing.service_words import SERVICES
from sc_bot.domain.words import Word


def by_service(
    text: Sequence[Word], community: Community, names: Sequence[Found], reporter_institution: str | None
) -> tuple[Candidate, ...]:
    """Return the institutions of the likeliest kind: one is an answer, several are a question.

    What the reporter's own kind does comes last, for one's own work is where a problem is met, seldom where it
    comes from. Then the part that the service plays decides; of equals the first. `names` are the places where
    the text names an institution: they are not read again.
    """
    home = community.institution(reporter_institution) if reporter_institution else None
    own_kind = home.kind if home else None
    spoken = [(kind, reason) for kind, reason in _spoken_of(text, names) if _of_kind(kind, community)]
    if not spoken:
        return ()
    kind, reason = min(spoken, key=lambda each: (each[0] == own_kind, -(each[1].part or Part.AFFECTED)))
    return tuple(Candidate(institution, reason) for institution in _of_kind(kind, community))


def _spoken_of(text: Sequence[Word], names: Sequence[Found]) -> Iterator[tuple[str, Reason]]:
    """Yield each service in the text as the kind that runs it and the reason, in order."""
    taken = {position for name in names for position in range(name.start, name.end)}
    for found in _book().find(text):
        if taken.isdisjoint(range(found.start, found.end)):
            phrase = found.phrases[0]
            yield _kinds()[phrase], Reason(ReasonKind.SERVICE, (phrase,), part=part_of(found, text))


def _of_kind(kind: str, community: Community) -> list[str]:
    """Return the institutions of one kind that take part."""
    return [each.id for each in community.institutions if each.kind == kind]


@cache
def _kinds() -> Mapping[str, str]:
    """Return who runs what: the kind of each expression."""
    return {phrase: kind for kind, phrases in SERVICES.items() for phrase in phrases.all}


@cache
def _book() -> PhraseBook:
    """Return the expressions, ready to be found; the same for every community."""
    return PhraseBook(_kinds())
