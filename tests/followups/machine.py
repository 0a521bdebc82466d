"""People do anything, rightly or wrongly, and time passes; the model says what must be true afterwards.

`python -m tests.followups.machine 2000` tries so many lives of 50 steps each.
"""

import sys
from contextlib import ExitStack, suppress
from datetime import date, timedelta
from random import Random

from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from sc_bot.domain.answers import Answer, Changed, Faster, Promised, Recorded
from sc_bot.domain.refusals import Refused
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.firing import take_due_steps
from sc_bot.usecases.followups.watching import watch
from storage.database import StoredDatabase
from tests.databases import drop_everything, empty_database
from tests.followups import checking, doing
from tests.followups.doing import OF_A_PROBLEM, OF_A_PROMISE, Deed
from tests.followups.model import (
    ASKABLE,
    AUTHOR,
    INSTITUTIONS,
    PEOPLE,
    Problem,
    Promise,
    applies,
    change,
    change_promise,
    who_may,
)
from tests.house import THURSDAY, WORKER_PATIENCE, region

WORKSPACE, MOST_PROBLEMS = "T0ESTRIE0", 4
CHANCE = st.integers(0, 2**32).map(Random)
SELDOM, OFTEN, MOSTLY = 0.25, 0.6, 0.8
ENDING = ("withdraw", "close", "done", "cancel")


class Life(RuleBasedStateMachine):
    """A region in which things happen."""

    @initialize()
    def open(self) -> None:
        """A database of its own, where the region has settled."""
        self.left = ExitStack()
        url = self.left.enter_context(empty_database("sqlite", region=True))
        self.database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        self.left.callback(self.database.close)
        self.now, self.requests = THURSDAY, 0
        self.problems: list[Problem] = []
        self.history: list[checking.Row] = []
        self.last: tuple[Asked, Deed, Answer] | None = None
        self._report(INSTITUTIONS[0])

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "left"):
            self.left.close()

    @rule(chance=CHANCE)
    def somebody_acts(self, chance: Random) -> None:
        """Somebody reports something, or does something about a problem or about a promise."""
        promised = [each for each in self.problems if each.promises]
        if len(self.problems) < MOST_PROBLEMS and chance.random() < SELDOM:
            self._report(chance.choice(INSTITUTIONS))
        elif promised and chance.random() < OFTEN:
            self._about_promise(chance, chance.choice(promised))
        else:
            self._about_problem(chance, chance.choice(self.problems))

    def _report(self, institution: str) -> None:
        """Something is reported; the next tick plans its first step."""
        answer = doing.report(self.database, self._asked(AUTHOR), institution)
        assert isinstance(answer, Recorded)
        self.problems.append(Problem(answer.reference, institution, institution))
        assert watch(self.database, self.now).planned == 1
        self._assert_history_grew()

    def _about_problem(self, chance: Random, problem: Problem) -> None:
        """Mostly what can be done, mostly somebody who may; what ends it is rarer."""
        at, other, due = chance.choice(INSTITUTIONS), chance.choice(ASKABLE), self._day(chance)
        fitting = [each for each in OF_A_PROBLEM if applies(each, problem, at)]
        fitting = [each for each in fitting if each not in ENDING or chance.random() < SELDOM]
        act = chance.choice(fitting if fitting and chance.random() < MOSTLY else OF_A_PROBLEM)
        person, able = _somebody(chance, who_may(act, problem))
        happens = able and applies(act, problem, at)
        self._tries(person, Deed(act, problem.reference, at, slack_id(other), due), happens=happens)
        if happens:
            change(act, problem, at)
        if happens and act == "promise":
            offered = other if other != person else None
            problem.promises.append(Promise(problem.institution, person, due, due, offered_to=offered))

    def _about_promise(self, chance: Random, problem: Problem) -> None:
        """Mostly one that is still owed."""
        number = chance.choice(problem.owed_promises or range(1, len(problem.promises) + 1))
        promise, other, due = problem.promises[number - 1], chance.choice(ASKABLE), self._day(chance)
        fitting = [each for each in OF_A_PROMISE if each not in ENDING or chance.random() < SELDOM]
        act = chance.choice(fitting)
        person, able = _somebody(chance, who_may(act, problem, promise))
        happens = able and change_promise(act, problem, promise, person=person if act == "take" else other, due=due)
        deed = Deed(act, f"{problem.reference}.{number}", "", slack_id(other), due)
        self._tries(person, deed, happens=happens)

    @precondition(lambda self: self.last is not None)
    @rule()
    def send_again(self) -> None:
        """Slack sends the last request again: the same answer, and no second effect."""
        assert self.last is not None
        asked, deed, answer = self.last
        assert doing.do(self.database, asked, deed) == answer

    @rule(minutes=st.one_of(st.integers(1, 24 * 60), st.integers(1, 30 * 24 * 60)))
    def time_passes(self, minutes: int) -> None:
        """The worker may have slept meanwhile; it looks, and has nothing left to do."""
        self.now += timedelta(minutes=minutes)
        assert watch(self.database, self.now).planned == 0
        take_due_steps(self.database, self.now)
        assert take_due_steps(self.database, self.now) == 0
        checking.assert_one_list_a_day(self.database)
        self._assert_history_grew()

    @invariant()
    def is_as_the_model_says(self) -> None:
        """After every step."""
        if not hasattr(self, "database"):
            return
        checking.assert_problems(self.database, self.problems)
        checking.assert_promises(self.database, self.problems)
        checking.assert_followed(self.database, self.problems, self.now)
        checking.assert_authors_unnamed(self.database)
        assert self._grown() == 0

    def _tries(self, who: str, deed: Deed, *, happens: bool) -> None:
        """Try it: it happens when it should; else it is refused, or somebody was faster, and nothing changes."""
        asked = self._asked(who)
        note(f"{who} {deed} happens={happens}")
        answer: Answer | None = None
        with suppress(*() if happens else (Refused,)):
            answer = doing.do(self.database, asked, deed)
        if answer is None:
            return
        assert isinstance(answer, Changed | Promised if happens else Faster), (who, deed, answer)
        assert (self._grown() > 0) == happens
        self._assert_history_grew()
        self.last = (asked, deed, answer)

    def _day(self, chance: Random) -> date:
        """Some day from today on."""
        return (self.now + timedelta(days=chance.choice((0, 1, 3, 5, 10, 30, 120)))).date()

    def _asked(self, who: str) -> Asked:
        self.requests += 1
        return Asked(workspace=WORKSPACE, slack_id=slack_id(who), request=f"r{self.requests}", now=self.now)

    def _grown(self) -> int:
        """How many steps of history came since it was looked at."""
        return len(checking.rows(self.database, "events")) - len(self.history)

    def _assert_history_grew(self) -> None:
        """What happened before stands as it stood."""
        now = checking.rows(self.database, "events")
        assert now[: len(self.history)] == self.history
        self.history = now


def _somebody(chance: Random, able: tuple[str, ...]) -> tuple[str, bool]:
    """Mostly somebody who may; and whether they may."""
    person = chance.choice(able if able and chance.random() < MOSTLY else PEOPLE)
    return person, person in able


def slack_id(who: str) -> str:
    """Whom Slack knows by another name."""
    person = region().person(who)
    assert person is not None
    assert person.slack_id is not None
    return person.slack_id


def live(lives: int, steps: int, *, repeatable: bool = True) -> None:
    """Try so many lives of so many steps."""
    ways = settings(
        max_examples=lives,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        derandomize=repeatable,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Life, settings=ways)


if __name__ == "__main__":
    live(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000, 50, repeatable=False)
    drop_everything()
