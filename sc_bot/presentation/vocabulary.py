"""The names of things, in both languages: states, severities, reasons, kinds of identifier, buttons."""

from collections.abc import Callable
from datetime import date

from sc_bot.domain.commitments import Standing
from sc_bot.domain.decisions import Deciding
from sc_bot.domain.participations import Taking
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Because, Closing, Severity, State
from sc_bot.domain.views import ProblemView
from sc_bot.presentation.blocks import on_one_line
from sc_bot.presentation.words import Words, plainly


def state(words: Words, state: State) -> str:
    """Where a problem stands."""
    match state:
        case State.REPORTED:
            return words.t("with the facilitator")
        case State.ROUTED:
            return words.t("sent")
        case State.ACKNOWLEDGED:
            return words.t("acknowledged")
        case State.ACCEPTED:
            return words.t("accepted")
        case State.RETURNED:
            return words.t("returned")
        case State.ARBITRATION:
            return words.t("with the support committee")
        case State.CLOSED:
            return words.t("closed")
        case State.WITHDRAWN:
            return words.t("withdrawn")


def severity(words: Words, severity: Severity) -> str:
    """How much it hurts."""
    match severity:
        case Severity.NUISANCE:
            return words.t("nuisance")
        case Severity.DELAY:
            return words.t("delay or rework")
        case Severity.CARE_AFFECTED:
            return words.t("care affected")
        case Severity.RISK_OF_HARM:
            return words.t("risk of harm")


def closing(words: Words, closing: Closing) -> str:
    """How a problem ended."""
    match closing:
        case Closing.SOLVED:
            return words.t("solved")
        case Closing.NOT_SOLVABLE:
            return words.t("closed without a solution")
        case Closing.DUPLICATE:
            return words.t("closed as a duplicate")
        case Closing.OUT_OF_MANDATE:
            return words.t("closed as out of mandate")


def closing_choice(words: Words, closing: Closing) -> str:
    """How to close it, as something to choose."""
    match closing:
        case Closing.SOLVED:
            return words.t("Solved")
        case Closing.NOT_SOLVABLE:
            return words.t("No solution, and why")
        case Closing.DUPLICATE:
            return words.t("Same as another problem")
        case Closing.OUT_OF_MANDATE:
            return words.t("Out of mandate, and where it was sent")


def line(words: Words, line: int) -> str:
    """The line of care that somebody works on: an attribute of a service, not a rank."""
    match line:
        case 1:
            return words.t("first line")
        case 2:
            return words.t("second line")
        case _:
            return words.t("third line")


def in_hand(words: Words, person: str, absent: str | None, until: date | None) -> str:
    """Who has it; while somebody is away, for whom and until when."""
    if not absent:
        return person
    if until is None:
        return words.t("{person} (for {absent}, until further notice)", person=person, absent=absent)
    return words.t("{person} (for {absent}, until {day})", person=person, absent=absent, day=words.day(until))


def because_for_author(words: Words, because: Because) -> str:
    """Why it went there, said to the one who wrote it."""
    matched = words.quoted(because.matched)
    match because.kind:
        case "chosen":
            return words.t("you chose it")
        case "addressed":
            return words.t("you addressed it to {matched}", matched=matched)
        case "named":
            return words.t("you wrote {matched}", matched=matched)
        case "table":
            return words.t("routing table: {matched}", matched=matched)
        case "service":
            return words.t("{matched} is usually theirs", matched=matched)
        case "learned":
            return words.t("problems like it went there")
        case "facilitator":
            return words.t("the facilitator sent it there")
        case "arbitration":
            return words.t("the support committee decided")
        case "returned":
            return words.t("{institution} proposes it", institution=because.matched)
        case _:
            return words.t("no institution was recognised")


def because_for_director(words: Words, view: ProblemView) -> str:
    """Why the director receives it; after a return, because another institution proposes it."""
    because, matched = view.because, words.quoted(view.because.matched)
    if view.returned_by and because.kind not in {"facilitator", "arbitration"}:
        name = words.name(view.returned_by[-1])
        return words.t("You receive it because {institution} proposes it to you.", institution=name)
    match because.kind:
        case "chosen":
            return words.t("You receive it because the author chose your institution.")
        case "addressed":
            return words.t("You receive it because it is addressed to {matched}.", matched=matched)
        case "named":
            return words.t("You receive it because the text says {matched}.", matched=matched)
        case "table":
            return words.t("You receive it because of the routing table ({matched}).", matched=matched)
        case "service":
            return words.t("You receive it because {matched} is usually your institution's work.", matched=matched)
        case "learned":
            return words.t("You receive it because problems like it went to your institution.")
        case "facilitator":
            return words.t("You receive it because the facilitator sent it to you.")
        case "arbitration":
            return words.t("You receive it because the support committee decided so.")
        case _:
            return ""


def neutral_title(words: Words, view: ProblemView) -> str:
    """What channels and lists show: the worded title, else the continuum and the interface; never the report's text."""
    if view.unnamed:
        return words.t("restricted problem")
    worded = on_one_line(plainly(view.title or ""))
    if worded:
        return worded
    ends = dict.fromkeys(words.name(each) for each in (view.institution, *view.concerned) if each is not None)
    between = list(ends)[:2] if len(ends) > 1 else []  # one end is no interface; the lead stands beside the title
    continuum = words.name(view.continuum) if view.continuum else words.t("continuum to be named")
    return ", ".join(part for part in (continuum, " ↔ ".join(between)) if part)


