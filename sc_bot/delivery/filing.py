"""A file on its way: announced, uploaded, shared. Only the last step can be seen, so only it can be in doubt."""

from collections.abc import Callable

from sc_bot.delivery import calling
from sc_bot.domain.slack_answers import Failed, Ok, SlackAnswer, SlackApi
from sc_bot.domain.slack_errors import NO_FILES
from sc_bot.ports import Document

Step = tuple[str, SlackAnswer]
"""What was asked of Slack last, and its answer."""


def send(api: SlackApi, channel: str, document: Document, uploaded: Callable[[str], bool]) -> Step | None:
    """Send a file; `uploaded` keeps its id before it is shared, and says whether that is still ours to do.

    Returns the step that decides: the first that failed, or the last. None when the file is not ours any more.
    """
    announced = calling.announce(api, document)
    file, url = (announced.text("file_id"), announced.text("upload_url")) if isinstance(announced, Ok) else (None, None)
    if file is None or url is None:
        return calling.ANNOUNCE, Failed("bad_upload_url") if isinstance(announced, Ok) else announced
    sent = api.upload(url, document.content, document.length)
    if not isinstance(sent, Ok):
        return calling.UPLOAD, sent
    return (calling.SHARE, calling.share(api, file, channel, document)) if uploaded(file) else None


def refusal(answer: SlackAnswer) -> str | None:
    """Why Slack takes no file here, where it would take a message; None for any other answer."""
    return answer.error if isinstance(answer, Failed) and answer.error in NO_FILES else None
