"""Where the story stands. A step is present until the visitor goes on; once it held, it has held."""

from dataclasses import dataclass, field

from sc_bot.playground.errors import CannotDo
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.steps import Memory, Step
from sc_bot.playground.stage.story.told import STORY
from storage.tracing import newest_event

WAIT_SECONDS = 8.0
"""How long a step may take to show; an outage leaves its messages in doubt for two of them."""
SKIPPED = "skipped"
"""Why a step cannot be done: an earlier one, on which it rests, was not."""
NOT_SO = "not_so"
"""It was done, and what it claims did not become true."""


@dataclass
class Progress:
    """One telling of the story."""

    stage: Stage
    at: int = -1
    memory: Memory = field(default_factory=Memory)
    held: set[str] = field(default_factory=set)
    failures: dict[str, str] = field(default_factory=dict)

    @property
    def step(self) -> Step | None:
        """The present step; None before the first and after the last."""
        return STORY[self.at] if 0 <= self.at < len(STORY) else None

    def go_on(self) -> None:
        """To the next step, whether the present one held or is skipped."""
        self.at = min(self.at + 1, len(STORY))
        self.memory.since = self.stage.slack.workspace.seconds()
        self.memory.sent = len(self.stage.slack.sent)
        self.memory.event = newest_event(self.stage.house.worker_database)

    def begin_anew(self) -> None:
        """To the first step, with nothing remembered."""
        self.at, self.memory, self.held, self.failures = -1, Memory(), set(), {}
        self.go_on()

    def does(self) -> str | None:
        """Do the present step, if it has not been done; why it did not hold, None when it did."""
        step = self.step
        if step is None or self.holds():
            return None
        why = self._try(step)
        if why is None or self.holds():
            self.failures.pop(step.name, None)
            return None
        self.failures[step.name] = why
        return why

    def holds(self) -> bool:
        """Whether what the present step claims has become true."""
        step = self.step
        if step is None:
            return False
        try:
            if step.name not in self.held and step.holds(self.stage, self.memory):
                self.held.add(step.name)
        except LookupError:  # an earlier step was skipped: there is nothing to look at
            return False
        return step.name in self.held

    def _try(self, step: Step) -> str | None:
        errors = len(self.stage.slack.errors)
        try:
            step.act(self.stage, self.memory)
        except LookupError:
            return SKIPPED
        except CannotDo as error:
            return str(error)
        self.stage.settle(WAIT_SECONDS if step.settles else 0)
        self.stage.slack.wait_for(self.holds, WAIT_SECONDS)
        if len(self.stage.slack.errors) > errors:
            return self.stage.slack.errors[-1]
        return None if self.holds() else NOT_SO
