"""Try-outs in words: on a card, in the list of the morning, told, and in the history."""

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.due import due_from
from sc_bot.domain.events import Happened
from sc_bot.domain.tryouts import Outcome, TryAct, Trying, TryoutView
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.presentation import due_words
from sc_bot.presentation.blocks import actions, button, on_one_line, shortened
from sc_bot.presentation.words import Words

LONGEST = 300  # characters of a solution on a card
LONGEST_LABEL = 24


def label(words: Words, act: TryAct) -> str:
    """What stands on a button."""
    return {
        TryAct.START: words.t("Try it"),
        TryAct.DECLINE: words.t("Not now, say why"),
        TryAct.RESULT: words.t("Say what came of it"),
        TryAct.ROLL_OUT: words.t("Roll it out"),
        TryAct.STOP: words.t("Stop, say why"),
    }[act]


def outcome(words: Words, outcome: Outcome) -> str:
    """What came out of it."""
    return {
        Outcome.WORKS: words.t("it works"),
        Outcome.PARTLY: words.t("it works in part"),
        Outcome.NOT: words.t("it does not work"),
    }[outcome]


def buttons(words: Words, view: TryoutView) -> list[InteractiveElement]:
    """What its reader can do with it now; where several stand below each other, each says which one it is."""
    return [
        button(_numbered(view, label(words, each)), f"tryout.{each.value}", view.reference, style=_style(each))
        for each in TryAct
        if each in view.offers
    ]


def _style(act: TryAct) -> str | None:
    return "primary" if act in {TryAct.START, TryAct.ROLL_OUT} else None


def _numbered(view: TryoutView, label: str) -> str:
    return label if view.number == 1 else shortened(f"{view.number} · {label}", LONGEST_LABEL)


def rows(words: Words, view: ProblemView) -> list[Block]:
    """A row of buttons for each try-out with which something can be done."""
    return [block for each in view.tryouts if each.offers for block in actions(buttons(words, each))]


def line(words: Words, view: TryoutView) -> str:
    """One try-out in a line: what, where it stands, who wants the credit."""
    what = words.quoted(shortened(on_one_line(view.what or ""), LONGEST))
    stands = standing(words, view)
    if view.by is None:
        return words.t("Try-out {number} {what}: {stands}", number=view.number, what=what, stands=stands)
    return words.t(
        "Try-out {number} {what}, an idea of {person}: {stands}",
        number=view.number,
        what=what,
        person=view.by,
        stands=stands,
    )


def standing(words: Words, view: TryoutView) -> str:
    """Where it stands, with where and until when it is tried."""
    if view.standing is Trying.RUNNING and view.until is not None:
        day = due_words.short(words, view.until, view.zone)
        where = words.quoted(shortened(on_one_line(view.where or ""), LONGEST))
        return words.t("tried until {day} ({where})", day=day, where=where)
    if view.standing is Trying.ENDED and view.outcome is not None:
        return outcome(words, view.outcome)
    return {
        Trying.PROPOSED: words.t("proposed"),
        Trying.RUNNING: words.t("being tried"),
        Trying.ENDED: words.t("tried"),
        Trying.DECLINED: words.t("not tried"),
        Trying.STOPPED: words.t("stopped"),
        Trying.ROLLED_OUT: words.t("rolled out"),
    }[view.standing]


def told(words: Words, view: ProblemView, step: StepView) -> list[str]:
    """One step of a try-out, to whoever has the problem or proposed it; where the subject must not show, only that."""
    about = next((each for each in view.tryouts if str(each.number) == step.details[0]), None)
    facts = {"reference": view.reference}
    if step.kind is Happened.TRYOUT_PROPOSED:
        head = words.t("{reference}: a solution is proposed, from the ground.", **facts)
        return [head, _quoted(words, view, step), words.t("You may try it on a small scale, or say why not.")]
    own = about is not None and about.is_own
    head = _head(words, step, facts, own=own)
    return [head, _quoted(words, view, step), _next(words, step)]


def _head(words: Words, step: StepView, facts: dict[str, str], *, own: bool) -> str:
    if step.kind is Happened.TRYOUT_STARTED:
        day = due_words.short(words, due_from(step.details[1]))
        return words.t("{reference}: your solution is tried, until {day}.", **facts, day=day)
    if step.kind is Happened.TRYOUT_ENDED:
        said = outcome(words, Outcome(step.details[1]))
        if own:
            return words.t("{reference}: your solution was tried; {outcome}.", **facts, outcome=said)
        return words.t("{reference}: a solution was tried; {outcome}.", **facts, outcome=said)
    return {
        Happened.TRYOUT_DECLINED: words.t("{reference}: your solution is not tried for now.", **facts),
        Happened.TRYOUT_STOPPED: words.t("{reference}: the try-out of your solution stops.", **facts),
        Happened.TRYOUT_ROLLED_OUT: words.t("{reference}: your solution is rolled out. Thank you.", **facts),
    }[step.kind]


def _quoted(words: Words, view: ProblemView, step: StepView) -> str:
    if not step.text:
        return ""
    if view.hides_subject:
        return words.t("What was written is under “See all”.")
    return words.quoted(shortened(on_one_line(step.text), LONGEST))


def _next(words: Words, step: StepView) -> str:
    return {
        Happened.TRYOUT_STARTED: words.t("You hear what came of it."),
        Happened.TRYOUT_ENDED: words.t("You hear whether it is rolled out."),
        Happened.TRYOUT_DECLINED: words.t("You may propose another one."),
        Happened.TRYOUT_STOPPED: words.t("You may propose another one."),
    }.get(step.kind, "")


def buttons_of_step(words: Words, view: ProblemView, step: StepView) -> list[InteractiveElement]:
    """What its reader can do with the try-out that a step is about."""
    return [each for one in view.tryouts if str(one.number) == step.details[0] for each in buttons(words, one)]


def in_history(words: Words, step: StepView) -> str:
    """One step of a try-out, with its number."""
    number, *rest = step.details
    if step.kind is Happened.TRYOUT_STARTED:
        day = due_words.short(words, due_from(rest[0]))
        return words.t("began try-out {number}, until {day}", number=number, day=day)
    if step.kind is Happened.TRYOUT_ENDED:
        said = outcome(words, Outcome(rest[0]))
        return words.t("said what came of try-out {number} ({outcome})", number=number, outcome=said)
    if step.kind is Happened.TRYOUT_ROLLED_OUT:
        return words.t("rolled out try-out {number} (promise {promise})", number=number, promise=rest[0])
    return {
        Happened.TRYOUT_PROPOSED: words.t("proposed a solution, try-out {number}", number=number),
        Happened.TRYOUT_DECLINED: words.t("said why solution {number} is not tried", number=number),
        Happened.TRYOUT_STOPPED: words.t("stopped try-out {number}", number=number),
    }[step.kind]
