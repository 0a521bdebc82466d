"""What a reader may see of a problem."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sc_bot.domain.access import access_of
from sc_bot.domain.answerable import is_kept_out
from sc_bot.domain.answers import Faster
from sc_bot.domain.community import Person
from sc_bot.domain.events import BY_SOMEBODY, BY_THE_BOT, MOVES, NEAR_THE_AUTHOR, OF_TRYOUTS, Event, Happened
from sc_bot.domain.joining import also_seen_by
from sc_bot.domain.nobody import NOBODY
from sc_bot.domain.offers import offers
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Problem
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import Text, TextKind
from sc_bot.domain.views import AlsoReported, ProblemView, StepView
from sc_bot.domain.visibility import Sight, sight
from sc_bot.domain.wordings import WordingView, last_wording
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.promises import Looking, promises_of
from sc_bot.usecases.showing import last_words, name_of, names_of, public_view, reader_of, with_lead
from sc_bot.usecases.stuck_seen import deadlock_of
from sc_bot.usecases.trying import tryouts_of


def view_of(
    uow: UnitOfWork, place: Place, problem: Problem, person: Person, now: datetime, *, named: bool = True
) -> ProblemView:
    """One problem, whole, for one reader, with its promises as they stand now.

    That a hidden author's name, or for whom an author wrote, was read is kept; `named` False leaves the name out, where
    neither is shown.

    Raises:
        Refused: NOT_FOUND when they may not know of it.
    """
    seen = sight(person, problem, place.community)
    if not seen.exists:
        raise Refused(Why.NOT_FOUND, details=(problem.reference,))
    seen = replace(seen, author=seen.author and named)
    texts = uow.history.texts(problem.id)
    steps = uow.history.of(problem.id) if seen.text else ()
    hidden = seen.author and not problem.name_shown and problem.reporter != NOBODY
    if person.id != problem.reporter and (hidden or (named and seen.on_behalf and _is_for_another(texts, steps))):
        uow.accesses.note(place, person.id, problem.reference, None, now)
    view = with_joined(uow, place, problem, person, _view(uow, place, problem, person, seen, texts, steps))
    view = _with_deadlock(view, uow, place, problem, person, now)
    if not seen.text:
        return view
    if any(each.kind in OF_TRYOUTS for each in steps):
        bodies = {each.id: each.body for each in texts}
        view = replace(view, tryouts=tryouts_of(uow, place, problem, person, bodies))
    return replace(view, commitments=promises_of(Looking(uow, place, person, now), problem))


def _is_for_another(texts: Sequence[Text], steps: Sequence[Event]) -> bool:
    """Whether it says for whom its author wrote, or who typed it for them: nobody else's to know, name shown or not."""
    return any(each.kind is TextKind.ON_BEHALF for each in texts) or any(
        each.kind is Happened.TYPED and each.actor not in (None, NOBODY) for each in steps
    )


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
        seen_by=names_of(place.community, also_seen_by(joined, problem)) if seen.lead else (),
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
    public = public_view(community, problem, reader_of(place, person), texts)
    is_author = person.id == problem.reporter
    names = _Names(uow, place)
    told = [each for each in steps if each.kind is not Happened.TYPED or seen.on_behalf]
    shown = tuple(names.step(each, texts, timed=seen.origin) for each in told if seen.internal or not each.internal)
    return replace(
        with_lead(public, community, problem, seen),
        description=last_words(texts, TextKind.DESCRIPTION) if seen.text else None,
        details=tuple(each.body for each in texts if each.kind is TextKind.DETAILS) if seen.text else (),
        suggestion=last_words(texts, TextKind.SUGGESTION) if seen.text else None,
        on_behalf=last_words(texts, TextKind.ON_BEHALF) if seen.on_behalf else None,
        typed_by=next((each.by for each in shown if each.kind is Happened.TYPED), None),
        origin=name_of(community, problem.reporter_institution) if seen.origin else None,
        line=problem.line if seen.origin else None,
        author=names.of(problem.reporter) if seen.author else None,
        author_hidden=not problem.name_shown,
        returned_by=names_of(community, problem.returned_by) if seen.text else (),
        unresolvable=problem.unresolvable and seen.text,
        noticed_by_clients=problem.noticed_by_clients and seen.text,
        reported_at=problem.reported_at if seen.origin else None,
        reason=next((step.text for step in reversed(shown) if step.text and step.details), None),
        offers=offers(person, problem, community),
        steps=shown,
        statement=last_words(texts, TextKind.STATEMENT) if seen.text else None,
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
            institution=name_of(self._place.community, step.institution),
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
