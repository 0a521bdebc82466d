"""The weekly digest: one sentence, what is asked of its reader, two lines of figures; the rest is one tap away."""

from collections.abc import Iterator

from slack_sdk.models.blocks import Block

from sc_bot.domain.counts import Tally
from sc_bot.domain.digest_views import DigestView, Solved
from sc_bot.domain.digests import Kind
from sc_bot.ports import Message
from sc_bot.presentation import access
from sc_bot.presentation.blocks import actions, bold, button, grey, message, on_one_line, plain, shortened
from sc_bot.presentation.deadlocks import raised
from sc_bot.presentation.decisions import asked, asked_lines
from sc_bot.presentation.lesson_answers import news_line
from sc_bot.presentation.meetings.items import in_digest
from sc_bot.presentation.morning import head_of, items_of
from sc_bot.presentation.vocabulary import neutral_title
from sc_bot.presentation.words import Words

MOST_DECISIONS = 3  # on the first screen
LONGEST_QUOTE = 160  # characters of a quotation on the first screen


def digest(view: DigestView) -> Message:
    """The first screen."""
    words = Words.of(view.reader)
    head, late = _head(words, view), ""
    if view.late:
        late = words.t("This digest comes late: the bot could not be reached in time.")
    told, items = items_of(words, view.morning) if view.morning else ([], [])
    decide, decisions = _decisions(words, view)
    figures = list(figures_of(words, view))
    see = [button(words.t("See all"), "problem.list", "list")] if told else []
    workbook = button(words.t("Workbook"), "workbook.ask", str(view.community))
    buttons = [
        button(words.t("See the rest"), "digest.rest", f"{view.community} {view.week.isoformat()}"),
        workbook,
        *see,
    ]
    meets = in_digest(words, view.meetings)
    soon = [grey(meets)] if meets else []
    blocks: list[Block] = [bold(head), *([grey(late)] if late else []), *decisions, *items]
    lines = [head, late, *decide, *told, *figures, meets]
    return message(lines, [*blocks, *map(plain, figures), *soon, *actions(buttons)])


def _decisions(words: Words, view: DigestView) -> tuple[list[str], list[Block]]:
    """At most three decisions, each with its answers; the others are a number."""
    shown, left_out = view.decisions[:MOST_DECISIONS], len(view.decisions) - MOST_DECISIONS
    lines = [line for each in shown for line in asked_lines(words, each)]
    blocks = [block for each in shown for block in asked(words, each)]
    if left_out > 0:
        more = words.n("{n} other decision: /sc decisions", "{n} other decisions: /sc decisions", left_out)
        lines, blocks = [*lines, more], [*blocks, grey(more)]
    if view.raised and left_out < 0:  # a place is free
        stuck = raised(words, view.raised)
        lines, blocks = [*lines, stuck], [*blocks, plain(stuck)]
    return lines, blocks


def _head(words: Words, view: DigestView) -> str:
    waiting = sum(each.own is None for each in view.decisions)
    if waiting:
        return words.n(
            "{day} · One decision is asked of you",
            "{day} · {n} decisions are asked of you",
            waiting,
            day=words.first_day(view.day),
        )
    if view.morning is not None and (view.morning.items or view.morning.lessons):
        return head_of(words, view.morning)
    if Kind.FACILITATOR in view.kinds and _triage(words, view.whole, view.unassigned):
        return words.t("{day} · The triage has work for you", day=words.first_day(view.day))
    return words.t("{day} · Nothing is asked of you this week", day=words.first_day(view.day))


def figures_of(words: Words, view: DigestView) -> Iterator[str]:
    """Two lines of figures, and one more for each further role."""
    if view.own is not None and view.institution is not None:
        yield own_line(words, view.own)
    if Kind.FACILITATOR in view.kinds:
        yield triage_line(words, view.whole, view.unassigned)
    if Kind.COMMITTEE in view.kinds or view.own is None:
        yield community_line(words, view.whole)
    if view.to_sign:
        yield words.t("The charter waits for your signature: /sc charter")
    if view.solved is not None:
        yield solved_line(words, view.solved)
    elif Kind.COMMITTEE not in view.kinds and view.own is not None:
        yield community_line(words, view.whole)
    if news := news_line(words, view.lessons):
        yield news


def own_line(words: Words, tally: Tally) -> str:
    """What one's own institution kept, owes, and waits for."""
    moved = [
        words.n("{n} promise kept", "{n} promises kept", tally.kept) if tally.kept else "",
        words.n("{n} late", "{n} late", tally.late) if tally.late else "",
        words.n("{n} re-dated", "{n} re-dated", tally.redated) if tally.redated else "",
        words.n("{n} given up", "{n} given up", tally.cancelled) if tally.cancelled else "",
    ]
    said = [each for each in moved if each]
    first = words.t("Your institution: {figures}.", figures=", ".join(said) or words.t("no promise moved"))
    if said and not tally.kept:  # the first figure says what is counted
        first = words.t("Your institution, promises: {figures}.", figures=", ".join(said))
    waited = words.t("Others wait for you: {number}.", number=words.number(tally.waited_for))
    waits = words.t("You wait for others: {number}.", number=words.number(tally.waits))
    return " ".join([first, *([waited] if tally.waited_for else []), *([waits] if tally.waits else [])])


def triage_line(words: Words, whole: Tally, unassigned: int) -> str:
    """What nobody has in hand: the facilitator's."""
    found = _triage(words, whole, unassigned)
    if not found:
        return words.t("Everything has an owner and a next step.")
    return words.t("To look at: {figures}.", figures=", ".join(found))


def _triage(words: Words, whole: Tally, unassigned: int) -> list[str]:
    found = [
        words.n("{n} without an owner", "{n} without an owner", unassigned) if unassigned else "",
        words.n("{n} answer late", "{n} answers late", whole.answers_late) if whole.answers_late else "",
        words.n("{n} accepted without a promise", "{n} accepted without a promise", whole.unpromised)
        if whole.unpromised
        else "",
        words.n("{n} promise late", "{n} promises late", whole.late) if whole.late else "",
    ]
    return [each for each in found if each]


def community_line(words: Words, whole: Tally) -> str:
    """The community as a whole."""
    figures = [
        words.n("{n} problem open", "{n} problems open", whole.open),
        words.n("{n} reported", "{n} reported", whole.reported) if whole.reported else "",
        words.n("{n} solved", "{n} solved", whole.solved) if whole.solved else "",
        words.n("{n} promise late", "{n} promises late", whole.late) if whole.late else "",
    ]
    return words.t("The community: {figures}.", figures=", ".join(each for each in figures if each))


def solved_line(words: Words, solved: Solved) -> str:
    """One problem that is solved; quoted only if its author agreed."""
    says_something = solved.problem.title or solved.problem.continuum or solved.problem.concerned
    title = neutral_title(words, solved.problem).rstrip(".") if says_something else ""
    what = {"reference": solved.problem.reference, "title": title}
    first = words.t("Solved: {reference}, first thought unsolvable.", **what)
    if not solved.first_unsolvable:
        first = words.t("Solved: {reference} {title}.", **what).replace(" .", ".")
    return quoted(words, first, solved)


def quoted(words: Words, first: str, solved: Solved) -> str:
    """The line about a solved problem, with what was measured, and its author's words if they agreed to that."""
    measured = access.line(words, solved.access)
    first = words.t("{first} Access, {measured}.", first=first, measured=measured) if measured else first
    if solved.quote is None:
        return first
    said = words.quoted(shortened(on_one_line(solved.quote), LONGEST_QUOTE))
    return words.t("{first} {said} (quoted with agreement)", first=first, said=said)
