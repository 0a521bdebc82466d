"""Channels that people of another organisation read: the neutral line, and nothing beyond it."""

import pytest

from sc_bot.playground.faults import rate_limited, refused
from sc_bot.playground.model import Channel
from tests.house import Town
from tests.stories.acting import does, does_from_show, in_channel, report, whole
from tests.stories.learning import CONTEXT, in_lessons, published
from tests.stories.looking import ABOUT_CHEMO, text_of
from tests.stories.meeting import FACILITATOR, MODERATOR
from tests.stories.promising import BASTIEN
from tests.stories.test_meetings_room import begun

HOSPITAL, LESSONS, ROOM = "cs-hsf", "cs-lecons", "cs-soutien"


def channel(town: Town, name: str) -> Channel:
    """A channel of the fake, to be shared."""
    found = town.slack.workspace.named(name)
    assert found is not None
    return found


def told_of(town: Town, name: str) -> list[str]:
    """What the facilitator hears about a channel that is shared."""
    return [each.text for each in town.person(FACILITATOR).messages if f"#{name}" in each.text]


def test_a_headline_is_neutral_there_and_gone_once_the_problem_is_restricted(town: Town) -> None:
    """In a channel of one's own the reference stays; where outsiders read not even that."""
    channel(town, HOSPITAL).shared = True
    report(town)
    (line,) = in_channel(town, HOSPITAL)
    assert ABOUT_CHEMO not in whole(line)
    does(town, BASTIEN, "problem.return", institution="CVE", reason="C'est là")
    does_from_show(town, FACILITATOR, "problem.restrict")
    assert in_channel(town, HOSPITAL) == []
    (kept,) = in_channel(town, "cs-cve")
    assert "ONC-1" in kept.text


@pytest.mark.parametrize("how", ["shared", "pending"])
def test_a_lesson_stays_out_of_a_channel_that_outsiders_read(town: Town, how: str) -> None:
    """Asked when it is posted, not when the file was imported; the facilitator hears once which channel."""
    setattr(channel(town, LESSONS), how, True)
    published(town)
    assert in_lessons(town) == []
    (told,) = told_of(town, LESSONS)
    assert "autre organisation" in told


def test_a_lesson_that_stands_is_taken_away_when_the_channel_becomes_shared(town: Town) -> None:
    """At the next change of it."""
    published(town)
    assert len(in_lessons(town)) == 1
    channel(town, LESSONS).shared = True
    with town.house.worker_database.unit_of_work() as uow:
        uow.outbox.refresh(1, town.clock.now)
    town.deliver()
    assert in_lessons(town) == []


def test_what_hangs_on_the_wall_goes_to_who_leads_the_meeting(town: Town) -> None:
    """The committee's channel is shared: nothing of the meeting stands there."""
    channel(town, ROOM).shared = True
    begun(town)
    assert not [each for each in channel(town, ROOM).messages if each.from_bot]
    assert any("#cs-soutien" in text_of(each) for each in town.person(MODERATOR).messages if each.channel[0] == "D")


def test_slack_that_does_not_say_lets_nothing_through(town: Town) -> None:
    """Too many questions: later. No right to ask: it stays out."""
    town.slack.misbehave("conversations.info", rate_limited(0), refused("missing_scope"))
    published(town)
    town.house.worker.drain()
    assert in_lessons(town) == []
    assert CONTEXT not in str([whole(each) for each in channel(town, LESSONS).messages])
