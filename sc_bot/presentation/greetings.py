"""Messages that are not about one step: the first words, where one works, what could not be delivered."""

from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.views import Reader
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, bold, button, message, plain
from sc_bot.presentation.refusals import refused
from sc_bot.presentation.words import Words


def welcome(reader: Reader) -> Message:
    """What the bot is, and what it is not (domain, section 2: side exits)."""
    words = Words.of(reader)
    return _telling(words.t("You reported your first problem here. Thank you."), words)


def about(words: Words) -> Message:
    """The same, for whoever asks."""
    return _telling(words.t("What you write here, and who sees it"), words)


def _telling(head: str, words: Words) -> Message:
    lines = [
        words.t(
            "What you report goes to the person who can change how institutions work together, and you get an answer."
        ),
        words.t(
            "It is confidential, not anonymous: the facilitator can see who wrote; others cannot, unless you show your name."
        ),
        words.t(
            "Not the place for an emergency, an incident or accident declaration, a complaint or a disclosure of wrongdoing: use your usual channels."
        ),
        words.t("Please write nothing that identifies a patient."),
    ]
    return message([head, *lines], [bold(head), plain("\n".join(lines))])


def ask_home(reader: Reader, community: str) -> Message:
    """Asks a newcomer where they work; asked once."""
    words = Words.of(reader)
    head = words.t("One question, asked only once: where do you work?")
    line = words.t("Your report is recorded already. With your institution, the next ones find their way faster.")
    row = actions([button(words.t("Say where I work"), "people.place", community, style="primary")])
    return message([head, line], [bold(head), plain(line), *row])


def relieved(reader: Reader) -> Message:
    """A promise is with somebody else; which one is not theirs to know any more."""
    words = Words.of(reader)
    head = words.t("A promise of yours is with somebody else now. Nothing more is asked of you for it.")
    line = words.t("What you still owe: /sc todo")
    return message([head, line], [plain(head), plain(line)])


def offer_report(reader: Reader, ts: str) -> Message:
    """What somebody typed to the bot can become a report: nothing is stored before they say so."""
    words = Words.of(reader)
    head = words.t("Nothing is recorded yet. Should this become a report?")
    row = actions([button(words.t("Report it"), "problem.report_typed", ts, style="primary")])
    return message([head], [plain(head), *row])


def sorry(reader: Reader, why: str, kinds: tuple[str, ...], *, mend: tuple[str, str] = ("", "")) -> Message:
    """What was typed was not kept, and why; `mend` is the button, and its value, that opens a window to write it again."""
    words, (action, value) = Words.of(reader), mend
    line = refused(words, Refused(Why(why), details=kinds))
    row = actions([button(words.t("Write it again"), action, value, style="primary")]) if action else []
    return message([line], [plain(line), *row])
