"""What is said about the workbook: it is being made, here it is, or it cannot come as a file."""

from datetime import date, datetime

from sc_bot.domain.community import Localised
from sc_bot.ports import Message
from sc_bot.presentation.blocks import bold, message, plain
from sc_bot.presentation.words import Words


def preparing(words: Words) -> Message:
    """The answer to whoever asks for it."""
    head = words.t("Your workbook is being prepared.")
    line = words.t("It comes as a file in the direct message with the bot, in a minute or so.")
    return message([head, line], [bold(head), plain(line)])


def comment(words: Words, now: datetime, meeting: datetime | None) -> str:
    """What stands above the file."""
    if meeting is None:
        moment = words.moment(now)
        return words.t("Your workbook as of {moment} begins with what is asked of the committee.", moment=moment)
    moment = words.moment(meeting)
    return words.t(
        "The workbook for the meeting of {moment} begins with what is asked of the committee.", moment=moment
    )


def title(words: Words, community: Localised) -> str:
    """The name that Slack shows."""
    return words.t("Steering workbook · {community}", community=words.name(community))


def file_name(words: Words, code: str, day: date) -> str:
    """The name under which it is saved."""
    return f"{words.t('steering-workbook')}-{code}-{day.isoformat()}.xlsx"


def research_comment(words: Words, now: datetime) -> str:
    """What stands above the de-identified file."""
    moment = words.moment(now)
    return words.t("De-identified data as of {moment}: no name, no text, no reference; days are weeks.", moment=moment)


def research_title(words: Words, community: Localised) -> str:
    """The name that Slack shows."""
    return words.t("De-identified data · {community}", community=words.name(community))


def research_name(words: Words, code: str, day: date, form: str) -> str:
    """The name under which it is saved; CSV files come in a zip."""
    ending = "zip" if form == "csv" else form
    return f"{words.t('de-identified-data')}-{code}-{day.isoformat()}.{ending}"


def no_workbook(words: Words, reason: str) -> Message:
    """Slack does not take the file: why, and how to get it otherwise."""
    head = words.t("The workbook could not be sent: {why}.", why=_why(words, reason))
    line = words.t(
        "Whoever installed the bot can make it with sc-bot export and hand it to you; the facilitator knows who."
    )
    return message([head, line], [bold(head), plain(line)])


def _why(words: Words, reason: str) -> str:
    match reason:
        case "storage_limit_reached":
            return words.t("the workspace has no room left for files")
        case "file_upload_size_restricted":
            return words.t("the file is too large for this workspace")
        case "not_worded":
            return words.t("it could not be made, and those who run the bot can see why")
        case "missing_scope" | "no_permission":
            return words.t("the bot may not send files here yet")
        case _:
            return words.t("this workspace does not take such files")
