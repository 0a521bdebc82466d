"""Absences in words: from when to when, who stands in, what happened meanwhile."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import ButtonElement

from sc_bot.domain.absences import Absence
from sc_bot.domain.answers import CameBack, WentAway
from sc_bot.domain.community import Community, Role
from sc_bot.domain.views import ProblemView
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, bold, button, grey, message, plain
from sc_bot.presentation.lists import line
from sc_bot.presentation.words import Words


def period(words: Words, first_day: date, last_day: date | None) -> str:
    """From when to when, each with its weekday, as the middle of a sentence."""
    first = words.full_day(first_day)
    if last_day is None:
        return words.t("from {first} until further notice", first=first)
    if last_day == first_day:
        return words.t("on {day}", day=first)
    return words.t("from {first} to {last}", first=first, last=words.full_day(last_day))


def went_away(words: Words, answer: WentAway, community: Community) -> Message:
    """The absence is known: the days once more, and who stands in."""
    when = period(words, answer.first_day, answer.last_day)
    person = community.person(answer.person)
    if answer.own:
        head = words.t("You are away {period}.", period=when)
    else:
        head = words.t("{person} is away {period}.", person=_name(words, person.name if person else ""), period=when)
    rest = _who_covers(words, answer, community)
    return message([head, rest], [bold(head), plain(rest)])


def _who_covers(words: Words, answer: WentAway, community: Community) -> str:
    known = [found for each in answer.covers if (found := community.person(each))]
    if not known:
        return words.t("Nobody needs to stand in.")
    names = words.both([each.name for each in known])
    said = words.t("Standing in: {names}. Whoever waits sees it on their card.", names=names)
    person = community.person(answer.person)
    directs = person is not None and Role.MANAGING_DIRECTOR in person.roles
    if directs and all(Role.FACILITATOR in each.roles for each in known):
        return f"{said} {words.t('Nobody accepts for your institution meanwhile: you can still name a delegate.')}"
    return said


def came_back(words: Words, answer: CameBack) -> Message:
    """The absence is over."""
    if not answer.was_away:
        text = words.t("The absence is called off.")
    else:
        over = words.t("Welcome back.") if answer.own else words.t("The absence is over.")
        follows = words.t("What happened meanwhile follows in one list.") if answer.listed else ""
        text = f"{over} {follows}".strip()
    return message([text], [plain(text)])


def covering(words: Words, absent: str, absence: Absence, waiting: int, *, acts: bool = True) -> Message:
    """To who stands in: for whom, from when to when, how many problems."""
    when = period(words, absence.first_day, absence.last_day)
    head = words.t("You stand in for {person} {period}.", person=_name(words, absent), period=when)
    count = words.n("{n} open problem so far.", "{n} open problems so far.", waiting)
    if acts:
        rest = words.t("What is new comes to you too; you can do everything that they can.")
    else:
        rest = words.t("What is new comes to you too, to find who can act: only a delegate accepts for an institution.")
    told = f"{count} {rest}" if waiting else rest
    return message([head, told], [bold(head), plain(told), *actions([_list(words)])])


def while_away(words: Words, absence: Absence, views: Sequence[ProblemView], more: int) -> Message:
    """One list on return: at most ten lines, the rest a number."""
    head = words.t("While you were away, since {day}", day=words.full_day(absence.first_day))
    if not views:
        nothing = words.t("Nothing happened to the problems that you answer for.")
        return message([head, nothing], [bold(head), plain(nothing)])
    lines = [line(words, each) for each in views]
    rest = [words.n("{n} other is left out.", "{n} others are left out.", more)] if more else []
    small = [grey(each) for each in rest]
    return message([head, *lines, *rest], [bold(head), plain("\n".join(lines)), *small, *actions([_list(words)])])


def _list(words: Words) -> ButtonElement:
    return button(words.t("My list"), "problem.list", "list")


def _name(words: Words, name: str) -> str:
    return name or words.t("Somebody")
