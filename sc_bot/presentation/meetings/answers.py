"""What is answered at once about a meeting."""

from sc_bot.domain.common_answers import Met, MetFaster
from sc_bot.domain.community import Community
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, button, message, plain
from sc_bot.presentation.words import Words


def met(words: Words, answer: Met) -> Message:
    """What is kept of a meeting, in a sentence."""
    said = {
        "coming": words.t("Noted: you will be there."),
        "not_coming": words.t("Noted: you will not be there. The minutes reach you all the same."),
        "added": words.t("Your item is on the agenda. Your name does not stand beside it."),
        "flagged": words.t("The agenda is changed."),
        "moved": words.t("The meeting is moved. Its members hear of it, if they had the agenda."),
        "started": words.t("The meeting is under way."),
        "closed": words.t("Kept."),
        "ended": words.t("The meeting is over. Its minutes are in your messages, to be approved."),
        "approved": words.t("The minutes are approved and on their way to the members."),
        "corrected": words.t("The minutes are put right. What was written first stays in the history."),
    }[answer.act]
    return message([said], [plain(said)])


def faster(words: Words, answer: MetFaster, community: Community) -> Message:
    """Somebody led on first."""
    person = community.person(answer.by) if answer.by else None
    who, hour = person.name if person else words.t("Somebody"), words.hour(answer.at)
    said = {
        "started": words.t(
            "At {hour}, {person} started this meeting. You may go on from there.", person=who, hour=hour
        ),
        "closed": words.t("Nothing was changed: at {hour}, {person} closed this item.", person=who, hour=hour),
        "ended": words.t("At {hour}, {person} ended this meeting.", person=who, hour=hour),
        "approved": words.t("At {hour}, {person} approved these minutes.", person=who, hour=hour),
    }[answer.act]
    row = actions([button(words.t("Go on"), "meeting.run", str(answer.meeting))]) if answer.act != "approved" else []
    return message([said], [plain(said), *row])
