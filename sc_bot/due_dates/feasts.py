"""The names of holidays and feasts in both languages, and the day on which each falls in a year.

Dates are computed, not looked up in the calendar: a name is a date whether or not people work on it (R15 tells them).
*Thanksgiving* is the Canadian one, the second Monday of October.
"""

from collections.abc import Callable
from datetime import date

from sc_bot.due_dates.calendar_steps import A_DAY, A_WEEK, coming, easter

InYear = Callable[[int], date]
MONDAY, THURSDAY, SUNDAY = 0, 3, 6


def on(month: int, day: int) -> InYear:
    """The same date each year."""
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> InYear:
    return lambda year: easter(year) + A_DAY * days


def _nth(weekday: int, nth: int, month: int) -> InYear:
    """The nth such weekday of a month."""
    return lambda year: coming(date(year, month, 1) - A_DAY, weekday) + A_WEEK * (nth - 1)


def _patriots(year: int) -> date:
    """The Monday before 25 May."""
    return coming(date(year, 5, 17), MONDAY)


NAMES: dict[str, InYear] = {
    **dict.fromkeys(("noel", "jour de noel", "christmas", "christmas day", "xmas"), on(12, 25)),
    **dict.fromkeys(("christmas eve", "reveillon de noel"), on(12, 24)),
    **dict.fromkeys(("boxing day",), on(12, 26)),
    **dict.fromkeys(("jour de l'an", "nouvel an", "premier de l'an", "new year", "new years", "new year's"), on(1, 1)),
    **dict.fromkeys(("new year's day", "new years day", "new year day"), on(1, 1)),
    **dict.fromkeys(("new year's eve", "new years eve", "saint sylvestre", "st sylvestre"), on(12, 31)),
    **dict.fromkeys(("epiphanie", "epiphany", "fete des rois"), on(1, 6)),
    **dict.fromkeys(("saint valentin", "st valentin", "valentine's day", "valentines day"), on(2, 14)),
    **dict.fromkeys(("saint patrick", "st patrick", "st patrick's day"), on(3, 17)),
    **dict.fromkeys(("mercredi des cendres", "ash wednesday"), _from_easter(-46)),
    **dict.fromkeys(("dimanche des rameaux", "palm sunday"), _from_easter(-7)),
    **dict.fromkeys(("jeudi saint", "holy thursday", "maundy thursday"), _from_easter(-3)),
    **dict.fromkeys(("vendredi saint", "good friday"), _from_easter(-2)),
    **dict.fromkeys(("samedi saint", "holy saturday"), _from_easter(-1)),
    **dict.fromkeys(("paques", "dimanche de paques", "easter", "easter sunday"), _from_easter(0)),
    **dict.fromkeys(("lundi de paques", "easter monday"), _from_easter(1)),
    **dict.fromkeys(("ascension", "jeudi de l'ascension", "ascension day"), _from_easter(39)),
    **dict.fromkeys(("pentecote", "pentecost"), _from_easter(49)),
    **dict.fromkeys(("journee des patriotes", "journee nationale des patriotes", "patriotes"), _patriots),
    **dict.fromkeys(("fete des patriotes", "fete de dollard", "fete de la reine", "victoria day"), _patriots),
    **dict.fromkeys(("national patriots' day", "patriots' day", "patriots day"), _patriots),
    **dict.fromkeys(("fete des meres", "mother's day", "mothers day"), _nth(SUNDAY, 2, 5)),
    **dict.fromkeys(("fete des peres", "father's day", "fathers day"), _nth(SUNDAY, 3, 6)),
    **dict.fromkeys(("saint jean", "st jean", "saint jean baptiste", "st jean baptiste"), on(6, 24)),
    **dict.fromkeys(("fete nationale", "fete nationale du quebec", "fete de la saint jean"), on(6, 24)),
    **dict.fromkeys(("national holiday", "quebec national holiday", "quebec's national holiday"), on(6, 24)),
    **dict.fromkeys(("saint jean baptiste day", "st jean baptiste day"), on(6, 24)),
    **dict.fromkeys(("fete du canada", "canada day"), on(7, 1)),
    **dict.fromkeys(("fete du travail", "labour day", "labor day"), _nth(MONDAY, 1, 9)),
    **dict.fromkeys(("fete des travailleurs", "journee internationale des travailleurs"), on(5, 1)),
    **dict.fromkeys(("national day for truth and reconciliation", "truth and reconciliation day"), on(9, 30)),
    **dict.fromkeys(("journee nationale de la verite et de la reconciliation",), on(9, 30)),
    **dict.fromkeys(("action de grace", "action de graces", "thanksgiving", "thanksgiving day"), _nth(MONDAY, 2, 10)),
    **dict.fromkeys(("jour de l'action de grace", "jour de l'action de graces"), _nth(MONDAY, 2, 10)),
    **dict.fromkeys(("canadian thanksgiving", "thanksgiving monday"), _nth(MONDAY, 2, 10)),
    **dict.fromkeys(("us thanksgiving", "american thanksgiving"), _nth(THURSDAY, 4, 11)),
    **dict.fromkeys(("halloween",), on(10, 31)),
    **dict.fromkeys(("toussaint",), on(11, 1)),
    **dict.fromkeys(("jour du souvenir", "remembrance day"), on(11, 11)),
}
