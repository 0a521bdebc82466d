"""The window in which a problem is linked to a strategic objective."""

from slack_sdk.models.blocks import Block

from sc_bot.domain.community import Community
from sc_bot.domain.views import Choice, ProblemView
from sc_bot.presentation.windows.parts import WindowJson, asks, one_of, window
from sc_bot.presentation.words import Words

MOST = 100  # Slack's limit of options


def objective_window(words: Words, community: Community, view: ProblemView) -> WindowJson:
    """Which one."""
    choices = [Choice(each.id, words.name(each.name)) for each in community.objectives[:MOST]]
    blocks: list[Block] = [
        asks(
            "objective",
            words.t("Strategic objective"),
            one_of(choices),
            hint=words.t("It stands beside the problem in the digest of general managers and in the workbook."),
        )
    ]
    return window("objective.link", view.reference, words.t("Send"), words.t("Cancel"), blocks, view.reference)
