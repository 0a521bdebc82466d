"""A measure of access in words: "delay: 21 → 2 days"."""

from decimal import Decimal
from math import ceil

from sc_bot.domain.access import Access, Hurdle, Moment
from sc_bot.domain.views import StepView
from sc_bot.presentation.words import Words


def hurdle(words: Words, hurdle: Hurdle) -> str:
    """What is measured."""
    return {
        Hurdle.DELAY: words.t("delay"),
        Hurdle.REFUSALS: words.t("refusals"),
        Hurdle.TRAVEL: words.t("travel"),
        Hurdle.WAITING: words.t("waiting"),
    }[hurdle]


def choice(words: Words, hurdle: Hurdle) -> str:
    """The same, with its unit, as something to choose."""
    return {
        Hurdle.DELAY: words.t("Delay, in days"),
        Hurdle.REFUSALS: words.t("Refusals a month"),
        Hurdle.TRAVEL: words.t("Travel, in hours"),
        Hurdle.WAITING: words.t("Waiting, in hours"),
    }[hurdle]


def number(words: Words, amount: Decimal) -> str:
    """21; 2.5; 2,5 in French."""
    tidy = f"{amount.normalize():f}"
    return tidy.replace(".", ",") if words.is_french else tidy


def with_unit(words: Words, hurdle: Hurdle, amount: Decimal) -> str:
    """2 days; 1.5 jour: the plural begins at two in French."""
    count = int(amount) if words.is_french else ceil(amount) + (amount % 1 > 0)
    facts = {"amount": number(words, amount)}
    return {
        Hurdle.DELAY: words.n("{amount} day", "{amount} days", count, **facts),
        Hurdle.REFUSALS: words.n("{amount} a month", "{amount} every month", count, **facts),
        Hurdle.TRAVEL: words.n("{amount} hour", "{amount} hours", count, **facts),
        Hurdle.WAITING: words.n("{amount} hour", "{amount} hours", count, **facts),
    }[hurdle]


def line(words: Words, access: Access | None) -> str:
    """What is known, in a few words; empty where nothing was measured."""
    if access is None:
        return ""
    after = access.after if access.after is not None else access.lived
    first, unit = number(words, access.before), with_unit(words, access.hurdle, access.before)
    told = unit if after is None else f"{first} → {with_unit(words, access.hurdle, after)}"
    what = words.t("{hurdle}: {measured}", hurdle=hurdle(words, access.hurdle), measured=told)
    if access.lived is None or access.lived == after:
        return what
    return words.t("{measured} ({lived} for the author)", measured=what, lived=number(words, access.lived))


def in_history(words: Words, step: StepView) -> str:
    """One measure in the history."""
    moment, of, amount = step.details
    told = words.t(
        "{hurdle}: {measured}",
        hurdle=hurdle(words, Hurdle(of)),
        measured=with_unit(words, Hurdle(of), Decimal(amount)),
    )
    return {
        Moment.BEFORE: words.t("measured access ({measured})", measured=told),
        Moment.AFTER: words.t("measured access at the closing ({measured})", measured=told),
        Moment.LIVED: words.t("measured access since ({measured})", measured=told),
    }[Moment(moment)]
