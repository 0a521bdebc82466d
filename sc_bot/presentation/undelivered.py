"""Messages that the bot could not deliver, in words: to whom, how many, why, and what to do."""

from sc_bot.domain.community_views import UndeliveredView
from sc_bot.domain.unreached import SHARED, Mail
from sc_bot.presentation.unreached import by_mail
from sc_bot.presentation.words import Words

GONE = {"user_not_found", "user_not_visible", "user_disabled", "channel_not_found"}
CLOSED = {"is_archived", "is_inactive"}
SHUT = {"not_in_channel", "channel_is_limited_access", "posting_to_channel_denied"}


def undelivered(words: Words, told: UndeliveredView) -> str:
    """One destination and reason, in a line."""
    many = words.n("{n} message", "{n} messages", told.number)
    return words.t("{whom}: {many}. {why}", whom=told.to, many=many, why=_why(words, told))


def _why(words: Words, told: UndeliveredView) -> str:
    if told.to.startswith("#") and told.reason in GONE | CLOSED | SHUT:
        return words.t("The bot cannot write there: invite it, or name another channel in the community file.")
    if told.reason == SHARED:
        return words.t("Other organisations read it: name another channel in the community file.")
    if told.reason == Mail.NO_FILE:
        return words.t("It is about a file, and files stay in Slack.")
    by_letter = by_mail(words, told.reason)
    if by_letter:
        return by_letter
    if told.reason in GONE | CLOSED:  # of an account that is gone, Slack calls the direct message archived
        return words.t("Slack finds no active account: correct it under People and roles.")
    if told.reason == "not_worded":
        return words.t("The bot could not word them: whoever runs it finds the place in its log.")
    return words.t(
        "Slack refused them ({reason}): whoever runs the bot can look, with sc-bot undelivered.", reason=told.reason
    )
