"""What a reader may see of a problem."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sc_bot.domain.access import access_of
from sc_bot.domain.answerable import answering, is_kept_out, stood_in_for
from sc_bot.domain.answers import Faster
from sc_bot.domain.community import Community, Localised, Person
from sc_bot.domain.events import BY_SOMEBODY, BY_THE_BOT, MOVES, NEAR_THE_AUTHOR, OF_TRYOUTS, Event, Happened
from sc_bot.domain.joining import also_seen_by
from sc_bot.domain.offers import offers
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import Text, TextKind
from sc_bot.domain.views import AlsoReported, ProblemView, Reader, StepView
from sc_bot.domain.visibility import Sight, sight
from sc_bot.domain.wordings import WordingView, last_wording
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.promises import Looking, promises_of
from sc_bot.usecases.stuck_seen import deadlock_of
from sc_bot.usecases.trying import tryouts_of


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


def view_of(uow: UnitOfWork, place: Place, problem: Problem, person: Person, now: datetime) -> ProblemView:
    """One problem, whole, for one reader, with its promises as they stand now.

    Raises:
        Refused: NOT_FOUND when they may not know of it.
    """
    seen = sight(person, problem, place.community)
    if not seen.exists:
        raise Refused(Why.NOT_FOUND, details=(problem.reference,))
    texts = uow.history.texts(problem.id)
    steps = uow.history.of(problem.id) if seen.text else ()
    view = with_joined(uow, place, problem, person, _view(uow, place, problem, person, seen, texts, steps))
    view = _with_deadlock(view, uow, place, problem, person, now)
    if not seen.text:
        return view
    if any(each.kind in OF_TRYOUTS for each in steps):
        bodies = {each.id: each.body for each in texts}
        view = replace(view, tryouts=tryouts_of(uow, place, problem, person, bodies))
    return replace(view, commitments=promises_of(Looking(uow, place, person, now), problem))


def _with_deadlock(
    view: ProblemView, uow: UnitOfWork, place: Place, problem: Problem, person: Person, now: datetime
) -> ProblemView:
    """With its deadlock, and the button that ends it for whoever may."""
    deadlock = deadlock_of(uow, place, problem, person, now)
    if deadlock is None:
        return view
    more = {Verb.END_DEADLOCK} if deadlock.may_end else set()
    return replace(view, deadlock=deadlock, offers=view.offers | more)


def with_joined(uow: UnitOfWork, place: Place, problem: Problem, person: Person, view: ProblemView) -> ProblemView:
    """From where else it is seen, what was written there for those who work on it, and whether one joined oneself."""
    joined, seen = uow.joinings.of(problem.id), sight(person, problem, place.community)
    stays = any(each.person == person.id and each.left_at is None for each in joined)
    offered = (view.offers - {Verb.JOIN}) | {Verb.LEAVE} if stays else view.offers
    under = uow.problems.duplicates_of(problem) if seen.internal else ()
    return replace(
        view,
        offers=offered,
        seen_by=_names(place.community, also_seen_by(joined, problem)) if seen.lead else (),
        also=_also(uow, [each for each in under if not each.restricted and not is_kept_out(person, each)]),
    )


def _also(uow: UnitOfWork, under: Sequence[Problem]) -> tuple[AlsoReported, ...]:
    """The words of the reports that go on under a problem, as they stand now: what was redacted is redacted here."""
    if not under:
        return ()
    texts = uow.history.some_texts([each.id for each in under], TextKind.DESCRIPTION, TextKind.DETAILS)
    return tuple(
        AlsoReported(each.reference, tuple(text.body for text in texts if text.problem == each.id)) for each in under
    )


def views_of(uow: UnitOfWork, place: Place, problems: Sequence[Problem], person: Person) -> list[ProblemView]:
    """Problems as a list shows them: reference, state, lead, neutral title, and what may be done.

    Those who read the text also get the words on which two agreed. Nothing else is read. One query, whatever their
    number; the caller leaves out what they may not know of.
    """
    titles = uow.history.some_texts(
        [each.id for each in problems], TextKind.TITLE, TextKind.OBJECTIVE, TextKind.STATEMENT
    )
    return [_in_a_list(place, each, person, [text for text in titles if text.problem == each.id]) for each in problems]


def _in_a_list(place: Place, problem: Problem, person: Person, titles: Sequence[Text]) -> ProblemView:
    community, is_author = place.community, person.id == problem.reporter
    seen = sight(person, problem, community)
    public = _public(community, problem, reader_of(place, person), titles)
    return replace(
        _led(public, community, problem, seen),
        statement=_last(titles, TextKind.STATEMENT) if seen.text else None,
        offers=offers(person, problem, community),
        is_author=is_author,
        hides_subject=is_author and not problem.name_shown,
    )


def headline_view(uow: UnitOfWork, place: Place, problem: Problem, institution: str) -> ProblemView:
    """What an institution's channel shows: reference, state, lead, neutral title; nothing else is even read."""
    texts = uow.history.texts(problem.id)
    return _public(place.community, problem, channel_reader(place, institution), texts)


