"""The told story: two reports, from the phone to the director and back. Each step claims something and is checked."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from sc_bot.commands.demo.stage import Stage
from sc_bot.playground.errors import CannotDo
from sc_bot.playground.model import Message, View
from sc_bot.playground.screen import Screen

References = dict[str, str]
Act = Callable[[Stage, References], None]
Check = Callable[[Stage, References], bool]

LATE = "/problem Le résumé de fin de chimio part par la poste de l'hôpital et arrive trois semaines trop tard"
ADDRESSED = "/problem @GTV nobody answers when a discharged client has no family doctor"
NUMBER = "TREM 8052 1514"
REFUSED = f"/problem Client {NUMBER} waited two hours at the clinic"
RETURNED = "We were never told of these discharges; the hospital's list would help."
ANSWER = "Le résumé part maintenant par courriel sécurisé, le jour même."


@dataclass(frozen=True)
class Step:
    """What somebody does, and what has to be true afterwards."""

    title: str
    act: Act
    claim: str
    holds: Check

    def failure(self, stage: Stage, references: References) -> str | None:
        """Why the step did not hold; None when it did."""
        if stage.slack.errors:
            return stage.slack.errors[-1]
        return None if self.holds(stage, references) else "this did not happen"


def told_story() -> list[Step]:
    """The steps, in order."""
    return [*_a_report_is_accepted(), *_another_comes_back(), *_the_first_is_closed()]


def _a_report_is_accepted() -> list[Step]:
    return [
        Step(
            f"Fanny, nurse at Saint-Firmin Hospital, types {LATE}",
            lambda stage, refs: refs.update(late=reported(stage.person("HSF-S1"), LATE)),
            "Bastien, the hospital's managing director, has it; its channel shows a neutral line, without her words.",
            lambda stage, refs: (
                has_card(stage.person("HSF-MD"), refs["late"], "problem.accept")
                and in_channel(stage, "cs-hsf", refs["late"], without="chimio")
            ),
        ),
        Step(
            "Bastien accepts: he leads the search for a solution",
            lambda stage, refs: presses(stage.person("HSF-MD"), refs["late"], "problem.accept"),
            "Fanny is told, and his card no longer offers to accept.",
            lambda stage, refs: (
                news_of(stage.person("HSF-S1"), refs["late"])
                and not has_card(stage.person("HSF-MD"), refs["late"], "problem.accept")
            ),
        ),
    ]


def _another_comes_back() -> list[Step]:
    return [
        Step(
            f"Kathleen, of a community organisation, types {ADDRESSED}",
            lambda stage, refs: refs.update(discharge=reported(stage.person("OMD-S1"), ADDRESSED)),
            "Kerry, the director she addressed, has it, in English.",
            lambda stage, refs: has_card(stage.person("GTV-MD"), refs["discharge"], "problem.return"),
        ),
        Step(
            "Kerry returns it, says why, and proposes the hospital",
            lambda stage, refs: returns(stage, stage.person("GTV-MD"), refs["discharge"], to="HSF"),
            "Bastien has it, in French; Kathleen reads why, and that she is still owed an answer.",
            lambda stage, refs: (
                has_card(stage.person("HSF-MD"), refs["discharge"], "problem.accept")
                and news_of(stage.person("OMD-S1"), refs["discharge"])
            ),
        ),
        Step(
            f"Kathleen types a client's health insurance number: {REFUSED}",
            lambda stage, _refs: refused(stage, stage.person("OMD-S1")),
            "Nothing was kept: a window gives her text back without the number, and nobody else sees it.",
            lambda stage, _refs: NUMBER not in json.dumps([each.text for each in stage.slack.messages]),
        ),
    ]


def _the_first_is_closed() -> list[Step]:
    return [
        Step(
            "Bastien closes the first one as solved",
            lambda stage, refs: closes(stage, stage.person("HSF-MD"), refs["late"]),
            "Fanny reads what changed, and is asked whether it did for her.",
            lambda stage, refs: has_card(stage.person("HSF-S1"), refs["late"], "problem.verified"),
        ),
        Step(
            "Fanny says yes",
            lambda stage, refs: presses(stage.person("HSF-S1"), refs["late"], "problem.verified"),
            "Bastien knows that it changed for those who live it.",
            lambda stage, refs: news_of(stage.person("HSF-MD"), refs["late"]),
        ),
    ]


def reported(person: Screen, line: str) -> str:
    """Report, and read the reference in the answer."""
    answer = person.runs(line).text
    found = re.search(r"[A-Z]+-\d+", answer)
    if found is None:
        raise CannotDo(f"the answer holds no reference: {answer}")
    return found[0]


def refused(stage: Stage, person: Screen) -> None:
    """Report with a number; the window that opens holds the words without it."""
    person.runs(REFUSED)
    window = window_of(stage, person)
    shown = json.dumps(window.blocks)
    if NUMBER in shown or "waited two hours" not in shown:
        raise CannotDo("the window does not hold the text without its number")
    person.closes(window)


def returns(stage: Stage, person: Screen, reference: str, *, to: str) -> None:
    """Return a problem with a reason and a proposal."""
    presses(person, reference, "problem.return")
    person.submits(window_of(stage, person), {"reason": RETURNED, "institution": to})


def closes(stage: Stage, person: Screen, reference: str) -> None:
    """Close a problem as solved."""
    presses(person, reference, "problem.close")
    person.submits(window_of(stage, person), {"closing": "solved", "reason": ANSWER})


def presses(person: Screen, reference: str, action: str) -> None:
    """Press a button of a card, or choose it in the card's menu."""
    card = newest_with(person, reference, action)
    if f'"{action}"' in json.dumps(card.blocks):
        person.presses(card, action)
    else:
        person.chooses(card, "problem.more", f"{action} {reference}")


def window_of(stage: Stage, person: Screen) -> View:
    """The window that is open; the bot opens it just after its answer."""
    stage.slack.wait_for(lambda: person.modal is not None)
    if person.modal is None:
        raise CannotDo(f"no window opened for {person.person.name}")
    return person.modal


def newest_with(person: Screen, reference: str, action: str) -> Message:
    """The newest direct message about a problem that offers an action."""
    for each in reversed(about(person, reference)):
        offered = json.dumps(each.blocks)
        if f'"{action}"' in offered or f'"{action} {reference}"' in offered:
            return each
    raise CannotDo(f"{person.person.name} has no message about {reference} that offers {action}")


def has_card(person: Screen, reference: str, action: str) -> bool:
    """Whether somebody can do this now."""
    try:
        return bool(newest_with(person, reference, action))
    except CannotDo:
        return False


def news_of(person: Screen, reference: str) -> bool:
    """Whether somebody got more than the card."""
    return len(about(person, reference)) > 1


def about(person: Screen, reference: str) -> list[Message]:
    """The bot's direct messages about a problem, oldest first."""
    return [each for each in person.messages if each.channel.startswith("D") and reference in each.text]


def in_channel(stage: Stage, channel: str, reference: str, *, without: str) -> bool:
    """Whether a channel shows a problem, and not these words."""
    place = stage.slack.workspace.named(channel)
    texts = [each.text for each in place.messages] if place else []
    return any(reference in text for text in texts) and not any(without in text for text in texts)
