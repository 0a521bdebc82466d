"""The deadlock stands on the support committee's agenda by itself, and ends by a decision."""

from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.circle import CLSC
from sc_bot.playground.stage.story.doing import fills, presses_there, puts_away, shows, types, window_with
from sc_bot.playground.stage.story.mornings import to_the_meeting, until
from sc_bot.playground.stage.story.seeing import answered, happened
from sc_bot.playground.stage.story.steps import Memory, Said, Step

COMMITTEE, FACILITATOR = "SC-4", "ADV-1"
PLAN = "Le CLSC mène. Les trois changent le même jour : plus personne n'attend le papier de l'autre"
ON_AGENDA = "impasse"


def _asks_for_the_agenda(stage: Stage, memory: Memory) -> None:
    """It is made two working days before; until then it is asked for each morning."""

    def is_there() -> bool:
        types(stage.person(COMMITTEE), "/sc ordre du jour")
        return _stands_there(stage, memory)

    until(stage, is_there)


def _stands_there(stage: Stage, memory: Memory) -> bool:
    """What they read has a line with the problem, and what it is."""
    reference = memory.references["night"]
    lines = [line for said in answered(stage.person(COMMITTEE), memory) for line in said.splitlines()]
    return any(f"{reference} " in line and ON_AGENDA in line for line in lines)


def _finds_a_way_out(stage: Stage, memory: Memory) -> None:
    to_the_meeting(stage, "support")
    member = stage.person(COMMITTEE)
    presses_there(member, shows(member, f"/sc voir {memory.references['night']}"), "deadlock.end")
    window_with(stage, member, "way")
    fills(stage, member, {"way": "lead", "institution": "CVE", "words": PLAN})
    puts_away(member)


STEPS = (
    Step(
        name="agenda",
        who=COMMITTEE,
        beside=FACILITATOR,
        types="/sc ordre du jour",
        task=Said(
            "You are Ingrid, of the support committee. Ask for the agenda of the next meeting.",
            "Vous êtes Ingrid, du comité de soutien. Demandez l'ordre du jour de la prochaine rencontre.",
        ),
        claim=Said(
            "The deadlock stands on it. Nobody put it there: the agenda makes itself.",
            "L'impasse y figure. Personne ne l'y a mise : l'ordre du jour se fait tout seul.",
        ),
        act=_asks_for_the_agenda,
        holds=_stands_there,
    ),
    Step(
        name="way_out",
        who=COMMITTEE,
        beside=CLSC,
        presses=("deadlock.end",),
        about="night",
        task=Said(
            "Move the clock to the meeting. Read Étienne's report (/sc show and its reference): it says who waits for "
            "whom, and since when. Record what the committee decides: the CLSC leads, with a joint plan.",
            "Avancez l'horloge à la rencontre. Lisez le signalement d'Étienne (/sc voir et sa référence) : il dit qui "
            "attend qui, et depuis quand. Consignez la décision du comité : le CLSC mène, avec un plan conjoint.",
        ),
        claim=Said(
            "The deadlock is over, by a decision and nothing else. Ginette reads the plan.",
            "L'impasse est levée, par une décision et rien d'autre. Ginette lit le plan.",
        ),
        act=_finds_a_way_out,
        holds=lambda stage, memory: happened(stage, memory, memory.references["night"], "deadlock_ended"),
    ),
)
