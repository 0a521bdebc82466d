"""Deadlocks in words: each sign with its evidence, who decides, how it ended. No names beside anything."""

from collections.abc import Callable, Mapping, Sequence

from sc_bot.domain.counts import DeadlockCounts
from sc_bot.domain.deadlock_signs import AUTHOR
from sc_bot.domain.deadlock_views import DeadlockView, PromiseView, SignView
from sc_bot.domain.deadlocks import Sign, Stage, Way
from sc_bot.domain.events import Happened
from sc_bot.domain.perceiving import COMMITTEE, CONTRIBUTOR, DIRECTOR, FACILITATOR, PARTNER
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.presentation.blocks import on_one_line, shortened
from sc_bot.presentation.vocabulary import neutral_title
from sc_bot.presentation.words import Words

LONGEST = 200  # characters of what is needed, or was decided, on one line
MOST_LINKS = 6  # promises of one circle; a longer one says how many more

_SIGNS: Mapping[Sign, Callable[[Words], str]] = {
    Sign.UNSOLVABLE: lambda words: words.t("perceived as unsolvable"),
    Sign.RETURNED: lambda words: words.t("returned more than once"),
    Sign.CIRCLE: lambda words: words.t("promises that wait for each other"),
    Sign.UNOWNED: lambda words: words.t("long without a lead"),
    Sign.REDATED: lambda words: words.t("a promise re-dated several times"),
    Sign.BLOCKED: lambda words: words.t("a promise blocked for long"),
    Sign.REOPENED: lambda words: words.t("opened again several times"),
}


def sign(words: Words, sign: Sign) -> str:
    """A sign in a word or two."""
    return _SIGNS[sign](words)


_OFFICES: Mapping[str, Callable[[Words], str]] = {
    AUTHOR: lambda words: words.t("the author"),
    DIRECTOR: lambda words: words.t("the institution that has it"),
    CONTRIBUTOR: lambda words: words.t("a contributing institution"),
    PARTNER: lambda words: words.t("an institution that takes part"),
    FACILITATOR: lambda words: words.t("the facilitator"),
    COMMITTEE: lambda words: words.t("the support committee"),
}


def office(words: Words, office: str) -> str:
    """As what somebody says that it is perceived as unsolvable."""
    return _OFFICES.get(office, _OFFICES[PARTNER])(words)


def way(words: Words, way: Way) -> str:
    """How a deadlock ended."""
    return {
        Way.LEAD: words.t("a lead and a joint plan"),
        Way.RESOURCES: words.t("resources"),
        Way.WE_WILL_NOT: words.t("we will not"),
        Way.CLOSED: words.t("closed without a decision"),
    }[way]


def stage(words: Words, stage: Stage) -> str:
    """Who decides."""
    if stage is Stage.STEERING:
        return words.t("The general managers decide.")
    return words.t("The support committee decides.")


def lines(words: Words, view: DeadlockView) -> list[str]:
    """Since when, who decides; then each sign with its evidence."""
    decide = stage(words, view.stage)
    gone = words.t("The sign is gone by itself; a decision is still owed.") if view.is_gone else ""
    return [
        " ".join(filter(None, (_since(words, view), decide, gone))),
        *(evidence(words, each) for each in view.signs),
    ]


def _since(words: Words, view: DeadlockView) -> str:
    if view.found_on is None or view.working_days is None:
        return words.t("In deadlock.")
    since = words.day(view.found_on)
    return words.n(
        "In deadlock since {day}: {n} working day.",
        "In deadlock since {day}: {n} working days.",
        view.working_days,
        day=since,
    )


def evidence(words: Words, view: SignView) -> str:
    """One sign in a sentence, with what shows it; and whether it is gone."""
    said = _EVIDENCE[view.sign](words, view)
    return said if view.stands else words.t("{said} This sign is gone.", said=said)


