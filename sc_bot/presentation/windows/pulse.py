"""The window of the pulse: which partner, their line, seven choices. Nothing to write: words would name their author."""

from slack_sdk.models.blocks import Block

from sc_bot.domain.pulse import DIMENSIONS, STEPS, Dimension
from sc_bot.domain.pulse_views import PulseAsk
from sc_bot.domain.views import Choice
from sc_bot.presentation import vocabulary
from sc_bot.presentation.windows.parts import WindowJson, asks, one_of, paragraph, window
from sc_bot.presentation.words import Words

CANNOT_SAY = "0"
MOST_PARTNERS = 100  # Slack's limit of options


def pulse_window(view: PulseAsk) -> WindowJson:
    """What is asked of one person."""
    words = Words.of(view.reader)
    partners = sorted((Choice(each.id, words.name(each.name)) for each in view.partners), key=lambda each: each.name)
    lines = [Choice(str(each), vocabulary.line(words, each)) for each in (1, 2, 3)]
    blocks: list[Block] = [
        paragraph(
            words.t(
                "About your work with one partner of {institution}. Your answer is sealed and kept apart from your name.",
                institution=words.name(view.home),
            )
        ),
        asks("partner", words.t("With which institution?"), one_of(partners[:MOST_PARTNERS])),
        asks("line", words.t("With which line of care there?"), one_of(lines), optional=True),
        *(asks(each.value, question(words, each), one_of(_steps(words))) for each in DIMENSIONS),
    ]
    return window("pulse.answer", words.t("The pulse"), words.t("Send"), words.t("Cancel"), blocks, str(view.wave))


def _steps(words: Words) -> list[Choice]:
    names = (
        words.t("Not at all"),
        words.t("Rather not"),
        words.t("In part"),
        words.t("Mostly"),
        words.t("Entirely"),
    )
    numbered = [Choice(str(number), f"{number} · {name}") for number, name in zip(STEPS, names, strict=True)]
    return [*numbered, Choice(CANNOT_SAY, words.t("I cannot say"))]


def question(words: Words, each: Dimension) -> str:
    """What is asked, as a sentence that is more or less so."""
    return {
        Dimension.FREQUENT: words.t("We talk as often as the work needs."),
        Dimension.TIMELY: words.t("What we need to know reaches us in time."),
        Dimension.ACCURATE: words.t("What they pass on to us is right and complete."),
        Dimension.SOLVING: words.t("When something goes wrong, we look for a solution together."),
        Dimension.GOALS: words.t("We want the same for the people in our care."),
        Dimension.KNOWLEDGE: words.t("They know what our work asks of us."),
        Dimension.RESPECT: words.t("They respect the work that we do."),
    }[each]
