"""Every message and every window, by name, in one language; `said` stands for all that people write."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sc_bot.domain.absences import Absence
from sc_bot.domain.answers import CameBack, Changed, Faster, Identifying, Recorded, WentAway
from sc_bot.domain.events import OF_COMMITMENTS, OF_JOINT_CHANGES, Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Because, Closing, Severity, State, Verdict
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Message
from sc_bot.presentation import absences, cards, greetings, lists, refusals, replies
from sc_bot.presentation.finding import choosing
from sc_bot.presentation.giving_back import given_back
from sc_bot.presentation.told import told
from sc_bot.presentation.windows import settings
from sc_bot.privacy.findings import Kind
from tests.presentation.community import community_messages
from tests.presentation.contributing import contribution_messages
from tests.presentation.decided import ANSWERS, decision_messages
from tests.presentation.digested import digest_messages
from tests.presentation.exported import export_messages
from tests.presentation.finding import finding_messages
from tests.presentation.grounded import ground_messages
from tests.presentation.guarded import guarded_messages
from tests.presentation.joined import joining_messages
from tests.presentation.jointly import joint_line, joint_messages
from tests.presentation.learned import lesson_messages
from tests.presentation.met import meeting_messages
from tests.presentation.promised import promise, promise_messages
from tests.presentation.pulsed import pulse_messages
from tests.presentation.samples import (
    GROUP,
    HOSPITAL,
    NOW,
    OF_THE_FACILITATOR,
    OTHER,
    REFERENCE,
    SAID,
    WHO,
    of_author,
    region,
    step,
    view,
    words,
)
from tests.presentation.stuck import DETAILS as STUCK
from tests.presentation.stuck import stuck_messages
from tests.presentation.unreached import unreached_messages

REASONS = (
    "chosen",
    "addressed",
    "named",
    "service",
    "learned",
    "table",
    "triage",
    "returned",
    "facilitator",
    "arbitration",
)
DETAILS: Mapping[Happened, Sequence[tuple[str, ...]]] = {
    Happened.CLOSED: [(each.value, *((OTHER,) if each is Closing.DUPLICATE else ())) for each in Closing],
    Happened.VERIFIED: [("yes",), ("partly",)],
    Happened.ALSO_VERIFIED: [("yes",), ("no",)],
    **{key: [(OTHER,)] for key in (Happened.MERGED, Happened.TAKEN_IN, Happened.SPLIT, Happened.SPLIT_OFF)},
    Happened.DECISION_ANSWERED: ANSWERS,
    Happened.JOINT_HELD: [(f"{REFERENCE}+1", "2026-12-04", "1", "2", each) for each in ("back", "no_back")],
    Happened.JOINT_DECLINED: [(f"{REFERENCE}+1", *each) for each in ((), ("short",))],
    Happened.JOINT_CHECKED: [(f"{REFERENCE}+1", each.value) for each in Verdict],
    Happened.JOINT_REDATED: [(f"{REFERENCE}+1", *each) for each in (("2026-12-11",), ("2026-12-04", "2026-12-11"))],
    Happened.DECLINED: [("1",), ("1", "offered")],
    Happened.DECIDED: [("1", "Comité de soutien", "Support committee", *more) for more in ((), ("corrected",))],
    **STUCK,
}
A_SCREENFUL = 20  # steps of a history
ANNOUNCED = frozenset({Happened.JOINT_WENT})
"""What its author is told in full, even if their name is hidden: the same words as everybody."""


def messages(language: str, said: str = SAID) -> Iterator[tuple[str, Message]]:
    """Every message."""
    yield from _cards(language, said)
    yield from _told(language, said)
    yield from _replies(language)
    yield from _greetings(language)
    yield from _lists(language, said)
    yield from promise_messages(language, said)
    yield from digest_messages(language, said)
    yield from finding_messages(language, said)
    yield from export_messages(language)
    yield from contribution_messages(language, said)
    yield from decision_messages(language, said)
    yield from ground_messages(language, said)
    yield from joint_messages(language, said)
    yield from lesson_messages(language, said)
    yield from meeting_messages(language, said)
    yield from pulse_messages(language)
    yield from guarded_messages(language, said)
    yield from stuck_messages(language, said)
    yield from joining_messages(language, said)
    yield from community_messages(language, said)
    yield from _absences(language, said)


def _cards(language: str, said: str) -> Iterator[tuple[str, Message]]:
    for state in State:
        closing = Closing.SOLVED if state is State.CLOSED else None
        of = {"state": state, "closing": closing, "description": said, "details": (said, said)}
        yield f"director, {state}", cards.director_card(view(language, **of))
        yield f"triage, {state}", cards.triage_card(view(language, **of, offers=OF_THE_FACILITATOR, author=WHO))
        for hidden in (True, False):
            name = f"author, {state}, {'hidden' if hidden else 'shown'}"
            yield name, cards.author_card(of_author(language, **of, hidden=hidden))
        yield f"headline, {state}", cards.headline(view(language, **of))
    for closing in Closing:
        seen = of_author(language, state=State.CLOSED, closing=closing, offers=frozenset({Verb.VERIFY}))
        yield f"author, {closing}, hidden", cards.author_card(seen)
    for kind in REASONS:
        because = Because(kind, OTHER)
        yield f"director, because {kind}", cards.director_card(view(language, because=because, description=said))
        yield f"author, because {kind}", cards.author_card(of_author(language, hidden=False, because=because))
    for severity in Severity:
        yield f"director, severity {severity}", cards.director_card(view(language, severity=severity))
    for until in (None, NOW.date()):
        away = {"instead_of": OTHER, "until": until}
        yield f"director, covered until {until}", cards.director_card(view(language, **away))
        for hidden in (True, False):
            name = f"author, covered until {until}, {'hidden' if hidden else 'shown'}"
            yield name, cards.author_card(of_author(language, hidden=hidden, **away))
    yield from _other_cards(language, said)


def _other_cards(language: str, said: str) -> Iterator[tuple[str, Message]]:
    nowhere = {"institution": None, "state": State.REPORTED, "concerned": (), "offers": OF_THE_FACILITATOR}
    yield "triage, nowhere", cards.triage_card(view(language, **nowhere, origin=None, line=None))
    yield "triage, risk", cards.triage_card(view(language, **nowhere, severity=Severity.RISK_OF_HARM))
    yield "author, nowhere, hidden", cards.author_card(of_author(language, institution=None, state=State.REPORTED))
    steps = tuple(step(Happened.RETURNED, text=said, id=number) for number in range(3))
    returned = {"state": State.ARBITRATION, "returned_by": (HOSPITAL, GROUP), "steps": steps, "description": said}
    yield "arbitration", cards.arbitration_card(view(language, **returned, offers=frozenset({Verb.ASSIGN})))
    again = {"state": State.RETURNED, "returned_by": (GROUP,), "steps": steps, "because": Because("returned", "CVE")}
    yield "director, returned to", cards.director_card(view(language, **again, details=(said,), description=said))
    yield "headline, closed off", cards.closed_off(view(language).reader, REFERENCE)
    yield "headline, titled", cards.headline(view(language, title=said[:80]))
    news = step(Happened.UPDATED, text=said)
    for hidden in (True, False):
        named = "hidden" if hidden else "shown"
        yield f"author, news, {named}", cards.author_card(of_author(language, hidden=hidden, news=news))


def _told(language: str, said: str) -> Iterator[tuple[str, Message]]:
    for kind in Happened:
        for details in DETAILS.get(kind, [step(kind).details]):
            happened = step(kind, text=said, details=details)
            for name, seen in (
                ("hidden author", of_author(language, offers=frozenset(Verb), duplicate_of=OTHER)),
                ("author", of_author(language, hidden=False, offers=frozenset(Verb), duplicate_of=OTHER)),
                ("others", view(language)),
                ("owner, closed", view(language, state=State.CLOSED, commitments=(promise(language, said),))),
                ("owner, withdrawn", view(language, state=State.WITHDRAWN)),
            ):
                message = told(seen, happened)
                to = name.replace("hidden author", "author, announced") if kind in ANNOUNCED else name
                if message is not None:
                    yield f"told {to}, {kind} {' '.join(details)}".strip(), message


def _replies(language: str) -> Iterator[tuple[str, Message]]:
    to, community = words(language), region()
    for kind in REASONS:
        for shown in (True, False):
            yield f"recorded, {kind}, {shown}", replies.recorded(to, recorded(kind, name_shown=shown), community, NOW)
    for each in Kind:
        for blocks in (True, False):
            answer = Identifying(kinds=(each.value,), blocks=blocks)
            yield f"identifying, {each}, {blocks}", replies.identifying(to, answer)
    for state in State:
        faster = Faster(problem=1, reference=REFERENCE, community=1, state=state, by="HSF-MD", at=NOW)
        yield f"faster, {state}", replies.faster(to, faster, community)
    for verb in Verb:
        changed = Changed(problem=1, reference=REFERENCE, community=1, state=State.ROUTED, verb=verb.value)
        yield f"changed, {verb}", replies.changed(to, changed)
        spot = replies.changed_on_the_spot(to, changed, of_author(language))
        yield f"changed on the spot, {verb}", spot
    for_another = replace(recorded("chosen", name_shown=False), for_another=True)
    yield "recorded for another", replies.recorded(to, for_another, region(), NOW)
    yield "author, typed, hidden", cards.author_card(of_author(language, hidden=True, typed_by=WHO), ["ONC-1"])
    yield "placed", replies.placed(to)
    yield "habits kept", settings.kept(to)
    yield "heard", replies.heard(to)
    for why in Why:
        yield f"refused, {why}", Message(refusals.refused(to, refusal(why)))


def recorded(kind: str, *, name_shown: bool) -> Recorded:
    """The answer to a report; a triaged one has no institution, and the gravest tells the facilitator."""
    return Recorded(
        problem=1,
        reference=REFERENCE,
        community=1,
        institution=None if kind == "triage" else "HSF",
        person="HSF-MD",
        because=Because(kind, SAID),
        alternatives={"named": ("CVE",), "addressed": ("CVE", "CRC", "CRP", "HSF")}.get(kind, ()),
        answer_by=NOW.date(),
        read_at=NOW if kind == "chosen" else None,
        name_shown=name_shown,
        told_facilitator=kind == "addressed",
    )


def refusal(why: Why) -> Refused:
    """A refusal with the facts that its words need."""
    details = {Why.TOO_LONG: ("10000",), Why.IDENTIFYING: ("nam",), Why.MAYBE_IDENTIFYING: ("name", "phone")}
    return Refused(why, details=details.get(why, (REFERENCE,)))


def _greetings(language: str) -> Iterator[tuple[str, Message]]:
    reader = view(language).reader
    yield "welcome", greetings.welcome(reader)
    yield "relieved", greetings.relieved(reader)
    yield "ask home", greetings.ask_home(reader, "1")
    yield from unreached_messages(language)
    yield "offer report", greetings.offer_report(reader, "1.0")
    for why in Why:
        yield f"sorry, {why}", greetings.sorry(reader, why.value, refusal(why).details, mend=("sc.help", "1"))


def _lists(language: str, said: str) -> Iterator[tuple[str, Message]]:
    to, seen = words(language), view(language, description=said)
    for number in (0, 1, 2):
        yield f"front, {number}", lists.front(to, number, number, manages=True)
    yield "help", lists.help_(to)
    for number, page in enumerate(given_back(to, to.t("Noted."), said)):
        yield f"given back, {number}", page
    yield "unknown verb", lists.unknown(to, said)
    yield "which", lists.which(to)
    yield "which to promise", lists.which_to_promise(to)
    three = ([seen], [seen] * 8, [view(language, title=said[:80])] * 8)
    yield "listing", lists.listing(to, *three, more=3, narrowing=choosing(to, region()))
    yield "listing, empty", lists.listing(to, [], [], [])
    kinds = [kind for kind in Happened if kind not in OF_COMMITMENTS]
    for first in range(0, len(kinds), A_SCREENFUL):
        some = kinds[first : first + A_SCREENFUL]
        steps = tuple(step(kind, text=said, by=None, by_author=True, internal=True) for kind in some)
        whole = {"suggestion": said, "on_behalf": said, "details": (said,), "author": WHO, "steps": steps}
        yield f"shown, {first}", lists.shown(to, view(language, **whole, description=said))
    answers = tuple(step(Happened.DECISION_ANSWERED, text=said, details=each) for each in ANSWERS)
    together = tuple(step(kind, text=said) for kind in OF_JOINT_CHANGES)
    changing = view(language, steps=together, joint=(joint_line(language, "x"),))
    yield "shown, joint change", lists.shown(to, changing)
    met = tuple(step(Happened.DECIDED, text=said, details=each) for each in DETAILS[Happened.DECIDED])
    yield "shown, decided", lists.shown(to, view(language, steps=(*answers, *met)))
    yield "shown, long", lists.shown(to, view(language, description=said, details=(said[:99],) * 20))
    promised = tuple(step(kind, text=said) for kind in OF_COMMITMENTS)
    yield "shown, promised", lists.shown(to, view(language, steps=promised, commitments=(promise(language, said),)))


def _absences(language: str, said: str) -> Iterator[tuple[str, Message]]:
    to = words(language)
    for last in (None, NOW.date(), NOW.date().replace(day=30)):
        absence = Absence(person="HSF-MD", first_day=NOW.date(), last_day=last)
        for waiting in (0, 1, 2):
            for acts in (True, False):
                name = f"covering, {waiting}, {acts}, {last}"
                yield name, absences.covering(to, WHO, absence, waiting, acts=acts)
        for own in (True, False):
            for covers in ((), ("ADV-1",), ("SC-1", "ADV-1")):
                answer = went_away(last, covers, own=own)
                yield f"went away, {own}, {len(covers)}, {last}", absences.went_away(to, answer, region())
    for own in (True, False):
        for was_away in (True, False):
            for listed in (True, False):
                back = CameBack(person="HSF-MD", community=1, own=own, was_away=was_away, listed=listed)
                yield f"came back, {own}, {was_away}, {listed}", absences.came_back(to, back)
    absence = Absence(person="HSF-MD", first_day=NOW.date())
    yield "while away", absences.while_away(to, absence, [view(language, title=said[:80])] * 10, 3)
    yield "while away, nothing", absences.while_away(to, absence, [], 0)


def went_away(last: date | None, covers: tuple[str, ...], *, own: bool) -> WentAway:
    """The answer to an absence that was set."""
    return WentAway(
        absence=1, person="HSF-MD", community=1, first_day=NOW.date(), last_day=last, covers=covers, own=own
    )
