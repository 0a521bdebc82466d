"""Three institutions promise, and each promise waits for the next: nobody is late, and nothing moves."""

from sc_bot.playground.screen import Screen
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.doing import (
    chooses_of_promise,
    fills,
    presses,
    presses_there,
    puts_away,
    shows,
    types,
    window_with,
)
from sc_bot.playground.stage.story.seeing import happened, times
from sc_bot.playground.stage.story.steps import Memory, Said, Step

CLSC, CARE_HOME, HOSPITAL = "CVE-MD", "CRC-MD", "HSF-MD"
THREE = (CLSC, CARE_HOME, HOSPITAL)
"""In the order of their promises; each waits for the next, and the last for the first."""
PROMISED = {
    CLSC: "Faire l'évaluation dès qu'une place est réservée",
    CARE_HOME: "Réserver une place dès que la demande arrive",
    HOSPITAL: "Envoyer la demande dès que l'évaluation est faite",
}
NEEDED = {
    CLSC: "Une place réservée au CHSLD",
    CARE_HOME: "La demande de l'hôpital",
    HOSPITAL: "L'évaluation du CLSC",
}
DUE = "dans trois semaines"
SEE_IT_TOO = ("CVE-S1", "CRC-S1")
"""A nurse who goes to people's homes, and one who works where they wait to come."""


def _three_promise(stage: Stage, memory: Memory) -> None:
    reference = memory.references["night"]
    for who in SEE_IT_TOO:
        presses_there(stage.person(who), shows(stage.person(who), f"/sc voir {reference}"), "problem.join")
    lead = stage.person(CLSC)
    presses(lead, reference, "problem.accept")
    _promises(stage, lead, PROMISED[CLSC])
    for who, institution in ((CARE_HOME, "CRC"), (HOSPITAL, "HSF")):
        presses(lead, reference, "participation.ask")
        fills(stage, lead, {"institution": institution, "what": PROMISED[who]})
        puts_away(lead)
        stage.settle()
        partner = stage.person(who)
        presses(partner, reference, "participation.accept")
        stage.settle()
        presses(partner, reference, "commitment.make")
        _promises(stage, partner, PROMISED[who])
    for number, who in enumerate((CLSC, CARE_HOME), start=1):
        _waits(stage, who, reference, number)


def _promises(stage: Stage, person: Screen, what: str) -> None:
    """The window asks for one concrete thing; its date is shown first."""
    window_with(stage, person, "due")
    fills(stage, person, {"what": what, "due": DUE})
    fills(stage, person, {})
    puts_away(person)
    stage.settle()


def _waits(stage: Stage, who: str, reference: str, number: int) -> None:
    """Say what one's promise waits for: the promise of the next."""
    person, first = stage.person(who), number % len(THREE) + 1
    types(person, "/sc engagements")
    chooses_of_promise(person, reference, "commitment.blocked", number)
    window_with(stage, person, "depends_on")
    fills(stage, person, {"needs": NEEDED[who], "depends_on": f"{reference}.{first}"})
    puts_away(person)
    stage.settle()


def _all_wait(stage: Stage, memory: Memory) -> bool:
    reference = memory.references["night"]
    promised, waiting = times(stage, memory, reference, "committed"), times(stage, memory, reference, "blocked")
    return promised >= len(THREE) and waiting >= len(THREE) - 1


STEPS = (
    Step(
        name="wait",
        who=CLSC,
        beside=CARE_HOME,
        presses=("problem.accept",),
        about="night",
        task=Said(
            "Étienne's report takes three institutions. Let the tour do it: Ginette leads, the care home and the "
            "hospital take part, each promises, and two say what they wait for. Nurses of both tap “Me too”.",
            "Le signalement d'Étienne demande trois établissements. Laissez faire la visite : Ginette le prend en "
            "charge, le CHSLD et l'hôpital y contribuent, chacun s'engage, et deux disent ce qu'ils attendent. "
            "Des infirmières des deux endroits disent « Moi aussi ».",
        ),
        claim=Said(
            "Three promises. The CLSC waits for the care home, the care home for the hospital. Nobody is at fault.",
            "Trois engagements. Le CLSC attend le CHSLD, le CHSLD attend l'hôpital. Personne n'est en faute.",
        ),
        act=_three_promise,
        holds=_all_wait,
    ),
    Step(
        name="circle",
        who=HOSPITAL,
        beside=CLSC,
        types="/sc engagements",
        task=Said(
            "You are Bastien. In your promises, say that this one is blocked (under ⋯): it needs the CLSC's "
            "evaluation, so it waits for the first promise, the one that ends in .1.",
            "Vous êtes Bastien. Dans vos engagements, dites que celui-ci est bloqué (sous ⋯) : il lui faut "
            "l'évaluation du CLSC, il attend donc le premier engagement, celui qui finit par .1.",
        ),
        claim=Said(
            "The bot sees it at once: three promises wait for each other in a circle. That is a deadlock.",
            "Le robot le voit aussitôt : trois engagements s'attendent en boucle. C'est une impasse.",
        ),
        act=lambda stage, memory: _waits(stage, HOSPITAL, memory.references["night"], len(THREE)),
        holds=lambda stage, memory: happened(stage, memory, memory.references["night"], "deadlocked"),
    ),
)
