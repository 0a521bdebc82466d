"""Moi aussi on every screen: what is offered, what is heard, the windows."""

from collections.abc import Iterator
from dataclasses import replace

from sc_bot.domain.events import OF_JOINING, Happened
from sc_bot.domain.finding import Sought
from sc_bot.domain.found import FoundPage, Turning
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing
from sc_bot.domain.views import AlsoReported
from sc_bot.ports import Message
from sc_bot.presentation import cards, finding, joined, joining, lists
from sc_bot.presentation.windows import contributions
from sc_bot.presentation.windows import joining as windows
from sc_bot.presentation.windows.parts import WindowJson
from tests.presentation.samples import GROUP, HOSPITAL, OTHER, REFERENCE, of_author, region, step, view, words

HEARD = (
    Happened.ACCEPTED, Happened.RETURNED, Happened.COMMITTED, Happened.REDATED, Happened.CANCELLED, Happened.SLIPPED,
    Happened.REOPENED, Happened.WITHDRAWN,
)  # fmt: skip


def joining_messages(language: str, said: str) -> Iterator[tuple[str, Message]]:
    """What is offered, shown and told."""
    to, seen = words(language), view(language, title=said[:80])
    yield "similar, offered", joining.offered(to, REFERENCE, [seen] * 3)
    yield "similar, none", joining.none_like(to, REFERENCE)
    for hidden in (True, False):
        card = cards.author_card(of_author(language, hidden=hidden), (OTHER, REFERENCE, OTHER))
        yield f"author, similar, {'hidden' if hidden else 'shown'}", card
    for kind in HEARD:
        yield from _told(language, kind, step(kind).details)
    for other in (Happened.SPLIT, Happened.MERGED):
        yield from _told(language, other, (OTHER,))
    for closing in Closing:
        yield from _told(language, Happened.CLOSED, (closing.value, OTHER))
    yield from _shown(language, said)
    able = replace(seen, offers=frozenset({Verb.JOIN}))
    page = FoundPage(
        Sought(words=said[:20]), Turning(page=0, pages=1, total=2), (able, replace(able, reference="SM-7"))
    )
    yield "found, to join", finding.found(to, page, region())


def _told(language: str, kind: Happened, details: tuple[str, ...]) -> Iterator[tuple[str, Message]]:
    for asked in (True, False):
        for reads in (True, False):
            message = joined.told_too(view(language), step(kind, details=details), asked=asked, reads=reads)
            if message is not None:
                yield f"told too, {kind}, {' '.join(details)}, {asked}, {reads}", message


def _shown(language: str, said: str) -> Iterator[tuple[str, Message]]:
    to = words(language)
    steps = tuple(step(kind, text=None, by=None, details=(OTHER,)) for kind in OF_JOINING)
    whence = tuple(step(Happened.JOINED, by=None, institution=each, details=()) for each in (HOSPITAL, None))
    verdicts = tuple(step(Happened.ALSO_VERIFIED, by=None, details=(each,)) for each in ("yes", "partly", "no"))
    also = (AlsoReported(OTHER, (said, said)),)
    whole = view(language, steps=(*steps, *whence, *verdicts), seen_by=(GROUP,), also=also, description=said)
    yield "shown, joined", lists.shown(to, whole)
    able = frozenset({Verb.LEAVE, Verb.MERGE, Verb.SPLIT, Verb.JOIN})
    yield "shown, to join", lists.shown(to, view(language, offers=able))
    yield "director, also seen", cards.director_card(replace(whole, steps=()))


def joining_windows(language: str, said: str) -> Iterator[tuple[str, WindowJson]]:
    """Merging, splitting, and asking a partner that sees it too."""
    to, seen = words(language), view(language, title=said[:80])
    yield "merge", windows.merge_window(to, REFERENCE, [seen] * 3)
    yield "merge, nothing like it", windows.merge_window(to, REFERENCE, [])
    yield "split", windows.split_window(to, REFERENCE, region())
    yield "partner, ask who sees it", contributions.ask_window(to, view(language, seen_by=(GROUP,)), region())
