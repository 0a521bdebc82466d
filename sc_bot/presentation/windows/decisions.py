"""The windows in which a decision is asked for, and in which somebody says no. A date is shown before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import Block

from sc_bot.domain.community import Community, Person
from sc_bot.domain.decision_views import DecisionView
from sc_bot.domain.views import Choice
from sc_bot.presentation.decisions import asked_lines
from sc_bot.presentation.windows.parts import WindowJson, asks, long_text, paragraph, several_of, window
from sc_bot.presentation.windows.promises import DueDraft, Wording, due_blocks
from sc_bot.presentation.words import Words

MOST_MANAGERS = 100  # Slack's limit of options; those of the institutions that take part come first
ACTION = "decision.due"
"""What the buttons are called that choose one of the dates that words can mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDraft:
    """A request on its way."""

    reference: str
    due: DueDraft
    question: str = ""
    otherwise: str = ""
    asked: Sequence[str] = ()


def ask_window(words: Words, draft: AskDraft, managers: Sequence[Person], community: Community) -> WindowJson:
    """One question, what happens otherwise, of whom, by when."""
    go = words.t("Ask") if draft.due.chosen is not None else words.t("Continue")
    wording = Wording(words.t("By when, in your words?"), words.t("Ask"), ACTION)
    choices = [Choice(each.id, _who(words, each, community)) for each in managers[:MOST_MANAGERS]]
    blocks: list[Block] = [
        asks(
            "question",
            words.t("What is to be decided?"),
            long_text(draft.question),
            hint=words.t("One question that one can answer with yes or no."),
        ),
        asks(
            "otherwise",
            words.t("What happens without a decision?"),
            long_text(draft.otherwise),
            hint=words.t("What goes on as it is, or who does what instead."),
        ),
        *due_blocks(words, draft.due, wording),
        asks(
            "asked", words.t("Who is asked?"), several_of(choices, draft.asked), hint=words.t("All of them must agree.")
        ),
    ]
    kept = draft.due.kept(draft.reference)
    return window("decision.ask", draft.reference, go, words.t("Cancel"), blocks, kept)


def _who(words: Words, person: Person, community: Community) -> str:
    home = community.institution(person.institution) if person.institution else None
    return f"{person.name}, {words.name(home.name)}" if home else person.name


def no_window(words: Words, view: DecisionView) -> WindowJson:
    """Why not."""
    blocks: list[Block] = [
        paragraph("\n".join(asked_lines(words, view)[1:3])),
        asks(
            "reason",
            words.t("Why?"),
            long_text(view.own_reason or ""),
            hint=words.t("Who asks and those who work on it read it."),
        ),
    ]
    return window("decision.no", view.problem.reference, words.t("Send"), words.t("Cancel"), blocks, view.reference)
