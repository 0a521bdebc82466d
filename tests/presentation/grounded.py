"""What comes from the ground, on every screen: access, try-outs, words found together."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from sc_bot.domain.access import Access, Hurdle
from sc_bot.domain.community import Localised
from sc_bot.domain.events import OF_TRYOUTS, OF_WORDINGS, Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, State
from sc_bot.domain.reorganising import Sort
from sc_bot.domain.tryouts import Outcome, TryAct, Trying, TryoutView
from sc_bot.domain.views import Asks, ListItem, MorningView
from sc_bot.domain.wordings import WordingView
from sc_bot.ports import Message
from sc_bot.presentation import cards, decisions, lists
from sc_bot.presentation.morning import morning_list
from sc_bot.presentation.told import told
from sc_bot.presentation.tone import gently
from sc_bot.presentation.windows import problems, rewording
from sc_bot.presentation.windows import tryouts as trying_windows
from sc_bot.presentation.windows.access import measure_window
from sc_bot.presentation.windows.objectives import objective_window
from sc_bot.presentation.windows.parts import WindowJson
from sc_bot.presentation.windows.promises import DueDraft, PromiseDraft, promise_window
from tests.presentation.decided import decision
from tests.presentation.promised import DAY, dues
from tests.presentation.samples import NOW, REFERENCE, SAID, WHO, ZONE, of_author, region, step, view, words

MEASURED = (
    Access(hurdle=Hurdle.DELAY, before=Decimal(21)),
    Access(hurdle=Hurdle.REFUSALS, before=Decimal(1), after=Decimal(0)),
    Access(hurdle=Hurdle.TRAVEL, before=Decimal("2.5"), after=Decimal("1.50"), lived=Decimal(2)),
    Access(hurdle=Hurdle.WAITING, before=Decimal("1.2"), lived=Decimal(1)),
)
NEXT = {
    Trying.PROPOSED: {TryAct.START, TryAct.DECLINE},
    Trying.RUNNING: {TryAct.RESULT, TryAct.STOP},
    Trying.ENDED: {TryAct.ROLL_OUT, TryAct.STOP},
}
FROM_THE_GROUND = [
    each for each in Happened if each in OF_TRYOUTS | OF_WORDINGS | {Happened.MEASURED, Happened.REORGANISED}
]
"""What stands in a history for itself: there is more of it than one message holds."""
TRYOUT_STEPS = (
    Happened.TRYOUT_PROPOSED,
    Happened.TRYOUT_STARTED,
    Happened.TRYOUT_DECLINED,
    Happened.TRYOUT_ENDED,
    Happened.TRYOUT_STOPPED,
    Happened.TRYOUT_ROLLED_OUT,
)


def tryout(said: str = SAID, **changes: object) -> TryoutView:
    """One that was proposed, as whoever has the problem sees it, unless `changes` say otherwise."""
    usual = TryoutView(
        reference=f"{REFERENCE}?1", problem=REFERENCE, number=1, what=said, where=said, until=DAY, zone=ZONE,
        standing=Trying.PROPOSED, outcome=None, by=None, is_own=False, offers=frozenset(NEXT[Trying.PROPOSED]),
    )  # fmt: skip
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def _tryouts(said: str) -> list[TryoutView]:
    every = [tryout(said, number=2, by=WHO, outcome=Outcome.PARTLY)]
    for standing in Trying:
        offers = frozenset(NEXT.get(standing, ()))
        every += [tryout(said, standing=standing, outcome=each, offers=offers) for each in Outcome]
    return every


def wording(said: str = SAID, *, by_author: bool = False, is_asked: bool = True) -> WordingView:
    """Words that wait."""
    return WordingView(number=1, said=said, by_author=by_author, is_asked=is_asked)


def ground_messages(language: str, said: str) -> Iterator[tuple[str, Message]]:
    """Cards, what is shown whole, lists, what is told."""
    to = words(language)
    for number, access in enumerate(MEASURED):
        yield f"author, access {number}", cards.author_card(of_author(language, access=access, hidden=False))
        yield f"shown, access {number}", lists.shown(to, view(language, access=access))
    able = frozenset({Verb.QUOTE, Verb.MEASURE})
    since = of_author(language, access=MEASURED[0], state=State.CLOSED, closing=Closing.SOLVED, offers=able)
    yield "author, measure since, hidden", cards.author_card(since)
    agreed = view(language, statement=said, description=said, details=(said,))
    yield "director, reworded", cards.director_card(agreed)
    yield "listing, reworded", lists.listing(to, [agreed], [agreed], [])
    for by_author in (True, False):
        seen = view(language, wording=wording(said, by_author=by_author), offers=frozenset(Verb))
        yield f"shown, wording, {by_author}", lists.shown(to, seen)
    for each in _tryouts(said):
        yield f"shown, tryout {each.standing}, {each.outcome}", lists.shown(to, view(language, tryouts=(each,)))
    for standing in (Trying.PROPOSED, Trying.RUNNING):
        tried = tryout(said, standing=standing)
        item = ListItem(asks=Asks.TRYOUT, reference=f"{REFERENCE}?1", problem=view(language), tryout=tried)
        one = MorningView(reader=view(language).reader, day=NOW.date(), items=(item,), others=0, late=False)
        yield f"list, tryout {standing}", morning_list(one)
    steps = tuple(step(kind, text=said, by=None) for kind in FROM_THE_GROUND)
    yield "shown, from the ground", lists.shown(to, view(language, steps=steps))
    sorts = tuple(step(Happened.REORGANISED, details=(each, "", "1"), text=None) for each in Sort)
    yield "shown, the work", lists.shown(to, view(language, steps=sorts))
    named = Localised("Des soins plus près", "Care closer to home")
    yield "shown, objective", lists.shown(to, view(language, objective=named))
    asked = decision(language, said, problem=view(language, objective=named, description=None))
    yield "decision card, objective", decisions.card(asked)
    yield "tone", gently(to, lists.which(to), "C'est la faute à l'hôpital")
    yield from _told(language, said)


def _told(language: str, said: str) -> Iterator[tuple[str, Message]]:
    for kind in TRYOUT_STEPS:
        for own in (True, False):
            happened = step(kind, text=said)
            for name, reader in (("others", view), ("hidden author", of_author)):
                heard = told(reader(language, tryouts=(tryout(said, is_own=own),)), happened)
                assert heard is not None
                yield f"told {name}, {kind}, {own}", heard
    for kind in (Happened.WORDING_PROPOSED, Happened.WORDING_AGREED):
        about = {"wording": wording(said), "offers": frozenset({Verb.REWORD, Verb.AGREE_WORDING})}
        for hidden in (True, False):
            heard = told(of_author(language, hidden=hidden, **about), step(kind, text=said))
            assert heard is not None
            yield f"told author, {kind}, {hidden}", heard


def ground_windows(language: str, said: str) -> Iterator[tuple[str, WindowJson]]:
    """Measuring, closing with a measure, proposing, trying, rewording."""
    to = words(language)
    yield "measure", measure_window(to, view(language))
    yield "objective", objective_window(to, region(), view(language))
    yield "promise, alone", promise_window(to, PromiseDraft(reference=REFERENCE, due=DueDraft(), is_alone=True))
    yield "measure, since", measure_window(to, view(language, access=MEASURED[0], closing=Closing.SOLVED))
    yield "close, measured", problems.close_window(to, REFERENCE, list(Closing), MEASURED[2])
    yield "tryout, propose", trying_windows.propose_window(to, REFERENCE)
    for name, due in dues():
        draft = trying_windows.StartDraft(due=due, where=said)
        yield f"tryout, start, {name}", trying_windows.start_window(to, tryout(said), draft)
    yield "tryout, start, new", trying_windows.start_window(to, tryout(said), trying_windows.StartDraft(due=DueDraft()))
    for act in (TryAct.DECLINE, TryAct.STOP):
        yield f"tryout, {act}", trying_windows.reason_window(to, tryout(said), act)
    yield "tryout, result", trying_windows.result_window(to, tryout(said, what=None))
    yield "wording", rewording.wording_window(to, view(language, description=said))
    pending = view(language, wording=wording(said), steps=(step(Happened.WORDING_PROPOSED),))
    yield "wording, again", rewording.wording_window(to, pending)
