"""The charter in words: the text that comes with the bot, who signed, and what was said when somebody signs."""

from collections.abc import Sequence

from sc_bot.domain.charter_views import CharterView, PartnerView
from sc_bot.domain.common_answers import CharterAdapted, CharterSigned
from sc_bot.domain.community import Role
from sc_bot.domain.words import plain as in_order
from sc_bot.ports import Message
from sc_bot.presentation.blocks import message, plain
from sc_bot.presentation.words import Words


def text_of(words: Words, view: CharterView) -> str:
    """The text in the reader's language; it is never translated by a machine."""
    own = view.fr if words.is_french else view.en
    return own or usual(words)


def usual(words: Words) -> str:
    """The text that comes with the bot."""
    return "\n\n".join(
        [
            words.t(
                "We are convinced that we must work together: what our clients live through happens between our institutions as much as inside them. We make the organisation of work between us a strategic priority."
            ),
            words.t(
                "Each institution names a managing director who answers within the agreed time, and somebody who stands in. It returns a problem only with its reason, and never without an answer."
            ),
            words.t(
                "Each general manager takes part in the steering committee, decides what only they can decide, and gives the people who change things the time to do it."
            ),
            words.t(
                "Those who do the work say what hinders it, without fear. We look for what can be changed, not for whose fault it is. Nobody's name is shown without their consent."
            ),
            words.t(
                "What we promise has a person and a date, and we say openly when it changes. What we change together, we change on the same day. What we learn, we pass on."
            ),
        ]
    )


def head_of(words: Words, view: CharterView) -> str:
    """Whose charter, which version, how many have signed: a number, and no ranking."""
    done = sum(not each.missing for each in view.partners)
    return words.t(
        "{community}, version {number}. Signed by {done} of {n} institutions.",
        community=words.name(view.name),
        number=view.number,
        done=words.number(done),
        n=words.number(len(view.partners)),
    )


def partner_lines(words: Words, view: CharterView) -> list[str]:
    """One line an institution, in alphabetical order."""
    named = sorted(((words.name(each.name), each) for each in view.partners), key=lambda each: in_order(each[0]))
    return [_partner(words, name, each) for name, each in named]


def _partner(words: Words, name: str, partner: PartnerView) -> str:
    signed = [
        words.t("{role}: {person}, {day}", role=role_of(words, each.role), person=each.person, day=each.day.isoformat())
        for each in partner.signed
    ]
    waits = [words.t("not signed yet: {roles}", roles=missing(words, partner.missing))] if partner.missing else []
    return words.t("{institution}: {what}", institution=name, what="; ".join([*signed, *waits]))


def missing(words: Words, roles: Sequence[Role]) -> str:
    """Who has not signed yet, as offices: no names."""
    return words.both([role_of(words, each) for each in roles])


def role_of(words: Words, role: Role) -> str:
    """The two offices that sign."""
    return words.t("general manager") if role is Role.GENERAL_MANAGER else words.t("managing director")


def was_signed(words: Words, answer: CharterSigned) -> Message:
    """Thanks, and whether somebody else still has to sign for the institution."""
    first = words.t("You signed version {number} of the charter. Thank you.", number=answer.charter)
    rest = words.t("Your institution has signed once both its general manager and its managing director have.")
    line = f"{first} {rest}" if answer.waits else first
    return message([line], [plain(line)])


def was_adapted(words: Words, answer: CharterAdapted) -> Message:
    """What follows from a new version."""
    line = words.t(
        "Version {number} of the charter holds from now on. Each institution is asked to sign it, on the Home of those who sign; earlier versions and their signatures are kept.",
        number=answer.charter,
    )
    return message([line], [plain(line)])
