"""What is said of people who are not reached in Slack, and what they read by e-mail."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from sc_bot.domain.community import Language, Localised, Person, Role
from sc_bot.domain.notices import Unplaced
from sc_bot.domain.unreached import SHARED, Kind, Mail
from sc_bot.ports import Message
from sc_bot.presentation import mails
from sc_bot.presentation.unreached import unreached
from sc_bot.presentation.vocabulary import neutral_title
from tests.presentation.samples import WHO, view, words

COMMUNITY = Localised("Communauté du Val (fictive)", "Val Community (fictional)")
LINK = "https://app.slack.com/client/T1"
FACILITATOR = Person("FAC-1", WHO, (Role.FACILITATOR,), Language.FR, email="fac@exemple.test")


def unreached_messages(language: str) -> Iterator[tuple[str, Message]]:
    """What the facilitator reads: of which account, which messages, and whether e-mail helps."""
    reader = view(language).reader
    for reason in ("", "user_disabled", "user_not_found", "cannot_dm_bot"):
        yield f"unplaced, {reason}", unreached(reader, WHO, Unplaced(WHO, reason, 1))
    for mail, kind in product(Mail, Kind):
        yield f"unplaced, {mail}, {kind}", unreached(reader, WHO, Unplaced(WHO, "user_disabled", 1, mail, kind))
    yield "unplaced, a channel", unreached(reader, "#cs-hsf", Unplaced("#cs-hsf", "is_archived", 1))
    yield "unplaced, a shared channel", unreached(reader, "#cs-hsf", Unplaced("#cs-hsf", SHARED, 1))
    for name, lines in _letters(language).items():
        subject, body = mails.letter(words(language), lines, mails.Answering(LINK, FACILITATOR, COMMUNITY))
        yield f"letter, {name}", Message(f"{subject}\n{body}")
    alone = mails.Answering(LINK, None, COMMUNITY)
    yield "letter, nobody facilitates", Message(mails.letter(words(language), ["x"], alone)[1])
    stands_in = mails.Answering(LINK, FACILITATOR, COMMUNITY, FACILITATOR)
    yield "letter, somebody acts", Message(mails.letter(words(language), ["x"], stands_in)[1])


def _letters(language: str) -> dict[str, list[str]]:
    to = words(language)
    return {
        "confidential": [mails.reference_and_state(to, view(language)), mails.kept_back(to)],
        "to a director": [
            mails.reference_and_state(to, view(language)),
            *mails.in_hand(to, view(language)),
            mails.kept_back(to),
        ],
        "without a subject": [mails.news(to), mails.kept_back(to)],
        "a list": [neutral_title(to, replace(view(language), unnamed=True)), mails.discreet(to)],
    }
