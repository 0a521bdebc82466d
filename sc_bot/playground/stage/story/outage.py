"""Slack takes no messages for a while: what is said waits, and is said once."""

from sc_bot.playground.moods import put_into
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.doing import fills, presses
from sc_bot.playground.stage.story.seeing import happened, said_twice, told, waits
from sc_bot.playground.stage.story.steps import Memory, Said, Step

QUESTION = "Le document part-il aussi quand le rendez-vous est à Val-Sauvage?"


def _asks(stage: Stage, memory: Memory) -> None:
    bastien = stage.person("HSF-MD")
    put_into(stage.slack, "down")
    presses(bastien, memory.references["late"], "problem.ask")
    fills(stage, bastien, {"question": QUESTION})


def _waits(stage: Stage, memory: Memory) -> bool:
    """The question is stored, and its message waits: it did not reach her."""
    asked = happened(stage, memory, memory.references["late"], "asked")
    return stage.slack.mood == "down" and asked and waits(stage, "HSF-S1", "Told")


def _reads_once(stage: Stage, memory: Memory) -> bool:
    """It stands there since Slack is well; nothing waits, and nothing stands twice."""
    fanny = stage.person("HSF-S1")
    reads = told(fanny, memory, memory.references["late"]) > 0
    return stage.slack.mood == "well" and reads and not waits(stage, "HSF-S1", "Told") and not said_twice(fanny)


STEPS = (
    Step(
        name="outage",
        who="HSF-MD",
        beside="HSF-S1",
        presses=("problem.ask",),
        about="late",
        settles=False,
        task=Said(
            "Slack is having a bad day: at the top, let it take no messages. Then, as Bastien, ask Fanny a question "
            "(under ⋯ on her report).",
            "Slack a une mauvaise journée : en haut, faites-lui refuser les messages. Puis, comme Bastien, posez une "
            "question à Fanny (sous ⋯ dans son signalement).",
        ),
        claim=Said(
            "The question is stored and waits. Look underneath: its message is there, with its state.",
            "La question est enregistrée et attend. Regardez en dessous : son message y est, avec son état.",
        ),
        act=_asks,
        holds=_waits,
    ),
    Step(
        name="recovery",
        who="HSF-MD",
        beside="HSF-S1",
        task=Said(
            "Slack recovers: let it behave well again, and wait a few seconds.",
            "Slack se rétablit : laissez-le bien se conduire et attendez quelques secondes.",
        ),
        claim=Said(
            "Fanny reads the question, once. Nothing was lost, nothing was said twice.",
            "Fanny lit la question, une seule fois. Rien n'a été perdu, rien n'a été dit deux fois.",
        ),
        act=lambda stage, _memory: put_into(stage.slack, "well"),
        holds=_reads_once,
    ),
)
