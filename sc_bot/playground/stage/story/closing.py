"""The first report is closed, and its author says whether it changed."""

from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.doing import fills, presses
from sc_bot.playground.stage.story.seeing import happened, told
from sc_bot.playground.stage.story.steps import Memory, Said, Step

ANSWER = "Le résumé part maintenant par courriel sécurisé, le jour même."


def _closes(stage: Stage, memory: Memory) -> None:
    bastien = stage.person("HSF-MD")
    presses(bastien, memory.references["late"], "problem.close")
    fills(stage, bastien, {"closing": "solved", "reason": ANSWER})


STEPS = (
    Step(
        name="close",
        who="HSF-MD",
        beside="HSF-S1",
        presses=("problem.close",),
        about="late",
        task=Said(
            "You are Bastien. Close Fanny's report as solved (under ⋯), and say what changed.",
            "Vous êtes Bastien. Fermez le signalement de Fanny comme réglé (sous ⋯) et dites ce qui a changé.",
        ),
        claim=Said(
            "Fanny reads that it is closed, and is asked whether it changed for her.",
            "Fanny lit que c'est clos, et on lui demande si cela a changé pour elle.",
        ),
        act=_closes,
        holds=lambda stage, memory: (
            happened(stage, memory, memory.references["late"], "closed")
            and told(stage.person("HSF-S1"), memory, memory.references["late"]) > 0
        ),
    ),
    Step(
        name="verify",
        who="HSF-S1",
        beside="HSF-MD",
        presses=("problem.verified", "problem.not_fixed"),
        about="late",
        task=Said(
            "You are Fanny. Did it change for you? Yes, in part, or no.",
            "Vous êtes Fanny. Est-ce que cela a changé pour vous? Oui, en partie ou non.",
        ),
        claim=Said(
            "Bastien knows whether it changed for those who live it. The circle is closed.",
            "Bastien sait si cela a changé pour celles et ceux qui le vivent. La boucle est bouclée.",
        ),
        act=lambda stage, memory: presses(stage.person("HSF-S1"), memory.references["late"], "problem.verified"),
        holds=lambda stage, memory: (
            happened(stage, memory, memory.references["late"], "verified", "reopened")
            and told(stage.person("HSF-MD"), memory, memory.references["late"]) > 0
        ),
    ),
)
