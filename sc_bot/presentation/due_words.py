"""Due dates as they are said: short on a card, whole before they are saved; and why one cannot be read."""

from zoneinfo import ZoneInfo

from babel.dates import get_timezone_gmt, get_timezone_name

from sc_bot.domain.due import Due
from sc_bot.domain.working_time import SATURDAY, SUNDAY
from sc_bot.due_dates import DayOff, Doubt, Reason, Refused, Understood
from sc_bot.presentation.words import Words


def short(words: Words, due: Due, zone: str = "") -> str:
    """Friday, December 4; with its hour if it has one.

    An hour is one of the promiser's clock, the same for everybody who reads it; where the reader's clock shows another
    one, it is said whose it is: by the name of the promiser's `zone`, else by its distance from UTC.
    """
    if due.at is None:
        return words.day(due.day)
    facts = {"day": words.day(due.day), "hour": words.local_hour(due.at)}
    if words.shares_clock(due.at):
        return words.t("{day}, {hour}", **facts)
    locale = f"{words.language.value}_CA"
    there = get_timezone_name(ZoneInfo(zone), locale=locale) if zone else get_timezone_gmt(due.at, locale=locale)
    return words.t("{day}, {hour} ({zone})", zone=there, **facts)


def whole(words: Words, due: Due, zone: str) -> str:
    """With its year and its time zone: what is shown before anything is saved."""
    there = get_timezone_name(ZoneInfo(zone), locale=f"{words.language.value}_CA")
    if due.at is None:
        return words.t("{day}, by the end of the day ({zone})", day=words.full_day(due.day), zone=there)
    return words.t("{day}, {hour} ({zone})", day=words.full_day(due.day), hour=words.local_hour(due.at), zone=there)


def day_off(words: Words, answer: Understood) -> str:
    """A warning about a day on which nobody works; empty for a working day."""
    if answer.day_off is None:
        return ""
    if answer.day_off is DayOff.WEEKEND:
        is_weekend = answer.due.day.weekday() in {SATURDAY, SUNDAY}
        return (
            words.t("This is a weekend day.") if is_weekend else words.t("Nobody works here on this day of the week.")
        )
    return words.t("This is a holiday.")


def button_label(words: Words, due: Due) -> str:
    """A date as a button: short enough for a telephone."""
    return words.short_day(due.day) if due.at is None else f"{words.short_day(due.day)}, {words.local_hour(due.at)}"


def doubt(words: Words, why: Doubt) -> str:
    """Why somebody is asked which date they mean."""
    return {
        Doubt.NEXT_WEEKDAY: words.t("“Next” is read in two ways."),
        Doubt.DAY_MONTH_ORDER: words.t("Day and month can be read either way."),
        Doubt.TWO_DIGIT_YEAR: words.t("Two figures may be a year or a day."),
        Doubt.PASSED_LATELY: words.t("This day passed not long ago."),
        Doubt.WHICH_QUARTER: words.t("Quarters of the calendar year, or of the fiscal year?"),
        Doubt.REPEATED_HOUR: words.t("The clocks show this hour twice that night."),
        Doubt.SEVERAL: words.t("More than one date is named."),
    }.get(why, words.t("This can be read in more than one way."))


def refusal(words: Words, answer: Refused) -> str:
    """Why no date can be read, and words that can."""
    why = {
        Reason.EMPTY: words.t("When is it due?"),
        Reason.PAST: words.t("This date is over."),
        Reason.TOO_FAR: words.t("This is more than two years away."),
        Reason.IMPOSSIBLE: words.t("This day or hour does not exist."),
        Reason.WEEKDAY_MISMATCH: words.t("The day of the week and the date do not agree."),
        Reason.MISSING_HOUR: words.t("The clocks jump over this hour that night."),
        Reason.RECURRING: words.t("A promise has one date; this comes again and again."),
        Reason.LOWER_BOUND: words.t("This says when it begins, not when it is due."),
        Reason.VAGUE: words.t("This is not a date yet."),
        Reason.NEEDS_CALENDAR: words.t("This depends on a calendar that the bot does not have."),
    }.get(answer.reason, words.t("No date can be read in this."))
    example = words.quoted(answer.example)
    return words.t("{why} For example: {example}. Or choose a day below.", why=why, example=example)
