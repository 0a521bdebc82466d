"""Timeboxes, order and occasions of meetings: rules without a database."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sc_bot.commands.org import channel_names
from sc_bot.domain import meetings as rules
from sc_bot.domain.community import Committee, Localised, Role
from sc_bot.domain.meetings import Item, Kind, Meeting, Outcome, Phase
from tests.house import THURSDAY, region

ZONE = ZoneInfo("America/Toronto")
MEETING = Meeting(
    id=1, workspace="T", community=1, committee="support", nominal=datetime(2026, 12, 1, 13, 30),  # noqa: DTZ001 - local
    at=THURSDAY, minutes=60,
)  # fmt: skip


@given(st.lists(st.integers(1, 60), max_size=40), st.integers(15, 480))
def test_timeboxes_always_fit_into_the_meeting(wanted: list[int], length: int) -> None:
    """Whatever is wanted: what is given fits, nobody gets more than they want or too little to say anything."""
    given_ = rules.fitted(wanted, length)
    assert len(given_) == len(wanted)
    assert sum(given_) <= length
    for mine, want in zip(given_, wanted, strict=True):
        assert mine == 0 or min(want, rules.LEAST_MINUTES) <= mine <= max(want, rules.LEAST_MINUTES)
    assert list(given_) == wanted or sum(wanted) > length


def test_the_agenda_is_in_the_order_of_its_kinds_and_the_first_open_item_is_the_current_one() -> None:
    """Decisions first, what people added last, whenever it was added; nobody sets which one is current."""
    items = [Item(id=number, meeting=1, kind=kind) for number, kind in enumerate(reversed(Kind), start=1)]
    assert [each.kind for each in rules.in_order(items)] == list(Kind)
    first = rules.in_order(items)[0]
    closed = rules.close(first, Outcome.DECIDED, "MOD-1", THURSDAY)
    assert closed is not None
    left = [closed if each is first else each for each in items]
    assert rules.open_items(left)[0].kind is list(Kind)[1]
    assert rules.close(closed, Outcome.NOTHING, "ADV-1", THURSDAY) is None


def test_a_meeting_goes_one_way_and_each_step_is_taken_once() -> None:
    """Planned, started, ended, approved; nothing twice, nothing out of order."""
    assert rules.end(MEETING, "MOD-1", THURSDAY) is None
    started = rules.start(MEETING, "MOD-1", THURSDAY)
    assert started is not None
    assert rules.start(started, "ADV-1", THURSDAY) is None
    assert rules.approve(started, "MOD-1", THURSDAY) is None
    ended = rules.end(started, "MOD-1", THURSDAY)
    assert ended is not None
    approved = rules.approve(ended, "MOD-1", THURSDAY)
    assert approved is not None
    assert approved.phase is Phase.APPROVED
    assert rules.approve(approved, "ADV-1", THURSDAY) is None


@given(st.integers(1, 12), st.integers(0, 900), st.integers(0, 47))
def test_the_next_occasion_is_always_among_those_that_are_looked_at(weeks: int, days: int, half_hours: int) -> None:
    """Whatever the rhythm and the hour, in summer and in winter: one that has not begun; it keeps its local hour."""
    committee = Committee("x", Localised("x", "x"), weeks, datetime(2026, 12, 1, 13, 30))  # noqa: DTZ001 - local
    now = THURSDAY + timedelta(days=days, minutes=30 * half_hours)
    hours = rules.occasions(committee, ZONE, now)
    ahead = [each for each in hours if each.replace(tzinfo=ZONE) > now]
    assert ahead
    assert all((each - committee.next) % timedelta(weeks=weeks) == timedelta(0) for each in hours)
    assert ahead[0] - timedelta(weeks=weeks) <= now.astimezone(ZONE).replace(tzinfo=None) or ahead[0] == committee.next


def test_a_meeting_that_nobody_starts_lapses_and_one_under_way_does_not() -> None:
    """Half a day after its hour the next one is next."""
    assert not rules.is_over(MEETING, THURSDAY + timedelta(hours=11))
    assert rules.is_over(MEETING, THURSDAY + timedelta(hours=13))
    assert not rules.is_over(replace(MEETING, phase=Phase.STARTED), THURSDAY + timedelta(days=3))


@pytest.mark.parametrize(("roles", "minutes", "expected"), [
    ((Role.SUPPORT_COMMITTEE,), None, 60),
    ((Role.GENERAL_MANAGER,), None, 90),
    ((Role.GENERAL_MANAGER,), 45, 45),
])  # fmt: skip
def test_a_meeting_lasts_as_the_file_says_or_as_usual(
    roles: tuple[Role, ...], minutes: int | None, expected: int
) -> None:
    """An hour, an hour and a half where general managers sit."""
    committee = Committee("x", Localised("x", "x"), 2, MEETING.nominal, roles, None, minutes)
    assert rules.lasts(committee) == expected


def test_members_sit_by_their_roles() -> None:
    """Those of the community file; who has none of the roles does not."""
    community = region()
    support = community.committee("support")
    assert support is not None
    ids = {each.id for each in rules.members(community, support)}
    assert {"HSF-MD", "SC-1", "ADV-1", "MOD-1"} <= ids
    assert not {"HSF-DG", "HSF-S1", "EXT-1"} & ids


def test_the_channel_of_a_committee_is_looked_up_like_the_others() -> None:
    """`sc-bot org import` resolves it to its id."""
    assert "#cs-soutien" in channel_names(region())
