"""The board of a unit, to be printed or read aloud in front of the visual board."""

from dataclasses import replace

from sc_bot.domain.community import Community
from sc_bot.domain.found import BoardLine, BoardPage
from sc_bot.domain.problems import OPEN
from sc_bot.ports import Message
from sc_bot.presentation import due_words, vocabulary
from sc_bot.presentation.blocks import bold, grey, message, plain, shortened
from sc_bot.presentation.card_lines import present, standing
from sc_bot.presentation.finding import LINE, small_print, turning_buttons, understood
from sc_bot.presentation.words import Words


def board(words: Words, page: BoardPage, community: Community) -> Message:
    """The open problems of a unit, one line each, to be printed or read aloud in front of the visual board."""
    shown = replace(page.sought, states=frozenset()) if page.sought.states == OPEN else page.sought  # a board is open
    unit = understood(words, shown, community) or words.name(community.settings.name)
    title = words.t("Board · {day} · {unit}", day=words.day(page.day), unit=unit)
    if not page.lines:
        nothing = words.t("Nothing stands on this board. Another one: /sc board and an institution or a continuum.")
        return message([title, nothing], [bold(title), plain(nothing)])
    lines = [shortened(_board_line(words, each), LINE) for each in page.lines]
    count = words.n("{n} problem", "{n} problems", page.turning.total)
    small = small_print(words, page.turning, f"{count}. {words.t('To read one in full: /sc show and its reference')}")
    turning = turning_buttons(words, page.turning, page.sought, "problem.board")
    return message([title, *lines, small], [bold(title), plain("\n".join(lines)), grey(small), *turning])


def _board_line(words: Words, each: BoardLine) -> str:
    """Reference, neutral title, state, lead, next date, who."""
    view = each.problem
    return " · ".join(
        present(
            view.reference,
            vocabulary.neutral_title(words, view),
            standing(words, view),
            words.name(view.institution) if view.institution else "",
            words.t("by {day}", day=due_words.button_label(words, each.due)) if each.due else "",
            each.who or "",
        )
    )
