"""Messages that are not about one step: the first words, where one works, what could not be delivered."""

from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.views import Reader
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, bold, button, message, plain
from sc_bot.presentation.replies import refused
from sc_bot.presentation.words import Words


def welcome(reader: Reader) -> Message:
    """What the bot is, and what it is not (domain, section 2: side exits)."""
    words = Words.of(reader)
    head = words.t("You reported your first problem here. Thank you.")
    lines = [
        words.t("What you report goes to the person who can change how institutions work together, and you hear back."),
        words.t(
            "It is confidential, not anonymous: the facilitator knows who wrote, nobody else unless you show your name."
        ),
        words.t(
            "This is not the place for an incident or accident declaration, a complaint, a disclosure of wrongdoing or an emergency: use your usual channels."
        ),
        words.t("Never write what identifies a patient."),
    ]
    return message([head, *lines], [bold(head), plain("\n".join(lines))])


def ask_home(reader: Reader, community: str) -> Message:
    """Asks a newcomer where they work; asked once."""
    words = Words.of(reader)
    head = words.t("One question, asked once: where do you work?")
    line = words.t("Your report is already recorded. Knowing your institution helps to route the next ones.")
    row = actions([button(words.t("Say where I work"), "people.place", community, style="primary")])
    return message([head, line], [bold(head), plain(line), *row])


def unplaced(reader: Reader, name: str, reason: str) -> Message:
    """Tells the facilitator that somebody cannot be reached."""
    words = Words.of(reader)
    head = words.t("{name} cannot be reached in Slack ({reason}).", name=name, reason=reason)
    line = words.t("What was meant for them comes to you. You can name somebody else with /sc people.")
    return message([head, line], [bold(head), plain(line)])


def offer_report(reader: Reader, ts: str) -> Message:
    """What somebody typed to the bot can become a report: nothing is stored before they say so."""
    words = Words.of(reader)
    head = words.t("Shall I record this as a problem? Nothing is recorded yet.")
    row = actions([button(words.t("Report it"), "problem.report_typed", ts, style="primary")])
    return message([head], [plain(head), *row])


def sorry(reader: Reader, why: str, kinds: tuple[str, ...]) -> Message:
    """What was typed was not kept, and why."""
    line = refused(Words.of(reader), Refused(Why(why), details=kinds))
    return message([line], [plain(line)])
