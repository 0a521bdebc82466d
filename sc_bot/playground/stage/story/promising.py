"""A promise from its making to its keeping: shown before it is kept, late, re-dated openly, kept."""

from datetime import timedelta

from sc_bot.calendar import working_calendar
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.doing import chooses_of_promise, fills, presses_of_promise, window_with
from sc_bot.playground.stage.story.seeing import direct, happened, told
from sc_bot.playground.stage.story.steps import Memory, Said, Step
from sc_bot.playground.stage.travel import travel

WHAT = "Envoyer le résumé par messagerie sécurisée le jour même"
DUE = "d'ici vendredi"
NEW_DUE, WHY = "mercredi", "La personne qui s'en charge revient mardi"
EVIDENCE = "Tous les résumés de la semaine sont partis le jour même"


def _promises(stage: Stage, _memory: Memory) -> None:
    """The window is open since the report was accepted: its date is shown, then it is sent as it was shown."""
    bastien = stage.person("HSF-MD")
    fills(stage, bastien, {"what": WHAT, "due": DUE})
    fills(stage, bastien, {})
    if bastien.modal is not None:
        bastien.closes(bastien.modal)


def _promised(stage: Stage, memory: Memory) -> bool:
    late = memory.references["late"]
    return happened(stage, memory, late, "committed") and told(stage.person("HSF-S1"), memory, late) > 0


def _lets_it_run_late(stage: Stage, _memory: Memory) -> None:
    calendar = working_calendar(stage.community)
    friday = calendar.local_date(stage.clock())
    monday = calendar.next_working_day(friday + timedelta(days=4 - friday.weekday()))
    travel(stage, calendar.at(monday, stage.community.policies.daily_list_at) + timedelta(minutes=5))


def _is_late(stage: Stage, memory: Memory) -> bool:
    """Bastien's list says it to him first; Fanny hears of it; no superior does yet."""
    late = memory.references["late"]
    listed = [each for each in direct(stage.person("HSF-MD")) if "problem.list" in str(each.blocks)]
    warned = any(f"{late}.1" in each.text and float(each.ts) >= memory.since for each in listed)
    return warned and happened(stage, memory, late, "slipped") and told(stage.person("HSF-S1"), memory, late) > 0


def _redates(stage: Stage, memory: Memory) -> None:
    bastien = stage.person("HSF-MD")
    chooses_of_promise(bastien, memory.references["late"], "commitment.redate")
    window_with(stage, bastien, "reason")
    fills(stage, bastien, {"due": NEW_DUE, "reason": WHY})
    fills(stage, bastien, {})
    if bastien.modal is not None:
        bastien.closes(bastien.modal)


def _keeps(stage: Stage, memory: Memory) -> None:
    bastien = stage.person("HSF-MD")
    presses_of_promise(bastien, memory.references["late"], "commitment.done")
    window_with(stage, bastien, "evidence")
    fills(stage, bastien, {"evidence": EVIDENCE})
    if bastien.modal is not None:
        bastien.closes(bastien.modal)


MADE = (
    Step(
        name="promise",
        who="HSF-MD",
        beside="HSF-S1",
        presses=("commitment.make",),
        about="late",
        task=Said(
            f"The window asks for one concrete thing. Promise it in your own words, “{DUE}” for example: the date is "
            "shown before it is kept.",
            f"La fenêtre demande une chose concrète. Engagez-vous dans vos mots, « {DUE} » par exemple : l'échéance "
            "est montrée avant d'être enregistrée.",
        ),
        claim=Said(
            "Fanny hears that something is promised, and for when. The bot remembers.",
            "Fanny apprend qu'un engagement est pris, et pour quand. Le robot s'en souvient.",
        ),
        act=_promises,
        holds=_promised,
    ),
)
KEPT = (
    Step(
        name="late",
        who="HSF-MD",
        beside="HSF-S1",
        task=Said(
            "Let the weekend pass: move the clock to Monday, a few minutes past 8:00.",
            "Laissez passer la fin de semaine : avancez l'horloge à lundi, quelques minutes après 8 h.",
        ),
        claim=Said(
            "Bastien's list says it to him first, with who is told next if nothing comes. Fanny knows, too.",
            "La liste de Bastien le lui dit d'abord, avec qui l'apprendra ensuite. Fanny le sait aussi.",
        ),
        act=_lets_it_run_late,
        holds=_is_late,
    ),
    Step(
        name="redate",
        who="HSF-MD",
        beside="HSF-S1",
        presses=("commitment.redate",),
        about="late",
        task=Said(
            "Give it a new date, openly (under ⋯ in the list), and say why.",
            "Donnez-lui une nouvelle date, au grand jour (sous ⋯ dans la liste), et dites pourquoi.",
        ),
        claim=Said(
            "The first date and the reason stay in the history; it is followed again on the new one.",
            "La première échéance et le motif restent dans l'historique; le suivi reprend à la nouvelle.",
        ),
        act=_redates,
        holds=lambda stage, memory: happened(stage, memory, memory.references["late"], "redated"),
    ),
    Step(
        name="keep",
        who="HSF-MD",
        beside="HSF-S1",
        presses=("commitment.done",),
        about="late",
        task=Said(
            "It is done: say so, with what shows it.",
            "C'est fait : dites-le, avec ce qui le montre.",
        ),
        claim=Said(
            "The promise is kept, and nobody is asked about it any more.",
            "L'engagement est tenu, et plus personne n'est relancé.",
        ),
        act=_keeps,
        holds=lambda stage, memory: happened(stage, memory, memory.references["late"], "kept"),
    ),
)
