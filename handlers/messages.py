"""What one types to the bot: it answers the problem it is under, or is offered as a report; never silence."""

from slack_bolt import Ack

from handlers.bot import Body, Bot
from handlers.payloads import asked_by_event
from sc_bot.usecases.talking import Spoken, hear


def on_message(bot: Bot, ack: Ack, body: Body) -> None:
    """A direct message to the bot; the bot's own, edits and joins are nothing."""
    event = body["event"]
    if event.get("channel_type") == "im" and not event.get("subtype") and not event.get("bot_id"):
        hear(
            bot.database,
            asked_by_event(bot, body),
            str(event.get("text") or ""),
            Spoken(channel=event["channel"], ts=event["ts"], thread=event.get("thread_ts")),
        )
        bot.wake()
    ack()
