"""The Home tab: what one has to answer, one's own reports, and a button to report."""

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.blocks import Block, DividerBlock

from sc_bot.domain.views import ProblemView
from sc_bot.presentation.blocks import actions, bold, button, grey, plain
from sc_bot.presentation.lists import line
from sc_bot.presentation.words import Words

HomeJson = dict[str, Any]
"""A Home tab as Slack takes it."""

SHOWN = 10  # problems of each list; the whole list is one button away


def home(words: Words, mine: Sequence[ProblemView], to_answer: Sequence[ProblemView]) -> HomeJson:
    """What concerns one person, the most pressing first."""
    row = [
        button(words.t("Report a problem"), "problem.report", "report", style="primary"),
        button(words.t("My list"), "problem.list", "list"),
        button(words.t("Help"), "sc.help", "help"),
    ]
    blocks: list[Block] = [*actions(row), DividerBlock()]
    for head, views in ((words.t("To answer"), to_answer), (words.t("My reports"), mine)):
        if views:
            blocks.append(bold(head))
            blocks += [block for view in views[:SHOWN] for block in _one(words, view)]
    if not mine and not to_answer:
        blocks.append(plain(words.t("Nothing yet. To report a problem: /problem and your text.")))
    return _tab(blocks)


def no_community(words: Words) -> HomeJson:
    """The workspace has no community yet."""
    return _tab([grey(words.t("This workspace has no community yet."))])


def _one(words: Words, view: ProblemView) -> list[Block]:
    return [plain(line(words, view)), *actions([button(words.t("See all"), "problem.see", view.reference)])]


def _tab(blocks: Sequence[Block]) -> HomeJson:
    return {"type": "home", "blocks": [dict(block.to_dict()) for block in blocks]}
