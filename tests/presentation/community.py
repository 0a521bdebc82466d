"""The community itself on every screen: its charter, its life, its health, and which of several it is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sc_bot.domain.charter import SIGNATORIES
from sc_bot.domain.charter_views import CharterView, PartnerView, SignedView
from sc_bot.domain.common_answers import Archived, CharterAdapted, CharterSigned, Restored, ReviewHeld
from sc_bot.domain.community import Localised
from sc_bot.domain.community_views import (
    CommunityView,
    CycleView,
    GapView,
    HealthView,
    ParticipationView,
    PersonView,
    ReviewView,
    UndeliveredView,
)
from sc_bot.domain.counts import DeadlockCounts, Tally
from sc_bot.domain.cycles import Stage
from sc_bot.domain.unreached import SHARED, Mail
from sc_bot.domain.views import Choice, Reader
from sc_bot.ports import Message, Place
from sc_bot.presentation import charter, cycles, health, places
from sc_bot.presentation.digests import digest
from sc_bot.presentation.windows import charter as charter_windows
from sc_bot.presentation.windows import cycles as cycle_windows
from sc_bot.presentation.windows.parts import WindowJson
from sc_bot.presentation.windows.reporting import Draft, report_window, with_more
from sc_bot.usecases.homes.gaps import OF_PEOPLE
from tests.presentation.digested import a_digest
from tests.presentation.samples import GROUP, HOSPITAL, SAID, WHO, ZONE, region, words

REASONS = (
    *("is_archived", "user_not_found", "cannot_dm_bot", "not_worded", "unknown_kind", "msg_too_long", "http_503"),
    *(SHARED, Mail.NO_FILE, Mail.NO_ADDRESS),
)
COMMUNITY = Localised("Oncologie et santé mentale", "Oncology and mental health")


def charter_view(language: str, **changes: object) -> CharterView:
    """A charter that one institution of two has signed."""
    signed = tuple(SignedView(each, WHO, date(2026, 10, 5)) for each in SIGNATORIES)
    usual = CharterView(
        reader=Reader(language=language, timezone=ZONE),
        community=1,
        name=COMMUNITY,
        number=1,
        fr=None,
        en=None,
        partners=(PartnerView(HOSPITAL, signed), PartnerView(GROUP, missing=SIGNATORIES)),
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def community_view(language: str, said: str = SAID, **changes: object) -> CommunityView:
    """A community in its second cycle, as one of its people sees it."""
    usual = CommunityView(
        reader=Reader(language=language, timezone=ZONE),
        community=1,
        name=COMMUNITY,
        stage=Stage.RUNNING,
        starts_on=date(2026, 6, 1),
        ends_on=date(2027, 11, 30),
        institutions=9,
        signed=7,
        facilitator=WHO,
        review=ReviewView(number=1, day=date(2026, 10, 1), held_on=date(2026, 10, 8), summary=said),
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def cycle_view(language: str, **changes: object) -> CycleView:
    """The figures of a cycle."""
    tally = Tally(reported=31, solved=12, open=1234, kept=9, redated=3, late=2)
    usual = CycleView(
        reader=Reader(language=language, timezone=ZONE),
        community=1,
        number=1,
        begun=date(2026, 6, 1),
        day=date(2026, 10, 1),
        tally=tally,
        asked=8,
        answered=7,
        stuck=DeadlockCounts(
            open=3, steering=1, oldest=41, decided=4, days_to_end=17, perceived=9, verified=5, days_to_verified=38
        ),
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # as above


def health_view(language: str, said: str = SAID, **changes: object) -> HealthView:
    """A community that lacks everything that one can lack."""
    person = Localised(said, said)
    about = {
        "facilitator_not_exclusive": person,
        "empty_committee": Localised("comité directeur", "steering committee"),
    }
    gaps = tuple(GapView(each, about.get(each, HOSPITAL) if each in ABOUT else None) for each in sorted(OF_PEOPLE))
    asked = ParticipationView(name=said, institution=GROUP, asked=3, answered=2, looked_on=date(2026, 11, 16))
    usual = HealthView(
        reader=Reader(language=language, timezone=ZONE),
        name=COMMUNITY,
        since=date(2026, 10, 1),
        gaps=(*gaps, GapView("quiet", GROUP, 1), GapView("quiet", HOSPITAL, 4)),
        unreachable=(PersonView(said, None), PersonView(said, GROUP)),
        participation=(asked, replace(asked, institution=None, looked_on=None, answered=0)),
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # as above


ABOUT = {"facilitator_not_exclusive", "empty_committee", "no_director", "no_general_manager", "no_delegate"}


def community_messages(language: str, said: str) -> Iterator[tuple[str, Message]]:
    """What is answered about the community."""
    to = words(language)
    for waits in (True, False):
        answer = CharterSigned(person="HSF-MD", community=1, charter=1, waits=waits)
        yield f"charter signed, {waits}", charter.was_signed(to, answer)
    yield "charter adapted", charter.was_adapted(to, CharterAdapted(community=1, charter=2))
    yield "digest, charter to sign", digest(replace(a_digest(language, said), to_sign=True))
    yield "which community", places.which(to)
    yield "place chosen", places.chosen(to, COMMUNITY)
    yield from _lives(language, said)
    yield from _cycles(language)
    yield "health", health.health(to, health_view(language, said))
    nothing = health_view(language, said, gaps=(), unreachable=(), participation=())
    yield "health, nothing lacks", health.health(to, nothing)
    for name, reasons in (
        ("in Slack", REASONS),
        ("by mail", (SHARED, *(each for each in Mail if each is not Mail.GOES))),
    ):
        lost = tuple(UndeliveredView(whom, why, 2) for whom in (said, "#cs-hsf") for why in reasons)
        yield f"health, not delivered {name}", health.health(to, health_view(language, said, undelivered=lost))
    crowd = health_view(language, said, unreachable=(PersonView(said, GROUP),) * 200)
    yield "health, of many", health.health(to, crowd)
    own = health_view(language, said, own=True, gaps=(), unreachable=())
    yield "health, own", health.health(to, own)
    yield "no director", health.no_director(Reader(language=language, timezone=ZONE), HOSPITAL)


def _lives(language: str, said: str) -> Iterator[tuple[str, Message]]:
    to = words(language)
    waiting = ReviewView(number=2, day=date(2026, 11, 1))
    for stage in Stage:
        for facilitates in (True, False):
            over = {"archived_on": date(2026, 11, 2), "where_to_go": said} if stage is Stage.ARCHIVED else {}
            seen = community_view(language, said, stage=stage, facilitates=facilitates, **over)
            yield f"community, {stage}, {facilitates}", places.community(to, seen)
    others = (Choice("2", said), Choice("3", said))
    head = community_view(language, said, facilitates=True, review=waiting, others=others)
    yield "community, review waits", places.community(to, head)
    new = community_view(language, said, review=None, facilitator=None)
    yield "community, new", places.community(to, new)
    undone = replace(head, archived_on=date(2026, 11, 2), where_to_go=said, undo_until=date(2026, 12, 2))
    yield "community, archived lately", places.community(to, undone)


def _cycles(language: str) -> Iterator[tuple[str, Message]]:
    to, reader = words(language), Reader(language=language, timezone=ZONE)
    yield "cycle review", cycles.review(cycle_view(language))
    yield "cycle review, held", cycles.review(cycle_view(language, held=True))
    yield "ends soon", cycles.ends_soon(reader, COMMUNITY, date(2027, 11, 30))
    yield "review held", cycles.held(to, ReviewHeld(community=1, number=1))
    for left in (0, 1, 12):
        yield f"archived, {left}", cycles.archived(to, Archived(community=1, open=left))
    yield "restored", cycles.restored(to, Restored(community=1))


def community_windows(language: str, said: str = SAID) -> Iterator[tuple[str, WindowJson]]:
    """The charter: read, signed, adapted; and of a region of two hundred institutions."""
    to = words(language)
    yield "charter", charter_windows.charter_window(to, charter_view(language))
    mine = charter_view(language, may_sign=SIGNATORIES, may_adapt=True)
    yield "charter, to sign", charter_windows.charter_window(to, mine)
    own = charter_view(language, number=2, fr=said, en=said, partners=mine.partners * 100)
    yield "charter, adapted", charter_windows.charter_window(to, own)
    yield "charter, adapt", charter_windows.adapt_window(to, mine)
    yield "charter, adapt again", charter_windows.adapt_window(to, own)
    yield "cycle hold", cycle_windows.hold_window(to, cycle_view(language))
    for left in (0, 1, 12):
        seen = community_view(language, said, open=left)
        yield f"community archive, {left}", cycle_windows.archive_window(to, seen)
    two = [Place(each, "T", 1, region()) for each in (1, 2)]
    asks = report_window(to, region(), Draft(text=said), among=two)
    yield "report, in which community", asks
    yield "report, in which community, more", with_more(to, None, asks)
