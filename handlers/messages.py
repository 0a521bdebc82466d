"""What one types to the bot: it answers the problem it is under, or is offered as a report; never silence."""

from slack_bolt import Ack

from handlers.bot import Body, Bot
from handlers.payloads import asked_by_event, decoded
from handlers.visitors import look_up
from sc_bot.domain.answers import Heard
from sc_bot.usecases.talking import Spoken, hear

WRITTEN = (None, "file_share", "thread_broadcast")
"""The kinds of message that a person writes; the others tell of edits, joins and the like."""


def on_message(bot: Bot, ack: Ack, body: Body) -> None:
    """A direct message to the bot; the bot's own, edits and joins are nothing."""
    event = body["event"]
    of_a_person = event.get("subtype") in WRITTEN and not event.get("bot_id")
    if event.get("channel_type") == "im" and of_a_person:
        asked = asked_by_event(bot, body)
        answer = hear(
            bot.database,
            asked,
            decoded(event.get("text")),
            Spoken(channel=event["channel"], ts=event["ts"], thread=event.get("thread_ts")),
        )
        bot.wake()
        if isinstance(answer, Heard) and answer.by_a_stranger:
            look_up(bot, asked)
    ack()
