"""The weeks before the curtain rises: sixty lives, made by the real use cases, the same each time."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from sc_bot.calendar import working_calendar
from sc_bot.domain.community import Role
from sc_bot.domain.events import OF_JOINING, OF_JOINT_CHANGES, Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import State
from sc_bot.playground.stage.opening import CURTAIN, open_stage, region
from sc_bot.playground.stage.past.agenda import SENDS, Planned, agenda
from sc_bot.playground.stage.past.casting import read_cast
from sc_bot.playground.stage.past.living import Living, NotAsWritten
from sc_bot.playground.stage.past.phrases import read_phrases
from sc_bot.playground.stage.past.reports import read_reports
from sc_bot.playground.stage.past.steps import Part, Step
from sc_bot.playground.stage.stage import Stage
from sc_bot.privacy import Verdict, inspect
from storage.database import StoredDatabase
from storage.tracing import Trace, read_trace

pytestmark = [
    pytest.mark.slow,  # six weeks take their time
    pytest.mark.xdist_group("past"),  # and are lived once for all of these
]
CALENDAR = working_calendar(region())
UNTIL = datetime.fromisoformat(CURTAIN).replace(tzinfo=CALENDAR.timezone)
OFFICES = {Role.MANAGING_DIRECTOR, Role.SUPPORT_COMMITTEE, Role.FACILITATOR}


@dataclass(frozen=True)
class Lived:
    """The stage just after its curtain rose, and what the past left in the database."""

    stage: Stage
    trace: Trace
    states: dict[str, State]


@contextmanager
def past_lived(folder: Path | None = None) -> Iterator[Lived]:
    """The past as it was kept, if it was; in a folder of its own it is lived."""
    with open_stage(f"sqlite:///{folder}/past.db" if folder else None) as stage:
        workspace = stage.slack.workspace.team_id
        trace = read_trace(stage.house.worker_database, workspace, after=0)
        with stage.house.worker_database.reading() as uow:
            references = dict.fromkeys(each.reference for each in trace.events)
            found = {each: uow.problems.get(workspace, each) for each in references}
        yield Lived(stage, trace, {key: problem.state for key, problem in found.items() if problem})


@pytest.fixture(scope="module")
def lived() -> Iterator[Lived]:
    """The past, once for all of these tests."""
    with past_lived() as past:
        yield past


@pytest.fixture(scope="module")
def planned() -> list[Planned]:
    """What the script wants to happen."""
    return agenda(read_cast(), CALENDAR, UNTIL)


def test_about_sixty_problems_are_reported(lived: Lived) -> None:
    """Enough that every list and every figure has something to show."""
    assert 55 <= len(lived.states) <= 65


def test_every_state_occurs(lived: Lived) -> None:
    """Several times each; closed and accepted ones most of all."""
    counts = Counter(lived.states.values())
    assert all(counts[state] >= 3 for state in State), counts
    assert [state for state, _ in counts.most_common(2)] == [State.CLOSED, State.ACCEPTED]


def test_every_kind_of_step_occurs(lived: Lived) -> None:
    """All that can be shown is there; nothing was removed, nobody left or joined, no joint change, no committee met."""
    assert {each.kind for each in lived.trace.events} == set(Happened) - OF_JOINT_CHANGES - {
        Happened.REDACTED,
        Happened.REASSIGNED,
        Happened.UNASKED,
        Happened.DECIDED,
        *OF_JOINING,  # no life of the script goes on under another's: who reports is asked on the spot
        Happened.WAITS,
        Happened.TYPED,  # everybody there types for themselves
    }


def test_history_spans_five_weeks_and_ends_before_the_curtain(lived: Lived) -> None:
    """In the order in which it happened."""
    times = [each.at for each in lived.trace.events]
    assert times == sorted(times)
    assert times[-1] - times[0] >= timedelta(weeks=5)
    assert times[-1] <= UNTIL


def test_the_last_two_days_hold_reports_that_wait(lived: Lived) -> None:
    """Who opens the demo finds something to answer."""
    since = UNTIL - timedelta(days=2)
    new = [each.reference for each in lived.trace.events if each.kind == Happened.REPORTED and each.at >= since]
    waiting = [each for each in new if lived.states[each] in {State.ROUTED, State.REPORTED}]
    assert len(waiting) >= 4


def test_reports_also_come_at_night_and_on_days_off(lived: Lived) -> None:
    """Care does not keep office hours."""
    at = [each.at.astimezone(CALENDAR.timezone) for each in lived.trace.events if each.kind == Happened.REPORTED]
    assert sum(not 6 <= each.hour < 22 for each in at) >= 5
    assert sum(not CALENDAR.is_working_day(each.date()) for each in at) >= 8


def test_offices_act_on_working_days_in_working_hours(lived: Lived) -> None:
    """No director answers on a weekend or a holiday."""
    people = {each.id: each for each in lived.stage.community.people}
    acts = [each for each in lived.trace.events if each.actor and OFFICES.intersection(people[each.actor].roles)]
    for each in acts:
        local = each.at.astimezone(CALENDAR.timezone)
        assert CALENDAR.is_working_day(local.date()), each
        assert time(8) <= local.time() < time(17), each
    assert len(acts) > 100


def test_everything_due_is_sent(lived: Lived) -> None:
    """Nothing is left over, nothing was given up."""
    left = [each for each in lived.trace.messages if each.state not in {"sent", "dropped"}]
    assert [each for each in left if each.due_at <= UNTIL or each.state == "dead"] == []
    assert lived.stage.settle()


def test_slack_refused_nothing(lived: Lived) -> None:
    """Every call went well, the first time."""
    assert lived.stage.slack.errors == []
    assert [(each.method, each.error) for each in lived.stage.slack.calls if not each.ok] == []


def test_each_message_stands_at_the_hour_when_it_was_sent(lived: Lived) -> None:
    """Time passed in Slack too: what waited for the morning came in the morning."""
    messages = [each for each in lived.stage.slack.messages if each.from_bot]
    shown = [datetime.fromtimestamp(float(each.ts), CALENDAR.timezone) for each in messages]
    assert len({each.date() for each in shown}) > 25
    assert sum((each.hour, each.minute) == (8, 0) for each in shown) >= 10


def test_each_director_has_a_direct_message(lived: Lived) -> None:
    """Whoever one looks over the shoulder of, there is something to see."""
    for director in lived.stage.community.having(Role.MANAGING_DIRECTOR):
        messages = lived.stage.person(director.id).messages
        assert any(each.from_bot and each.channel.startswith("D") for each in messages), director.id


def test_one_text_only_had_to_be_explained(lived: Lived) -> None:
    """The public number of a service; everything else passes the privacy gate as it is."""
    confirmed = [each for each in lived.trace.events if each.kind == Happened.CONFIRMED_NOT_IDENTIFYING]
    assert len(confirmed) == 1


@pytest.mark.slow
def test_two_pasts_are_the_same(lived: Lived, tmp_path: Path) -> None:
    """The same problems, the same steps at the same hours, the same messages."""
    with past_lived(tmp_path) as again:
        assert again.states == lived.states
        assert again.trace.events == lived.trace.events
        assert [(each.key, each.due_at) for each in again.trace.messages] == [
            (each.key, each.due_at) for each in lived.trace.messages
        ]


def test_what_does_not_go_as_written_is_named(region_url: str) -> None:
    """A script that no longer fits the program says where."""
    database = StoredDatabase.open(region_url, patience=timedelta(seconds=2))
    living = Living(database, "T0ESTRIE0", region())
    report = Planned(UNTIL, read_cast()[0])
    living.do(report, UNTIL)
    living.do(replace(report, step=Step(Part.DIRECTOR, Verb.ACKNOWLEDGE, 0)), UNTIL)
    with pytest.raises(NotAsWritten, match="P-011, acknowledge"):
        living.do(replace(report, step=Step(Part.DIRECTOR, Verb.ACKNOWLEDGE, 0)), UNTIL)
    with pytest.raises(NotAsWritten, match="P-011, assign"):
        living.do(replace(report, step=Step(Part.FACILITATOR, Verb.ASSIGN, 0), words="Oui"), UNTIL)
    database.close()


def test_nothing_of_a_life_is_cut_off(planned: list[Planned]) -> None:
    """At the usual curtain every life comes as far as its name says."""
    assert len(planned) == sum(1 + len(each.life) for each in read_cast())


def test_everything_in_the_cast_is_said() -> None:
    """Each saying and each place to send to belongs to a step; each problem has one life."""
    cast = read_cast()
    assert len({each.problem for each in cast}) == len(cast)
    assert {each.problem for each in cast} == read_reports().keys() - {"P-001"}
    for each in cast:
        steps = Counter(step.verb for step in each.life)
        for verb, said in each.words.items():
            assert len(said) <= steps[Verb(verb)], (each.problem, verb)
        assert len(each.to) <= sum(steps[verb] for verb in SENDS), each.problem


def test_authors_keep_no_office_hours(planned: list[Planned]) -> None:
    """Who holds no office also acts outside of working hours."""
    by_authors = [each for each in planned if each.step and each.step.part is Part.AUTHOR]
    assert any(not 8 <= each.at.astimezone(CALENDAR.timezone).hour < 17 for each in by_authors)


def test_words_are_typeset_and_identify_nobody() -> None:
    """No-break spaces before a colon and inside quotation marks, none before ; ! ?; nothing for the privacy gate."""
    said = [words for each in read_cast() for group in each.words.values() for words in group]
    said += [words for phrases in read_phrases().values() for each in phrases for words in each.values()]
    for words in said:
        assert not re.search(r" :|« | »|[ \u00a0][;!?]|\d h\b", words), words
        assert inspect(words).verdict is Verdict.ALLOW, words
    assert len(said) > 100
