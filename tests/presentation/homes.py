"""Homes to be looked at: each part with lines of its kind."""

from collections.abc import Sequence
from datetime import date

from sc_bot.domain.charter import SIGNATORIES
from sc_bot.domain.charter_views import PartnerView
from sc_bot.domain.community_views import GapView, PersonView
from sc_bot.domain.homes import AskedView, Glance, GlanceView, HomeView, Line, Part, Section
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, State
from sc_bot.domain.views import Reader
from tests.presentation.jointly import joint_ask
from tests.presentation.promised import promise
from tests.presentation.samples import GROUP, HOSPITAL, NOW, ZONE, of_author, view

STATES = {
    Part.ACCEPT: State.ACKNOWLEDGED,
    Part.ARBITRATE: State.ARBITRATION,
    Part.UNOWNED: State.REPORTED,
    Part.UNPROMISED: State.ACCEPTED,
    Part.QUIET: State.ACCEPTED,
    Part.DISPUTED: State.RETURNED,
}
OFFERS = {Part.ARBITRATE: frozenset({Verb.ASSIGN}), Part.UNOWNED: frozenset({Verb.REROUTE})}


def home_view(language: str, sections: Sequence[Section], *, is_page: bool = False) -> HomeView:
    """Somebody's Home."""
    reader = Reader(language=language, timezone=ZONE)
    return HomeView(reader=reader, day=NOW.date(), sections=tuple(sections), manages=True, is_page=is_page)


def section(language: str, part: Part, said: str, *, lines: int = 3, skipped: int = 0) -> Section:
    """One part, of which more is to be seen."""
    shown = tuple(_line(language, part, said, number) for number in range(lines))
    return Section(part=part, count=1234, lines=shown, skipped=skipped)


def _line(language: str, part: Part, said: str, number: int) -> Line:
    match part:
        case Part.PROMISES:
            return promise(language, said)
        case Part.INSTITUTION:
            return GlanceView(HOSPITAL, Glance(institution="HSF", to_answer=2, in_hand=9, promised=1, late=number))
        case Part.UNREACHABLE:
            return PersonView(said, GROUP if number else None)
        case Part.UNSIGNED | Part.CHARTER:
            return PartnerView(GROUP, missing=SIGNATORIES[number % 2 :])
        case Part.HEALTH:
            return (GapView("quiet", GROUP, 3), GapView("no_director", HOSPITAL), GapView("no_moderator"))[number % 3]
        case Part.CONTRIBUTE:
            return AskedView(view(language, title=said[:80]), date(2026, 11, 27))
        case Part.JOINT:
            return joint_ask(language, said)
        case Part.MINE:
            closed = State.CLOSED if number else State.ROUTED
            return of_author(language, state=closed, closing=Closing.SOLVED if number else None)
    changes: dict[str, object] = {"state": STATES.get(part, State.ROUTED)}
    if part in OFFERS:
        changes["offers"] = OFFERS[part]
    due = date(2026, 11, 17) if part is Part.UNACKNOWLEDGED else date(2026, 11, 24)
    return view(language, title=said[:80] if number else None, answer_by=due, **changes)
