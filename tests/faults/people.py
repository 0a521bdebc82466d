"""People who do what people do: what was not recorded is sent again, a button that did nothing is pressed again."""

from collections.abc import Callable

from sc_bot.playground.bot_link import BotLink, Reply
from sc_bot.playground.forms import Submission
from sc_bot.playground.host import Host
from sc_bot.playground.model import Message, Payload, Person, View
from sc_bot.playground.screen import Answered, Screen

NOT_RECORDED = "Not recorded"  # said in both languages
DID_NOT_OPEN = ("did not open", "ne s'est pas ouverte")
TRIES = 3


class GaveUp(AssertionError):
    """Somebody was refused again and again."""


class Persistent(Screen):
    """A screen before which nobody gives up at the first refusal."""

    def __init__(self, host: Host, link: BotLink, person: Person, told: Callable[[], None]) -> None:
        super().__init__(host, link, person)
        self._told = told
        """Returns when everything that a press brings at once is there."""

    def runs(self, line: str, channel: str | None = None) -> Answered:
        """Type a command; again, where it was not recorded or its window did not open."""
        for _ in range(TRIES):
            before = self._seen()
            answered = super().runs(line, channel)
            if answered.reply.acknowledged and not self._must_repeat(before):
                return answered
        raise GaveUp(line)

    def submits(self, view: View, values: dict[str, object] | None = None) -> Submission:
        """Send a window; again, where it was not recorded."""
        for _ in range(TRIES):
            sent = super().submits(view, values)
            self._told()
            if sent.reply.acknowledged and NOT_RECORDED not in str(sent.errors):
                return sent
        raise GaveUp(str(values))

    def _acts(self, where: Message | View, found: tuple[Payload, Payload], choice: object) -> Reply:
        for _ in range(TRIES):
            before = self._seen()
            reply = super()._acts(where, found, choice)
            if reply.acknowledged and not self._must_repeat(before):
                return reply
        raise GaveUp(str(found[1]["action_id"]))

    def _seen(self) -> tuple[int, View | None]:
        """What was said privately so far, and the window on top."""
        return len(self._privately()), self.modal

    def _must_repeat(self, before: tuple[int, View | None]) -> bool:
        """Whether it says that nothing was recorded, or that no window opened where none did."""
        self._told()
        read, window = before
        said = "\n".join(self._privately()[read:])
        is_closed = any(each in said for each in DID_NOT_OPEN) and self.modal is window
        return is_closed or NOT_RECORDED in said

    def _privately(self) -> list[str]:
        return [each.text for each in self._host.workspace.ephemerals if each.ephemeral_to == self.person.id]
