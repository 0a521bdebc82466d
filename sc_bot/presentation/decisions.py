"""Decisions as general managers see them: what is asked, of whom, by when, what happens otherwise; and their answers."""

from collections.abc import Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.answers import DecisionAnswered, DecisionAsked
from sc_bot.domain.community import Community
from sc_bot.domain.decision_views import DecisionView
from sc_bot.domain.decisions import Behalf, Reply
from sc_bot.domain.due import due_from
from sc_bot.domain.references import problem_of
from sc_bot.domain.views import ProblemView
from sc_bot.ports import Message
from sc_bot.presentation import due_words, vocabulary
from sc_bot.presentation.blocks import (
    actions,
    bold,
    button,
    grey,
    message,
    on_one_line,
    plain,
    shortened,
)
from sc_bot.presentation.card_lines import present
from sc_bot.presentation.words import Words

ACTIONS = {Reply.AGREE: "decision.agree", Reply.NO: "decision.no", Reply.DISCUSS: "decision.discuss"}
LONGEST = 400  # characters of a question where several stand below each other
MOST_OWN = 10  # requests of one's own list; the rest is a number


def label(words: Words, reply: Reply, meeting: datetime | None = None) -> str:
    """What stands on a button."""
    if reply is Reply.DISCUSS and meeting is not None:
        return words.t("Discuss on {day}", day=words.short_date(meeting.date()))
    return {
        Reply.AGREE: words.t("Agree"),
        Reply.NO: words.t("No, because…"),
        Reply.DISCUSS: words.t("Discuss it"),
    }[reply]


def asked(words: Words, view: DecisionView) -> list[Block]:
    """One request in a digest or a list, with the buttons that answer it."""
    head, *lines = asked_lines(words, view)
    reference = view.problem.reference
    first = bold(reference, head.removeprefix(reference))
    return [first, plain("\n".join(lines)), *actions(_buttons(words, view))]


def asked_lines(words: Words, view: DecisionView) -> list[str]:
    """The same facts as text: the problem, who asks what by when, what happens otherwise, one's own answer."""
    head = f"{view.problem.reference} {titled(words, view.problem)}"
    if view.in_name_of is not None:
        head = words.t("{what} (for {whom})", what=head, whom=view.in_name_of)
    return [head, *present(_question(words, view), _otherwise(words, view), own_answer(words, view))]


def titled(words: Words, problem: ProblemView) -> str:
    """Its neutral title, with the strategic objective to which it is linked."""
    title = vocabulary.neutral_title(words, problem)
    if problem.objective is None:
        return title
    return words.t("{title} (objective: {objective})", title=title, objective=words.name(problem.objective))


def _question(words: Words, view: DecisionView) -> str:
    said = words.quoted(shortened(on_one_line(view.question or ""), LONGEST))
    facts = {"day": due_words.short(words, view.due), "question": said}
    if view.behalf is Behalf.INSTITUTION and view.institution is not None:
        place = words.name(view.institution)
        return words.t("{institution} asks, by {day}: {question}", institution=place, **facts)
    if view.behalf is Behalf.COMMITTEE:
        return words.t("The support committee asks, by {day}: {question}", **facts)
    return words.t("The facilitator asks, by {day}: {question}", **facts)


def _otherwise(words: Words, view: DecisionView) -> str:
    said = words.quoted(shortened(on_one_line(view.otherwise or ""), LONGEST))
    return words.t("Without a decision: {otherwise}", otherwise=said)


def own_answer(words: Words, view: DecisionView) -> str:
    """What one answered, and until when it may be changed; when it can no longer be answered, how it ended."""
    if not view.may_answer:
        state = vocabulary.decision(words, view.standing)
        return words.t("Where it stands: {state}.", state=state)
    if view.own is None:
        return ""
    day = due_words.short(words, view.due)
    if view.in_name_of is not None:
        facts = {"answer": _recorded_for(words, view), "day": day}
        return words.t("Recorded: {answer}. It may be changed until {day}.", **facts)
    own = _own(words, view)
    return words.t("{own} You may change your answer until {day}.", own=own, day=day)


def _own(words: Words, view: DecisionView) -> str:
    if view.own is Reply.AGREE:
        return words.t("You agreed.")
    if view.own is Reply.NO:
        reason = words.quoted(shortened(on_one_line(view.own_reason or ""), LONGEST))
        return words.t("You said no: {reason}.", reason=reason)
    if view.own_meeting is None:
        return words.t("You want to discuss it.")
    return words.t("You want to discuss it ({day}).", day=words.day(view.own_meeting.date()))


