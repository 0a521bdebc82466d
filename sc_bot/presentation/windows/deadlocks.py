"""The window in which a decision about a deadlock is recorded: which way out, who leads or gives, in words."""

from slack_sdk.models.blocks import Block

from sc_bot.domain.community import Community
from sc_bot.domain.deadlocks import DECISIONS, Way
from sc_bot.domain.views import Choice
from sc_bot.presentation.windows.parts import WindowJson, asks, long_text, one_of, paragraph, window
from sc_bot.presentation.words import Words


def end_window(words: Words, reference: str, community: Community) -> WindowJson:
    """It ends by one of three decisions."""
    homes = [Choice(each.id, words.name(each.name)) for each in community.institutions]
    blocks: list[Block] = [
        paragraph(words.t("A deadlock ends by a decision of a committee. What was decided?")),
        asks("way", words.t("The way out"), one_of(ways_out(words))),
        asks(
            "institution",
            words.t("Which institution leads, or gives?"),
            one_of(homes),
            optional=True,
            hint=words.t("Fill it in if you name a lead, or give resources."),
        ),
        asks(
            "words",
            words.t("The plan, the resources, or why not"),
            long_text(),
            hint=words.t("Those who work on it read it. A refusal closes the problem, and the author reads why."),
        ),
    ]
    return window("deadlock.end", reference, words.t("Record it"), words.t("Cancel"), blocks, reference)


def ways_out(words: Words) -> list[Choice]:
    """The three decisions."""
    return [Choice(each.value, _choice(words, each)) for each in DECISIONS]


def _choice(words: Words, way: Way) -> str:
    return {
        Way.LEAD: words.t("A lead and a joint plan"),
        Way.RESOURCES: words.t("Resources: what, and from whom"),
        Way.WE_WILL_NOT: words.t("A written no, and why"),
    }[way]
