"""The facilitator's and the support committee's side: triage, arbitration, redaction, restriction."""

from dataclasses import replace

from sc_bot.domain.answers import Answer
from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Because, State
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import Text, TextKind
from sc_bot.domain.transitions import assign, send_to
from sc_bot.ports import Database
from sc_bot.privacy import redact, redact_words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.lessons.writing import clean_lessons_of
from sc_bot.usecases.problems.changing import Case, change
from sc_bot.usecases.problems.ending import lead_is_named


def reroute_problem(
    database: Database,
    asked: Asked,
    reference: str,
    institution: str,
    reason: str = "",
    confirm: str | None = None,
) -> Answer:
    """Give it to an institution. What was accepted already takes a reason: its lead is told, and owes until then.

    Raises:
        Refused: unknown institution, the same one, no reason where one is owed, or an identifying one.
    """
    passed = gate({"reason": reason}, reason=confirm)

    def act(case: Case) -> Answer:
        if case.community.institution(institution) is None:
            raise Refused(Why.UNKNOWN_INSTITUTION, field="institution")
        after = send_to(case.problem, institution, Because("facilitator"))
        if after is None:
            return case.faster()
        accepted = case.problem.lead is not None
        words = required(reason, "reason") if accepted else reason.strip()
        text = case.write(TextKind.REASON, words, passed) if words else None
        leading = case.in_charge() if accepted else ()
        telling = case.happened(Happened.REROUTED, after, text=text)
        case.tell([*telling.told(*leading), *telling.director(), *telling.headline()])
        return case.done(Verb.REROUTE, after)

    return change(database, asked, reference, Verb.REROUTE, act)


def assign_lead(
    database: Database, asked: Asked, reference: str, institution: str, reason: str, confirm: str | None
) -> Answer:
    """The support committee decides who leads what was returned twice, and says why.

    Raises:
        Refused: no reason, or an unknown institution.
    """
    words = required(reason, "reason")
    passed = gate({"reason": words}, reason=confirm)

    def act(case: Case) -> Answer:
        if case.community.institution(institution) is None:
            raise Refused(Why.UNKNOWN_INSTITUTION, field="institution")
        return assigned(case, institution, words, passed)

    return change(database, asked, reference, Verb.ASSIGN, act)


def assigned(case: Case, institution: str, words: str, passed: Passed) -> Answer:
    """Name the lead, for whoever was let to: the committee member who says so, or who notes it in its meeting."""
    after = assign(case.problem, institution, case.now)
    if after is None:
        return case.faster()
    text = case.write(TextKind.REASON, words, passed)
    lead_is_named(case, institution)
    telling = case.happened(Happened.ASSIGNED, after, text=text)
    case.tell([*telling.told(author=case.author()), *telling.director(), *telling.headline()])
    return case.done(Verb.ASSIGN, after)


def redact_problem(database: Database, asked: Asked, reference: str, words: str) -> Answer:
    """Remove identifying detail from everything kept about a problem.

    What the detectors find goes, and the words that the facilitator or the privacy officer names; they are used to
    find, and kept nowhere. The redaction itself stays in the history, with a count.

    Raises:
        Refused: NOT_WRITTEN, or EMPTY where no words were named and nothing is recognised.
    """
    named = " ".join(words.split())

    def act(case: Case) -> Answer:
        language = case.community.settings.language.value
        everything = case.uow.history.texts(case.problem.id)
        texts = [each for each in everything if each.kind is not TextKind.OBJECTIVE]  # an id of the community's own
        if named and all(redact_words(each.body, named) == each.body for each in texts):
            raise Refused(Why.NOT_WRITTEN, field="words")
        cleaned = [(text, body) for text in texts if (body := without(text, named, language)) != text.body]
        if not cleaned:
            raise Refused(Why.EMPTY, field="words")
        for text, body in cleaned:
            case.uow.history.redact(text.id, body)
        case.happened(Happened.REDACTED, internal=True, details=(str(len(cleaned)),))
        clean_lessons_of(case.uow, case.problem, named, language, case.person.id, case.now)
        case.uow.outbox.refresh(case.problem.id, case.now, said=True)
        return case.done(Verb.REDACT)

    return change(database, asked, reference, Verb.REDACT, act)


def without(text: Text, named: str, language: str) -> str:
    """A text without what the detectors find and without the named words, however they are written."""
    return redact_words(redact(text.body, language=language), named, language=language)


def restrict_problem(database: Database, asked: Asked, reference: str) -> Answer:
    """Only its directors, the facilitator and the privacy officer see it from now on."""

    def act(case: Case) -> Answer:
        if case.problem.restricted:
            return case.faster(frozenset({Happened.RESTRICTED}))
        after = replace(case.problem, restricted=True)
        telling = case.happened(Happened.RESTRICTED, after, internal=True)
        case.uow.outbox.refresh(after.id, case.now, said=True)
        case.tell(telling.told(*case.in_charge(after)))
        if after.state is State.ARBITRATION:
            case.tell(telling.cards())
        return case.done(Verb.RESTRICT, after)

    return change(database, asked, reference, Verb.RESTRICT, act)
