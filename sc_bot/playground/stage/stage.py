"""Everything that is on the stage, while the curtain is up."""

import time
from dataclasses import dataclass

from sc_bot.app import House
from sc_bot.domain.community import Community
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.screen import Screen
from sc_bot.playground.stage.clock import Clock
from sc_bot.running import Running
from storage.figures import is_waiting

PATIENCE_SECONDS = 15.0
LOOKS_A_SECOND = 100


@dataclass(frozen=True)
class Stage:
    """The local Slack, the region, the bot as it runs, and the clock."""

    slack: FakeSlack
    community: Community
    running: Running
    clock: Clock
    url: str

    @property
    def house(self) -> House:
        """The bot's parts."""
        return self.running.house

    def person(self, key: str) -> Screen:
        """The screen of somebody, by the id of the community file."""
        found = self.community.person(key)
        if found is None or found.slack_id is None:
            raise LookupError(key)
        return self.slack.as_person(found.slack_id)

    def settle(self, patience: float = PATIENCE_SECONDS) -> bool:
        """Wait until everything that is due has been sent, for so many seconds at most; whether it was."""
        deadline = time.monotonic() + patience
        while not self._is_quiet():
            if time.monotonic() > deadline:
                return False
            time.sleep(1 / LOOKS_A_SECOND)
        return True

    def _is_quiet(self) -> bool:
        """Nothing is due, and no window or answer is on its way."""
        waiting = is_waiting(self.house.worker_database, self.clock())
        return not waiting and self.house.bot.quick.is_idle
