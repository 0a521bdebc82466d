"""Why a phrase is refused, why it is in doubt, and what must be said about an accepted date."""

from enum import StrEnum


class Reason(StrEnum):
    """Why no due date can be taken from the words."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    SLACK_CONTROL = "slack_control"
    """A mention, a channel, a link: something that Slack would act upon."""
    FORMULA = "formula"
    """A spreadsheet would act upon it."""
    PERSONAL_IDENTIFIER = "personal_identifier"
    """Looks like a health insurance number; the words are not to be stored or logged."""
    NOT_A_DATE = "not_a_date"
    VAGUE = "vague"
    RECURRING = "recurring"
    LOWER_BOUND = "lower_bound"
    """*À partir de lundi*: when it may begin, not when it is due."""
    NEEDS_CALENDAR = "needs_calendar"
    """Depends on dates that nobody configured: a school break, a financial period, an unknown committee."""
    IMPOSSIBLE = "impossible"
    """No such day or hour: 30 February, 14 h 75."""
    WEEKDAY_MISMATCH = "weekday_mismatch"
    """The day named is not the day of the week named."""
    MISSING_HOUR = "missing_hour"
    """The clocks jump over this hour in spring."""
    PAST = "past"
    TOO_FAR = "too_far"


class Doubt(StrEnum):
    """Why the person must choose, or confirm the only candidate."""

    NEXT_WEEKDAY = "next_weekday"
    """*Vendredi prochain*: this week's or next week's; people are divided about in half."""
    DAY_MONTH_ORDER = "day_month_order"
    TWO_DIGIT_YEAR = "two_digit_year"
    PASSED_LATELY = "passed_lately"
    """The day passed not long ago: is next year's meant?"""
    TODAY_OR_LATER = "today_or_later"
    START_OR_END = "start_or_end"
    """*D'ici la fin de semaine*: by its beginning, or by its end."""
    BEFORE_AN_END = "before_an_end"
    """*Avant la fin du mois*: the last day included or not."""
    BEFORE_A_STRETCH = "before_a_stretch"
    """*Avant lundi matin*: before Monday, before the morning, or before its end."""
    WHICH_QUARTER = "which_quarter"
    """Of the calendar year, or of the fiscal year."""
    MIDNIGHT = "midnight"
    """The one before the day, or the one after it."""
    MORNING_OR_AFTERNOON = "morning_or_afternoon"
    REPEATED_HOUR = "repeated_hour"
    """The clocks show this hour twice in autumn."""
    CLOCK_OR_HOURS = "clock_or_hours"
    """*D'ici 16 h*: at four o'clock, or in sixteen hours."""
    IDIOM = "idiom"
    """*Huit jours* is a week to many, *quinze jours* two."""
    HABIT = "habit"
    """*Le lundi*: the next one, or every one."""
    USAGE = "usage"
    """Said in several ways, such as *l'autre vendredi*."""
    WHICH_COMMITTEE = "which_committee"
    SHIFT = "shift"
    SEVERAL = "several"
    """More than one date was named."""
    APPROXIMATE = "approximate"
    """*Vers le 15*, *peut-être vendredi*."""
    SEVERAL_READINGS = "several_readings"


class Note(StrEnum):
    """What the reader of an accepted date must know beside the date itself."""

    LAST_OF_STRETCH = "last_of_stretch"
    """A week, month or longer was named: its last day (of a week, its Friday) is due."""
    DAY_BEFORE = "day_before"
    """*Before* is strict: the day before the one named is due."""
    NEXT_YEAR = "next_year"
    """No year was given, and this year's has passed."""


class DayOff(StrEnum):
    """Why nobody works on the due day."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
