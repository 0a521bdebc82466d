"""The parts of what a reader is shown of a problem: what everybody may know, who has it, names."""

from collections.abc import Sequence
from dataclasses import replace

from sc_bot.domain.answerable import answering, stood_in_for
from sc_bot.domain.community import Community, Localised, Person
from sc_bot.domain.problems import Problem
from sc_bot.domain.texts import Text, TextKind
from sc_bot.domain.views import ProblemView, Reader
from sc_bot.domain.visibility import Sight
from sc_bot.ports import Place


def reader_of(place: Place, person: Person) -> Reader:
    """A person's language and time zone."""
    return Reader(language=person.reads.value, timezone=place.community.timezone_of(person))


def channel_reader(place: Place, institution: str | None) -> Reader:
    """The language and time zone of a channel's readers: their institution's."""
    home = place.community.institution(institution) if institution else None
    settings = place.community.settings
    return Reader(
        language=(home.language if home else settings.language).value,
        timezone=(home.timezone if home else None) or settings.timezone,
    )


def public_view(community: Community, problem: Problem, reader: Reader, texts: Sequence[Text]) -> ProblemView:
    """What everybody of the community may know of a problem."""
    return ProblemView(
        reader=reader,
        reference=problem.reference,
        state=problem.state,
        title=last_words(texts, TextKind.TITLE),
        continuum=_continuum(community, problem.continuum),
        institution=name_of(community, problem.institution),
        owes=name_of(community, problem.owes),
        person=None,
        because=problem.because,
        description=None,
        details=(),
        suggestion=None,
        on_behalf=None,
        origin=None,
        line=None,
        author=None,
        author_hidden=True,
        concerned=names_of(community, problem.concerned),
        returned_by=(),
        severity=problem.severity,
        unresolvable=False,
        noticed_by_clients=False,
        restricted=problem.restricted,
        reported_at=None,
        answer_by=problem.answer_by,
        closing=problem.closing,
        duplicate_of=problem.duplicate_of,
        verdict=problem.verdict,
        reason=None,
        offers=frozenset(),
        objective=_objective(community, last_words(texts, TextKind.OBJECTIVE)),
    )


def with_lead(public: ProblemView, community: Community, problem: Problem, seen: Sight) -> ProblemView:
    """Who has it, instead of whom, and which institutions take part; as far as the reader may know."""
    has_it = answering(community, problem)
    absence = stood_in_for(community, problem) if has_it and seen.lead else None
    absent = community.person(absence.person) if absence else None
    return replace(
        public,
        title=public.title if seen.lead else None,
        institution=public.institution if seen.lead else None,
        owes=public.owes if seen.lead else None,
        concerned=public.concerned if seen.lead else (),
        invited=names_of(community, problem.invited) if seen.text else (),
        contributors=names_of(community, problem.contributors) if seen.text else (),
        person=has_it.name if has_it and seen.lead else None,
        instead_of=absent.name if absent else None,
        until=absence.last_day if absence else None,
    )


def last_words(texts: Sequence[Text], kind: TextKind) -> str | None:
    """The newest words of a kind."""
    return next((each.body for each in reversed(texts) if each.kind is kind), None)


def name_of(community: Community, institution: str | None) -> Localised | None:
    """An institution's name; its id where the community no longer knows it."""
    if institution is None:
        return None
    known = community.institution(institution)
    return known.name if known else Localised(institution, institution)


def names_of(community: Community, institutions: tuple[str, ...]) -> tuple[Localised, ...]:
    """Several names, in the same order."""
    return tuple(name for each in institutions if (name := name_of(community, each)))


def _objective(community: Community, objective: str | None) -> Localised | None:
    known = community.objective(objective) if objective else None
    return known.name if known else None


def _continuum(community: Community, continuum: str | None) -> Localised | None:
    known = community.continuum(continuum) if continuum else None
    return known.name if known else None