def _recorded_for(words: Words, view: DecisionView) -> str:
    """The answer of somebody who is not in Slack, for who recorded it."""
    reason = words.quoted(shortened(on_one_line(view.own_reason or ""), LONGEST))
    return {
        Reply.AGREE: words.t("they agree"),
        Reply.NO: words.t("they say no, {reason}", reason=reason),
        Reply.DISCUSS: words.t("they want to discuss it"),
    }[view.own or Reply.DISCUSS]


def _buttons(words: Words, view: DecisionView) -> list[InteractiveElement]:
    """The answers that one has not given; the first is the plain one."""
    if not view.may_answer:
        return []
    return [
        button(label(words, each, view.meeting), ACTIONS[each], view.reference, style=_style(each, view))
        for each in Reply
        if each is not view.own or each is Reply.NO
    ]


def _style(reply: Reply, view: DecisionView) -> str | None:
    return "primary" if reply is Reply.AGREE and view.own is None else None


def card(view: DecisionView) -> Message:
    """The card of somebody who is asked before their next digest."""
    words = Words.of(view.problem.reader)
    title, *lines = asked_lines(words, view)
    reference = view.problem.reference
    if view.may_answer and view.own is None:
        head = words.t("{reference} · a decision is asked of you", reference=reference)
        if view.in_name_of is not None:
            head = words.t("{reference} · a decision is asked of {person}", reference=reference, person=view.in_name_of)
    else:
        state = vocabulary.decision(words, view.standing)
        head = words.t("{reference} · {state}", reference=reference, state=state)
    lines = [title.removeprefix(f"{reference} "), *lines]
    if view.in_name_of is not None and view.may_answer and view.own is None:
        lines.append(words.t("{person} is not in Slack: record here what they answer you.", person=view.in_name_of))
    see = button(words.t("See all"), "problem.see", reference)
    row = actions([*_buttons(words, view), see])
    return message([head, *lines], [bold(head), plain("\n".join(lines)), *row])


def own(words: Words, views: Sequence[DecisionView]) -> Message:
    """`/sc decisions`: what is asked of one, and what one answered lately."""
    waiting = sum(each.may_answer and each.own is None for each in views)
    head = words.n("{n} decision is asked of you", "{n} decisions are asked of you", waiting)
    if not waiting:
        head = words.t("No decision is asked of you at the moment.")
    blocks: list[Block] = [bold(head)]
    lines = [head]
    for view in views[:MOST_OWN]:
        lines += asked_lines(words, view)
        blocks += asked(words, view)
    left_out = len(views) - MOST_OWN
    if left_out > 0:
        rest = words.n("{n} other is left out.", "{n} others are left out.", left_out)
        lines, blocks = [*lines, rest], [*blocks, grey(rest)]
    return message(lines, blocks)


def was_asked(words: Words, answer: DecisionAsked, community: Community) -> Message:
    """Who is asked, when they read it, and what the asker hears."""
    facts = {
        "reference": problem_of(answer.reference),
        "people": _names(words, answer.people, community),
        "day": due_words.short(words, due_from(answer.due)),
    }
    line = words.t("{reference}: a decision is asked of {people}, by {day}.", **facts)
    read = words.t("They read it in their next weekly digest.")
    if set(answer.at_once) == set(answer.people):
        read = words.t("They get a message in their working hours.")
    elif answer.at_once:
        soon = _names(words, answer.at_once, community)
        read = words.t("A message goes to {people} in working hours; the others read it in their digest.", people=soon)
    hear = words.t("You hear each answer. If one is missing then, you read what was to happen otherwise.")
    return message([line, read, hear], [plain(f"{line}\n{read}\n{hear}")])


def was_answered(words: Words, answer: DecisionAnswered, community: Community) -> Message:
    """What was recorded, who is told, and how to change it."""
    reference = problem_of(answer.reference)
    line = _recorded(words, answer, reference)
    told = _names(words, answer.told, community)
    heard = words.t("Told: {people}.", people=told) if told else ""
    day = due_words.short(words, due_from(answer.due))
    change = words.t("You may change your answer until {day}: /sc decisions", day=day)
    lines = present(line, heard, change)
    return message(lines, [plain("\n".join(lines))])


def _recorded(words: Words, answer: DecisionAnswered, reference: str) -> str:
    if answer.reply == Reply.DISCUSS and answer.meeting:
        day = words.moment_of(datetime.fromisoformat(answer.meeting))
        return words.t("{reference}: recorded, you want to discuss it ({day}).", reference=reference, day=day)
    return {
        Reply.AGREE: words.t("{reference}: recorded, you agree.", reference=reference),
        Reply.NO: words.t("{reference}: recorded, you say no, with your reason.", reference=reference),
        Reply.DISCUSS: words.t("{reference}: recorded, you want to discuss it.", reference=reference),
    }[Reply(answer.reply)]


def _names(words: Words, people: Sequence[str], community: Community) -> str:
    known = (community.person(each) for each in people)
    return words.both([each.name for each in known if each is not None])
