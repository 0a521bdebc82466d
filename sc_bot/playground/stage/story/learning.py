"""What three institutions learned is written in four short fields, and adopted where other people are cared for."""

from sc_bot.playground.errors import CannotDo
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.changing import AUTHOR
from sc_bot.playground.stage.story.circle import CLSC
from sc_bot.playground.stage.story.deciding import COMMITTEE, FACILITATOR
from sc_bot.playground.stage.story.doing import fills, presses_there, puts_away, shows, window_with
from sc_bot.playground.stage.story.seeing import direct, learned
from sc_bot.playground.stage.story.steps import Memory, Said, Step

YOUTH_CENTRE = "CJB-MD"
MENTAL_HEALTH, OWN_CHANNEL = "SM", "cs-lecons"
FOUR = {
    "context": "Trois établissements s'attendaient l'un l'autre, et la personne attendait à l'hôpital",
    "change": "Un seul appel, et les trois se préparent le même jour",
    "result": "La place est connue le jour où la personne est prête",
    "conditions": "Un numéro à appeler dans chaque établissement; pas encore la fin de semaine",
}


def _does(stage: Stage, memory: Memory, who: str, act: str, **values: object) -> None:
    """Read the lesson whole, press one of its buttons, and fill in the window if it opens one."""
    lesson, person = learned(stage, memory.references["night"], "asked"), stage.person(who)
    if lesson is None:
        raise CannotDo("no lesson was asked for")
    presses_there(person, shows(person, f"/sc leçons {lesson}"), f"lesson.{act}")
    if values:
        window_with(stage, person, next(iter(values)))
        fills(stage, person, values)
        puts_away(person)


def _publishes(stage: Stage, memory: Memory) -> None:
    _does(stage, memory, COMMITTEE, "validate")
    stage.settle()
    _does(stage, memory, FACILITATOR, "offer", continua=[MENTAL_HEALTH])


def _is_offered(stage: Stage, memory: Memory) -> bool:
    """It stands in the channel of lessons, and was offered."""
    lesson = learned(stage, memory.references["night"], "offered")
    channel = stage.slack.workspace.named(OWN_CHANNEL)
    return lesson is not None and channel is not None and any(lesson in each.text for each in channel.messages)


def _is_adopted(stage: Stage, memory: Memory) -> bool:
    """Somewhere else it is adopted, and the one whose report it began with reads it."""
    lesson = learned(stage, memory.references["night"], "adopted")
    came = [each for each in direct(stage.person(AUTHOR)) if float(each.ts) >= memory.since]
    return lesson is not None and any(lesson in each.text for each in came)


STEPS = (
    Step(
        name="lesson",
        who=CLSC,
        beside=COMMITTEE,
        types="/sc leçons",
        task=Said(
            "You are Ginette. Since the deadlock ended, her list asks what others may learn from it. Write it in four "
            "short fields: before, what changed, the result, what it takes.",
            "Vous êtes Ginette. Depuis que l'impasse est levée, sa liste demande ce que d'autres peuvent en retenir. "
            "Écrivez-le en quatre courts champs : avant, ce qui a changé, le résultat, ce qu'il faut.",
        ),
        claim=Said(
            "Four fields, no report. The support committee has it to validate.",
            "Quatre champs, pas de rapport. Le comité de soutien a la leçon à valider.",
        ),
        act=lambda stage, memory: _does(stage, memory, CLSC, "draft", **FOUR),
        holds=lambda stage, memory: learned(stage, memory.references["night"], "drafted") is not None,
    ),
    Step(
        name="publish",
        who=COMMITTEE,
        beside=FACILITATOR,
        types="/sc leçons",
        task=Said(
            "You are Ingrid. Validate the lesson (/sc lessons, then See it). Then, as Anne-Sophie, offer it to another "
            "continuum: mental health.",
            "Vous êtes Ingrid. Validez la leçon (/sc leçons, puis Voir). Ensuite, comme Anne-Sophie, proposez-la à un "
            "autre continuum : la santé mentale.",
        ),
        claim=Said(
            "It is published in the lessons' channel, without any name, and offered to those who may use it.",
            "Elle est publiée dans le canal des leçons, sans aucun nom, et proposée à qui peut s'en servir.",
        ),
        act=_publishes,
        holds=_is_offered,
    ),
    Step(
        name="adopt",
        who=YOUTH_CENTRE,
        beside=AUTHOR,
        types="/sc leçons",
        task=Said(
            "You are Luc-Olivier, of the youth centre. Read the lesson that loss of autonomy offers you, and adopt it.",
            "Vous êtes Luc-Olivier, du centre jeunesse. Lisez la leçon que vous offre la perte d'autonomie, et "
            "adoptez-la.",
        ),
        claim=Said(
            "A circle, seen, decided, changed on one day, verified, and learned elsewhere. Étienne, who reported it "
            "one night, reads it too.",
            "Une boucle repérée, une décision, un changement le même jour, confirmé, et une leçon qui sert ailleurs. "
            "Étienne, qui l'avait signalée une nuit, le lit aussi.",
        ),
        act=lambda stage, memory: _does(stage, memory, YOUTH_CENTRE, "adopt"),
        holds=_is_adopted,
    ),
)
