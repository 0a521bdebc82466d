"""What is said about the workbook, on every screen."""

from collections.abc import Iterator

from sc_bot.domain.slack_errors import NO_FILES
from sc_bot.ports import Message
from sc_bot.presentation import exports
from tests.presentation.samples import NOW, words


def export_messages(language: str) -> Iterator[tuple[str, Message]]:
    """Being made, here it is, refused by Slack."""
    to = words(language)
    yield "preparing", exports.preparing(to)
    for meeting in (None, NOW):
        yield f"workbook, {meeting}", Message(exports.comment(to, NOW, meeting))
    yield "research", Message(exports.research_comment(to, NOW))
    for reason in sorted({*NO_FILES, "not_worded", "something new"}):
        yield f"no workbook, {reason}", exports.no_workbook(to, reason)