def _unsolvable(words: Words, view: SignView) -> str:
    who = words.both([office(words, each) for each in dict.fromkeys(view.offices)])
    if not view.days:
        return words.t("Perceived as unsolvable by {who}.", who=who)
    return words.t("Perceived as unsolvable by {who}, first on {day}.", who=who, day=words.day(view.days[0]))


def _returned(words: Words, view: SignView) -> str:
    both = zip(view.institutions, view.days, strict=False)
    told = [words.t("{institution} ({day})", institution=words.name(home), day=words.day(day)) for home, day in both]
    return words.t("Returned by {institutions}.", institutions=words.both(told))


def _circle(words: Words, view: SignView) -> str:
    return words.t("Promises wait for each other, each for the next: {circle}.", circle=_chain(words, view))


def _chain(words: Words, view: SignView) -> str:
    """Promise after promise, and back to the first."""
    shown = [_link(words, each) for each in view.circle[:MOST_LINKS]]
    more = len(view.circle) - MOST_LINKS
    if more > 0:
        shown.append(words.n("{n} more", "{n} more", more))
    return " → ".join([*shown, *shown[:1]])


def _link(words: Words, promise: PromiseView) -> str:
    if promise.reference is None:
        return words.t("a promise you may not see")
    if promise.institution is None:
        return promise.reference
    place = words.name(promise.institution)
    return words.t("{reference} ({institution})", reference=promise.reference, institution=place)


def _unowned(words: Words, view: SignView) -> str:
    if not view.days:
        return words.t("Nobody has led it for long.")
    since = words.day(view.days[0])
    return words.n(
        "Nobody has led it since it was reported on {day}: {n} working day.",
        "Nobody has led it since it was reported on {day}: {n} working days.",
        view.number,
        day=since,
    )


def _redated(words: Words, view: SignView) -> str:
    promise = _link(words, view.promise or PromiseView())
    return words.n("Re-dated {n} time: {promise}.", "Re-dated {n} times: {promise}.", view.number, promise=promise)


def _blocked(words: Words, view: SignView) -> str:
    promise = _link(words, view.promise or PromiseView())
    day = words.day(view.days[0]) if view.days else ""
    said = words.n(
        "Blocked since {day}, {n} working day: {promise}.",
        "Blocked since {day}, {n} working days: {promise}.",
        view.number,
        day=day,
        promise=promise,
    )
    need = (
        words.t("Needed: {needs}", needs=words.quoted(shortened(on_one_line(view.need), LONGEST))) if view.need else ""
    )
    return " ".join(filter(None, (said, need)))


def _reopened(words: Words, view: SignView) -> str:
    if not view.days:
        return words.t("Opened again several times.")
    return words.t("Opened again on {days}.", days=words.both([words.day(each) for each in view.days]))


_EVIDENCE: Mapping[Sign, Callable[[Words, SignView], str]] = {
    Sign.UNSOLVABLE: _unsolvable,
    Sign.RETURNED: _returned,
    Sign.CIRCLE: _circle,
    Sign.UNOWNED: _unowned,
    Sign.REDATED: _redated,
    Sign.BLOCKED: _blocked,
    Sign.REOPENED: _reopened,
}


def line(words: Words, view: ProblemView) -> str:
    """One deadlock where many stand below each other: reference, title, how long, by which signs, who decides."""
    found = view.deadlock
    if found is None:
        return view.reference
    age = words.n("{n} working day", "{n} working days", found.working_days) if found.working_days is not None else ""
    told = "; ".join(filter(None, (age, *(_shortly(words, each) for each in found.signs))))
    title = f"{view.reference} {neutral_title(words, view)}"
    gone = words.t("The sign is gone by itself; a decision is still owed.") if found.is_gone else ""
    head = words.t("{title}: {facts}.", title=title, facts=told) if told else f"{title}."
    return " ".join(filter(None, (head, stage(words, found.stage), gone)))


def _shortly(words: Words, view: SignView) -> str:
    """A sign in a few words; a circle with its promises."""
    short = sign(words, view.sign)
    return words.t("{what}: {said}", what=short, said=_chain(words, view)) if view.circle else short


