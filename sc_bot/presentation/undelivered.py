"""Messages that the bot could not deliver, in words: to whom, how many, why, and what to do."""

from sc_bot.domain.community_views import UndeliveredView
from sc_bot.domain.slack_errors import CLOSED, POLICIES, Policy, is_an_outage
from sc_bot.domain.unreached import SHARED, Mail
from sc_bot.presentation.unreached import of_mail
from sc_bot.presentation.words import Words

GONE = {"user_not_found", "user_not_visible", "user_disabled", "channel_not_found"}
BY_MAIL = {each.value for each in Mail}


def undelivered(words: Words, told: UndeliveredView) -> str:
    """One destination and reason, in a line."""
    many = words.n("{n} message", "{n} messages", told.number)
    return words.t("{whom}: {many}. {why}", whom=told.to, many=many, why=_why(words, told))


def _why(words: Words, told: UndeliveredView) -> str:
    reason = told.reason
    if reason == Mail.NO_FILE:
        return words.t("Files stay in Slack: none goes by e-mail.")
    if reason in BY_MAIL:
        return of_mail(words, reason)
    if reason == SHARED:
        return words.t("People of another organisation read it: name another channel in the community file.")
    if reason == "not_worded":
        return words.t("The bot could not word them: whoever runs it finds the place in its log.")
    if reason == "unknown_kind":
        return words.t("A newer version of the bot wrote them: whoever runs it can send them again when all run it.")
    if is_an_outage(reason):
        return words.t("Slack did not answer for hours: whoever runs the bot can send them again.")
    if POLICIES.get(reason) is Policy.UNREACHABLE_RECIPIENT:
        return _unreachable(words, told)
    return words.t(
        "Slack refused them ({reason}): whoever runs the bot can look, with sc-bot undelivered.", reason=reason
    )


def _unreachable(words: Words, told: UndeliveredView) -> str:
    if told.to.startswith("#"):
        return words.t("The bot cannot write there: invite it, or name another channel in the community file.")
    if told.reason in GONE | CLOSED:
        return words.t("Slack finds no active account: correct it under People and roles.")
    return words.t("Slack does not let the bot write to them. Please tell them another way.")
