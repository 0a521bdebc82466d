"""Joint changes as everybody sees them: what changes, when, and which institutions are ready. No names of people."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.common_answers import JointChanged
from sc_bot.domain.joint_changes import PREPARED, Answered, Stage
from sc_bot.domain.joint_rules import OF_A_PART, JointAct, JointAsked
from sc_bot.domain.joint_views import JointView, PartView
from sc_bot.domain.problems import Verdict
from sc_bot.domain.views import JointAsk, JointLine
from sc_bot.ports import Message
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import Item, actions, bold, button, grey, menu, message, on_one_line, plain, shortened
from sc_bot.presentation.card_lines import present
from sc_bot.presentation.words import Words

LONGEST = 400  # characters of what changes, on a card
MOST_OWN = 5  # changes in one answer; the rest is a number
MOST_BUTTONS = 3  # beside the menu


def stage(words: Words, of: Stage) -> str:
    """Where a change stands, in a word or two."""
    return {
        Stage.PLANNED: words.t("date proposed"),
        Stage.DATED: words.t("date in force"),
        Stage.REPLANNED: words.t("another date"),
        Stage.GONE: words.t("in effect"),
        Stage.ROLLED_BACK: words.t("taken back"),
        Stage.ABANDONED: words.t("given up"),
        Stage.VERIFIED: words.t("verified"),
        Stage.UNVERIFIED: words.t("closed before it was verified"),
    }[of]


def card(view: JointView) -> Message:
    """The state of the whole, with what its reader can do."""
    words = Words.of(view.reader)
    head = words.t("{reference} · joint change · {stage}", reference=view.reference, stage=stage(words, view.stage))
    lines = [what(words, view), day(words, view), institutions(words, view), rule(words, view)]
    if view.is_passed_on:
        lines[3:] = [words.t("Nobody there can be told in Slack yet: please ask them yourself.")]
    lines = present(*lines)
    first, *rest = lines
    return message([head, *lines], [bold(head), plain(first), grey("\n".join(rest)), *actions(_buttons(words, view))])


def what(words: Words, view: JointView) -> str:
    """What changes; for those who may not read the words, the neutral title."""
    if view.what:
        return words.quoted(shortened(on_one_line(view.what), LONGEST))
    return vocabulary.neutral_title(words, view.problem)


def day(words: Words, view: JointView) -> str:
    """Its date: in force, proposed, or asked for."""
    if view.stage in PREPARED and view.day is None:
        return words.t("No date at the moment: a new one is asked for.")
    if view.day is None:
        return ""
    said = words.day(view.day)
    if view.stage is Stage.DATED:
        return words.t("Effective date: {day}, in the morning.", day=said)
    if view.stage in PREPARED:
        agreeing = sum(each.agrees for each in view.parts)
        facts = {"day": said, "agreeing": agreeing, "needed": view.needed}
        return words.t("Date proposed: {day}. Agreeing: {agreeing} of {needed}.", **facts)
    return words.t("Effective date: {day}.", day=said)


def institutions(words: Words, view: JointView) -> str:
    """Every institution, and what it said."""
    return "; ".join(
        words.t("{name}: {what}", name=words.name(each.name), what=part(words, view, each)) for each in view.parts
    )


def part(words: Words, view: JointView, each: PartView) -> str:
    """What one institution said, in a word or two."""
    if each.is_reopened:
        return words.t("nothing changed, a new promise is asked for")
    if each.answered is Answered.DECLINED:
        return words.t("does not take part")
    if each.answered is Answered.ASKED:
        return words.t("has not answered")
    if view.stage in {Stage.GONE, Stage.VERIFIED, Stage.UNVERIFIED}:
        return {
            Verdict.YES: words.t("it changed"),
            Verdict.PARTLY: words.t("it changed in part"),
        }.get(
            each.verdict or Verdict.NO,
            words.t("not verified") if view.stage is Stage.UNVERIFIED else words.t("to be verified"),
        )
    if each.ready:
        return words.t("ready")
    if each.asks_for_something:
        return words.t("needs something")
    return words.t("getting ready") if each.agrees else words.t("has not agreed to the date")


def rule(words: Words, view: JointView) -> str:
    """How many must be ready, and whether one knows how to go back."""
    if view.stage not in PREPARED:
        return ""
    if view.needs_all:
        asked = words.t("It goes if every institution is ready.")
    else:
        asked = words.t("It goes if {needed} of {n} institutions are ready.", needed=view.needed, n=len(view.parts))
    back = (
        words.t("Roll-back written.") if view.has_back else words.t("Roll-back not written yet: nothing goes without.")
    )
    if view.is_short:
        back = words.t("Too few institutions take part for that.")
    return f"{asked} {back}"


def label(words: Words, view: JointView, act: JointAct) -> str:
    """What stands on a button."""
    if act is JointAct.SLIP and (view.own is None or view.day is None):
        return words.t("Propose a date")
    return {
        JointAct.TAKE: words.t("Take our part"),
        JointAct.DECLINE: words.t("Not take part…"),
        JointAct.AGREE: words.t("Agree to the date"),
        JointAct.READY: words.t("Ready"),
        JointAct.NEED: words.t("What we need…"),
        JointAct.SLIP: words.t("Not ready…"),
        JointAct.BACK: words.t("Write the roll-back"),
        JointAct.ROLL_BACK: words.t("Roll back…"),
        JointAct.ABANDON: words.t("Give it up…"),
    }[act]


def carried(view: JointView, act: JointAct) -> str:
    """What a button carries: the change, the institution for which it speaks, and the date that it was shown."""
    for_one = act in OF_A_PART and view.own is not None and not view.is_passed_on
    own = view.own.id if view.own is not None and for_one else "-"
    return f"{view.reference} {own} {view.round}"


def _order(view: JointView) -> list[JointAct]:
    """What is most likely done next comes first."""
    first = JointAct.READY if view.stage is Stage.DATED else JointAct.AGREE
    order = (JointAct.TAKE, first, JointAct.SLIP, JointAct.NEED, JointAct.READY, JointAct.ROLL_BACK, JointAct.BACK)
    return [each for each in dict.fromkeys((*order, JointAct.DECLINE, JointAct.ABANDON)) if each in view.offers]


def _buttons(words: Words, view: JointView) -> list[InteractiveElement]:
    if view.may_check:
        return [*_verdicts(words, view), button(words.t("See all"), "problem.see", view.problem.reference)]
    able = _order(view)
    row: list[InteractiveElement] = [
        button(label(words, view, each), f"joint.{each.value}", carried(view, each), style=_style(each))
        for each in able[:MOST_BUTTONS]
    ]
    see = button(words.t("See all"), "problem.see", view.problem.reference)
    if len(able) <= MOST_BUTTONS:
        return [*row, see]
    items = [(label(words, view, each), f"joint.{each.value} {carried(view, each)}") for each in able[MOST_BUTTONS:]]
    items.append((words.t("See all"), f"problem.see {view.problem.reference}"))
    return [*row, _menu(items)]


def _menu(items: Sequence[tuple[str, str]]) -> InteractiveElement:
    """The menu; each option carries its action and what it is about."""
    made = menu("problem.more", "", [Item(name, value.partition(" ")[0]) for name, value in items])
    for option, (_, value) in zip(made.options, items, strict=False):
        option.value = value
    return made


def _style(act: JointAct) -> str | None:
    return "primary" if act in {JointAct.TAKE, JointAct.READY, JointAct.AGREE} else None


def headline(view: JointView) -> Message:
    """One neutral line in a channel: no words of anybody."""
    words = Words.of(view.reader)
    head = " · ".join([view.reference, stage(words, view.stage), *([words.day(view.day)] if view.day else [])])
    names = words.both([words.name(each.name) for each in view.parts if each.answered is Answered.TAKEN])
    line = words.t("{title}: {institutions} change it together.", title=_title(words, view), institutions=names)
    see = actions([button(words.t("See"), "problem.see", view.problem.reference)])
    return message([head, line], [bold(head), grey(line), *see])


def _title(words: Words, view: JointView) -> str:
    return vocabulary.neutral_title(words, view.problem)


def check(view: JointView, reference: str, *, hides: bool, asks_on_the_ground: bool, reported: bool = False) -> Message:
    """Did it change? For one institution, under its reader's own `reference`; once it is answered, thanks.

    `reported`: it was asked of caregivers there, who have not answered.
    """
    words = Words.of(view.reader)
    place = words.name(view.own.name) if view.own else ""
    head = words.t("{reference}: did it change at {institution}?", reference=reference, institution=place)
    if hides:
        head = words.t("{reference}: did it change for you?", reference=reference)
    waits = view.stage is Stage.GONE and view.own is not None and not _is_answered(view.own)
    nobody = words.t("Nobody there reported it: please ask on the ground.")
    silent = words.t("No answer from the ground yet: please ask there.")
    how = (silent if reported else nobody) if asks_on_the_ground else ""
    is_over = view.own is not None and not _is_answered(view.own)
    said = words.t("It is no longer asked.") if is_over else words.t("It is answered. Thank you.")
    end = how if waits else said
    lines = present(what(words, view), day(words, view), end)
    row = [
        *(_verdicts(words, view) if waits else []),
        button(words.t("See all"), "problem.see", view.problem.reference),
    ]
    blocks: list[Block] = [bold(head), plain("\n".join(lines)), *actions(row)]
    return message([head] if hides else [head, *lines], blocks)


def _is_answered(own: PartView) -> bool:
    return own.verdict in {Verdict.YES, Verdict.PARTLY} or own.is_reopened


def _verdicts(words: Words, view: JointView) -> list[InteractiveElement]:
    about = f"{view.reference} {view.own.id if view.own else ''}"
    return [
        button(words.t("Yes"), "joint.yes", about),
        button(words.t("Partly"), "joint.partly", about),
        button(words.t("No"), "joint.no", about),
    ]


def line(words: Words, each: JointLine) -> str:
    """One change, one line: in a digest or under a problem."""
    when = words.day(each.day) if each.day else words.t("no date")
    ready = words.t("ready: {ready} of {n}", ready=each.ready, n=each.institutions)
    count = [ready] if each.stage in PREPARED else []
    title = [vocabulary.neutral_title(words, each.problem)] if each.problem else []
    return " · ".join([each.reference, stage(words, each.stage), when, *count, *title])


def asked(words: Words, ask: JointAsk) -> str:
    """What one change asks of an institution, in one line."""
    when = words.day(ask.day) if ask.day else ""
    title = vocabulary.neutral_title(words, ask.problem)
    wanted = {
        JointAsked.TAKE: words.t("take your part, or say why not ({day})", day=when),
        JointAsked.AGREE: words.t("a date is proposed, {day}: does it suit?", day=when),
        JointAsked.READY: words.t("say whether you are ready for {day}", day=when),
        JointAsked.DATE: words.t("propose a new date"),
        JointAsked.CHECK: words.t("ask on the ground whether it changed"),
    }[ask.asks]
    if not when and ask.asks is JointAsked.TAKE:
        wanted = words.t("promise your part anew")
    return words.t("{reference} {title}: {wanted}", reference=ask.reference, title=title, wanted=wanted)


def own(words: Words, views: Sequence[JointView]) -> list[Message]:
    """`/sc joint` alone: the changes that run, those of one's institution first, each with its buttons."""
    if not views:
        nothing = words.t("No joint change runs. To begin one: /sc joint ONC-42")
        return [message([nothing], [plain(nothing)])]
    return [card(each) for each in views[:MOST_OWN]]


