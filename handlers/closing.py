"""What ends a window that was sent: it closes; what must be said takes its place."""

from slack_bolt import Ack

from handlers.answering import listener, worded
from handlers.bot import Bot
from sc_bot.domain.answers import Answer, Faster
from sc_bot.domain.tone import blames
from sc_bot.presentation.tone import gently
from sc_bot.presentation.windows.parts import said_window
from sc_bot.usecases.asking import Asked


def close_window(bot: Bot, ack: Ack, asked: Asked, answer: Answer, written: str = "") -> None:
    """Close it; somebody faster is said in its place, and a hint where what was written looks for a fault."""
    bot.wake()
    if not isinstance(answer, Faster) and not blames(written):
        ack()
        return
    words = listener(bot, asked).words
    message = worded(bot, asked, answer)
    shown = message if isinstance(answer, Faster) else gently(words, message, written)
    ack({"response_action": "update", "view": said_window(words, shown)})
