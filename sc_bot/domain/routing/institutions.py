"""The institutions that a report addresses or names."""

from collections.abc import Iterable, Iterator, Sequence

from sc_bot.domain.community import Community, Institution
from sc_bot.domain.routing.parts import part_of
from sc_bot.domain.routing.phrases import ARTICLES, Found, PhraseBook
from sc_bot.domain.routing.reasons import Candidate, Likelihood, Part, Ranked, Reason, ReasonKind
from sc_bot.domain.words import Word


class Directory:
    """The names by which the institutions of one community are known: id, both names, aliases."""

    def __init__(self, community: Community) -> None:
        self._owners: dict[str, list[str]] = {}
        for institution in community.institutions:
            for name in names_of(institution):
                self._owners.setdefault(name, []).append(institution.id)
        self._book = PhraseBook(self._owners)

    def addressed(self, text: Sequence[Word]) -> tuple[Candidate, ...]:
        """Return the institutions written after an `@`, in any case, in order; others are passed over."""
        found = [self._book.at(text, start, any_case=True) for start in _after_at_signs(text)]
        return once(
            Candidate(owner, Reason(ReasonKind.ADDRESSED, (phrase,)))
            for each in found
            if each
            for owner, phrase in self._owners_of(each)
        )

    def places(self, text: Sequence[Word]) -> tuple[Found, ...]:
        """Return where institutions are named, in order."""
        return self._book.find(text)

    def named(self, text: Sequence[Word], reporter_institution: str | None) -> tuple[Ranked, ...]:
        """Return the institutions named, the likeliest first.

        Of equals, another's comes before the reporter's own, for people report what others should change;
        then the one named first.
        """
        mentions = [
            Candidate(owner, Reason(ReasonKind.NAMED, (phrase,), part=part_of(each, text)))
            for each in self.places(text)
            for owner, phrase in self._owners_of(each)
        ]
        mentions.sort(key=lambda each: (-_part(each), each.institution == reporter_institution))
        return tuple(Ranked(each, Likelihood.of(each.because)) for each in once(mentions))

    def _owners_of(self, found: Found) -> Iterator[tuple[str, str]]:
        """Yield each institution that is known by a phrase found, with the phrase."""
        for phrase in found.phrases:
            for owner in self._owners[phrase]:
                yield owner, phrase


def once(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return each institution's first candidate."""
    first: dict[str, Candidate] = {}
    for each in candidates:
        first.setdefault(each.institution, each)
    return tuple(first.values())


def names_of(institution: Institution) -> Iterable[str]:
    """Return the names of one institution, each once."""
    return dict.fromkeys((institution.id, institution.name.fr, institution.name.en, *institution.aliases))


def _part(candidate: Candidate) -> Part:
    """Return the part that a named candidate plays."""
    return candidate.because.part or Part.AFFECTED


def _after_at_signs(text: Sequence[Word]) -> Iterator[int]:
    """Yield where an addressee's name begins, past its article; an `@` inside a word is an e-mail address."""
    for position, word in enumerate(text):
        opens_word = word.gap.endswith("@") and (position == 0 or len(word.gap) > 1)
        if opens_word:
            has_article = word.plain in ARTICLES and position + 1 < len(text)
            yield position + has_article
