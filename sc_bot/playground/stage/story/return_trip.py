"""A report comes back with a reason; another is refused before anything is kept."""

import json

from sc_bot.playground.errors import CannotDo
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.doing import fills, presses, types, window_of
from sc_bot.playground.stage.story.seeing import happened, offers, reported, told, typed
from sc_bot.playground.stage.story.steps import Memory, Said, Step

ADDRESSED = "@GTV nobody answers when a discharged client has no family doctor"
RETURNED = "We were never told of these discharges; the hospital's list would help."
NUMBER = "TREM 8052 1514"
REFUSED = f"Client {NUMBER} waited two hours at the clinic"


def _reached_kerry(stage: Stage, memory: Memory) -> bool:
    found = reported(stage, memory, "discharge", "OMD-S1")
    return found and offers(stage.person("GTV-MD"), memory.references["discharge"], "problem.return")


def _returns(stage: Stage, memory: Memory) -> None:
    kerry = stage.person("GTV-MD")
    presses(kerry, memory.references["discharge"], "problem.return")
    fills(stage, kerry, {"reason": RETURNED, "institution": "HSF"})


def _went_on(stage: Stage, memory: Memory) -> bool:
    discharge = memory.references["discharge"]
    return (
        happened(stage, memory, discharge, "returned")
        and offers(stage.person("HSF-MD"), discharge, "problem.accept")
        and told(stage.person("OMD-S1"), memory, discharge) > 0
    )


def _is_refused(stage: Stage, _memory: Memory) -> None:
    """The window that opens holds the words without the number; she looks at it, and closes it."""
    kathleen = stage.person("OMD-S1")
    types(kathleen, f"/problem {REFUSED}")
    window = window_of(stage, kathleen)
    shown = json.dumps(window.blocks)
    if NUMBER in shown or "waited two hours" not in shown:
        raise CannotDo("the window does not hold the text without its number")
    kathleen.closes(window)


def _was_not_kept(stage: Stage, memory: Memory) -> bool:
    return typed(stage, memory, "OMD-S1", NUMBER) and NUMBER not in json.dumps(
        [[each.text, each.blocks] for each in stage.slack.messages]
    )


STEPS = (
    Step(
        name="address",
        who="OMD-S1",
        beside="GTV-MD",
        types=f"/problem {ADDRESSED}",
        task=Said(
            "You are Kathleen, of a community organisation. You name the clinic that you mean: @GTV.",
            "Vous êtes Kathleen, d'un organisme communautaire. Vous nommez la clinique visée : @GTV.",
        ),
        claim=Said(
            "Kerry, the clinic's managing director, has it, in English. Kathleen's name is not shown.",
            "Kerry, qui dirige la clinique, l'a reçu, en anglais. Le nom de Kathleen n'est pas montré.",
        ),
        act=lambda stage, _memory: types(stage.person("OMD-S1"), f"/problem {ADDRESSED}"),
        holds=_reached_kerry,
    ),
    Step(
        name="return",
        who="GTV-MD",
        beside="OMD-S1",
        presses=("problem.return",),
        about="discharge",
        task=Said(
            "You are Kerry. Return it, say why, and propose Saint-Firmin Hospital. No one is blamed, nothing is lost.",
            "Vous êtes Kerry. Retournez-le, dites pourquoi et proposez l'Hôpital Saint-Firmin-des-Monts. "
            "Aucun reproche, et rien ne se perd.",
        ),
        claim=Said(
            "Bastien has it, in French. Kathleen reads why, and that she is still owed an answer.",
            "Bastien l'a reçu, en français. Kathleen lit pourquoi, et qu'une réponse lui est encore due.",
        ),
        act=_returns,
        holds=_went_on,
    ),
    Step(
        name="refuse",
        who="OMD-S1",
        beside="HSF-MD",
        types=f"/problem {REFUSED}",
        task=Said(
            "You are Kathleen again. This time you type a client's health insurance number.",
            "Vous êtes encore Kathleen. Cette fois, vous écrivez le numéro d'assurance maladie d'un usager.",
        ),
        claim=Said(
            "Nothing was kept. A window gives the text back without the number, and nobody else sees it.",
            "Rien n'a été conservé. Une fenêtre rend le texte sans le numéro, et personne d'autre ne le voit.",
        ),
        act=_is_refused,
        holds=_was_not_kept,
    ),
)
