"""Where a request stands follows from the answers and the day, whoever has left meanwhile."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from sc_bot.domain.community import Community, Role
from sc_bot.domain.decisions import (
    Behalf,
    Deciding,
    Decision,
    Reply,
    Said,
    answered,
    asked_usually,
    end,
    managers,
    next_meeting,
    running,
    standing,
    takes_answers,
    waits_for,
)
from sc_bot.domain.due import Due
from sc_bot.domain.problems import Because, Problem, Severity, State
from sc_bot.domain.references import Mark, split_reference
from sc_bot.usecases.decisions.asking import next_digest
from tests.house import region

NOW = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)
AFTER = datetime(2026, 12, 10, 5, 0, tzinfo=UTC)  # midnight in Val-Sauvage
ODILE, REJEAN = "HSF-DG", "CVE-DG"
PROBLEM = Problem(
    id=1,
    workspace="T",
    community=1,
    reference="SM-17",
    state=State.ACCEPTED,
    continuum="SM",
    institution="HSF",
    owes="HSF",
    because=Because("named"),
    severity=Severity.DELAY,
    reporter="CVE-S1",
    reporter_institution="CVE",
    line=1,
    name_shown=False,
    reported_at=NOW,
    answer_by=NOW.date(),
    contributors=("CVE",),
)


def asked(*replies: Reply | None) -> Decision:
    """A request of two managers, with their answers."""
    said = tuple(Said(person=who, reply=reply) for who, reply in zip((ODILE, REJEAN), replies, strict=True))
    return Decision(
        id=1,
        workspace="T",
        community=1,
        problem=1,
        number=1,
        reference="SM-17/1",
        question=1,
        otherwise=2,
        asked_by="ADV-1",
        behalf=Behalf.FACILITATION,
        due=Due(date(2026, 12, 9)),
        zone="America/Toronto",
        made_at=NOW,
        said=said,
    )


def without(person: str) -> Community:
    """The region after somebody left."""
    return replace(region(), people=tuple(each for each in region().people if each.id != person))


@pytest.mark.parametrize(
    ("first", "second", "before", "after"),
    [
        (None, None, Deciding.OPEN, Deciding.LAPSED),
        (Reply.AGREE, None, Deciding.OPEN, Deciding.LAPSED),
        (Reply.AGREE, Reply.AGREE, Deciding.AGREED, Deciding.AGREED),
        (Reply.NO, None, Deciding.REFUSED, Deciding.REFUSED),
        (Reply.NO, Reply.AGREE, Deciding.REFUSED, Deciding.REFUSED),
        (Reply.NO, Reply.DISCUSS, Deciding.REFUSED, Deciding.REFUSED),
        (Reply.DISCUSS, None, Deciding.TO_DISCUSS, Deciding.TO_DISCUSS),
        (Reply.DISCUSS, Reply.AGREE, Deciding.TO_DISCUSS, Deciding.TO_DISCUSS),
    ],
)
def test_it_follows_from_the_answers_and_the_day(
    first: Reply | None, second: Reply | None, before: Deciding, after: Deciding
) -> None:
    """A no weighs more than a wish to discuss, and both more than silence; the order of answers changes nothing."""
    for replies in ((first, second), (second, first)):
        assert standing(asked(*replies), PROBLEM, region(), NOW) is before
        assert standing(asked(*replies), PROBLEM, region(), AFTER) is after


def test_the_day_is_a_day_of_the_asker() -> None:
    """Answers are taken until midnight there, not a second longer."""
    last = AFTER - timedelta(seconds=1)
    assert takes_answers(asked(None, None), PROBLEM, last)
    assert not takes_answers(asked(None, None), PROBLEM, AFTER)


def test_whoever_left_or_may_not_know_is_not_waited_for() -> None:
    """One agreed and the other left: all agree. Nobody answered and everybody left: nothing is agreed."""
    one = asked(Reply.AGREE, None)
    assert standing(one, PROBLEM, without(REJEAN), NOW) is Deciding.AGREED
    assert waits_for(one, PROBLEM, without(REJEAN)) == ()
    nobody = replace(region(), people=())
    assert standing(asked(None, None), PROBLEM, nobody, NOW) is Deciding.OPEN
    assert [each.id for each in waits_for(one, PROBLEM, region())] == [REJEAN]
    assert waits_for(one, replace(PROBLEM, restricted=True), region()) == ()


def test_an_answer_of_somebody_who_left_stands() -> None:
    """What was said in office counts."""
    assert standing(asked(None, Reply.NO), PROBLEM, without(REJEAN), NOW) is Deciding.REFUSED


def test_a_problem_that_ended_needs_no_decision() -> None:
    """Before its day; what was agreed until then stays so."""
    closed = replace(PROBLEM, state=State.CLOSED)
    ended = end(asked(None, Reply.AGREE), NOW)
    assert ended is not None
    assert standing(ended, closed, region(), NOW) is Deciding.ENDED
    assert not takes_answers(ended, PROBLEM, NOW)
    assert end(ended, AFTER) is None
    assert standing(replace(asked(Reply.AGREE, Reply.AGREE), ended_at=NOW), closed, region(), NOW) is Deciding.AGREED


def test_the_same_answer_changes_nothing_and_a_stranger_answers_nothing() -> None:
    """A no is heard anew: its reason may be another one."""
    given = asked(Reply.AGREE, Reply.NO)
    assert answered(given, Said(person=ODILE, reply=Reply.AGREE, at=NOW)) is None
    assert answered(given, Said(person="GTV-DG", reply=Reply.AGREE)) is None
    assert answered(given, Said(person=REJEAN, reply=Reply.NO, reason=9)) is not None
    changed = answered(given, Said(person=ODILE, reply=Reply.DISCUSS, meeting=AFTER))
    assert changed is not None
    assert [each.reply for each in changed.said] == [Reply.DISCUSS, Reply.NO]
    assert answered(changed, Said(person=ODILE, reply=Reply.DISCUSS, meeting=AFTER)) is None


def test_one_question_runs_at_a_time() -> None:
    """Open or to be discussed, as long as it takes answers; what is settled or over runs no more."""
    for replies, runs in (
        ((None, None), True),
        ((Reply.DISCUSS, None), True),
        ((Reply.NO, None), False),
        ((Reply.AGREE, Reply.AGREE), False),
    ):
        found = running([asked(*replies)], PROBLEM, region(), NOW)
        assert (found is not None) is runs, replies
    assert running([asked(None, None)], PROBLEM, region(), AFTER) is None


def test_another_may_be_asked_where_nobody_is_left_to_answer() -> None:
    """Who was asked is no general manager any more; whoever follows them can be asked before the day."""
    only = replace(asked(None, None), said=(Said(person=ODILE),))
    assert running([only], PROBLEM, region(), NOW) is only
    assert running([only], PROBLEM, without(ODILE), NOW) is None
    assert running([asked(Reply.DISCUSS, None)], PROBLEM, without(ODILE), NOW) is not None


def test_whom_one_can_ask_and_whom_one_usually_asks() -> None:
    """General managers in Slack; those of the institutions that take part come first, and are chosen already."""
    everybody = [each.id for each in managers(PROBLEM, region())]
    assert [each.id for each in asked_usually(PROBLEM, region())] == [ODILE, REJEAN] == everybody[:2]
    assert len(everybody) == len(region().having(Role.GENERAL_MANAGER))
    assert managers(replace(PROBLEM, restricted=True), region()) == ()
    unseen = tuple(replace(each, slack_id=None) if each.id == ODILE else each for each in region().people)
    assert ODILE not in [each.id for each in managers(PROBLEM, replace(region(), people=unseen))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SM-17/1", ("SM-17", 1)),
        (" sm-17/12 ", ("SM-17", 12)),
        ("SM-17", None),
        ("SM-17.1", None),
        ("/1", None),
        ("SM-17/", None),
        ("SM-17/١", None),
        ("SM-17/1234567", None),
    ],
)
def test_what_a_request_is_called(text: str, found: tuple[str, int] | None) -> None:
    """The problem, a slash, a number in plain figures."""
    assert split_reference(text, Mark.DECISION) == found


@pytest.mark.parametrize(
    ("now", "meets"),
    [
        ("2026-11-19T15:30+00:00", "2026-12-09T09:00-05:00"),
        ("2026-12-09T13:59+00:00", "2026-12-09T09:00-05:00"),
        ("2026-12-09T14:00+00:00", "2027-01-20T09:00-05:00"),
        ("2027-03-20T12:00+00:00", "2027-04-14T09:00-04:00"),
    ],
)
def test_when_the_general_managers_next_meet(now: str, meets: str) -> None:
    """Every six weeks from the day in the community file, at the same hour when the clocks change."""
    found = next_meeting(region(), datetime.fromisoformat(now))
    assert found is not None
    assert found.isoformat(timespec="minutes") == meets
    assert next_meeting(replace(region(), committees=()), datetime.fromisoformat(now)) is None


def test_of_several_committees_the_first_to_meet_counts() -> None:
    """Wherever it stands in the community file."""
    steering = next(each for each in region().committees if Role.GENERAL_MANAGER in each.member_roles)
    soon = replace(steering, id="soon", next=datetime(2026, 11, 20, 9, 0))  # noqa: DTZ001 - local, as in the file
    community = replace(region(), committees=(*region().committees, soon))
    found = next_meeting(community, NOW)
    assert found is not None
    assert found.isoformat(timespec="minutes") == "2026-11-20T09:00-05:00"


@pytest.mark.parametrize(
    ("now", "comes"),
    [
        ("2026-11-19T15:30+00:00", "2026-11-23T07:30-05:00"),
        ("2026-11-23T12:29+00:00", "2026-11-23T07:30-05:00"),
        ("2026-11-23T12:30+00:00", "2026-11-30T07:30-05:00"),
        ("2027-05-22T12:00+00:00", "2027-05-25T07:30-04:00"),  # Monday is the Patriots' Day
        ("2027-05-24T12:00+00:00", "2027-05-25T07:30-04:00"),
    ],
)
def test_when_the_next_digest_comes(now: str, comes: str) -> None:
    """On Monday at 7:30; moved off a holiday, it is still to come on the holiday itself."""
    odile = region().person(ODILE)
    assert odile is not None
    assert next_digest(region(), odile, datetime.fromisoformat(now)).isoformat(timespec="minutes") == comes