def titles_of(uow: UnitOfWork, problems: Sequence[Problem]) -> Sequence[Text]:
    """The titles of several problems, and to which objectives they are linked, read at once."""
    return uow.history.some_texts([each.id for each in problems], TextKind.TITLE, TextKind.OBJECTIVE)


def public_views(
    place: Place, problems: Sequence[Problem], person: Person, titles: Sequence[Text]
) -> list[ProblemView]:
    """What everybody of the community may know of several problems: for lists of lines."""
    reader = reader_of(place, person)
    return [
        _public(place.community, each, reader, [text for text in titles if text.problem == each.id])
        for each in problems
    ]


def brief_view(place: Place, problem: Problem, person: Person, title: str | None) -> ProblemView | None:
    """One problem as one line for one reader, without its words and its history; None if they may not know of it."""
    community = place.community
    seen = sight(person, problem, community)
    if not seen.exists:
        return None
    public = replace(_public(community, problem, reader_of(place, person), ()), title=title)
    is_author = person.id == problem.reporter
    return replace(
        _led(public, community, problem, seen),
        offers=offers(person, problem, community),
        is_author=is_author,
        hides_subject=is_author and not problem.name_shown,
    )


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
        objective=_objective(community, _last(texts, TextKind.OBJECTIVE)),
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
    return replace(
        _led(public, community, problem, seen),
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
        statement=_last(texts, TextKind.STATEMENT) if seen.text else None,
        wording=_wording(problem, person, steps, texts),
        access=access_of(steps),
        news=next((each for each in reversed(shown) if each.kind is Happened.UPDATED and not each.internal), None),
        is_author=is_author,
        hides_subject=is_author and not problem.name_shown,
    )


def _wording(problem: Problem, person: Person, steps: Sequence[Event], texts: Sequence[Text]) -> WordingView | None:
    """The words that wait for somebody's agreement; None also for those who do not read the history."""
    last = last_wording(steps)
    said = next((each.body for each in texts if last and each.id == last.text), None)
    if last is None or last.is_agreed or said is None:
        return None
    asked = last.waits_for(person, problem)
    return WordingView(number=last.number, said=said, by_author=last.by_author, is_asked=asked)


def _led(public: ProblemView, community: Community, problem: Problem, seen: Sight) -> ProblemView:
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
        invited=_names(community, problem.invited) if seen.text else (),
        contributors=_names(community, problem.contributors) if seen.text else (),
        person=has_it.name if has_it and seen.lead else None,
        instead_of=absent.name if absent else None,
        until=absence.last_day if absence else None,
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
        unnamed = step.actor is None and step.kind not in BY_THE_BOT | BY_SOMEBODY
        is_hidden = unnamed or step.kind in NEAR_THE_AUTHOR or (step.kind in BY_SOMEBODY and step.actor is None)
        return StepView(
            id=step.id,
            kind=step.kind,
            at=step.at if (timed and (step.kind not in BY_SOMEBODY or step.institution)) or not is_hidden else None,
            by=self.of(step.actor) if step.actor else None,
            by_author=step.is_by_author,
            institution=_name(self._place.community, step.institution),
            text=next((each.body for each in texts if each.id == step.text), None),
            details=step.details,
            internal=step.internal,
        )


def step_view(uow: UnitOfWork, place: Place, problem: Problem, step: Event) -> StepView:
    """One step with its words, for somebody whose step it is to read."""
    return _Names(uow, place).step(step, uow.history.texts(problem.id), timed=True)


def overtaken(
    uow: UnitOfWork, problem: Problem, by: Callable[[Event], bool] = lambda step: step.kind in MOVES
) -> Faster:
    """Somebody acted first: who, when, and what the problem is now."""
    steps = uow.history.of(problem.id)
    first = next((each for each in reversed(steps) if by(each)), steps[0])
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


def _objective(community: Community, objective: str | None) -> Localised | None:
    known = community.objective(objective) if objective else None
    return known.name if known else None


def _continuum(community: Community, continuum: str | None) -> Localised | None:
    known = community.continuum(continuum) if continuum else None
    return known.name if known else None
