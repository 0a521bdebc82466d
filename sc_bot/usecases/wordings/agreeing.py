"""One proposes other words for the problem, the other agrees, or proposes others. The first of two at once wins."""

from dataclasses import replace

from sc_bot.domain.addresses import address_of
from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.events import OF_WORDINGS, Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.texts import TextKind
from sc_bot.domain.wordings import last_wording, read_number
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.problems.changing import Case, change
from sc_bot.usecases.telling import Telling


def propose_wording(database: Database, asked: Asked, reference: str, wording: str, confirm: str | None) -> Answer:
    """Propose other words; `reference` also says which ones were the last when somebody began to write.

    Raises:
        Refused: nothing is written, or something identifying; NOT_YOURS.
    """
    words = required(wording, "wording")
    passed = gate({"wording": words}, reason=confirm)
    problem, seen = read_number(reference)

    def act(case: Case) -> Answer:
        last = last_wording(case.uow.history.of(case.problem.id))
        number = last.number if last else 0
        if not case.problem.is_open or seen != number:
            return _faster(case)
        text = case.write(TextKind.WORDING, words, passed)
        telling = case.happened(Happened.WORDING_PROPOSED, text=text, details=(str(number + 1),))
        _tell_the_other(case, telling, asks=True)
        return case.done(Verb.REWORD)

    return change(database, asked, problem, Verb.REWORD, act)


def agree_wording(database: Database, asked: Asked, reference: str) -> Answer:
    """Agree with what the other proposed; from now on these words stand beside the first ones.

    Raises:
        Refused: NOT_YOURS, also for one's own words.
    """
    problem, seen = read_number(reference)

    def act(case: Case) -> Answer:
        last = last_wording(case.uow.history.of(case.problem.id))
        if not case.problem.is_open or last is None or last.is_agreed or last.number != seen:
            return _faster(case)
        if not last.waits_for(case.person, case.problem):
            raise Refused(Why.NOT_YOURS, details=(Verb.AGREE_WORDING.value,))
        body = case.uow.history.bodies([last.text])[last.text]
        text = case.write(TextKind.STATEMENT, body, Passed())
        telling = case.happened(Happened.WORDING_AGREED, text=text, details=(str(last.number),))
        _tell_the_other(case, telling)
        return case.done(Verb.AGREE_WORDING)

    return change(database, asked, problem, Verb.AGREE_WORDING, act)


def _faster(case: Case) -> Faster:
    steps = case.uow.history.of(case.problem.id)
    about_words = frozenset(each.kind for each in steps if each.kind in OF_WORDINGS) if case.problem.is_open else None
    return case.faster(about_words) if about_words else case.faster()


def _tell_the_other(case: Case, telling: Telling, *, asks: bool = False) -> None:
    """The author at once, whoever has the problem in their working hours."""
    if case.person.id != case.problem.reporter:
        case.tell(telling.told(author=case.author(), asks=asks))
        return
    people = {address_of(case.problem.community, each): each for each in case.in_charge() if each is not None}
    case.tell([replace(each, due_at=telling.due(people[each.to])) for each in telling.told(*people.values())])
