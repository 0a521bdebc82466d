"""What is taken back: the file is deleted, then the message that stands; of a Home nothing is left."""

from collections.abc import Iterator

from sc_bot.delivery import calling
from sc_bot.domain.notices import HomeTab
from sc_bot.domain.slack_answers import Failed, Ok, SlackAnswer, SlackApi
from sc_bot.ports import Envelope
from sc_bot.presentation.home import forgotten

_HOME = HomeTab("").address
_GONE = frozenset({"message_not_found", "file_not_found", "file_deleted"})


def take_back(api: SlackApi, envelope: Envelope) -> Iterator[tuple[str, SlackAnswer]]:
    """Delete it step by step; whoever asks stops at the first step that failed. Each may be repeated."""
    if envelope.to.startswith(_HOME):
        yield calling.PUBLISH, api.call(calling.PUBLISH, user_id=envelope.to.removeprefix(_HOME), view=forgotten())
    if envelope.file:
        yield calling.FORGET_FILE, calling.forget_file(api, envelope.file)
    if envelope.ts:
        yield calling.REMOVE, calling.remove(api, envelope)


def is_gone(answer: SlackAnswer) -> bool:
    """Whether it stands there no more."""
    return isinstance(answer, Ok) or (isinstance(answer, Failed) and answer.error in _GONE)
