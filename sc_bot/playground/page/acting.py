"""What one person does on the page, given to the fake Slack; and how it ended, for their eyes."""

from collections.abc import Callable

from sc_bot.playground.bot_link import Reply
from sc_bot.playground.errors import CannotDo, Unfilled
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.forms import Submission
from sc_bot.playground.model import Entered, Message, Payload, View
from sc_bot.playground.page.backstage import Unknown
from sc_bot.playground.page.showing import DIRECT
from sc_bot.playground.screen import NOT_HEARD, Screen

SHORTCUT_HERE = "message_shortcut_only_on_messages"


class Acting:
    """Does for a person what they chose to do; each answer says `ok`, or what Slack would show them instead."""

    def __init__(self, slack: FakeSlack, commands: frozenset[str]) -> None:
        self._slack, self._commands = slack, commands
        self._ways: dict[str, Callable[[Screen, Payload], Payload]] = {
            "say": self._say,
            "press": self._press,
            "choose": self._choose,
            "submit": self._submit,
            "close": self._close,
            "shortcut": self._shortcut,
            "home": self._home,
            "options": self._options,
        }

    def act(self, asked: Payload) -> Payload:
        """Do it.

        Raises:
            Unknown: no such person, or no such way to act.
        """
        way = self._ways.get(str(asked.get("do")))
        person = self._slack.workspace.people.get(str(asked.get("person")))
        if way is None or person is None or person.is_bot:
            raise Unknown("this cannot be done here")
        try:
            return way(self._slack.as_person(asked["person"]), asked)
        except Unfilled as error:
            return {"ok": False, "missing": error.fields}
        except CannotDo as error:
            return {"ok": False, "refused": str(error)}

    def _say(self, person: Screen, asked: Payload) -> Payload:
        text, place = str(asked.get("text") or ""), self._place(person, str(asked["place"]))
        if not text.strip():
            raise CannotDo("no_text")
        thread = self._message(person, place, asked["thread"]) if asked.get("thread") else None
        if not text.startswith("/"):
            said = person.says(text, thread, place)
            return {"ok": True} if said.error == NOT_HEARD else _ended(said)
        command = text.split(maxsplit=1)[0]
        if thread is not None:
            return {"ok": False, "error": "not_supported_in_threads", "command": command}
        if command not in self._commands:
            return {"ok": False, "error": "not_a_command", "command": command}
        return _ended(person.runs(text, place).reply)

    def _press(self, person: Screen, asked: Payload) -> Payload:
        where = self._where(person, asked)
        self._enter(person, where, asked)
        return _ended(person.presses(where, asked["action"], asked.get("value"), block=asked["block"]))

    def _choose(self, person: Screen, asked: Payload) -> Payload:
        where = self._where(person, asked)
        self._enter(person, where, asked)
        return _ended(person.chooses(where, asked["action"], asked.get("choice"), block=asked["block"]))

    def _submit(self, person: Screen, asked: Payload) -> Payload:
        view = self._view(person, asked["view"])
        self._enter(person, view, asked)
        return _submitted(person.submits(view))

    def _close(self, person: Screen, asked: Payload) -> Payload:
        view = self._view(person, asked["view"])
        everything = bool(asked.get("everything") or view.payload.get("clear_on_close"))
        reply = person.closes(view, everything=everything)
        return {"ok": True} if reply is None else _ended(reply)

    def _shortcut(self, person: Screen, asked: Payload) -> Payload:
        message = self._message(person, asked["channel"], asked["ts"])
        return _ended(person.uses_shortcut(asked["shortcut"], message))

    def _home(self, person: Screen, _asked: Payload) -> Payload:
        return _ended(person.opens_home())

    def _options(self, person: Screen, asked: Payload) -> Payload:
        offered = person.asks_options(self._where(person, asked), asked["action"], str(asked.get("words") or ""))
        return {"ok": True, "options": offered}

    def _where(self, person: Screen, asked: Payload) -> Message | View:
        if "view" in asked:
            return self._view(person, asked["view"])
        return self._message(person, asked["channel"], asked["ts"])

    def _place(self, person: Screen, place: str) -> str:
        """A conversation's id; a page that has just become somebody says `dm` until it has looked."""
        with self._slack.host.journal.lock:
            return self._slack.workspace.dm_with(person.person.id).id if place == DIRECT else place

    @staticmethod
    def _message(person: Screen, channel: str, ts: str) -> Message:
        found = next((each for each in person.messages if (each.channel, each.ts) == (channel, ts)), None)
        if found is None:
            raise CannotDo("message_not_found")
        return found

    @staticmethod
    def _view(person: Screen, view_id: str) -> View:
        found = next((each for each in (person.modal, person.home) if each and each.id == view_id), None)
        if found is None:
            raise CannotDo("view_not_found")
        return found

    @staticmethod
    def _enter(person: Screen, where: Message | View, asked: Payload) -> None:
        """What stands in the fields of a window or a message goes along with each act in it."""
        person.enters(where, _typed(asked.get("values") or {}))


def _typed(values: object) -> Entered:
    if not isinstance(values, dict) or not all(isinstance(each, dict) for each in values.values()):
        raise TypeError("values are {block: {action: value}}")
    return {(block, action): value for block, fields in values.items() for action, value in fields.items()}


def _ended(reply: Reply) -> Payload:
    return {"ok": reply.acknowledged, "error": reply.error, "status": reply.status, "seconds": round(reply.seconds, 4)}


def _submitted(submission: Submission) -> Payload:
    if submission.action == "refused":
        return _ended(submission.reply) | {"ok": False, "error": "invalid_response"}
    if submission.errors:
        return {"ok": False, "errors": submission.errors}
    return _ended(submission.reply)
