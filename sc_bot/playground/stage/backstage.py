"""What the page asks of the stage."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock

from sc_bot.playground.model import Payload
from sc_bot.playground.page.backstage import Mark, Unknown
from sc_bot.playground.stage.cast import cast
from sc_bot.playground.stage.peopling import Appeared, Watcher
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.progress import Progress
from sc_bot.playground.stage.story.seeing import WAITING
from sc_bot.playground.stage.story.steps import Step
from sc_bot.playground.stage.story.told import STORY
from sc_bot.playground.stage.travel import moment_of, travel
from storage.figures import read_figures
from storage.tracing import TracedMessage, newest_event, read_trace

A_JOURNEY = timedelta(minutes=2)  # what takes longer on the stage's clock than anything does in a browser


class StageBackstage:
    """The stage as the page sees it."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._database = stage.house.worker_database
        self._progress = Progress(stage)
        self._one_at_a_time = Lock()  # two tabs may ask for the same journey

    def cast(self) -> Payload:
        """Who can be whom, and what can be typed."""
        return cast(self._stage.slack, self._database)

    def now(self) -> Payload:
        """The product's time, and the outbox in numbers."""
        now = self._stage.clock()
        figures = read_figures(self._database, now)
        return {
            "now": now.isoformat(),
            "waiting": self._waiting(),
            "given_up": figures.messages.get("dead", 0),
            "posted_again": figures.posted_again,
            "late_seconds": figures.oldest_waiting.total_seconds(),
        }

    def mark(self) -> Mark:
        """Which events and messages there are."""
        return Mark((newest_event(self._database), {each.id: each for each in self._messages(0)}))

    def stored_since(self, mark: Mark) -> Payload:
        """Events since then, and outbox rows that are new or have changed."""
        newest, before = mark.inside
        trace = read_trace(self._database, self._workspace, after=newest)
        return {
            "events": [
                {
                    "at": each.at.isoformat(),
                    "reference": each.reference,
                    "kind": each.kind,
                    "actor": each.actor,
                    "from": each.from_state,
                    "to": each.to_state,
                }
                for each in trace.events
            ],
            "outbox": [_row(each) for each in trace.messages if before.get(each.id) != each],
        }

    def travel(self, to: str, seen: str | None) -> Payload:
        """Move the clock; who got what on the way."""
        moment = moment_of(self._stage, to, seen)
        with self._one_at_a_time:
            return self._journey(lambda: travel(self._stage, moment))

    def tour(self) -> Payload:
        """Every step, which is present, and whether it has happened."""
        progress = self._progress
        return {
            "at": progress.at,
            "held": progress.holds(),
            "failed": progress.failures.get(progress.step.name) if progress.step else None,
            "steps": [self._step(each) for each in STORY],
        }

    def tour_step(self, what: str, step: str | None = None) -> Payload:
        """Do it, go on, begin anew; what is ordered of a step that is no longer the present one does nothing."""
        ways = {"do": self._progress.does, "next": self._progress.go_on, "restart": self._progress.begin_anew}
        if what not in ways:
            raise Unknown(f"the tour does not {what}")
        with self._one_at_a_time:
            present = self._progress.step
            is_stale = what != "restart" and step is not None and (present is None or present.name != step)
            journey = self._journey((lambda: None) if is_stale else ways[what])
        return self.tour() | ({"journey": journey} if journey["moved"] else {})

    def _journey(self, go: Callable[[], object]) -> Payload:
        """Do something that may move the clock; from when to when, and what appeared meanwhile."""
        watcher = Watcher(self._stage.slack)
        list(watcher.look())
        begun = self._stage.clock()
        go()
        ended = self._stage.clock()
        return {
            "from": begun.isoformat(),
            "to": ended.isoformat(),
            "moved": ended - begun >= A_JOURNEY,
            "waiting": self._waiting(),
            "appeared": [_appeared(each) for each in watcher.look()],
        }

    def _waiting(self) -> int:
        """How many messages should have been sent by now."""
        now = self._stage.clock()
        return sum(each.state in WAITING and each.due_at <= now for each in self._messages(0))

    @property
    def _workspace(self) -> str:
        return self._stage.slack.workspace.team_id

    def _messages(self, after: int) -> list[TracedMessage]:
        return read_trace(self._database, self._workspace, after=after).messages

    def _step(self, step: Step) -> Payload:
        people = {name: self._stage.person(getattr(step, name)).person.id for name in ("who", "beside")}
        return {
            **people,
            "name": step.name,
            "types": step.types,
            "presses": list(step.presses),
            "about": self._progress.memory.references.get(step.about, ""),
            "task": {"fr": step.task.fr, "en": step.task.en},
            "claim": {"fr": step.claim.fr, "en": step.claim.en},
        }


def _row(message: TracedMessage) -> Payload:
    return {
        "id": message.id,
        "kind": message.kind,
        "to": message.to,
        "key": message.key,
        "state": message.state,
        "due_at": message.due_at.isoformat(),
        "attempts": message.attempts,
        "wanted": message.wanted,
        "shown": message.shown,
        "error": message.error,
    }


def _appeared(each: Appeared) -> Payload:
    return {
        "to": each.reader,
        "channel": each.message.channel,
        "ts": each.message.ts,
        "at": datetime.fromtimestamp(float(each.message.edited_ts or each.message.ts), UTC).isoformat(),
        "line": each.lines[0] if each.lines else each.message.text,
        "is_new": each.is_new,
    }
