"""The caregiver's side: details, another institution, one's name, withdrawing, answering, saying whether it changed."""

from dataclasses import replace

from sc_bot.calendar import working_calendar
from sc_bot.domain.access import Given, Moment, read_given
from sc_bot.domain.answerable import facilitators
from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Happened
from sc_bot.domain.followups import Level
from sc_bot.domain.lessons import Occasion, Origin
from sc_bot.domain.offers import offers
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import UNDECIDED, Because, Closing, State, Verdict
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.domain.transitions import send_to, verify, withdraw
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.planning import widen
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.lessons.asking import ask_for_lesson
from sc_bot.usecases.problems.changing import Case, change
from sc_bot.usecases.problems.ending import give_up_promises
from sc_bot.usecases.problems.measures import keep_measure
from sc_bot.usecases.stuck import look_again_at


def add_details(
    database: Database,
    asked: Asked,
    reference: str,
    details: str,
    confirm: str | None,
    access: Given | None = None,
) -> Answer:
    """Add to one's report, in words or by a measure of access; the original stays as it is.

    Raises:
        Refused: empty or identifying; or the measure is no number.
    """
    measure = read_given(access)
    words = required(details, "details") if measure is None else details.strip()
    passed = gate({"details": words}, reason=confirm)

    def act(case: Case) -> Answer:
        if not case.problem.is_open:
            return case.faster()
        if measure is not None:
            keep_measure(case, Moment.BEFORE, *measure)
        if not words:
            return case.done(Verb.ADD_DETAILS)
        text = case.write(TextKind.DETAILS, words, passed)
        telling = case.happened(Happened.DETAILS_ADDED, text=text)
        if case.problem.acknowledged_at is not None:
            case.tell(telling.told(*case.in_charge()))
        return case.done(Verb.ADD_DETAILS)

    return change(database, asked, reference, Verb.ADD_DETAILS, act)


def change_institution(database: Database, asked: Asked, reference: str, institution: str) -> Answer:
    """Send one's own report elsewhere, as long as nobody has accepted it.

    Raises:
        Refused: unknown, or the same.
    """

    def act(case: Case) -> Answer:
        if case.community.institution(institution) is None:
            raise Refused(Why.UNKNOWN_INSTITUTION, field="institution")
        after = None
        if case.problem.state in UNDECIDED and not case.problem.returned_by:
            after = send_to(case.problem, institution, Because("chosen"))
        if after is None:
            return case.faster()
        telling = case.happened(Happened.REROUTED, after)
        case.tell(telling.cards())
        return case.done(Verb.CHANGE_INSTITUTION, after)

    return change(database, asked, reference, Verb.CHANGE_INSTITUTION, act)


def show_name(database: Database, asked: Asked, reference: str) -> Answer:
    """The author's name is the author's: they show it themselves."""

    def act(case: Case) -> Answer:
        if case.problem.name_shown:
            return case.faster(frozenset({Happened.NAME_SHOWN}))
        after = replace(case.problem, name_shown=True, director_kept_out=False)
        case.happened(Happened.NAME_SHOWN, after)
        return case.done(Verb.SHOW_NAME, after)

    return change(database, asked, reference, Verb.SHOW_NAME, act)


def withdraw_problem(database: Database, asked: Asked, reference: str) -> Answer:
    """Take it back while nobody leads it; who had it sees it on their card. What an earlier lead promised ends too."""

    def act(case: Case) -> Answer:
        after = withdraw(case.problem, case.now)
        if after is None:
            return case.faster()
        case.happened(Happened.WITHDRAWN, after)
        give_up_promises(replace(case, problem=after))
        return case.done(Verb.WITHDRAW, after)

    return change(database, asked, reference, Verb.WITHDRAW, act)


