"""What a reader may see of a problem."""

from collections.abc import Sequence
from dataclasses import replace

from sc_bot.domain.answerable import answering
from sc_bot.domain.answers import Faster
from sc_bot.domain.community import Community, Localised, Person
from sc_bot.domain.events import MOVES, Event, Happened, Text, TextKind
from sc_bot.domain.offers import offers
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.views import ProblemView, Reader, StepView
from sc_bot.domain.visibility import Sight, sight
from sc_bot.ports import Place, UnitOfWork


def reader_of(place: Place, person: Person) -> Reader:
    """A person's language and time zone."""
    return Reader(language=person.language.value, timezone=place.community.timezone_of(person))


def channel_reader(place: Place, institution: str | None) -> Reader:
    """The language and time zone of a channel's readers: their institution's."""
    home = place.community.institution(institution) if institution else None
    settings = place.community.settings
    return Reader(
        language=(home.language if home else settings.language).value,
        timezone=(home.timezone if home else None) or settings.timezone,
    )


def view_of(uow: UnitOfWork, place: Place, problem: Problem, person: Person) -> ProblemView:
    """One problem, whole, for one reader.

    Raises:
        Refused: NOT_FOUND when they may not know of it.
    """
    seen = sight(person, problem, place.community)
    if not seen.exists:
        raise Refused(Why.NOT_FOUND, details=(problem.reference,))
    texts = uow.history.texts(problem.id)
    steps = uow.history.of(problem.id) if seen.text else ()
    return _view(uow, place, problem, person, seen, texts, steps)


def headline_view(uow: UnitOfWork, place: Place, problem: Problem, institution: str) -> ProblemView:
    """What an institution's channel shows: reference, state, lead, neutral title; nothing else is even read."""
    texts = uow.history.texts(problem.id)
    return _public(place.community, problem, channel_reader(place, institution), texts)


def _public(community: Community, problem: Problem, reader: Reader, texts: Sequence[Text]) -> ProblemView:
    return ProblemView(
        reader=reader,
        reference=problem.reference,
        state=problem.state,
        title=_last(texts, TextKind.TITLE),
        continuum=_continuum(community, problem.continuum),
        institution=_name(community, problem.institution),
        owes=_name(community, problem.owes),
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
        concerned=_names(community, problem.concerned),
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
    )


def _view(  # noqa: PLR0913, PLR0917 - each is a fact of its own
    uow: UnitOfWork,
    place: Place,
    problem: Problem,
    person: Person,
    seen: Sight,
    texts: Sequence[Text],
    steps: Sequence[Event],
) -> ProblemView:
    community = place.community
    public = _public(community, problem, reader_of(place, person), texts)
    is_author = person.id == problem.reporter
    names = _Names(uow, place)
    shown = tuple(names.step(each, texts, timed=seen.origin) for each in steps if seen.internal or not each.internal)
    has_it = answering(community, problem)
    return replace(
        public,
        institution=public.institution if seen.lead else None,
        owes=public.owes if seen.lead else None,
        concerned=public.concerned if seen.lead else (),
        person=has_it.name if has_it and seen.lead else None,
        description=_last(texts, TextKind.DESCRIPTION) if seen.text else None,
        details=tuple(each.body for each in texts if each.kind is TextKind.DETAILS) if seen.text else (),
        suggestion=_last(texts, TextKind.SUGGESTION) if seen.text else None,
        on_behalf=_last(texts, TextKind.ON_BEHALF) if seen.on_behalf else None,
        origin=_name(community, problem.reporter_institution) if seen.origin else None,
        line=problem.line if seen.origin else None,
        author=names.of(problem.reporter) if seen.author else None,
        author_hidden=not problem.name_shown,
        returned_by=_names(community, problem.returned_by) if seen.text else (),
        unresolvable=problem.unresolvable and seen.text,
        noticed_by_clients=problem.noticed_by_clients and seen.text,
        reported_at=problem.reported_at if seen.origin else None,
        reason=next((step.text for step in reversed(shown) if step.text and step.details), None),
        offers=offers(person, problem, community),
        steps=shown,
        news=next((each for each in reversed(shown) if each.kind is Happened.UPDATED and not each.internal), None),
        is_author=is_author,
        hides_subject=is_author and not problem.name_shown,
    )


class _Names:
    """Names of people, each read once."""

    def __init__(self, uow: UnitOfWork, place: Place) -> None:
        self._uow, self._place = uow, place
        self._known: dict[str, str | None] = {}

    def of(self, person: str) -> str | None:
        """Somebody's name; the Slack id of a newcomer whose name is not known yet."""
        if person not in self._known:
            found = self._place.community.person(person) or self._uow.communities.person(self._place.id, person)
            self._known[person] = (found.name or found.id) if found else None
        return self._known[person]

    def step(self, step: Event, texts: Sequence[Text], *, timed: bool) -> StepView:
        """One step with its words and who did it; an author stays the author, without an hour if that names them."""
        by_author = step.actor is None
        return StepView(
            id=step.id,
            kind=step.kind,
            at=step.at if timed or not by_author else None,
            by=self.of(step.actor) if step.actor else None,
            by_author=by_author,
            institution=_name(self._place.community, step.institution),
            text=next((each.body for each in texts if each.id == step.text), None),
            details=step.details,
            internal=step.internal,
        )


def overtaken(uow: UnitOfWork, problem: Problem, by: frozenset[Happened] = MOVES) -> Faster:
    """Somebody acted first: who, when, and what the problem is now."""
    steps = uow.history.of(problem.id)
    first = next((each for each in reversed(steps) if each.kind in by), steps[0])
    return Faster(
        problem=problem.id,
        reference=problem.reference,
        community=problem.community,
        state=problem.state,
        by=first.actor,
        at=first.at,
    )


def _last(texts: Sequence[Text], kind: TextKind) -> str | None:
    return next((each.body for each in reversed(texts) if each.kind is kind), None)


def _name(community: Community, institution: str | None) -> Localised | None:
    if institution is None:
        return None
    known = community.institution(institution)
    return known.name if known else Localised(institution, institution)


def _names(community: Community, institutions: tuple[str, ...]) -> tuple[Localised, ...]:
    return tuple(name for each in institutions if (name := _name(community, each)))


def _continuum(community: Community, continuum: str | None) -> Localised | None:
    known = community.continuum(continuum) if continuum else None
    return known.name if known else None
