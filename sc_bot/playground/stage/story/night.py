"""A report by night waits for the director's morning; the answer to its author does not."""

from datetime import datetime, timedelta

from sc_bot.calendar import working_calendar
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.doing import types
from sc_bot.playground.stage.story.seeing import offers, reported
from sc_bot.playground.stage.story.steps import Memory, Said, Step
from sc_bot.playground.stage.travel import moment_of, travel

TEXT = (
    "@CVE une demande d'hébergement ne bouge pas : l'hôpital attend l'évaluation du CLSC, le CLSC attend une place au "
    "CHSLD, le CHSLD attend la demande de l'hôpital"
)
LEAD = "CVE-MD"
HOUR = 3  # of the night
MINUTE = 12


def _in_the_night(stage: Stage) -> datetime:
    """12 minutes past three, in the night that comes."""
    local = stage.clock().astimezone(working_calendar(stage.community).timezone)
    tonight = local.replace(hour=HOUR, minute=MINUTE, second=0, microsecond=0, fold=0)
    return tonight if tonight > local else tonight + timedelta(days=1)


def _by_night(stage: Stage, _memory: Memory) -> None:
    travel(stage, _in_the_night(stage))
    types(stage.person("HSF-S4"), f"/problem {TEXT}")


def _waits_for_the_morning(stage: Stage, memory: Memory) -> bool:
    """Étienne has his card, and the director does not have hers."""
    found = reported(stage, memory, "night", "HSF-S4")
    return found and not _reads_in_the_morning(stage, memory)


def _reads_in_the_morning(stage: Stage, memory: Memory) -> bool:
    return offers(stage.person(LEAD), memory.references["night"], "problem.accept")


STEPS = (
    Step(
        name="night",
        who="HSF-S4",
        beside=LEAD,
        types=f"/problem {TEXT}",
        task=Said(
            "Move the clock to tonight, 3:12 a.m. You are Étienne, liaison nurse, and you report.",
            "Avancez l'horloge à cette nuit, 3 h 12. Vous êtes Étienne, infirmier de liaison, et vous signalez.",
        ),
        claim=Said(
            "Étienne is answered at once. No director is woken: it is in the morning list.",
            "Étienne reçoit sa réponse aussitôt. Personne n'est réveillé : ce sera dans la liste du matin.",
        ),
        act=_by_night,
        holds=_waits_for_the_morning,
    ),
    Step(
        name="morning",
        who="HSF-MD",
        beside="HSF-S4",
        task=Said(
            "Move the clock to 8:00 on the next working morning.",
            "Avancez l'horloge à 8 h, au prochain matin ouvrable.",
        ),
        claim=Said(
            "Now the director reads it. “While you travelled” lists who got what, and takes you there.",
            "Maintenant, la direction le lit. « Pendant votre voyage » dit qui a reçu quoi, et vous y mène.",
        ),
        act=lambda stage, _memory: travel(stage, moment_of(stage, _morning(stage))),
        holds=_reads_in_the_morning,
    ),
)


def _morning(stage: Stage) -> str:
    """The morning list's hour, on the day that has begun or the next working one."""
    calendar = working_calendar(stage.community)
    return calendar.next_morning_list(stage.clock(), stage.community.policies.daily_list_at).isoformat()
