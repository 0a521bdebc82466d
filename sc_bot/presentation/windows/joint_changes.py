"""The windows of joint changes. A date is shown with its weekday before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import Block, UserSelectElement

from sc_bot.domain.community import Community
from sc_bot.domain.joint_rules import JointAct
from sc_bot.domain.joint_views import JointView
from sc_bot.domain.views import Choice
from sc_bot.presentation import joint_changes
from sc_bot.presentation.windows.parts import (
    VALUE,
    WindowJson,
    asks,
    long_text,
    one_of,
    paragraph,
    several_of,
    short_text,
    window,
)
from sc_bot.presentation.windows.promises import DueDraft, Wording, due_blocks
from sc_bot.presentation.words import Words

EVERY = "all"
"""The rule that asks for every institution."""
MOST_IN_A_RULE = 20
DUE, DUE_AGAIN = "joint.due", "joint.day"
"""What the buttons are called that choose one of the dates that words can mean: at the beginning, and later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginDraft:
    """A joint change on its way."""

    reference: str
    due: DueDraft
    what: str = ""
    also: str = ""
    institutions: Sequence[str] = ()
    rule: str = EVERY
    back: str = ""


def begin_window(words: Words, draft: BeginDraft, community: Community) -> WindowJson:
    """What changes, at which institutions, from when, by which rule, and how one goes back."""
    go = words.t("Propose") if draft.due.chosen is not None else words.t("Continue")
    wording = Wording(words.t("From when, in your words?"), words.t("Propose"), DUE)
    homes = [Choice(each.id, words.name(each.name)) for each in community.institutions]
    blocks: list[Block] = [
        asks(
            "what",
            words.t("What changes?"),
            long_text(draft.what),
            hint=words.t("One thing that everybody does otherwise from that day on."),
        ),
        asks("institutions", words.t("Which institutions take part?"), several_of(homes, draft.institutions)),
        *due_blocks(words, draft.due, wording),
        asks(
            "rule",
            words.t("How many must be ready?"),
            one_of(_rules(words, len(homes)), draft.rule),
            hint=words.t("It is set now and does not change afterwards."),
        ),
        asks(
            "back",
            words.t("How does one go back, if it goes wrong?"),
            long_text(draft.back),
            optional=True,
            hint=words.t("It may be written later; nothing goes without it."),
        ),
        asks(
            "also",
            words.t("Other problems that it solves? ONC-42, for example"),
            short_text(draft.also),
            optional=True,
        ),
    ]
    kept = draft.due.kept(draft.reference)
    return window("joint.begin", draft.reference, go, words.t("Cancel"), blocks, kept)


def _rules(words: Words, most: int) -> list[Choice]:
    several = [
        Choice(str(number), words.n("at least {n} institution", "at least {n} institutions", number))
        for number in range(2, min(most, MOST_IN_A_RULE) + 1)
    ]
    return [Choice(EVERY, words.t("every institution")), *several]


def part_window(words: Words, view: JointView, carried: str, due: DueDraft | None = None, what: str = "") -> WindowJson:
    """What the institution does, and who; once the change has gone, also by when."""
    wording = Wording(words.t("When is it due, in your words?"), words.t("Promise"), DUE_AGAIN)
    later = due_blocks(words, due, wording) if due is not None else []
    go = words.t("Continue") if due is not None and due.chosen is None else words.t("Promise")
    owner = UserSelectElement(action_id=VALUE)
    hint = words.t("Somebody else must accept; until then it is yours.")
    blocks: list[Block] = [
        paragraph(joint_changes.what(words, view)),
        paragraph(joint_changes.day(words, view)),
        asks("what", words.t("What does your institution do for it?"), long_text(what)),
        *later,
        asks("owner", words.t("By whom? You, if you leave it empty"), owner, optional=True, hint=hint),
    ]
    kept = due.kept(carried) if due is not None else carried
    return window("joint.take", view.reference, go, words.t("Cancel"), blocks, kept)


def date_window(words: Words, view: JointView, carried: str, due: DueDraft, reason: str = "") -> WindowJson:
    """Another date, and why."""
    go = words.t("Propose") if due.chosen is not None else words.t("Continue")
    wording = Wording(words.t("From when, in your words?"), words.t("Propose"), DUE_AGAIN)
    blocks: list[Block] = [
        paragraph(joint_changes.day(words, view)),
        *due_blocks(words, due, wording),
        asks(
            "reason",
            words.t("Why?"),
            long_text(reason),
            hint=words.t("Every institution reads it, and is asked again for this date."),
        ),
    ]
    return window("joint.slip", view.reference, go, words.t("Cancel"), blocks, due.kept(carried))


def text_window(words: Words, view: JointView, carried: str, act: JointAct) -> WindowJson:
    """Words alone: why not, what is needed, how one goes back."""
    everybody = words.t("Every institution that takes part reads it.")
    field, label, hint = {
        JointAct.DECLINE: ("reason", words.t("Why?"), everybody),
        JointAct.NEED: ("needs", words.t("What is needed?"), everybody),
        JointAct.BACK: ("back", words.t("How does one go back, if it goes wrong?"), everybody),
        JointAct.ROLL_BACK: ("reason", words.t("Why?"), words.t("The caregivers who reported it read it too.")),
        JointAct.ABANDON: ("reason", words.t("Why?"), everybody),
    }[act]
    before = (view.back or "") if act is JointAct.BACK else ""
    blocks: list[Block] = [
        paragraph(joint_changes.what(words, view)),
        asks(field, label, long_text(before), hint=hint),
    ]
    return window(f"joint.{act.value}", view.reference, words.t("Send"), words.t("Cancel"), blocks, carried)
