"""The windows in which a partner is asked to contribute, and in which it declines."""

from slack_sdk.models.blocks import Block

from sc_bot.domain.community import Community
from sc_bot.domain.views import Choice, ContributionView, ProblemView
from sc_bot.presentation.blocks import shortened
from sc_bot.presentation.contributions import asked
from sc_bot.presentation.windows.parts import WindowJson, asks, long_text, one_of, paragraph, window
from sc_bot.presentation.words import Words

LONGEST_ASKED = 1_000  # characters of what is asked, above the reason


def ask_window(words: Words, view: ProblemView, community: Community) -> WindowJson:
    """Which institution, and what is asked of it; those that take part already are left out."""
    here = {view.institution, *view.invited, *view.contributors}
    everyone = [Choice(each.id, words.name(each.name)) for each in community.institutions]
    free = [each for each in community.institutions if each.name not in here]
    seeing = [each for each in free if each.name in view.seen_by]
    ordered = [*seeing, *(each for each in free if each not in seeing)]
    others = [Choice(each.id, words.name(each.name)) for each in ordered]
    suggested = words.both([words.name(each.name) for each in seeing])
    hint = words.t("It is also seen by: {institutions}.", institutions=suggested) if seeing else ""
    blocks: list[Block] = [
        asks(
            "institution",
            words.t("Institution"),
            one_of(others or everyone, seeing[0].id if seeing else None),
            hint=hint,
        ),
        asks(
            "what",
            words.t("What is asked of it?"),
            long_text(),
            hint=words.t("One concrete thing. The author and those who work on it read it."),
        ),
    ]
    return window("participation.ask", view.reference, words.t("Ask"), words.t("Cancel"), blocks, view.reference)


def decline_window(words: Words, view: ContributionView) -> WindowJson:
    """Why the institution does not contribute."""
    what = shortened(asked(words, view), LONGEST_ASKED)
    hint = words.t("The author and those who work on it read it.")
    blocks: list[Block] = [
        *([paragraph(what)] if what else []),
        asks("reason", words.t("Why?"), long_text(), hint=hint),
    ]
    reference, context = view.problem.reference, f"{view.problem.reference} {view.institution_id}"
    return window("participation.decline", reference, words.t("Send"), words.t("Cancel"), blocks, context)
