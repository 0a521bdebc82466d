"""The windows in which a cycle review is recorded, and a community archived."""

from slack_sdk.models.blocks import Block

from sc_bot.domain.community_views import CommunityView, CycleView
from sc_bot.domain.views import Choice
from sc_bot.presentation.cycles import figures
from sc_bot.presentation.windows.parts import WindowJson, asks, long_text, paragraph, ticks, window
from sc_bot.presentation.words import Words


def hold_window(words: Words, view: CycleView) -> WindowJson:
    """What came of the review, below the cycle's figures."""
    blocks: list[Block] = [
        paragraph("\n".join(figures(words, view))),
        asks(
            "summary",
            words.t("What came of it, in a few words?"),
            long_text(),
            hint=words.t("Everybody of the community reads it. What was decided becomes promises of their own."),
        ),
    ]
    title = words.t("Cycle review")
    return window("cycle.hold", title, words.t("Save"), words.t("Cancel"), blocks, f"{view.community} {view.number}")


def archive_window(words: Words, view: CommunityView) -> WindowJson:
    """What it means, how much is open, where to go from now on; and a tick."""
    told = words.t(
        "An archived community is read and no longer changed: no new reports, no reminders. You may take it back within 30 days."
    )
    left = words.n(
        "{n} problem is open; it is closed with the words below, which whoever reported it reads.",
        "{n} problems are open; they are closed with the words below, which whoever reported them reads.",
        view.open,
    )
    sure = [Choice("yes", words.t("Yes, archive {community}", community=words.name(view.name)))]
    blocks: list[Block] = [
        paragraph(f"{told}\n{left}" if view.open else told),
        asks(
            "where_to_go",
            words.t("Where should one go from now on?"),
            long_text(),
            hint=words.t("Who carries on with what is open, and to whom one reports."),
        ),
        asks("sure", words.t("Are you sure?"), ticks(sure)),
    ]
    title = words.t("Archive")
    return window("community.archive", title, words.t("Archive"), words.t("Cancel"), blocks, str(view.community))
