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
        """Type a command; again, where it was not recorded."""
        for _ in range(TRIES):
            answered = super().runs(line, channel)
            self._told()
            if answered.reply.acknowledged and NOT_RECORDED not in answered.text:
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
            read, window = len(self._privately()), self.modal
            reply = super()._acts(where, found, choice)
            self._told()
            said = "\n".join(self._privately()[read:])
            is_closed = any(each in said for each in DID_NOT_OPEN) and self.modal is window
            if reply.acknowledged and NOT_RECORDED not in said and not is_closed:
                return reply
        raise GaveUp(str(found[1]["action_id"]))

    def _privately(self) -> list[str]:
        return [each.text for each in self._host.workspace.ephemerals if each.ephemeral_to == self.person.id]