def answer_question(database: Database, asked: Asked, reference: str, answer: str, confirm: str | None) -> Answer:
    """The author writes to whoever works on it, through the bot, without their name.

    Raises:
        Refused: empty or identifying.
    """
    words = required(answer, "answer")
    passed = gate({"answer": words}, reason=confirm)

    def act(case: Case) -> Answer:
        text = case.write(TextKind.ANSWER, words, passed)
        telling = case.happened(Happened.ANSWERED, text=text)
        case.tell(telling.told(*case.in_charge(), case.asker()))
        return case.done(Verb.ANSWER)

    return change(database, asked, reference, Verb.ANSWER, act)


def verify_problem(
    database: Database,
    asked: Asked,
    reference: str,
    verdict: Verdict,
    words: str = "",
    confirm: str | None = None,
) -> Answer:
    """Did it change for you? "No" opens it again, and whoever led it is told.

    Raises:
        Refused: the words identify somebody.
    """
    passed = gate({"answer": words}, reason=confirm)

    def act(case: Case) -> Answer:
        calendar = working_calendar(case.community)
        days = case.community.policies.acknowledge_working_days
        after = verify(case.problem, verdict, calendar.add_working_days(calendar.local_date(case.now), days))
        if after is None:
            return case.faster()
        text = case.write(TextKind.ANSWER, words.strip(), passed) if words.strip() else None
        kind = Happened.REOPENED if verdict is Verdict.NO else Happened.VERIFIED
        telling = case.happened(kind, after, text=text, details=(verdict.value,))
        told = facilitators(case.community)[:1] if kind is Happened.REOPENED else ()
        case.tell(telling.told(*case.in_charge(after), *told))
        if verdict is Verdict.YES and after.closing is Closing.SOLVED:
            ask_for_lesson(case.uow, case.member.place, after, Occasion(Origin.SOLVED), case.now)
        if kind is Happened.REOPENED:
            look_again_at(case.uow, case.member.place, after, case.now)
        return case.done(Verb.VERIFY, after)

    return change(database, asked, reference, Verb.VERIFY, act)


def escalate_problem(database: Database, asked: Asked, reference: str, reason: str, confirm: str | None) -> Answer:
    """The author asks that somebody else look at it, and says why: the facilitator does, and sees it every morning.

    Once between two steps of those who have it: what is repeated is not heard better.

    Raises:
        Refused: no reason, or an identifying one.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)

    def act(case: Case) -> Answer:
        if case.problem.state is State.WITHDRAWN or _asked_already(case):
            return case.faster(frozenset({Happened.HELP_ASKED, Happened.WITHDRAWN}))
        text = case.write(TextKind.REASON, words, passed)
        telling = case.happened(Happened.HELP_ASKED, text=text)
        case.tell(telling.told(*facilitators(case.community)[:1]))
        widen(case.uow, case.problem, Level.FACILITATOR)
        return case.done(Verb.ESCALATE)

    return change(database, asked, reference, Verb.ESCALATE, act)


def quote_author(database: Database, asked: Asked, reference: str, words: str, confirm: str | None) -> Answer:
    """What changed, in the author's words; who writes it here agrees that the digest quotes it, without a name.

    The newest stands; the earlier ones stay in the history.

    Raises:
        Refused: nothing was written, or the words identify somebody.
    """
    said = required(words, "quote")
    passed = gate({"quote": said}, reason=confirm)

    def act(case: Case) -> Answer:
        if Verb.QUOTE not in offers(case.person, case.problem, case.community):
            return case.faster()
        text = case.write(TextKind.QUOTE, said, passed)
        case.happened(Happened.QUOTED, text=text)  # no message of its own: they heard that it changed
        return case.done(Verb.QUOTE)

    return change(database, asked, reference, Verb.QUOTE, act)


def _asked_already(case: Case) -> bool:
    """Whether the author asked since anything else happened."""
    steps = [each.kind for each in case.uow.history.of(case.problem.id) if each.kind is not Happened.ESCALATED]
    return steps[-1:] == [Happened.HELP_ASKED]
