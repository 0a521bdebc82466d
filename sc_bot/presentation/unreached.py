"""What the facilitator reads of somebody, or of a channel, that cannot be reached: who, what, why, and what to do."""

from sc_bot.domain.notices import Unplaced
from sc_bot.domain.unreached import SHARED, Kind, Mail
from sc_bot.domain.views import Reader
from sc_bot.ports import Message
from sc_bot.presentation.blocks import bold, message, plain
from sc_bot.presentation.words import Words


def unreached(reader: Reader, name: str, notice: Unplaced) -> Message:
    """Tells the facilitator that somebody, or a channel, cannot be reached."""
    words = Words.of(reader)
    if name.startswith("#"):
        return _shared(words, name) if notice.reason == SHARED else _shut_out(words, name)
    if not notice.reason:
        head = words.t("{name} cannot be reached: no Slack account, and no e-mail arrives.", name=name)
    else:
        head = words.t(
            "{name} cannot be reached in Slack: {reason}.", name=name, reason=_of_slack(words, notice.reason)
        )
    lines = [
        each for each in (_kind(words, notice.about), of_mail(words, notice.mail), _instead(words, notice)) if each
    ]
    return message([head, *lines], [bold(head), plain("\n".join(lines))])


def _shut_out(words: Words, channel: str) -> Message:
    head = words.t("The bot cannot write in {channel}.", channel=channel)
    line = words.t("Invite it there, or name another channel in the community file.")
    return message([head, line], [bold(head), plain(line)])


def _shared(words: Words, channel: str) -> Message:
    head = words.t("People of another organisation read {channel}.", channel=channel)
    line = words.t("Only neutral lines are posted there; lessons and what hangs on the wall in a meeting are not.")
    todo = words.t("For those, name another channel in the community file.")
    return message([head, line, todo], [bold(head), plain(f"{line}\n{todo}")])


def _of_slack(words: Words, reason: str) -> str:
    """Slack's reason, in words."""
    match reason:
        case (
            "user_disabled" | "is_inactive" | "is_archived"
        ):  # so Slack calls the direct message of an account that is gone
            return words.t("the account is deactivated")
        case "user_not_found" | "channel_not_found" | "user_not_visible" | "invalid_user_combination":
            return words.t("the account is not in this workspace")
        case _:
            return words.t("Slack refuses their messages")


def _kind(words: Words, kind: str) -> str:
    return {
        Kind.REPORTS.value: words.t("It is about what becomes of their reports."),
        Kind.LISTS.value: words.t("It is about their list or their digest."),
        Kind.FILES.value: words.t("It is about a file, and files stay in Slack."),
        Kind.DUTIES.value: words.t("It is about what they answer for, owe, or are asked."),
    }.get(kind, "")


def of_mail(words: Words, mail: str) -> str:
    """Whether they are written to by e-mail, or why not and what to do."""
    return {
        Mail.GOES.value: words.t("They are written to by e-mail."),
        Mail.NOT_SET_UP.value: words.t("No e-mail goes: the person who installed the bot can set up a mail server."),
        Mail.NO_ADDRESS.value: words.t("No e-mail goes: the community file has no address of theirs. Please add it."),
        Mail.REFUSED.value: words.t("Their e-mail address is not accepted. Please correct it in the community file."),
        Mail.BUSY.value: words.t("The mail server put it off for hours. Please tell them another way."),
        Mail.SERVER_REFUSES.value: words.t(
            "The mail server does not let the bot in. The person who installed the bot finds out why: sc-bot doctor"
        ),
        Mail.SERVER_AWAY.value: words.t(
            "The mail server did not answer for hours. The person who installed the bot finds out why: sc-bot doctor"
        ),
        Mail.UNKNOWN.value: words.t("Nobody knows whether an e-mail arrived. Please ask them."),
    }.get(mail, "")


def _instead(words: Words, notice: Unplaced) -> str:
    if notice.about in (Kind.REPORTS.value, Kind.FILES.value, Kind.LISTS.value):
        return words.t("It goes to nobody else. Please tell them that it waits.") if notice.mail != Mail.GOES else ""
    return words.t("What they answer for goes to whoever stands in. To name somebody else: /sc people")
