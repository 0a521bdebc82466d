"""What lies under an action: the signed request, the ack, what was stored, what was sent to Slack and answered."""

from dataclasses import dataclass
from itertools import count

from sc_bot.playground.bot_link import Reply, Sent
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.journal import Call
from sc_bot.playground.model import Payload
from sc_bot.playground.page.backstage import Backstage, Mark, Unknown

REMEMBERED = 30  # actions
BACKGROUND = "users.info"
"""The bot learns who people are in a tick of its own: that belongs to nobody's action."""


@dataclass(frozen=True)
class Action:
    """Something that was done on the page, and where the logs stood before it."""

    number: int
    who: str
    what: str
    sent: int
    calls: int
    mark: Mark


class Underneath:
    """Remembers the last actions."""

    def __init__(self, slack: FakeSlack, backstage: Backstage) -> None:
        self._slack, self._backstage = slack, backstage
        self._numbers = count(1)
        self._actions: list[Action] = []

    def begin(self, who: str, what: str) -> None:
        """Something is about to be done."""
        mark = self._backstage.mark()
        with self._slack.host.journal.lock:
            number = next(self._numbers)
            self._actions.append(Action(number, who, what, len(self._slack.sent), len(self._slack.calls), mark))
            del self._actions[:-REMEMBERED]

    def look(self, asked: Payload) -> Payload:
        """What one action caused, by default the last one; what came after the next action is not its own."""
        with self._slack.host.journal.lock:
            actions, sent, calls = list(self._actions), self._slack.sent, self._slack.calls
        listed = [{"number": each.number, "who": each.who, "what": each.what} for each in reversed(actions)]
        if not actions:
            return {"actions": listed, "action": None}
        action, later = _chosen(actions, asked.get("number"))
        own = sent[action.sent : later.sent if later else None]
        caused = calls[action.calls : later.calls if later else None]
        return {
            "actions": listed,
            "action": action.number,
            "requests": [_request(each) for each in own],
            "calls": [_call(each) for each in caused if each.method != BACKGROUND],
            "background": sum(each.method == BACKGROUND for each in caused),
            **self._stored(action, later),
        }

    def _stored(self, action: Action, later: Action | None) -> Payload:
        """The history up to the next action; outbox rows as they stand now, for what an action wants is sent later."""
        after = self._backstage.stored_since(later.mark)["events"] if later else []
        stored = self._backstage.stored_since(action.mark)
        return {**stored, "events": stored["events"][: len(stored["events"]) - len(after)]}


def _chosen(actions: list[Action], number: object) -> tuple[Action, Action | None]:
    if number is None:
        return actions[-1], None
    for place, action in enumerate(actions):
        if str(action.number) == str(number):
            return action, next(iter(actions[place + 1 :]), None)
    raise Unknown(f"no action {number}")


def _request(sent: Sent) -> Payload:
    return {
        "sort": sent.sort,
        "headers": sent.headers,
        "body": sent.body.decode("utf-8", "replace"),
        "payload": sent.payload,
        "replies": [_reply(each) for each in sent.replies],
    }


def _reply(reply: Reply) -> Payload:
    return {
        "status": reply.status,
        "seconds": round(reply.seconds, 4),
        "error": reply.error,
        "text": reply.text,
        "acknowledged": reply.acknowledged,
    }


def _call(call: Call) -> Payload:
    return {
        "method": call.method,
        "args": call.args,
        "status": call.status,
        "answer": call.answer,
        "landed": call.effect is not None and call.effect.get("ok", False),
        "fault": call.fault,
        "ok": call.ok,
        "error": call.error,
        "unknown_args": call.unknown_args,
    }
