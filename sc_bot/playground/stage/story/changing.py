"""Three institutions change one thing on one day; then those who live it say whether it changed."""

import json

from sc_bot.playground.model import Message
from sc_bot.playground.screen import Screen
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.circle import CARE_HOME, CLSC, HOSPITAL, SEE_IT_TOO, THREE
from sc_bot.playground.stage.story.doing import (
    chooses_of_promise,
    fills,
    presses_there,
    puts_away,
    types,
    window_with,
)
from sc_bot.playground.stage.story.mornings import until
from sc_bot.playground.stage.story.seeing import about, became, direct, happened, times, told
from sc_bot.playground.stage.story.steps import Memory, Said, Step

AUTHOR = "HSF-S4"
CAREGIVERS = (AUTHOR, *SEE_IT_TOO)
WHAT = "La demande, l'évaluation et la place se préparent en même temps, le jour où la personne est prête"
BACK = "On revient au dossier papier, l'un après l'autre, et on se reparle le lendemain"
DUE = "le jeudi de la semaine prochaine"
PARTS = {
    CLSC: "Évaluer dès que l'hôpital appelle, sans attendre la place",
    CARE_HOME: "Garder une place par semaine pour ces demandes",
    HOSPITAL: "Appeler le CLSC et le CHSLD le même jour",
}
REPLACED = "Le changement conjoint le remplace"


def _proposes(stage: Stage, memory: Memory) -> None:
    lead = stage.person(CLSC)
    types(lead, f"/sc conjoint {memory.references['night']}")
    window_with(stage, lead, "back")
    institutions = [who.partition("-")[0] for who in THREE]
    fills(stage, lead, {"what": WHAT, "institutions": institutions, "due": DUE, "rule": "all", "back": BACK})
    fills(stage, lead, {})
    puts_away(lead)


def _get_ready(stage: Stage, memory: Memory) -> None:
    """Each takes its part; what each promised before, and what waited, falls away; then each says ready."""
    reference = memory.references["night"]
    for number, who in enumerate(THREE, start=1):
        person = stage.person(who)
        presses_there(person, _card(person, reference, "joint.take"), "joint.take")
        window_with(stage, person, "what")
        fills(stage, person, {"what": PARTS[who]})
        puts_away(person)
        _gives_up(stage, person, reference, number)
        stage.settle()
    for who in THREE:
        person = stage.person(who)
        presses_there(person, _card(person, reference, "joint.ready"), "joint.ready")
        stage.settle()


def _gives_up(stage: Stage, person: Screen, reference: str, number: int) -> None:
    types(person, "/sc engagements")
    chooses_of_promise(person, reference, "commitment.cancel", number)
    window_with(stage, person, "reason")
    fills(stage, person, {"reason": REPLACED})
    puts_away(person)


def _card(person: Screen, reference: str, action: str) -> Message:
    """The newest card of the change that offers this."""
    offered = (each for each in reversed(about(person, reference)) if _offers(each, action))
    return next(offered)


def _offers(message: Message, action: str) -> bool:
    said = json.dumps(message.blocks)
    return f'"{action}"' in said or f'"{action} ' in said


def _all_ready(stage: Stage, memory: Memory) -> bool:
    """Each said so, and nothing of the circle is promised any more."""
    reference = memory.references["night"]
    said, fell = times(stage, memory, reference, "joint_ready"), times(stage, memory, reference, "cancelled")
    return said >= len(THREE) and fell >= len(THREE)


def _went(stage: Stage, memory: Memory) -> bool:
    """It is in effect, and everybody who reported it reads so."""
    reference = memory.references["night"]
    everybody = all(told(stage.person(who), memory, reference) > 0 for who in CAREGIVERS)
    return happened(stage, memory, reference, "joint_went") and everybody


def _caregivers_say(stage: Stage, _memory: Memory) -> None:
    until(stage, lambda: all(_asked(stage.person(who)) for who in CAREGIVERS))
    for who in CAREGIVERS:
        person = stage.person(who)
        question = _asked(person)
        if question is not None:
            presses_there(person, question, "joint.yes")
        stage.settle()


def _asked(person: Screen) -> Message | None:
    """The question whether it changed where they work."""
    return next((each for each in reversed(direct(person)) if _offers(each, "joint.yes")), None)


STEPS = (
    Step(
        name="together",
        who=CLSC,
        beside=HOSPITAL,
        task=Said(
            "You are Ginette. Propose one change to the three institutions (/sc joint and the reference): what "
            "changes, from next week's Thursday on, and how one goes back.",
            "Vous êtes Ginette. Proposez un seul changement aux trois établissements (/sc conjoint et la référence) : "
            "ce qui change, à partir de jeudi de la semaine prochaine, et comment on revient en arrière.",
        ),
        claim=Said(
            "Each of the three has the same card, with one date for all. It goes if all are ready, or not at all.",
            "Les trois ont la même fiche, avec une seule date. Le changement se fait si tous sont prêts, sinon pas.",
        ),
        act=_proposes,
        holds=lambda stage, memory: happened(stage, memory, memory.references["night"], "joint_begun"),
    ),
    Step(
        name="ready",
        who=HOSPITAL,
        beside=CARE_HOME,
        task=Said(
            "Bastien, Patrice and Ginette each take their part, give up the promise that only waited, and say ready. "
            "Be all three, or let the tour do it.",
            "Bastien, Patrice et Ginette prennent chacun leur part, renoncent à l'engagement qui ne faisait "
            "qu'attendre, et se disent prêts. Soyez les trois, ou laissez faire la visite.",
        ),
        claim=Said(
            "Three are ready, and one date is in force. If one slips, all hear of it at once.",
            "Les trois sont prêts, et une date est en vigueur. Si l'un la reporte, tous l'apprennent en même temps.",
        ),
        act=_get_ready,
        holds=_all_ready,
    ),
    Step(
        name="the_day",
        who=AUTHOR,
        beside=SEE_IT_TOO[0],
        task=Said(
            "You are Étienne. Let the day come: move the clock to that Thursday, a few minutes past 8:00.",
            "Vous êtes Étienne. Laissez venir le jour : avancez l'horloge à ce jeudi, quelques minutes après 8 h.",
        ),
        claim=Said(
            "It goes at the three institutions at once. Those who live it read what changes, in the same words.",
            "Le changement se fait aux trois endroits à la fois. Celles et ceux qui le vivent lisent ce qui change, "
            "dans les mêmes mots.",
        ),
        act=lambda stage, memory: until(stage, lambda: _went(stage, memory)),
        holds=_went,
    ),
    Step(
        name="lived",
        who=AUTHOR,
        beside=SEE_IT_TOO[1],
        presses=("joint.yes",),
        about="night",
        task=Said(
            "Ten working days later, the bot asks those who live it. Let them pass, then answer as Étienne, Rosalie "
            "and Josiane: did it change where you work?",
            "Dix jours ouvrables plus tard, le robot demande à celles et ceux qui le vivent. Laissez-les passer, puis "
            "répondez comme Étienne, Rosalie et Josiane : est-ce que cela a changé chez vous?",
        ),
        claim=Said(
            "Verified at the hospital, at the CLSC and at the care home: the problem is closed.",
            "Confirmé à l'hôpital, au CLSC et au CHSLD : le problème est clos.",
        ),
        act=_caregivers_say,
        holds=lambda stage, memory: became(stage, memory, memory.references["night"], "closed"),
    ),
)
