"""The rest of a digest: short parts, each with its heading; empty ones are left out."""

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import Block

from sc_bot.domain.counts import Waiting
from sc_bot.domain.digest_views import RestView, Solved, WaitView
from sc_bot.domain.due import Due
from sc_bot.domain.views import CommitmentView, ProblemView
from sc_bot.ports import Message
from sc_bot.presentation import deadlocks, due_words, joint_changes, pulse
from sc_bot.presentation.blocks import actions, bold, button, grey, message, plain
from sc_bot.presentation.digests import quoted
from sc_bot.presentation.lesson_answers import across_lines, news_lines
from sc_bot.presentation.lists import line
from sc_bot.presentation.promises import said, when
from sc_bot.presentation.reorganising import hours
from sc_bot.presentation.vocabulary import neutral_title
from sc_bot.presentation.words import Words

_GROUPS = 4  # of the pulse
Part = tuple[str, Sequence[str]]
"""A heading and its lines."""


def rest(view: RestView) -> Message:
    """Everything behind the first screen."""
    words = Words.of(view.reader)
    parts = [part for part in _parts(words, view) if part[1]]
    until = words.t("As of {moment}", moment=words.moment(view.until))
    blocks: list[Block] = []
    lines: list[str] = []
    for head, told in parts:
        lines += [head, *told]
        blocks += [bold(head), plain("\n".join(told))]
    if not parts:
        nothing = words.t("Nothing moved, nothing is late, nobody waits.")
        lines, blocks = [nothing], [plain(nothing)]
    hint = words.t("To read one in full: /sc show and its reference")
    see = button(words.t("My list"), "problem.list", "list")
    return message([*lines, until, hint], [*blocks, grey(until, hint), *actions([see])])


def _parts(words: Words, view: RestView) -> Iterator[Part]:
    yield words.t("Since the last digest"), _changes(words, view)
    yield words.t("Joint changes"), [joint_changes.line(words, each) for each in view.joint]
    yield words.t("In deadlock"), [deadlocks.line(words, each) for each in view.deadlocks]
    yield words.t("What was thought unsolvable"), deadlocks.measure(words, view.stuck) if view.stuck else []
    yield words.t("The oldest that are open"), [_linked(words, each) for each in view.oldest]
    yield words.t("Late"), _promises(words, view.late)
    yield words.t("Re-dated"), _promises(words, view.redated)
    yield words.t("Others wait for you"), [_wait(words, each, theirs=True) for each in view.they_wait]
    yield words.t("You wait for others"), [_wait(words, each, theirs=False) for each in view.we_wait]
    yield words.t("Kept"), [f"{each.reference} {said(words, each)}" for each in view.kept]
    yield words.t("Solved"), [_solved(words, each) for each in view.solved]
    yield words.t("Being tried"), [_tried(words, *each) for each in view.tried]
    freed = words.t("{hours}, in the whole community", hours=hours(words, view.freed))
    yield words.t("Time freed"), [freed] if view.freed else []
    yield words.t("Lessons"), [*news_lines(words, view.lessons), *across_lines(words, view.across)]
    yield words.t("The pulse"), pulse.in_digest(words, view.pulse, _GROUPS) if view.pulse else []


def _promises(words: Words, views: Sequence[CommitmentView]) -> list[str]:
    """Promises without the names of those who made them."""
    return [f"{each.reference} {said(words, each)}, {when(words, each)}" for each in views]


def _linked(words: Words, problem: ProblemView) -> str:
    """One line, with the strategic objective to which it is linked."""
    told = line(words, problem)
    if problem.objective is None:
        return told
    return words.t("{title} (objective: {objective})", title=told, objective=words.name(problem.objective))


def _tried(words: Words, problem: ProblemView, until: Due) -> str:
    first = f"{problem.reference} {neutral_title(words, problem)}"
    return words.t("{problem}, until {day}", problem=first, day=due_words.short(words, until))


def _solved(words: Words, solved: Solved) -> str:
    first = f"{solved.problem.reference} {neutral_title(words, solved.problem)}"
    if solved.first_unsolvable:
        first = words.t("{problem}, first thought unsolvable", problem=first)
    return quoted(words, first, solved)


def _wait(words: Words, view: WaitView, *, theirs: bool) -> str:
    other = words.name(view.waiting if theirs else view.waited_for)
    what = {
        Waiting.NEED: words.t("for what a promise needs"),
        Waiting.PROMISE: words.t("for another promise first"),
        Waiting.ANSWER: words.t("for an answer whether you take part")
        if theirs
        else words.t("for an answer whether they take part"),
    }[view.kind]
    facts = {"reference": view.reference, "title": neutral_title(words, view.problem), "institution": other}
    return words.t("{reference} {title}: {institution}, {what}", what=what, **facts)


def _changes(words: Words, view: RestView) -> list[str]:
    """What stands otherwise than a digest earlier."""
    before, now = view.before, view.now
    if before is None or view.before_on is None:
        return []
    pairs = [
        (words.t("problems open"), before.open, now.open),
        (words.t("awaiting an answer"), before.undecided, now.undecided),
        (words.t("answers late"), before.answers_late, now.answers_late),
        (words.t("promises late"), before.late, now.late),
        (words.t("others wait for you"), before.waited_for, now.waited_for),
        (words.t("you wait for others"), before.waits, now.waits),
    ]
    moved = [f"{name} {words.number(was)} → {words.number(is_)}" for name, was, is_ in pairs if was != is_]
    changes = "; ".join(moved) or words.t("nothing changed")
    return [words.t("Compared with {day}: {changes}.", day=words.day(view.before_on), changes=changes)]
