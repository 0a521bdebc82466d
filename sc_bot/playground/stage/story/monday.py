"""Monday's digest: a decision is asked, taken with one button, and the workbook comes as a file."""

from datetime import timedelta

from sc_bot.calendar import working_calendar
from sc_bot.domain.digests import ONE_WEEK, moment_of, week_of
from sc_bot.playground.errors import CannotDo
from sc_bot.playground.model import Message
from sc_bot.playground.stage.stage import Stage
from sc_bot.playground.stage.story.doing import fills, types, window_with
from sc_bot.playground.stage.story.seeing import direct, happened
from sc_bot.playground.stage.story.steps import Memory, Said, Step
from sc_bot.playground.stage.travel import travel

MANAGER, FACILITATOR = "HSF-DG", "ADV-1"
QUESTION = "Envoyer la demande d'hébergement sans attendre l'évaluation, à l'essai trois mois?"
OTHERWISE = "Chacun attend l'autre, comme aujourd'hui"
DUE = "le 9 décembre"


def _asks(stage: Stage, memory: Memory) -> None:
    facilitator = stage.person(FACILITATOR)
    types(facilitator, f"/sc décision {memory.references['night']}")
    window_with(stage, facilitator, "question")
    fills(stage, facilitator, {"question": QUESTION, "otherwise": OTHERWISE, "due": DUE, "asked": [MANAGER]})
    fills(stage, facilitator, {})
    if facilitator.modal is not None:
        facilitator.closes(facilitator.modal)


def _lets_a_week_pass(stage: Stage, _memory: Memory) -> None:
    calendar = working_calendar(stage.community)
    week = week_of(calendar.local_date(stage.clock())) + ONE_WEEK
    monday = moment_of(week, stage.community.policies.weekly_digest, calendar)
    travel(stage, monday + timedelta(minutes=5))


def _asked_in(stage: Stage, memory: Memory) -> Message | None:
    """The digest that asks for the decision."""
    asked = ("'digest.rest'", "'decision.agree'", f"'{memory.references['night']}/1'")
    came = reversed(direct(stage.person(MANAGER)))
    return next((each for each in came if all(part in str(each.blocks) for part in asked)), None)


def _agrees(stage: Stage, memory: Memory) -> None:
    digest = _asked_in(stage, memory)
    if digest is None:
        raise CannotDo("no digest asks for the decision")
    stage.person(MANAGER).presses(digest, "decision.agree", f"{memory.references['night']}/1")


def _has_a_file(stage: Stage, memory: Memory) -> bool:
    came = [each for each in direct(stage.person(MANAGER)) if float(each.ts) >= memory.since]
    return any(each.files for each in came)


STEPS = (
    Step(
        name="ask_decision",
        who=FACILITATOR,
        beside=MANAGER,
        presses=("decision.ask",),
        about="night",
        task=Said(
            "You are Anne-Sophie, who facilitates. Étienne's report goes beyond one institution: ask the hospital's "
            "general manager to decide (/sc decide and its reference), and say what happens otherwise.",
            "Vous êtes Anne-Sophie, qui facilite. Le signalement d'Étienne dépasse un seul établissement : demandez "
            "à la direction générale de l'hôpital de décider (/sc décision et sa référence), et dites ce qui arrive "
            "sinon.",
        ),
        claim=Said(
            "The question waits for Monday. Nobody is disturbed for it.",
            "La question attend lundi. Personne n'est dérangé pour elle.",
        ),
        act=_asks,
        holds=lambda stage, memory: happened(stage, memory, memory.references["night"], "decision_asked"),
    ),
    Step(
        name="monday",
        who=MANAGER,
        beside=FACILITATOR,
        task=Said(
            "You are Odile, general manager. Let the week pass: move the clock to next Monday, just after 7:30.",
            "Vous êtes Odile, directrice générale. Laissez passer la semaine : avancez l'horloge au lundi suivant, "
            "juste après 7 h 30.",
        ),
        claim=Said(
            "One message, one screen: the decision that is asked of her first, then two lines of figures.",
            "Un message, un écran : d'abord la décision qui lui est demandée, puis deux lignes de chiffres.",
        ),
        act=_lets_a_week_pass,
        holds=lambda stage, memory: _asked_in(stage, memory) is not None,
    ),
    Step(
        name="decide",
        who=MANAGER,
        beside=FACILITATOR,
        presses=("decision.agree",),
        about="night",
        task=Said(
            "Agree, say no and why, or take it to the committee: one button each.",
            "Accepter, refuser en disant pourquoi, ou en discuter au comité : un bouton chacun.",
        ),
        claim=Said(
            "The answer is recorded, and Anne-Sophie hears it. It may be changed until the day.",
            "La réponse est notée, et Anne-Sophie l'apprend. Elle peut changer jusqu'à l'échéance.",
        ),
        act=_agrees,
        holds=lambda stage, memory: happened(stage, memory, memory.references["night"], "decision_answered"),
    ),
    Step(
        name="workbook",
        who=MANAGER,
        beside=FACILITATOR,
        types="/sc exporter",
        task=Said(
            "Ask for the workbook of the steering committee.",
            "Demandez le fichier Excel du comité directeur.",
        ),
        claim=Said(
            "It is being made, then it comes as a file, with the same figures as the digest.",
            "Il se prépare, puis arrive en fichier, avec les mêmes chiffres que le sommaire.",
        ),
        act=lambda stage, _memory: types(stage.person(MANAGER), "/sc exporter"),
        holds=_has_a_file,
    ),
)
