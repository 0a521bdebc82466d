"""What goes by e-mail to somebody who cannot be reached in Slack: plain text, in their language, with a way to answer.

An e-mail is no confidential place: of what is confidential or restricted it holds the reference and the state.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from sc_bot.domain.community import Localised, Person
from sc_bot.domain.views import ProblemView
from sc_bot.ports import Message
from sc_bot.presentation.card_lines import standing, who_has_it
from sc_bot.presentation.words import Words


@dataclass(frozen=True, slots=True)
class Answering:
    """How a letter is answered: where the conversation with the bot is, who takes an answer outside Slack, for whom.

    `stands_in` acts in Slack for a reader who has no account there.
    """

    link: str
    facilitator: Person | None
    community: Localised
    stands_in: Person | None = None


def lines_of(message: Message) -> list[str]:
    """What a screen reader reads of a message, line by line, without Slack's escapes."""
    return html.unescape(message.text).splitlines()


def reference_and_state(words: Words, view: ProblemView) -> str:
    """All that an e-mail holds of a problem that is confidential or restricted."""
    return words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))


def in_hand(words: Words, view: ProblemView) -> list[str]:
    """Who has it, and by when an answer is expected: for a director in whose place somebody else acts."""
    return [line for line in (who_has_it(words, view),) if line]


def kept_back(words: Words) -> str:
    """Why the rest is not there."""
    return words.t("An e-mail is no confidential place: the rest stays in Slack.")


def discreet(words: Words) -> str:
    """Why some lines of a list say less than in Slack."""
    return words.t("An e-mail is no confidential place: words about what is confidential or restricted stay in Slack.")


def news(words: Words) -> str:
    """The first line where not even a subject may stand."""
    return words.t("There is news for you from the community.")


def letter(words: Words, lines: Sequence[str], answering: Answering) -> tuple[str, str]:
    """The subject and the body."""
    body = [*lines, "", words.t("To read it whole and to answer, in Slack: {link}", link=answering.link)]
    if answering.stands_in is not None:
        body.append(words.t("In Slack, {who} acts for you.", who=_reached_at(answering.stands_in)))
    body += [_without_slack(words, answering.facilitator), "", "--", _why(words, answering.community)]
    return lines[0], "\n".join(body) + "\n"


def _without_slack(words: Words, facilitator: Person | None) -> str:
    colleague = words.t("A colleague of your institution can also report on your behalf.")
    if facilitator is None:
        return colleague
    return f"{words.t('Without Slack: {who} takes your answer.', who=_reached_at(facilitator))} {colleague}"


def _reached_at(person: Person) -> str:
    return f"{person.name}, {person.email}" if person.email else person.name


def _why(words: Words, community: Localised) -> str:
    return words.t(
        "{community}: sc_bot writes to you because Slack does not reach you. Nobody reads what is sent to this address.",
        community=words.name(community),
    )
