"""The director's side: acknowledge, accept, return, ask, update, word, hand over, close."""

from dataclasses import dataclass, replace

from sc_bot.domain.access import Hurdle, Moment, read_amount
from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Happened
from sc_bot.domain.offers import next_delegates
from sc_bot.domain.perceiving import perceives_as
from sc_bot.domain.permissions import Verb, may_close
from sc_bot.domain.problems import Closing, Problem, State
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.reorganising import Sort, details_of
from sc_bot.domain.texts import TextKind
from sc_bot.domain.transitions import accept, acknowledge, close, return_
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.problems.changing import Case, change
from sc_bot.usecases.problems.ending import close_with
from sc_bot.usecases.problems.measures import after_closing, keep_measure
from sc_bot.usecases.stuck import look_at


def acknowledge_problem(database: Database, asked: Asked, reference: str) -> Answer:
    """The director has read it; the author's card says so."""

    def act(case: Case) -> Answer:
        after = acknowledge(case.problem, case.now)
        if after is None:
            return case.faster()
        case.happened(Happened.ACKNOWLEDGED, after)
        return case.done(Verb.ACKNOWLEDGE, after)

    return change(database, asked, reference, Verb.ACKNOWLEDGE, act)


def accept_problem(database: Database, asked: Asked, reference: str) -> Answer:
    """The institution leads the search for a solution; the author is told."""

    def act(case: Case) -> Answer:
        after = accept(case.problem, case.now)
        if after is None:
            return case.faster()
        telling = case.happened(Happened.ACCEPTED, after)
        case.tell([*telling.told(author=case.author()), *telling.headline()])
        return case.done(Verb.ACCEPT, after)

    return change(database, asked, reference, Verb.ACCEPT, act)


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """Why it is sent back, and who should have it."""

    reason: str
    institution: str | None = None
    confirm_reason: str | None = None


def return_problem(database: Database, asked: Asked, reference: str, given: Return) -> Answer:
    """Send it back with a reason and a proposal; the second return goes to the support committee.

    Raises:
        Refused: no reason, an unknown institution, or its own.
    """
    reason = required(given.reason, "reason")
    passed = gate({"reason": reason}, reason=given.confirm_reason)

    def act(case: Case) -> Answer:
        if given.institution is not None and case.community.institution(given.institution) is None:
            raise Refused(Why.UNKNOWN_INSTITUTION, field="institution")
        limit = case.community.policies.deadlock.returns
        after = return_(case.problem, given.institution, limit)
        if after is None:
            return case.faster()
        text = case.write(TextKind.REASON, reason, passed)
        telling = case.happened(Happened.RETURNED, after, text=text)
        case.tell([*telling.told(author=case.author()), *telling.cards()])
        if len(after.returned_by) >= limit:
            look_at(case.uow, case.member.place, after, case.now)
        return case.done(Verb.RETURN, after)

    return change(database, asked, reference, Verb.RETURN, act)


def ask_author(database: Database, asked: Asked, reference: str, question: str, confirm: str | None) -> Answer:
    """Ask the author something; neither learns more of the other than they did before.

    Raises:
        Refused: empty or identifying.
    """
    words = required(question, "question")
    passed = gate({"question": words}, reason=confirm)

    def act(case: Case) -> Answer:
        if not case.problem.is_open:
            return case.faster()
        text = case.write(TextKind.QUESTION, words, passed)
        telling = case.happened(Happened.ASKED, text=text)
        case.tell(telling.told(author=case.author(), asks=True))
        return case.done(Verb.ASK)

    return change(database, asked, reference, Verb.ASK, act)


def update_problem(
    database: Database, asked: Asked, reference: str, note: str, *, internal: bool, confirm: str | None
) -> Answer:
    """Say what goes on: for the author too, or for those who work on it.

    Raises:
        Refused: empty or identifying.
    """
    words = required(note, "note")
    passed = gate({"note": words}, reason=confirm)

    def act(case: Case) -> Answer:
        if not case.problem.is_open:
            return case.faster()
        text = case.write(TextKind.UPDATE, words, passed)
        case.happened(Happened.UPDATED, text=text, internal=internal)
        return case.done(Verb.UPDATE)

    return change(database, asked, reference, Verb.UPDATE, act)


def title_problem(database: Database, asked: Asked, reference: str, title: str, confirm: str | None) -> Answer:
    """Word the neutral title that channels show, instead of continuum and interface.

    Raises:
        Refused: empty, longer than a headline, or identifying.
    """
    words = " ".join(required(title, "title").split())
    if len(words) > LONGEST_TITLE:
        raise Refused(Why.TOO_LONG, field="title", details=(str(LONGEST_TITLE),))
    passed = gate({"title": words}, reason=confirm)

    def act(case: Case) -> Answer:
        text = case.write(TextKind.TITLE, words, passed)
        case.happened(Happened.TITLED, text=text)
        case.uow.outbox.show_agendas_anew(case.problem.id, case.now)
        return case.done(Verb.TITLE)

    return change(database, asked, reference, Verb.TITLE, act)