def in_history(words: Words, step: StepView) -> str:
    """One step, without who and when."""
    match step.kind:
        case Happened.PERCEIVED:
            return words.t("said that it is perceived as unsolvable")
        case Happened.PERCEIVED_STILL if step.details[:1] == ("yes",):
            return words.t("said, when it was closed, that it is still perceived as unsolvable")
        case Happened.PERCEIVED_STILL:
            return words.t("said, when it was closed, that it is no longer perceived as unsolvable")
        case Happened.DEADLOCKED:
            signs = words.both([sign(words, Sign(each)) for each in step.details])
            return words.t("noted a deadlock: {signs}", signs=signs)
        case Happened.DEADLOCK_RAISED:
            return words.t("brought the deadlock before the general managers")
        case _:
            return _decided(words, step)


def _decided(words: Words, step: StepView) -> str:
    decided = Way(step.details[0])
    if decided is Way.LEAD and step.institution is not None:
        return words.t("ended the deadlock: {institution} leads a joint plan", institution=words.name(step.institution))
    if decided is Way.RESOURCES and step.institution is not None:
        return words.t("ended the deadlock: resources from {institution}", institution=words.name(step.institution))
    return words.t("ended the deadlock: {way}", way=way(words, decided))


def told(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """The decision, to those whom it concerns: who has the problem, and who gives."""
    if step.kind is not Happened.DEADLOCK_ENDED:
        return []
    head = words.t("{reference}: the deadlock is ended by a decision.", reference=view.reference)
    if view.hides_subject:
        return [head, words.t("What was decided is under “See all”.")]
    said = [words.quoted(shortened(on_one_line(step.text), LONGEST))] if step.text else []
    return [head, _decided_is(words, step), *said]


def _decided_is(words: Words, step: StepView) -> str:
    place = words.name(step.institution) if step.institution is not None else ""
    if step.details[0] == Way.RESOURCES:
        return words.t("Resources are given by {institution}.", institution=place)
    return words.t("{institution} leads a joint plan. Next: promise its parts.", institution=place)


def raised(words: Words, references: Sequence[str]) -> str:
    """One line for a first screen: how many wait for the general managers, and which has waited longest."""
    return words.n(
        "{n} deadlock waits for the general managers to decide: /sc show {reference}",
        "{n} deadlocks wait for the general managers to decide, the longest one: /sc show {reference}",
        len(references),
        reference=references[0],
    )


def measure(words: Words, stuck: DeadlockCounts) -> list[str]:
    """What became of what nobody believed in; then how much is stuck, and how soon it is decided."""
    return [each for each in (_believed(words, stuck), _waiting(words, stuck), _ended(words, stuck)) if each]


def _believed(words: Words, stuck: DeadlockCounts) -> str:
    if not stuck.perceived:
        return ""
    said = words.n(
        "{n} problem was perceived as unsolvable; verified as solved since: {solved}.",
        "{n} problems were perceived as unsolvable; verified as solved since: {solved}.",
        stuck.perceived,
        solved=words.number(stuck.verified),
    )
    if stuck.days_to_verified is None:
        return said
    took = words.n("It took {n} day (median).", "It took {n} days (median).", stuck.days_to_verified)
    return f"{said} {took}"


def _waiting(words: Words, stuck: DeadlockCounts) -> str:
    if not stuck.open or stuck.oldest is None:
        return ""
    said = words.n("{n} deadlock waits for a decision.", "{n} deadlocks wait for a decision.", stuck.open)
    oldest = words.n("The oldest has waited {n} day.", "The oldest has waited {n} days.", stuck.oldest)
    return f"{said} {oldest}"


def _ended(words: Words, stuck: DeadlockCounts) -> str:
    if stuck.days_to_end is None:
        return ""
    said = words.n("{n} was ended by a decision.", "{n} were ended by a decision.", stuck.decided)
    took = words.n("It took {n} day (median).", "It took {n} days (median).", stuck.days_to_end)
    return f"{said} {took}"
