"""What becomes of work, in words: stop, start, change, share; and the time that is freed."""

from decimal import Decimal

from sc_bot.domain.access import Hurdle
from sc_bot.domain.reorganising import Sort
from sc_bot.domain.views import Choice, StepView
from sc_bot.presentation.access import with_unit
from sc_bot.presentation.words import Words


def sort(words: Words, sort: Sort) -> str:
    """What is done."""
    return {
        Sort.STOP: words.t("Stop something"),
        Sort.START: words.t("Start something"),
        Sort.CHANGE: words.t("Change something"),
        Sort.SHARE: words.t("Share something"),
    }[sort]


def choices(words: Words) -> list[Choice]:
    """The four, to choose one."""
    return [Choice(each.value, sort(words, each)) for each in Sort]


def hours(words: Words, freed: Decimal) -> str:
    """12 hours a week."""
    return words.t("{hours} a week", hours=with_unit(words, Hurdle.TRAVEL, freed))


def in_history(words: Words, step: StepView) -> str:
    """One step: of a promise, or of the closing."""
    of, freed, promise = step.details
    told = [sort(words, Sort(of))] if of else []
    if freed:
        told.append(words.t("time freed: {hours}", hours=hours(words, Decimal(freed))))
    what = ", ".join(told)
    if promise:
        return words.t("said what promise {number} does to the work ({what})", number=promise, what=what)
    return words.t("said what it does to the work ({what})", what=what)