LONGEST_TITLE = 80  # characters: one line on a phone, beside the reference


def hand_over(database: Database, asked: Asked, reference: str) -> Answer:
    """Give it to the next delegate, who gets the card too.

    Raises:
        Refused: the institution has no delegate in Slack.
    """

    def act(case: Case) -> Answer:
        if not case.problem.is_open:
            return case.faster()
        others = next_delegates(case.person, case.problem, case.community)
        if not others:
            raise Refused(Why.NO_DELEGATE)
        _, passed_to = case.in_charge()
        if passed_to is not None and passed_to.id == others[0].id:
            return case.faster(frozenset({Happened.HANDED_OVER}))
        telling = case.happened(Happened.HANDED_OVER, details=(others[0].id,))
        case.tell([telling.card_of(others[0])])
        return case.done(Verb.HAND_OVER)

    return change(database, asked, reference, Verb.HAND_OVER, act)


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """How it ends, and why; a duplicate names the other problem, "out of mandate" where it was sent."""

    closing: Closing
    reason: str = ""
    duplicate_of: str | None = None
    access_after: str = ""
    """How hard it is to get care now, where that was measured before."""
    sort: str = ""
    """What it does to the work: one of `Sort`."""
    time_freed: str = ""
    """Hours a week, as they were typed."""
    still_unsolvable: bool | None = None
    """Asked where it was perceived as unsolvable; None: not answered."""
    confirm_reason: str | None = None


def close_problem(database: Database, asked: Asked, reference: str, given: Close) -> Answer:
    """End the work, with a reason; the author is asked whether it changed for them.

    Raises:
        Refused: the reason is missing where one is owed, the duplicate is unknown, or a measure is no number.
    """
    freed = read_amount(given.time_freed, Hurdle.TRAVEL, "time_freed") if given.time_freed.strip() else None
    reason = given.reason.strip() if given.closing is Closing.SOLVED else required_reason(given)
    passed = gate({"reason": reason}, reason=given.confirm_reason)

    def act(case: Case) -> Answer:
        other = _other(case, given) if given.closing is Closing.DUPLICATE else None
        after = close(case.problem, given.closing, case.now, other)
        if after is None:
            return case.faster()
        access = after_closing(case, given.access_after)
        text = case.write(TextKind.REASON, reason, passed) if reason else None
        details = (given.closing.value, other) if other else (given.closing.value,)
        _ask_again(case, given)
        close_with(case, after, text=text, details=details)
        closed = replace(case, problem=after)
        if access is not None:
            keep_measure(closed, Moment.AFTER, *access)
        if given.sort in set(Sort) or freed is not None:
            closed.happened(Happened.REORGANISED, details=details_of(given.sort, freed))
        return case.done(Verb.CLOSE, after)

    return change(
        database,
        asked,
        reference,
        Verb.CLOSE,
        act,
        permit=lambda person, problem, community: may_close(person, problem, community, given.closing),
    )


def required_reason(given: Close) -> str:
    """A "no" owes its reason; a duplicate's reason is the other problem."""
    if given.closing is Closing.DUPLICATE:
        return given.reason.strip()
    return required(given.reason, "reason")


def _ask_again(case: Case, given: Close) -> None:
    """What was perceived as unsolvable: whoever closes it says whether it still is, and as what they say so."""
    if case.problem.unresolvable and given.still_unsolvable is not None:
        still = "yes" if given.still_unsolvable else "no"
        office = perceives_as(case.person, case.problem, case.community) or ""
        case.happened(Happened.PERCEIVED_STILL, details=(still, office))


def _other(case: Case, given: Close) -> str:
    wanted = required(given.duplicate_of, "duplicate_of").upper()
    other = case.uow.problems.get(case.asked.workspace, wanted)
    if other is None or not _goes_on_there(case, other):
        raise Refused(Why.UNKNOWN_DUPLICATE, field="duplicate_of", details=(wanted[:20],))
    return other.reference


def _goes_on_there(case: Case, other: Problem) -> bool:
    """Another problem of this community, which this person may know of, and which is not itself a duplicate of this."""
    return (
        other.community == case.problem.community
        and other.id != case.problem.id
        and other.state is not State.WITHDRAWN
        and other.duplicate_of != case.problem.reference
        and sight(case.person, other, case.community).exists
    )
