"""Many problems at once, written past the use cases, and what each reader should find, looked up one by one."""

import random
from collections.abc import Sequence
from datetime import timedelta

from sc_bot.domain.answerable import answers_for
from sc_bot.domain.commitments import Commitment, Standing
from sc_bot.domain.community import Person
from sc_bot.domain.due import Due
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.finding import Sought
from sc_bot.domain.problems import UNDECIDED, Because, Closing, Problem, Severity, State
from sc_bot.domain.searching import kept, sought_words, start_of
from sc_bot.domain.texts import TextKind
from sc_bot.domain.visibility import Sight, sight
from sc_bot.ports import Place, UnitOfWork
from tests.house import THURSDAY

WORDS = ("ambulance", "bilan", "congé", "dossier", "formulaire", "guichet", "imprimante", "laboratoire", "navette")
"""None looks like another: what is found by a slip of the pen is tested elsewhere."""
TODAY = THURSDAY.date()


def some_problem(place: Place, chance: random.Random) -> Problem:
    """Any problem."""
    community = place.community
    homes, continua = [each.id for each in community.institutions], [each.id for each in community.continua]
    reporter = chance.choice([each for each in community.people if each.slack_id])
    state = chance.choice(list(State))
    institution = None if state is State.REPORTED else chance.choice(homes)
    several = tuple(chance.sample(homes, 4))
    return Problem(
        id=0, workspace=place.workspace, community=place.id, reference="", state=state,
        continuum=chance.choice([None, *continua]), institution=institution, because=Because("named"),
        owes=chance.choice([institution, *homes]), severity=Severity.DELAY, reporter=reporter.id,
        reporter_institution=reporter.institution, line=1, name_shown=chance.random() < 0.5, reported_at=THURSDAY,
        answer_by=TODAY + timedelta(days=chance.randint(-9, 9)), accepted_at=None,
        concerned=several[: chance.choice([0, 0, 1])], invited=several[1 : chance.choice([1, 1, 2])],
        contributors=several[2 : chance.choice([2, 2, 3])], returned_by=several[3 : chance.choice([3, 3, 4])],
        restricted=chance.random() < 0.2, director_kept_out=chance.random() < 0.2,
        closing=Closing.SOLVED if state is State.CLOSED else None,
    )  # fmt: skip


def written(uow: UnitOfWork, problem: Problem, *, title: str = "", description: str, details: str = "") -> Problem:
    """Store a problem with its words."""
    stored = uow.problems.add(problem, problem.continuum or "CS")
    for kind, body in ((TextKind.DESCRIPTION, description), (TextKind.DETAILS, details), (TextKind.TITLE, title)):
        if body:
            uow.history.write(stored, kind, body, THURSDAY)
    uow.history.add(stored, Event(problem=stored.id, kind=Happened.REPORTED, at=THURSDAY, actor=None))
    return stored


def some_problems(uow: UnitOfWork, place: Place, count: int, chance: random.Random) -> list[Problem]:
    """So many, with words, and a promise for every third."""
    made = []
    for number in range(count):
        said = [" ".join(chance.sample(WORDS, 3)) for _ in range(3)]
        title, details = (each if chance.random() < 0.5 else "" for each in said[1:])
        made.append(written(uow, some_problem(place, chance), title=title, description=said[0], details=details))
        if number % 3 == 0:
            promised(uow, made[-1], chance.randint(-5, 5))
    return made


def promised(uow: UnitOfWork, problem: Problem, days: int) -> None:
    """A promise for it, due in so many days."""
    what = uow.history.write(problem, TextKind.COMMITMENT, "Envoyer le tout", THURSDAY)
    due = Due(TODAY + timedelta(days=days))
    promise = Commitment(
        id=0, workspace=problem.workspace, community=problem.community, problem=problem.id, number=0, reference="",
        what=what, institution="HSF", owner="HSF-MD", due=due, first_due=due, zone="America/Toronto",
        standing=Standing.OPEN, made_at=THURSDAY,
    )  # fmt: skip
    uow.commitments.add(problem, promise)


def answers(uow: UnitOfWork, place: Place, person: Person, sought: Sought, problems: Sequence[Problem]) -> set[str]:
    """What one reader should find, problem by problem, with no index: slow, and sure."""
    community = place.community
    return {
        each.reference
        for each in problems
        if (seen := sight(person, each, community)).exists
        and (not sought.mine or each.reporter == person.id or answers_for(person, each, community))
        and (not sought.institutions or _at(each, sought.institutions, seen))
        and (not sought.continua or each.continuum in sought.continua)
        and (not sought.states or each.state in sought.states)
        and (not sought.overdue or (seen.text and _is_late(uow, each)))
        and (not sought.words or _says(uow, each, sought.words, seen))
    }


def _at(problem: Problem, institutions: Sequence[str], seen: Sight) -> bool:
    helping = {*problem.invited, *problem.contributors} if seen.text else set()
    return seen.lead and not helping.union({problem.institution, problem.owes}).isdisjoint(institutions)


def _is_late(uow: UnitOfWork, problem: Problem) -> bool:
    late = [each for each in uow.commitments.of(problem.id) if each.is_late(THURSDAY)]
    return bool(late) or (problem.state in UNDECIDED and problem.answer_by < TODAY)


def _says(uow: UnitOfWork, problem: Problem, words: str, seen: Sight) -> bool:
    texts = uow.history.texts(problem.id)
    title = [each.body for each in texts if each.kind is TextKind.TITLE][-1:]
    others = [each.body for each in texts if each.kind in {TextKind.DESCRIPTION, TextKind.DETAILS}]
    there = kept([*title, *others] if seen.text else title if seen.lead else [])
    return all(any(word.startswith(start_of(stem)) for word in there) for stem in sought_words(words))


def plain_problem(place: Place) -> Problem:
    """A report of a caregiver of the CLSC that the hospital has, their name hidden."""
    return Problem(
        id=0, workspace=place.workspace, community=place.id, reference="", state=State.ROUTED, continuum="ONC",
        institution="HSF", owes="HSF", because=Because("named"), severity=Severity.DELAY, reporter="CVE-S1",
        reporter_institution="CVE", line=1, name_shown=False, reported_at=THURSDAY, answer_by=TODAY + timedelta(days=3),
    )  # fmt: skip
