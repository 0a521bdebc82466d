"""Institutions say anything in any order, are away, speak at once; mornings come. The model says what must be true.

`python -m tests.joint_changes.machine 2000` tries so many lives of 40 steps each.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from copy import deepcopy
from datetime import UTC, date, datetime, time
from random import Random
from zoneinfo import ZoneInfo

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

from sc_bot.calendar import working_calendar
from sc_bot.domain.absences import Absence
from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.common_answers import JointChanged
from sc_bot.domain.joint_changes import JointChange, Stage
from sc_bot.domain.refusals import Refused
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.joint_changes.beginning import Plan, begin_change
from sc_bot.usecases.joint_changes.going import look_at_changes
from sc_bot.usecases.problems.director import accept_problem
from sc_bot.usecases.problems.report import Report, report_problem
from storage.database import StoredDatabase
from tests.databases import drop_everything, empty_database
from tests.house import THURSDAY, WORKER_PATIENCE, region
from tests.joint_changes.doing import TELLING, Try, do, rows, slack_id
from tests.joint_changes.model import AUTHOR, DELEGATES, DIRECTORS, FACILITATOR, HOMES, Change

WORKSPACE, REFERENCE = "T0ESTRIE0", "ONC-1"
CHANCE = st.integers(0, 2**32).map(Random)
MOSTLY_SO = st.sampled_from((True, True, False))
ACTS = ("take", "take", "agree", "ready", "ready", "ready", "need", "slip", "decline")
STEERING = ("back", "back", "propose", "abandon")
MOSTLY, OFTEN, SELDOM = 0.8, 0.6, 0.1
CALENDAR = working_calendar(region())


class Life(RuleBasedStateMachine):
    """One change of three institutions."""

    @initialize(needed=st.sampled_from((None, 2)), back=MOSTLY_SO, taken=MOSTLY_SO)
    def open(self, needed: int | None, *, back: bool, taken: bool) -> None:
        """The hospital leads a problem; the facilitator begins; at times every part is taken at once."""
        self.left = ExitStack()
        url = self.left.enter_context(empty_database("sqlite", region=True))
        self.database = StoredDatabase.open(url, patience=WORKER_PATIENCE)
        self.left.callback(self.database.close)
        self.now, self.requests, self.heard, self.away = THURSDAY, 0, 0, dict[str, int]()
        day = CALENDAR.add_working_days(self.now.date(), 5)
        told = Report(description="Le résumé part trop tard", institution="HSF")
        report_problem(self.database, self._asked(AUTHOR), told)
        (problem,) = rows(self.database, "problems")
        self.reference = str(problem["reference"])
        accept_problem(self.database, self._asked("HSF-MD"), self.reference)
        plan = Plan(
            what="Le résumé part le jour même",
            institutions=HOMES,
            day=day,
            zone="America/Toronto",
            needed=needed,
            back="On reprend la poste" if back else "",
        )
        assert isinstance(begin_change(self.database, self._asked(FACILITATOR), self.reference, plan), JointChanged)
        self.model = Change(needed or len(HOMES), day, back)
        for home in HOMES if taken else ():
            attempt = Try("take", home, DIRECTORS[home], 1, day, is_theirs=True)
            assert self._happened(attempt)
            assert self._model_says(self.model, attempt)
        self.heard, self.model.told = len(self._messages()), ()

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "left"):
            self.left.close()

    @rule(chance=CHANCE)
    def somebody_speaks(self, chance: Random) -> None:
        """Mostly whoever may, mostly about the date as it is."""
        attempt = self._attempt(chance)
        happens = attempt.may(self.model) and self._model_says(self.model, attempt)
        note(f"{attempt} happens={happens}")
        assert self._happened(attempt) == happens
        self._assert_told(attempt.person if happens else None)

    @rule(chance=CHANCE)
    def two_speak_at_once(self, chance: Random) -> None:
        """It is as if one of them had been first; the other is told, or speaks about what it is then."""
        both = [self._attempt(chance), self._attempt(chance)]
        note(f"at once: {both}")
        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(self._happened, both))
        outcomes = [self._serially(both), self._serially(both[::-1], backwards=True)]
        fitting = [model for model, said in outcomes if said == answers and self._is_stored(model)]
        assert fitting, (answers, [said for _, said in outcomes])
        self.model = fitting[0]
        self.model.told = ()
        new = self._messages()[self.heard :]
        assert len({(str(each["target"]), str(each["notice"])) for each in new}) == len(new)
        self.heard += len(new)

    @rule(chance=CHANCE)
    def somebody_goes_or_comes_back(self, chance: Random) -> None:
        """While a director is away, whoever covers answers; both may speak."""
        home = chance.choice(HOMES)
        with self.database.unit_of_work() as uow:
            place = uow.communities.in_workspace(WORKSPACE)[0]
            if home in self.away:
                uow.absences.end(place, self.away.pop(home), actor=None, now=self.now)
            else:
                absence = Absence(person=DIRECTORS[home], first_day=self.now.date())
                self.away[home] = uow.absences.add(place, absence, actor=None, now=self.now).id
        self.model.absent = set(self.away)

    @rule(days=st.integers(1, 5))
    def mornings_come(self, days: int) -> None:
        """The bot may have slept; it looks, and has nothing left to do, however often it looks again."""
        self._morning(CALENDAR.add_working_days(self.now.date(), days))

    @precondition(lambda self: self.model.day is not None and self.model.day > self.now.date())
    @rule()
    def the_date_comes(self) -> None:
        """Whatever was said until then."""
        assert self.model.day is not None
        self._morning(self.model.day)

    def _morning(self, day: date) -> None:
        self.now = datetime.combine(day, time(8, 1), ZoneInfo("America/Toronto")).astimezone(UTC)
        may_go, kind = self.model.may_go, self.model.morning(day)
        look_at_changes(self.database, self.now)
        assert look_at_changes(self.database, self.now) == 0
        assert kind != "joint_went" or may_go
        self._assert_told(None, came=kind is not None)

    @invariant()
    def is_as_the_model_says(self) -> None:
        """After every step: one date at most, and in force only if as many agree as the rule asks for."""
        if not hasattr(self, "database"):
            return
        assert self._is_stored(self.model)
        change = self._stored()
        agreeing = sum(each.agrees for each in change.parts)
        assert (change.stage is Stage.DATED) == (change.ended is None and self.model.in_force)
        assert change.stage is not Stage.DATED or agreeing >= change.needed
        gone = [each for each in rows(self.database, "events") if each["kind"] == "joint_went"]
        assert len(gone) == (self.model.ended == "gone")

    def _attempt(self, chance: Random) -> Try:
        home = chance.choice(HOMES)
        steers = chance.random() < SELDOM * 2
        act = chance.choice(STEERING if steers else ACTS)
        if act == "abandon" and chance.random() > SELDOM:
            act = "back"
        if act in {"slip", "decline"} and chance.random() < OFTEN:
            act = "ready"
        able = (FACILITATOR,) if steers else (DIRECTORS[home], DELEGATES[home])
        others = tuple(DIRECTORS[each] for each in HOMES if each != home)
        person = chance.choice(able if chance.random() < MOSTLY else others)
        shown = self.model.round if chance.random() < MOSTLY else max(1, self.model.round - 1)
        day = CALENDAR.add_working_days(self.now.date(), chance.choice((1, 2, 5, 8)))
        is_theirs = person in able or (steers and person == "HSF-MD")  # who leads may steer too
        return Try(act, "" if steers else home, person, shown, day, is_theirs=is_theirs)

    def _model_says(self, model: Change, attempt: Try) -> bool:
        return model.says(attempt.act, attempt.home, attempt.day, shown=attempt.shown)

    def _serially(self, both: list[Try], *, backwards: bool = False) -> tuple[Change, list[bool]]:
        """What the model says if they speak in this order."""
        model = deepcopy(self.model)
        said = [each.may(model) and self._model_says(model, each) for each in both]
        return model, said[::-1] if backwards else said

    def _happened(self, attempt: Try) -> bool:
        """Try it: whether it happened; else it is refused, or somebody was faster."""
        answer: Answer | None = None
        try:
            answer = do(self.database, self._asked(attempt.person), f"{self.reference}+1", attempt)
        except Refused:
            return False
        assert isinstance(answer, JointChanged | Faster), answer
        return isinstance(answer, JointChanged)

    def _assert_told(self, actor: str | None, *, came: bool = True) -> None:
        """Everybody heard the same thing, once; whoever acted did not."""
        new = self._messages()[self.heard :]
        hear = self.model.told if came else ()
        expected = {slack_id(each) for each in hear if each != actor}
        assert sorted(str(each["target"]) for each in new) == sorted(expected)
        assert len({str(each["notice"]) for each in new}) <= 1
        self.heard += len(new)
        self.model.told = ()
        self._assert_each_once()

    def _assert_each_once(self) -> None:
        keys = [each["key"] for each in rows(self.database, "outbox")]
        assert len(keys) == len(set(keys))

    def _messages(self) -> list[dict[str, object]]:
        """The messages about joint changes that were queued, oldest first."""
        kinds = {each["id"]: each["kind"] for each in rows(self.database, "events")}
        told = [each for each in rows(self.database, "outbox") if each["kind"] == "Told"]
        return [each for each in told if str(kinds[each["notice"]["event"]]) in TELLING]  # type: ignore[index] # JSON

    def _stored(self) -> JointChange:
        with self.database.reading() as uow:
            return uow.joint_changes.by_id(1)

    def _is_stored(self, model: Change) -> bool:
        change = self._stored()
        parts = {each.institution: (each.answered.value, each.agrees, each.ready) for each in change.parts}
        wanted = {home: (each.answered, each.agrees, each.ready) for home, each in model.parts.items()}
        ended = change.ended.value if change.ended else None
        return (parts, change.day, change.round, change.back is not None, ended) == (
            wanted,
            model.day,
            model.round,
            model.back,
            model.ended,
        )

    def _asked(self, who: str) -> Asked:
        self.requests += 1
        return Asked(workspace=WORKSPACE, slack_id=slack_id(who), request=f"r{self.requests}", now=self.now)


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
    live(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000, 40, repeatable=False)
    drop_everything()
