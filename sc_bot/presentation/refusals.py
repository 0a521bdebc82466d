"""Refusals in words: what happened, what was kept, what to do next; nobody is blamed."""

from sc_bot.domain.refusals import Refused, Why
from sc_bot.presentation import vocabulary
from sc_bot.presentation.words import Words


def refused(words: Words, refusal: Refused) -> str:
    """One sentence or two."""
    first = refusal.details[0] if refusal.details else ""
    match refusal.why:
        case Why.TOO_LONG:
            limit = words.number(int(first))
            return words.t("Nothing was kept: {limit} characters at most. Please shorten it.", limit=limit)
        case Why.IDENTIFYING | Why.MAYBE_IDENTIFYING:
            return _identifying(words, refusal)
        case Why.NOT_FOUND:
            return words.t("You cannot see a problem called {reference}. Your list: /sc list", reference=first)
        case Why.UNKNOWN_DUPLICATE:
            return words.t(
                "This community has no other problem {reference}. Please check the reference, ONC-42 for example.",
                reference=first,
            )
        case Why.ONE_DIRECTOR:
            return words.t(
                "This institution already has a managing director: {name}. To replace them, tick the box below.",
                name=first,
            )
        case Why.ONE_FACILITATOR:
            return words.t(
                "The community already has a facilitator: {name}. To replace them, tick the box below.", name=first
            )
        case _:
            return _plainly(words, refusal.why)


def _identifying(words: Words, refusal: Refused) -> str:
    kinds = vocabulary.identifiers(words, refusal.details)
    if refusal.why is Why.IDENTIFYING:
        return words.t("Nothing was kept: the text seems to hold {kinds}. Please remove it.", kinds=kinds)
    return words.t(
        "Nothing is kept yet: the text may hold {kinds}. Remove it, or say why it identifies nobody.", kinds=kinds
    )


def _plainly(words: Words, why: Why) -> str:
    """Refusals that need no facts."""
    return {
        Why.EMPTY: words.t("Please write something here."),
        Why.NO_COMMUNITY: words.t(
            "Nothing was kept: this workspace has no community yet. The person who installed the bot can import one."
        ),
        Why.NOT_YOURS: words.t(
            "Nothing was changed: this step is for somebody else. “See all” says who has the problem."
        ),
        Why.UNKNOWN_INSTITUTION: words.t("This institution is not in the community. Please choose one in the list."),
        Why.UNKNOWN_CONTINUUM: words.t("This care continuum is not in the community. Please choose one in the list."),
        Why.SAME_INSTITUTION: words.t("This institution has it already. Please choose another."),
        Why.NO_DELEGATE: words.t("Your institution has no delegate in Slack yet. The facilitator can name one."),
        Why.UNKNOWN_PERSON: words.t(
            "This person is not in the community yet. They will be once they have written to the bot."
        ),
        Why.LAST_ONE: words.t("Somebody must keep this role. Give it to another person first."),
        Why.PLACE_KNOWN: words.t(
            "Where you work is known already. If that has changed, the facilitator can correct it."
        ),
        Why.NOT_WRITTEN: words.t(
            "Nothing was removed: these words stand nowhere in this problem. Please copy them from “See all”."
        ),
        Why.OLD_WINDOW: words.t("This window is too old; nothing was changed. Please open it again."),
    }[why]
