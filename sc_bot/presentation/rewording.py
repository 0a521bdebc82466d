"""The problem in other words: what is proposed, told, and what stands since both agreed."""

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import actions, button, on_one_line, shortened
from sc_bot.presentation.words import Words

LONGEST = 400  # characters of the words in a message


def statement(words: Words, view: ProblemView) -> str:
    """What both agreed on; empty where there is nothing, or not for this reader."""
    if not view.statement:
        return ""
    return words.t("Reworded together: {said}", said=words.quoted(view.statement))


def waiting(words: Words, view: ProblemView) -> str:
    """The words that wait for the other's agreement."""
    if view.wording is None:
        return ""
    said = words.quoted(view.wording.said)
    if view.wording.by_author:
        return words.t("The author proposes these words: {said}", said=said)
    return words.t("Whoever has the problem proposes these words: {said}", said=said)


def rows(words: Words, view: ProblemView) -> list[Block]:
    """The button of whoever is asked to agree."""
    return actions(_agree(words, view))


def _agree(words: Words, view: ProblemView) -> list[InteractiveElement]:
    if view.wording is None or not view.wording.is_asked or Verb.AGREE_WORDING not in view.offers:
        return []
    value = f"{view.reference} {view.wording.number}"
    return [button(vocabulary.verb(words, Verb.AGREE_WORDING), "wording.agree", value, style="primary")]


def told(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """To the other of the two: words are proposed, or agreed on."""
    said = "" if view.hides_subject else words.quoted(shortened(on_one_line(step.text or ""), LONGEST))
    if step.kind is Happened.WORDING_AGREED:
        head = words.t("{reference}: your words are accepted.", reference=view.reference)
        return [head, said, words.t("They stand beside the first ones, which stay.")]
    head = words.t("{reference}: other words are proposed for the problem.", reference=view.reference)
    if view.hides_subject:
        return [head, words.t("To read them, and agree or propose others: “See all”.")]
    return [head, said, words.t("Agree, or propose others. The first ones stay in any case.")]


def buttons_of_step(words: Words, view: ProblemView, step: StepView) -> list[InteractiveElement]:
    """Agree, or propose others; where the words must not show, they are read first."""
    is_current = view.wording is not None and step.details[:1] == (str(view.wording.number),)
    if step.kind is Happened.WORDING_AGREED or view.hides_subject or not is_current:
        return []
    others = button(words.t("Propose other words"), "wording.propose", view.reference)
    return [*_agree(words, view), *([others] if Verb.REWORD in view.offers else [])]


def in_history(words: Words, step: StepView) -> str:
    """One step, with its number."""
    number = step.details[0]
    return {
        Happened.WORDING_PROPOSED: words.t("proposed other words, version {number}", number=number),
        Happened.WORDING_AGREED: words.t("agreed to version {number} of the words", number=number),
    }[step.kind]
