"""The weekly digest on every screen: for each who reads one, and the rest behind it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from sc_bot.domain.access import Access, Hurdle
from sc_bot.domain.counts import Tally, Waiting
from sc_bot.domain.decisions import Reply
from sc_bot.domain.digest_views import DigestView, RestView, Solved, WaitView
from sc_bot.domain.digests import Kind
from sc_bot.domain.due import Due
from sc_bot.domain.views import Reader
from sc_bot.ports import Message
from sc_bot.presentation.charts import Week, alt_text
from sc_bot.presentation.digest_rest import rest
from sc_bot.presentation.digests import digest
from tests.presentation.decided import decision
from tests.presentation.jointly import joint_line
from tests.presentation.learned import across, lines, news
from tests.presentation.promised import morning, promise
from tests.presentation.pulsed import pulse_view
from tests.presentation.samples import GROUP, HOSPITAL, NOW, REFERENCE, ZONE, view, words

MEASURED = Access(hurdle=Hurdle.DELAY, before=Decimal(21), after=Decimal(2))
MONDAY = date(2026, 11, 23)
SOME = Tally(
    open=14, undecided=4, answers_late=2, unpromised=3, reported=5, solved=1, unsolved=1, reopened=1, promised=9,
    late=1, kept=4, cancelled=1, redated=2, waited_for=2, waits=3,
)  # fmt: skip


def a_digest(language: str, said: str, **changes: object) -> DigestView:
    """A general manager's, unless `changes` say otherwise."""
    usual = DigestView(
        reader=Reader(language=language, timezone=ZONE),
        community=1,
        week=MONDAY,
        day=MONDAY,
        kinds=(Kind.MANAGER,),
        institution=HOSPITAL,
        own=SOME,
        whole=SOME + SOME,
        unassigned=2,
        since=NOW - timedelta(days=7),
        until=NOW,
        solved=Solved(problem=view(language, title=said), first_unsolvable=True, quote=said),
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def digest_messages(language: str, said: str) -> Iterator[tuple[str, Message]]:
    """Each kind, with and without what is asked; then the rest."""
    for kind in Kind:
        yield f"digest, {kind}", digest(a_digest(language, said, kinds=(kind,)))
    asked = morning(language, said, late=False)
    yield "digest, of everything", digest(a_digest(language, said, kinds=tuple(Kind), morning=asked, late=True))
    waiting = decision(language, said)
    several = {"decisions": (waiting, replace(waiting, own=Reply.AGREE), waiting, waiting), "morning": asked}
    yield "digest, one decision", digest(a_digest(language, said, decisions=(waiting,)))
    for raised in (("SM-17",), ("SM-17", "PA-9")):
        yield f"digest, {len(raised)} in deadlock", digest(a_digest(language, said, raised=raised))
    yield "digest, several decisions", digest(a_digest(language, said, **several))
    quiet = {"own": Tally(), "whole": Tally(), "unassigned": 0, "solved": None}
    yield "digest, quiet", digest(a_digest(language, said, kinds=tuple(Kind), **quiet))
    plainly = Solved(problem=view(language, title=said), first_unsolvable=False)
    yield "digest, without institution", digest(a_digest(language, said, institution=None, own=None, solved=plainly))
    yield "digest, lessons", digest(a_digest(language, said, lessons=news()))
    yield "digest, only late", digest(a_digest(language, said, own=Tally(late=1)))
    weeks = [Week(day=MONDAY - timedelta(days=7 * each), open=14 + each, overdue=each, solved=2) for each in range(5)]
    yield "trend", Message(alt_text(words(language), weeks[::-1]))
    yield "rest", rest(_rest(language, said))
    empty = RestView(
        reader=Reader(language=language, timezone=ZONE), institution=None, until=NOW, now=Tally(), before=None,
        before_on=None,
    )  # fmt: skip
    yield "rest, lessons", rest(replace(empty, lessons=news(), across=across()))
    yield "digest, lessons asked", digest(a_digest(language, said, morning=replace(asked, items=(), lessons=lines())))
    yield "rest, empty", rest(empty)
    yield "rest, unchanged", rest(replace(empty, before=Tally(), before_on=MONDAY))


def _rest(language: str, said: str) -> RestView:
    promises = (promise(language, said), promise(language, said, what=None, working_days_late=3))
    waits = tuple(
        WaitView(
            reference=f"{REFERENCE}.1",
            problem=view(language, title=said),
            kind=kind,
            waiting=GROUP,
            waited_for=HOSPITAL,
        )
        for kind in Waiting
    )
    return RestView(
        reader=Reader(language=language, timezone=ZONE),
        institution=HOSPITAL,
        until=NOW,
        now=SOME,
        before=Tally(open=12, undecided=4),
        before_on=MONDAY - timedelta(days=7),
        oldest=(view(language, title=said),) * 3,
        late=promises,
        redated=promises,
        kept=promises,
        they_wait=waits,
        we_wait=waits,
        joint=(joint_line(language, said),),
        solved=(Solved(problem=view(language, title=said), first_unsolvable=False, access=MEASURED),),
        tried=((view(language, title=said), Due(MONDAY)),),
        freed=Decimal("12.5"),
        pulse=pulse_view(language),
    )
