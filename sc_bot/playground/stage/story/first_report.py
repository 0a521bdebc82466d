"""A report reaches the right director, and its author hears."""

from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.doing import presses, types
from sc_bot.playground.stage.story.seeing import happened, in_channel, offers, reported, told
from sc_bot.playground.stage.story.steps import Memory, Said, Step

TEXT = "Le résumé de fin de chimio part par la poste de l'hôpital et arrive trois semaines trop tard"


def _has_it(stage: Stage, memory: Memory) -> bool:
    found = reported(stage, memory, "late", "HSF-S1")
    reference = memory.references.get("late", "")
    return (
        found
        and offers(stage.person("HSF-MD"), reference, "problem.accept")
        and in_channel(stage, "cs-hsf", reference, without=TEXT)
    )


def _accepted(stage: Stage, memory: Memory) -> bool:
    late = memory.references["late"]
    return happened(stage, memory, late, "accepted") and told(stage.person("HSF-S1"), memory, late) > 0


STEPS = (
    Step(
        name="report",
        who="HSF-S1",
        beside="HSF-MD",
        types=f"/problem {TEXT}",
        task=Said(
            "You are Fanny, nurse in oncology. Between two patients, you type one line to the bot.",
            "Vous êtes Fanny, infirmière pivot en oncologie. Entre deux usagers, vous écrivez une ligne au robot.",
        ),
        claim=Said(
            "Bastien, the hospital's managing director, has it. The hospital's channel shows a neutral line, without "
            "Fanny's words or name.",
            "Bastien, directeur responsable de l'hôpital, l'a reçu. Le canal de l'hôpital montre une ligne neutre, "
            "sans les mots de Fanny ni son nom.",
        ),
        act=lambda stage, _memory: types(stage.person("HSF-S1"), f"/problem {TEXT}"),
        holds=_has_it,
    ),
    Step(
        name="accept",
        who="HSF-MD",
        beside="HSF-S1",
        presses=("problem.accept",),
        about="late",
        task=Said(
            "You are Bastien. Accept: that means leading the search for a solution, not admitting a fault.",
            "Vous êtes Bastien. Prenez en charge : c'est mener la recherche d'une solution, non admettre une faute.",
        ),
        claim=Said(
            "Fanny is told. Bastien's card now offers what comes next.",
            "Fanny l'apprend. La fiche de Bastien propose maintenant la suite.",
        ),
        act=lambda stage, memory: presses(stage.person("HSF-MD"), memory.references["late"], "problem.accept"),
        holds=_accepted,
    ),
)