def changed(words: Words, answer: JointChanged) -> Message:
    """What was recorded, and what comes next."""
    said = _changed(words, answer)
    return message(said, [plain("\n".join(said))])


def _changed(words: Words, answer: JointChanged) -> list[str]:
    facts = {"reference": answer.reference, "day": words.day(answer.day) if answer.day else words.t("no date")}
    state = words.t("Where it stands: {state}.", state=stage(words, Stage(answer.stage)))
    if answer.act == "begin":
        begun = words.t("{reference}: the joint change is proposed for {day}.", **facts)
        return [begun, words.t("Whoever answers for each institution gets a card, and takes its part or says why not.")]
    return [
        {
            JointAct.TAKE: words.t("{reference}: your part is promised.", **facts),
            JointAct.DECLINE: words.t("{reference}: your institution does not take part; everybody is told.", **facts),
            JointAct.AGREE: words.t("{reference}: you agree to {day}.", **facts),
            JointAct.READY: words.t("{reference}: ready for {day}.", **facts),
            JointAct.NEED: words.t("{reference}: everybody is told what you need.", **facts),
            JointAct.SLIP: words.t("{reference}: {day} is proposed to all at once.", **facts),
            JointAct.BACK: words.t("{reference}: the roll-back is written.", **facts),
            JointAct.ROLL_BACK: words.t("{reference}: taken back; everybody concerned is told.", **facts),
            JointAct.ABANDON: words.t("{reference}: given up; everybody is told.", **facts),
            JointAct.CHECK: words.t("{reference}: recorded. Thank you.", **facts),
        }[JointAct(answer.act)],
        state,
    ]
