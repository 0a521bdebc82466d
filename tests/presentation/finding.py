"""Lists that somebody narrowed, and boards, on every screen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sc_bot.domain.due import Due
from sc_bot.domain.finding import EVERYTHING, Sought
from sc_bot.domain.found import BoardLine, BoardPage, FoundPage, Turning
from sc_bot.domain.problems import OPEN, State
from sc_bot.domain.views import ProblemView
from sc_bot.ports import Message
from sc_bot.presentation import boards, finding, lists
from tests.presentation.samples import NOW, REFERENCE, SAID, WHO, region, view, words

NARROW = Sought(
    mine=True,
    overdue=True,
    institutions=tuple(each.id for each in region().institutions),
    continua=("ONC", "SM"),
    states=frozenset(State) - {State.CLOSED},
    words=SAID,
)
FIRST = Turning(page=0, pages=1, total=1)
MIDDLE = Turning(page=1, pages=3, total=1_000, more=True, changed=True)


def finding_messages(language: str, said: str = SAID) -> Iterator[tuple[str, Message]]:
    """What was found, a page at a time, nothing, a board, a link."""
    to, community = words(language), region()
    lines = tuple(view(language, title=said[:80]) for _ in range(10))
    questions = {"words": Sought(words=said), "open": Sought(states=OPEN), "all": replace(NARROW, words=said)}
    for name, sought in questions.items():
        for turning in (FIRST, MIDDLE):
            page = FoundPage(sought, turning, lines[: turning.total])
            yield f"found, {name}, {turning.page}", finding.found(to, page, community)
        nothing = FoundPage(sought, replace(FIRST, total=0), ())
        yield f"nothing found, {name}", finding.found(to, nothing, community)
    yield from _boards(language, lines)
    yield "card link", lists.card_link(to, REFERENCE, "https://example.slack.com/archives/D1/p1")


def _boards(language: str, lines: tuple[ProblemView, ...]) -> Iterator[tuple[str, Message]]:
    to, community, day = words(language), region(), NOW.date()
    on_board = [BoardLine(each, Due(date(2026, 12, 4)), WHO) for each in lines]
    bare = BoardLine(replace(lines[0], institution=None, concerned=()), None, None)
    for turning in (FIRST, MIDDLE):
        page = BoardPage(Sought(institutions=("HSF",), states=OPEN), turning, (*on_board[:9], bare), day)
        yield f"board, {turning.page}", boards.board(to, page, community)
    yield (
        "board, everything",
        boards.board(to, BoardPage(replace(EVERYTHING, states=OPEN), FIRST, (bare,), day), community),
    )
    yield "board, nothing", boards.board(to, BoardPage(Sought(continua=("ONC",)), FIRST, (), day), community)
