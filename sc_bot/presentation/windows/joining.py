"""The windows in which the facilitator lets a problem go on under another, or makes two of one."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block

from sc_bot.domain.community import Community
from sc_bot.domain.views import Choice, ProblemView
from sc_bot.presentation.blocks import shortened
from sc_bot.presentation.joining import LINE
from sc_bot.presentation.lists import line
from sc_bot.presentation.windows.parts import WindowJson, asks, long_text, one_of, paragraph, short_text, window
from sc_bot.presentation.words import Words


def merge_window(words: Words, reference: str, found: Sequence[ProblemView]) -> WindowJson:
    """Under which problem it goes on; those most like it are named."""
    first = found[0].reference if found else ""
    alike = [paragraph("\n".join(shortened(line(words, each), LINE) for each in found))] if found else []
    blocks: list[Block] = [
        *alike,
        asks(
            "into",
            words.t("Under which problem does it go on? ONC-42, for example"),
            short_text(first, longest=20),
            hint=words.t("Its author and all who see it hear of that one. What was written stays known there."),
        ),
    ]
    return window("problem.merge", reference, words.t("Merge"), words.t("Cancel"), blocks, reference)


def split_window(words: Words, reference: str, community: Community) -> WindowJson:
    """What the new problem says, and who should have it."""
    choices = [Choice(each.id, words.name(each.name)) for each in community.institutions]
    blocks: list[Block] = [
        asks(
            "text",
            words.t("What is the other problem?"),
            long_text(),
            hint=words.t("It has the same author, whose name stays as hidden as it is. Both histories say so."),
        ),
        asks(
            "institution",
            words.t("Who should have it?"),
            one_of(choices),
            optional=True,
            hint=words.t("If you leave it empty, it goes where a report like it would go."),
        ),
    ]
    return window("problem.split", reference, words.t("Split"), words.t("Cancel"), blocks, reference)