def identifier(words: Words, kind: str) -> str:
    """A kind of identifying detail, as the privacy gate names it."""
    return _IDENTIFIERS[kind](words)


_IDENTIFIERS: dict[str, Callable[[Words], str]] = {
    "nam": lambda words: words.t("a health insurance number"),
    "nam_like": lambda words: words.t("a number shaped like a health insurance number"),
    "sin": lambda words: words.t("a social insurance number"),
    "sin_like": lambda words: words.t("a number shaped like a social insurance number"),
    "mrn": lambda words: words.t("a file number"),
    "dob": lambda words: words.t("a birth date"),
    "phone": lambda words: words.t("a telephone number"),
    "email": lambda words: words.t("an e-mail address"),
    "name": lambda words: words.t("a person's name"),
    "room": lambda words: words.t("a room or a bed"),
    "address": lambda words: words.t("a street address"),
    "postal_code": lambda words: words.t("a postal code"),
    "rare": lambda words: words.t("a situation so rare that it tells who it is"),
}


def identifiers(words: Words, kinds: tuple[str, ...]) -> str:
    """Several kinds, as a sentence lists them."""
    return words.both([identifier(words, kind) for kind in kinds])


def promise(words: Words, standing: Standing) -> str:
    """Where a promise stands."""
    return {
        Standing.OPEN: words.t("promised"),
        Standing.BLOCKED: words.t("blocked"),
        Standing.OFFERED: words.t("to be confirmed"),
        Standing.DONE: words.t("done"),
        Standing.CANCELLED: words.t("given up"),
    }[standing]


def contribution(words: Words, standing: Taking) -> str:
    """Where a contribution stands."""
    return {
        Taking.ASKED: words.t("contribution asked for"),
        Taking.ACCEPTED: words.t("contribution accepted"),
        Taking.DECLINED: words.t("contribution declined"),
        Taking.ENDED: words.t("under its lead"),
    }[standing]


def decision(words: Words, standing: Deciding) -> str:
    """Where a decision request stands."""
    return {
        Deciding.OPEN: words.t("waiting for a decision"),
        Deciding.AGREED: words.t("agreed by all"),
        Deciding.REFUSED: words.t("not agreed"),
        Deciding.TO_DISCUSS: words.t("to be discussed"),
        Deciding.LAPSED: words.t("without a decision in time"),
        Deciding.ENDED: words.t("no longer asked for"),
    }[standing]


def verb(words: Words, verb: Verb) -> str:
    """The label of a button: an infinitive, 24 characters at most."""
    return _LABELS[verb](words)


_LABELS: dict[Verb, Callable[[Words], str]] = {
    Verb.ACKNOWLEDGE: lambda words: words.t("Acknowledge"),
    Verb.ACCEPT: lambda words: words.t("Accept"),
    Verb.COMMIT: lambda words: words.t("Promise"),
    Verb.RETURN: lambda words: words.t("Return, say why"),
    Verb.REROUTE: lambda words: words.t("Send to…"),
    Verb.ASSIGN: lambda words: words.t("Name the lead"),
    Verb.ASK: lambda words: words.t("Ask a question"),
    Verb.UPDATE: lambda words: words.t("Give news"),
    Verb.CLOSE: lambda words: words.t("Close"),
    Verb.TITLE: lambda words: words.t("Word the title"),
    Verb.HAND_OVER: lambda words: words.t("Pass to a delegate"),
    Verb.REDACT: lambda words: words.t("Flag identifying detail"),
    Verb.RESTRICT: lambda words: words.t("Restrict who sees it"),
    Verb.ADD_DETAILS: lambda words: words.t("Add details"),
    Verb.CHANGE_INSTITUTION: lambda words: words.t("Change institution"),
    Verb.SHOW_NAME: lambda words: words.t("Show my name"),
    Verb.WITHDRAW: lambda words: words.t("Withdraw"),
    Verb.ANSWER: lambda words: words.t("Answer"),
    Verb.ESCALATE: lambda words: words.t("Escalate, say why"),
    Verb.QUOTE: lambda words: words.t("Say what changed"),
    Verb.VERIFY: lambda words: words.t("Say whether it changed"),
    Verb.ASK_PARTNER: lambda words: words.t("Ask a partner"),
    Verb.CONTRIBUTE: lambda words: words.t("Contribute"),
    Verb.DECLINE: lambda words: words.t("Decline, say why"),
    Verb.ASK_DECISION: lambda words: words.t("Ask for a decision"),
    Verb.MEASURE: lambda words: words.t("Measure access"),
    Verb.PROPOSE: lambda words: words.t("Propose a solution"),
    Verb.TRY: lambda words: words.t("Try it"),
    Verb.REWORD: lambda words: words.t("Reword it together"),
    Verb.LINK: lambda words: words.t("Link to an objective"),
    Verb.AGREE_WORDING: lambda words: words.t("Agree to this wording"),
    Verb.CHANGE_TOGETHER: lambda words: words.t("Joint change…"),
    Verb.PERCEIVE: lambda words: words.t("It seems unsolvable"),
    Verb.END_DEADLOCK: lambda words: words.t("Record the way out"),
    Verb.JOIN: lambda words: words.t("Me too"),
    Verb.LEAVE: lambda words: words.t("No longer follow"),
    Verb.MERGE: lambda words: words.t("Merge"),
    Verb.SPLIT: lambda words: words.t("Split"),
}
