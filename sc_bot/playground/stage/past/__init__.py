"""The weeks before the curtain rises: the region lives them through the real use cases, with a moving clock."""

from datetime import datetime

from sc_bot.calendar import working_calendar
from sc_bot.domain.community import Community
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.stage.clock import Clock
from sc_bot.playground.stage.passing import before_the_curtain, pass_time
from sc_bot.playground.stage.past.agenda import agenda
from sc_bot.playground.stage.past.casting import read_cast
from sc_bot.playground.stage.past.living import Living
from sc_bot.settings import Settings


def live_past(slack: FakeSlack, settings: Settings, community: Community, clock: Clock, *, until: datetime) -> None:
    """Live the weeks until the curtain rises.

    Raises:
        NotAsWritten: an act did not go as the script says.
    """
    with before_the_curtain(settings, slack, clock) as house:
        living = Living(house.worker_database, slack.workspace.team_id, community)
        for act in agenda(read_cast(), working_calendar(community), until):
            pass_time(house, clock, act.at)
            living.do(act, clock())
        pass_time(house, clock, until)
