"""The page: which question goes to whom."""

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.model import Payload
from sc_bot.playground.moods import BAD, put_into
from sc_bot.playground.page.acting import Acting
from sc_bot.playground.page.backstage import Ask, Backstage, CannotTravel, Unknown
from sc_bot.playground.page.live import Live
from sc_bot.playground.page.refusals import Refusals
from sc_bot.playground.page.showing import Showing
from sc_bot.playground.page.underneath import Underneath
from sc_bot.playground.page.unread import Unread


@dataclass(frozen=True)
class File:
    """Bytes to be downloaded."""

    content: bytes
    kind: str
    name: str = ""


class Page:
    """Everything behind the page.

    Args:
        slack: the workspace that it shows.
        backstage: those who run the bot.
        commands: the app's slash commands, as its manifest names them.
        read_until: everybody has read what was said until then.
    """

    def __init__(self, slack: FakeSlack, backstage: Backstage, commands: frozenset[str], read_until: datetime) -> None:
        self._slack, self._backstage = slack, backstage
        self._showing = Showing(slack, Unread(slack.workspace, read_until))
        self._acting = Acting(slack, commands)
        self._underneath = Underneath(slack, backstage)
        self._refusals = Refusals(slack)
        self.live = Live(slack.host.journal)
        self.questions: dict[str, Ask] = {
            "cast": lambda _asked: backstage.cast(),
            "screen": self._showing.screen,
            "status": self._status,
            "underneath": self._underneath.look,
            "tour": lambda _asked: backstage.tour(),
        }
        self.orders: dict[str, Ask] = {
            "act": self._recorded(self._acting.act, _what),
            "read": self._showing.read,
            "mood": self._mood,
            "travel": self._recorded(self._travel, lambda asked: f"⏱ {asked.get('to')}"),
            "tour": lambda asked: backstage.tour_step(str(asked.get("what")), asked.get("step")),
            "play": self._recorded(
                lambda asked: backstage.tour_step("do", asked.get("step")), lambda asked: f"▶ {asked.get('step')}"
            ),
        }

    def file(self, file_id: str) -> File:
        """A file that the bot shared.

        Raises:
            Unknown: there is none with this id, or nobody has shared it yet.
        """
        with self._slack.host.journal.lock:
            file = self._slack.workspace.files.get(file_id)
            if file is None or file.content is None or not file.completed:
                raise Unknown("no such file")
            return File(file.content, mimetypes.guess_type(file.name)[0] or "application/octet-stream", file.name)

    def _status(self, _asked: Payload) -> Payload:
        return {**self._backstage.now(), "mood": self._slack.mood, "refusals": self._refusals.look()}

    def _travel(self, asked: Payload) -> Payload:
        try:
            return self._backstage.travel(str(asked.get("to")), asked.get("seen"))
        except CannotTravel as why:
            return {"refused": str(why)}

    def _mood(self, asked: Payload) -> Payload:
        mood = asked.get("mood")
        if mood != "well" and mood not in BAD:
            raise Unknown(f"no mood {mood}")
        put_into(self._slack, mood)
        return {}

    def _recorded(self, do: Ask, name: Callable[[Payload], str]) -> Ask:
        """Remember what is done, to look underneath later."""

        def ask(asked: Payload) -> Payload:
            self._underneath.begin(str(asked.get("person") or ""), name(asked))
            try:
                return do(asked)
            finally:
                self._slack.host.journal.changed()

        return ask


def _what(asked: Payload) -> str:
    """An action in a few words: what was typed, else which control."""
    way = str(asked.get("do"))
    return str(asked.get("text")) if way == "say" else f"{way} {asked.get('action') or asked.get('shortcut') or ''}"
